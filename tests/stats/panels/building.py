"""Panels made up for the tests, and the same series judged one by one."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from obamodel.domain.baselines import Baseline
from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.domain.observations import Observation
from obamodel.domain.periods import Period
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.stats.forecasting import freeze_baseline
from obamodel.stats.turning import assess_curve
from obamodel.stats.turning.curves import CurveAnswer

Array = npt.NDArray[np.float64]

FIRST = 1990
NUMBERS = ["observed", "expected", "departure", "lower", "upper"]
FROZEN = {"as_of": "2015-05", "author": "Data group", "because": "To compare."}
JUDGED = Judgement(author="Partners", on=PartialDate.parse("2015"), reason="What a year costs.")


def make_values(series: int, points: int, *, gaps: float = 0.0, seed: int = 1) -> Array:
    """Make series that drift and jump about, some with values missing."""
    rng = np.random.default_rng(seed)
    walks = np.cumsum(rng.normal(rng.normal(0, 0.3, (series, 1)), 1, (series, points)), axis=1)
    values = 50 + walks + rng.normal(0, 1, (series, points))
    values[:, points * 2 // 3 :] += rng.normal(0, 6, (series, 1))
    values[rng.random(values.shape) < gaps] = np.nan
    return np.asarray(values)


def name(place: int) -> str:
    return f"area {place:04d}"


def make_frame(
    values: Array,
    *,
    begins: Sequence[int] | None = None,
    finishes: Sequence[int] | None = None,
    first: int = FIRST,
) -> pd.DataFrame:
    """Write one row for each series and year, from the place where it begins to its last."""
    series, points = values.shape
    rows = [
        (name(place), first + year, values[place, year])
        for place in range(series)
        for year in range(
            0 if begins is None else begins[place], points if finishes is None else finishes[place]
        )
    ]
    return pd.DataFrame(rows, columns=["series", "period", "value"])


def make_series(rows: pd.DataFrame, *, good: bool = True, margin: float | None = None) -> Series:
    """Make one series of its rows; a missing value is one that nobody counted."""
    observations = []
    for year, value in zip(rows["period"], rows["value"], strict=True):
        period = Period.parse(str(year))
        if np.isnan(value):
            observations.append(Observation(period=period, missing="nobody counted"))
        elif margin is None:
            observations.append(Observation(period=period, value=value))
        else:
            observations.append(
                Observation(period=period, value=value, lower=value - margin, upper=value + margin)
            )
    return Series(
        id=str(rows["series"].iloc[0]).replace(" ", "-"),
        name="Calls",
        kind=SeriesKind.SCORE,
        unit="points",
        polarity=Polarity.HIGH if good else Polarity.LOW,
        observations=observations,
    )


def freeze_alone(rows: pd.DataFrame, start: int, series: Series, **about: Any) -> Baseline:
    periods = max(int(rows["period"].max()) - start + 1, 1)
    return freeze_baseline(series, until=str(start - 1), periods=periods, **(FROZEN | about))


def judge_alone(
    frame: pd.DataFrame,
    starts: Mapping[str, int],
    *,
    good: bool = True,
    margin: float | None = None,
    **about: Any,
) -> dict[str, CurveAnswer]:
    """Judge each series by itself, as if it were the only one."""
    answers = {}
    for key, rows in frame.groupby("series", sort=True):
        series = make_series(rows, good=good, margin=margin)
        each = {
            field: said[key] if isinstance(said, Mapping) else said for field, said in about.items()
        }
        answers[str(key)] = assess_curve(
            freeze_alone(rows, starts[str(key)], series, **each), series
        )
    return answers


def list_numbers(answer: CurveAnswer) -> list[float]:
    """List what a panel says of a series, from the answer on that series alone."""
    departure = answer.departure
    if departure is None:
        return [np.nan] * 5
    lower = np.nan if departure.lower is None else departure.lower
    upper = np.nan if departure.upper is None else departure.upper
    return [departure.observed, departure.expected, departure.value, lower, upper]
