"""Documents to print as workbooks, and workbooks taken apart."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from attrs import evolve, frozen
from python_calamine import CalamineWorkbook

from obamodel import plots
from obamodel.domain.vocabulary import Vocabulary
from obamodel.report.document import Block, Document, Figure, Section, Table
from obamodel.report.figures import make_figure
from obamodel.report.workbook import print_workbook
from tests.plots.things import HOSTILE, make_full_answer, make_series

SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORDS = Vocabulary(id="none", title="None", words=[])


@frozen
class Book:
    """A workbook taken apart: its parts, and its sheets as rows of values."""

    content: bytes

    @property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    @property
    def names(self) -> list[str]:
        return list(CalamineWorkbook.from_filelike(io.BytesIO(self.content)).sheet_names)

    def read(self, sheet: str) -> list[list[Any]]:
        book = CalamineWorkbook.from_filelike(io.BytesIO(self.content))
        rows: list[list[Any]] = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        return rows

    def read_table(self, sheet: str) -> list[list[Any]]:
        """Read what stands in the table that is marked up on a sheet, headings first."""
        (table,) = self.find_tables(sheet)
        first, last = table.attrib["ref"].split(":")
        top, bottom = (int("".join(filter(str.isdigit, cell))) for cell in (first, last))
        assert first.startswith("A")
        return self.read(sheet)[top - 1 : bottom]

    def find_part(self, sheet: str) -> str:
        return f"xl/worksheets/sheet{self.names.index(sheet) + 1}.xml"

    def parse(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def find_tables(self, sheet: str) -> list[ElementTree.Element]:
        rels = self.find_part(sheet).replace("worksheets/", "worksheets/_rels/") + ".rels"
        if rels not in self.parts:
            return []
        return [
            self.parse(f"xl/tables/{relation.attrib['Target'].rpartition('/')[2]}")
            for relation in self.parse(rels)
            if "table" in relation.attrib["Target"]
        ]


def make_document(*blocks: Block, **about: Any) -> Document:
    """Make a document of one section."""
    section = Section(id="one", title="The one part", blocks=blocks)
    return Document(**{"title": "Ours", "sections": [section], **about})


def make_book(*blocks: Block, **about: Any) -> Book:
    """Print a document of one section."""
    return Book(print_workbook(make_document(*blocks, **about)))


def make_table(*rows: Sequence[str], title: str = "Who came", **about: Any) -> Table:
    """Make a table of places and people, or of any columns."""
    return Table(**{"title": title, "columns": ("Place", "People"), "rows": rows, **about})


def make_curve(**about: Any) -> Figure:
    """Make a figure of a curve with everything a curve can have."""
    return make_figure(plots.curve, make_full_answer(), WORDS, title="Asked for a view", **about)


def make_scorecard() -> Table:
    """Make a table with small pictures: two in one unit, one in another, and one without."""
    kinds = [{}, {"values": (3, None, 5)}, {"unit": "people"}]
    figures = [
        make_figure(plots.series, make_series(**kind), WORDS, title="small")  # type: ignore[arg-type]
        for kind in kinds
    ]
    return Table(
        title="All areas",
        columns=("Area", "Last"),
        rows=(("Bury", "14"), ("Wigan", "5"), ("Salford", "14"), ("Oldham", "-")),
        pictures=(*figures, None),
        picture_column="Over time",
    )


def make_hostile() -> Document:
    """Make a document in which every word would do harm if it were taken for anything else."""
    cells = [
        *(f"{sign}1+1" for sign in "=+-@\t"),
        *('=HYPERLINK("http://a.example")', "http://a.example", "_x0041_", "\x07bell", HOSTILE),
        *("'quoted", "\ud800", "\uffff", "<f>1</f>", "x" * 40_000),
    ]
    table = Table(
        title=HOSTILE + "[]:*?/\\'",
        columns=(HOSTILE, HOSTILE, "_x0041_", "=1+1", "", "\x00"),
        rows=[(cell,) * 6 for cell in cells],
        notes=(HOSTILE, "=1+1"),
    )
    return evolve(make_document(table), title=HOSTILE, subtitle=f"={HOSTILE}")
