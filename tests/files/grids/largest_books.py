"""Workbooks of up to 20 MB, each made to keep a reader busy or to fill its memory.

As a program it opens one of them, and prints how many seconds and bytes that took:

    python -m tests.files.grids.largest_books ods-of-empty-rows
"""

import random
import resource
import struct
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import Any

from obamodel.files.grids.compound import take_stream, write_stream
from tests.files.entry_points import ENTRY_POINTS, is_answered
from tests.files.handmade_books import make_ods, make_xls, zip_up
from tests.files.largest_files import fill

ROWS: list[Sequence[Any]] = [["area", "year", "calls"], ["North", 2014, 54], ["North", 2015, 60]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPEN, _CLOSE = f'<worksheet xmlns="{_MAIN}"><sheetData>', "</sheetData></worksheet>"
_PERCENT = 'office:value-type="percentage" office:value="0.1"'
_NUMBER = 'office:value-type="float" office:value="{n}"'


def swap(form: str, changed: Mapping[str, bytes]) -> bytes:
    """Put other parts into a good workbook."""
    with zipfile.ZipFile(BytesIO(ENTRY_POINTS[f"table{form}"].good)) as good:
        return zip_up({**{name: good.read(name) for name in good.namelist()}, **changed})


def make_sheet(again: str, size: int, start: str = _OPEN, end: str = _CLOSE) -> bytes:
    return swap(".xlsx", {"xl/worksheets/sheet1.xml": fill(start, again, end, size)})


def make_sheets_of_one_part(number: int) -> bytes:
    """Let very many sheets be one and the same part."""
    sheets = "".join(f'<sheet name="{at}" sheetId="{at + 1}" r:id="rId1"/>' for at in range(number))
    spaces = (
        f'xmlns="{_MAIN}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    book = f"<workbook {spaces}><sheets>{sheets}</sheets></workbook>"
    return swap(
        ".xlsx",
        {
            "xl/workbook.xml": book.encode(),
            "xl/worksheets/sheet1.xml": fill(_OPEN, "<row><c/></row>{n}", _CLOSE, 10**6),
        },
    )


def make_ods_of(again: str, size: int) -> bytes:
    return make_ods({"Data": ROWS}, body=fill("", again, "", size).decode())


def make_ods_of_sheets(number: int) -> bytes:
    """Write a cell in percent that is there a million times, in very many sheets."""
    row = (
        '<table:table-row table:number-rows-repeated="1000000">'
        f"<table:table-cell {_PERCENT}/></table:table-row>"
    )
    sheets = "".join(f'</table:table><table:table table:name="{at}">{row}' for at in range(number))
    return make_ods({"Data": ROWS}, body=sheets)


def make_xlsb_of_records(number: int) -> bytes:
    records = bytearray(2 * number)
    records[::2] = random.Random(1).randbytes(number).translate(bytes(range(64, 128)) * 4)
    return swap(".xlsb", {"xl/worksheets/sheet1.bin": bytes(records)})


def make_xls_of_one_sheet(sheets: int, records: int) -> bytes:
    """Let all sheets begin at the same place, with very many records behind it."""
    book = make_xls({f"D{at}": ROWS for at in range(sheets)})
    stream = bytearray(take_stream(book, "Workbook", "a.xls"))
    at, begin = 0, 0
    while True:
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == 0x85:
            begin = begin or struct.unpack_from("<I", stream, at + 4)[0]
            struct.pack_into("<I", stream, at + 4, begin)
        if kind == 0x0A:
            break
        at += 4 + size
    front, first = bytes(stream[:begin]), bytes(stream[begin : begin + 20])
    nothing = struct.pack("<HH", 0x1234, 0) * records
    return write_stream("Workbook", front + first + nothing + struct.pack("<HH", 0x0A, 0))


def make_xls_of_tables(number: int) -> bytes:
    """Let one piece of a compound file be its table of pieces again and again."""
    book = bytearray(make_xls({"Data": ROWS}))
    begin = len(book) // 512 - 1
    for at in range(number):
        after = begin + at + 1 if at + 1 < number else 0xFFFFFFFE
        book += struct.pack("<128I", *[0] * 127, after)
    struct.pack_into("<II", book, 68, begin, number)
    return bytes(book)


BOOKS: Mapping[str, tuple[str, Callable[[], bytes]]] = MappingProxyType(
    {
        "xlsx-of-cells": (".xlsx", lambda: make_sheet('<c x="{n}"/>', 44_000_000)),
        "xlsx-of-hidden-rows": (".xlsx", lambda: make_sheet('<row hidden="1"/>{n}', 70_000_000)),
        "xlsx-of-hidden-columns": (
            ".xlsx",
            lambda: make_sheet(
                '<col min="1" max="16384" hidden="1"/>{n}',
                100_000_000,
                f'<worksheet xmlns="{_MAIN}"><cols>',
                "</cols><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
            ),
        ),
        "xlsx-of-merged-cells": (
            ".xlsx",
            lambda: make_sheet(
                '<mergeCell ref="A1:B{n}"/>',
                75_000_000,
                f'<worksheet xmlns="{_MAIN}"><sheetData/><mergeCells>',
                "</mergeCells></worksheet>",
            ),
        ),
        "xlsx-of-styles": (
            ".xlsx",
            lambda: swap(
                ".xlsx",
                {
                    "xl/styles.xml": fill(
                        f'<styleSheet xmlns="{_MAIN}"><cellXfs>',
                        '<xf numFmtId="{n}"/>',
                        "</cellXfs></styleSheet>",
                        71_000_000,
                    )
                },
            ),
        ),
        "xlsx-of-texts": (
            ".xlsx",
            lambda: swap(
                ".xlsx",
                {
                    "xl/sharedStrings.xml": fill(
                        f'<sst xmlns="{_MAIN}">', "<si><t>{n}</t></si>", "</sst>", 20_000_000
                    )
                },
            ),
        ),
        "xlsx-of-depth": (".xlsx", lambda: make_sheet("<a>{n}", 29_000_000, end="")),
        "xlsx-of-one-sheet": (".xlsx", lambda: make_sheets_of_one_part(100_000)),
        "ods-of-empty-rows": (
            ".ods",
            lambda: make_ods_of(
                "<table:table-row><table:table-cell/></table:table-row>", 48 * 10**6
            ),
        ),
        "ods-of-wide-rows": (
            ".ods",
            lambda: make_ods_of(
                f"<table:table-row><table:table-cell {_NUMBER}/><table:table-cell "
                'table:number-columns-repeated="16383"/></table:table-row>',
                115_000_000,
            ),
        ),
        "ods-of-one-cell": (".ods", lambda: make_ods_of_sheets(1)),
        "ods-of-sheets": (".ods", lambda: make_ods_of_sheets(100_000)),
        "xlsb-of-records": (".xlsb", lambda: make_xlsb_of_records(20_000_000)),
        "xls-of-one-sheet": (".xls", lambda: make_xls_of_one_sheet(20_000, 4_000_000)),
        "xls-of-tables": (".xls", lambda: make_xls_of_tables(38_000)),
    }
)
"""Of which form each is, and how it is made."""


def main(name: str) -> None:
    """Open one of the workbooks and print what that took."""
    form, make = BOOKS[name]
    content = make()
    assert len(content) <= 20_000_000
    before = resource.getrusage(resource.RUSAGE_SELF)
    is_answered(ENTRY_POINTS[f"table{form}"], content)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sys.stdout.write(f"{seconds} {after.ru_maxrss * 1024}\n")


if __name__ == "__main__":
    main(sys.argv[1])
