"""Which factors inform which indicators."""

import pytest

from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.indicators import Indicator
from obamodel.domain.influences import Influence
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.files import load_example
from obamodel.stats import Coverage, Informed, map_coverage


def make_evaluation() -> Evaluation:
    return Evaluation(
        id="small",
        title="Small",
        populations=[Population(id="adults", name="Adults", who="all adults")],
        outcomes=[Outcome(id="heard", statement="Views are heard.", population="adults")],
        indicators=[
            Indicator(id=f"i{label}", label=label, statement="Seen.", outcome="heard")
            for label in ("1", "2", "3", "4")
        ],
        factor_groups=[FactorGroup(id="group", label="A", name="Ways in")],
        factors=[
            Factor(id="a1", label="A1", name="Surveys", group="group", indicators=["i1"]),
            Factor(id="a2", label="A2", name="A <website>", group="group"),
        ],
        feedback=[
            Feedback(
                id="said",
                gist="Good.",
                came_by=FeedbackSource.EVENT,
                given=PartialDate.parse("2011"),
                bears_on=["i2", "a2"],
            )
        ],
        influences=[Influence(id="changed", view="More of it.", indicators=["i1", "i3"])],
    )


@pytest.fixture
def coverage() -> Coverage:
    return map_coverage(make_evaluation())


def test_an_indicator_with_a_factor_is_informed_by_it(coverage: Coverage) -> None:
    assert coverage.informed_by("i1") is Informed.FACTOR
    assert [factor.id for factor in coverage.factors_for("i1")] == ["a1"]


def test_feedback_or_influence_without_a_factor_is_evidence_only(coverage: Coverage) -> None:
    assert coverage.informed_by("i2") is Informed.EVIDENCE_ONLY
    assert coverage.evidence["i2"] == ("said",)
    assert coverage.informed_by("i3") is Informed.EVIDENCE_ONLY


def test_an_indicator_with_neither_is_informed_by_nothing(coverage: Coverage) -> None:
    assert coverage.informed_by("i4") is Informed.NOTHING


def test_a_factor_that_informs_no_indicator_is_named(coverage: Coverage) -> None:
    assert [factor.id for factor in coverage.factors_without_indicator] == ["a2"]


def test_the_sentence_names_the_gaps_in_both_directions(coverage: Coverage) -> None:
    assert str(coverage) == (
        "2 factors inform 1 of 4 indicators, through 1 link. "
        "No factor informs indicator 2, but some of what people said and what changed bears on it. "
        "No factor informs indicator 3, but some of what people said and what changed bears on it. "
        "Nothing in this evaluation informs indicator 4. "
        "Factor A2 (A <website>) informs no indicator."
    )


def test_a_notebook_shows_the_sentence_as_text(coverage: Coverage) -> None:
    assert "A &lt;website&gt;" in coverage._repr_html_()


def test_the_frame_has_a_row_for_each_factor_and_indicator(coverage: Coverage) -> None:
    frame = coverage.to_frame()
    assert list(frame.columns) == ["factor", "factor_name", "group", "indicator", "informs"]
    assert len(frame) == 8
    assert frame.loc[frame["informs"], ["factor", "indicator"]].values.tolist() == [["A1", "1"]]


def test_an_answer_cannot_be_changed_and_is_neither_true_nor_false(coverage: Coverage) -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        coverage.evidence["i4"] = ("made-up",)  # type: ignore[index]  # that is the point
    with pytest.raises(TypeError, match="Coverage is neither true nor false"):
        bool(coverage)


def test_mime_has_thirteen_links_seven_three_one_two_and_none() -> None:
    coverage = map_coverage(load_example("mime"))
    numbers = [len(coverage.factors_for(f"indicator-{label}")) for label in range(1, 6)]
    assert numbers == [7, 3, 1, 2, 0]
    assert coverage.links == 13
    assert coverage.informed_by("indicator-5") is Informed.EVIDENCE_ONLY
