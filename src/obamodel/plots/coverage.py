"""Which factor informs which indicator, and what is left open?"""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.coverage_table import EVIDENCE, say_open, tabulate_coverage
from obamodel.plots.drawing import Box, Dot, Drawing, Item, Line, Shape
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.style import (
    BLUE,
    EARTH,
    FAINT,
    GAP,
    HEADING,
    INK,
    PALE,
    SAND,
    SMALL,
    SOFT,
)
from obamodel.plots.wording import capitalise, join, say, say_first
from obamodel.stats.coverage import Coverage, Informed

_LABEL_SHARE = 0.48
_NARROWEST_LABEL, _WIDEST_COLUMN, _NARROWEST_COLUMN = 150.0, 52.0, 22.0
_WIDEST_LABEL = 54.0
_PADDING = 4.0
_MARK = 4.2


@frozen(kw_only=True)
class _Grid:
    """Where the columns stand, and the height of the rows in turn."""

    coverage: Coverage
    words: Vocabulary
    left: float
    label_width: float
    column_width: float
    indent: float

    @property
    def right(self) -> float:
        return self.left + self.label_width + len(self.coverage.indicators) * self.column_width

    def middle(self, column: int) -> float:
        return self.left + self.label_width + (column + 0.5) * self.column_width

    def find_clear_width(self) -> float:
        """Find how far a text may reach before it meets the frame of an open column."""
        open_columns = self.find_open_columns()
        closed = min(open_columns) if open_columns else len(self.coverage.indicators)
        return self.label_width + closed * self.column_width

    def find_open_columns(self) -> list[int]:
        return [
            column
            for column, indicator in enumerate(self.coverage.indicators)
            if self.coverage.informed_by(indicator.id) is not Informed.FACTOR
        ]


def describe_coverage(coverage: Coverage, words: Vocabulary) -> str:
    """Say how much is joined, and name what is left open in either direction."""
    factor, indicator = say(words, "factor"), say(words, "indicator")
    if not coverage.indicators or not coverage.factors:
        return _say_empty(coverage, words)
    said = []
    said.append(
        f"A grid with a row for each {factor} ({len(coverage.factors)}) and a column for each "
        f"{indicator} ({len(coverage.indicators)}); a mark shows that one informs the other "
        f"({coverage.links} in all)."
    )
    only_evidence = _pick(coverage, Informed.EVIDENCE_ONLY)
    nothing = _pick(coverage, Informed.NOTHING)
    if only_evidence:
        bears = "some evidence bears on " + ("it" if len(only_evidence) == 1 else "each")
        said.append(
            f"{capitalise(indicator)} {join(only_evidence)} {_be(only_evidence)} informed by "
            f"no {factor}; {bears} ({EVIDENCE})."
        )
    if nothing:
        said.append(f"{capitalise(indicator)} {join(nothing)} {_be(nothing)} informed by nothing.")
    if not only_evidence and not nothing:
        said.append(f"Each {indicator} is informed by at least one {factor}.")
    idle = [f"{factor.label} ({factor.name})" for factor in coverage.factors_without_indicator]
    if idle:
        said.append(f"No {indicator} is informed by {factor} {join(idle, most=6)}.")
    return " ".join(said)


@picture(describe_coverage, takes=Coverage, tabulate=tabulate_coverage)
def coverage(answer: Coverage, words: Vocabulary, width: float) -> Drawing:
    """Draw which factor informs which indicator, with the gaps marked in both directions.

    Examples
    --------
    >>> from obamodel.domain.indicators import Indicator
    >>> told = Indicator(id="told", label="1", statement="People are told.", outcome="heard")
    >>> answer = Coverage(indicators=(told,), factors=(), groups=(), evidence={"told": ()})
    >>> coverage.alt_text(answer)
    'There is no factor yet, so there is nothing to join.'
    """
    number = len(answer.indicators)
    page = Page(max(width, 20 + _NARROWEST_LABEL + number * _NARROWEST_COLUMN, 300.0))
    page.add_title(f"Which {say(words, 'factor')} informs which {say(words, 'indicator')}?")
    if not answer.indicators or not answer.factors:
        page.add_paragraphs([set_text(_say_empty(answer, words), page.inner_width, colour=SOFT)])
    else:
        column = min(_WIDEST_COLUMN, page.inner_width * (1 - _LABEL_SHARE) / number)
        column = max(column, _NARROWEST_COLUMN)
        grid = _Grid(
            coverage=answer,
            words=words,
            left=page.left,
            label_width=page.inner_width - number * column,
            column_width=column,
            indent=_find_indent(answer),
        )
        _add_grid(page, grid)
    _add_statements(page, answer, words)
    return page.finish()


