"""Files as people make them, each with what a careful reader would answer.

Each has a name, its bytes, what its reader was told beside, and the right outcome: the exact values
of each series, with what was decided for a column as a whole and what was left behind; or every
complaint, by its code, its line and its column. Nothing here was taken from what our reader says.

As a program it writes them all into a folder:

    python -m tests.files.tables.awkward FOLDER
"""

import datetime
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from tests.files.handmade_books import Failed, Percent, Unworked, make_ods, make_xls, make_xlsb

ENDINGS = (".xlsx", ".xlsb", ".xls", ".ods", ".pdf")

Points = Mapping[str, Any]
"""By period: the value, or the beginning of why there is none."""


class Complaint(NamedTuple):
    """What is wrong: which kind of thing, and where."""

    code: str
    line: int | None = None
    column: str | None = None


class Awkward(NamedTuple):
    """One file, and the right answer to it."""

    name: str
    content: bytes
    told: Mapping[str, Any]
    series: Mapping[str, Points] | None = None
    said: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()


USUAL: dict[str, Any] = {
    "id": "s",
    "name": "S",
    "kind": "mean",
    "unit": "days",
    "polarity": "no judgement",
    "period": "year",
    "value": "value",
}
COUNT = {"kind": "count", "unit": "people"}
SHARE = {"kind": "share", "unit": "%"}
WIDE = {"layout": "wide", "period": None, "value": None, "by": "area"}
BY_AREA = {"by": "area"}


def read(
    name: str,
    content: str | bytes,
    series: Mapping[str, Any],
    *said: str,
    **told: Any,
) -> Awkward:
    """Say of a file that it is read; points given alone are those of the one series there is."""
    is_alone = not all(isinstance(points, Mapping) for points in series.values())
    held = {"s": series} if is_alone else series
    return Awkward(name, _encode(content), told, held, said)


def refuse(name: str, content: str | bytes, *complaints: Any, **told: Any) -> Awkward:
    """Say of a file that it is refused, with these complaints and no other."""
    placed = tuple(
        Complaint(*one) if isinstance(one, tuple) else Complaint(one) for one in complaints
    )
    return Awkward(name, _encode(content), told, complaints=placed)


