"""The table of counts: one row for each count, one column for each thing said about it."""

import re
from collections.abc import Iterable

import attrs

from obamodel.domain.fields import show
from obamodel.domain.quantities import Count
from obamodel.errors import Fault
from obamodel.files.aligning import align
from obamodel.files.conversion import unstructure
from obamodel.files.table import Form, Row, TableReading, edit_table, read_table, write_rows

COLUMNS = tuple(attribute.name for attribute in attrs.fields(Count))

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_LONGEST_WHOLE = 40
_HINTS = (
    (re.compile(r"(?:~|≈|c\.?|ca\.?|circa|about|approx\.?|around)\s*(\d+)", re.I), "about"),
    (re.compile(r"(?:≥|>=|at least)\s*(\d+)|(\d+)\s*\+", re.I), "at least"),
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[, ]\d{3})+")
_ZEROS = re.compile(r"0*(\d+)\.0+|0+(\d+)")
_NOTHING = re.compile(r"[-\u2013\u2014?*.:]+|n/?a|nk|none|null|unknown|not known|missing|tbc", re.I)


def read_counts(text: str) -> TableReading:
    r"""Read a table of counts; an empty cell says nothing, and nothing is guessed.

    Examples
    --------
    >>> reading = read_counts("id,of,counted,value\nfirst,people who came,people,~45\n")
    >>> print(*reading.faults)
    counts[0].value: found "~45"; write 45, and "about" under precision [not-a-whole-number]
    """
    return read_table(text, FORM)


def write_counts(counts: Iterable[Count]) -> str:
    """Write a table of counts with all its columns.

    Examples
    --------
    >>> from obamodel.domain.quantities import Counted
    >>> first = Count(id="first", of="people who came", counted=Counted.PEOPLE, value=12)
    >>> print(write_counts([first]), end="")
    id,of,counted,value,precision,reason,subset_of,activity,group,when,published,note,source
    first,people who came,people,12,,,,,,,,,
    """
    return write_rows(map(_write_cells, counts), FORM)


def edit_counts(text: str, old: tuple[Count, ...], new: tuple[Count, ...]) -> str:
    """Write counts over a table, leaving every row and cell as it is that says the same as before.

    Parameters
    ----------
    text
        The table as it is, without fault.
    old, new
        The counts it holds, and those it is to hold.
    """
    matches = align([count.id for count in old], [count.id for count in new])
    rows = []
    for match, count in zip(matches, new, strict=True):
        cells = _write_cells(count)
        if match is None:
            rows.append(Row(cells=cells))
        else:
            before = old[match]
            changed = {name for name in COLUMNS if getattr(before, name) != getattr(count, name)}
            rows.append(Row(cells=cells, source=match, changed=changed))
    return edit_table(text, rows, FORM)


def _write_cells(count: Count) -> dict[str, str]:
    return {name: str(value) for name, value in unstructure(count).items()}


def _read_value(written: str) -> int | Fault:
    if _WHOLE.fullmatch(written) and len(written) <= _LONGEST_WHOLE:
        return int(written)
    mend = "write a whole number in the digits 0 to 9, or leave the cell empty"
    if _WHOLE.fullmatch(written):
        mend = "check the number"
    elif _THOUSANDS.fullmatch(written):
        mend = f"write {re.sub('[, ]', '', written)}"
    elif match := _ZEROS.fullmatch(written):
        mend = f"write {match[1] or match[2]}"
    elif _WHOLE.fullmatch(written.strip()):
        mend = f"write {written.strip()}, without a space"
    elif _NOTHING.fullmatch(written.strip()):
        mend = 'leave the cell empty, write "unknown" under precision, and why under reason'
    for pattern, precision in _HINTS:
        if match := pattern.fullmatch(written.strip()):
            number = next(group for group in match.groups() if group)
            mend = f'write {number}, and "{precision}" under precision'
    return Fault("not-a-whole-number", f"found {show(written)}", mend)


FORM = Form(
    rows="counts",
    columns=COLUMNS,
    needed=tuple(
        attribute.name for attribute in attrs.fields(Count) if attribute.default is attrs.NOTHING
    ),
    names=("id",),
    readers={"value": _read_value},
)
