"""What does a reader of tables have to be told, and was it told?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import attrs
from attrs import field, frozen

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import check_field, show, to_tuple
from obamodel.domain.periods import Frequency
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.cells import COMMA, POINT
from obamodel.files.grids import Frame, Grid, find_column

PARTS = ("numerator", "denominator", "lower", "upper")
"""The numbers beside a value."""


class Layout(StrEnum):
    """How the values of a series lie in a table."""

    LONG = "long"
    WIDE = "wide"


def _as_names(names: "str | Iterable[str] | None") -> tuple[str, ...]:
    return () if names is None else (names,) if isinstance(names, str) else tuple(names)


@frozen(kw_only=True)
class Asked:
    """What was asked of a table.

    Parameters
    ----------
    layout
        Whether each value has a row of its own, or the periods go across.
    period, value, by
        The columns of the periods, of the values, and of what tells series apart.
    beside
        The columns of the numbers, marks and notes beside a value, by what they are.
    where
        Which rows are read: those that have one of these texts in a column.
    ignore
        Columns that are left alone.
    calendar, frequency, pooled
        What the periods leave open.
    decimal, marks
        What the numbers leave open.
    around
        How many rows above and below are not part of the table.
    """

    layout: Layout = Layout.LONG
    period: tuple[str, ...] = field(converter=_as_names, default=())
    value: tuple[str, ...] = field(converter=_as_names, default=())
    by: tuple[str, ...] = field(converter=_as_names, default=())
    beside: Mapping[str, str] = field(factory=dict)
    where: Mapping[str, tuple[str, ...]] = field(factory=dict)
    ignore: tuple[str, ...] = field(converter=_as_names, default=())
    calendar: Calendar | str | None = None
    frequency: Frequency | str | None = None
    pooled: int | None = None
    decimal: str | None = None
    marks: Mapping[str, str] = field(factory=dict)
    around: Frame = field(factory=Frame)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns that have to be there."""
        named = (*self.period, *self.value, *self.by, *self.beside.values(), *self.where)
        return tuple(dict.fromkeys((*named, *self.ignore)))


def ask(
    *,
    layout: Layout | str = Layout.LONG,
    period: str | Sequence[str] | None = None,
    value: str | Sequence[str] | None = None,
    by: str | Sequence[str] | None = None,
    beside: Mapping[str, str | None] | None = None,
    where: Mapping[str, str | Sequence[str]] | None = None,
    ignore: str | Sequence[str] | None = None,
    skip_rows: int = 0,
    footnote_rows: int = 0,
    decimal: str | None = None,
    marks: Mapping[str, str] | None = None,
    **given: Any,
) -> Asked:
    """Check what was asked of a table, and fill in what is usual.

    Raises
    ------
    InvalidError
        With everything at once that cannot be asked.

    Examples
    --------
    >>> asked = ask(by="area")
    >>> asked.wanted
    ('period', 'value', 'area')
    >>> ask(layout="wide", by="area").wanted
    ('area',)
    """
    faults = list(_find_faults(layout, decimal, skip_rows, footnote_rows, marks))
    if faults:
        raise InvalidError("what was asked", faults)
    laid = Layout(layout)
    is_long = laid is Layout.LONG
    asked = Asked(
        layout=laid,
        period=("period" if is_long else None) if period is None else period,
        value=("value" if is_long else None) if value is None else value,
        by=by,
        beside={part: name for part, name in (beside or {}).items() if name is not None},
        where={column: _as_names(texts) for column, texts in (where or {}).items()},
        ignore=ignore,
        decimal=decimal,
        marks=dict(marks or {}),
        around=Frame(skip_rows=skip_rows, footnote_rows=footnote_rows),
        **given,
    )
    faults = list(_find_contradictions(asked))
    if faults:
        raise InvalidError("what was asked", faults)
    return asked


