"""How does a table of very many series become one long frame?"""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault, InvalidError
from obamodel.files.cells import decide_per
from obamodel.files.grids import Grid, open_grid
from obamodel.files.grids.splitting import MOST_FAULTS
from obamodel.files.tables.asking import arrange, ask, find_columns, refuse
from obamodel.files.tables.laying import (
    Laid,
    keep_rows,
    read_keys_of,
    read_periods_of,
    tell_unread,
)
from obamodel.files.tables.values import Values, read_values

if TYPE_CHECKING:
    import pandas as pd

Codes = npt.NDArray[np.int64]

REFUSE, MARK = "refuse", "mark"
_MADE = ("flags", "note", "missing", "fault")


def read_panel(
    path: str | os.PathLike[str],
    *,
    by: str | Sequence[str] = "series",
    period: str = "period",
    value: str = "value",
    where: Mapping[str, str | Sequence[str]] | None = None,
    skip_rows: int = 0,
    footnote_rows: int = 0,
    sheet: str | None = None,
    encoding: str = "utf-8",
    delimiter: str | None = None,
    decimal: str | None = None,
    marks: Mapping[str, str] | None = None,
    calendar: Calendar | str | None = None,
    frequency: Frequency | str | None = None,
    pooled: int | None = None,
    per: float | None = None,
    faults: str = REFUSE,
) -> "pd.DataFrame":
    r"""Read a table with a row for each series and period into one long frame.

    It is as careful as :func:`~obamodel.read_series`, and made for very many rows: what is plainly
    a number is read by arrays, and only the other cells one by one.

    Parameters
    ----------
    path
        A text or a workbook; a text may have up to 200 MB.
    by
        The column, or columns, that tell series apart.
    period, value
        The columns of the periods and of the values.
    where, skip_rows, footnote_rows, sheet, encoding, delimiter, decimal, marks
        As for :func:`~obamodel.read_series`.
    calendar, frequency, pooled
        What the periods leave open; see :func:`~obamodel.read_periods`.
    per
        100, where only some of the numbers have a % sign and all are in percent.
    faults
        What to do where a value cannot be read: *refuse* the table, with every such cell, or *mark*
        it. A row that cannot be told apart, has no name or no period, or is there twice is refused
        either way.

    Returns
    -------
    pandas.DataFrame
        A row for each row of the table, in its order: the columns of ``by`` (categories, in the
        order of their names); ``period`` (categories, in the order of time, each a
        :class:`~obamodel.Period`); ``value``, NaN where it is missing; ``flags``, joined by commas;
        ``note``; ``missing``, why there is no value; and where faults are marked ``fault``, with
        the line and what is wrong. ``period`` and ``value`` have these names whatever the file
        calls them, so that :func:`~obamodel.assess_panel` needs to be told ``by`` only. What was
        decided and left behind stands in ``attrs``.

    Raises
    ------
    InvalidError
        With everything that is wrong, by line and column.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "falls.csv"
    ...     _ = file.write_text("area,year,rate\nN,2014,12.5\nN,2015,[c]\nS,2014,9\n")
    ...     frame = read_panel(file, by="area", period="year", value="rate")
    >>> frame["value"].tolist(), str(frame["period"].iloc[1])
    ([12.5, nan, 9.0], '2015')
    >>> frame["missing"].iloc[1]
    'confidential, marked "[c]" in the source'
    """
    asked = ask(
        period=period,
        value=value,
        by=by,
        where=where,
        skip_rows=skip_rows,
        footnote_rows=footnote_rows,
        decimal=decimal,
        marks=marks,
        calendar=calendar,
        frequency=frequency,
        pooled=pooled,
    )
    _check_names(asked.by, faults)
    grid = open_grid(
        path,
        wanted=asked.wanted,
        around=asked.around,
        sheet=sheet,
        encoding=encoding,
        delimiter=delimiter,
    )
    columns = find_columns(grid, asked.wanted)
    rows, wrong = keep_rows(grid, asked, columns)
    if wrong:
        refuse(grid, [*grid.faults, *wrong])
    laid = Laid(
        grid=grid,
        asked=asked,
        columns=columns,
        rows=rows,
        value_columns=(columns[asked.value[0]],),
    )
    laid.faults += grid.faults
    if not len(rows):
        found, mend = "there is no row below the heading", "give at least one"
        refuse(grid, laid.faults or [Fault("empty", found, mend, line=grid.heading_line)])
    values = read_values(laid, asked.value[0], MOST_FAULTS if faults == REFUSE else None)
    _settle_percent(laid, values, per)
    codes, periods = read_periods_of(laid)
    keys = read_keys_of(laid, asked.by)
    order, places = _order_periods(periods)
    whens = places[codes]
    laid.faults += _find_duplicates(laid, keys, whens, order)
    if faults == REFUSE:
        laid.faults += values.faults
    if laid.faults:
        refuse(grid, laid.faults)
    return _make_frame(laid, keys, order, whens, values, marked=faults == MARK)


def _check_names(by: tuple[str, ...], faults: str) -> None:
    told = []
    if not by:
        found, mend = "no column names the series", "give one or more"
        told.append(Fault("missing", found, mend, path=("by",)))
    told += [
        Fault("taken", f"the frame has a column {show(name)} itself", "rename it", path=("by",))
        for name in by
        if name in (*_MADE, "period", "value")
    ]
    if faults not in (REFUSE, MARK):
        found, mend = f"found {show(faults)}", "write refuse or mark"
        told.append(Fault("unknown-choice", found, mend, path=("faults",)))
    if told:
        raise InvalidError("read_panel", told)


