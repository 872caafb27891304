"""Workbooks made by hand, byte by byte, for what no library here writes: .ods, .xlsb and .xls."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Row = Sequence[Any]


@dataclass(frozen=True)
class Percent:
    """A number that is shown in percent."""

    value: float


@dataclass(frozen=True)
class Failed:
    """A formula that failed."""

    shown: str = "#DIV/0!"


@dataclass(frozen=True)
class Unworked:
    """A formula of which no outcome is kept."""


def zip_up(parts: Mapping[str, str | bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, part in parts.items():
            packed.writestr(zipfile.ZipInfo(place), part, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


# --- .ods --------------------------------------------------------------------------------

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
    )
)


def make_ods_cell(cell: Any, extra: str = "") -> str:
    if cell is None:
        return f"<table:table-cell{extra}/>"
    if isinstance(cell, Percent):
        given, shown = (
            f'office:value-type="percentage" office:value="{cell.value}"',
            f"{cell.value}",
        )
    elif isinstance(cell, Unworked):
        return f'<table:table-cell table:formula="of:=1+1"{extra}/>'
    elif isinstance(cell, Failed):
        given, shown = 'table:formula="of:=1/0" office:value-type="string"', cell.shown
    elif isinstance(cell, bool):
        given, shown = f'office:value-type="boolean" office:boolean-value="{cell}"'.lower(), "x"
    elif isinstance(cell, (int, float)):
        given, shown = f'office:value-type="float" office:value="{cell}"', f"{cell}"
    elif isinstance(cell, str):
        given, shown = 'office:value-type="string"', escape(cell)
    else:
        given, shown = f'office:value-type="date" office:date-value="{cell.isoformat()}"', "x"
    return f"<table:table-cell {given}{extra}><text:p>{shown}</text:p></table:table-cell>"


def make_ods(
    sheets: Mapping[str, Sequence[Row]],
    *,
    hidden: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    body: str | None = None,
    front: str = "",
) -> bytes:
    """Make an .ods workbook; ``body`` takes the place of the first sheet's rows."""
    tables = []
    for name, rows in sheets.items():
        style = ' table:style-name="off"' if name in hidden else ""
        inside = body
        if inside is None:
            inside = "".join(
                "<table:table-row"
                + (' table:visibility="collapse"' if at in hidden_rows else "")
                + f">{''.join(make_ods_cell(cell) for cell in row)}</table:table-row>"
                for at, row in enumerate(rows)
            )
        tables.append(f"<table:table table:name={quoteattr(name)}{style}>{inside}</table:table>")
        body = None
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{front}<office:document-content {_SPACES}>'
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return zip_up(parts)


# --- .xlsb -------------------------------------------------------------------------------

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _sevens(number: int) -> bytes:
    found = b""
    while True:
        number, low = number >> 7, number & 0x7F
        found += bytes([low | (0x80 if number else 0)])
        if not number:
            return found


def _record(kind: int, content: bytes = b"") -> bytes:
    return _sevens(kind) + _sevens(len(content)) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _make_xlsb_cell(column: int, cell: Any) -> bytes:
    style = 1 if isinstance(cell, Percent) else 0
    start = struct.pack("<II", column, style)
    if isinstance(cell, Failed):
        return _record(3, start + b"\x07")
    if isinstance(cell, bool):
        return _record(4, start + bytes([cell]))
    if isinstance(cell, str):
        return _record(6, start + _wide(cell))
    number = cell.value if isinstance(cell, Percent) else float(cell)
    return _record(5, start + struct.pack("<d", number))


def make_xlsb(
    rows: Sequence[Row],
    *,
    hidden_rows: Sequence[int] = (),
    merged: Sequence[tuple[int, int, int, int]] = (),
    far: tuple[int, int] | None = None,
    state: int = 0,
    unworked: bool = False,
) -> bytes:
    """Make an .xlsb workbook; ``far`` is a row and column in which one more number stands."""
    lines = dict(enumerate(rows))
    if far is not None:
        lines[far[0]] = [None] * far[1] + [1.0]
    body = bytearray(_record(129) + _record(148, struct.pack("<IIII", 0, len(rows), 0, 9)))
    body += _record(145)
    for row, cells in lines.items():
        flags = 0x10 if row in hidden_rows else 0
        body += _record(0, struct.pack("<IIHBBB", row, 0, 300, 0, flags, 0) + bytes(4))
        body += b"".join(
            _make_xlsb_cell(column, cell) for column, cell in enumerate(cells) if cell is not None
        )
    body += _record(146)
    for one in merged:
        body += _record(176, struct.pack("<IIII", *one))
    body += _record(130)
    # Two styles of cells: as they are, and the built-in format 0 %.
    styles = _record(278) + _record(617, struct.pack("<I", 2))
    styles += b"".join(_record(47, struct.pack("<HH", 0, kind) + bytes(12)) for kind in (0, 9))
    styles += _record(618) + _record(279)
    book = _record(131) + _record(153, bytes(12)) + _record(143)
    book += _record(156, struct.pack("<II", state, 1) + _wide("rId1") + _wide("Data"))
    book += _record(144)
    book += _record(157, struct.pack("<IIIdIH", 0, 1, 100, 0.001, 1, int(unworked))) + _record(132)
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.bin"/>'
        f'<Relationship Id="rId2" Type="{_REL}/styles" Target="styles.bin"/></Relationships>'
    )
    return zip_up(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
                f'Type="{_REL}/officeDocument" Target="xl/workbook.bin"/></Relationships>'
            ),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": links,
            "xl/styles.bin": styles,
            "xl/worksheets/sheet1.bin": bytes(body),
        }
    )


