"""How does a document become a file for Word?"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from obamodel.report.characters import make_visible
from obamodel.report.document import (
    NOT_FOR_PUBLICATION,
    AnswerSpace,
    Block,
    Bullets,
    Cards,
    Document,
    Figure,
    Kind,
    Note,
    Paragraph,
    Section,
    Table,
)
from obamodel.report.word.house import open_house_style
from obamodel.report.word.numbering import add_list
from obamodel.report.word.packing import pack
from obamodel.report.word.pictures import add_picture
from obamodel.report.word.spaces import add_space
from obamodel.report.word.styles import (
    ALT,
    CARD,
    CARD_HEADING,
    NOTE,
    STAMP,
    UNDER,
    add_missing_styles,
    open_plain,
    set_close,
)
from obamodel.report.word.tables import add_table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_SIZES = {Kind.PLAIN: 15.0, Kind.CARD: 8.5, Kind.SCORECARD: 9.5}
_USUAL_SIZE = 11.0
_A4_WIDTH, _A4_HEIGHT, _MARGIN = 7_560_000, 10_692_000, 720_000
_NARROW_MARGIN = 432_000
_SIGN = 1_080_000
_GUTTER, _EMU_PER_TWIP = 252_000, 635


def print_word(document: Document, *, template: Path | bytes | None = None) -> bytes:
    """Print a document as a Word file, the same bytes at every run.

    Parameters
    ----------
    document
        The document.
    template
        A document of your house, for its styles, page, header and footer.

    Raises
    ------
    InvalidError
        When the template cannot be used.
    """
    size = _SIZES.get(document.kind, _USUAL_SIZE)
    word = open_plain(size) if template is None else open_house_style(template)
    if template is None:
        _turn_page(word, document.kind)
    add_missing_styles(word)
    _Printer(word, document, size, own_page=template is None).print()
    _set_language(word, document.language)
    return pack(word, title=make_visible(document.title), language=document.language)


class _Printer:
    """One document on its way to paper: it counts its pictures and tables."""

    def __init__(
        self, word: "WordDocument", document: Document, size: float, *, own_page: bool
    ) -> None:
        self.word, self.document, self.size, self.own_page = word, document, size, own_page
        self.width, self.height = _measure(word)
        self.pictures = self.tables = self.marks = 0
        self.style_ids: dict[str, str] = {}

    def print(self) -> None:
        document = self.document
        self._print_margins()
        self._add(document.title, "Title")
        if document.subtitle:
            self._add(document.subtitle, "Subtitle")
        if document.internal:
            self._add(NOT_FOR_PUBLICATION, STAMP)
        if document.kind is Kind.CARD and self.own_page:
            _set_in_columns(self.word)
            self.width = (self.width - _GUTTER) // 2
        is_report = document.kind is Kind.REPORT
        if is_report and len(document.sections) > 1:
            self._list_chapters()
        for number, section in enumerate(document.sections, start=1):
            self._print_section(section, f"{number}. " if is_report else "", 1)

    def _print_margins(self) -> None:
        """Write page numbers, and a stamp on each page of what is not for publication."""
        section = self.word.sections[0]
        footer = section.footer
        if not any(paragraph.text for paragraph in footer.paragraphs):
            paragraph = footer.paragraphs[0] if footer.paragraphs else footer.add_paragraph()
            paragraph.add_run("Page ")
            _add_field(paragraph, "PAGE", "1")
        if self.document.internal:
            section.header.add_paragraph(NOT_FOR_PUBLICATION, style=STAMP)

    def _list_chapters(self) -> None:
        self._add("What is in this report", "Heading 1")
        for number, section in enumerate(self.document.sections, start=1):
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.space_after = 0
            _add_link(paragraph, f"{number}. {make_visible(section.title)}", _name_mark(section.id))

    def _add(self, text: str, style: str | None = None) -> Any:
        paragraph = self.word.add_paragraph(make_visible(text) if text else "")
        if style is not None:
            # Looked up once: the library goes through all styles for each paragraph otherwise.
            if style not in self.style_ids:
                self.style_ids[style] = self.word.styles[style].style_id
            paragraph._p.style = self.style_ids[style]
        return paragraph

    def _add_kept(self) -> Any:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _print_section(self, section: Section, number: str, level: int) -> None:
        from docx.shared import Emu

        heading = self._add(number + section.title, f"Heading {min(level, 6)}")
        if level == 1:
            self.marks += 1
            _add_mark(heading, _name_mark(section.id), self.marks)
        for place, block in enumerate(section.blocks):
            if isinstance(block, Figure) and place == 0 and self.document.kind is Kind.PLAIN:
                # The sign of a part, with the words of its heading: a caption would say them again.
                add_picture(self._add_kept(), block, Emu(_SIGN))
            elif isinstance(block, Figure):
                self._print_figure(block, section.blocks)
            else:
                self._print_block(block)
        for inner in section.sections:
            self._print_section(inner, "", level + 1)

    def _print_block(self, block: Block) -> None:
        match block:
            case Paragraph(text):
                self._add(text)
            case Note(text):
                paragraph = self._add("", NOTE)
                paragraph.add_run("Please note. ").bold = True
                paragraph.add_run(make_visible(text))
            case Bullets(items, ordered):
                add_list(self.word, [make_visible(item) for item in items], ordered=ordered)
            case Cards(cards):
                for card in cards:
                    for text, style in (
                        (card.heading, CARD_HEADING),
                        (card.text, CARD),
                        (f"\u2014 {card.under}" if card.under else "", UNDER),
                        *((f"Bear in mind: {caveat}", UNDER) for caveat in card.caveats),
                    ):
                        if text:
                            self._add(text, style).paragraph_format.keep_with_next = style != UNDER
            case Table():
                self._print_table(block)
            case AnswerSpace():
                add_space(self.word, block)

    def _print_figure(self, figure: Figure, beside: tuple[Block, ...]) -> None:
        from docx.shared import Emu

        tall = figure.drawing.height / figure.drawing.width
        most = min(self.width, int(self.height * 0.8 / tall))
        add_picture(self._add_kept(), figure, Emu(most))
        self.pictures += 1
        self._print_caption("Picture", self.pictures, figure.title)
        if figure.note:
            self._add(figure.note, ALT)
        table = figure.table
        # On one page there is no room for it; the report has it.
        left_out = self.document.kind is Kind.CARD
        if table is not None and not left_out and not table.is_repeated_in(beside):
            self._print_table(table)

    def _print_table(self, table: Table) -> None:
        self.tables += 1
        caption = self._print_caption("Table", self.tables, table.title)
        caption.paragraph_format.keep_with_next = True
        add_table(self.word, table, self.width, self.size)
        for note in table.notes:
            self._add(note, ALT)
        if not table.notes:
            # Two tables that touch would become one.
            self.word.add_paragraph().paragraph_format.space_after = 0

    def _print_caption(self, what: str, number: int, title: str) -> Any:
        caption = self._add("", "Caption")
        caption.add_run(f"{what} ")
        _add_field(caption, f"SEQ {what} \\* ARABIC", str(number))
        caption.add_run(f". {make_visible(title)}")
        return caption


def _turn_page(word: "WordDocument", kind: Kind) -> None:
    """Lay the page on its side for what is wide, and leave less white round what is one page."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Emu

    page = word.sections[0]
    if kind is Kind.SCORECARD:
        page.orientation = WD_ORIENTATION.LANDSCAPE
        page.page_width, page.page_height = Emu(_A4_HEIGHT), Emu(_A4_WIDTH)
    if kind in (Kind.SCORECARD, Kind.CARD):
        page.left_margin = page.right_margin = Emu(_NARROW_MARGIN)
        page.top_margin = page.bottom_margin = Emu(_NARROW_MARGIN)
        page.header_distance = page.footer_distance = Emu(_NARROW_MARGIN // 2)
    if kind is Kind.CARD:
        set_close(word)


def _set_in_columns(word: "WordDocument") -> None:
    """Set what follows in two columns, on the page that has begun."""
    from docx.enum.section import WD_SECTION
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section = word.add_section(WD_SECTION.CONTINUOUS)._sectPr
    for old in section.findall(qn("w:cols")):
        section.remove(old)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), str(_GUTTER // _EMU_PER_TWIP))
    section.append(columns)


def _measure(word: "WordDocument") -> tuple[int, int]:
    """Return how wide and how high a page is between its margins."""
    page = word.sections[0]
    # A document that does not say takes the size of A4, with margins of two centimetres.
    wide = _A4_WIDTH if page.page_width is None else page.page_width
    high = _A4_HEIGHT if page.page_height is None else page.page_height
    sides = (page.left_margin, page.right_margin)
    ends = (page.top_margin, page.bottom_margin)
    return (
        wide - sum(_MARGIN if each is None else each for each in sides),
        high - sum(_MARGIN if each is None else each for each in ends),
    )


def _name_mark(name: str) -> str:
    # Word takes forty letters, digits and underscores.
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name)
    return f"c_{plain}"[:40]


def _add_mark(paragraph: Any, name: str, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.get_or_add_pPr().addnext(start)
    paragraph._p.append(end)


def _add_link(paragraph: Any, text: str, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def _add_field(paragraph: Any, does: str, shown: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), does)
    field.append(paragraph.add_run(shown)._r)
    paragraph._p.append(field)


def _set_language(word: "WordDocument", language: str) -> None:
    from docx.oxml.ns import qn

    for element in _find_languages(word):
        element.set(qn("w:val"), language)


def _find_languages(word: "WordDocument") -> Iterator[Any]:
    from docx.oxml.ns import qn

    yield from word.styles.element.iter(qn("w:lang"))
