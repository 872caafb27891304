"""Quantity and quality, of effort and of effect: what was measured in each quadrant."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from obamodel.domain.measures import Quadrant
from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.domain.vocabulary import Vocabulary
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.plots.drawing import Box, Dot, Drawing, Item
from obamodel.plots.lettering import Paragraph, set_text, stack
from obamodel.plots.observed_table import NOTHING, make_table
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import BLUE, GAP, HEADING, INK, PALE, RULE, SOFT, WHITE
from obamodel.plots.wording import capitalise, say, say_first, without_stop

EMPTY = "Nothing measured yet"
_SEE_TABLE = "see the table"
_ROWS = (
    ("effort", (Quadrant.HOW_MUCH, Quadrant.HOW_WELL)),
    ("effect", (Quadrant.BETTER_OFF_NUMBER, Quadrant.BETTER_OFF_SHARE)),
)
_COLUMNS = ("quantity", "quality")
_QUESTIONS = {
    Quadrant.HOW_MUCH: ("how_much", ""),
    Quadrant.HOW_WELL: ("how_well", ""),
    Quadrant.BETTER_OFF_NUMBER: ("better_off", "how many"),
    Quadrant.BETTER_OFF_SHARE: ("better_off", "what share"),
}
_PADDING = 9.0
_INDENT = 9.0
_ITEM_GAP = 4.0
_LOWEST, _HIGHEST = 86.0, 330.0
_MOST_LINES = 6  # for a measure, where the box has room
_FEW_LINES = 3  # for the longest measures, where the box is too full


@frozen(kw_only=True)
class _Cell:
    """One quadrant, with its words set."""

    heading: list[Paragraph]
    measures: list[Paragraph]
    rest: Paragraph | None

    @property
    def height(self) -> float:
        inside = [*self.measures, *([self.rest] if self.rest else [])]
        return 2 * _PADDING + stack(self.heading, gap=0) + 6 + stack(inside, gap=_ITEM_GAP)


def describe_quadrants(table: PublishedTable, words: Vocabulary) -> str:
    """Say how many measures stand in each quadrant, and where there are none."""
    by_quadrant = _sort(table)
    parts = []
    for _, in_row in _ROWS:
        for quadrant in in_row:
            said = len(by_quadrant[quadrant]) or "nothing measured yet"
            parts.append(f'under "{" ".join(_name(quadrant, words))}", {said}')
    return (
        f"Four boxes: {say(words, 'quantity')} and {say(words, 'quality')} of "
        f"{say(words, 'effort')} above, and of {say(words, 'effect')} below. "
        f"Listed {'; '.join(parts)}."
    )


def tabulate_quadrants(table: PublishedTable, words: Vocabulary) -> PictureTable | None:
    """List each measure under its question, and each question without a measure."""
    by_quadrant = _sort(table)
    rows = []
    for row, in_row in _ROWS:
        for column, quadrant in zip(_COLUMNS, in_row, strict=True):
            box = f"{say(words, column)} of {say(words, row)}"
            question = " ".join(_name(quadrant, words))
            cells = [(one.cells[1], (*one.cells[2:3], NOTHING)[0]) for one in by_quadrant[quadrant]]
            rows += [(question, box, *told) for told in cells or [(EMPTY, NOTHING)]]
    return make_table(
        ("Question", "Box", *(*table.columns[1:3], "What is known")[:2]), rows, table.notes
    )


@picture(describe_quadrants, takes=PublishedTable, tabulate=tabulate_quadrants)
def quadrants(table: PublishedTable, words: Vocabulary, width: float) -> Drawing:
    """Draw the four quadrants with what was measured in each, as far as there is room.

    Examples
    --------
    >>> table = PublishedTable(
    ...     title="What was measured",
    ...     columns=["Quadrant", "Measure", "What is known"],
    ...     rows=[PublishedRow(cells=["how much", "Training days", "8"])],
    ... )
    >>> print(quadrants.alt_text(table))
    Four boxes: quantity and quality of effort above, and of effect below.
    Listed under "How much did we do?", 1; under "How well did we do it?", nothing measured yet;
    under "Is anyone better off? (how many)", nothing measured yet;
    under "Is anyone better off? (what share)", nothing measured yet.
    """
    by_quadrant = _sort(table)
    page = Page(max(width, 380.0))
    page.add_title(table.title)
    names = [set_text(say_first(words, row), 84.0, size=HEADING, bold=True) for row, _ in _ROWS]
    side = max(name.width for name in names) + 10
    cell_width = (page.inner_width - side) / 2
    columns = [
        set_text(say_first(words, column), cell_width, size=HEADING, bold=True)
        for column in _COLUMNS
    ]
    for number, column in enumerate(columns):
        middle = page.left + side + (number + 0.5) * cell_width
        page.add(column.put(middle, page.y, "center"))
    page.y += max(column.height for column in columns) + 4
    for name, (_, in_row) in zip(names, _ROWS, strict=True):
        cells = [
            _set_cell(quadrant, by_quadrant[quadrant], words, cell_width) for quadrant in in_row
        ]
        height = max(_LOWEST, *(cell.height for cell in cells), name.height + 2 * _PADDING)
        page.add(name.put(page.left, page.y + _PADDING))
        for number, cell in enumerate(cells):
            left = page.left + side + number * cell_width
            page.add(_draw_cell(cell, left, page.y, cell_width, height))
        page.y += height
    page.y += GAP
    page.add_notes(table.notes)
    return page.finish()


def _sort(table: PublishedTable) -> Mapping[Quadrant, Sequence[PublishedRow]]:
    """Sort the lines of the table by quadrant.

    Raises
    ------
    InvalidError
        When a line does not begin with the name of a quadrant and the name of a measure.
    """
    found: dict[Quadrant, list[PublishedRow]] = {quadrant: [] for quadrant in Quadrant}
    faults = []
    for index, row in enumerate(table.rows):
        named = row.cells[0] if row.cells else "nothing"
        if named in list(Quadrant) and len(row.cells) > 1:
            found[Quadrant(named)].append(row)
            continue
        nearest = find_nearest(named, Quadrant)
        faults.append(
            Fault(
                "no-quadrant",
                f'found "{named}"' if named not in list(Quadrant) else "found no measure",
                f'did you mean "{nearest}"?'
                if nearest and nearest != named
                else "give a quadrant and a measure, as publish_measures does",
                path=("rows", index, "cells"),
            )
        )
    if faults:
        raise InvalidError("the table to draw quadrants from", faults)
    return found


def _name(quadrant: Quadrant, words: Vocabulary) -> tuple[str, ...]:
    idea, kind = _QUESTIONS[quadrant]
    question = say_first(words, idea)
    return (question, f"({kind})") if kind else (question,)


def _set_cell(
    quadrant: Quadrant, rows: Sequence[PublishedRow], words: Vocabulary, width: float
) -> _Cell:
    room = width - 2 * _PADDING
    question, *kind = _name(quadrant, words)
    heading = [set_text(question, room, size=HEADING, bold=True, colour=BLUE)]
    heading += [set_text(capitalise(part.strip("()")), room, colour=SOFT) for part in kind]
    if not rows:
        return _Cell(heading=heading, measures=[], rest=set_text(EMPTY, room, colour=SOFT))
    measures = [_set_measure(row, room - _INDENT, _MOST_LINES) for row in rows]
    cell = _Cell(heading=heading, measures=measures, rest=None)
    while cell.height > _HIGHEST and max(len(text.lines) for text in measures) > _FEW_LINES:
        longest = max(range(len(rows)), key=lambda place: len(measures[place].lines))
        measures[longest] = _set_measure(rows[longest], room - _INDENT, _FEW_LINES)
        cell = _Cell(heading=heading, measures=measures, rest=None)
    kept = len(measures)
    while cell.height > _HIGHEST and kept > 1:
        kept -= 1
        rest = set_text(f"+ {len(rows) - kept} more, in the table", room, bold=True)
        cell = _Cell(heading=heading, measures=measures[:kept], rest=rest)
    return cell


def _set_measure(row: PublishedRow, room: float, most_lines: int) -> Paragraph:
    """Set a measure with all that is known of it, or point to the table where that is too long.

    What is known is never cut: half of it could say something else than the whole.
    """
    name = without_stop(row.cells[1])
    for known in (without_stop(" ".join(row.cells[2:3])), _SEE_TABLE):
        whole = set_text(f"{name}: {known}" if known else name, room)
        if len(whole.lines) <= most_lines:
            return whole
    return set_text(name, room, most_lines=_FEW_LINES)


def _draw_cell(cell: _Cell, left: float, top: float, width: float, height: float) -> Iterator[Item]:
    yield Box(
        x=left,
        y=top,
        width=width,
        height=height,
        fill=WHITE if cell.measures else PALE,
        edge=RULE,
        weight=1.0,
    )
    y = top + _PADDING
    for paragraph in cell.heading:
        yield from paragraph.put(left + _PADDING, y)
        y += paragraph.height
    y += 6
    for measure in cell.measures:
        yield Dot(x=left + _PADDING + 2, y=y + 0.66 * measure.size, radius=1.6, fill=INK)
        yield from measure.put(left + _PADDING + _INDENT, y)
        y += measure.height + _ITEM_GAP
    if cell.rest is not None:
        yield from cell.rest.put(left + _PADDING, y)
