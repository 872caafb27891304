"""Is the workbook one that everybody can read, every program can open and nothing can harm?"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from obamodel import load_example, report
from obamodel.report.document import NOT_FOR_PUBLICATION, AnswerSpace, Kind
from obamodel.report.workbook import print_workbook
from tests.report.workbook.books import (
    SHEETS,
    Book,
    make_book,
    make_curve,
    make_document,
    make_hostile,
    make_scorecard,
    make_table,
)

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def mime() -> Book:
    return Book(print_workbook(report.evaluation(load_example("mime"))))


# --- how it is laid out ------------------------------------------------------------------


def test_the_cover_comes_first_and_then_the_notes_and_one_sheet_a_table() -> None:
    book = make_book(make_table(("Bury", "40"), notes=("Rounded.",)), make_curve())
    assert book.names == ["Cover", "Notes", "1 Who came", "2 Asked for a view"]
    assert book.read("Cover")[0][0] == "Ours"
    assert book.read_table("Cover")[1:] == [
        ["Notes", "What a reader must know to read the tables", "All"],
        ["1 Who came", "Who came", "The one part"],
        ["2 Asked for a view", "Asked for a view", "The one part"],
    ]


def test_every_link_leads_to_a_sheet_that_is_there_and_none_leads_out(mime: Book) -> None:
    met = set()
    for name in mime.names:
        for link in mime.parse(mime.find_part(name)).iter(f"{SHEETS}hyperlink"):
            assert set(link.attrib) <= {"ref", "location", "display"}
            target = re.fullmatch(r"'(.+)'!A1", link.attrib["location"])
            assert target is not None
            assert target[1] in mime.names
            met.add(target[1])
    assert met == set(mime.names)
    assert b"TargetMode" not in b"".join(mime.parts.values())
    assert not [name for name in mime.parts if "external" in name.lower()]


def test_every_sheet_has_its_title_in_a1_and_one_marked_up_table_from_column_a(mime: Book) -> None:
    names = set()
    for sheet in mime.names:
        rows = mime.read(sheet)
        assert rows[0][0]
        (table,) = mime.find_tables(sheet)
        reach = re.fullmatch(r"A(\d+):[A-Z]+(\d+)", table.attrib["ref"])
        assert reach is not None
        top, bottom = int(reach[1]), int(reach[2])
        assert bottom == len(rows), "nothing stands under the table"
        headings = [column.attrib["name"] for column in table.iter(f"{SHEETS}tableColumn")]
        assert rows[top - 1][: len(headings)] == headings
        assert len({heading.casefold() for heading in headings}) == len(headings)
        assert table.find(f"{SHEETS}autoFilter") is None
        names.add(table.attrib["displayName"])
    assert len(names) == len(mime.names)


def test_no_cell_of_a_table_is_empty_and_no_row_is_blank(mime: Book) -> None:
    for sheet in mime.names:
        assert all(any(cell != "" for cell in row) for row in mime.read(sheet))
        for row in mime.read_table(sheet):
            assert "" not in row


def test_there_are_no_merged_hidden_frozen_or_coloured_cells(mime: Book) -> None:
    for sheet in mime.names:
        root = mime.parse(mime.find_part(sheet))
        for unwanted in ("mergeCells", "pane", "conditionalFormatting", "tabColor", "drawing"):
            assert not list(root.iter(f"{SHEETS}{unwanted}"))
        assert not [one for one in root.iter() if one.attrib.get("hidden")]
    styles = mime.parse("xl/styles.xml")
    patterns = {fill.attrib["patternType"] for fill in styles.iter(f"{SHEETS}patternFill")}
    assert patterns == {"none", "gray125"}  # the two that every workbook has, and uses neither
    assert {float(size.attrib["val"]) for size in styles.iter(f"{SHEETS}sz")} == {12, 16}
    assert {font.attrib["val"] for font in styles.iter(f"{SHEETS}name")} == {"Arial"}
    assert not list(styles.iter(f"{SHEETS}scheme"))  # it would put another font in its place
    used = {form.attrib["fillId"] for form in styles.iter(f"{SHEETS}xf")}
    assert used == {"0"}


def test_every_note_is_numbered_and_referred_to_from_the_title() -> None:
    first = make_table(("Bury", "40"), notes=("Rounded.", "From a form."))
    second = make_table(("Bury", "41"), title="Who spoke", notes=("Rounded.",))
    book = make_book(first, second)
    assert book.read("1 Who came")[0][0] == "Table 1: Who came [note 1] [note 2]"
    assert book.read("2 Who spoke")[0][0] == "Table 2: Who spoke [note 1]"
    assert book.read_table("Notes")[1:] == [
        ["[note 1]", "Rounded.", "1, 2"],
        ["[note 2]", "From a form.", "1"],
    ]


def test_without_notes_there_is_no_sheet_of_notes_and_without_tables_the_cover_says_so() -> None:
    assert make_book(make_table(("Bury", "40"))).names == ["Cover", "1 Who came"]
    empty = make_book(subtitle="A second line")
    assert empty.names == ["Cover"]
    assert [row[0] for row in empty.read("Cover")] == [
        "Ours",
        "A second line",
        "This report has no tables.",
    ]


def test_places_to_write_on_a_form_are_left_out() -> None:
    book = make_book(AnswerSpace(name="a", prompt="What now?", text="Secret."), kind=Kind.FORM)
    assert book.names == ["Cover"]
    assert b"Secret" not in book.parts["xl/sharedStrings.xml"]


# --- what stands in it -------------------------------------------------------------------


def test_numbers_are_numbers_and_words_are_words() -> None:
    rows = (("2012", "1,250"), ("Bury", "about 40"), ("Wigan", "31%"), ("Oldham", "*"))
    book = make_book(make_table(*rows))
    assert book.read_table("1 Who came")[1:] == [
        ["2012", 1250.0],
        ["Bury", "about 40"],
        ["Wigan", 0.31],
        ["Oldham", "[c]"],
    ]
    styles = book.parts["xl/styles.xml"].decode()
    assert set(re.findall('formatCode="([^"]+)"', styles)) == {"#,##0", "0%"}


def test_shorthand_is_explained_on_the_cover_and_on_each_sheet_that_uses_it() -> None:
    book = make_book(
        make_table(("Bury", "40"), ("Wigan", "number withheld")),
        make_table(("Bury", "40"), ("Wigan", "-"), title="Second"),
        make_table(("Bury", "40"), title="Third"),
    )
    told = {name: " ".join(str(row[0]) for row in book.read(name)) for name in book.names}
    assert "[c] withheld" in told["1 Who came"]
    assert "[x]" not in told["1 Who came"]
    assert "[x] not available" in told["2 Second"]
    assert "Shorthand" not in told["3 Third"]
    assert "[c] withheld" in told["Cover"]
    assert "[x] not available" in told["Cover"]
    assert book.read_table("Notes")[1][1].startswith("[c] in this table stands for")


def test_a_curve_stands_there_with_every_number_that_is_drawn() -> None:
    figure = make_curve()
    assert figure.table is not None
    book = make_book(figure)
    headings, *rows = book.read_table("1 Asked for a view")
    assert headings == list(figure.table.columns)
    assert rows[0] == ["2014/15", "history", 31.0, "[z]", "[z]", "[z]", "[z]", "[z]", "[z]"]
    assert rows[3][2] == "[x]"
    assert rows[8][2:6] == [34.0, 36.0, 28.0, 44.0]


def test_the_numbers_behind_small_pictures_are_there() -> None:
    book = make_book(make_scorecard())
    assert len(book.names) == 5
    rows = book.read_table(book.names[3])
    assert rows[-1][:3] == ["Wigan", "2016/17", 5.0]


def test_an_internal_workbook_says_so_on_every_sheet_and_on_every_printed_page() -> None:
    blocks = (make_table(("Bury", "40"), notes=("Rounded.",)), make_curve())
    book = make_book(*blocks, internal=True)
    for sheet in book.names:
        assert book.read(sheet)[0][0].startswith("Not for publication. ")
        assert book.read(sheet)[1][0] == NOT_FOR_PUBLICATION
        (header,) = book.parse(book.find_part(sheet)).iter(f"{SHEETS}oddHeader")
        assert header.text == f"&C{NOT_FOR_PUBLICATION}"
    assert b"ot for publication" not in b"".join(make_book(*blocks).parts.values())


# --- what it must never do ---------------------------------------------------------------


def test_nothing_people_wrote_is_reckoned_with_followed_or_hidden() -> None:
    book = Book(print_workbook(make_hostile()))
    (sheet,) = [name for name in book.names if name.startswith("1")]
    root = book.parse(book.find_part(sheet))
    assert not list(root.iter(f"{SHEETS}f"))
    assert b"a.example" not in b"".join(
        content for name, content in book.parts.items() if name != "xl/sharedStrings.xml"
    )
    cells = [row[0] for row in book.read_table(sheet)[1:]]
    assert cells[:4] == ["=1+1", "+1+1", "-1+1", "@1+1"]
    assert cells[5:9] == [
        '=HYPERLINK("http://a.example")',
        "http://a.example",
        "_x0041_",
        "[U+0007]bell",
    ]
    text = b"".join(book.parts.values()).decode()
    assert "\u202e" not in text
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


def test_risky_words_stay_words_when_somebody_types_them_again() -> None:
    book = make_book(make_table(("=1+1", "x"), ("plain", "y")))
    forms = book.parse("xl/styles.xml").findall(f"{SHEETS}cellXfs/*")
    quoted = {
        cell.attrib["r"]: forms[int(cell.attrib["s"])].attrib.get("quotePrefix")
        for cell in book.parse(book.find_part("1 Who came")).iter(f"{SHEETS}c")
    }
    assert {place for place, quote in quoted.items() if quote == "1"} == {"A5"}


def test_the_headings_of_a_table_are_the_words_of_its_cells() -> None:
    book = Book(print_workbook(make_hostile()))
    (table,) = book.find_tables(book.names[2])
    names = [column.attrib["name"] for column in table.iter(f"{SHEETS}tableColumn")]
    # A spreadsheet reads _x005F_ as a low line, in names as in cells (ECMA-376, 22.9.2.19).
    assert names[2] == "_x005F_x0041_"
    assert [name.replace("_x005F_", "_") for name in names] == book.read_table(book.names[2])[0]
    assert names[1].endswith("(2)")


def test_the_file_tells_of_nobody_and_of_no_time(mime: Book) -> None:
    properties = mime.parts["docProps/core.xml"].decode()
    assert "<dc:creator></dc:creator>" in properties
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in properties
    assert set(re.findall(r"\d{4}-\d\d-\d\d", properties)) == {"2000-01-01"}
    with zipfile.ZipFile(io.BytesIO(mime.content)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in packed.infolist()} == {0}


PROGRAM = """
import hashlib, sys
from obamodel import load_example, report
from obamodel.report.workbook import print_workbook
from tests.report.workbook.books import make_curve, make_document, make_hostile, make_scorecard

