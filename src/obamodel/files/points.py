"""The table of points: one row for each observation of a series."""

import math
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation, Series
from obamodel.errors import Fault
from obamodel.files.aligning import align
from obamodel.files.conversion import structure, unstructure
from obamodel.files.table import Form, Row, TableReading, edit_table, read_table, write_rows

Key = tuple[str, Period]

COLUMNS = ("series", *(attribute.name for attribute in attrs.fields(Observation)))
NUMBERS = ("value", "numerator", "denominator", "lower", "upper")

_LONGEST_NUMBER = 40
_PLAIN = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"{_PLAIN}(?:[eE][+-]?[0-9]+)?", re.ASCII)
_LOOSE = re.compile(r"([+\u2212\u2013-]?)\s?0*([0-9]*)(?:\.([0-9]*))?", re.ASCII)
_THOUSANDS = re.compile(r"(-?\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?)", re.ASCII)
_DECIMAL_COMMA = re.compile(r"(-?\d+),(\d+)", re.ASCII)
_PERCENT = re.compile(rf"({_PLAIN})\s*(?:%|per cent|percent|pct)", re.ASCII | re.IGNORECASE)
_MONEY = re.compile(rf"[£$€]\s*({_PLAIN})|({_PLAIN})\s*[£$€]", re.ASCII)
_ABOUT = re.compile(rf"(?:~|≈|c\.?|ca\.?|circa|about|approx\.?|around)\s*({_PLAIN})", re.IGNORECASE)
_LIMIT = re.compile(r"(?:[<>≤≥]=?|under|over|fewer than|less than|at least)\s*\d.*", re.IGNORECASE)
_NOTHING = re.compile(
    r"[-\u2013\u2014?*.:]+|n/?a|nk|nan|none|null|unknown|not known|missing|tbc|c|x|z|#.*",
    re.IGNORECASE,
)
# The signs that statisticians in the United Kingdom put in the place of a number, or beside it.
_SIGN = re.compile(r"\[(\w+)\]")
_REASONS = {
    "c": "confidential",
    "u": "too unreliable",
    "w": "none recorded",
    "x": "not available",
    "z": "not applicable",
}
_FLAGS = {"b": "break", "e": "estimated", "p": "provisional", "r": "revised"}
_FLAGGED = re.compile(rf"({_PLAIN})\s*[\[(]?([bepr])[\])]?", re.ASCII | re.IGNORECASE)


def read_points(text: str) -> TableReading:
    r"""Read a table of points; an empty cell says nothing, and nothing is guessed.

    Examples
    --------
    >>> print(*read_points("series,period,value\ncautioned,2014,12 %\n").faults)
    points[0].value: found "12 %"; write 12, and per = 100 in series.toml [not-a-number]
    """
    return read_table(text, FORM)


def write_points(series: Iterable[Series]) -> str:
    """Write a table of points with all its columns, series by series and in the order of time.

    Examples
    --------
    >>> print(write_points([]), end="")
    series,period,value,numerator,denominator,lower,upper,flags,note,missing
    """
    return write_rows((_write_cells(each, one) for each, one in _go_through(series)), FORM)


def edit_points(text: str, old: tuple[Series, ...], new: tuple[Series, ...]) -> str:
    """Write points over a table, leaving every row and cell as it is that says the same as before.

    The rows may stand in any order, and those that stay keep theirs. A new one comes behind the
    one before it in time; in front of it, where the latest stand at the top.

    Parameters
    ----------
    text
        The table as it is, without fault.
    old, new
        The series whose points it holds, and those whose points it is to hold.
    """
    before = {(each.id, one.period): one for each, one in _go_through(old)}
    after = {(each.id, one.period): (each, one) for each, one in _go_through(new)}
    matches = align([each.id for each in old], [each.id for each in new])
    names = {
        old[match].id: each.id
        for match, each in zip(matches, new, strict=True)
        if match is not None
    }
    kept: dict[Key, Row] = {}
    for source, row in enumerate(read_points(text).rows):
        name, period = row["series"], structure(row["period"], Period)
        key = (names.get(name, ""), period)
        if key in after:
            changed = {"series"} if name != key[0] else set()
            was, one = before[name, period], after[key][1]
            changed |= {part for part in COLUMNS[1:] if getattr(was, part) != getattr(one, part)}
            kept[key] = Row(cells=_write_cells(*after[key]), source=source, changed=changed)
    rows = [
        kept.get(key) or Row(cells=_write_cells(*after[key])) for key in _arrange(list(kept), new)
    ]
    return edit_table(text, rows, FORM)


