"""Many curves side by side, small, over the same time."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from obamodel.domain.fields import check, many, prose, to_tuple
from obamodel.domain.periods import Period
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.curve_lines import (
    choose_curve_scale,
    draw_forecast,
    draw_since,
    find_curve_ends,
    find_since,
    say_verdict,
)
from obamodel.plots.curve_table import LIMITS, head_forecast, list_curve_rows
from obamodel.plots.drawing import Drawing, Line, move
from obamodel.plots.lettering import Paragraph, set_text, stack
from obamodel.plots.observed import BANNERS, Key, list_values, mark_missing, say_in_unit
from obamodel.plots.observed_table import (
    GOOD_TO_KNOW,
    NOTHING,
    head_numbers,
    make_table,
    say_standing,
)
from obamodel.plots.opening import open_plot
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import GAP, SMALL, SOFT
from obamodel.plots.timeline import find_ends
from obamodel.plots.wording import capitalise, end_sentence, join, without_stop
from obamodel.stats.answers import say_number
from obamodel.stats.turning.curves import CurveAnswer
from obamodel.stats.turning.words import Verdict

EMPTY = "There is no curve yet."
HOW_TO_READ = (
    (
        "In each: a thin line with dots for the history, dashes for the forecast if nothing "
        "changes, a shaded band that would hold it 19 times in 20, and a heavy line with squares "
        "for what has happened since."
    ),
    (
        "All stand over the same time. Each has upright numbers of its own, so do not compare "
        "heights between them."
    ),
)
_LIMITS = ("Lower limit", "Upper limit")
_NARROWEST_CELL = 138.0
_CELL_MARGIN = 5.0
_HEIGHT = 72.0


@frozen(kw_only=True)
class CurvePanel:
    """Many curves that are looked at together.

    Parameters
    ----------
    answers
        One for each curve, in the order in which they are to stand.
    title
        What they have in common.
    """

    answers: tuple[CurveAnswer, ...] = field(
        converter=to_tuple, metadata=many(CurveAnswer, "One for each curve.")
    )
    title: str = field(metadata=prose("What the curves have in common."))

    __attrs_post_init__ = check


def describe_small_multiples(panel: CurvePanel, _words: Vocabulary) -> str:
    """Say how many curves there are, over which time, and which has which verdict."""
    title = end_sentence(panel.title)
    if not panel.answers:
        return f"{title} {EMPTY}"
    first, last = _find_panel_ends(panel)
    told = [
        f"{verdict} ({join((answer.series.name for answer in answers), most=3)})"
        for verdict, answers in _sort_by_verdict(panel.answers)
    ]
    number = len(panel.answers)
    pictures = "One small picture" if number == 1 else f"{number} small pictures"
    return f"{title} {pictures} of curves from {first} to {last}. {capitalise('; '.join(told))}."


def tabulate_small_multiples(panel: CurvePanel, _words: Vocabulary) -> PictureTable | None:
    """List each period of each curve, with its verdict."""
    units = {answer.series.unit for answer in panel.answers}
    forecasts = {head_forecast(answer) for answer in panel.answers}
    names = ["Seen", forecasts.pop() if len(forecasts) == 1 else "Forecast", *_LIMITS]
    banded = any(one.lower is not None for each in panel.answers for one in each.baseline.forecast)
    if len(units) == 1:
        names = [head_numbers(name, panel.answers[0].series) for name in names]
    return make_table(
        ("Curve", "Unit", "Verdict", "Period", "What it is", *names, GOOD_TO_KNOW),
        [row for answer in panel.answers for row in _list_cells(answer, told=len(units) > 1)],
        [
            *say_standing(*(answer.series.standing for answer in panel.answers)),
            *([LIMITS] if banded else []),
        ],
    )


@picture(
    describe_small_multiples,
    takes=CurvePanel,
    shows=lambda panel: (answer.series for answer in panel.answers),
    tabulate=tabulate_small_multiples,
)
def small_multiples(panel: CurvePanel, _words: Vocabulary, width: float) -> Drawing:
    """Draw many curves as small pictures over the same time, each with its verdict in words."""
    page = Page(max(width, _NARROWEST_CELL * 2 + 20))
    page.add_title(panel.title)
    if not panel.answers:
        page.add_paragraphs([set_text(EMPTY, page.inner_width, colour=SOFT)])
        return page.finish()
    page.add_paragraphs([set_text(_say_how_many(panel), page.inner_width)])
    columns = max(1, min(int(page.inner_width // _NARROWEST_CELL), len(panel.answers)))
    room = page.inner_width / columns
    ends, key = _find_panel_ends(panel), Key()
    for place in range(0, len(panel.answers), columns):
        _add_row(page, panel.answers[place : place + columns], room, ends, key)
    key.put(page)
    page.add_notes(HOW_TO_READ)
    return page.finish()


def _list_cells(answer: CurveAnswer, *, told: bool) -> Iterator[tuple[str, ...]]:
    for row in list_curve_rows(answer):
        yield (
            answer.series.name,
            without_stop(answer.series.unit) if told else NOTHING,
            say_verdict(answer),
            str(row.period),
            row.kind,
            row.seen,
            row.forecast,
            row.lower,
            row.upper,
            row.remarks,
        )


def _find_panel_ends(panel: CurvePanel) -> tuple[Period, Period]:
    ends = [find_curve_ends(answer) for answer in panel.answers]
    return find_ends([period for pair in ends for period in pair], "the curves to draw")


def _sort_by_verdict(
    answers: Iterable[CurveAnswer],
) -> Iterator[tuple[Verdict, list[CurveAnswer]]]:
    """Sort answers by their verdict, the best first."""
    given = list(answers)
    for verdict in (*reversed(list(Verdict)[:6]), *list(Verdict)[6:]):
        found = [answer for answer in given if answer.verdict is verdict]
        if found:
            yield verdict, found


def _say_how_many(panel: CurvePanel) -> str:
    told = [f"{verdict}: {len(answers)}" for verdict, answers in _sort_by_verdict(panel.answers)]
    shown = say_number(len(panel.answers), "curve")
    return f"{shown} shown. {capitalise('; '.join(told))}."


def _add_row(
    page: Page,
    answers: Sequence[CurveAnswer],
    room: float,
    ends: tuple[Period, Period],
    key: Key,
) -> None:
    names = [_set_name(answer, room) for answer in answers]
    deepest = max(stack(name, gap=1) for name in names)
    lowest = page.y
    for place, (answer, name) in enumerate(zip(answers, names, strict=True)):
        cell = Page(room, y=deepest - stack(name, gap=1), margin=_CELL_MARGIN)
        cell.add_paragraphs(name)
        _add_cell(cell, answer, ends, key)
        page.add(move(cell.items, page.left + place * room, page.y))
        lowest = max(lowest, page.y + cell.y)
    page.y = lowest + GAP / 2


def _set_name(answer: CurveAnswer, room: float) -> list[Paragraph]:
    name = set_text(answer.series.name, room - 2 * _CELL_MARGIN, size=SMALL, bold=True)
    banner = BANNERS.get(answer.series.standing, "")
    said = (
        [set_text(banner, room - 2 * _CELL_MARGIN, size=SMALL, bold=True, colour=SOFT)]
        if banner
        else []
    )
    return [name, *said]


def _add_cell(cell: Page, answer: CurveAnswer, ends: tuple[Period, Period], panel_key: Key) -> None:
    scale, notes = choose_curve_scale(answer, ticks=3)
    plot = open_plot(cell, scale, ends, height=_HEIGHT, labelled=False)
    today = plot.across(answer.baseline.until.ordinal + 0.5)
    plot.behind.append(
        Line(points=((today, plot.top), (today, plot.bottom)), colour=SOFT, weight=0.7)
    )
    key = Key()
    draw_forecast(plot, answer)
    draw_since(plot, answer, key)
    mark_missing(plot, [*answer.baseline.history, *find_since(answer)], key)
    plot.close()
    cell.y -= GAP - 2
    for mark, meaning in key.entries:
        panel_key.note(mark, meaning, without_stop(answer.series.name))
    cell.add_paragraphs(
        [
            set_text(capitalise(say_verdict(answer)), cell.inner_width, size=SMALL, bold=True),
            set_text(_say_last(answer), cell.inner_width, size=SMALL),
            *(set_text(note, cell.inner_width, size=SMALL, colour=SOFT) for note in notes),
        ]
    )


def _say_last(answer: CurveAnswer) -> str:
    values = list_values((*answer.baseline.history, *find_since(answer)))
    if not values:
        return "No value is known"
    period, value = values[-1]
    return f"Last: {say_in_unit(answer.series, value)} in {period}"
