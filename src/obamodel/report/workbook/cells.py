"""What stands in a cell: a number as it is written, a shorthand, or words.

The shorthand is that of the United Kingdom's Government Analysis Function (2022, Using symbols and
shorthand): a letter in square brackets, explained wherever it is used.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from obamodel.disclosure.breakdowns import FEW as BREAKDOWN_FEW
from obamodel.disclosure.breakdowns import NOT_CHECKED as BREAKDOWN_NOT_CHECKED
from obamodel.disclosure.breakdowns import SMALL as BREAKDOWN_SMALL
from obamodel.disclosure.breakdowns import SMALL_OR_NOBODY
from obamodel.disclosure.counts import WITHHELD
from obamodel.disclosure.presence import NOT_SHOWN, TOO_FEW
from obamodel.disclosure.presets import STAR
from obamodel.disclosure.publishing_tables import NOT_KNOWN
from obamodel.disclosure.series import FEW, NEARLY_ALL, NOT_CHECKED, NOT_WHOLE, SMALL, TOO_NEAR
from obamodel.domain.breakdowns import PartState
from obamodel.domain.fields import to_tuple
from obamodel.plots.observed_table import NO_VALUE, NOTHING

_NUMBER = re.compile(r"-?(?:\d|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?( ?%)?", re.ASCII)
# A spreadsheet keeps so many digits of a number and no more.
_MOST_DIGITS = 15
# Labels, such as those of indicators, are listed so.
_LIST = re.compile(r"\d+(?:(?:, | and )\d+)+", re.ASCII)
# Columns of names: a year that stands there is a name, and nobody adds years up.
_NAMED = frozenset(("period", "when", "by when", "year", "date", "version", "no.", "order"))
_HIDDEN_SIGNS = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
_SHOWN_SIGNS = ("\u200c", "\u200d")
_LONGEST = 32_000
NOTHING_RECORDED = "nothing recorded"
_CUT = " \u2026 (the rest of this text is in the report)"


class Shorthand(Enum):
    """A letter in square brackets that stands for a number that is not there."""

    CONFIDENTIAL = "[c]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"


MEANINGS = {
    Shorthand.CONFIDENTIAL: "withheld, so that nobody can be picked out",
    Shorthand.NOT_AVAILABLE: "not available: not known, not counted or not recorded",
    Shorthand.NOT_APPLICABLE: "not applicable: there is nothing that could stand here",
}
_WORDS = {
    **dict.fromkeys(
        (
            *(BREAKDOWN_FEW, BREAKDOWN_NOT_CHECKED, BREAKDOWN_SMALL, SMALL_OR_NOBODY, WITHHELD),
            *(NOT_SHOWN, TOO_FEW, FEW, NEARLY_ALL, NOT_CHECKED, NOT_WHOLE, SMALL, TOO_NEAR),
            *(str(PartState.WITHHELD), "number withheld"),
        ),
        Shorthand.CONFIDENTIAL,
    ),
    **dict.fromkeys(
        (NOT_KNOWN, NO_VALUE, str(PartState.REACHED), "reached, not counted", "lost"),
        Shorthand.NOT_AVAILABLE,
    ),
}


@frozen
class Number:
    """A number, and how it is shown.

    Parameters
    ----------
    value
        The number.
    form
        The form in the language of spreadsheets, such as ``#,##0.0``.
    """

    value: float
    form: str


Cell = Number | Shorthand | str


@frozen(kw_only=True)
class ReadRows:
    """The rows of a table as cells, and what its shorthand stands for there.

    Parameters
    ----------
    rows
        The cells.
    used
        Which shorthand is used.
    meant
        What each shorthand stands for word for word, where words stood there.
    """

    rows: tuple[tuple[Cell, ...], ...] = field(converter=to_tuple)
    used: tuple[Shorthand, ...] = field(converter=to_tuple)
    meant: tuple[str, ...] = field(converter=to_tuple)


def read_rows(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, drawn: bool = False
) -> ReadRows:
    """Read the cells of a table.

    The first column says what each row is about, and stays words. Words that say why a number is
    not there become shorthand in columns that have numbers; anything else stays as it is written.
    A cell with nothing says so: cells are never left empty.

    Parameters
    ----------
    columns
        The headings.
    rows
        What is written under them.
    drawn
        Whether it says what a picture shows: there, a cell with nothing is not applicable.

    Examples
    --------
    >>> read_rows(["Who", "How many"], [["members", "1,250"], ["carers", "about 40"]]).rows
    (('members', Number(value=1250.0, form='#,##0')), ('carers', 'about 40'))
    """
    counted = [
        place > 0 and _is_counted(heading, [row[place] for row in rows])
        for place, heading in enumerate(columns)
    ]
    read: list[tuple[Cell, ...]] = []
    meant: dict[tuple[Shorthand, str], list[str]] = {}
    for row in rows:
        cells: list[Cell] = []
        for place, text in enumerate(row):
            cell = _read_cell(text, counted=counted[place], drawn=drawn) if place else None
            if isinstance(cell, Shorthand) and text.strip() not in (STAR, NOTHING, ""):
                meant.setdefault((cell, text.strip()), []).append(row[0])
            cells.append(clean(text) if cell is None else cell)
        read.append(tuple(cells))
    given = {cell for row in read for cell in row if isinstance(cell, Shorthand)}
    return ReadRows(
        rows=read,
        used=[one for one in Shorthand if one in given],
        meant=_say_meant(meant),
    )


def read_number(text: str) -> Number | None:
    """Read a text that is a number and nothing else; none where it is anything else.

    Examples
    --------
    >>> read_number("12.50"), read_number("31%"), read_number("about 40"), read_number("007")
    (Number(value=12.5, form='0.00'), Number(value=0.31, form='0%'), None, None)
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    percent = found[2] or ""
    plain = text.removesuffix(percent).replace(",", "")
    if sum(map(str.isdigit, plain)) > _MOST_DIGITS:
        return None
    decimals = f".{'0' * len(found[1])}" if found[1] else ""
    form = f"{'#,##0' if ',' in text else '0'}{decimals}{percent}"
    return Number(float(Decimal(plain) / 100 if percent else Decimal(plain)), form)


