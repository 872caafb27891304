"""One curve as small as a word: for a row of a table that holds many."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from obamodel.domain.observations import Flag, Observation
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.curve import NOTHING_YET, tabulate_curve
from obamodel.plots.curve_lines import choose_curve_scale, find_curve_ends, find_since
from obamodel.plots.drawing import Dot, Drawing, Item, Line, Point, Shape
from obamodel.plots.observed import list_values, say_amount, say_direction
from obamodel.plots.picture import picture
from obamodel.plots.scale import Scale
from obamodel.plots.style import BLUE, FAINT, INK, LIGHT_BLUE, SOFT
from obamodel.plots.timeline import Timeline
from obamodel.stats.turning.curves import CurveAnswer

WIDTH, HEIGHT = 112.0, 34.0
HOW_TO_READ = (
    "Thin line: the history. Dashes: the forecast if nothing changes, and round it a light band "
    "that would hold it 19 times in 20. Heavy line with dots: what has happened since, the "
    "largest dot last. An upright line stands where the history ends."
)
"""How a reader who sees the picture for the first time reads it."""

_EDGE = 4.0
_BAND_EDGE = 0.35


def describe_small_curve(answer: CurveAnswer, _words: Vocabulary) -> str:
    """Say in a few words from where to where it went, and what was forecast for the same time."""
    return " ".join(_describe(answer))


@picture(
    describe_small_curve,
    takes=CurveAnswer,
    shows=lambda answer: (answer.series,),
    tabulate=tabulate_curve,
)
def small_curve(answer: CurveAnswer, _words: Vocabulary, _width: float) -> Drawing:
    """Draw a curve without a word: history, forecast in its band, and what has happened since.

    It is always of one size, however wide the page, so that many stand alike in a table.
    """
    scale, _ = choose_curve_scale(answer)
    first, last = find_curve_ends(answer)
    timeline = Timeline(first=first, last=last, left=0, right=WIDTH, padding=_EDGE + 1)
    place = _Placing(timeline, scale)
    since, baseline = find_since(answer), answer.baseline
    ends = timeline.place(baseline.until.ordinal + 0.5)
    last_known = baseline.history[-1]
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        items=[
            *_draw_band(answer, place),
            Line(points=((ends, 1), (ends, HEIGHT - 1)), colour=FAINT, weight=0.7),
            *_draw_forecast(answer, place),
            *_draw_observed(baseline.history, place, colour=INK, weight=1.0),
            # What has happened since is joined to the history where one follows the other.
            *_draw_observed((last_known, *since), place, colour=BLUE, weight=1.9),
            *_draw_dots(since, place),
        ],
    )


class _Placing:
    """Where a value of a period stands on the picture."""

    def __init__(self, timeline: Timeline, scale: Scale) -> None:
        self._timeline, self._scale = timeline, scale

    def __call__(self, ordinal: float, value: float) -> Point:
        part = self._scale.find_part(self._scale.hold(value))
        return self._timeline.place(ordinal), HEIGHT - _EDGE - part * (HEIGHT - 2 * _EDGE)


def _draw_band(answer: CurveAnswer, place: _Placing) -> Iterator[Item]:
    banded = [
        (one.period.ordinal, one.lower, one.upper)
        for one in answer.baseline.forecast
        if one.lower is not None and one.upper is not None
    ]
    if not banded:
        return
    (first, *first_limits), (last, *last_limits) = banded[0], banded[-1]
    ends = [
        (first - _BAND_EDGE, *first_limits),
        *banded,
        (last + _BAND_EDGE, *last_limits),
    ]
    below = [place(at, lower) for at, lower, _ in ends]
    above = [place(at, upper) for at, _, upper in ends]
    yield Shape(points=[*below, *reversed(above)], fill=LIGHT_BLUE)


def _draw_forecast(answer: CurveAnswer, place: _Placing) -> Iterator[Item]:
    known = list_values(answer.baseline.history[-1:])
    points = [
        place(period.ordinal, value)
        for period, value in (
            *known,
            *((one.period, one.value) for one in answer.baseline.forecast),
        )
    ]
    if len(points) > 1:
        yield Line(points=points, colour=SOFT, weight=1.1, dashed=True)


def _draw_observed(
    observations: Sequence[Observation], place: _Placing, *, colour: str, weight: float
) -> Iterator[Item]:
    """Draw a line through each stretch without a gap, and a dot where one value stands alone."""
    for run in _find_runs(observations):
        points = [
            place(one.period.ordinal, value) for one in run if (value := one.value) is not None
        ]
        if len(points) > 1:
            yield Line(points=points, colour=colour, weight=weight)
        elif colour == INK:
            yield Dot(x=points[0][0], y=points[0][1], radius=weight, fill=colour)


def _find_runs(observations: Sequence[Observation]) -> Iterator[list[Observation]]:
    step = min(
        (after.period.ordinal - before.period.ordinal for before, after in pairwise(observations)),
        default=1,
    )
    run: list[Observation] = []
    for one in observations:
        follows = bool(run) and one.period.ordinal - run[-1].period.ordinal == step
        if run and (one.value is None or not follows or Flag.BREAK in one.flags):
            yield run
            run = []
        if one.value is not None:
            run.append(one)
    if run:
        yield run


def _draw_dots(since: Iterable[Observation], place: _Placing) -> Iterator[Item]:
    known = list_values(since)
    for number, (period, value) in enumerate(known, start=1):
        x, y = place(period.ordinal, value)
        yield Dot(x=x, y=y, radius=2.6 if number == len(known) else 1.5, fill=BLUE)


def _describe(answer: CurveAnswer) -> Iterator[str]:
    series, baseline = answer.series, answer.baseline
    past = list_values(baseline.history)
    if past:
        (first, start), (until, end) = past[0], past[-1]
        yield (
            f"History: from {say_amount(series, start)} in {first} "
            f"to {say_amount(series, end)} in {until}."
        )
    ahead = baseline.forecast[-1]
    limits = ""
    if ahead.lower is not None and ahead.upper is not None:
        low, high = (
            say_amount(series, limit, worked_out=True) for limit in (ahead.lower, ahead.upper)
        )
        limits = f", 19 times in 20 between {low} and {high}"
    value = say_amount(series, ahead.value, worked_out=True)
    yield f"Forecast: {value} for {ahead.period}{limits}."
    since = list_values(find_since(answer))
    if not since:
        yield NOTHING_YET
        return
    period, seen = since[-1]
    direction = say_direction(series)
    told = f" ({direction})" if direction else ""
    yield f"Seen since: {say_amount(series, seen)} in {period}{told}."
