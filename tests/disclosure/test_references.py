"""Does nothing in a release refer to what is left out of it?"""

import pytest

from obamodel.disclosure.references import refer_anew
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.reflection import ReflectiveCycle, Response

VOICES = frozenset({"feedback"})


def say(*names: str) -> tuple[Feedback, ...]:
    given = PartialDate.parse("2011")
    return tuple(
        Feedback(id=name, gist="It helped.", came_by=FeedbackSource.MEETING, given=given)
        for name in names
    )


def build(*evidence: str) -> Evaluation:
    answer = Response(question="what", text="We met.", evidence=evidence)
    cycle = ReflectiveCycle(id="round", title="One", question_set="rolfe", responses=[answer])
    return Evaluation(id="small", title="Small", feedback=say(*evidence), cycles=[cycle])


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ({}, ("first", "second")),
        ({"first": None}, ("second",)),
        ({"first": None, "second": None}, ()),
        ({"second": "voice-1"}, ("first", "voice-1")),
    ],
)
def test_names_are_changed_or_dropped_where_they_stand(
    names: dict[str, str | None], left: tuple[str, ...]
) -> None:
    shown = refer_anew(build("first", "second"), names, VOICES, {"feedback": say(*left)})
    assert shown.cycles[0].responses[0].evidence == left


def test_what_names_nothing_that_is_changed_stays_the_very_same() -> None:
    whole = build("first")
    assert refer_anew(whole, {"another": None}, VOICES, {}) == whole