for document in (
    report.evaluation(load_example("mime")),
    make_document(make_curve(), make_scorecard()),
    make_hostile(),
):
    print(hashlib.sha256(print_workbook(document)).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    printed = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={
                **os.environ,
                "PYTHONPATH": paths,
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "LC_ALL": lc,
            },
            cwd=folder,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone, lc, folder in (
            ("1", "UTC", "C", ROOT),
            ("2", "Pacific/Auckland", "de_DE.UTF-8", tmp_path),
        )
    ]
    assert printed[0] == printed[1]
    again = hashlib.sha256(print_workbook(make_hostile())).hexdigest()
    assert printed[0].splitlines()[2] == again


def test_another_program_reads_every_sheet(mime: Book) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(mime.content))
    assert all(book.get_sheet_by_name(name).to_python() for name in book.sheet_names)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mime", "trafford", "hostile"])
def test_libreoffice_opens_it_and_prints_it(name: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office is not None, "this needs Debian's libreoffice-calc"
    document = make_hostile() if name == "hostile" else report.evaluation(load_example(name))
    book = tmp_path / "book.xlsx"
    book.write_bytes(print_workbook(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = subprocess.run(
        [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(book),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    assert "rror" not in done.stderr
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")


def test_a_document_is_not_changed_by_printing_it() -> None:
    document = make_document(make_table(("Bury", "40")))
    assert print_workbook(document) == print_workbook(document)
