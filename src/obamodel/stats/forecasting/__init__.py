"""Where are we heading, if nothing changes?"""

from obamodel.stats.forecasting.backtesting import Backtest, MethodRecord, backtest
from obamodel.stats.forecasting.forecasts import Forecasts, forecast_values
from obamodel.stats.forecasting.freezing import freeze_baseline
from obamodel.stats.forecasting.widening import widen

__all__ = [
    "Backtest",
    "Forecasts",
    "MethodRecord",
    "backtest",
    "forecast_values",
    "freeze_baseline",
    "widen",
]
