"""Observed values on a plot: lines with gaps, shapes for what is out of the ordinary, and a key."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import define, field

from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind, Standing
from obamodel.plots.lettering import set_text
from obamodel.plots.marks import Mark, draw_mark, open_mark
from obamodel.plots.opening import Sign
from obamodel.plots.page import Page
from obamodel.plots.plot import Place, Plot
from obamodel.plots.scale import Scale, choose_scale, count_decimals, write_value
from obamodel.plots.style import GAP, INK, SMALL, SOFT
from obamodel.plots.wording import capitalise, join, without_stop

_MOST_NAMED = 4
_INDENT = 16.0
_SMALL_NUMBERS = 100.0
# The first that applies chooses the shape of a value.
_SHAPES = ((Flag.ESTIMATED, Mark.OPEN_UP), (Flag.REVISED, Mark.DIAMOND))

BANNERS = {
    Standing.ILLUSTRATIVE: "Illustration: not real figures",
    Standing.SCHEMATIC: "Sketch: not real figures",
}
_DIRECTIONS = {Polarity.HIGH: "higher is better", Polarity.LOW: "lower is better"}


@define
class Key:
    """What the shapes stand for that need a name, and the periods where each stands."""

    entries: dict[tuple[Mark, str], list[str]] = field(factory=dict)

    def note(self, mark: Mark, meaning: str, period: str) -> None:
        """Remember that a shape stands at a period."""
        named = self.entries.setdefault((mark, meaning), [])
        if period not in named:
            named.append(period)

    def put(self, page: Page) -> None:
        """Put a line for each shape under what is on a page."""
        for (mark, meaning), periods in self.entries.items():
            told = f"{meaning}: {join(periods, most=_MOST_NAMED)}"
            text = set_text(told, page.inner_width - _INDENT, size=SMALL, colour=SOFT)
            middle = page.y + text.size * 0.66
            size = 2.0 if mark is Mark.HALO else 3.0
            page.add(draw_mark(mark, page.left + 6, middle, size=size))
            page.add(text.put(page.left + _INDENT, page.y))
            page.y += text.height + 1
        if self.entries:
            page.y += GAP - 1


def draw_observed(
    plot: Plot,
    observations: Sequence[Observation],
    key: Key,
    *,
    mark: Mark = Mark.DOT,
    colour: str = INK,
    weight: float = 1.4,
    largest: float = 2.6,
) -> None:
    """Draw observed values: a solid line with a gap where nothing was observed or counting changed.

    Parameters
    ----------
    plot
        Where they are drawn.
    observations
        In the order of time.
    key
        Where the shapes that need a name are noted.
    mark
        The shape of an ordinary value.
    colour, weight
        Of the line, which is thinner where there are many values.
    largest
        The size of the shapes; they are smaller where there are many values.
    """
    for run in _find_runs(observations):
        plot.draw_line(run, colour=colour, weight=min(weight, 0.9 + plot.timeline.step * 0.15))
    size = find_mark_size(plot, largest)
    for one in observations:
        if one.value is None:
            continue
        plot.draw_mark(
            (one.period.ordinal, one.value), _choose_mark(one, mark, key), size=size, colour=colour
        )


def mark_missing(plot: Plot, observations: Sequence[Observation], key: Key) -> None:
    """Mark at the foot of a plot the periods that have no value, and note why."""
    for one in observations:
        if one.value is None:
            _mark_gap(plot, one.period, f"no value ({without_stop(one.missing)})", key)
    for period in find_gaps(observations):
        _mark_gap(plot, period, "no value, and nothing says why", key)


def find_gaps(observations: Sequence[Observation]) -> list[Period]:
    """Find the periods between observations of which nothing is said."""
    return [
        before.period.shift(step)
        for before, after in pairwise(observations)
        for step in range(1, after.period.ordinal - before.period.ordinal)
    ]


def find_mark_size(plot: Plot, largest: float = 2.6) -> float:
    """Find how large shapes can be without standing on one another."""
    return min(largest, max(1.1, plot.timeline.step * 0.35))


def find_breaks(observations: Iterable[Observation]) -> Iterator[Sign]:
    """Make a sign for each period with which the way of counting changed."""
    for one in observations:
        if Flag.BREAK in one.flags:
            why = f" ({without_stop(one.note)})" if one.note else ""
            yield Sign(
                at=one.period.ordinal - 0.5,
                text=f"Counted in a new way from {one.period}{why}",
                dotted=True,
            )


def choose_series_scale(series: Series, values: Iterable[float], *, ticks: int = 5) -> Scale:
    """Choose the upright axis for values of a series; 0 belongs to counts, shares and rates."""
    given = list(values)
    measured = series.kind in (SeriesKind.COUNT, SeriesKind.SHARE, SeriesKind.RATE)
    return choose_scale(
        given,
        zero=measured,
        most=series.per if series.kind is SeriesKind.SHARE else None,
        whole=series.kind is SeriesKind.COUNT,
        ticks=ticks,
    )


def say_axis(series: Series) -> str:
    """Say in which unit values stand upright, and which way is better."""
    unit = "Per cent" if series.unit == "%" else capitalise(without_stop(series.unit))
    direction = say_direction(series)
    return f"{unit}; {direction}" if direction else unit


def say_direction(series: Series) -> str:
    """Say which way is better; nothing where neither is."""
    return _DIRECTIONS.get(series.polarity, "")


def say_cut(scale: Scale) -> list[str]:
    """Say where a cut axis starts."""
    if not scale.cut:
        return []
    start = write_value(scale.low, scale.decimals)
    return [f"The upright axis starts at {start}, not at 0, so that the curve can be seen."]


def say_amount(series: Series, value: float, *, worked_out: bool = False) -> str:
    """Write a value as it stands beside a line, whose axis has the unit.

    Parameters
    ----------
    series
        Whose value it is.
    value
        The value.
    worked_out
        Whether it is not observed: then it has a decimal where the series has whole, small numbers.
    """
    observed = [one.value for one in series.observations if one.value is not None]
    most = count_decimals(observed)
    if worked_out and most == 0 and max(map(abs, observed), default=0.0) < _SMALL_NUMBERS:
        most = 1
    written = write_value(value, most)
    return f"{written}%" if series.unit == "%" else written


def say_in_unit(series: Series, value: float) -> str:
    """Write a value with its unit."""
    written = say_amount(series, value)
    return written if series.unit == "%" else f"{written} {without_stop(series.unit)}"


def list_values(observations: Iterable[Observation]) -> list[tuple[Period, float]]:
    """List the periods that have a value, with it."""
    return [(one.period, one.value) for one in observations if one.value is not None]


def _find_runs(observations: Sequence[Observation]) -> Iterator[list[Place]]:
    run: list[Place] = []
    for one in observations:
        follows = run and one.period.ordinal == run[-1][0] + 1
        if run and (one.value is None or not follows or Flag.BREAK in one.flags):
            yield run
            run = []
        if one.value is not None:
            run.append((one.period.ordinal, one.value))
    yield run


def _choose_mark(one: Observation, mark: Mark, key: Key) -> Mark:
    for flag, shape in _SHAPES:
        if flag in one.flags:
            key.note(shape, str(flag), str(one.period))
            return shape
    if Flag.PROVISIONAL in one.flags:
        key.note(open_mark(mark), str(Flag.PROVISIONAL), str(one.period))
        return open_mark(mark)
    return mark


def _mark_gap(plot: Plot, period: Period, meaning: str, key: Key) -> None:
    plot.put_mark(plot.across(period.ordinal), plot.bottom - 6, Mark.CROSS, size=2.6, colour=SOFT)
    key.note(Mark.CROSS, meaning, str(period))
