"""Texts as a workbook keeps them: every sign of every text, and nothing taken for anything else.

A text that a program reads from XML loses what XML cannot hold, so spreadsheets write such signs
as ``_x000B_``, and the line before a text that only looks like it as ``_x005F_`` (ECMA-376,
22.9.2.19).
"""

import io
import re
import zipfile
from collections.abc import Mapping

from attrs import field, frozen

SHARED_STRINGS = "xl/sharedStrings.xml"

# The time that every entry of a workbook says it is from, so that the same is always the same.
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_TOKEN = re.compile(r"<t(?: [^>]*)?>(\d+)</t>")
_LOOKS_ESCAPED = re.compile(r"_(?=[xX][0-9a-fA-F]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@frozen
class SharedTexts:
    """The texts of a workbook, each known by its number until the workbook is whole.

    The program that writes the cells is given numbers only, so that it can make nothing of a text:
    no formula, no link, no mark-up.
    """

    _numbers: dict[str, int] = field(factory=dict, init=False)

    def keep(self, text: str) -> str:
        """Keep a text, and return what stands for it."""
        return str(self._numbers.setdefault(text, len(self._numbers)))

    def put_into(self, workbook: bytes) -> bytes:
        """Put the texts in the place of their numbers, and make the rest of the file settled."""
        texts = tuple(self._numbers)
        parts = {}
        with zipfile.ZipFile(io.BytesIO(workbook)) as packed:
            for name in packed.namelist():
                parts[name] = packed.read(name)
        if SHARED_STRINGS in parts:
            written = parts[SHARED_STRINGS].decode()
            parts[SHARED_STRINGS] = _TOKEN.sub(
                lambda match: write_text(texts[int(match[1])]), written
            ).encode()
        return pack(parts)


def write_text(text: str) -> str:
    """Write a text as an element of XML.

    Examples
    --------
    >>> print(write_text("a < b"), write_text("_x0041_"))
    <t xml:space="preserve">a &lt; b</t> <t xml:space="preserve">_x005F_x0041_</t>
    """
    kept = _LOOKS_ESCAPED.sub("_x005F_", text)
    kept = _NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", kept)
    return f'<t xml:space="preserve">{kept.translate(_MARKS)}</t>'


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts of a workbook so that the same parts are always the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Which system packed it would be told otherwise.
            entry.create_system = 0
            file.writestr(entry, content)
    return packed.getvalue()