def clean(text: str) -> str:
    r"""Write a text so that nothing in it is unseen, on one line, as long as a cell can be.

    Examples
    --------
    >>> clean("safe\u202etxt\x07"), clean("two\nlines")
    ('safe[U+202E]txt[U+0007]', 'two lines')
    """
    shown = "".join(
        f"[U+{ord(sign):04X}]"
        if unicodedata.category(sign) in _HIDDEN_SIGNS
        and not sign.isspace()
        and sign not in _SHOWN_SIGNS
        else sign
        for sign in text
    )
    told = " ".join(shown.split())
    return told if len(told) <= _LONGEST else told[:_LONGEST] + _CUT


def _is_counted(heading: str, cells: Sequence[str]) -> bool:
    """Say whether the numbers in a column are numbers, and not names such as years and labels."""
    if heading.strip().lower() in _NAMED or any(map(_LIST.fullmatch, cells)):
        return False
    return any(read_number(cell) is not None for cell in cells)


def _read_cell(text: str, *, counted: bool, drawn: bool) -> Cell | None:
    told = text.strip()
    if told == STAR:
        return Shorthand.CONFIDENTIAL
    if told in (NOTHING, ""):
        if drawn:
            return Shorthand.NOT_APPLICABLE
        return Shorthand.NOT_AVAILABLE if counted else NOTHING_RECORDED
    if not counted:
        return None
    return read_number(told) or _WORDS.get(told)


def _say_meant(meant: dict[tuple[Shorthand, str], list[str]]) -> Iterator[str]:
    for (shorthand, words), names in meant.items():
        named = "; ".join(dict.fromkeys(map(clean, names)))
        yield f"{shorthand.value} in this table stands for \u201c{clean(words)}\u201d at: {named}."
