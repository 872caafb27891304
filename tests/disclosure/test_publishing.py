"""Are publishing and inspecting two different acts, and is what was published safe to pass on?"""

import attrs
import pytest

from obamodel.disclosure.publishing import Inspection, Publication, inspect, publish
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release
from obamodel.domain.series import Series
from obamodel.domain.tables import CountCell, CountTable, Dimension
from obamodel.domain.traits import Trait
from obamodel.errors import InvalidError
from tests.disclosure.test_breakdowns import make as make_breakdown
from tests.disclosure.test_curves import PAST, SINCE, freeze, make


def build(few: int = 3, words: str = "said in confidence") -> Evaluation:
    series = make([*PAST[:2], few, *PAST[3:], *SINCE])
    return Evaluation(
        id="small",
        title="Small",
        series=[series],
        baselines=[attrs.evolve(freeze(series), id="curve")],
        breakdowns=[make_breakdown({"A": 40, "B": few, "C": 8 - few}, whole=48)],
        feedback=[
            Feedback(
                id="one",
                gist=words,
                came_by=FeedbackSource.MEETING,
                given=PartialDate.parse("2011"),
                consent=Consent(state=ConsentState.NO),
            )
        ],
    )


def test_what_is_published_of_an_evaluation_holds_no_hidden_number_and_no_hidden_voice() -> None:
    publication = publish(build())
    shown = publication.evaluation
    assert isinstance(publication, Publication)
    assert shown.feedback == ()
    assert shown.series[0].values[2] is None
    assert [part.number for part in shown.breakdowns[0].parts] == [40, None, None]
    assert "Audited: 2 hidden" in publication.sentence


def test_evaluations_that_differ_only_in_what_is_hidden_are_published_as_equals() -> None:
    assert publish(build(3)) == publish(build(5, "something else"))


def test_a_series_and_tables_of_counts_can_be_published_by_themselves() -> None:
    place = Dimension(name="place", categories=["A", "B"], trait=Trait.SMALL_PLACE)
    table = CountTable(
        id="came",
        title="Who came",
        of="people who came",
        counted=Counted.PEOPLE,
        dimensions=[place],
        cells=[CountCell(at=["A"], number=40), CountCell(at=["B"], number=3)],
    )
    assert isinstance(publish(table), Release)
    assert publish([table]) == publish(table, STANDING)
    assert isinstance(publish(make(PAST)), Series)
    assert str(inspect(table)).startswith("Not for publication.\nWho came\n")
    assert "40" in str(inspect(table))


def test_an_evaluation_has_rules_of_its_own() -> None:
    with pytest.raises(InvalidError, match="write it into the evaluation"):
        publish(build(), STANDING)  # type: ignore[call-overload]  # refused on purpose


def test_what_cannot_be_published_is_refused_by_its_kind() -> None:
    with pytest.raises(InvalidError, match='found "int"; give an evaluation, a series'):
        publish(3)  # type: ignore[call-overload]  # refused on purpose


def test_a_baseline_of_small_numbers_alone_is_named_as_left_out() -> None:
    series = make([3, 4, 2, 5, 3, 4, 3, 2, 3, 1, 1, 2])
    small = Evaluation(id="small", title="Small", series=[series], baselines=[freeze(series)])
    publication = publish(small)
    assert publication.left_out == (freeze(series).id,)
    assert freeze(series).id in str(publication)


def test_what_was_shown_before_is_taken_into_account() -> None:
    def table(**numbers: int) -> Breakdown:
        return make_breakdown(numbers, whole=sum(numbers.values()))

    first = publish(Evaluation(id="small", title="Small", breakdowns=[table(A=40, B=30)]))
    again = publish(
        Evaluation(id="small", title="Small", breakdowns=[table(A=40, B=30)]),
        earlier=[first.release],
    )
    assert again == first


def test_inspecting_shows_every_number_and_says_that_it_is_not_for_publication() -> None:
    seen = inspect(make([41, 3]))
    assert isinstance(seen, Inspection)
    assert str(seen) == "Not for publication.\nPeople who waited\n2005: 41\n2006: 3"
    assert "<strong>Not for publication.</strong>" in seen._repr_html_()


@pytest.mark.parametrize("answer", [publish(build()), inspect(3)])
def test_neither_is_true_or_false(answer: object) -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)
