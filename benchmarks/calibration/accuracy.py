"""How near do the forecasts come, beside those that took part in the M3 competition?"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from benchmarks.calibration.competitions import FREQUENCIES, HORIZONS, Array, Held, group
from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.forecasts import FITS, forecast_values

PUBLISHED: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "Naive2": (17.880, 9.951, 16.891),
        "Single": (17.817, 9.717, 15.300),
        "Holt": (20.021, 10.938, 15.795),
        "Dampen": (17.360, 9.361, 14.576),
        "Comb S-H-D": (17.072, 9.216, 14.466),
        "B-J automatic": (17.726, 10.260, 14.796),
        "ForecastPro": (17.271, 9.815, 13.898),
        "RBF": (16.424, 9.565, 14.760),
        "Theta": (16.974, 8.956, 13.892),
    }
)
"""The symmetric error of entrants of M3, yearly, quarterly and monthly (Makridakis, Hibon 2000)."""

BOUNDS: Mapping[str, float] = MappingProxyType({"yearly": 16.5, "quarterly": 8.9, "monthly": 14.3})
"""What the default must not do worse than."""


def list_methods(frequency: str) -> tuple[Method, ...]:
    """List the methods that make sense for a frequency, the default first."""
    last_season = () if FREQUENCIES[frequency] == 1 else (Method.SEASONAL_LAST,)
    return (*FITS, *last_season)


def measure_errors(
    series: Sequence[Held], frequency: str, methods: Sequence[Method] = (Method.AVERAGE,)
) -> Mapping[Method, float]:
    """Return the symmetric absolute percentage error over all M3 forecasts of one frequency.

    Parameters
    ----------
    series
        The series of the competitions.
    frequency
        Which of them.
    methods
        How they are forecast.
    """
    errors: dict[Method, list[Array]] = {method: [] for method in methods}
    for kept in group(series, frequency, competition="M3"):
        for method in methods:
            found = forecast_values(
                kept.past, HORIZONS[frequency], method=method, cycle=FREQUENCIES[frequency]
            ).mean
            apart, size = np.abs(kept.later - found), np.abs(kept.later) + np.abs(found)
            errors[method].append(200 * apart / size)
    return {method: float(np.concatenate(found).mean()) for method, found in errors.items()}
