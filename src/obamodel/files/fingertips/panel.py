"""How does a table from Fingertips become one long frame, for very many areas at once?"""

import os
from typing import TYPE_CHECKING, Any

import numpy as np

from obamodel.files.cells import Reading
from obamodel.files.fingertips.rows import Rows, Where, read_rows
from obamodel.files.fingertips.table import Codes, Texts, open_table
from obamodel.files.fingertips.times import Calendars

if TYPE_CHECKING:
    import pandas as pd

_NAMED = {"name": "indicator_name", "area_name": "area_name"}


def read_fingertips_panel(
    source: "str | os.PathLike[str] | pd.DataFrame",
    *,
    where: Where | None = None,
    calendar: Calendars = None,
    encoding: str = "utf-8",
) -> "pd.DataFrame":
    r"""Read a table from Fingertips into one long frame, with a row for each value.

    Parameters
    ----------
    source
        The file, or a frame such as ``fingertips_py`` gives. It may have the 27 columns of the
        public download, or the layout of the older or of the newer upload file.
    where
        Which rows are read: for a column, by its name in the file, the text or the texts that it
        must have.
    calendar
        In which month a year begins, where the table leaves it open: see
        :func:`~obamodel.read_periods`. Where it is not the same for all, a mapping from the id of
        each indicator.
    encoding
        How a file is kept: see :func:`~obamodel.read_series`.

    Returns
    -------
    pandas.DataFrame
        The columns ``indicator``, ``area``, ``sex``, ``age``, ``category_type`` and ``category``
        (categories), as far as the layout has them, and so with ``indicator_name`` and
        ``area_name``; ``period`` (categories, in the order of time where all are of one kind);
        ``value``, ``lower``, ``upper``, ``count`` and ``denominator``, NaN where there is none;
        ``note``; and ``missing``, why there is no value. What was decided and left behind stands
        in ``attrs``.

    Raises
    ------
    InvalidError
        With everything that is wrong, by line and column. Two values for one series and period are
        refused, also where an area is listed under two parents.

    Examples
    --------
    >>> import pandas as pd
    >>> uploaded = pd.DataFrame({
    ...     "area_code": ["E06000001", "E06000001"],
    ...     "date_from": ["2014-04-01", "2015-04-01"], "date_to": ["2015-03-31", "2016-03-31"],
    ...     "period_type": "financial_year", "sex": "persons",
    ...     "age_from_years_inclusive": 18, "age_to_years_inclusive": None,
    ...     "deprivation_category": None, "deprivation_decile": None,
    ...     "value": [12.5, None], "lower_ci_95": None, "upper_ci_95": None,
    ...     "count": None, "denominator": None,
    ... })
    >>> frame = read_fingertips_panel(uploaded)
    >>> frame["area"].iloc[0], frame["age"].iloc[0], str(frame["period"].iloc[0])
    ('E06000001', '18+ yrs', '2014/15')
    >>> frame["value"].tolist(), frame["missing"].iloc[1]
    ([12.5, nan], 'empty in the source')
    """
    table = open_table(source, encoding=encoding)
    rows = read_rows(table, where, calendar, carried=_NAMED)
    return _make_frame(rows)


def _make_frame(rows: Rows) -> "pd.DataFrame":
    import pandas as pd

    table: dict[str, Any] = {}
    texts_of: dict[str, Texts] = dict(rows.keys)
    texts_of |= {_NAMED[part]: rows.table.read(part) for part in _NAMED if rows.table.has(part)}
    for part, texts in texts_of.items():
        codes, known = _order(texts.codes[rows.places], texts.known)
        table[part] = pd.Categorical.from_codes(codes, pd.Index(known, dtype="object"))
    # Indicators may have periods of different kinds, and of these none comes before the other.
    is_one_kind = len({period.kind for period in rows.periods}) == 1
    ordered = sorted(rows.periods, key=lambda period: (period.start, period.end))
    place = {period: at for at, period in enumerate(ordered)}
    order = np.array([place[period] for period in rows.periods], dtype=np.int64)
    kinds = pd.Index(ordered, dtype="object")
    table["period"] = pd.Categorical.from_codes(order[rows.when], kinds, ordered=is_one_kind)
    for part, read in rows.numbers.items():
        table[part] = np.array(
            [np.nan if one.value is None else float(one.value) for one in read.readings]
        )
    table["note"] = pd.Series(rows.notes, dtype="object")
    readings = zip(rows.numbers["value"].readings, rows.notes, strict=True)
    table["missing"] = pd.Series([say_why(one, note) for one, note in readings], dtype="object")
    frame = pd.DataFrame(table)
    frame.attrs["decided"] = tuple(map(str, rows.table.arrange(rows.table.decided)))
    frame.attrs["left_behind"] = tuple(map(str, rows.table.arrange(rows.table.left_behind)))
    return frame


def _order(codes: Codes, known: tuple[str, ...]) -> tuple[Codes, list[str]]:
    """Put names in their order, and leave out those that no row has."""
    used = sorted(set(codes.tolist()), key=known.__getitem__)
    place = np.zeros(len(known), dtype=np.int64)
    place[used] = np.arange(len(used))
    return place[codes], [known[code] for code in used]


def say_why(reading: Reading, note: str) -> str:
    """Say why there is no value; nothing where there is one."""
    if reading.value is not None:
        return ""
    return note or reading.missing