def _settle_percent(laid: Laid, values: Values, per: float | None) -> None:
    with_sign, without = values.read.in_percent
    without += len(laid.rows) - len(values.rows)
    name = laid.grid.heading[laid.value_columns[0]]
    _, decided, wrong = decide_per((), (with_sign, without), kind=None, per=per, name=name)
    line = laid.grid.heading_line
    laid.decided += [_at(one, line) for one in decided]
    laid.faults += [_at(one, line) for one in wrong]


def _at(fault: Fault, line: int) -> Fault:
    return Fault(fault.code, fault.found, fault.mend, fault.path, line=line)


def _order_periods(periods: Sequence[Period | None]) -> tuple[list[Period], Codes]:
    """Put periods in the order of time; say of each where it is, -1 where it could not be read."""
    ordered = sorted({one for one in periods if one is not None})
    place = {one: at for at, one in enumerate(ordered)}
    return ordered, np.array([-1 if one is None else place[one] for one in periods], dtype=np.int64)


def _find_duplicates(
    laid: Laid, keys: list[tuple[Codes, list[str]]], whens: Codes, order: Sequence[Period]
) -> list[Fault]:
    """Find rows for a series and a period that have one already."""
    spots = np.zeros(len(whens), dtype=np.int64)
    for codes, names in keys:
        spots = spots * max(len(names), 1) + codes
    spots = spots * max(len(order), 1) + whens
    if (spots[1:] > spots[:-1]).all():
        return []
    import pandas as pd

    is_there = whens >= 0
    for codes, names in keys:
        if "" in names:
            is_there &= codes != names.index("")
    twice = np.flatnonzero(pd.Series(spots).duplicated().to_numpy() & is_there)
    if not len(twice):
        return []
    first: dict[int, int] = {}
    for row in np.flatnonzero(np.isin(spots, spots[twice[:MOST_FAULTS]])).tolist():
        first.setdefault(int(spots[row]), row)
    faults = []
    column = laid.columns[laid.asked.period[0]]
    for row in twice[:MOST_FAULTS].tolist():
        line, path = laid.place(column, row)
        who = " ".join(names[int(codes[row])] for codes, names in keys)
        before = int(laid.lines[first[int(spots[row])]])
        found = f"{show(who)} has a row for {order[int(whens[row])]} on line {before} already"
        mend = "keep the one that is right, or say with by= what tells them apart; "
        mend += "they are never added or averaged"
        faults.append(Fault("duplicate-period", found, mend, path, line=line))
    if len(twice) > MOST_FAULTS:
        found = f"{len(twice) - MOST_FAULTS} more rows are like these"
        faults.append(Fault("duplicate-period", found, "mend the others first"))
    return faults


def _make_frame(
    laid: Laid,
    keys: list[tuple[Codes, list[str]]],
    order: list[Period],
    whens: Codes,
    values: Values,
    *,
    marked: bool,
) -> "pd.DataFrame":
    import pandas as pd

    table: dict[str, Any] = {}
    for name, (codes, names) in zip(laid.asked.by, keys, strict=True):
        ordered = sorted(range(len(names)), key=names.__getitem__)
        place = np.empty(len(names), dtype=np.int64)
        place[ordered] = np.arange(len(names))
        known = pd.Index([names[at] for at in ordered], dtype="object")
        table[name] = pd.Categorical.from_codes(place[codes], known)
    kinds = pd.Index(order, dtype="object")
    table["period"] = pd.Categorical.from_codes(whens, kinds, ordered=True)
    table["value"] = values.numbers
    # Cells that are alike share one reading: each of those is asked once.
    said = {id(one): one for one in values.readings}
    which = {name: at for at, name in enumerate(said)}
    codes = np.array([which[id(one)] for one in values.readings], dtype=np.int64)
    number = len(laid.rows)
    for name, texts in (
        ("flags", [",".join(one.flags) for one in said.values()]),
        ("note", [one.note for one in said.values()]),
        ("missing", [one.missing for one in said.values()]),
    ):
        table[name] = _spread(number, values.rows, texts, codes)
    if marked:
        table["fault"] = _mark(laid, values)
    frame = pd.DataFrame(table, copy=False)
    grid: Grid = laid.grid
    decided = arrange(grid, [*grid.decided, *laid.decided, *values.read.decided])
    left = arrange(grid, [*grid.left_behind, *values.read.left_behind, *tell_unread(laid)])
    frame.attrs["decided"] = tuple(str(one) for one in decided)
    frame.attrs["left_behind"] = tuple(str(one) for one in left)
    return frame


def _spread(number: int, rows: Codes, texts: Sequence[str], codes: Codes | None = None) -> Any:
    """Make a column of categories: nothing, but for the texts of some rows.

    Where codes are given, they say which of the texts each of the rows has.
    """
    import pandas as pd

    known = {"": 0}
    place = np.array([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)
    spread: npt.NDArray[Any] = np.zeros(number, dtype=np.int8 if len(known) < 128 else np.int32)
    spread[rows] = place if codes is None else place[codes]
    return pd.Categorical.from_codes(spread, pd.Index(list(known), dtype="object"))


def _mark(laid: Laid, values: Values) -> Any:
    """Say in the row of each value that cannot be read what is wrong with it."""
    by_line = {fault.line: str(fault) for fault in arrange(laid.grid, values.faults)}
    rows = [row for row in values.rows.tolist() if int(laid.lines[row]) in by_line]
    values.numbers[rows] = np.nan
    texts = [by_line[int(laid.lines[row])] for row in rows]
    return _spread(len(laid.rows), np.array(rows, dtype=np.int64), texts)
