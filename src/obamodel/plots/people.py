"""How many people: a small figure for each, or for each five, ten or more."""

from collections.abc import Iterator

from obamodel.domain.publishing import PublishedTable
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.counts import EMPTY, describe_counts, tabulate_counts
from obamodel.plots.drawing import Dot, Drawing, Item, Shape
from obamodel.plots.lettering import set_text
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.style import BLUE, INK, LIGHT_BLUE, SOFT
from obamodel.plots.wording import capitalise, end_sentence, without_stop

MOST_FIGURES = 30
_LARGE = 22.0
_MIDDLE = 15.0
_STEP = 27.0
_HIGH = 44.0


def choose_step(table: PublishedTable) -> int:
    """Choose how many people one figure stands for: 1, 2, 5, 10, 20, 50, 100 and so on.

    It is the same in every row, and the least with which no row needs more than thirty figures.

    Examples
    --------
    >>> from obamodel.domain.publishing import PublishedRow
    >>> row = PublishedRow(cells=["members", "about 45"], number=45)
    >>> choose_step(PublishedTable(title="Who came", columns=["Who", "How many"], rows=[row]))
    2
    """
    most = max((row.number or 0 for row in table.rows), default=0)
    ten = 1
    while True:
        for step in (ten, 2 * ten, 5 * ten):
            if most <= MOST_FIGURES * step:
                return step
        ten *= 10


def describe_people(table: PublishedTable, words: Vocabulary) -> str:
    """Say each number with its words, and how many people one figure stands for."""
    counted = describe_counts(table, words)  # refuses what has too few columns
    if not table.rows:
        return counted
    named = (f"{without_stop(row.cells[1])} {without_stop(row.cells[0])}" for row in table.rows)
    said = [end_sentence(table.title), *(end_sentence(capitalise(one)) for one in named)]
    if any(row.number for row in table.rows):
        said.append(_say_step(choose_step(table)))
    return " ".join(said)


def _say_step(step: int) -> str:
    return f"Each shape is {step} people." if step > 1 else "Each shape is one person."


@picture(describe_people, takes=PublishedTable, tabulate=tabulate_counts)
def people(table: PublishedTable, words: Vocabulary, width: float) -> Drawing:
    """Draw small figures for numbers of people that may be shown, with large letters beside them.

    Each row is a number of people; counts of things and of attendances have other pictures. The
    last figure of a row is pale where it stands for fewer than the others.

    Examples
    --------
    >>> from obamodel.domain.publishing import PublishedRow
    >>> row = PublishedRow(cells=["people came", "about 45"], number=45)
    >>> table = PublishedTable(title="The course", columns=["Who", "How many"], rows=[row])
    >>> print(people.alt_text(table))
    The course. About 45 people came. Each shape is 2 people.
    """
    describe_people(table, words)  # refuses other tables by name
    page = Page(max(width, 260.0))
    page.add_paragraphs([set_text(table.title, page.inner_width, size=_MIDDLE, bold=True)])
    if not table.rows:
        page.add_paragraphs([set_text(EMPTY, page.inner_width, size=_MIDDLE, colour=SOFT)])
    step = choose_step(table)
    fewer = False
    for row in table.rows:
        drawn = row.number is not None
        size = _LARGE if drawn else _MIDDLE
        shown = set_text(capitalise(row.cells[1]), page.inner_width, size=size, bold=drawn)
        page.add_paragraphs([shown, set_text(row.cells[0], page.inner_width, size=_MIDDLE)])
        whole, rest = divmod(row.number or 0, step)
        fewer = fewer or bool(rest)
        page.add(_draw_row(page, whole + bool(rest), pale_last=bool(rest)))
    if any(row.number for row in table.rows):
        page.add_paragraphs([set_text(_say_step(step), page.inner_width, size=_MIDDLE)])
    if fewer:
        fewer_than = "one person" if step == 2 else f"fewer than {step} people"
        said = f"The pale shape is {fewer_than}."
        page.add_paragraphs([set_text(said, page.inner_width, size=_MIDDLE)])
    page.add_paragraphs(
        set_text(note, page.inner_width, size=_MIDDLE, colour=SOFT) for note in table.notes
    )
    return page.finish()


def _draw_row(page: Page, number: int, *, pale_last: bool) -> Iterator[Item]:
    """Draw figures from left to right, in as many lines as they need."""
    if not number:
        return
    in_line = max(int(page.inner_width // _STEP), 1)
    for place in range(number):
        line, across = divmod(place, in_line)
        pale = pale_last and place == number - 1
        yield from draw_person(
            page.left + across * _STEP + _STEP / 2, page.y + line * _HIGH, pale=pale
        )
    page.y += -(-number // in_line) * _HIGH + 6


def draw_person(
    x: float, y: float, *, size: float = 1.0, pale: bool = False
) -> Iterator[Dot | Shape]:
    """Draw one person, from the top of the head down.

    Parameters
    ----------
    x
        The middle of the person, across the page.
    y
        The top of the head.
    size
        How large: at 1, a person is 24 points wide and 38 high.
    pale
        Whether the person is pale, with an edge.
    """
    fill, edge = (LIGHT_BLUE, INK) if pale else (BLUE, None)
    yield Dot(x=x, y=y + 8 * size, radius=7 * size, fill=fill, edge=edge)
    outline = [(-6, 17), (6, 17), (10, 21), (10, 38), (-10, 38), (-10, 21)]
    yield Shape(
        points=[(x + across * size, y + down * size) for across, down in outline],
        fill=fill,
        edge=edge,
    )
