"""What may be shown of a curve: judged again from the numbers that may be shown."""

from collections.abc import Iterable

from attrs import evolve

from obamodel.disclosure.series import may_show_as_it_is, publish_series
from obamodel.domain.baselines import Baseline, Method
from obamodel.domain.fields import show
from obamodel.domain.observations import Observation
from obamodel.domain.protection import Protection
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting import freeze_baseline
from obamodel.stats.turning import CurveAnswer, assess_curve

AGAIN = (
    "Worked out again from the numbers as they may be shown, which are rounded or left out where "
    "they are small: at the desk it may come out otherwise."
)
_MADE = ("forecast", "covariance", "freedom", "widening", "sampling_variance", "made_with")


def publish_baseline(baseline: Baseline, shown: Series) -> Baseline | None:
    """Make the baseline that may leave the house: frozen again from what may be shown.

    What partners agreed stays as they agreed it. Anything else was worked out from numbers that
    may not be shown, and would give them away; so history and forecast are made again, by the same
    method, over the same periods.

    Parameters
    ----------
    baseline
        As it was frozen, on a series of which something may not be shown.
    shown
        That series, as it may be shown.

    Returns
    -------
    Baseline, or nothing
        Nothing where too little of the history may be shown to freeze it again.
    """
    there = {one.period: one for one in shown.observations}
    history = [
        there.get(one.period) or Observation(period=one.period, missing="not shown")
        for one in baseline.history
    ]
    if baseline.method is Method.GIVEN:
        return evolve(baseline, history=history)
    try:
        again = freeze_baseline(
            evolve(shown, observations=history),
            until=baseline.until,
            periods=len(baseline.forecast),
            as_of=baseline.frozen.on,
            author=baseline.frozen.author,
            because=baseline.frozen.reason,
            method=baseline.method,
            scale=baseline.scale,
            id=baseline.id,
        )
    except InvalidError:
        return None
    made = {name: getattr(again, name) for name in _MADE}
    return evolve(baseline, history=history, **made)


def publish_curve(
    baseline: Baseline,
    series: Series,
    protection: Protection,
    *,
    comparisons: Iterable[Series] = (),
) -> CurveAnswer:
    """Judge a curve from what may be shown of it; the answer may leave the house.

    Parameters
    ----------
    baseline
        As it was frozen.
    series
        The series it is about, as it is kept.
    protection
        The rules that the group chose.
    comparisons
        Series of places or groups like this one, as they are kept.

    Raises
    ------
    InvalidError
        When too little of the history may be shown, or it cannot be judged at all.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.protection import Preset
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> waited = Series.from_dict(
    ...     {str(2005 + place): value for place, value in enumerate(
    ...         [41, 52, 47, 55, 44, 51, 48, 53, 49, 31, 28, 33])},
    ...     id="waited", name="People who waited", kind=SeriesKind.COUNT, unit="people",
    ...     polarity=Polarity.LOW,
    ... )
    >>> baseline = freeze_baseline(
    ...     waited, until="2013", periods=3, as_of="2014-02", author="Board", because="Agreed.",
    ... )
    >>> judged = Judgement(author="Board", on=PartialDate.parse("2014"), reason="Few people.")
    >>> shown = publish_curve(baseline, waited, Protection(preset=Preset.HES, judged=judged))
    >>> [point.value for point in shown.points], shown.caveats[-1] == AGAIN
    ([30, 30, 35], True)
    """
    others = [publish_series(other, protection) for other in comparisons]
    shown = publish_series(series, protection)
    if may_show_as_it_is(series, protection):
        return assess_curve(baseline, shown, comparisons=others)
    again = publish_baseline(baseline, shown)
    if again is None:
        fault = Fault(
            "too-little-to-show",
            f"too little of the history of {show(series.name)} may be shown",
            "pool years or places, so that the numbers are larger",
            path=(baseline.id,),
        )
        raise InvalidError("a curve to publish", [fault])
    return say_again(assess_curve(again, shown, comparisons=others))


def say_again(answer: CurveAnswer) -> CurveAnswer:
    """Say of an answer that it was worked out again from what may be shown."""
    return evolve(answer, caveats=(*answer.caveats, AGAIN))
