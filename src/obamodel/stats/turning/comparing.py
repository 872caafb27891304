"""Did it depart from its baseline by more than places or groups like it?"""

from collections.abc import Sequence

import numpy as np

from obamodel.domain.baselines import Method
from obamodel.domain.series import Series
from obamodel.errors import InvalidError
from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.freezing import freeze_baseline
from obamodel.stats.turning.contrasts import Contrast
from obamodel.stats.turning.curves import Comparison, Departure
from obamodel.stats.turning.judging import VERDICTS, judge
from obamodel.stats.turning.measuring import Measured, measure
from obamodel.stats.turning.words import Verdict


def find_alike(
    measured: Measured, others: Sequence[Series]
) -> tuple[tuple[Measured, ...], tuple[tuple[str, str], ...]]:
    """Lay series beside baselines of their own, made like that of the series that is judged.

    Each gets a baseline by the same method, on the same scale, from the same periods; a given
    forecast is compared with defaults.

    Parameters
    ----------
    measured
        The series that is judged, beside its baseline.
    others
        The series it is to be compared with.

    Returns
    -------
    tuple
        Those that can be compared; and the names of the others, each with the reason.
    """
    found, left_out = [], []
    for other in others:
        if (other.kind, other.unit, other.per) != (
            measured.series.kind,
            measured.series.unit,
            measured.series.per,
        ):
            unit = f" of {other.unit}" if other.unit else ""
            left_out.append((other.name, f"another kind of number: a {other.kind}{unit}"))
            continue
        try:
            beside = _measure_alike(measured, other)
        except InvalidError as error:
            left_out.append((other.name, "; ".join(fault.found for fault in error.faults)))
            continue
        if (measured.seen & ~beside.seen).any():
            left_out.append((other.name, "a value is missing that the comparison needs"))
        elif not beside.has_limits:
            left_out.append((other.name, "too few values for a baseline of its own"))
        else:
            found.append(beside)
    return tuple(found), tuple(left_out)


def compare_curves(
    measured: Measured, found: Sequence[Measured], left_out: Sequence[tuple[str, str]] = ()
) -> Comparison:
    """Compare a departure with the mean departure of similar series, each from its own baseline.

    The errors of different series are taken to be independent. Where places are moved by the same
    things, as they usually are, their errors partly cancel and the interval is wider than it need
    be: it errs on the side of saying less.

    Parameters
    ----------
    measured
        The series that is judged, beside its baseline.
    found, left_out
        As :func:`find_alike` returns them; one or more are found.
    """
    weights = measured.weigh_judged()
    own = measured.contrast(weights)
    each = [one.contrast(weights) for one in found]
    number = len(found)
    mean = sum(float(one.value[0]) for one in each) / number
    whole = Contrast(
        value=own.value - mean,
        half_outer=_join([own.half_outer], [one.half_outer for one in each]),
        half_inner=_join([own.half_inner], [one.half_inner for one in each]),
        number=own.number,
    )
    fewest = min(one.before for one in (measured, *found))
    verdict = VERDICTS[judge(whole, np.array([fewest]))[0]]
    departures = [one.depart(weights) for one in found]
    natural = [one.value for one in departures if one is not None]
    return Comparison(
        difference=_carry_back(measured, whole, sum(natural) / number),
        others=tuple((one.series.name, value) for one, value in zip(found, natural, strict=True)),
        left_out=tuple(left_out),
        verdict=verdict,
        sentence=_say(measured, verdict, number),
    )


def _measure_alike(measured: Measured, other: Series) -> Measured:
    baseline = measured.baseline
    frozen = freeze_baseline(
        other,
        until=baseline.until,
        periods=len(baseline.forecast),
        as_of=baseline.frozen.on,
        author=baseline.frozen.author,
        because=f"To compare with {measured.series.name}.",
        method=Method.AVERAGE if baseline.method is Method.GIVEN else baseline.method,
        scale=baseline.scale,
    )
    return measure(frozen, other)


def _join(own: Sequence[Array], others: Sequence[Array]) -> Array:
    """Return half the width for one less the mean of the others."""
    squares = sum(half**2 for half in others)
    return np.asarray(np.sqrt(own[0] ** 2 + squares / len(others) ** 2))


def _carry_back(measured: Measured, whole: Contrast, beside: float) -> Departure:
    """Return the difference in the unit of the series.

    On a scale that bends, what is one unit here is not one unit there, so the limits are those of
    the scale where it does not bend, and none elsewhere.
    """
    own = measured.depart(measured.weigh_judged())
    assert own is not None, "a comparison is made of what was seen"
    straight = measured.baseline.scale == "natural"
    value = own.value - beside

    def limit(found: Array) -> float | None:
        return float(found[0]) if straight and not np.isnan(found[0]) else None

    return Departure(
        value=value,
        lower=limit(whole.lower),
        upper=limit(whole.upper),
        lower_80=limit(whole.lower_inner),
        upper_80=limit(whole.upper_inner),
        observed=own.value,
        expected=beside,
        periods=own.periods,
    )


_SAYS = {
    Verdict.WORSE: "did worse than {others}, each held against its own baseline",
    Verdict.SIGNS_OF_WORSENING: "may have done worse than {others}, but it is not sure",
    Verdict.NO_TURN_SHOWN: "is not shown to have done better or worse than {others}",
    Verdict.SIGNS_OF_A_TURN: "may have done better than {others}, but it is not sure",
    Verdict.TURNED: "did better than {others}, each held against its own baseline",
}


def _say(measured: Measured, verdict: Verdict, number: int) -> str:
    others = "the one it is compared with" if number == 1 else f"the {number} it is compared with"
    says = _SAYS.get(verdict, "cannot be compared with {others} yet: there are too few values")
    return f"{measured.series.name} {says.format(others=others)}."
