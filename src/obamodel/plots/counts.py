"""How many: a bar for each count that may be shown, and words for each that may not."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.domain.vocabulary import Vocabulary
from obamodel.errors import Fault, InvalidError
from obamodel.plots.drawing import Box, Drawing, Item, Line
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.observed_table import make_table
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import BLUE, GAP, INK, LIGHT_BLUE, SMALL, SOFT
from obamodel.plots.wording import capitalise, end_sentence, join, without_stop

EMPTY = "Nothing has been counted yet."
STRIPED = "A striped bar stands for a number that is not exact."
_BAR = 13.0
_ROW_GAP = 9.0
_COLUMNS = 2


@frozen(kw_only=True)
class _Row:
    """One count, with its words set."""

    number: int | None
    exact: bool
    label: list[Paragraph]
    shown: Paragraph

    @property
    def height(self) -> float:
        return max(stack(self.label, gap=1), self.shown.height, _BAR)


def describe_counts(table: PublishedTable, _words: Vocabulary) -> str:
    """Say how many counts there are, which is the largest and which have no bar."""
    _refuse_other_tables(table)
    if not table.rows:
        return f"{end_sentence(table.title)} {EMPTY}"
    drawn = [row for row in table.rows if row.number is not None]
    others = [row for row in table.rows if row.number is None]
    said = [end_sentence(table.title)]
    if drawn:
        largest = max(row.number or 0 for row in drawn)
        named = join((_name(row) for row in drawn if row.number == largest), most=3)
        bars = "One bar" if len(drawn) == 1 else f"{len(drawn)} bars, the longest"
        said.append(f"{bars} for {named}.")
    else:
        said.append("There are no bars.")
    if others:
        said.append(f"Without a bar: {join(map(_name, others), most=6)}.")
    return " ".join(said)


def tabulate_counts(table: PublishedTable, _words: Vocabulary) -> PictureTable | None:
    """List what was counted as the published table does."""
    _refuse_other_tables(table)
    rows = [(capitalise(row.cells[0]), *row.cells[1:]) for row in table.rows]
    return make_table(table.columns, rows, table.notes)


@picture(describe_counts, takes=PublishedTable, tabulate=tabulate_counts)
def counts(table: PublishedTable, _words: Vocabulary, width: float) -> Drawing:
    """Draw a bar for each count that may be shown; what is withheld or not known is said.

    The axes' level scale is in the numbers themselves, from 0.

    Examples
    --------
    >>> table = PublishedTable(
    ...     title="Training",
    ...     columns=["What was counted", "How many"],
    ...     rows=[
    ...         PublishedRow(cells=["members", "about 45"], number=45),
    ...         PublishedRow(cells=["carers", "a small number, not shown"]),
    ...     ],
    ... )
    >>> print(counts.alt_text(table))
    Training. One bar for members (about 45). Without a bar: carers (a small number, not shown).
    """
    _refuse_other_tables(table)
    page = Page(max(width, 260.0))
    page.add_title(table.title)
    if not table.rows:
        page.add_paragraphs([set_text(EMPTY, page.inner_width, colour=SOFT)])
        page.add_notes(table.notes)
        return page.finish()
    label_width = page.inner_width * 0.46
    zero = page.left + label_width + 12
    rows = [_set_row(row, label_width, page.right - zero) for row in table.rows]
    unit = _find_unit(rows, page.right - zero)
    top = page.y
    for row in rows:
        page.add(_draw_row(row, page.left, zero, page.y, unit))
        page.y += row.height + _ROW_GAP
    page.add([Line(points=((zero, top - 3), (zero, page.y - 4)), colour=INK, weight=1.0)])
    page.y += GAP - _ROW_GAP + 4
    striped = any(row.number and not row.exact for row in rows)
    page.add_notes([*([STRIPED] if striped else []), *table.notes])
    return page.finish(zero=zero, unit=unit)


def _name(row: PublishedRow) -> str:
    return f"{without_stop(row.cells[0])} ({without_stop(row.cells[1])})"


def _refuse_other_tables(table: PublishedTable) -> None:
    faults = [
        Fault(
            "too-few-cells",
            f"found {len(row.cells)} in the line",
            "give what was counted and how many, as publish_counts does",
            path=("rows", index, "cells"),
        )
        for index, row in enumerate(table.rows)
        if len(row.cells) < _COLUMNS
    ]
    if faults:
        raise InvalidError("the table to draw counts from", faults)


def _set_row(row: PublishedRow, label_width: float, room: float) -> _Row:
    label = [set_text(capitalise(row.cells[0]), label_width)]
    note = _take_sentences(" ".join(row.cells[_COLUMNS:]), label_width)
    if note is not None:
        label.append(note)
    drawn = row.number is not None
    shown = set_text(
        row.cells[1],
        room * 0.4 if drawn else room - 8,
        bold=drawn,
        colour=INK if drawn else SOFT,
    )
    return _Row(number=row.number, exact=_is_exact(row), label=label, shown=shown)


def _take_sentences(note: str, width: float) -> Paragraph | None:
    """Take as many whole sentences as two lines hold; the table beside the picture has the rest."""
    sentences = note.split(". ")
    for kept in range(len(sentences), 0, -1):
        taken = set_text(end_sentence(". ".join(sentences[:kept])), width, size=SMALL, colour=SOFT)
        if 0 < len(taken.lines) <= 2 and note.strip():
            return taken
    return None


def _is_exact(row: PublishedRow) -> bool:
    """Say whether the words beside the bar are the number and nothing else, as in "45"."""
    return row.cells[1].replace(",", "").strip() == str(row.number)


def _find_unit(rows: Sequence[_Row], room: float) -> float:
    """Find how long the number 1 is, so that every bar has room for its words."""
    drawn = [row for row in rows if row.number]
    if not drawn:
        return 1.0
    return min((room - row.shown.width - 8) / (row.number or 1) for row in drawn)


def _draw_row(row: _Row, left: float, zero: float, top: float, unit: float) -> Iterator[Item]:
    yield from put_stack(row.label, left, top, gap=1)
    long = (row.number or 0) * unit
    if row.number:
        yield Box(
            x=zero,
            y=top,
            width=long,
            height=_BAR,
            fill=BLUE if row.exact else LIGHT_BLUE,
            edge=BLUE,
            striped=not row.exact,
        )
    yield from row.shown.put(zero + long + 6, top)
