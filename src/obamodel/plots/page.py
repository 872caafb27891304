"""The parts most pictures have: a title on top, notes below, and a page left empty."""

from collections.abc import Iterable

from attrs import define, field

from obamodel.plots.drawing import Drawing, Item
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.style import GAP, MARGIN, SMALL, SOFT, TITLE


@define
class Page:
    """A page filled from the top down.

    Parameters
    ----------
    width
        How wide it is, margins and all.
    y
        Down to where it is filled.
    margin
        How wide the margins at its sides are.
    """

    width: float
    y: float = MARGIN
    margin: float = MARGIN
    items: list[Item] = field(factory=list)

    @property
    def left(self) -> float:
        """Where the left margin ends."""
        return self.margin

    @property
    def right(self) -> float:
        """Where the right margin begins."""
        return self.width - self.margin

    @property
    def inner_width(self) -> float:
        """How wide it is between the margins."""
        return self.width - 2 * self.margin

    def add(self, items: Iterable[Item]) -> None:
        """Put items on it."""
        self.items.extend(items)

    def add_title(self, text: str) -> None:
        """Put a title under what is there."""
        self.add_paragraphs([set_text(text, self.inner_width, size=TITLE, bold=True)])

    def add_notes(self, notes: Iterable[str]) -> None:
        """Put notes under what is there."""
        self.add_paragraphs(
            set_text(note, self.inner_width, size=SMALL, colour=SOFT) for note in notes
        )

    def add_paragraphs(self, paragraphs: Iterable[Paragraph]) -> None:
        """Put paragraphs under what is there."""
        given = list(paragraphs)
        if given:
            self.add(put_stack(given, self.left, self.y))
            self.y += stack(given) + GAP

    def finish(self, *, zero: float = 0.0, unit: float = 1.0) -> Drawing:
        """Close the page under what is there."""
        return Drawing(
            width=self.width,
            height=self.y - GAP + MARGIN,
            items=self.items,
            zero=zero,
            unit=unit,
        )
