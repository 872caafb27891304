"""How fast is a panel judged, beside what its users have today?

Run it with one thread for BLAS, in an environment that holds this library and its peers (see
README.md beside this file)::

    OPENBLAS_NUM_THREADS=1 python benchmarks/panel_speed.py

Every figure is a median of CPU times in this one run, given as a ratio: to one pass of np.sum over
the same values, or to the time that this library takes for one series.
"""

import platform
import statistics
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import obamodel as oba

POINTS, BEFORE = 40, 28
FIRST_YEAR = 1980
START = FIRST_YEAR + BEFORE
RESULTS = Path(__file__).parent / "results" / "panel_speed.md"


def make_panel(series: int, seed: int = 1) -> pd.DataFrame:
    """Make a long frame in order, its series named by categories."""
    values = 50 + np.random.default_rng(seed).normal(size=(series, POINTS))
    names = pd.Index([f"s{number:07d}" for number in range(series)])
    return pd.DataFrame(
        {
            "series": pd.Categorical.from_codes(np.repeat(np.arange(series), POINTS), names),
            "period": np.tile(np.arange(FIRST_YEAR, FIRST_YEAR + POINTS), series),
            "value": values.ravel(),
        }
    )


def take_time(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the median CPU time of a piece of work, in seconds; the first round does not count."""
    times = []
    for _ in range(rounds + 1):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times[1:])


def judge(frame: pd.DataFrame, **options: Any) -> pd.DataFrame:
    options = {"starts": START, "high_is_good": True, **options}
    return oba.assess_panel(frame, **options)


def judge_in_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    """The same line, interval, gap and control limits, by groupby and transform."""
    table = frame.assign(t=frame["period"] - FIRST_YEAR)
    past, later = table[table["t"] < BEFORE], table[table["t"] >= BEFORE]
    by = past.groupby("series", observed=True)
    apart = past["t"] - (BEFORE - 1) / 2
    spread = (BEFORE**3 - BEFORE) / 12
    mean = by["value"].mean()
    slope = (apart * past["value"]).groupby(past["series"], observed=True).sum() / spread
    own_mean, own_slope = (past["series"].map(one).astype(float) for one in (mean, slope))
    fitted = own_mean + own_slope * apart
    left = (past["value"] - fitted) ** 2
    scale = left.groupby(past["series"], observed=True).sum() / (BEFORE - 2)
    ahead = (POINTS + BEFORE - 1) / 2 - (BEFORE - 1) / 2
    gap = later.groupby("series", observed=True)["value"].mean() - mean - slope * ahead
    half = 2.0555 * np.sqrt(scale * (1 / (POINTS - BEFORE) + 1 / BEFORE + ahead**2 / spread))
    whole = table.groupby("series", observed=True)["value"]
    steps = whole.diff().abs().groupby(table["series"], observed=True).mean()
    centre = whole.mean()
    side = np.sign(table["value"] - table["series"].map(centre).astype(float))
    change = (side != side.groupby(table["series"], observed=True).shift()).cumsum()
    runs = side.groupby(change).transform("size")
    shift = (runs >= 7).groupby(table["series"], observed=True).any()
    return pd.DataFrame(
        {
            "gap": gap,
            "lower": gap - half,
            "upper": gap + half,
            "low": centre - 2.66 * steps,
            "high": centre + 2.66 * steps,
            "shift": shift,
        }
    )


def measure_own() -> Iterator[tuple[str, str, str]]:
    frame = make_panel(100_000)
    values = frame["value"].to_numpy()
    unit = take_time(lambda: values.sum(), rounds=15)
    shuffled = frame.sample(frac=1, random_state=2)
    strings = frame.assign(series=frame["series"].astype(str))
    simple = {"method": "trend", "variation": True}
    own = take_time(lambda: judge(frame, **simple))
    for name, used in (
        ("categories in order", frame),
        ("categories, shuffled", shuffled),
        ("strings in order", strings),
    ):
        passes = take_time(lambda used=used: judge(used, **simple), rounds=3) / unit
        aim = "50" if used is frame else "100"
        yield f"simple, 100,000 series, {name}: passes of np.sum", f"{passes:.0f}", f"≤ {aim}"
    pandas_way = take_time(lambda: judge_in_pandas(frame), rounds=3)
    yield "simple: times faster than vectorised pandas", f"{pandas_way / own:.0f}", "≥ 10"
    yield "simple: microseconds a series", f"{own / 100_000 * 1e6:.2f}", ""
    some = make_panel(20_000)
    default = take_time(lambda: judge(some), rounds=3) / 20_000
    yield "default: microseconds a series", f"{default * 1e6:.1f}", ""
    rng = np.random.default_rng(3)
    ragged = frame[rng.random(len(frame)) > 0.03].copy()
    starts = {name: START + int(rng.integers(-6, 5)) for name in frame["series"].cat.categories}
    for method in ("trend", "average"):
        regular = take_time(lambda method=method: judge(frame, method=method), rounds=3)
        awkward = take_time(
            lambda method=method: judge(ragged, method=method, starts=starts, gaps="missing"),
            rounds=3,
        )
        label = f"{method}: gaps and a start for each series, times the regular case"
        yield label, f"{awkward / regular:.1f}", "≤ 3"
    yield from measure_growth(simple)
    yield from measure_one()
    yield from measure_peers(own / 100_000, default)


def measure_growth(simple: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    sizes = (1_000, 10_000, 100_000, 1_000_000)
    times = []
    for size in sizes:
        frame = make_panel(size)
        rounds = 3 if size < 1_000_000 else 1
        times.append(take_time(lambda frame=frame: judge(frame, **simple), rounds=rounds))
    exponent = np.polyfit(np.log(sizes), np.log(times), 1)[0]
    yield "simple: growth from 10³ to 10⁶ series, exponent", f"{exponent:.2f}", "≤ 1.05"
    yield "simple: a million series in order, seconds of CPU", f"{times[-1]:.1f}", "≤ 2"
    frame = make_panel(1_000_000)
    tracemalloc.start()
    found = judge(frame, **simple)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    assert len(found) == 1_000_000
    yield "simple: a million series, MiB more at the most", f"{peak:.0f}", "≤ 100"


def measure_one() -> Iterator[tuple[str, str, str]]:
    values = make_panel(1)["value"]
    series = oba.Series.from_dict(
        {str(FIRST_YEAR + place): round(float(value), 2) for place, value in enumerate(values)},
        id="one",
        name="One",
        kind=oba.SeriesKind.MEAN,
        unit="points",
        polarity=oba.Polarity.HIGH,
    )

    def freeze_and_judge() -> None:
        baseline = oba.freeze_baseline(
            series, until=str(START - 1), periods=4, as_of="2020", author="us", because="so"
        )
        oba.assess_curve(baseline, series)

    yield "one series, frozen and judged: ms", f"{take_time(freeze_and_judge, 25) * 1e3:.1f}", "≤ 5"


def measure_peers(simple: float, default: float) -> Iterator[tuple[str, str, str]]:
    past = [row[:BEFORE] for row in make_panel(40)["value"].to_numpy().reshape(40, POINTS)]
    for name, work, own, label, aim in (*find_peers(past), *find_chart_peer()):
        each = take_time(work, rounds=2) / len(past)
        ratio = each / (simple if own == "simple" else default)
        yield f"{own}: times faster a series than {name} ({label})", f"{ratio:,.0f}", aim


def find_peers(past: list[Any]) -> Iterator[tuple[str, Callable[[], object], str, str, str]]:
    """Find the peers that this environment holds; a peer that is not there is left out."""
    horizon = POINTS - BEFORE
    try:
        from statsforecast.models import AutoETS, AutoTheta, Holt, RandomWalkWithDrift

        for name, model, aim in (
            ("AutoTheta", AutoTheta(season_length=1), "≥ 50"),
            ("AutoETS", AutoETS(season_length=1), ""),
            ("Holt", Holt(season_length=1), ""),
            ("RandomWalkWithDrift", RandomWalkWithDrift(), ""),
        ):
            yield (
                f"statsforecast {name}",
                lambda model=model: [model.forecast(y=one, h=horizon, level=[95]) for one in past],
                "simple" if name == "RandomWalkWithDrift" else "default",
                "forecast with interval alone",
                aim,
            )
    except ImportError:
        pass
    try:
        import statsmodels.api as sm
        from statsmodels.tsa.exponential_smoothing.ets import ETSModel

        design = sm.add_constant(np.arange(float(BEFORE)))
        yield (
            "statsmodels ETSModel, damped",
            lambda: [
                ETSModel(pd.Series(one), trend="add", damped_trend=True).fit(disp=False)
                for one in past
            ],
            "default",
            "fit alone",
            "≥ 250",
        )
        yield (
            "statsmodels OLS with Newey-West",
            lambda: [
                sm.OLS(one, design).fit(cov_type="HAC", cov_kwds={"maxlags": 2}).conf_int()
                for one in past
            ],
            "simple",
            "fit and interval alone",
            "",
        )
    except ImportError:
        pass


def find_chart_peer() -> Iterator[tuple[str, Callable[[], object], str, str, str]]:
    """Find the peer for control charts, which judges one series a call."""
    try:
        from pycontrolcharts import calc_xmr
    except ImportError:
        return
    whole = [list(row) for row in make_panel(40)["value"].to_numpy().reshape(40, POINTS)]
    yield (
        "a loop of pycontrolcharts",
        lambda: [calc_xmr(one) for one in whole],
        "simple",
        "control chart and its tests alone",
        "≥ 200",
    )


def main() -> None:
    warnings.simplefilter("ignore")
    versions = (
        f"Python {platform.python_version()}, numpy {np.__version__}, pandas {pd.__version__}"
    )
    told = (
        f"Written by `benchmarks/panel_speed.py`: {POINTS} points a series, {BEFORE} before and "
        f"{POINTS - BEFORE} after; medians of CPU time in one run on a virtual machine with two "
        f"cores, one thread for BLAS. {versions}. *Simple* is a straight line with interval and "
        "verdict, and a control chart with its four rules."
    )
    lines = ["# How fast a panel is judged", "", told, ""]
    lines += ["| what | measured | aim |", "|---|--:|--:|"]
    for what, measured, aim in measure_own():
        lines.append(f"| {what} | {measured} | {aim} |")
        print(lines[-1], file=sys.stderr)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
