"""Room to write in a document for Word, found again by its name when the form is read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from obamodel.report.characters import make_visible
from obamodel.report.document import AnswerSpace

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

PLACEHOLDER = "Write here."


def add_space(word: "WordDocument", space: AnswerSpace) -> None:
    """Add what is asked, and a framed control to write the answer into."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    asked = word.add_paragraph()
    asked.add_run(make_visible(space.prompt)).bold = True
    asked.paragraph_format.keep_with_next = True
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    for key, value in (("alias", make_visible(space.prompt)[:64]), ("tag", space.name)):
        element = OxmlElement(f"w:{key}")
        element.set(qn("w:val"), value)
        properties.append(element)
    if not space.text:
        properties.append(OxmlElement("w:showingPlcHdr"))
    content = OxmlElement("w:sdtContent")
    lines = list(_list_lines(space))
    for number, text in enumerate(lines, start=1):
        paragraph = word.add_paragraph(make_visible(text))
        _frame(paragraph)
        # A frame that a page cuts in two is hard to write into.
        paragraph.paragraph_format.keep_with_next = number < len(lines)
        content.append(paragraph._p)
    control.append(properties)
    control.append(content)
    asked._p.addnext(control)


def _list_lines(space: AnswerSpace) -> Iterator[str]:
    written = space.text.split("\n") if space.text else [PLACEHOLDER]
    yield from written
    yield from [""] * max(space.lines - len(written), 0 if space.text else 1)


def _frame(paragraph: "object") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "767676")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)  # type: ignore[attr-defined]
