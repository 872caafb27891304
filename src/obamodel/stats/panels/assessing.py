"""Which of very many curves have turned?"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from obamodel.domain.baselines import Method
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.freezing import CYCLES
from obamodel.stats.panels.checking import check_options, refuse_early_ends, refuse_gaps
from obamodel.stats.panels.choosing import (
    choose_families,
    choose_good,
    choose_periods,
    choose_sizes,
    choose_values,
)
from obamodel.stats.panels.judging import NUMBERS, Asked, Verdicts, judge_tile
from obamodel.stats.panels.laying import Laid, lay_out_panel
from obamodel.stats.panels.reading import Columns
from obamodel.stats.panels.tiling import Tile, work_through
from obamodel.stats.panels.varying import Signals
from obamodel.stats.turning.contrasts import find_chance
from obamodel.stats.turning.families import hold_back_families
from obamodel.stats.turning.judging import ENDINGS, VERDICTS, Codes

if TYPE_CHECKING:
    import pandas as pd

TILE = 8000
"""How many series are worked on at a time: few enough to stay close to the processor."""

# Methods that work out what stood in a gap are quicker with series that have as many gaps.
_FILLING = {Method.AVERAGE, Method.TREND_AR, Method.LEVEL, Method.DAMPED, Method.THETA}

_MADE = ("points_before", "points_after", *NUMBERS, "verdict")


def assess_panel(
    frame: "pd.DataFrame",
    *,
    by: str | Sequence[str] = "series",
    period: str = "period",
    value: str = "value",
    starts: Any,
    high_is_good: Any,
    method: Method | str = Method.AVERAGE,
    calendar: Any = None,
    frequency: Any = None,
    ended: Any = None,
    worthwhile: Any = None,
    sampling_variance: Any = None,
    family: Any = None,
    variation: bool = False,
    gaps: str = "refuse",
    tile: int = TILE,
    n_jobs: int = 1,
    progress: bool = False,
) -> "pd.DataFrame":
    """Judge every series of a long frame against a baseline made from what came before its start.

    The same numbers as :func:`~obamodel.stats.forecasting.freeze_baseline` and
    :func:`~obamodel.stats.turning.assess_curve` give for one series, without a name under each:
    to look through many series, not to publish a verdict that somebody stands for.

    Parameters
    ----------
    frame
        One row for each series and period, in any order. A value that is missing is NaN.
    by
        The column, or columns, that name a series.
    period, value
        The columns of the period and of the value.
    starts
        The first period after the history: one for all; a mapping from series to period (from
        tuples where several columns name a series), or a pandas Series; or the name of a column
        that says it in every row of the series.
    high_is_good
        True, False, a mapping from series to either, or a column.
    method
        One of the named methods, but not *given*.
    calendar
        The calendar of the periods, where they do not say it themselves.
    frequency
        For what the periods stand, where they are dates: *year*, *quarter*, *month* or *week*.
    ended
        The last period in which the initiative ran; as ``starts``, and nothing where it still
        runs. The verdict, and the numbers with it, are then about the time while it ran.
    worthwhile
        The smallest change worth having: a number, a mapping or a column.
    sampling_variance
        What is known of the sampling variance of one value, in the squared unit of the values: a
        number, a mapping or a column, and nothing where it is not known. Without it no sampling
        error is taken to be known, for a long frame has no numerators and denominators.
    family
        A column or a mapping that names the family in which a series is judged together with
        others (Holm 1979); without it, every series is judged alone.
    variation
        Whether to add the limits of a control chart of the whole series and its last signal.
    gaps
        What to do with a period inside a series that has no row: *refuse*, or *missing*.
    tile
        How many series are worked on at a time.
    n_jobs
        How many tiles are worked on side by side.
    progress
        Whether to show a progress bar, on a terminal.

    Returns
    -------
    pandas.DataFrame
        One row for each series, in the order of their names: the columns of ``by``;
        ``points_before`` and ``points_after``; ``observed`` and ``expected``, the means since the
        start; ``departure`` with ``lower`` and ``upper`` (95%), above 0 better; ``verdict``; with
        ``ended``, ``after_end``; with a family, ``looked_at``; with ``variation``, ``centre``,
        ``lower_limit``, ``upper_limit``, ``signals`` (how many points) and ``last_signal``.

    Raises
    ------
    InvalidError
        Naming each thing that stands in the way, up to 100 at once.

    Notes
    -----
    A series has the same digits whatever other series there are, in whatever order the rows
    stand, however large the tiles and however many jobs. So parts of a panel can be judged apart,
    as long as all rows of a series are in one part, and with them all series of a family. With
    dask that is

    .. code-block:: python

        question = {"starts": 2018, "high_is_good": False}
        data = frame.set_index("series").reset_index()  # each series in one partition
        answer = data.map_partitions(
            assess_panel, **question, meta=assess_panel(data.head(0), **question)
        )

    where ``frame`` is a dask frame, and ``answer.compute()`` has the rows of all partitions.

    What is expected is not held at 0 or at 100%, for a long frame does not say what its values
    can be.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({
    ...     "series": "falls", "period": range(2010, 2021),
    ...     "value": [50, 52, 49, 51, 50, 48, 51, 50, 30, 29, 31],
    ... })
    >>> found = assess_panel(frame, starts=2018, high_is_good=False)
    >>> found.loc[0, "verdict"], int(found.loc[0, "points_before"]), float(found.loc[0, "observed"])
    ('turned', 8, 30.0)
    """
    method = check_options(method, gaps, tile, n_jobs)
    columns = Columns(
        by=(by,) if isinstance(by, str) else tuple(by),
        period=period,
        value=value,
        calendar=calendar,
        frequency=frequency,
    )
    made = [*_MADE, "after_end"] if ended is not None else [*_MADE]
    made += ["looked_at"] if family is not None else []
    made += Signals.COLUMNS if variation else []
    laid = lay_out_panel(frame, columns, tuple(made))
    if gaps == "refuse":
        refuse_gaps(laid)
    asked, families = _choose(
        frame,
        columns,
        laid,
        {
            "starts": starts,
            "ended": ended,
            "high_is_good": high_is_good,
            "worthwhile": worthwhile,
            "sampling_variance": sampling_variance,
            "family": family,
        },
        method,
    )
    found = Verdicts(
        len(laid.names), with_end=asked.end is not None, with_freedom=families is not None
    )
    signals = Signals(len(laid.names)) if variation else None

    def assess_tile(part: Tile) -> None:
        judge_tile(asked, found, part)
        if signals is not None:
            signals.chart_tile(part)

    work_through(
        laid,
        asked.start,
        assess_tile,
        tile=tile,
        n_jobs=n_jobs,
        progress=progress,
        by_gaps=method in _FILLING,
    )
    return _tabulate(laid, found, families, signals)


def _choose(
    frame: "pd.DataFrame", columns: Columns, laid: Laid, given: dict[str, Any], method: Method
) -> tuple[Asked, Any]:
    """Find out what is asked of each series; all that stands in the way is named at once."""
    chosen: dict[str, Any] = {}
    faults: list[Fault] = []
    readers: dict[str, Callable[[Any], Any]] = {
        "starts": lambda said: choose_periods(said, laid, columns, "starts", for_all=True),
        "ended": lambda said: choose_periods(said, laid, columns, "ended", for_all=False),
        "high_is_good": lambda said: choose_good(said, laid),
        "worthwhile": lambda said: choose_sizes(said, laid, "worthwhile"),
        "sampling_variance": lambda said: choose_sizes(said, laid, "sampling_variance"),
        "family": lambda said: choose_families(said, laid),
    }
    for name, read in readers.items():
        try:
            chosen[name] = read(choose_values(frame, columns, laid, given[name], name))
        except InvalidError as error:
            faults += error.faults
    if faults:
        raise InvalidError("assess_panel", faults)
    start, end = chosen["starts"], chosen["ended"]
    sampling = chosen["sampling_variance"]
    if end is not None:
        refuse_early_ends(laid, start, end)
    asked = Asked(
        start=start,
        good=chosen["high_is_good"],
        method=method,
        cycle=_find_cycle(laid),
        worthwhile=chosen["worthwhile"],
        end=end,
        sampling=None if sampling is None else np.nan_to_num(sampling, nan=0.0),
    )
    return asked, chosen["family"]


def _find_cycle(laid: Laid) -> int:
    for one in laid.periods.values():
        return CYCLES[one.frequency]
    return 1


def _tabulate(
    laid: Laid, found: Verdicts, families: Any, signals: Signals | None
) -> "pd.DataFrame":
    import pandas as pd

    table: dict[str, Any] = {str(name): laid.names[name] for name in laid.names}
    table |= {"points_before": found.before, "points_after": found.after, **found.numbers}
    if families is not None and found.freedom is not None:
        departure, lower = found.numbers["departure"], found.numbers["lower"]
        chance = find_chance(departure, departure - lower, found.freedom)
        found.verdict, looked_at = hold_back_families(found.verdict, chance, families)
    table["verdict"] = _name_codes(found.verdict, VERDICTS)
    if families is not None:
        table["looked_at"] = looked_at
    if found.after_end is not None:
        table["after_end"] = _name_codes(found.after_end, ENDINGS)
    if signals is not None:
        table |= signals.list_columns()
    # Nobody else holds these arrays, so none need be copied.
    return pd.DataFrame(table, copy=False)


def _name_codes(codes: Codes, words: Sequence[StrEnum]) -> "pd.Categorical":
    import pandas as pd

    dtype = pd.CategoricalDtype([str(one) for one in words])
    return pd.Categorical.from_codes(codes, dtype=dtype)
