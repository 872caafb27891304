"""One way of writing spaces, hyphens and digits, so that detectors need to know only one."""

import unicodedata
from collections.abc import Sequence

from attrs import frozen

# Word processors put these in by themselves, and nobody sees them.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys("\t\n\r\u00a0\u1680\u202f\u205f\u3000", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        # The wide forms of the characters from ! to ~.
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0D},
        "\u2019": "'",
    }
)


@frozen(kw_only=True)
class StraightText:
    """A text with one kind of space, hyphen and digit, and where each character came from.

    Parameters
    ----------
    text
        The straightened text.
    origins
        For each character, and for the end, its place in the text as it was; none where nothing
        was left out and the places are the same.
    """

    text: str
    origins: Sequence[int] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Say where a stretch of the straightened text stands in the text as it was."""
        if self.origins is None:
            return start, end
        # Up to the last character and not to the next, which may stand after unseen ones.
        return self.origins[start], self.origins[end - 1] + 1


def straighten(text: str) -> StraightText:
    """Write a text with one kind of space, hyphen and digit, and nothing unseen.

    Examples
    --------
    >>> straighten("01245\u00a0496\u2011000").text
    '01245 496-000'
    """
    if text.isascii():
        return StraightText(text=text.translate(_ALIKE))
    seen = [place for place, character in enumerate(text) if character not in _UNSEEN]
    straight = "".join(_write_alike(text[place]) for place in seen)
    return StraightText(text=straight, origins=None if len(seen) == len(text) else seen)


def _write_alike(character: str) -> str:
    if character.isascii():
        return " " if character in "\t\n\r" else character
    digit = unicodedata.decimal(character, None)
    return str(digit) if digit is not None else character.translate(_ALIKE)
