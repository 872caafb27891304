"""How are very many series worked through, a tile of them at a time?"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import frozen

from obamodel.stats.forecasting.components import Array, Places
from obamodel.stats.panels.choosing import Whole
from obamodel.stats.panels.laying import Laid

_STOOD = 512
_KEPT_BYTES = 16 * 2**20


@frozen(kw_only=True, eq=False)
class Tile:
    """Some series whose histories have the same length, as they lie beside each other.

    All are of shape (series, points) and stand in columns in memory, so that what is done to one
    point is done to a row of neighbours; there are two at the least, for numpy adds up the points
    of a single one in another order.

    Parameters
    ----------
    rows
        Which series they are: a slice, or the place of each.
    whole
        All their values.
    before, after
        The values up to the start, from the first one seen; and those since.
    has_gaps
        Whether any value may be missing.
    """

    rows: Any
    whole: Array
    before: Array
    after: Array
    has_gaps: bool

    def take(self, chosen: Any) -> "Tile":
        """Return the tile of some of them."""
        rows = np.arange(self.rows.start, self.rows.stop) if self._is_slice else self.rows
        places = pair_up(np.flatnonzero(chosen))
        return Tile(
            rows=rows[places],
            whole=self.whole,
            before=_stand(self.before[places]),
            after=_stand(self.after[places]),
            has_gaps=self.has_gaps,
        )

    @property
    def _is_slice(self) -> bool:
        return isinstance(self.rows, slice)

    def __len__(self) -> int:
        return len(self.whole)


def pair_up(places: Places) -> Places:
    """Return places, and a single one twice."""
    return np.repeat(places, 2) if len(places) == 1 else places


def _stand(values: Array) -> Array:
    """Return the same numbers, with those of one series in a column."""
    upright = np.empty(values.shape[::-1])
    # Some at a time, so that the rows they are written to stay at hand.
    for begin in range(0, len(values), _STOOD):
        upright[:, begin : begin + _STOOD] = values[begin : begin + _STOOD].T
    return upright.T


def work_through(
    laid: Laid,
    start: Whole,
    task: Callable[[Tile], None],
    *,
    tile: int,
    n_jobs: int,
    progress: bool,
    by_gaps: bool,
) -> None:
    """Do a task for every series.

    Parameters
    ----------
    laid, start
        The series, and the place at which what is judged begins: one for all or one for each.
    task
        What is done with each tile; it keeps what it finds itself.
    tile
        How many series are worked on at a time.
    n_jobs
        How many tiles are worked on side by side.
    progress
        Whether to show a progress bar, on a terminal.
    by_gaps
        Whether it is quicker with series that have as many gaps as each other.
    """
    from tqdm import tqdm

    if not len(laid.names):
        return
    keep_memory()
    first = np.zeros(1, dtype=np.intp)
    if laid.has_gaps:
        # What is missing before the first value seen is not a gap: nobody had begun to count.
        first = (~np.isnan(laid.values)).argmax(axis=1)
    parts = list(_split(laid, start, first, tile, by_gaps=by_gaps))

    def work(part: tuple[Any, int]) -> int:
        rows, length = part
        task(_cut(laid, start, rows, length))
        return rows.stop - rows.start if isinstance(rows, slice) else len(rows)

    # disable=None shows nothing where there is no terminal.
    with tqdm(total=len(laid.names), disable=None if progress else True, unit="series") as bar:
        if n_jobs == 1:
            for part in parts:
                bar.update(work(part))
        else:
            # numpy lets go of the interpreter while it works, so threads are enough.
            with ThreadPoolExecutor(n_jobs) as pool:
                for done in pool.map(work, parts):
                    bar.update(done)


def keep_memory() -> None:
    """Ask for much memory once and give it back, so that less is kept where it is at hand.

    The C library of Linux gives back to the system what is freed in large blocks, and asks for it
    anew for the next tile, which takes longer than the sums; until it has seen a larger block
    freed, that is, from which it learns to keep such blocks. Nothing is ever written to this one.
    """
    np.empty(_KEPT_BYTES, dtype=np.uint8)


def _split(
    laid: Laid, start: Whole, first: Places, tile: int, *, by_gaps: bool
) -> Iterator[tuple[Any, int]]:
    """Yield which series are worked on together, and how many periods their history has."""
    number, width = laid.values.shape
    begin = np.clip(start, 0, width)
    length = np.maximum(begin - first, 0)
    if len(length) == 1 and not (laid.has_gaps and by_gaps):
        for place in range(0, number, tile):
            yield slice(place, min(place + tile, number)), int(length[0])
        return
    length, begin = np.broadcast_to(length, number), np.broadcast_to(begin, number)
    kind = length
    if laid.has_gaps and by_gaps:
        there = np.cumsum(~np.isnan(laid.values), axis=1, dtype=np.int32)
        seen = np.where(begin > 0, there[np.arange(number), begin - 1], 0)
        kind = length * (width + 1) + length - seen
    # Sorted once, so that every tile holds series with histories of one length, and those that
    # start together beside each other; such series stay in their order, and so near in memory.
    order = np.argsort(kind * (width + 1) + begin, kind="stable")
    edges = np.flatnonzero(np.diff(kind[order])) + 1
    for left, right in pairwise([0, *edges.tolist(), number]):
        for place in range(left, right, tile):
            yield order[place : min(place + tile, right)], int(length[order[left]])


def _cut(laid: Laid, start: Whole, rows: Any, length: int) -> Tile:
    """Cut out some of the series, before and after."""
    values = laid.values
    width = values.shape[1]
    if isinstance(rows, slice) and rows.stop - rows.start == 1:
        rows = np.array([rows.start])
    if not isinstance(rows, slice):
        rows = pair_up(rows)
    whole = _stand(values[rows])
    begin = np.clip(start if len(start) == 1 else start[rows], 0, width)
    edges = (np.flatnonzero(np.diff(begin)) + 1).tolist()
    if not edges:
        place = int(begin[0])
        before, after = whole[:, max(place - length, 0) : place], whole[:, place:]
        return Tile(rows=rows, whole=whole, before=before, after=after, has_gaps=laid.has_gaps)
    # Those that start together are moved together to where all start at one place.
    picked = np.full((length + width - int(begin[0]), len(begin)), np.nan).T
    for left, right in pairwise([0, *edges, len(begin)]):
        place = int(begin[left])
        picked[left:right, : length + width - place] = whole[left:right, place - length :]
    return Tile(
        rows=rows,
        whole=whole,
        before=picked[:, :length],
        after=picked[:, length:],
        has_gaps=True,
    )