def _find_faults(
    layout: Any, decimal: Any, skip_rows: Any, footnote_rows: Any, marks: Any
) -> Iterator[Fault]:
    if layout not in list(Layout):
        mend = "choose one of: " + ", ".join(Layout)
        yield Fault("unknown-choice", f"found {show(layout)}", mend, path=("layout",))
    if decimal not in (None, POINT, COMMA):
        mend = 'give "." or ",", the sign before decimals'
        yield Fault("unknown-choice", f"found {show(decimal)}", mend, path=("decimal",))
    for name, number in (("skip_rows", skip_rows), ("footnote_rows", footnote_rows)):
        if type(number) is not int or number < 0:
            mend = "give how many rows, 0 or more"
            yield Fault("bad-number", f"found {show(number)}", mend, path=(name,))
    for mark, meaning in (marks or {}).items():
        if not (isinstance(mark, str) and isinstance(meaning, str) and mark and meaning.strip()):
            mend = 'give each mark and what it stands for, such as {"k": "rounds to zero"}'
            yield Fault("wrong-type", f"found {show(mark)}", mend, path=("marks",))


def _find_contradictions(asked: Asked) -> Iterator[Fault]:
    if asked.layout is Layout.WIDE and (asked.value or asked.beside):
        name = "value" if asked.value else next(iter(asked.beside))
        found = "in a wide table, the values stand below their periods"
        yield Fault("not-in-wide", found, "leave it out", path=(name,))
    if asked.layout is Layout.LONG and len(asked.period) != 1:
        found = f"found {len(asked.period)} columns"
        yield Fault("wrong-number", found, "give one column of periods", path=("period",))
    if len(asked.value) > 1 and asked.beside:
        found = "there are several columns of values"
        mend = "read each with its own numbers beside it"
        yield Fault("several-values", found, mend, path=(next(iter(asked.beside)),))
    named = (*asked.period, *asked.value, *asked.by, *asked.beside.values())
    for name in dict.fromkeys(named):
        if named.count(name) > 1:
            found = f"the column {show(name)} is given for two things"
            yield Fault("named-twice", found, "give each a column of its own")


def check_about(about: Mapping[str, Any]) -> dict[str, Any]:
    """Check what is said about a series, and take the words for its kind and its good side.

    Raises
    ------
    InvalidError
        Naming each thing that cannot be said of a series.

    Examples
    --------
    >>> check_about({"kind": "share"})["kind"]
    <SeriesKind.SHARE: 'share'>
    """
    words: dict[str, Any] = {"kind": SeriesKind, "polarity": Polarity}
    told = {
        name: words[name](said) if name in words and said in list(words[name]) else said
        for name, said in about.items()
    }
    fields = {one.name: one for one in attrs.fields(Series)}
    faults = []
    for name, said in told.items():
        if name not in fields or name == "observations":
            nearest = find_nearest(name, fields)
            mend = f'did you mean "{nearest}"?' if nearest else "leave it out"
            faults.append(Fault("unknown-key", f"{show(name)} is not said of a series", mend))
        else:
            faults += [fault.under(name) for fault in check_field(fields[name], said)]
    if faults:
        raise InvalidError("what was asked", faults)
    return told


def find_columns(grid: Grid, names: Iterable[str]) -> dict[str, int]:
    """Find columns by name.

    Raises
    ------
    InvalidError
        Naming each that is not there, or there twice, and what is wrong with rows besides.
    """
    found = {name: find_column(grid.heading, name) for name in names}
    faults = [
        attrs.evolve(fault, line=grid.heading_line)
        for fault in found.values()
        if isinstance(fault, Fault)
    ]
    if faults:
        refuse(grid, [*faults, *grid.faults])
    return {name: place for name, place in found.items() if isinstance(place, int)}


def refuse(grid: Grid, faults: Iterable[Fault]) -> None:
    """Refuse a table with all that is wrong in it, in the order of places.

    Raises
    ------
    InvalidError
        Always.
    """
    raise InvalidError(grid.file, arrange(grid, faults))


def arrange(grid: Grid, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Name the file and the sheet of faults, and put them in the order of their lines.

    Each of them once; those of a line in the order of its columns, those of no line in front.
    """
    steps = () if grid.sheet is None else (grid.sheet,)
    order = {name: place for place, name in enumerate(grid.heading)}
    ordered = sorted(
        dict.fromkeys(faults),
        key=lambda one: (
            one.line or 0,
            min((order[step] for step in one.path if step in order), default=-1),
        ),
    )
    return to_tuple(
        [
            attrs.evolve(one, file=grid.file, path=(*steps, *one.path))
            if one.line is not None or not one.file
            else one
            for one in ordered
        ]
    )
