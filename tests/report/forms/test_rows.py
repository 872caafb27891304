"""Do all forms ask and show the same things in the same words?"""

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.report.document import AnswerSpace, Paragraph
from obamodel.report.forms.rows import (
    put_if,
    say_how_to_name,
    tabulate_promises,
    write_action_rows,
    write_meeting,
)


def test_a_meeting_is_asked_for_its_day_and_for_roles_and_never_for_names() -> None:
    when, who = write_meeting("r")
    assert (when.name, who.name) == ("r.on", "r.role")
    assert "no names" in who.prompt


def test_an_action_has_room_for_what_who_and_by_when() -> None:
    rows = list(write_action_rows("r", rows=2))
    assert [row.title for row in rows] == ["Action 1", "Action 2"]
    assert [one.name for row in rows for one in row.blocks if isinstance(one, AnswerSpace)] == [
        f"r.action-{number}.{column}" for number in (1, 2) for column in ("what", "who", "by")
    ]
    assert "a role or a group" in say_how_to_name().text


def test_promises_say_who_by_when_and_how_far_or_that_nobody_wrote_it_down() -> None:
    table = tabulate_promises(
        [
            oba.Action(
                id="a",
                text="Ring them.",
                owner="The chair",
                by=PartialDate.parse("2027-03"),
                status=oba.ActionStatus.STOPPED,
                reason="nobody answered",
            ),
            oba.Action(id="b", text="Ask."),
        ],
        title="Promised",
    )
    assert table is not None
    assert table.rows == (
        ("1", "Ring them.", "The chair", "March 2027", "stopped: nobody answered"),
        ("2", "Ask.", "nobody named yet", "no date yet", "not recorded"),
    )
    assert tabulate_promises([], title="Promised") is None


def test_what_is_not_there_is_not_put() -> None:
    assert put_if(None) == ()
    assert put_if(Paragraph("a")) == (Paragraph("a"),)