def _encode(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


# --- numbers -----------------------------------------------------------------------------

# A cell below a plain 1, and what it says.
NUMBERS: dict[str, float] = {
    "5": 5,
    "5.5": 5.5,
    "0": 0,
    "-3": -3,
    "+5": 5,
    "\u22125": -5,
    " 5 ": 5,
    "0.5": 0.5,
    ".5": 0.5,
    "12.345": 12.345,
    "1e3": 1000,
    "100000000000000000000": 10**20,
    "0.1": 0.1,
    "-0.25": -0.25,
}
# The same, where how it is written is settled for the column and said.
SETTLED: dict[str, tuple[float, str]] = {
    '"1,234"': (1234, "thousands"),
    '"1,234,567.5"': (1234567.5, "thousands"),
    '"-1,234"': (-1234, "thousands"),
    "1 234": (1234, "thousands"),
    "1\u00a0234": (1234, "thousands"),
    "1\u202f234.5": (1234.5, "thousands"),
    "1'234": (1234, "thousands"),
    "1.234.567": (1234567, "thousands"),
    "(3)": (-3, "brackets"),
    "(3.5)": (-3.5, "brackets"),
    "\u00a35": (5, "money"),
    "5 \u20ac": (5, "money"),
    "-\u00a35.50": (-5.5, "money"),
    "GBP 5": (5, "money"),
    "1E+5": (100000, "written-in-short"),
}
# What is no number, and what is wrong with it.
NO_NUMBERS: dict[str, str] = {
    "007": "leading-zero",
    "5.": "not-a-number",
    "1_000": "not-a-number",
    "\uff15": "strange-digits",
    "\u0663": "strange-digits",
    "nan": "not-a-number",
    "NaN": "not-a-number",
    "null": "not-a-number",
    "None": "not-a-number",
    "unknown": "not-a-number",
    "inf": "not-finite",
    "-Infinity": "not-finite",
    "1e400": "too-large",
    "#DIV/0!": "spreadsheet-error",
    "#REF!": "spreadsheet-error",
    "#VALUE!": "spreadsheet-error",
    "TRUE": "not-a-number",
    "yes": "not-a-number",
    "5 people": "not-a-number",
    "about 5": "not-a-number",
    "~5": "not-a-number",
    "5+": "not-a-number",
    "5*": "not-a-number",
    "5 p": "not-a-number",
    "5k": "not-a-number",
    "\u00a35m": "not-a-number",
    "--5": "not-a-number",
    "5-": "not-a-number",
    "(5": "not-a-number",
    "(-5)": "not-a-number",
    "0x10": "not-a-number",
    "2^3": "not-a-number",
    "=1+1": "not-a-number",
    "'5": "not-a-number",
    "3.5.2": "not-a-number",
    "12.34.567": "not-a-number",
    "01-May": "spreadsheet-date",
    "May-01": "spreadsheet-date",
    "05-Sep": "spreadsheet-date",
    "1/2": "date",
    "01/05/2026": "date",
    "10-19": "range",
    "10 to 19": "range",
    "12:30": "time",
    "5\u202e": "hidden-character",
    "\u200b5": "hidden-character",
    "five": "not-a-number",
    "see note": "not-a-number",
}
# What stands in the place of a number, and how the reason begins.
NOTHINGS: dict[str, str] = {
    "": "empty",
    "[c]": "confidential",
    "[x]": "not available",
    "[z]": "not applicable",
    "[w]": "none recorded",
    "[u]": "too unreliable",
    "[low]": "it rounds to zero and is not zero",
    "c": "confidential",
    "x": "not available",
    "z": "not applicable",
    "*": 'marked "*"',
    "-": 'marked "-"',
    "..": 'marked ".."',
    ":": 'marked ":"',
    "n/a": 'marked "n/a"',
    "NA": 'marked "NA"',
    "#N/A": 'marked "#N/A"',
    "<5": 'given only as "<5"',
    "<10": 'given only as "<10"',
}


def list_numbers() -> Iterator[Awkward]:
    start = "year,value\n2014,1\n2015,"
    for cell, number in NUMBERS.items():
        yield read(f"number {cell!r}", f"{start}{cell}\n", {"2014": 1, "2015": number})
    for cell, (number, said) in SETTLED.items():
        yield read(f"settled {cell!r}", f"{start}{cell}\n", {"2014": 1, "2015": number}, said)
    for cell, code in NO_NUMBERS.items():
        yield refuse(f"no number {cell!r}", f"{start}{cell}\n", (code, 3, "value"))
    for cell, why in NOTHINGS.items():
        points = {"2014": 1, "2015": why}
        yield read(f"nothing {cell!r}", f"{start}{cell}\n", points, "missing-values")
    for cell in ("[p]", "[e]", "[r]", "[b]"):
        yield read(f"flag {cell!r}", f"{start}5 {cell}\n", {"2014": 1, "2015": 5})
    yield read(
        "a forecast is no observation",
        f"{start}5 [f]\n",
        {"2014": 1, "2015": "a forecast"},
        "forecast",
    )
    yield read(
        "a mark that is told",
        f"{start}k\n",
        {"2014": 1, "2015": "rounds to nothing"},
        "missing-values",
        marks={"k": "rounds to nothing"},
    )
    yield refuse("a mark that is not told", f"{start}k\n", ("not-a-number", 3, "value"))
    yield refuse(
        "two kinds of money",
        "year,value\n2014,\u00a31\n2015,\u00a32\n2016,\u20ac3\n",
        ("mixed-money", 4, "value"),
    )
    yield refuse(
        "percent that are said to be fractions",
        "year,value\n2014,5%\n",
        ("per-contradicted", 1, "value"),
        **SHARE,
        per=1,
    )
    yield refuse("half a person", "year,value\n2014,5.5\n", ("not-whole", 2, "value"), **COUNT)
    yield refuse("fewer than nobody", "year,value\n2014,-5\n", ("negative", 2, "value"), **COUNT)
    ten = "".join(f"{2010 + at},{'about ' if at % 2 else '~'}{at}\n" for at in range(10))
    yield refuse(
        "ten that are wrong are ten complaints",
        f"year,value\n{ten}",
        *(("not-a-number", line, "value") for line in range(2, 12)),
    )


# --- decimal commas and what parts cells -------------------------------------------------


def list_notations() -> Iterator[Awkward]:
    two = {"2014": 1.5, "2015": 2}
    yield read("semicolons and commas", "year;value\n2014;1,5\n2015;2\n", two, "decimal-comma")
    yield read("semicolons and points", "year;value\n2014;1.5\n2015;2\n", two)
    yield read("tabs", "year\tvalue\n2014\t1.5\n2015\t2\n", two)
    yield read("bars", "year|value\n2014|1.5\n2015|2\n", two)
    yield read("tabs and commas", "year\tvalue\n2014\t1,5\n2015\t2\n", two, "decimal-comma")
    yield read("a quoted comma", 'year,value\n2014,"1,5"\n2015,2\n', two, "decimal-comma")
    yield refuse(
        "thousands or decimals, with commas",
        "year;value\n2014;1,234\n2015;2,345\n",
        ("ambiguous-number", 2, "value"),
    )
    yield refuse(
        "thousands or decimals, with points",
        "year;value\n2014;1.234\n2015;2.345\n",
        ("ambiguous-number", 2, "value"),
    )
    yield read(
        "decimals, since somebody says so",
        "year;value\n2014;1,234\n2015;2,345\n",
        {"2014": 1.234, "2015": 2.345},
        "decimal-comma",
        decimal=",",
    )
    yield read(
        "thousands, since somebody says so",
        "year;value\n2014;1,234\n2015;2,345\n",
        {"2014": 1234, "2015": 2345},
        "thousands",
        decimal=".",
    )
    yield read(
        "one cell settles the others",
        "year;value\n2014;1.234,5\n2015;2.345\n",
        {"2014": 1234.5, "2015": 2345},
        "decimal-comma",
        "thousands",
    )
    yield refuse(
        "commas and points before decimals",
        "year;value\n2014;1,5\n2015;2.5\n2016;3.5\n",
        ("mixed-notation", 2, "value"),
    )
    yield refuse("a bare comma in a number", "year,value\n2014,1,5\n", ("wrong-number-of-cells", 2))
    yield read("it says what parts cells", "sep=;\nyear;value\n2014;1\n", {"2014": 1}, "delimiter")


# --- bytes -------------------------------------------------------------------------------


def list_bytes() -> Iterator[Awkward]:
    one, plain = {"2014": 1}, "year,value\n2014,1\n"
    money = "year,value\n2014,\u00a31\n"
    yield read("a byte-order mark", "\ufeff" + plain, one)
    yield read("line ends of Windows", plain.replace("\n", "\r\n"), one)
    yield read("line ends of old computers", plain.replace("\n", "\r"), one)
    yield read("no end to the last line", plain.rstrip("\n"), one)
    yield read("empty lines", "year,value\n\n2014,1\n\n\n", one)
    yield read("empty rows below", "year,value\n2014,1\n,\n,\n", one)
    yield read("an empty column beside", "year,value,\n2014,1,\n", one)
    yield read("spaces around", " year , value \n2014 , 1 \n", one)
    yield read("everything quoted", '"year","value"\n"2014","1"\n', one)
    yield refuse("not UTF-8", money.encode("cp1252"), ("not-utf-8", 2))
    yield read("cp1252 by name", money.encode("cp1252"), one, "money", encoding="cp1252")
    yield refuse("UTF-16", plain.encode("utf-16"), "utf-16")
    yield read("UTF-16 by name", plain.encode("utf-16"), one, encoding="utf-16")
    yield refuse("UTF-16 without a mark", plain.encode("utf-16-le"), ("not-text", 1))
    yield refuse("nothing at all", b"", "empty")
    yield refuse("only line ends", "\n\n\n", "empty")
    yield refuse("a character of nothing", "year,value\n2014,1\x002\n", ("not-text", 2))
    yield refuse(
        "a workbook called .csv", make_xlsx([["year", "value"], [2014, 1]]), "wrong-ending"
    )
    yield refuse("a page of the web", "<html><table><tr><td>1", "not-a-table")
    yield refuse("UTF-8 called cp1252", money, "wrong-encoding", encoding="cp1252")
    yield refuse("UTF-8 called UTF-16", plain, "wrong-encoding", encoding="utf-16")
    yield refuse("half a character", b"\xff\xfey\x00e", "not-utf-16", encoding="utf-16")
    broken = b"year,value\n2014,1\n2015,\x81\n"
    yield refuse("no cp1252 either", broken, ("not-cp1252", 3), encoding="cp1252")
    yield refuse("an unknown encoding", plain, "unknown-choice", encoding="latin-9")


# --- the form of the table ---------------------------------------------------------------


def list_forms() -> Iterator[Awkward]:
    one, two = {"2014": 1}, {"2014": 1, "2015": 2}
    yield refuse("a heading and nothing below", "year,value\n", ("empty", 1))
    yield refuse("a column misspelt", "yaer,value\n2014,1\n", ("no-such-column", 1))
    yield refuse(
        "capital letters", "Year,Value\n2014,1\n", ("no-such-column", 1), ("no-such-column", 1)
    )
    yield refuse("no heading", "2014,1\n2015,2\n", ("no-such-column", 1), ("no-such-column", 1))
    yield refuse("a column twice", "year,value,value\n2014,1,2\n", ("written-twice", 1))
    yield refuse(
        "several values and one limit",
        "year,a,b,lo\n2014,1,2,0\n",
        "several-values",
        value=["a", "b"],
        lower="lo",
    )
    yield refuse("a cell too many", "year,value\n2014,1,9\n2015,2\n", ("wrong-number-of-cells", 2))
    yield refuse(
        "a cell too many in every row",
        "year,value\n2014,1,9\n2015,2,9\n",
        # One complaint: it is the heading that is short.
        ("wrong-number-of-cells", 1),
    )
    yield refuse("a cell too few", "year,value\n2014\n2015,2\n", ("wrong-number-of-cells", 2))
    yield refuse(
        "the heading again further down",
        "year,value\n2014,1\nyear,value\n2015,2\n",
        ("bad-period", 3, "year"),
        ("not-a-number", 3, "value"),
    )
    yield refuse("a quotation left open", 'year,value\n2014,"1\n2015,2\n', ("open-quotation", 2))
    yield refuse(
        "a quotation mark in a number", 'year,value\n2014,1"2\n', ("not-a-number", 2, "value")
    )
    yield refuse("a title above", "Smoking\n\nyear,value\n2014,1\n", ("rows-above", 1))
    yield read(
        "a title that is told", "Smoking\n\nyear,value\n2014,1\n", one, "rows-around", skip_rows=2
    )
    yield refuse("a source below", "year,value\n2014,1\nSource: us\n", ("wrong-number-of-cells", 3))
    yield read(
        "a source that is told",
        "year,value\n2014,1\nSource: us\n",
        one,
        "rows-around",
        footnote_rows=1,
    )
    yield refuse(
        "a source below, in the first of its cells",
        "year,value\n2014,1\nSource: us,\n",
        ("bad-period", 3, "year"),
    )
    yield read("a column nobody asked for", "year,code,value\n2014,E1,1\n", one, "unread-column")
    yield read(
        "a cell of two lines beside",
        'year,value,note\n2014,1,"two\nlines"\n2015,2,\n',
        two,
        "unread-column",
    )
    yield refuse(
        "the line is that of the file, not of the row",
        'year,value,note\n2014,1,"two\nlines"\n2015,q,\n',
        ("not-a-number", 4, "value"),
    )
    yield refuse("a period twice", "year,value\n2014,1\n2014,2\n", ("duplicate-period", 3, "year"))
    yield refuse("a row twice", "year,value\n2014,1\n2014,1\n", ("duplicate-period", 3, "year"))
    yield refuse("no period", "year,value\n2014,1\n,2\n", ("missing-period", 3, "year"))
    yield refuse("a total row", "year,value\n2014,1\nTotal,1\n", ("bad-period", 3, "year"))
    yield read("in any order", "year,value\n2015,2\n2014,1\n", two)
    yield read("columns in any order", "value,year\n1,2014\n2,2015\n", two)


# --- periods -----------------------------------------------------------------------------

# Periods as sources print them, with what has to be told beside; each is read as it is printed.
PERIODS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("2014/15", "2015/16"), {}),
    (("2014/2015", "2015/2016"), {}),
    (("2014-15", "2015-16"), {"calendar": "financial"}),
    (("2014-15", "2015-16"), {"pooled": 2}),
    (("FY2014/15", "FY2015/16"), {}),
    (("FYE Mar 2015", "FYE Mar 2016"), {}),
    (("1999/00", "2000/01"), {}),
    (("2021/22 Q1", "2021/22 Q2"), {}),
    (("2021 Q1", "2021 Q2"), {}),
    (("2021Q1", "2021Q2"), {}),
    (("Jan 2014", "Feb 2014"), {}),
    (("2014-01", "2014-02"), {}),
    (("2009 - 11", "2010 - 12"), {}),
    (("2015/16 - 19/20",), {}),
    (("w/e 07/01/2011", "w/e 14/01/2011"), {}),
    (("2011-W01", "2011-W02"), {}),
    (("13/04/2014", "14/04/2014"), {}),
    (("2014-04-13", "2014-04-14"), {}),
    (("2024April", "2025April"), {}),
    (("2014/15", "2015/16"), {"calendar": "academic"}),
)
# What cannot be a period, or could be two, and what is wrong with each.
NO_PERIODS: tuple[tuple[tuple[str, ...], tuple[Any, ...]], ...] = (
    (("2014-15", "2015-16"), (("ambiguous-period", 2, "year"),)),
    (("03/04/2014", "04/04/2014"), (("ambiguous-period", 2, "year"),)),
    (("Nov-10", "2011/12"), (("spreadsheet-date", 2, "year"),)),
    (("2010/11", "Nov-11"), (("spreadsheet-date", 3, "year"),)),
    (("Apr-11", "May-11"), (("spreadsheet-date", 2, "year"), ("spreadsheet-date", 3, "year"))),
    (("now", "2015"), (("bad-period", 2, "year"),)),
    (("today", "2015"), (("bad-period", 2, "year"),)),
    (("14/15", "15/16"), (("bad-period", 2, "year"), ("bad-period", 3, "year"))),
    (("2014.0", "2015.0"), (("bad-period", 2, "year"), ("bad-period", 3, "year"))),
    (("2014*", "2015"), (("bad-period", 2, "year"),)),
    (("41640", "42005"), (("bad-period", 2, "year"), ("bad-period", 3, "year"))),
    (("29/02/2015", "28/02/2015"), (("bad-period", 2, "year"),)),
    (("2011-W54",), (("bad-period", 2, "year"),)),
    (("2014Q5",), (("bad-period", 2, "year"),)),
    (("2014-13", "2014-14"), (("bad-period", 2, "year"), ("bad-period", 3, "year"))),
    (("2014/16",), (("bad-period", 2, "year"),)),
    (("2014", "2015/16"), (("mixed-periods", 3, "year"),)),
    (("2014", "2015", "Jan 2016"), (("mixed-periods", 4, "year"),)),
    (("\uff12\uff10\uff11\uff14",), (("bad-period", 2, "year"),)),
)


