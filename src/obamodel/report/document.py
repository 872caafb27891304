"""A report before it is paper: sections, paragraphs, tables and pictures."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import to_tuple
from obamodel.domain.publishing import PublishedTable
from obamodel.plots.drawing import Drawing
from obamodel.plots.svg import write_svg

NOT_FOR_PUBLICATION = "Not for publication: this shows numbers or words that may expose people."


@frozen
class Paragraph:
    """A paragraph of words."""

    text: str


@frozen
class Note:
    """Something a reader must bear in mind."""

    text: str


@frozen
class Bullets:
    """A list of short texts, numbered where their order matters."""

    items: tuple[str, ...] = field(converter=to_tuple)
    ordered: bool = False


@frozen(kw_only=True)
class Card:
    """Something with a heading of its own inside a section, such as one voice."""

    text: str
    heading: str = ""
    under: str = ""
    caveats: tuple[str, ...] = field(converter=to_tuple, default=())


@frozen
class Cards:
    """Several cards in a row."""

    items: tuple[Card, ...] = field(converter=to_tuple)


@frozen(kw_only=True)
class Table:
    """A table: of words, or of numbers that may be published.

    Where it has pictures, there is one for each row (or none for that row), in a last column
    under ``picture_column``.
    """

    title: str
    columns: tuple[str, ...] = field(converter=to_tuple)
    rows: tuple[tuple[str, ...], ...] = field(converter=to_tuple)
    notes: tuple[str, ...] = field(converter=to_tuple, default=())
    pictures: tuple["Figure | None", ...] = field(converter=to_tuple, default=())
    picture_column: str = ""

    def is_repeated_in(self, blocks: Iterable["Block"]) -> bool:
        """Say whether a table among these has a row about everything that this one is about.

        A picture's table need not be shown beside one that says the same.
        """
        others = {row[0] for one in blocks if isinstance(one, Table) for row in one.rows}
        return all(others.intersection(row) for row in self.rows)


@frozen(kw_only=True)
class Figure:
    """A picture with its words, and its table: nobody has to see it to know what it shows."""

    title: str
    drawing: Drawing = field(repr=False)
    alt: str
    note: str = ""
    table: Table | None = None

    @property
    def svg(self) -> str:
        """The picture as one SVG element."""
        return write_svg(self.drawing, self.alt)


@frozen(kw_only=True)
class AnswerSpace:
    """Room to write an answer on a form, under a name by which it is found when read back.

    Parameters
    ----------
    name
        Its name: letters of a to z, digits, hyphens and dots.
    prompt
        What is asked.
    text
        What is already there.
    lines
        How many lines to leave on paper.
    """

    name: str
    prompt: str
    text: str = ""
    lines: int = 4


Block = Paragraph | Note | Bullets | Cards | Table | Figure | AnswerSpace


def _as_blocks(blocks: Iterable[Block | None]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block is not None)


def _as_sections(sections: Iterable["Section | None"]) -> tuple["Section", ...]:
    return tuple(section for section in sections if section is not None)


@frozen(kw_only=True)
class Section:
    """A part of a report with a heading; what is left out as none is not there."""

    id: str
    title: str
    blocks: tuple[Block, ...] = field(converter=_as_blocks, default=())
    sections: tuple["Section", ...] = field(converter=_as_sections, default=())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing under the heading."""
        return not self.blocks and all(section.is_empty for section in self.sections)


class Kind(StrEnum):
    """How a document is to be laid out."""

    REPORT = "report"
    CARD = "card"
    SCORECARD = "scorecard"
    FORM = "form"
    PLAIN = "plain"


@frozen(kw_only=True)
class Document:
    """A whole report, ready for any printer.

    An internal one shows what may not be published, and every page of it says so. Its kind tells
    a printer how to lay it out: a report has numbered chapters and a list of them, a card is one
    page, a scorecard one wide table, a form has room to write, and a plain one large letters.
    """

    title: str
    subtitle: str = ""
    language: str = "en-GB"
    internal: bool = False
    kind: Kind = Kind.REPORT
    sections: tuple[Section, ...] = field(converter=_as_sections, default=())

    def find(self, name: str) -> Section:
        """Return the section with this name, however deep.

        Raises
        ------
        KeyError
            When no section has it.
        """
        waiting = list(self.sections)
        while waiting:
            section = waiting.pop(0)
            if section.id == name:
                return section
            waiting.extend(section.sections)
        raise KeyError(f'no section is called "{name}"')


def write_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Break a text into its paragraphs, where lines are left empty."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return tuple(Paragraph(part) for part in parts if part)


def list_if_any(items: Iterable[str], *, ordered: bool = False) -> Bullets | None:
    """Make a list of texts, or nothing where there are none."""
    found = tuple(" ".join(item.split()) for item in items)
    return Bullets(found, ordered) if found else None


def tabulate_words(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> Table | None:
    """Make a table of words, or nothing where there are no rows.

    Numbers of people do not go through here: they come as a published table.
    """
    made = tuple(tuple(" ".join(str(cell).split()) or "-" for cell in row) for row in rows)
    return Table(title=title, columns=columns, rows=made) if made else None


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def tabulate_published(table: PublishedTable, *, columns: tuple[str, ...] = ()) -> Table | None:
    """Show a published table, or nothing where it has no rows."""
    if not table.rows:
        return None
    return Table(
        title=table.title,
        columns=columns or table.columns,
        rows=tuple((_capitalise(row.cells[0]), *row.cells[1:]) for row in table.rows),
        notes=table.notes,
    )
