"""Files as large as anybody may send, each made to keep a reader busy, opened one at a time.

As a program it opens one of them, and prints how many seconds and bytes that took:

    python -m tests.files.largest_files json-of-wrong-things
"""

import io
import resource
import sys
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType

from obamodel.files.reading import LARGEST_FILE
from tests.files.entry_points import ENTRY_POINTS, is_answered

LARGEST = 20_000_000
MOST_SECONDS = 10
MOST_BYTES = 2**30


def fill(start: str, again: str, end: str = "", size: int = LARGEST_FILE) -> bytes:
    """Write the middle part as often as there is room; `{n}` in it is a number of its own."""
    room = size - len(start.encode()) - len(end.encode())
    if "{n}" not in again:
        return f"{start}{again * (room // len(again.encode()))}{end}".encode()
    longest = len(again.replace("{n}", "0000000").encode())
    return (
        start
        + "".join(again.replace("{n}", f"{number:07}") for number in range(room // longest))
        + end
    ).encode()


def pack(part: str, content: bytes) -> bytes:
    """Put something in the place of a part of a workbook that is right otherwise."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(ENTRY_POINTS["workbook"].good)) as good,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book,
    ):
        for name in good.namelist():
            book.writestr(name, content if name == part else good.read(name))
    return packed.getvalue()


_SERIES = (
    '[[series]]\nid = "calls"\nname = "Calls"\nkind = "count"\nunit = "calls"\n'
    'polarity = "no good or bad"\ncounted = "things"\n'
)
_AREA = "area,year,calls\n"
_SCORECARD = "id,measure_type,actual_value_date,target_value,actual_value,comment\n"
_XML = '<iati-activities version="2.03"><iati-activity>'
_END = "</iati-activity></iati-activities>"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = "xl/worksheets/sheet2.xml"
_OPEN = f'<worksheet xmlns="{_MAIN}"><sheetData>'
_CLOSE = "</sheetData></worksheet>"
_TEXTS = f'<sst xmlns="{_MAIN}">'

FILES: Mapping[str, tuple[str, Callable[[], bytes]]] = MappingProxyType(
    {
        "period-of-digits": ("period", lambda: b"2" * LARGEST),
        "period-of-spaces": ("period", lambda: b"2014" + b" " * LARGEST + b"/15"),
        "period-of-words": ("period", lambda: b"Jan 2014 to " * (LARGEST // 12)),
        "column-of-nonsense": ("column-of-periods", lambda: fill("", "q{n}\n", size=LARGEST)),
        "column-of-years": ("column-of-periods", lambda: fill("", "2014/15\n", size=LARGEST)),
        "json-of-lists": ("json", lambda: fill("[", "[],", "1]")),
        "json-of-depth": ("json", lambda: fill("", "[")),
        "json-of-names": ("json", lambda: fill("{", '"a{n}":1,', '"b":1}')),
        "json-of-one-name": ("json", lambda: fill("{", '"a":1,', '"a":1}')),
        "json-of-one-text": ("json", lambda: fill('{"title":"', "x", '"}')),
        "json-of-escapes": ("json", lambda: fill('{"title":"', "\\u202e", '"}')),
        "json-of-quotes": ("json", lambda: fill("", '"')),
        "json-of-wrong-things": ("json", lambda: fill('{"outcomes":[', "{},", "{}]}")),
        "json-of-blanks": ("json", lambda: fill("", " ")),
        "json-too-large": ("json", lambda: fill("[", "1,", "1]", LARGEST)),
        "workbook-of-blanks": ("workbook", lambda: pack(_SHEET, fill(_OPEN, " ", _CLOSE, 10**8))),
        "workbook-of-rows": (
            "workbook",
            lambda: pack(_SHEET, fill(_OPEN, '<row r="1{n}"><c><v>1</v></c></row>', _CLOSE, 10**8)),
        ),
        "workbook-of-one-far-cell": (
            "workbook",
            lambda: pack(
                _SHEET,
                fill(_OPEN, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', _CLOSE, 400),
            ),
        ),
        "workbook-of-texts": (
            "workbook",
            lambda: pack("xl/sharedStrings.xml", fill(_TEXTS, "<si><t>{n}</t></si>", "</sst>")),
        ),
        "release-of-wrong-things": ("release", lambda: fill('{"tables":[', "{},", "{}]}")),
        "toml-of-tables": ("folder-outcomes.toml", lambda: fill("", "[[outcomes]]\n")),
        "toml-of-ids": ("folder-outcomes.toml", lambda: fill("", '[[outcomes]]\nid="o{n}"\n')),
        "toml-of-keys": ("folder-outcomes.toml", lambda: fill("", "a{n} = 1\n")),
        "toml-of-dots": ("folder-evaluation.toml", lambda: fill("a", ".b", " = 1")),
        "toml-of-few-dots": ("folder-evaluation.toml", lambda: fill("", "a{n}.b.c.d.e.f=1\n")),
        "toml-of-headings": ("folder-evaluation.toml", lambda: fill("", "[a.b{n}.c.d]\n")),
        "toml-of-braces": ("folder-evaluation.toml", lambda: fill("x = [", "{a=1},", "]")),
        "toml-of-quotes": ("folder-evaluation.toml", lambda: fill("x = ", '"')),
        "toml-of-lines": ("folder-evaluation.toml", lambda: fill('x = """', "\n", '"""')),
        "toml-of-notes": ("folder-evaluation.toml", lambda: fill("", "#\n")),
        "toml-of-series": ("folder-series.toml", lambda: fill("", _SERIES)),
        "points-of-wrong-rows": ("folder-points.csv", lambda: fill("series,period,value\n", "x\n")),
        "points-of-one-series": (
            "folder-points.csv",
            lambda: fill("series,period,value\n", "calls,2014/15,1\n"),
        ),
        "points-of-bad-times": (
            "folder-points.csv",
            lambda: fill("series,period,value\n", "calls,q{n},1\n"),
        ),
        "points-of-columns": ("folder-points.csv", lambda: fill("series,period,value", ",a{n}")),
        "points-of-quotes": ("folder-points.csv", lambda: fill("series,period,value\n", '"')),
        "points-of-one-cell": ("folder-points.csv", lambda: fill('series,period,value\n"', "x")),
        "package-of-columns": ("package-series.csv", lambda: fill("series", ",a{n}")),
        "package-of-rows": ("package-series.csv", lambda: fill("series,period,value\n", "x,,\n")),
        "package-of-things": (
            "package-datapackage.json",
            lambda: fill('{"resources":[', "{},", "{}]}"),
        ),
        "scorecard-of-wrong-rows": ("scorecard", lambda: fill(_SCORECARD, "7,p,1,1,q,\n")),
        "scorecard-of-one-day": ("scorecard", lambda: fill(_SCORECARD, "7,p,03/31/2015,,1,\n")),
        "scorecard-of-ids": ("scorecard", lambda: fill(_SCORECARD, "{n},p,03/31/2015,,1,\n")),
        "table-of-nonsense": ("table.csv", lambda: fill(_AREA, "N,q{n},about\n", size=LARGEST)),
        "table-of-one-row": ("table.csv", lambda: fill(_AREA, "N,2014,1\n", size=LARGEST)),
        "table-of-columns": ("table.csv", lambda: fill("area,year,calls", ",a{n}", size=LARGEST)),
        "table-of-quotes": ("table.csv", lambda: fill(_AREA, '"', size=LARGEST)),
        "table-of-one-cell": ("table.csv", lambda: fill(_AREA + 'N,2014,"', "x", size=LARGEST)),
        "table-of-commas": ("table.csv", lambda: fill(_AREA, ",", size=LARGEST)),
        "table-of-lines": ("table.csv", lambda: fill(_AREA, "\n", size=LARGEST)),
        "panel-of-nonsense": ("panel.csv", lambda: fill(_AREA, "a{n},q{n},x{n}\n", size=LARGEST)),
        "panel-of-words": ("panel.csv", lambda: fill(_AREA, "a{n},2014,x{n}\n", size=LARGEST)),
        "panel-of-one-row": ("panel.csv", lambda: fill(_AREA, "N,2014,1\n", size=LARGEST)),
        "panel-of-series": ("panel.csv", lambda: fill(_AREA, "a{n},2014,1\n", size=LARGEST)),
        "panel-of-strange-names": (
            "panel.csv",
            lambda: fill(_AREA, "=a{n},2014,1\n", size=LARGEST),
        ),
        "panel-of-marks": ("panel.csv", lambda: fill(_AREA, "a{n},2014,[c]\n", size=LARGEST)),
        "iati-of-elements": ("iati", lambda: fill(_XML, "<result/>", _END, LARGEST)),
        "iati-of-depth": ("iati", lambda: fill(_XML, "<result>", size=LARGEST)),
        "iati-of-attributes": (
            "iati",
            lambda: fill("<iati-activities ", "a{n}='' ", "/>", LARGEST),
        ),
        "iati-of-text": ("iati", lambda: fill(_XML, "x&amp;", _END, LARGEST)),
        "iati-of-notes": ("iati", lambda: fill(_XML, "<!---->", _END, LARGEST)),
        "iati-of-names": ("iati", lambda: fill(_XML, "<a{n}/>", _END, LARGEST)),
        "iati-of-spaces-of-names": (
            "iati",
            lambda: fill(_XML, '<a xmlns="u{n}"/>', _END, LARGEST),
        ),
    }
)
"""Which way in each goes through, and how it is made."""


def main(name: str) -> None:
    """Open one of the files and print what that took."""
    way, make = FILES[name]
    content = make()
    before = resource.getrusage(resource.RUSAGE_SELF)
    is_answered(ENTRY_POINTS[way], content)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sys.stdout.write(f"{seconds} {after.ru_maxrss * 1024}\n")


if __name__ == "__main__":
    main(sys.argv[1])
