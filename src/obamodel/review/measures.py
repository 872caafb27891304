"""What would a practitioner ask about the performance measures?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.quantities import Counted
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, list_things, say_part

_PERCENTAGE = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\bproportion of\b|\bshare of\b", re.I)


@rule("share-without-denominator", severity=Severity.GAP, source=sources.QUADRANTS)
def share_without_denominator(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: a percentage of what?"""
    shares = [measure for measure in evaluation.measures if _is_share(measure)]
    without = [measure for measure in shares if not measure.denominator]
    if without:
        part = say_part(len(without), len(shares), "percentage", "percentages")
        verb = "does" if len(without) == 1 else "do"
        yield notice_some(
            "measures",
            f"{part} {verb} not say out of whom or what{list_part(without, shares)}.",
            "Write for each percentage out of whom or what it is taken.",
            without,
        )


@rule("measure-without-unit", severity=Severity.GAP, source=sources.PRACTICE)
def measure_without_unit(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: measured in what?"""
    without = [measure for measure in evaluation.measures if not measure.unit]
    if without:
        part = say_part(len(without), len(evaluation.measures), "measure", "measures")
        verb = "has" if len(without) == 1 else "have"
        yield notice_some(
            "measures",
            f"{part} {verb} no unit{list_part(without, evaluation.measures)}.",
            "Write what each is counted in, such as people, sessions or %.",
            without,
        )


@rule("factor-without-measure", severity=Severity.GAP, source=sources.EXAMPLES_OF_MEASURES)
def factor_without_measure(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: the service is judged by it: measured how?"""
    measured = {
        factor for measure in evaluation.measures if measure.unit for factor in measure.factors
    }
    without = [factor for factor in evaluation.factors if factor.id not in measured]
    if without:
        part = say_part(len(without), len(evaluation.factors), "factor", "factors")
        verb = "has" if len(without) == 1 else "have"
        yield notice_some(
            "factors",
            f"{part} the service is judged by {verb} no measure with a unit"
            f"{list_part(without, evaluation.factors)}.",
            "Write at least one measure for each: what is counted, and in what unit.",
            without,
        )


@rule("data-held-not-given", severity=Severity.GAP, source=sources.PRACTICE)
def data_held_not_given(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: you say there are data: where are they?"""
    held = [measure for measure in evaluation.measures if measure.data is DataState.HELD]
    without = [measure for measure in held if not measure.counts and not measure.finding]
    if without:
        yield notice_some(
            "measures",
            f"Data are said to be there, and are not given here, for {list_things(without)}.",
            "Add the counts, or say in words what is known.",
            without,
        )


@rule("measure-mixes-people", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def measure_mixes_people(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: are these people, or the times they came?"""
    kinds = {count.id: count.counted for count in evaluation.counts}
    for measure in evaluation.measures:
        if {Counted.PEOPLE, Counted.ATTENDANCES} <= {kinds[name] for name in measure.counts}:
            yield notice_one(
                measure,
                "puts counts of people beside counts of attendances, which cannot be added",
                "Make two measures of it: one of people, one of the times they came.",
            )


def _is_share(measure: PerformanceMeasure) -> bool:
    said = f"{measure.name} {measure.unit}"
    return measure.quadrant is Quadrant.BETTER_OFF_SHARE or bool(_PERCENTAGE.search(said))