def list_periods() -> Iterator[Awkward]:
    for periods, told in PERIODS:
        rows = "".join(f"{period},{at}\n" for at, period in enumerate(periods))
        points = {period: at for at, period in enumerate(periods)}
        yield read(f"periods {periods} {told}", f"year,value\n{rows}", points, **told)
    for periods, complaints in NO_PERIODS:
        rows = "".join(f"{period},{at}\n" for at, period in enumerate(periods))
        yield refuse(f"no periods {periods}", f"year,value\n{rows}", *complaints)
    firsts = "year,value\n2014-04-01,1\n2014-05-01,2\n"
    yield refuse("first days that may be months", firsts, ("ambiguous-period", 2, "year"))
    yield read(
        "first days that are months",
        firsts,
        {"2014-04-01": 1, "2014-05-01": 2},
        frequency="month",
    )


# --- shares and percent ------------------------------------------------------------------


def list_shares() -> Iterator[Awkward]:
    start, two = "year,value\n", {"2014": 5, "2015": 6}
    yield read("% in every cell", f"{start}2014,5%\n2015,6 %\n", two, "in-percent", **SHARE)
    yield read("% in the unit alone", f"{start}2014,5\n2015,6\n", two, "in-percent", **SHARE)
    yield refuse(
        "% in some cells of a mean", f"{start}2014,5%\n2015,6\n", ("mixed-percent", 1, "value")
    )
    yield refuse("% of nothing", f"{start}2014,5%\n", ("percent-of-none", 1, "value"), **COUNT)
    yield refuse(
        "fractions called %", f"{start}2014,0.05\n2015,0.06\n", ("percent-as-fraction",), **SHARE
    )
    yield read(
        "fractions, since somebody says so",
        f"{start}2014,0.05\n2015,0.06\n",
        {"2014": 0.05, "2015": 0.06},
        **SHARE,
        per=1,
    )
    yield refuse(
        "more than all", f"{start}2014,120\n2015,6\n", ("above-all", 2, "value"), **SHARE, per=100
    )
    yield refuse(
        "a rate of nobody knows what",
        f"{start}2014,5\n",
        ("per-missing",),
        kind="rate",
        unit="per 1,000 people",
    )
    yield read(
        "a rate per 1,000",
        f"{start}2014,5\n",
        {"2014": 5},
        kind="rate",
        unit="per 1,000 people",
        per=1000,
    )
    beside = {"numerator": "n", "denominator": "d", "lower": "lo", "upper": "hi", "per": 100}
    head = "year,value,n,d,lo,hi\n"
    yield read("numbers beside", f"{head}2014,50,5,10,20,80\n", {"2014": 50}, **SHARE, **beside)
    yield refuse(
        "5 of 11 is not 50 %",
        f"{head}2014,50,5,11,20,80\n",
        ("does-not-agree", 2, "value"),
        **SHARE,
        **beside,
    )
    yield refuse(
        "a lower limit above the value",
        f"{head}2014,50,5,10,60,80\n",
        ("limits-out-of-order", 2, "lo"),
        **SHARE,
        **beside,
    )