# --- .xls --------------------------------------------------------------------------------


def _biff(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _make_xls_cell(row: int, column: int, cell: Any) -> bytes:
    spot = struct.pack("<HHH", row, column, 1 if isinstance(cell, Percent) else 0)
    if isinstance(cell, Failed):
        return _biff(0x205, spot + b"\x07\x01")
    if isinstance(cell, bool):
        return _biff(0x205, spot + bytes([cell, 0]))
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _biff(0x204, spot + struct.pack("<HB", len(cell), 1) + text)
    number = cell.value if isinstance(cell, Percent) else float(cell)
    return _biff(0x203, spot + struct.pack("<d", number))


def make_xls(
    sheets: Mapping[str, Sequence[Row]],
    *,
    hidden: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    merged: Sequence[tuple[int, int, int, int]] = (),
    far: tuple[int, int] | None = None,
    size: tuple[int, int] | None = None,
    locked: bool = False,
) -> bytes:
    """Make an .xls workbook; ``size`` is what its sheets say of their rows and columns."""
    bodies = []
    for rows in sheets.values():
        high, wide = size or (len(rows), 9)
        body = bytearray(_biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)))
        body += _biff(0x200, struct.pack("<IIHHH", 0, high, 0, wide, 0))
        for row in hidden_rows:
            body += _biff(0x208, struct.pack("<HHHHHHHH", row, 0, 9, 255, 0, 0, 0x20, 0))
        for row, cells in enumerate(rows):
            body += b"".join(
                _make_xls_cell(row, column, cell)
                for column, cell in enumerate(cells)
                if cell is not None
            )
        if far is not None:
            body += _make_xls_cell(*far, 1.0)
        if merged:
            body += _biff(
                0xE5,
                struct.pack("<H", len(merged)) + b"".join(struct.pack("<HHHH", *m) for m in merged),
            )
        bodies.append(bytes(body + _biff(0x0A)))
    front = _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    if locked:
        front += _biff(0x2F, bytes(6))
    front += _biff(0x42, struct.pack("<H", 1200))
    front += b"".join(_biff(0xE0, struct.pack("<HH", 0, kind) + bytes(16)) for kind in (0, 9))
    entries = [name.encode("latin-1") for name in sheets]
    length = len(front) + sum(4 + 8 + len(name) for name in entries) + 4
    stream = bytearray(front)
    for name, sheet in zip(entries, bodies, strict=True):
        state = 1 if name.decode("latin-1") in hidden else 0
        stream += _biff(0x85, struct.pack("<IBBBB", length, state, 0, len(name), 0) + name)
        length += len(sheet)
    return make_compound("Workbook", bytes(stream + _biff(0x0A) + b"".join(bodies)))


def make_compound(title: str, stream: bytes) -> bytes:
    """Put one stream into a compound file; it is filled up so that it lies in whole sectors."""
    filled = stream + bytes(max(4096 - len(stream), 0))
    filled += bytes(-len(filled) % 512)
    number = len(filled) // 512
    tables = 1
    while tables * 128 < number + tables + 1:
        tables += 1
    links = [0xFFFFFFFD] * tables + [0xFFFFFFFE]
    links += [*range(tables + 2, tables + 1 + number), 0xFFFFFFFE]
    links += [0xFFFFFFFF] * (tables * 128 - len(links))

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + bytes(36)
            + struct.pack("<III", first, size, 0)
        )

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    directory += entry(title, 2, 0xFFFFFFFF, tables + 1, len(filled))
    directory += bytes(128) * 2
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack(
        "<IIIIIIIIII", 0, tables, tables, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0
    )[:36]
    places = list(range(tables)) + [0xFFFFFFFF] * (109 - tables)
    header += struct.pack("<109I", *places)
    return header + struct.pack(f"<{len(links)}I", *links) + directory + filled
