"""The fewest numbers that can be hidden, by one exact program: it shares no code with the library.

For every small number two worlds are wanted that fit everything shown, in which it lies at least so
far apart; a number may differ between worlds only where it is hidden (Kelly, Golden and Assad 1992;
Fischetti and Salazar 2001). Only the small numbers have to be unsure, and worlds may be made of
fractions of people: so nobody who keeps the small numbers unsure in whole people can hide fewer.
"""

from collections.abc import Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, diags_array, eye_array, hstack, kron

At = tuple[str, str]


def count_fewest(
    numbers: Mapping[At, int],
    *,
    hidden: tuple[int, int],
    total: str = "Total",
    apart: int = 2,
) -> int:
    """Count the fewest numbers that can be hidden in a table of two dimensions, small ones too.

    Parameters
    ----------
    numbers
        Every number by its row and its column, the totals too.
    hidden
        The smallest and the largest number that the rule itself hides.
    total
        What the line of totals is called.
    apart
        How far apart the two worlds have to be.
    """
    places = list(numbers)
    size = len(places)
    small = [index for index, at in enumerate(places) if hidden[0] <= numbers[at] <= hidden[1]]
    if not small:
        return 0
    sums = _write_sums(places, total)
    worlds = 2 * len(small)
    true = np.array([float(numbers[at]) for at in places])
    # Nobody would have been shown as 0 where the rule begins at 1: who is hidden is somebody.
    down = true - min(hidden[0], 1)
    up = float(true.max()) + apart
    # The unknowns: which are hidden, and then by how much each world differs from the true one.
    stars = kron(np.ones((worlds, 1)), eye_array(size))
    moves = eye_array(worlds * size)
    between = np.zeros((len(small), size * (worlds + 1)))
    for row, index in enumerate(small):
        between[row, size * (2 * row + 1) + index] = 1
        between[row, size * (2 * row + 2) + index] = -1
    nothing = csr_array((worlds * len(sums), size))
    limits = [
        LinearConstraint(hstack([nothing, kron(eye_array(worlds), sums)]), 0, 0),
        LinearConstraint(hstack([-up * stars, moves]), -np.inf, 0),
        LinearConstraint(hstack([diags_array(np.tile(down, worlds)) @ stars, moves]), 0, np.inf),
        LinearConstraint(between, apart, np.inf),
    ]
    least, most = np.zeros(size), np.ones(size)
    least[small] = 1
    most[down < 0] = 0  # a 0 is shown where 0 is not hidden
    free = np.full(worlds * size, np.inf)
    wanted = np.concatenate([np.ones(size), np.zeros(worlds * size)])
    result = milp(
        wanted,
        integrality=wanted,
        bounds=Bounds(np.concatenate([least, -free]), np.concatenate([most, free])),
        constraints=limits,
        options={"mip_rel_gap": 0},
    )
    assert result.status == 0, result.message
    return round(result.fun)


def _write_sums(places: list[At], total: str) -> np.ndarray:
    """Write down what adds up: the parts of every row and column, less its total."""
    return np.array(
        [
            [0.0 if at[axis] != line else -1.0 if at[1 - axis] == total else 1.0 for at in places]
            for axis in (0, 1)
            for line in dict.fromkeys(at[axis] for at in places)
        ]
    )
