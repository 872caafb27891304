"""Questions answered with numbers, one question a file."""

from typing import TYPE_CHECKING, Any

from obamodel.stats.coverage import Coverage, Informed, map_coverage
from obamodel.stats.totals import (
    PeopleRange,
    PlacesTotal,
    bound_people,
    choose_counts,
    total_places,
)

if TYPE_CHECKING:
    from obamodel.stats.forecasting import Backtest, backtest, freeze_baseline
    from obamodel.stats.its import InterruptedSeries, fit_interrupted
    from obamodel.stats.panels import assess_panel
    from obamodel.stats.recruitment import Membership, count_members
    from obamodel.stats.turning import (
        AfterEnd,
        CurveAnswer,
        Verdict,
        assess_curve,
        assess_evaluation,
        assess_family,
    )
    from obamodel.stats.variation import (
        ControlChart,
        RunChart,
        StableShifts,
        chart_run,
        chart_variation,
        find_stable_shifts,
    )

# What works with arrays opens on use: who only counts links does not wait for numpy.
_OPENS_ON_USE = {
    "AfterEnd": "turning",
    "Backtest": "forecasting",
    "ControlChart": "variation",
    "CurveAnswer": "turning",
    "InterruptedSeries": "its",
    "Membership": "recruitment",
    "RunChart": "variation",
    "StableShifts": "variation",
    "Verdict": "turning",
    "assess_curve": "turning",
    "assess_evaluation": "turning",
    "assess_family": "turning",
    "assess_panel": "panels",
    "backtest": "forecasting",
    "chart_run": "variation",
    "chart_variation": "variation",
    "count_members": "recruitment",
    "find_stable_shifts": "variation",
    "fit_interrupted": "its",
    "freeze_baseline": "forecasting",
}

__all__ = [
    "AfterEnd",
    "Backtest",
    "ControlChart",
    "Coverage",
    "CurveAnswer",
    "Informed",
    "InterruptedSeries",
    "Membership",
    "PeopleRange",
    "PlacesTotal",
    "RunChart",
    "StableShifts",
    "Verdict",
    "assess_curve",
    "assess_evaluation",
    "assess_family",
    "assess_panel",
    "backtest",
    "bound_people",
    "chart_run",
    "chart_variation",
    "choose_counts",
    "count_members",
    "find_stable_shifts",
    "fit_interrupted",
    "freeze_baseline",
    "map_coverage",
    "total_places",
]


def __getattr__(name: str) -> Any:
    home = _OPENS_ON_USE.get(name)
    if home is None:
        raise AttributeError(f"obamodel.stats has no name {name!r}")
    import importlib

    found = getattr(importlib.import_module(f"obamodel.stats.{home}"), name)
    globals()[name] = found
    return found
