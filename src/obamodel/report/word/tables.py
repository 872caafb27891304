"""A table in a document for Word."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from obamodel.report.characters import make_visible
from obamodel.report.document import Table
from obamodel.report.word.pictures import add_picture
from obamodel.report.word.styles import TABLE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable

# A sign is about half as wide as high, and a cell has margins as wide as two of them.
_SIGN, _MARGIN = 0.55, 2.5
_LONGEST_WORD, _LONGEST_LINE = 22, 120
_EMU_PER_POINT = 12700
_MANY_COLUMNS = 6
_PICTURE_SHARE = 0.28


def add_table(word: "WordDocument", table: Table, width: int, size: float) -> None:
    """Add a table, with a heading that stands again on every page.

    Parameters
    ----------
    word
        The document.
    table
        The table.
    width
        How wide the page is between its margins, in the units of Word (EMU).
    size
        How large the letters around it are.
    """
    from docx.shared import Emu

    columns = [*table.columns, *([table.picture_column] if table.pictures else [])]
    made = word.add_table(rows=1 + len(table.rows), cols=len(columns), style=TABLE)
    made.autofit = False
    _describe(made, table.title)
    small = size - (2 if len(columns) > _MANY_COLUMNS else 1)
    shares = _share_out(table, signs=int(width / _EMU_PER_POINT / (small * _SIGN)))
    widths = [Emu(int(width * share)) for share in shares]
    for place, added in enumerate(made.rows):
        _keep_whole(added)
        cells = added.cells
        for cell, wide in zip(cells, widths, strict=True):
            cell.width = wide
        if place == 0:
            _fill(cells, columns, small, bold=True)
            _repeat(added)
            continue
        _fill(cells, table.rows[place - 1], small)
        picture = table.pictures[place - 1] if table.pictures else None
        if picture is not None:
            add_picture(cells[-1].paragraphs[0], picture, Emu(int(widths[-1] * 0.94)))
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = wide


def _describe(made: "WordTable", title: str) -> None:
    """Say what it is about to whoever hears it, and that its first row and column head it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    for key in list(look.attrib):
        del look.attrib[key]
    for key, value in (
        ("val", "00A0"),
        ("firstRow", "1"),
        ("lastRow", "0"),
        ("firstColumn", "1"),
        ("lastColumn", "0"),
        ("noHBand", "1"),
        ("noVBand", "1"),
    ):
        look.set(qn(f"w:{key}"), value)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), make_visible(title))
    look.addnext(caption)


def _fill(cells: Sequence[Any], texts: Sequence[str], size: float, *, bold: bool = False) -> None:
    from docx.shared import Pt

    for cell, text in zip(cells, texts, strict=False):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(make_visible(text))
        run.font.size = Pt(size)
        run.bold = bold or None


def _keep_whole(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _share_out(table: Table, signs: int) -> list[float]:
    """Share the width out: no word broken where that can be, and the rest by how much there is.

    Parameters
    ----------
    table
        The table.
    signs
        How many signs go into a line over the whole width.
    """
    room = signs * (1.0 - (_PICTURE_SHARE if table.pictures else 0.0))
    least, wanted = [], []
    for place, heading in enumerate(table.columns):
        texts = [heading, *(row[place] for row in table.rows)]
        words = [len(word) for text in texts for word in text.split()]
        least.append(min(max(words, default=1), _LONGEST_WORD) + _MARGIN)
        usual = sum(map(len, texts)) / len(texts)
        wanted.append(min(max(usual, max(map(len, texts)) / 2), _LONGEST_LINE))
    over = max(room - sum(least), 0.0)
    more = [max(want - low, 0.5) for want, low in zip(wanted, least, strict=True)]
    widths = [low + over * each / sum(more) for low, each in zip(least, more, strict=True)]
    shares = [width / sum(widths) * room / signs for width in widths]
    return [*shares, *([_PICTURE_SHARE] if table.pictures else [])]
