"""A picture of the plots room as a figure of a document."""

from typing import TypeVar

from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.picture import Picture
from obamodel.report.document import Figure, Table

Thing = TypeVar("Thing")


def make_figure(
    picture: Picture[Thing], thing: Thing, words: Vocabulary, *, title: str, note: str = ""
) -> Figure:
    """Draw a thing for a document, with its words and its table.

    Parameters
    ----------
    picture
        Any picture of :mod:`obamodel.plots`.
    thing
        What it draws.
    words
        The words of the group.
    title, note
        What stands under it.
    """
    table = None
    said = picture.table(thing, words)
    if said is not None:
        same = f"{title}: the same in a table"
        table = Table(title=same, columns=said.columns, rows=said.rows, notes=said.notes)
    return Figure(
        title=title,
        drawing=picture.drawing(thing, words),
        alt=picture.alt_text(thing, words),
        note=note,
        table=table,
    )