# --- names of series ---------------------------------------------------------------------


def list_names() -> Iterator[Awkward]:
    start = "area,year,value\n"
    both = {"s-n": {"2014": 1}, "s-s": {"2014": 2}}
    yield read("two areas", f"{start}N,2014,1\nS,2014,2\n", both, **BY_AREA)
    yield refuse(
        "two areas and nobody says so",
        f"{start}N,2014,1\nS,2014,2\n",
        ("duplicate-period", 3, "year"),
    )
    yield refuse(
        "a row without its area",
        f"{start}N,2014,1\n,2014,1\n",
        ("missing-key", 3, "area"),
        **BY_AREA,
    )
    yield refuse(
        "a zero in front lost",
        f"{start}007,2014,1\n8,2014,2\n",
        ("mixed-zeros", 1, "area"),
        **BY_AREA,
    )
    yield read(
        "zeros in front perhaps lost",
        f"{start}123,2014,1\n4567,2014,2\n",
        {"s-123": {"2014": 1}, "s-4567": {"2014": 2}},
        "zeros-lost",
        **BY_AREA,
    )
    yield refuse(
        "a name made a date",
        f"{start}05-Sep,2014,1\nN,2014,2\n",
        ("spreadsheet-date", 2, "area"),
        **BY_AREA,
    )
    yield refuse(
        "a long number made short",
        f"{start}1.23E+05,2014,1\n",
        ("written-in-short", 2, "area"),
        **BY_AREA,
    )
    yield refuse(
        "a formula that failed",
        f"{start}#REF!,2014,1\n",
        ("spreadsheet-error", 2, "area"),
        **BY_AREA,
    )
    yield refuse(
        "a sign that nobody sees",
        f"{start}N\u202eX,2014,1\n",
        ("hidden-character", 2, "area"),
        **BY_AREA,
    )
    yield refuse(
        "names that come to one",
        f"{start}N,2014,1\nn,2014,2\n",
        ("named-twice", 1, "area"),
        **BY_AREA,
    )
    yield read(
        "spaces behind a name",
        f"{start}North ,2014,1\nNorth,2015,2\n",
        {"s-north": {"2014": 1, "2015": 2}},
        **BY_AREA,
    )
    yield read(
        "only some rows",
        f"{start}N,2014,1\nS,2014,2\n",
        {"s-n": {"2014": 1}},
        "unread-rows",
        **BY_AREA,
        where={"area": "N"},
    )
    yield refuse(
        "rows that are not there", f"{start}N,2014,1\n", ("nothing-left",), where={"area": "Q"}
    )
    yield refuse(
        "a period twice in one area",
        f"{start}N,2014,1\nS,2014,2\nN,2014,3\n",
        ("duplicate-period", 4, "year"),
        **BY_AREA,
    )


