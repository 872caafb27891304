"""Is a published breakdown laid out for a reader, with every group in it?"""

from obamodel.disclosure.breakdown_tables import tabulate_breakdown
from obamodel.disclosure.breakdowns import publish_breakdowns
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from tests.disclosure.small_tables import choose
from tests.disclosure.test_breakdowns import make, share

RULE = (
    "Counts of people from 1 to 7 are not shown, and all others, totals too, are rounded to the "
    "nearest 5."
)
ROMA = Part(name="Roma", state=PartState.REACHED, reason="nobody kept a list")


def cells(breakdown: Breakdown) -> list[tuple[str, ...]]:
    return [row.cells for row in tabulate_breakdown(breakdown).rows]


def published(breakdown: Breakdown) -> Breakdown:
    (found,) = publish_breakdowns([breakdown], STANDING).breakdowns
    return found


def test_every_group_has_a_line_also_those_without_a_number() -> None:
    parts = [Part(name="A", number=1200), Part(name="B", number=3), ROMA]
    table = tabulate_breakdown(published(make({}, parts=parts, complete=False)))
    assert table.columns == ("Where they live", "How many")
    assert [row.cells for row in table.rows] == [
        ("A", "1,200"),
        ("B", "present, number withheld"),
        ("Roma", "reached, not counted"),
    ]
    assert [row.number for row in table.rows] == [1200, None, None]
    assert table.rows[1].marks == (Mark.WORDS, Mark.WITHHELD)
    assert table.notes == (
        "These are not all the groups there are.",
        "Reached, not counted: people were there, and nobody wrote down how many.",
        RULE,
    )


def test_shares_stand_beside_their_counts_and_few_are_marked_as_unreliable() -> None:
    found = published(share(("A", 17, 41), ("B", 48, 80), whole=65, whole_out_of=121))
    table = tabulate_breakdown(found)
    assert [row.cells for row in table.rows] == [
        ("A", "15", "40", "38% u"),
        ("B", "50", "80", "62%"),
        ("altogether", "65", "120", "54%"),
    ]
    assert any(note.startswith("u: worked out from fewer than 20") for note in table.notes)


def test_the_whole_and_those_who_did_not_say_stand_at_the_end() -> None:
    assert cells(make({"A": 40, "B": 30}, whole=90, not_stated=20))[2:] == [
        ("did not say", "20"),
        ("altogether", "90"),
    ]


def test_a_mean_stands_beside_how_many_it_is_over() -> None:
    parts = [Part(name="A", value=3.4, out_of=23), Part(name="B", value=2)]
    assert cells(make({}, parts=parts, kind=SeriesKind.MEAN)) == [
        ("A", "3.4", "23"),
        ("B", "2", "-"),
    ]


def test_attendances_and_overlapping_groups_are_said_to_be_so() -> None:
    breakdown = make(
        {"A": 40, "B": 30},
        counted=Counted.ATTENDANCES,
        overlap=Overlap.OVERLAPPING,
        published="the annual report",
    )
    assert tabulate_breakdown(breakdown).notes == (
        "Attendances, not people: somebody who came three times is counted three times.",
        "Somebody can be in two of these groups, so they do not add up.",
        "These numbers are public: the annual report",
    )


def test_where_nobody_is_hidden_too_a_hidden_group_is_not_said_to_be_present() -> None:
    tables = []
    for number in (0, 3):
        breakdown = make({"A": 1200, "B": number, "C": 700}, complete=False)
        (found,) = publish_breakdowns([breakdown], choose(Preset.NHS5)).breakdowns
        tables.append(tabulate_breakdown(found))
    assert tables[0] == tables[1]
    assert tables[0].rows[1].cells == ("B", "number withheld")


def test_where_nobody_is_hidden_too_it_is_not_told_that_nobody_kept_silent() -> None:
    tables = []
    for silent in (0, 3):
        breakdown = make({"A": 1200, "B": 700}, complete=False, not_stated=silent)
        (found,) = publish_breakdowns([breakdown], choose(Preset.NHS5)).breakdowns
        tables.append(tabulate_breakdown(found))
    assert tables[0] == tables[1]
    assert "How many did not say is not shown." in tables[0].notes
