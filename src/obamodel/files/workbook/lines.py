"""How does a list of words stand in one cell, and how is it read from there?"""

import re
from collections.abc import Iterable

LINE_SIGN = "\u21b5"
"""Stands in a cell for a line end within one of several texts."""

_SIGN = re.compile(rf"(\\*){LINE_SIGN}")
_LINE = re.compile(rf"(\\*)([\n{LINE_SIGN}])")
_BETWEEN_NAMES = re.compile(r"[\n,;]")


def write_lines(items: Iterable[str]) -> str:
    r"""Write several texts into one cell, one on each line.

    A line end within a text is written as a sign for it; where the text has that sign itself, a
    backslash stands before it.

    Examples
    --------
    >>> write_lines(["walks", "two\nlines"])
    'walks\ntwo↵lines'
    """
    return "\n".join(_LINE.sub(_write_line_end, item) for item in items)


def read_lines(written: str) -> list[str]:
    r"""Read several texts from one cell; an empty line says nothing.

    Examples
    --------
    >>> read_lines("walks\n\ntwo↵lines")
    ['walks', 'two\nlines']
    """
    return [_SIGN.sub(_read_sign, line) for line in written.split("\n") if line.strip()]


def read_names(written: str) -> list[str]:
    r"""Read several names from one cell: one on each line, or commas or semicolons between them.

    Examples
    --------
    >>> read_names("b1, b2\nb3")
    ['b1', 'b2', 'b3']
    """
    return [name.strip() for name in _BETWEEN_NAMES.split(written) if name.strip()]


def _write_line_end(match: "re.Match[str]") -> str:
    # As many backslashes again: an odd number is for the sign itself, an even one for a line end.
    more = "\\" if match[2] == LINE_SIGN else ""
    return match[1] * 2 + more + LINE_SIGN


def _read_sign(match: "re.Match[str]") -> str:
    half, is_sign = divmod(len(match[1]), 2)
    return "\\" * half + (LINE_SIGN if is_sign else "\n")