# --- periods across ----------------------------------------------------------------------


def list_wide() -> Iterator[Awkward]:
    one = {"s-n": {"2014": 1, "2015": 2}}
    yield read("years across", "area,2014,2015\nN,1,2\n", one, **WIDE)
    yield read(
        "financial years across",
        "area,2014/15,2015/16\nN,1,2\n",
        {"s-n": {"2014/15": 1, "2015/16": 2}},
        **WIDE,
    )
    yield read("no names", "2014,2015\n1,2\n", {"2014": 1, "2015": 2}, **{**WIDE, "by": None})
    yield read("an empty column between", "area,2014,,2015\nN,1,,2\n", one, "unread-column", **WIDE)
    yield read(
        "decimal commas across",
        "area;2014;2015\nN;1,5;2,25\n",
        {"s-n": {"2014": 1.5, "2015": 2.25}},
        "decimal-comma",
        **WIDE,
    )
    yield read(
        "nothing across",
        "area,2014,2015\nN,[c],..\n",
        {"s-n": {"2014": "confidential", "2015": 'marked ".."'}},
        "missing-values",
        **WIDE,
    )
    yield read(
        "another column, known and not needed",
        "area,code,2014,2015\nN,E1,1,2\n",
        one,
        "unread-column",
        **WIDE,
        ignore="code",
    )
    yield refuse(
        "a column of values across", "area,2014\nN,1\n", "not-in-wide", **{**WIDE, "value": "2014"}
    )
    yield refuse("a total across", "area,2014,Total\nN,1,2\n", ("bad-period", 1, "Total"), **WIDE)
    yield refuse(
        "another column",
        "area,code,2014\nN,E1,1\n",
        ("bad-period", 1, "code"),
        ("not-a-number", 2, "code"),
        **WIDE,
    )
    yield refuse(
        "a year twice across", "area,2014,2014\nN,1,2\n", ("duplicate-period", 2, "2014"), **WIDE
    )
    yield refuse(
        "an area twice",
        "area,2014,2015\nN,1,2\nN,3,4\n",
        ("duplicate-period", 3, "2014"),
        ("duplicate-period", 3, "2015"),
        **WIDE,
    )
    yield refuse(
        "a row without its name", "area,2014\n,1\nN,2\n", ("missing-key", 2, "area"), **WIDE
    )
    yield refuse(
        "a short row", "area,2014,2015\nN,1\nS,1,2\n", ("wrong-number-of-cells", 2), **WIDE
    )
    yield refuse(
        "headings made dates",
        "area,Nov-10,2011/12\nN,1,2\n",
        ("spreadsheet-date", 1, "Nov-10"),
        **WIDE,
    )


