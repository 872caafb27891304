"""What stands in the place of a number, or beside it, and what it means.

The shorthand in square brackets is that of the Government Analysis Function (2024); the other signs
are those that statistical offices print. None of them is ever zero.
"""

import re
from collections.abc import Mapping

from obamodel.domain.fields import show
from obamodel.domain.observations import Flag
from obamodel.errors import Fault
from obamodel.files.cells.cell import NoNumber

FLAGS = {
    "b": Flag.BREAK,
    "e": Flag.ESTIMATED,
    "p": Flag.PROVISIONAL,
    "r": Flag.REVISED,
}
"""The shorthand that says something of a number."""

REASONS = {
    "c": "confidential",
    "low": "it rounds to zero and is not zero",
    "u": "too unreliable to give",
    "w": "none recorded",
    "x": "not available",
    "z": "not applicable",
}
"""The shorthand that stands in the place of a number."""

FORECAST = "f"
UNRELIABLE = "u"

EMPTY = "empty in the source"

_SIGNS = ("*", "..", "-", "\u2013", "\u2014", ":", "n/a", "na", "#n/a")
_SHORT = re.compile(r"\[\s*([a-z]{1,3})\s*\]", re.IGNORECASE | re.ASCII)
_LIMIT = re.compile(
    r"(?:[<>\u2264\u2265]=?|fewer than|less than|more than|under|over)\s*[0-9]+%?", re.IGNORECASE
)
_BARE = ("c", "low", "u", "w", "x", "z")


def find_mark(text: str, marks: Mapping[str, str]) -> NoNumber | None:
    """Return why a cell holds no number, where it is a known sign for that.

    Parameters
    ----------
    text
        What stands in the cell, without spaces around it.
    marks
        Further signs and what they mean, as their reader says.

    Examples
    --------
    >>> find_mark("[c]", {}).reason, find_mark("..", {}).reason, find_mark("12", {})
    ('confidential, marked "[c]" in the source', 'marked ".." in the source', None)
    """
    if text in marks:
        return NoNumber(reason=f'{marks[text]}, marked "{text}" in the source', mark=text)
    if not text:
        return NoNumber(reason=EMPTY)
    lower = text.lower()
    if lower in _SIGNS:
        return NoNumber(reason=f'marked "{text}" in the source', mark=text)
    if text in _BARE:
        return NoNumber(reason=f'{REASONS[text]}, marked "{text}" in the source', mark=text)
    if _LIMIT.fullmatch(text):
        return NoNumber(reason=f'given only as "{text}" in the source', mark=text)
    words = [word.lower() for word in _SHORT.findall(text)]
    if not words or _SHORT.sub("", text).strip():
        return None
    if any(word not in FLAGS and word not in REASONS for word in words):
        return None
    said = [REASONS[word] for word in words if word in REASONS]
    why = ", ".join(said) if said else "no number"
    flags = [FLAGS[word] for word in words if word in FLAGS]
    return NoNumber(reason=f'{why}, marked "{text}" in the source', mark=text, flags=flags)


def split_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the shorthand behind a number away from it.

    Examples
    --------
    >>> split_marks("12.5 [p][r]")
    ('12.5', ('p', 'r'))
    """
    found: list[str] = []
    while match := re.search(r"\s*\[\s*([A-Za-z]{1,3})\s*\]$", text):
        found.insert(0, match[1].lower())
        text = text[: match.start()]
    return text, tuple(found)


def read_flags(text: str) -> tuple[Flag, ...] | Fault:
    """Read a cell that says something of the number beside it.

    Examples
    --------
    >>> [str(flag) for flag in read_flags("[p], revised")]
    ['provisional', 'revised']
    """
    known = {**FLAGS, **{str(flag): flag for flag in Flag}}
    found: list[Flag] = []
    for word in re.split(r"[\s,;\[\]]+", text.lower()):
        if not word:
            continue
        if word not in known:
            mend = "write one of: " + ", ".join(
                f"[{short}] {flag}" for short, flag in FLAGS.items()
            )
            return Fault("unknown-choice", f"found {show(text)}", mend)
        if known[word] not in found:
            found.append(known[word])
    return tuple(found)
