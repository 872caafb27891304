"""What would a practitioner ask about the performance measures?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.quantities import Counted
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.rule import Noticed, rule
from obamodel.review.wording import join_names, name_factor, quote, say_part, start

_PERCENTAGE = re.compile(r"%|\bper ?cent|\bpercentage\b|\bproportion of\b|\bshare of\b", re.I)


@rule("share-without-denominator", severity=Severity.GAP, source=sources.QUADRANTS)
def share_without_denominator(evaluation: Evaluation) -> Iterator[Noticed]:
    """A percentage of what?"""
    shares = [measure for measure in evaluation.measures if _is_share(measure)]
    without = [measure for measure in shares if not measure.denominator]
    if without:
        part = say_part(len(without), len(shares), "percentage", "percentages")
        yield Noticed(
            place="measures",
            sentence=f"It is not written out of whom or what {part} "
            f"{'is' if len(without) == 1 else 'are'} taken: "
            f"{join_names([quote(measure.name) for measure in without])}.",
            mend="Write for each percentage out of whom or what it is taken.",
            concerns=tuple(measure.id for measure in without),
        )


@rule("measure-without-unit", severity=Severity.GAP, source=sources.PRACTICE)
def measure_without_unit(evaluation: Evaluation) -> Iterator[Noticed]:
    """Measured in what?"""
    without = [measure for measure in evaluation.measures if not measure.unit]
    if without:
        part = say_part(len(without), len(evaluation.measures), "measure", "measures")
        yield Noticed(
            place="measures",
            sentence=f"It is not written in what unit {part} "
            f"{'is' if len(without) == 1 else 'are'} counted: "
            f"{join_names([quote(measure.name) for measure in without])}.",
            mend="Write the unit of each, such as people, sessions or %.",
            concerns=tuple(measure.id for measure in without),
        )


@rule("factor-without-measure", severity=Severity.GAP, source=sources.EXAMPLES_OF_MEASURES)
def factor_without_measure(evaluation: Evaluation) -> Iterator[Noticed]:
    """The service is judged by it: measured how?"""
    measured = {
        factor for measure in evaluation.measures if measure.unit for factor in measure.factors
    }
    without = [factor for factor in evaluation.factors if factor.id not in measured]
    if without:
        part = say_part(len(without), len(evaluation.factors), "factor", "factors")
        yield Noticed(
            place="factors",
            sentence=start(
                f"{part} the service is judged by {'has' if len(without) == 1 else 'have'} "
                "no measure with a unit: "
                f"{join_names([name_factor(factor) for factor in without])}."
            ),
            mend="Write at least one measure for each: what is counted, and in what unit.",
            concerns=tuple(factor.id for factor in without),
        )


@rule("data-held-not-given", severity=Severity.GAP, source=sources.PRACTICE)
def data_held_not_given(evaluation: Evaluation) -> Iterator[Noticed]:
    """You say there are data: where are they?"""
    held = [measure for measure in evaluation.measures if measure.data is DataState.HELD]
    without = [measure for measure in held if not measure.counts and not measure.finding]
    if without:
        part = say_part(len(without), len(held), "measure", "measures")
        yield Noticed(
            place="measures",
            sentence=f"Data are said to be held for {part}, and none are given here: "
            f"{join_names([quote(measure.name) for measure in without])}.",
            mend="Add the counts, or say in words what is known.",
            concerns=tuple(measure.id for measure in without),
        )


@rule("measure-mixes-people", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def measure_mixes_people(evaluation: Evaluation) -> Iterator[Noticed]:
    """Are these people, or the times they came?"""
    kinds = {count.id: count.counted for count in evaluation.counts}
    for measure in evaluation.measures:
        counted = {kinds[name] for name in measure.counts}
        if {Counted.PEOPLE, Counted.ATTENDANCES} <= counted:
            yield _about_measure(
                measure,
                "puts counts of people beside counts of attendances, which do not add up",
                "Make two measures of it: one of people, one of the times they came.",
            )


def _is_share(measure: PerformanceMeasure) -> bool:
    return (
        measure.quadrant is Quadrant.BETTER_OFF_SHARE
        or _PERCENTAGE.search(measure.unit) is not None
        or _PERCENTAGE.search(measure.name) is not None
    )