def _pick(coverage: Coverage, informed: Informed) -> list[str]:
    return [
        indicator.label
        for indicator in coverage.indicators
        if coverage.informed_by(indicator.id) is informed
    ]


def _be(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _say_empty(coverage: Coverage, words: Vocabulary) -> str:
    missing = [
        say(words, idea)
        for idea, there in (("factor", coverage.factors), ("indicator", coverage.indicators))
        if not there
    ]
    return f"There is no {' and no '.join(missing)} yet, so there is nothing to join."


def _find_indent(answer: Coverage) -> float:
    labels = [group.label for group in answer.groups]
    labels += [factor.label for factor in answer.factors]
    return max(set_text(label, _WIDEST_LABEL, bold=True).width for label in labels) + 7


def _add_grid(page: Page, grid: _Grid) -> None:
    items: list[Item] = []
    top = page.y
    items += _draw_header(page, grid)
    for group in grid.coverage.groups:
        members = [factor for factor in grid.coverage.factors if factor.group == group.id]
        items += _draw_band(page, grid, group, empty=not members)
        for factor in members:
            items += _draw_factor(page, grid, factor)
    known = {group.id for group in grid.coverage.groups}
    for factor in grid.coverage.factors:
        if factor.group not in known:
            items += _draw_factor(page, grid, factor)
    items += _draw_totals(page, grid)
    # Open columns are shaded under everything else, and framed on top of it.
    frames = list(_frame_open_columns(grid, top, page.y))
    page.add(evolve(frame, edge=None, dashed=False) for frame in frames)
    page.add(items)
    page.add(evolve(frame, fill=None) for frame in frames)
    page.y += GAP


def _draw_header(page: Page, grid: _Grid) -> Iterator[Item]:
    heading = set_text(
        say_first(grid.words, "indicator"), grid.label_width - 8, size=SMALL, colour=SOFT
    )
    labels = [
        set_text(indicator.label, grid.column_width - 3, size=HEADING, bold=True)
        for indicator in grid.coverage.indicators
    ]
    height = max(heading.height, *(label.height for label in labels)) + 2 * _PADDING
    bottom = page.y + height - _PADDING
    yield from heading.put(grid.left + grid.label_width - 8, bottom - heading.height, "right")
    for column, label in enumerate(labels):
        yield from label.put(grid.middle(column), bottom - label.height, "center")
    page.y += height


def _draw_band(page: Page, grid: _Grid, group: FactorGroup, *, empty: bool) -> Iterator[Item]:
    name = f"{group.name} (no {say(grid.words, 'factor')} yet)" if empty else group.name
    text = set_text(name, grid.find_clear_width() - grid.indent - 8, bold=True)
    height = max(text.height, _set_label(grid, group.label).height) + 2 * _PADDING
    yield Box(
        x=grid.left,
        y=page.y,
        width=grid.right - grid.left,
        height=height,
        fill=PALE,
        edge=None,
    )
    yield from _put_label(grid, group.label, text, page.y + _PADDING)
    page.y += height


def _draw_factor(page: Page, grid: _Grid, factor: Factor) -> Iterator[Item]:
    room = grid.label_width - grid.indent - 14
    label = set_text(factor.name, room)
    paragraphs = [label]
    if not factor.indicators:
        nothing = f"informs no {say(grid.words, 'indicator')}"
        paragraphs.append(set_text(nothing, room, size=SMALL, bold=True, colour=EARTH))
    high = max(stack(paragraphs, gap=0), _set_label(grid, factor.label).height)
    height = high + 2 * _PADDING
    yield from _put_label(grid, factor.label, label, page.y + _PADDING)
    under = page.y + _PADDING + label.height
    yield from put_stack(paragraphs[1:], grid.left + 4 + grid.indent, under, gap=0)
    middle = page.y + height / 2
    for column, indicator in enumerate(grid.coverage.indicators):
        x = grid.middle(column)
        if indicator.id in factor.indicators:
            yield Dot(x=x, y=middle, radius=_MARK + 0.6, fill=BLUE)
        else:
            yield Dot(x=x, y=middle, radius=0.9, fill=FAINT)
    page.y += height
    yield Line(points=((grid.left, page.y), (grid.right, page.y)), colour=FAINT, weight=0.5)


def _set_label(grid: _Grid, label: str) -> Paragraph:
    return set_text(label, grid.indent - 5, bold=True)


def _put_label(grid: _Grid, label: str, name: Paragraph, top: float) -> Iterator[Item]:
    yield from _set_label(grid, label).put(grid.left + 4, top)
    yield from name.put(grid.left + 4 + grid.indent, top)


def _draw_totals(page: Page, grid: _Grid) -> Iterator[Item]:
    answer = grid.coverage
    numbers = [f"{len(answer.factors_for(indicator.id))}" for indicator in answer.indicators]
    yield Line(points=((grid.left, page.y), (grid.right, page.y)), colour=INK, weight=1.0)
    label = set_text("Marks in the column", grid.label_width - 14, bold=True)
    yield from label.put(grid.left + 4, page.y + _PADDING)
    for column, number in enumerate(numbers):
        text = set_text(number, grid.column_width, bold=True)
        yield from text.put(grid.middle(column), page.y + _PADDING, "center")
    page.y += label.height + 2 * _PADDING
    label = set_text(f"Other evidence: {EVIDENCE}", grid.label_width - 14)
    yield from label.put(grid.left + 4, page.y + _PADDING)
    middle = page.y + _PADDING + label.height / 2
    for column, indicator in enumerate(answer.indicators):
        if answer.evidence[indicator.id]:
            yield _draw_diamond(grid.middle(column), middle)
        else:
            yield Dot(x=grid.middle(column), y=middle, radius=0.9, fill=FAINT)
    page.y += label.height + 2 * _PADDING


def _draw_diamond(x: float, y: float) -> Shape:
    size = _MARK + 1.2
    return Shape(points=((x, y - size), (x + size, y), (x, y + size), (x - size, y)), fill=INK)


def _frame_open_columns(grid: _Grid, top: float, bottom: float) -> Iterator[Box]:
    for column in grid.find_open_columns():
        yield Box(
            x=grid.middle(column) - grid.column_width / 2 + 1,
            y=top,
            width=grid.column_width - 2,
            height=bottom - top,
            fill=SAND,
            edge=EARTH,
            weight=1.1,
            dashed=True,
        )


def _add_statements(page: Page, answer: Coverage, words: Vocabulary) -> None:
    """Say under the grid what each indicator is, and what is open about it."""
    if not answer.indicators:
        return
    labels = [
        set_text(indicator.label, 60.0, bold=True, size=SMALL) for indicator in answer.indicators
    ]
    indent = max(label.width for label in labels) + 8
    heading = set_text(
        f"What each {say(words, 'indicator')} says", page.inner_width, size=SMALL, colour=SOFT
    )
    page.add(heading.put(page.left, page.y))
    page.y += heading.height + 2
    open_words = say_open(words)
    for label, indicator in zip(labels, answer.indicators, strict=True):
        parts: list[Paragraph] = [
            set_text(indicator.statement, page.inner_width - indent, size=SMALL)
        ]
        said = open_words.get(answer.informed_by(indicator.id))
        if said:
            parts.append(
                set_text(said, page.inner_width - indent, size=SMALL, bold=True, colour=EARTH)
            )
        page.add(label.put(page.left, page.y))
        bottom = page.y + label.height
        for part in parts:
            page.add(part.put(page.left + indent, page.y))
            page.y += part.height
        page.y = max(page.y, bottom) + 3
    page.y += GAP - 3