def leave_out_points(evaluation: Evaluation) -> Evaluation:
    """Return an evaluation as the files of words have it: its series without their points."""
    if not any(each.observations for each in evaluation.series):
        return evaluation
    bare = [attrs.evolve(each, observations=()) for each in evaluation.series]
    return attrs.evolve(evaluation, series=bare)


def _go_through(series: Iterable[Series]) -> Iterator[tuple[Series, Observation]]:
    for each in series:
        for one in each.observations:
            yield each, one


def _arrange(kept: list[Key], series: Iterable[Series]) -> Iterator[Key]:
    """Go through the rows that stay in their order, with each new one beside its neighbour."""
    places: dict[str, list[Key]] = {}
    for key in kept:
        places.setdefault(key[0], []).append(key)
    above: dict[Key, list[Key]] = {}
    below: dict[Key, list[Key]] = {}
    at_end: list[Key] = []
    for each in series:
        held = places.get(each.id, [])
        ordered = [(each.id, one.period) for one in each.observations]
        if len(held) > 1 and held[0][1] > held[-1][1]:
            ordered.reverse()
        fresh = set(ordered).difference(held)
        last: Key | None = None
        waiting: list[Key] = []
        for key in ordered:
            if key not in fresh:
                above[key], waiting, last = waiting, [], key
            elif last is None:
                waiting.append(key)
            else:
                below.setdefault(last, []).append(key)
        at_end += waiting
    for key in kept:
        yield from (*above[key], key, *below.get(key, ()))
    yield from at_end


def _write_cells(series: Series, one: Observation) -> dict[str, str]:
    cells = {"series": series.id}
    for name, value in unstructure(one).items():
        if isinstance(value, list):
            cells[name] = " ".join(value)
        else:
            # Python's own way of writing a number is read back as the same number.
            cells[name] = value if isinstance(value, str) else repr(value)
    return cells


def _read_flags(written: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", written) if word]


def _read_number(written: str, *, empty: str) -> Any:
    if _NUMBER.fullmatch(written) and len(written) <= _LONGEST_NUMBER:
        number = float(written)
        if math.isfinite(number):
            return int(written) if re.fullmatch(r"-?\d+", written) else number
    return Fault("not-a-number", f"found {show(written)}", _say_what_to_write(written, empty))


def _say_what_to_write(written: str, empty: str) -> str:
    plain = written.strip()
    if _NUMBER.fullmatch(written):
        return "check the number"
    if _NUMBER.fullmatch(plain):
        return f"write {plain}, without a space"
    if match := _SIGN.fullmatch(plain):
        reason = _REASONS.get(match[1].lower())
        return f"{empty}: {reason}" if reason and empty != _EMPTY else empty
    if _NOTHING.fullmatch(plain):
        return empty
    if match := _PERCENT.fullmatch(plain):
        return f"write {match[1]}, and per = 100 in series.toml"
    if match := _THOUSANDS.fullmatch(plain):
        return f"write {re.sub('[^0-9.-]', '', match[1])}"
    if match := _DECIMAL_COMMA.fullmatch(plain):
        return f"write {match[1]}.{match[2]}, with a point"
    if match := _MONEY.fullmatch(plain):
        return f"write {match[1] or match[2]}; the unit stands in series.toml"
    if match := _FLAGGED.fullmatch(plain):
        return f'write {match[1]}, and "{_FLAGS[match[2].lower()]}" under flags'
    if match := _ABOUT.fullmatch(plain):
        return f'write {match[1]}, and "estimated" under flags'
    if _LIMIT.fullmatch(plain):
        return f"{empty}: {plain}" if empty != _EMPTY else empty
    match = _LOOSE.fullmatch(plain)
    if match and (match[2] or match[3]):
        sign = "-" if match[1] not in ("", "+") else ""
        return f"write {sign}{match[2] or '0'}" + (f".{match[3]}" if match[3] else "")
    return "write a number such as 12.3 in the digits 0 to 9, or leave the cell empty"


_EMPTY = "leave the cell empty"

FORM = Form(
    rows="points",
    columns=COLUMNS,
    needed=("series", "period"),
    names=("series",),
    readers={
        "value": partial(_read_number, empty=f"{_EMPTY}, and say why under missing"),
        **{name: partial(_read_number, empty=_EMPTY) for name in NUMBERS if name != "value"},
        "flags": _read_flags,
    },
)
