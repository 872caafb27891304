"""Series, answers and evaluations for the tests of the scorecard."""

from collections.abc import Sequence
from typing import Any

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.stats.forecasting import freeze_baseline
from obamodel.stats.turning import CurveAnswer, assess_curve, assess_family

FLAT = (50, 52, 49, 51, 50, 48, 51, 50)
"""Eight values that go nowhere."""
BETTER, SAME, WORSE = (30, 29, 31), (50, 51, 49), (72, 70, 71)
"""Three values each that are far under, at, and far above them; low is good."""


def make_series(name: str, values: Sequence[float | None], /, **about: Any) -> Series:
    """Make a yearly series from 2010, public unless told otherwise; low is good."""
    given: dict[str, Any] = {
        "name": name,
        "kind": SeriesKind.RATE,
        "unit": "per 1,000",
        "per": 1000,
        "polarity": Polarity.LOW,
        "published": "a yearly report",
        "why_missing": "no survey was held",
    } | about
    return Series.from_dict(
        {str(2010 + place): value for place, value in enumerate(values)},
        id=given.pop("id", name.lower().replace(" ", "-")),
        **given,
    )


def make_answer(name: str, since: Sequence[float | None] = SAME, /, **about: Any) -> CurveAnswer:
    """Make the answer for a series that was flat until 2017."""
    series = make_series(name, (*FLAT, *since), **about)
    return assess_curve(freeze(series), series)


def freeze(series: Series, **about: Any) -> Any:
    """Freeze the baseline of a series in 2017."""
    return freeze_baseline(
        series,
        until="2017",
        periods=5,
        as_of="2018-02",
        author="the data group",
        because="No new money.",
        **about,
    )


def make_family(*names: str, since: Sequence[float | None] = BETTER) -> tuple[CurveAnswer, ...]:
    """Make answers that were judged together."""
    series = [make_series(name, (*FLAT, *since)) for name in names]
    return assess_family("All areas", [(freeze(one), one) for one in series])


def make_evaluation(series: Sequence[Series] = (), **about: Any) -> Evaluation:
    """Make an evaluation with two outcomes, and an indicator for each of these series and more."""
    given: dict[str, Any] = {
        "populations": [Population(id="all", name="Everybody", who="all who live here")],
        "outcomes": [
            Outcome(id="safe", statement="People are safe.", population="all"),
            Outcome(id="well", statement="People are well.", population="all"),
        ],
        "indicators": [
            Indicator(id="falls", label="1", statement="Few people fall.", outcome="safe"),
            Indicator(
                id="smoking",
                label="2",
                statement="Few people smoke.",
                outcome="well",
                data=DataState.HELD,
            ),
            Indicator(
                id="lost",
                label="3",
                statement="Few people are lonely.",
                outcome="safe",
                data=DataState.LOST,
            ),
        ],
        "series": series,
    } | about
    return Evaluation(id="small", title="Small", **given)
