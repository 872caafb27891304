"""Measure everything, and write it to the tables of the page *How often is it wrong?*."""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.calibration import in_short, real_tables, simulated_tables
from benchmarks.calibration.competitions import FILE, read_competitions
from benchmarks.calibration.processes import SIZES
from benchmarks.calibration.simulated import count_verdicts

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "docs" / "_calibration"


def read_arguments() -> argparse.Namespace:
    """Read what was typed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument(
        "--data",
        type=Path,
        default=os.environ.get("OBAMODEL_DATA"),
        help=f"the folder that holds {FILE}, or that file; or set OBAMODEL_DATA",
    )
    parser.add_argument(
        "--simulations", type=int, default=4000, help="how many series of each kind are made"
    )
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables go")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name the folder of data files with --data, or set OBAMODEL_DATA")
    if arguments.data.is_file():
        arguments.data = arguments.data.parent
    if not (arguments.data / FILE).is_file():
        parser.error(f"there is no {FILE} in {arguments.data}")
    return arguments


def main() -> None:
    """Measure, and write one file for each table."""
    arguments = read_arguments()
    folder, runs = arguments.data, arguments.simulations
    command = f"python -m benchmarks.calibration --data FOLDER --simulations {runs}"
    print(f"$ {' '.join(sys.argv)}\n{command}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()

    def write(name: str, make: Callable[[], str]) -> None:
        text = make()
        (arguments.out / f"{name}.md").write_text(text, encoding="utf-8")
        print(f"{time.perf_counter() - start:6.0f} s  {name}\n\n{text}", flush=True)

    series = read_competitions(folder)
    write("command", lambda: f"```sh\n{command}\n```\n")
    write("social", lambda: real_tables.tabulate_social(folder))
    nulls = simulated_tables.simulate_nulls(runs)
    write("turned", lambda: simulated_tables.tabulate_false_turns(nulls, "turned", "worse"))
    write(
        "signs",
        lambda: simulated_tables.tabulate_false_turns(nulls, "signs_or_turned", "signs_or_worse"),
    )
    looks, ever = simulated_tables.tabulate_ever_turned(runs)
    write("looks", lambda: looks)
    write("power", lambda: simulated_tables.tabulate_power(runs))
    endings, *wrong = simulated_tables.tabulate_endings(runs)
    write("endings", lambda: endings)
    write("sampling_simulated", lambda: simulated_tables.tabulate_simulated_sampling(runs))
    write("sampling", lambda: real_tables.tabulate_sampling(series))
    write("other_numbers", lambda: real_tables.tabulate_other_numbers(series, runs))
    write("methods", lambda: real_tables.tabulate_methods(series))
    coverage = real_tables.measure_all_coverage(series)
    write("held_out", lambda: real_tables.tabulate_mean_coverage(coverage, held_out=True))
    write("chosen", lambda: real_tables.tabulate_mean_coverage(coverage, held_out=False))
    write("other_coverage", lambda: real_tables.tabulate_other_coverage(coverage))
    write("real_turns", lambda: real_tables.tabulate_real_turns(coverage))
    write("outside", lambda: real_tables.list_outside(coverage))
    write("short_wrong", lambda: in_short.sum_up_wrong(nulls, ever, (wrong[0], wrong[1])))
    write("short_real", lambda: in_short.sum_up_real(coverage))
    power = {
        f"{kind}, {before} values before and {after} after": count_verdicts(
            kind, before, after, runs=runs, step=3
        )
        for before, after in SIZES
        for kind in ("level", "trend")
    }
    write("short_right", lambda: in_short.sum_up_right(power))
    write("accuracy", lambda: real_tables.tabulate_accuracy(series))


if __name__ == "__main__":
    main()
