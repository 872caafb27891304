"""Does the whole of a breakdown agree with the series it is a moment of?"""

from collections.abc import Iterator

from obamodel.domain.breakdowns import Breakdown, Overlap
from obamodel.domain.fields import show
from obamodel.domain.series import Observation, Series, SeriesKind
from obamodel.domain.series_checks import find_tolerance
from obamodel.errors import Fault, InvalidError
from obamodel.stats.groups.mismatches import Mismatch, MismatchKind, tell_given_away
from obamodel.stats.groups.sums import imply_whole, leaves_only_withheld, list_sums
from obamodel.stats.intervals.wording import write_figure

_FRACTIONS = (SeriesKind.SHARE, SeriesKind.RATE)


def compare_with_series(breakdown: Breakdown, series: Series) -> Iterator[Mismatch]:
    """Hold the whole of a breakdown against a series' value of the same period.

    Raises
    ------
    InvalidError
        When the two are of different kinds, or nothing says which period is meant.
    """
    faults = list(_find_faults(breakdown, series))
    if faults:
        raise InvalidError(f"{breakdown.id} held against {series.id}", faults)
    assert breakdown.period is not None
    period = breakdown.period
    observation = next((one for one in series.observations if one.period == period), None)
    if observation is None or observation.value is None:
        why = "nothing is said of it" if observation is None else observation.missing
        yield Mismatch(
            kind=MismatchKind.SERIES_SILENT,
            breakdown=breakdown.id,
            parts=(),
            found=f"{series.name} has no value in {period} ({why})",
            means="the whole cannot be held against it",
            mend="give a series that has one, or leave it out",
        )
        return
    # A share alone does not give its numerator away; a count does.
    for sums in list_sums(breakdown) if breakdown.kind is SeriesKind.COUNT else ():
        if sums.whole is None and leaves_only_withheld(breakdown, sums):
            yield tell_given_away(breakdown, sums.without, f"what {series.name} says")
    for what, ours, theirs in _list_pairs(breakdown, series, observation):
        yield Mismatch(
            kind=MismatchKind.SERIES_DIFFERS,
            breakdown=breakdown.id,
            parts=(),
            found=f"{series.name} says {theirs} in {period}, and the breakdown says {ours}{what}",
            means="one of the two is wrong, or they are not of the same thing",
            mend="correct the one that is wrong, or say how the two differ",
        )


def _find_faults(breakdown: Breakdown, series: Series) -> Iterator[Fault]:
    if breakdown.period is None:
        found = f"nothing says of which period {show(breakdown.id)} is"
        yield Fault("period-missing", found, "write its period", path=("period",))
    if breakdown.kind is not series.kind:
        yield Fault(
            "mixed-kinds",
            f"{show(breakdown.id)} is a {breakdown.kind}, and {show(series.id)} a {series.kind}",
            "give a series of the same kind",
            path=("kind",),
        )
    elif series.running_total:
        yield Fault(
            "running-total",
            f"{show(series.id)} is a running total",
            "give the series of what is new in each period",
            path=("running_total",),
        )


def _list_pairs(
    breakdown: Breakdown, series: Series, observation: Observation
) -> Iterator[tuple[str, str, str]]:
    """Find each number in which the two differ: what it is, ours and theirs, in words."""
    theirs = observation.value
    assert theirs is not None
    spans = [imply_whole(breakdown, sums) for sums in list_sums(breakdown)]
    if breakdown.kind is SeriesKind.COUNT:
        lowest, highest = spans[0]
        if not lowest <= theirs <= highest:
            yield "", _say_span(lowest, highest), write_figure(theirs)
        return
    both = len(spans) == 2
    if both:
        for (lowest, highest), their, what in (
            (spans[0], observation.numerator, " in the numerator"),
            (spans[1], observation.denominator, " in the denominator"),
        ):
            if their is not None and not lowest <= their <= highest:
                yield what, _say_span(lowest, highest), write_figure(their)
    ours = _find_value(breakdown)
    if ours is None:
        return
    if breakdown.kind in _FRACTIONS:
        # One may be written per 100 and the other per 1: they are compared per what the series is.
        ours = ours * (series.per or 1) / (breakdown.per or 1)
    if abs(ours - theirs) > find_tolerance(theirs, ours):
        yield "", f"{ours:.6g}", f"{theirs:g}"


def _find_value(breakdown: Breakdown) -> float | None:
    """Return the value of the whole, where the whole is given or the parts are all of it."""
    if breakdown.rounded_to:
        return None  # A share of rounded numbers is not the share of the numbers.
    per = breakdown.per or 1
    if breakdown.whole is not None and breakdown.whole_out_of:
        return breakdown.whole * per / breakdown.whole_out_of
    sums = list(list_sums(breakdown))
    is_all = breakdown.overlap is Overlap.EXCLUSIVE and breakdown.complete
    is_known = len(sums) == 2 and not breakdown.uncounted_parts and not breakdown.not_stated
    if is_all and is_known and sums[1].total:
        return sums[0].total * per / sums[1].total
    return None


def _say_span(lowest: float, highest: float) -> str:
    if lowest == highest:
        return write_figure(lowest)
    if highest == float("inf"):
        return f"{write_figure(lowest)} or more"
    return f"{write_figure(lowest)} to {write_figure(highest)}"
