"""The series of the M1 and M3 forecasting competitions, with the values that were held back.

Makridakis and others (1982), Makridakis and Hibon (2000).
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from attrs import frozen

Array = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FREQUENCIES = {"yearly": 1, "quarterly": 4, "monthly": 12}
"""How many periods make a year."""
HORIZONS = {"yearly": 6, "quarterly": 8, "monthly": 18}
"""How many values the competitions held back."""
FILE = "m_competitions.csv.gz"


@frozen(eq=False)
class Held:
    """One series: what its forecasters were given, and what was held back."""

    competition: str
    name: str
    frequency: str
    past: Array
    later: Array

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to the half that nothing was chosen by."""
        key = f"{self.competition}/{self.name}"
        return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 1


@frozen(eq=False)
class Group:
    """Series of one frequency whose histories are of one length."""

    past: Array
    later: Array
    is_held_out: Flags


def read_competitions(folder: Path) -> tuple[Held, ...]:
    """Read the series from the folder of data files."""
    import pandas as pd

    rows = pd.read_csv(folder / FILE).sort_values(["comp", "sn", "part", "i"], kind="stable")
    found = []
    for (competition, name), of_one in rows.groupby(["comp", "sn"], sort=False):
        past, later = (
            of_one.loc[of_one["part"] == part, "value"].to_numpy(dtype=float)
            for part in ("x", "xx")
        )
        frequency = str(of_one["period"].iloc[0]).lower()
        found.append(Held(str(competition), str(name), frequency, past, later))
    return tuple(found)


def group(
    series: Sequence[Held], frequency: str, *, points: int | None = None, competition: str = ""
) -> Iterator[Group]:
    """Group the series of one frequency by the length of their histories.

    Parameters
    ----------
    series
        All of them.
    frequency
        Which are wanted.
    points
        To how many of its last values a history is cut; shorter ones are left out. Without it,
        they are whole.
    competition
        M1 or M3, or both.
    """
    by_length: dict[int, list[Held]] = defaultdict(list)
    for one in series:
        wanted = competition in ("", one.competition) and one.frequency == frequency
        if wanted and len(one.past) >= (points or 1):
            by_length[points or len(one.past)].append(one)
    for length, kept in sorted(by_length.items()):
        reach = min(len(one.later) for one in kept)
        yield Group(
            np.array([one.past[-length:] for one in kept]),
            np.array([one.later[:reach] for one in kept]),
            np.array([one.is_held_out for one in kept]),
        )