# --- workbooks ---------------------------------------------------------------------------


def make_xlsx(
    rows: Sequence[Sequence[Any]], hidden: int | None = None, **more: Sequence[Sequence[Any]]
) -> bytes:
    """Make a workbook; a pair is a number and how it is shown."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    month = book.add_format({"num_format": "mmm-yy"})
    for name, held in {"Data": rows, **more}.items():
        page = book.add_worksheet(name)
        if hidden is not None:
            page.set_column(hidden, hidden, None, None, {"hidden": True})
        for at, row in enumerate(held):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.date):
                    page.write_datetime(at, column, cell, month)
                elif isinstance(cell, tuple):
                    shown = book.add_format({"num_format": cell[1]})
                    page.write_number(at, column, cell[0], shown)
                elif cell is not None:
                    page.write(at, column, cell)
    book.close()
    return content.getvalue()


def list_workbooks() -> Iterator[Awkward]:
    head = ["year", "value"]
    two = {"2014": 1, "2015": 2.5}
    rows: list[list[Any]] = [head, [2014, 1], [2015, 2.5]]
    yield read("a workbook.xlsx", make_xlsx(rows), two)
    yield read("an open one.ods", make_ods({"Data": rows}), two)
    yield read("a binary one.xlsb", make_xlsb(rows), two)
    yield read("an old one.xls", make_xls({"Data": rows}), two)
    yield read("texts for numbers.xlsx", make_xlsx([head, ["2014", "1"], ["2015", "2.5"]]), two)
    yield read("an empty row between.xlsx", make_xlsx([head, [2014, 1], [], [2015, 2.5]]), two)
    yield read(
        "an empty cell.xlsx",
        make_xlsx([head, [2014, None], [2015, 2.5]]),
        {"2014": "empty", "2015": 2.5},
        "missing-values",
    )
    yield read(
        "financial years.xlsx",
        make_xlsx([head, ["2014/15", 1], ["2015/16", 2]]),
        {"2014/15": 1, "2015/16": 2},
    )
    percent = {"2014": 12, "2015": 20}
    yield read(
        "shown in percent.xlsx",
        make_xlsx([head, [2014, (0.12, "0%")], [2015, (0.2, "0.0%")]]),
        percent,
        "in-percent",
        **SHARE,
    )
    yield read(
        "shown in percent.ods",
        make_ods({"Data": [head, [2014, Percent(0.12)], [2015, Percent(0.2)]]}),
        percent,
        "in-percent",
        **SHARE,
    )
    yield refuse(
        "years made dates.xlsx",
        make_xlsx([head, [datetime.date(2010, 11, 1), 1], [datetime.date(2011, 12, 1), 2]]),
        ("spreadsheet-date", 2, "year"),
        ("spreadsheet-date", 3, "year"),
    )
    yield refuse(
        "a number made a date.xlsx",
        make_xlsx([head, [2014, datetime.date(2026, 5, 1)]]),
        ("spreadsheet-date", 2, "value"),
    )
    yield refuse(
        "a truth for a number.xlsx", make_xlsx([head, [2014, True]]), ("not-a-number", 2, "value")
    )
    yield refuse(
        "thousands or decimals.xlsx",
        make_xlsx([head, [2014, "1,234"]]),
        ("ambiguous-number", 2, "value"),
    )
    yield refuse(
        "formulas not worked out.xlsx", make_xlsx([head, [2014, "=1+1"]]), "not-worked-out"
    )
    yield refuse(
        "formulas without outcome.ods",
        make_ods({"Data": [head, [2014, Unworked()]]}),
        ("not-worked-out", 2, "value"),
    )
    yield refuse(
        "a formula that failed.ods",
        make_ods({"Data": [head, [2014, Failed()]]}),
        ("spreadsheet-error", 2, "value"),
    )
    yield refuse(
        "a formula that failed.xls",
        make_xls({"Data": [head, [2014, Failed()]]}),
        ("spreadsheet-error", 2, "value"),
    )
    yield refuse("a title above.xlsx", make_xlsx([["Smoking"], [], *rows]), ("rows-above", 1))
    yield read(
        "a title and a source that are told.xlsx",
        make_xlsx([["Smoking"], [], *rows, [], ["Source: us"]]),
        two,
        "rows-around",
        "rows-around",
        skip_rows=2,
        footnote_rows=1,
    )
    yield refuse("nothing below the heading.xlsx", make_xlsx([head]), ("empty", 1))
    yield refuse("nothing in it.xlsx", make_xlsx([]), "empty")
    yield refuse("two sheets.xlsx", make_xlsx(rows, Other=rows), "several-sheets")
    yield read("the one that is told.xlsx", make_xlsx(rows, Other=rows), two, sheet="Other")
    yield refuse("one that is not there.xlsx", make_xlsx(rows), "unknown-sheet", sheet="Other")
    yield read("a hidden column.xlsx", make_xlsx(rows, hidden=1), two, "hidden-column")
    yield read("a hidden row.ods", make_ods({"Data": rows}, hidden_rows=[1]), two, "hidden-rows")
    yield refuse(
        "merged cells.xls",
        make_xls({"Data": rows}, merged=[(1, 2, 1, 1)]),
        ("merged-cells", 2),
    )
    yield refuse("damaged.xlsx", b"PK\x03\x04junk", "not-a-workbook")
    yield refuse("a text called.xlsx", "year,value\n2014,1\n", "wrong-ending")
    yield refuse("a page called.xls", "<html><table>", "wrong-ending")
    yield refuse("a drawing.pdf", b"%PDF-1.7", "wrong-ending")
    yield refuse("a cell far away.xlsb", make_xlsb(rows, far=(1_048_575, 16_383)), "too-large")
    yield refuse("locked.xls", make_xls({"Data": rows}, locked=True), "locked")


AWKWARD: tuple[Awkward, ...] = (
    *list_numbers(),
    *list_notations(),
    *list_bytes(),
    *list_forms(),
    *list_periods(),
    *list_shares(),
    *list_names(),
    *list_wide(),
    *list_workbooks(),
)


def name_file(one: Awkward, number: int) -> str:
    """Give a file a name that every computer can have; its ending is that of its own name."""
    ending = Path(one.name).suffix
    return f"{number:03}{ending if ending in ENDINGS else '.csv'}"


def main(folder: str) -> None:
    """Write all files into a folder."""
    for number, one in enumerate(AWKWARD):
        Path(folder, name_file(one, number)).write_bytes(one.content)


if __name__ == "__main__":
    main(sys.argv[1])
