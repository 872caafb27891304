"""How well does the damped model fit, beside the same model of statsforecast?

Run it in an environment that holds this library and statsforecast (see README.md beside this
file)::

    python benchmarks/damped_fit.py --data FOLDER

FOLDER holds ``m_competitions.csv.gz``. Each figure is the sum of squared one-step errors of this
library over that of the peer, for the same series.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.calibration.competitions import read_competitions
from obamodel.stats.forecasting.smoothing import smooth_damped

Array = npt.NDArray[np.float64]
RESULTS = Path(__file__).parent / "results" / "damped_fit.md"
TOLD = """# How well the damped model fits

Written by `benchmarks/damped_fit.py`: the sum of squared one-step errors over that of
statsforecast's damped model (`ets_f`, model AAN), on the histories of the M3 competition and on
simulated panels of 1,000 series with 40 points.

The model asks that the smoothing of the trend be at most that of the level (Hyndman and others,
2008, their *usual* region). The peer does not hold to it, and where it leaves it, it can fit more
closely than the model allows: *inside* tells of the series on which it stays.
"""


def fit_peer(values: Array) -> tuple[float, bool]:
    """Return the peer's sum of squares, and whether its parameters are in the usual region."""
    from statsforecast.ets import ets_f

    model = ets_f(values.copy(), m=1, model="AAN", damped=True)
    errors = values - np.asarray(model["fitted"]).ravel()
    level, trend = model["par"][:2]
    return float((errors**2).sum()), bool(trend <= level + 1e-6)


def make_panels(series: int = 1000, points: int = 40) -> Iterator[tuple[str, list[Array]]]:
    """Make panels of noise about a level, about a line, and of steps that add up."""
    rng = np.random.default_rng(1)
    noise = rng.normal(size=(series, points))
    yield "noise about a level", list(50 + noise)
    yield "noise about a line", list(50 + 0.5 * np.arange(points) + noise)
    yield "steps that add up", list(50 + noise.cumsum(axis=1))


def compare(all_values: list[Array]) -> tuple[Array, npt.NDArray[np.bool_]]:
    """Return the ratio for each series, and whether the peer was in the usual region."""
    ratios, inside = [], []
    for values in all_values:
        peer, usual = fit_peer(values)
        found = smooth_damped(values[None], 1)
        own = float(found.scale[0] * found.freedom[0])
        if peer > 0:
            ratios.append(own / peer)
            inside.append(usual)
    return np.array(ratios), np.array(inside)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    held = [one for one in read_competitions(parser.parse_args().data) if one.competition == "M3"]
    panels = [
        (f"M3, {frequency}", [one.past for one in held if one.frequency == frequency])
        for frequency in ("yearly", "quarterly", "monthly")
    ]
    lines = [
        (
            "| series | how many | median ratio | within 1.01 (%) | inside (%) "
            "| inside: median ratio | inside: within 1.01 (%) |"
        ),
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    everything = []
    for name, values in (*panels, *make_panels()):
        everything.append(compare(values))
        lines.append(write_row(name, *everything[-1]))
        print(lines[-1], file=sys.stderr)
    ratios, inside = (np.concatenate(one) for one in zip(*everything, strict=True))
    lines.append(write_row("all", ratios, inside))
    RESULTS.write_text(TOLD + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def write_row(name: str, ratios: Array, inside: npt.NDArray[np.bool_]) -> str:
    near = ratios <= 1.01
    return (
        f"| {name} | {len(ratios):,} | {np.median(ratios):.3f} | {100 * near.mean():.1f} | "
        f"{100 * inside.mean():.1f} | {np.median(ratios[inside]):.3f} | "
        f"{100 * near[inside].mean():.1f} |"
    )


if __name__ == "__main__":
    main()
