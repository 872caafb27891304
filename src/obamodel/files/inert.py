"""How is a text written into a table that a spreadsheet will open, so that it stays a text?"""

import re
import unicodedata

# Full-width signs are read like the others by some programs.
_RISKY = re.compile("'*[ \u00a0]*[-=+@\t\r\n\uff0d\uff1d\uff0b\uff20]")
# Signs that say how others are to be shown, and nobody sees: directions, breaks, tags and the like.
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
_KEPT = ("\n", "\t", "\u200d", "\u200c")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def make_inert(text: str) -> str:
    r"""Write a text so that no spreadsheet takes it for a formula, and no sign in it is unseen.

    A text that a spreadsheet would reckon with gets an apostrophe before it (OWASP, CSV injection);
    signs that nobody sees, and that can turn the order of what is read, are written out by number.
    A plain number stays as it is.

    Examples
    --------
    >>> make_inert("=1+1"), make_inert("-4.5"), make_inert("up\u202ednah")
    ("'=1+1", '-4.5', 'up[U+202E]dnah')
    """
    shown = "".join(
        f"[U+{ord(sign):04X}]"
        if unicodedata.category(sign) in _UNSEEN and sign not in _KEPT
        else sign
        for sign in text
    )
    return f"'{shown}" if _is_risky(shown) else shown


def read_inert(text: str) -> str:
    """Take the apostrophe away again that :func:`make_inert` put before a text.

    Examples
    --------
    >>> read_inert("'=1+1"), read_inert("'tis so")
    ('=1+1', "'tis so")
    """
    return text[1:] if text.startswith("'") and _is_risky(text[1:]) else text


def _is_risky(text: str) -> bool:
    return _RISKY.match(text) is not None and not _NUMBER.fullmatch(text)
