"""A forced choice: if you could have only one of these, which one would it be?"""

from typing import Any

from obamodel.domain.choices import Choice
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import Indicator
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from tests.domain.building import JUDGED, make, refuse


def test_a_choice_of_one_before_two_is_a_choice_before_each() -> None:
    choice = Choice(chosen="a", over=["b", "c"], judged=JUDGED)
    assert choice.pairs == (("a", "b"), ("a", "c"))
    assert choice.names == ("a", "b", "c")


def test_a_choice_needs_something_else_that_could_have_been_had() -> None:
    assert [fault.code for fault in refuse(Choice, over=[])] == ["nothing-to-choose-from"]
    own = refuse(Choice, chosen="turnout", over=["votes", "turnout"])
    assert [(fault.code, fault.path) for fault in own] == [("chosen-over-itself", ("over", 1))]


def test_a_choice_says_who_chose_when_and_why() -> None:
    assert [fault.path for fault in refuse(Choice, judged=None)] == [("judged",)]


def make_indicator(name: str, outcome: str) -> object:
    return make(Indicator, id=name, outcome=outcome)


def test_an_evaluation_keeps_choices_within_one_outcome() -> None:
    parts: dict[str, Any] = {
        "id": "small",
        "title": "A small one",
        "populations": [make(Population, id="all")],
        "outcomes": [make(Outcome, id=name, population="all") for name in ("safe", "well")],
        "indicators": [
            make_indicator("a", "safe"),
            make_indicator("b", "safe"),
            make_indicator("c", "well"),
        ],
    }
    kept = Choice(chosen="a", over=["b"], judged=JUDGED)
    assert Evaluation(**parts, choices=[kept]).choices == (kept,)
    mixed = Choice(chosen="a", over=["b", "c"], judged=JUDGED)
    (fault,) = refuse(Evaluation, **parts, choices=[kept, mixed])
    assert str(fault) == (
        'choices[1].over[1]: "c" belongs to outcome "well", and "a" to outcome "safe"; '
        "choose for one outcome or one service at a time [not-of-one-list]"
    )
