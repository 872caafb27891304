"""How does a table become series?"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from obamodel.domain.calendars import Calendar
from obamodel.domain.periods import Frequency
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.errors import Fault
from obamodel.files.carrying import Imported
from obamodel.files.grids import open_grid
from obamodel.files.tables.asking import (
    Layout,
    arrange,
    ask,
    check_about,
    find_columns,
    refuse,
)
from obamodel.files.tables.blocks import read_long, read_wide, settle_per
from obamodel.files.tables.laying import (
    Laid,
    find_value_columns,
    keep_rows,
    read_keys_of,
    read_periods_of,
    tell_unread,
)
from obamodel.files.tables.making import make_block

LARGEST_FILE_OF_SERIES = 20_000_000
"""The most bytes of a text that is read into series; a larger one is read as a panel."""

MOST_OBSERVATIONS = 100_000
"""The most observations; each becomes an object that is checked, which takes its time."""


def read_series(
    path: str | os.PathLike[str],
    *,
    id: str,
    name: str,
    kind: SeriesKind | str,
    unit: str,
    polarity: Polarity | str,
    period: str | Sequence[str] | None = None,
    value: str | Sequence[str] | None = None,
    by: str | Sequence[str] | None = None,
    layout: Layout | str = Layout.LONG,
    numerator: str | None = None,
    denominator: str | None = None,
    lower: str | None = None,
    upper: str | None = None,
    flags: str | None = None,
    remark: str | None = None,
    where: Mapping[str, str | Sequence[str]] | None = None,
    ignore: str | Sequence[str] | None = None,
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
    **about: Any,
) -> Imported:
    r"""Read series from a table, in a text or a workbook, as other people made it.

    Numbers may have thousands parted, a comma before decimals, % or a sign of money, or brackets
    where they are below zero; cells may say in shorthand why there is no number. How a column is
    written is decided for all of it, and said; what stays open is asked for.

    Parameters
    ----------
    path
        A text (.csv, .tsv, .txt) or a workbook (.xlsx, .xlsb, .xls, .ods).
    id, name, kind, unit, polarity
        What the series is; see :class:`~obamodel.Series`. Where there are several, the ``id`` and
        the ``name`` are the beginning of theirs.
    period
        In a long table, the column of the periods; in a wide one, the columns headed by periods:
        all that are not named for anything else, where none are given.
    value
        In a long table, the column of the values, or several, each a series of its own.
    by
        The column, or columns, that tell series apart.
    layout
        *long*: a row for each period. *wide*: a row for each series, with a column for each period.
    numerator, denominator, lower, upper, flags, remark
        The columns of what stands beside a value; ``remark`` is the note on it.
    where
        Which rows are read: for a column, the text, or the texts, that it must have.
    ignore
        Columns that are known and not needed.
    skip_rows, footnote_rows
        How many lines above the heading and below the last row are not part of the table.
    sheet
        The sheet of a workbook, where more than one holds something.
    encoding
        How a text is kept: *utf-8*, or *cp1252* or *utf-16* where it says so here.
    delimiter
        What stands between cells, where the text leaves it open: a comma, semicolon, tab or bar.
    decimal
        What comes before decimals, where the numbers leave it open.
    marks
        Further signs that stand in the place of a number, each with its meaning.
    calendar, frequency, pooled
        What the periods leave open; see :func:`~obamodel.read_periods`.
    per
        What 1 out of 1 would be in a share or a rate, where it is not clear from the column.
    **about
        Whatever else is said of the series, such as ``counted``, ``source`` or ``published``.

    Returns
    -------
    Imported
        The series, in the order of the file; what was decided; and what was left behind.

    Raises
    ------
    InvalidError
        With everything that is wrong, by line and column.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "smoking.csv"
    ...     _ = file.write_text("Year;Area;Share\n2014;North;12,5 %\n2015;North;[c]\n")
    ...     found = read_series(
    ...         file, period="Year", value="Share", by="Area",
    ...         id="smoking", name="Adults who smoke", kind="share", unit="%",
    ...         polarity="low is good",
    ...     )
    >>> found.series[0].id, found.series[0].values, found.series[0].per
    ('smoking-north', (12.5, None), 100)
    >>> found.series[0].observations[1].missing
    'confidential, marked "[c]" in the source'
    """
    asked = ask(
        layout=layout,
        period=period,
        value=value,
        by=by,
        beside={
            "numerator": numerator,
            "denominator": denominator,
            "lower": lower,
            "upper": upper,
            "flags": flags,
            "note": remark,
        },
        where=where,
        ignore=ignore,
        skip_rows=skip_rows,
        footnote_rows=footnote_rows,
        decimal=decimal,
        marks=marks,
        calendar=calendar,
        frequency=frequency,
        pooled=pooled,
    )
    said = check_about(
        {
            "id": id,
            "name": name,
            "kind": kind,
            "unit": unit,
            "polarity": polarity,
            **({} if per is None else {"per": per}),
            **about,
        }
    )
    grid = open_grid(
        path,
        wanted=asked.wanted,
        around=asked.around,
        sheet=sheet,
        encoding=encoding,
        delimiter=delimiter,
        largest=LARGEST_FILE_OF_SERIES,
    )
    columns = find_columns(grid, asked.wanted)
    rows, faults = keep_rows(grid, asked, columns)
    value_columns, more = find_value_columns(grid, asked, columns)
    if faults or more:
        refuse(grid, [*grid.faults, *faults, *more])
    laid = Laid(
        grid=grid,
        asked=asked,
        columns=columns,
        rows=rows,
        value_columns=value_columns,
        is_count=said["kind"] is SeriesKind.COUNT,
    )
    laid.faults += grid.faults
    number = len(rows) * len(value_columns)
    if not number:
        found, mend = "there is no row below the heading", "give at least one"
        refuse(grid, laid.faults or [Fault("empty", found, mend, line=grid.heading_line)])
    if number > MOST_OBSERVATIONS:
        found = f"it holds {number} values"
        mend = f"read more than {MOST_OBSERVATIONS} with read_panel, as one long frame"
        refuse(grid, [Fault("too-large", found, mend)])
    return _make(laid, said)


def _make(laid: Laid, said: dict[str, Any]) -> Imported:
    """Read the cells of a table and make series of them."""
    codes, periods = read_periods_of(laid)
    keys = read_keys_of(laid, laid.asked.by)
    blocks = read_wide(laid) if laid.asked.layout is Layout.WIDE else read_long(laid)
    left: list[Fault] = []
    series: list[Series] = []
    for block in blocks:
        settled = settle_per(laid, block, said)
        for read in block.numbers.values():
            laid.faults += read.faults
            laid.decided += read.decided
            left += read.left_behind
        series += make_block(laid, block, settled, codes, periods, keys)
    if laid.faults:
        refuse(laid.grid, laid.faults)
    grid = laid.grid
    return Imported(
        source=grid.file,
        series=series,
        decided=arrange(grid, [*grid.decided, *laid.decided]),
        left_behind=arrange(grid, [*grid.left_behind, *left, *tell_unread(laid)]),
    )
