"""What is left of the numbers of an evaluation when those are taken out that may not be shown?"""

from obamodel.disclosure.counts import protect_counts
from obamodel.disclosure.curves import publish_baseline, say_again
from obamodel.disclosure.references import refer_anew
from obamodel.disclosure.series import may_show_as_it_is, publish_series
from obamodel.disclosure.standing_rule import find_protection
from obamodel.domain.evaluation import Evaluation
from obamodel.stats.turning import CurveAnswer
from obamodel.stats.turning.evaluations import assess_evaluation


def withhold_numbers(evaluation: Evaluation) -> Evaluation:
    """Make a copy of an evaluation in which small numbers are hidden and the others rounded.

    Counts and series are treated by the rules the group chose (breakdowns are not: they are
    protected all together, by ``publish_breakdowns``), and baselines are frozen again
    from what is left of their series; one of which too little is left is not there any more.
    Whatever is made from the copy is worked out from numbers that may be shown.

    Examples
    --------
    >>> from obamodel.domain.quantities import Count, Counted
    >>> few = Count(id="few", of="people who spoke", counted=Counted.PEOPLE, value=3)
    >>> shown = withhold_numbers(Evaluation(id="small", title="Small", counts=[few]))
    >>> shown.counts[0].value is None
    True
    """
    protection = find_protection(evaluation)
    shown = {one.id: publish_series(one, protection) for one in evaluation.series}
    as_it_is = {one.id for one in evaluation.series if may_show_as_it_is(one, protection)}
    baselines = [
        one if one.series in as_it_is else publish_baseline(one, shown[one.series])
        for one in evaluation.baselines
    ]
    kept = tuple(one for one in baselines if one is not None)
    gone = {one.id for one in evaluation.baselines}.difference(one.id for one in kept)
    shown_parts = {
        "counts": protect_counts(evaluation.counts, protection),
        "series": tuple(shown.values()),
        "baselines": kept,
        "plain_words": tuple(one for one in evaluation.plain_words if one.about not in gone),
        "waivers": tuple(one for one in evaluation.waivers if one.about not in gone),
    }
    return refer_anew(evaluation, dict.fromkeys(gone), frozenset({"baselines"}), shown_parts)


def publish_curves(evaluation: Evaluation) -> tuple[CurveAnswer, ...]:
    """Judge every baseline of an evaluation from what may be shown.

    A baseline of whose history too little may be shown is left out.

    Raises
    ------
    InvalidError
        Naming, for every baseline at once, what stands in the way of judging it.

    Examples
    --------
    >>> publish_curves(Evaluation(id="small", title="Without a baseline"))
    ()
    """
    protection = find_protection(evaluation)
    changed = {one.id for one in evaluation.series if not may_show_as_it_is(one, protection)}
    return tuple(
        say_again(answer) if answer.series.id in changed else answer
        for answer in assess_evaluation(withhold_numbers(evaluation))
    )
