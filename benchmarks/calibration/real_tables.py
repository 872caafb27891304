"""What was measured on real series, as tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.calibration.accuracy import BOUNDS, PUBLISHED, list_methods, measure_errors
from benchmarks.calibration.competitions import FREQUENCIES, Array, Held
from benchmarks.calibration.coverage import (
    BAND,
    CUTS,
    REACHES,
    count,
    find_factors,
    find_widening,
    measure_coverage,
)
from benchmarks.calibration.processes import NULLS
from benchmarks.calibration.processes import SIZES as LENGTHS
from benchmarks.calibration.sampling import ROUNDS, SIZES, measure_with_sampling_error
from benchmarks.calibration.shares import Share, pool, share_of
from benchmarks.calibration.simulated import count_endings, count_verdicts
from benchmarks.calibration.social import measure_offending, measure_smoking
from benchmarks.calibration.writing import mark, say_length, write_table
from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.forecasts import Forecasts
from obamodel.stats.forecasting.widening import ALWAYS, OF_METHOD, widen
from obamodel.stats.turning.words import AfterEnd

if TYPE_CHECKING:
    import pandas as pd

Coverage = Mapping[tuple[str, int | None], "pd.DataFrame"]
SHORT = tuple(points for points in CUTS if points is not None)
VERDICTS = ("turned", "turned or signs", "worse", "worse or signs")


def tabulate_accuracy(series: Sequence[Held]) -> str:
    """Set the errors of every method beside those of the entrants of M3."""
    errors = {one: measure_errors(series, one, list_methods(one)) for one in FREQUENCIES}
    ours = list(dict.fromkeys(method for found in errors.values() for method in found))
    rows: list[list[object]] = []
    for method in ours:
        name = f"`{method.value}`" + (", the default" if method is Method.AVERAGE else "")
        found = [errors[one].get(method) for one in FREQUENCIES]
        rows.append([name, *("" if one is None else f"{one:.2f}" for one in found)])
    rows.append(["*no worse than*", *(f"*{bound:.1f}*" for bound in BOUNDS.values())])
    rows += [[name, *(f"{one:.2f}" for one in found)] for name, found in PUBLISHED.items()]
    return write_table(["method", *FREQUENCIES], rows)


def measure_all_coverage(series: Sequence[Held]) -> Coverage:
    """Judge all series, cut to each length and whole."""
    return {
        (frequency, points): measure_coverage(series, frequency, points)
        for frequency in FREQUENCIES
        for points in CUTS
    }


def tabulate_mean_coverage(coverage: Coverage, *, held_out: bool) -> str:
    """Say how many 95% intervals of the mean departure held, on one half of the series."""
    rows = []
    for (frequency, points), found in coverage.items():
        shares = [count(found, "mean_95", reach=one, held_out=held_out) for one in REACHES]
        number = next(one.of for one in shares if one is not None)
        rows.append([f"{frequency}, {say_length(points)}", number, *map(mark, shares)])
    return write_table(["history", "series", *(f"{one} after" for one in REACHES)], rows)


def tabulate_other_coverage(coverage: Coverage) -> str:
    """Say how many 80% intervals, and intervals of single values, held, on the half held out."""
    columns = {
        "mean_80": "mean, 80%",
        "mean_95": "mean, 95%",
        "each_80": "each value, 80%",
        "each_95": "each value, 95%",
    }
    rows = []
    for (frequency, points), found in coverage.items():
        kept = found[found["held_out"]]
        # Each series stands there once for each reach, and is one witness all the same.
        number = int(kept["reach"].eq(REACHES[0]).sum())
        shares = [Share(float(kept[one].mean()) * number, number) for one in columns]
        rows.append([f"{frequency}, {say_length(points)}", *shares])
    return write_table(["history", *columns.values()], rows)


def tabulate_real_turns(coverage: Coverage) -> str:
    """Say how often each word was given to series of which nothing is known that turned them."""
    rows = []
    for (frequency, points), found in coverage.items():
        kept = found[found["held_out"] & (found["reach"] == 6)]
        name = f"{frequency}, {say_length(points)}"
        rows.append([name, *(share_of(kept[one]) for one in VERDICTS)])
    return write_table(["history", *VERDICTS], rows)


def list_outside(coverage: Coverage) -> str:
    """Name the cells of the half held out that lie outside the band, in words."""
    lines = []
    for (frequency, points), found in coverage.items():
        for reach in REACHES:
            share = count(found, "mean_95", reach=reach, held_out=True)
            if share is None or BAND[0] <= share.value <= BAND[1]:
                continue
            side = "too few hold" if share.value < BAND[0] else "more hold than need to"
            name = f"{frequency}, {say_length(points)}, {reach} after"
            lines.append((share.value < BAND[0], f"- {name}: {share}, {side}"))
    low = [line for is_low, line in lines if is_low]
    high = [line for is_low, line in lines if not is_low]
    return "\n".join([*low, "", f"{len(high)} more lie above the band:", "", *high]) + "\n"


def tabulate_sampling(series: Sequence[Held]) -> str:
    """Say how many intervals held under sampling error, told of its size and not told."""
    rows = []
    for frequency in FREQUENCIES:
        for points in SHORT:
            found = measure_with_sampling_error(series, frequency, points)
            found = found[found["held_out"]]
            cells = []
            for size in SIZES:
                kept = found[found["size"] == size]
                number = int(kept["reach"].eq(REACHES[0]).sum()) // ROUNDS
                cells += [
                    mark(Share(float(kept[one].mean()) * number, number))
                    for one in ("told", "not_told")
                ]
            rows.append([f"{frequency}, {say_length(points)}", *cells])
    head = [f"{size:g}, {told}" for size in SIZES for told in ("told", "not told")]
    return write_table(["history", *head], rows)


def tabulate_methods(series: Sequence[Held]) -> str:
    """Say by how much each method has to be widened, and what its number then holds."""
    rows = []
    for method in (Method.AVERAGE, *OF_METHOD):
        if method is Method.SEASONAL_LAST:
            continue
        chosen = {
            points: find_factors(series, method, points=points, held_out=False) for points in SHORT
        }
        held = [find_factors(series, method, points=points, held_out=True) for points in SHORT]
        used = OF_METHOD.get(method)
        holds = "see above" if used is None else str(pool(share_of(one <= used) for one in held))
        rows.append(
            [
                f"`{method.value}`",
                *(f"{np.quantile(one, 0.95):.2f}" for one in chosen.values()),
                f"{find_widening(list(chosen.values())):.2f}",
                "the rule" if used is None else f"{used:g}",
                holds,
                pool(share_of(one <= 1) for one in held),
            ]
        )
    head = ["method", *(f"last {points}" for points in SHORT), "together", "used"]
    return write_table([*head, "holds", "would hold"], rows)


def tabulate_social(folder: Path) -> str:
    """Say how the intervals did on the social series."""
    rows = [
        [
            f"{one.name}: {one.before}, then {one.after}",
            one.mean_95.of,
            mark(one.mean_95),
            one.mean_80,
            one.fell,
            one.rose,
        ]
        for one in (*measure_smoking(folder), *measure_offending(folder))
    ]
    head = ["series", "areas", "95% holds", "80% holds", "below 95%", "above 95%"]
    return write_table(head, rows)


def tabulate_other_numbers(series: Sequence[Held], runs: int) -> str:
    """Say what other numbers in the place of the first one in the rule would do."""
    rows = []
    for number in (1.0, 1.1, 1.2, ALWAYS, 1.45, 1.6):

        def rule(forecasts: Forecasts, reach: int, times: float = number / ALWAYS) -> Array:
            return times * widen(forecasts.seen, reach, forecasts.echo)

        nulls = [
            count_verdicts(kind, before, after, runs=runs, rule=rule)
            for kind in NULLS
            for before, after in LENGTHS
        ]
        turned = max(max(one.turned.value, one.worse.value) for one in nulls)
        signs = max(max(one.signs_or_turned.value, one.signs_or_worse.value) for one in nulls)
        found = count_verdicts("trend", 20, 6, runs=runs, step=3, rule=rule).turned.value
        ended = count_endings("trend", 6, "sustained", runs=runs, rule=rule)
        simulated = (turned, signs, found, ended[AfterEnd.SUSTAINED].value)
        held = [
            count(measure_coverage(series, one, 12, rule=rule), "mean_95", reach=6, held_out=True)
            for one in FREQUENCIES
        ]
        name = f"{number:g}, the rule" if number == ALWAYS else f"{number:g}"
        rows.append([name, *(f"{100 * one:.1f}" for one in simulated), *map(mark, held)])
    head = [
        "number",
        "*turned* wrong",
        "*signs or turned* wrong",
        "step found",
        "*sustained* found",
    ]
    return write_table([*head, *FREQUENCIES], rows)
