"""The styles of a document for Word: those it has, and those of ours that it lacks."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NOTE = "Note"
CARD, CARD_HEADING, UNDER = "Card", "Card heading", "Card source"
TABLE = "Report table"
STAMP = "Stamp"
ALT = "Table note"

_INK, _LINE, _SOFT = "1C1C1C", "767676", "F3F2EE"
_FONT = "Arial"


def open_plain(size: float) -> "WordDocument":
    """Open an empty document in the usual style.

    Parameters
    ----------
    size
        How large its letters are, in points.
    """
    import docx
    from docx.shared import Cm, Pt, RGBColor

    word = docx.Document()
    ink = RGBColor.from_string(_INK)
    normal = word.styles["Normal"]
    _set_font(normal, _FONT)
    normal.font.size = Pt(size)
    normal.paragraph_format.space_after = Pt(size * 0.6)
    normal.paragraph_format.line_spacing = 1.15
    sizes = {"Title": 2.2, "Subtitle": 1.2, "Caption": 0.95}
    sizes |= {f"Heading {level}": large for level, large in enumerate((1.6, 1.3, 1.1, 1, 1, 1), 1)}
    for name, large in sizes.items():
        style = word.styles[name]
        _set_font(style, _FONT)
        style.font.size = Pt(round(size * large))
        style.font.color.rgb = ink
        style.font.italic = False
        style.font.bold = name not in ("Subtitle",)
        if name.startswith("Heading"):
            style.paragraph_format.space_before = Pt(size * 1.4)
            style.paragraph_format.space_after = Pt(size * 0.4)
            style.paragraph_format.keep_with_next = True
        _drop_border(style)
    word.styles["Caption"].paragraph_format.space_before = Pt(size * 0.4)
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
    return word


def set_close(word: "WordDocument") -> None:
    """Set lines, paragraphs and headings close together, for what has to fit on one page."""
    from docx.shared import Pt

    normal = word.styles["Normal"]
    size = normal.font.size
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.space_after = Pt(2)
    for name, large in (("Title", 1.8), ("Heading 1", 1.25), ("Heading 2", 1.05)):
        style = word.styles[name]
        style.font.size = Pt(round(size.pt * large * 2) / 2)
        style.paragraph_format.space_before = Pt(0 if name == "Title" else 6)
        style.paragraph_format.space_after = Pt(2)


def _set_font(style: Any, name: str) -> None:
    """Set a font for letters of every kind; a font of the theme would win over it."""
    from docx.oxml.ns import qn

    style.font.name = name
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), name)


def _drop_border(style: Any) -> None:
    from docx.oxml.ns import qn

    properties = style.element.pPr
    if properties is not None:
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)


def add_missing_styles(word: "WordDocument") -> None:
    """Add the styles that a printer uses and the document does not have."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    known = {style.name for style in word.styles}
    based = word.styles["Normal"] if "Normal" in known else None
    wanted = [
        *("Title", "Subtitle", "Caption", "List Bullet", "List Number"),
        *(f"Heading {level}" for level in range(1, 7)),
        *(NOTE, CARD, CARD_HEADING, UNDER, STAMP, ALT),
    ]
    for name in wanted:
        if name in known:
            continue
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = based
        style.quick_style = True
        if name.startswith("Heading") or name in ("Title", "Caption", CARD_HEADING, STAMP):
            style.font.bold = True
        if name.startswith("Heading") or name == CARD_HEADING:
            style.paragraph_format.keep_with_next = True
        if name in (NOTE, CARD, CARD_HEADING, UNDER):
            style.paragraph_format.left_indent = Cm(0.4)
            _add_bar(style)
        if name in (CARD_HEADING, CARD):
            style.paragraph_format.space_after = Pt(2)
        if name == STAMP:
            _add_frame(style)
    if TABLE not in known:
        _add_table_style(word)


def _add_bar(style: Any) -> None:
    """Put a bar before the paragraphs of a style."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    bar = OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", _LINE)):
        bar.set(qn(f"w:{key}"), value)
    borders.append(bar)
    style.element.get_or_add_pPr().insert(0, borders)


def _add_frame(style: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "18"), ("space", "4"), ("color", _INK)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    style.element.get_or_add_pPr().insert(0, borders)


def _add_table_style(word: "WordDocument") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    style = word.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    strong = f'w:val="single" w:sz="12" w:space="0" w:color="{_INK}"'
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders><w:top {line}/><w:bottom {line}/>"
            f"<w:insideH {line}/></w:tblBorders><w:tblCellMar>"
            '<w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
        )
    )
    style.element.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
            f"<w:tcBorders><w:bottom {strong}/></w:tcBorders></w:tcPr></w:tblStylePr>"
        )
    )
