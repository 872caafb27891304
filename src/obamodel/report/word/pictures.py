"""A picture in a document for Word, with its words for whoever cannot see it."""

import io
from typing import TYPE_CHECKING, Any

from obamodel.plots.png import write_png
from obamodel.report.characters import make_visible
from obamodel.report.document import Figure

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph


def add_picture(paragraph: "WordParagraph", figure: Figure, width: Any) -> None:
    """Add a picture to a paragraph.

    Parameters
    ----------
    paragraph
        Where it stands.
    figure
        The picture, with its words.
    width
        The most that it may be wide; a smaller one stays as it is.
    """
    from docx.shared import Pt

    wanted = min(width, Pt(figure.drawing.width * 1.15))
    shape = paragraph.add_run().add_picture(io.BytesIO(write_png(figure.drawing)), width=wanted)
    said = shape._inline.docPr
    said.set("descr", make_visible(figure.alt))
    said.set("title", make_visible(figure.title))
    said.set("name", f"Picture {said.get('id')}")
