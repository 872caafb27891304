"""Who is missing: for each group, the share of those who take part above that of the population."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from obamodel.domain.losses import Loss
from obamodel.domain.published_presence import PublishedPresence, PublishedShare
from obamodel.domain.publishing import Mark
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Box, Drawing, Item, Line
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.lost import add_lost_frame
from obamodel.plots.observed_table import GOOD_TO_KNOW, NOTHING, make_table, write_remarks
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import BLUE, GAP, HEADING, INK, LIGHT_BLUE, RULE, SMALL, SOFT
from obamodel.plots.wording import capitalise, end_sentence, join, without_stop

EMPTY = "Nobody has been counted yet."
UNRELIABLE = "u: it rests on few people, and a few more or fewer would make it another number."
_LABEL_SHARE = 0.38
_NARROWEST = 300.0
_THICK, _THIN = 12.0, 7.0
_ROW_GAP = 10.0
_LOST_WIDTH = 0.16
_END = 6.0


@frozen(kw_only=True)
class _Bar:
    """One of the two bars of a group, with the words at its end; a lost one is an empty frame."""

    value: float | None
    said: Paragraph
    thick: bool
    lost: bool

    @property
    def height(self) -> float:
        return max(self.said.height, _THICK if self.thick else _THIN)


@frozen(kw_only=True)
class _Row:
    """One group, with its words set."""

    label: list[Paragraph]
    bars: list[_Bar]

    @property
    def height(self) -> float:
        return max(stack(self.label, gap=1), sum(bar.height for bar in self.bars))


def describe_presence(chart: PublishedPresence, _words: Vocabulary) -> str:
    """Say for which groups the upper bar is the shorter one, and what has no bar."""
    said = [end_sentence(chart.title)]
    both = [row for row in chart.rows if row.share is not None and row.reference_share is not None]
    if both:
        shorter = sorted((row for row in both if _gap(row) < 0), key=_gap)
        said.append(
            f"Bars for {len(both)} {'group' if len(both) == 1 else 'groups'}: the share of "
            f"{without_stop(chart.of)} above that of {without_stop(chart.reference_of)}."
        )
        if shorter:
            named = join((_say_both(row) for row in shorter), most=4)
            said.append(f"Shorter for {named}.")
        else:
            said.append("None is shorter.")
    others = [row for row in chart.rows if row not in both]
    if others:
        said.append(f"Not both bars: {join(map(_say_one, others), most=6)}.")
    if chart.lost is not None:
        said.append(f"Lost: {end_sentence(chart.lost.title)}")
        if chart.lost.showed:
            said.append(f"What is known of it: {end_sentence(chart.lost.showed)}")
    elif not chart.rows:
        said.append(EMPTY)
    return " ".join(said)


def tabulate_presence(chart: PublishedPresence, _words: Vocabulary) -> PictureTable | None:
    """List each group with its share of those who take part and of the population."""
    return make_table(
        (
            "Group",
            f"Share of {without_stop(chart.of)} (%)",
            f"Share of {without_stop(chart.reference_of)} (%)",
            GOOD_TO_KNOW,
        ),
        [
            (
                capitalise(row.group),
                without_stop(row.words) if row.share is None else f"{row.share:g}",
                NOTHING if row.reference_share is None else f"{row.reference_share:g}",
                write_remarks(_list_remarks(row)),
            )
            for row in chart.rows
        ],
        [*_list_notes(chart), *(_tell_lost(chart.lost) if chart.lost is not None else ())],
    )


@picture(describe_presence, takes=PublishedPresence, tabulate=tabulate_presence)
def presence(chart: PublishedPresence, _words: Vocabulary, width: float) -> Drawing:
    """Draw for each group the share of those who take part above that of the population.

    Only what may be shown is drawn; what is withheld or was not counted is said in words, and what
    is lost is an empty frame. The axes' level scale is in per cent, from 0.

    Examples
    --------
    >>> chart = PublishedPresence(
    ...     title="Where members live", of="members", reference_of="adults in Essex",
    ...     rows=[
    ...         PublishedShare(group="Thurrock", share=5, reference_share=12.5),
    ...         PublishedShare(group="Harlow", words="present, number withheld"),
    ...     ],
    ... )
    >>> print(presence.alt_text(chart))  # doctest: +NORMALIZE_WHITESPACE
    Where members live. Bars for 1 group: the share of members above that of adults in Essex.
    Shorter for Thurrock (5% beside 12.5%). Not both bars: Harlow (present, number withheld).
    """
    page = Page(max(width, _NARROWEST))
    page.add_title(chart.title)
    zero, unit = page.left, 1.0
    if chart.rows:
        zero, unit = _add_rows(page, chart)
    elif chart.lost is None:
        page.add_paragraphs([set_text(EMPTY, page.inner_width, colour=SOFT)])
    if chart.lost is not None:
        if chart.rows:
            title = without_stop(chart.lost.title)
            page.add_paragraphs([set_text(title, page.inner_width, size=HEADING, bold=True)])
        add_lost_frame(page, chart.lost)
    page.add_notes(_list_notes(chart))
    return page.finish(zero=zero, unit=unit)


def _list_remarks(row: PublishedShare) -> Iterator[str]:
    if row.mark is Mark.UNRELIABLE:
        yield "u"
    if row.share is not None and row.words:
        yield without_stop(row.words)


def _list_notes(chart: PublishedPresence) -> list[str]:
    unreliable = any(row.mark is Mark.UNRELIABLE for row in chart.rows)
    return [*([UNRELIABLE] if unreliable else []), *chart.notes]


def _tell_lost(loss: Loss) -> Iterator[str]:
    yield f"Lost: {end_sentence(loss.title)}"
    if loss.showed:
        yield f"What is known of it: {end_sentence(loss.showed)}"
    if loss.means:
        yield f"What its loss means: {end_sentence(loss.means)}"


def _gap(row: PublishedShare) -> float:
    return (row.share or 0.0) - (row.reference_share or 0.0)


def _say_both(row: PublishedShare) -> str:
    return f"{without_stop(row.group)} ({_write_share(row)} beside {_percent(row.reference_share)})"


def _say_one(row: PublishedShare) -> str:
    told = [_write_share(row)] if row.share is not None else []
    told += [without_stop(row.words)] if row.words else []
    return f"{without_stop(row.group)} ({', '.join(told)})" if told else without_stop(row.group)


def _write_share(row: PublishedShare) -> str:
    return _percent(row.share) + (" u" if row.mark is Mark.UNRELIABLE else "")


def _percent(value: float | None) -> str:
    return f"{value:g}%" if value is not None else ""


# --- the bars ----------------------------------------------------------------------------


def _add_rows(page: Page, chart: PublishedPresence) -> tuple[float, float]:
    """Put the groups under one another; return where 0 stands and how wide one per cent is."""
    label_width = page.inner_width * _LABEL_SHARE
    zero = page.left + label_width + 10
    rows = _set_rows(chart, label_width, page.right - zero)
    unit = _find_unit(rows, page.right - zero)
    top = page.y
    for row in rows:
        page.add(_draw_row(row, page.left, zero, page.y, unit, page.right))
        page.y += row.height + _ROW_GAP
    page.add([Line(points=((zero, top - 3), (zero, page.y - _ROW_GAP + 3)), colour=INK)])
    page.y += GAP - _ROW_GAP + 3
    return zero, unit


def _set_rows(chart: PublishedPresence, label_width: float, room: float) -> list[_Row]:
    rows = []
    # The first bar of each kind says whose it is; the others need only the figure.
    named = {True: without_stop(chart.of), False: without_stop(chart.reference_of)}
    for row in chart.rows:
        label = [set_text(capitalise(row.group), label_width, bold=True)]
        if row.share is not None and row.words:
            told = capitalise(without_stop(row.words))
            label.append(set_text(told, label_width, size=SMALL))
        bars = [
            _set_bar(row, thick, named, room, lost=thick and chart.lost is not None)
            for thick in (True, False)
            if thick or row.reference_share is not None
        ]
        rows.append(_Row(label=label, bars=bars))
    return rows


def _set_bar(
    row: PublishedShare, thick: bool, named: dict[bool, str], room: float, *, lost: bool
) -> _Bar:
    value = row.share if thick else row.reference_share
    if value is None:
        free = room - _END - 2 - (room * _LOST_WIDTH if lost else 0)
        words = capitalise(without_stop(row.words))
        whose = named.pop(thick, "") if lost else ""
        if whose:
            words = f"{capitalise(whose)}: {row.words}"
        said = set_text(words, free, size=SMALL, colour=SOFT)
        return _Bar(value=None, said=said, thick=thick, lost=lost)
    whose = named.pop(thick, "")
    figure = _write_share(row) if thick else _percent(value)
    text = f"{figure} of {whose}" if whose else figure
    said = set_text(
        text, room * 0.55, size=SMALL, bold=thick, colour=INK if thick else SOFT, most_lines=3
    )
    return _Bar(value=value, said=said, thick=thick, lost=False)


def _find_unit(rows: Sequence[_Row], room: float) -> float:
    """Find how wide one per cent is, so that every bar has room for its words."""
    drawn = [bar for row in rows for bar in row.bars if bar.value]
    if not drawn:
        return 1.0
    return min((room - bar.said.width - _END - 2) / (bar.value or 1.0) for bar in drawn)


def _draw_row(
    row: _Row, left: float, zero: float, top: float, unit: float, right: float
) -> Iterator[Item]:
    yield from put_stack(row.label, left, top, gap=1)
    y = top
    for bar in row.bars:
        yield from _draw_bar(bar, zero, y, unit, right)
        y += bar.height


def _draw_bar(bar: _Bar, zero: float, y: float, unit: float, right: float) -> Iterator[Item]:
    long = (bar.value or 0.0) * unit
    high = _THICK if bar.thick else _THIN
    # Level with the first line of its words.
    line = bar.said.height / max(len(bar.said.lines), 1)
    middle = y + line / 2
    if bar.lost:
        long = (right - zero) * _LOST_WIDTH
    if long:
        yield Box(
            x=zero,
            y=middle - high / 2,
            width=long,
            height=high,
            fill=None if bar.lost else (BLUE if bar.thick else LIGHT_BLUE),
            edge=RULE if bar.lost else BLUE,
            dashed=bar.lost,
        )
    yield from bar.said.put(zero + long + _END, y)
