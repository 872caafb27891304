"""How do the bytes of a table become text, when nothing may be guessed?"""

import re

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError

ENCODINGS = ("utf-8", "cp1252", "utf-16")
"""In what a text can be kept: the first is taken for granted, the others are named."""

_CALLED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "cp1252": "cp1252",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
    "utf16": "utf-16",
}
_MARK_OF_UTF_8 = b"\xef\xbb\xbf"
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html|table|head|body)\b", re.IGNORECASE)
_MEND_UTF_8 = 'save it as UTF-8; in a spreadsheet choose "CSV UTF-8"'


def find_encoding(encoding: str) -> str:
    """Return the name of an encoding as it stands in :data:`ENCODINGS`.

    Raises
    ------
    InvalidError
        When it is none of them.

    Examples
    --------
    >>> find_encoding("Windows-1252")
    'cp1252'
    """
    known = _CALLED.get(str(encoding).lower().replace("_", "-"))
    if known is None:
        mend = "choose one of: " + ", ".join(ENCODINGS)
        fault = Fault("unknown-choice", f"found {show(encoding)}", mend, path=("encoding",))
        raise InvalidError("encoding", [fault])
    return known


def settle_bytes(content: bytes, name: str, encoding: str = "utf-8") -> bytes:
    r"""Turn the bytes of a table into UTF-8 without a mark at its start, with one kind of line end.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the message.
    encoding
        One of :data:`ENCODINGS`.

    Raises
    ------
    InvalidError
        When the bytes are not in that encoding, or are no text at all.

    Examples
    --------
    >>> settle_bytes(b"\xef\xbb\xbfa\r\nb", "a.csv")
    b'a\nb'
    >>> settle_bytes(b"caf\xe9", "a.csv", "cp1252").decode()
    'café'
    """
    named = find_encoding(encoding)
    if _MARKUP.match(content[:4096].removeprefix(_MARK_OF_UTF_8)):
        mend = "open it in a spreadsheet program and save it as .xlsx or .csv"
        raise _refuse(name, "not-a-table", "it is a page of the web, or XML", mend)
    has_mark_of_16 = content[:2] in _MARKS_OF_UTF_16
    if named == "utf-16":
        settled = _from_utf_16(content, name, has_mark_of_16)
    elif has_mark_of_16:
        found, mend = "it is UTF-16 text", f'say encoding="utf-16", or {_MEND_UTF_8}'
        raise _refuse(name, "utf-16", found, mend)
    elif named == "cp1252":
        settled = _from_cp1252(content, name)
    else:
        settled = content.removeprefix(_MARK_OF_UTF_8)
        _check_utf_8(settled, name)
    if b"\0" in settled:
        line = settled.count(b"\n", 0, settled.index(b"\0")) + 1
        found = "it holds a character of nothing, <U+0000>"
        if settled.count(b"\0") * 4 > len(settled):
            found = "every other character is nothing, <U+0000>, as in UTF-16 without its mark"
        raise _refuse(name, "not-text", found, _MEND_UTF_8, line)
    if b"\r" in settled:
        settled = settled.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return settled


def _from_utf_16(content: bytes, name: str, has_mark: bool) -> bytes:
    if not has_mark:
        found = "it does not begin with the mark of UTF-16"
        raise _refuse(name, "wrong-encoding", found, f"leave encoding out, or {_MEND_UTF_8}")
    try:
        return content.decode("utf-16").encode()
    except UnicodeError:
        raise _refuse(name, "not-utf-16", "it is not UTF-16 text", _MEND_UTF_8) from None


def _from_cp1252(content: bytes, name: str) -> bytes:
    if not content.isascii() and _is_utf_8(content):
        # Read as cp1252, its letters beyond a to z would each turn into two strange ones.
        found = "it is UTF-8 text, and encoding is cp1252"
        raise _refuse(name, "wrong-encoding", found, "leave encoding out")
    try:
        return content.decode("cp1252").encode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refuse(name, "not-cp1252", "it is not cp1252 text", _MEND_UTF_8, line) from None


def _check_utf_8(content: bytes, name: str) -> None:
    if content.isascii():
        return
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        mend = f'{_MEND_UTF_8}, or say encoding="cp1252" if it comes from an older Windows program'
        raise _refuse(name, "not-utf-8", "it is not UTF-8 text", mend, line) from None


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse(name: str, code: str, found: str, mend: str, line: int | None = None) -> InvalidError:
    return InvalidError(name, [Fault(code, found, mend, file=name, line=line)])
