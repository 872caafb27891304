"""A control chart: every value beside its natural limits, and what stands out."""

from collections.abc import Iterator

from obamodel.domain.periods import Period
from obamodel.domain.series import Flag
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Drawing
from obamodel.plots.lettering import set_text
from obamodel.plots.marks import Mark, open_mark
from obamodel.plots.observed import (
    Key,
    choose_series_scale,
    draw_observed,
    find_breaks,
    find_mark_size,
    list_values,
    mark_missing,
    say_amount,
    say_axis,
    say_cut,
    say_in_unit,
)
from obamodel.plots.observed_table import (
    GOOD_TO_KNOW,
    NOTHING,
    head_numbers,
    list_periods,
    list_remarks,
    make_table,
    say_standing,
    write_number,
    write_observed,
    write_remarks,
)
from obamodel.plots.opening import Sign, open_plot
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.plot import Place, Plot
from obamodel.plots.style import BLUE, EARTH, HEADING, INK, SMALL, SOFT
from obamodel.plots.timeline import find_ends
from obamodel.plots.wording import capitalise, end_sentence, join, without_stop
from obamodel.stats.variation.assurance import Assurance
from obamodel.stats.variation.control_chart import ChartedLevel, ChartedPoint, ControlChart
from obamodel.stats.variation.words import Change

NO_VALUE = "There is no value yet."
_NARROWEST, _HEIGHT = 320.0, 190.0
_MARKS: dict[Change, tuple[Mark, str]] = {
    Change.IMPROVEMENT: (Mark.SQUARE, BLUE),
    Change.CONCERN: (Mark.DIAMOND, EARTH),
    Change.HIGH: (Mark.UP, INK),
    Change.LOW: (Mark.DOWN, INK),
}


def describe_control_chart(chart: ControlChart, _words: Vocabulary) -> str:
    """Say between which limits the values move, which stand out, and what the last one means."""
    series, last = chart.series, chart.last
    name = capitalise(without_stop(series.name))
    if last is None or last.value is None:
        return f"{name}. {NO_VALUE}"
    first = next(point for point in chart.points if point.value is not None)
    assert first.value is not None
    course = (
        f"from {say_in_unit(series, first.value)} in {first.period} to "
        f"{say_in_unit(series, last.value)} in {last.period}"
    )
    told = [f"{name}, {course}, beside its usual range{_say_range(chart)}."]
    if chart.signals:
        parts = [
            f"{change} ({join((str(point.period) for point in found), most=4)})"
            for change in _MARKS
            if (found := [point for point in chart.signals if point.change is change])
        ]
        told.append(f"Out of the ordinary: {'; '.join(parts)}.")
    else:
        told.append("No value is out of the ordinary.")
    told.append(f"The last value: {chart.variation}{_say_assurance(chart)}.")
    return " ".join(told)


def tabulate_control_chart(chart: ControlChart, _words: Vocabulary) -> PictureTable | None:
    """List each period with its value, what stands out, and the limits it lies between."""
    if not list_values(chart.series.observations):
        return None
    signals = {point.period: point for point in chart.signals}
    names = ["Seen", "Lower limit", "Mean", "Upper limit", "Target"]
    seen, *lines = (head_numbers(name, chart.series) for name in names)
    return make_table(
        ("Period", seen, "What stands out", *lines, GOOD_TO_KNOW),
        [
            (
                str(period),
                write_observed(chart.series, one),
                _say_signal(signals.get(period)),
                *_write_lines(chart, period),
                write_remarks(list_remarks(one)),
            )
            for period, one in list_periods(chart.series.observations)
        ],
        [
            *say_standing(chart.series.standing),
            end_sentence(f"The last value: {chart.variation}"),
            *(f"New limits from {level.first}." for level in chart.levels[1:]),
        ],
    )


@picture(
    describe_control_chart,
    takes=ControlChart,
    shows=lambda chart: (chart.series,),
    tabulate=tabulate_control_chart,
)
def control_chart(chart: ControlChart, _words: Vocabulary, width: float) -> Drawing:
    """Draw every value beside the mean and the natural limits, and mark what stands out.

    A square is an improvement and a diamond a concern; where nobody has said which direction is
    better, triangles point to what is high or low. The number beside a mark is that of its rule.
    """
    series = chart.series
    page = Page(max(width, _NARROWEST))
    page.add_title(series.name)
    values = list_values(series.observations)
    if not values:
        page.add_paragraphs([set_text(NO_VALUE, page.inner_width, colour=SOFT)])
        return page.finish()
    heading = f"The last value: {chart.variation}"
    sentence = capitalise(chart.sentence.removeprefix(f"{series.name}: "))
    page.add_paragraphs(
        [
            set_text(heading, page.inner_width, size=HEADING, bold=True),
            set_text(sentence, page.inner_width),
        ]
    )
    page.add_paragraphs([set_text(say_axis(series), page.inner_width, size=SMALL, colour=SOFT)])
    scale = choose_series_scale(series, _list_heights(chart))
    plot = open_plot(
        page,
        scale,
        find_ends(series.periods, "the control chart to draw"),
        height=_HEIGHT,
        signs=[*_find_levels(chart), *find_breaks(series.observations[1:])],
    )
    key = Key()
    for level in chart.levels:
        _draw_level(plot, level)
    _draw_target(plot, chart)
    draw_observed(plot, series.observations, key)
    _mark_signals(plot, chart, key)
    mark_missing(plot, series.observations, key)
    _name_earlier_means(plot, chart)
    _label_lines(plot, chart)
    plot.close()
    key.put(page)
    page.add_notes(say_cut(scale))
    return page.finish()


def _say_signal(point: ChartedPoint | None) -> str:
    return NOTHING if point is None else f"{point.change}: rule {point.rule:d}, {point.why}"


def _write_lines(chart: ControlChart, period: Period) -> Iterator[str]:
    """Write where the lines stand at a period: limits and mean of its level, and the target."""
    level = next(
        (one for one in reversed(chart.levels) if one.first.ordinal <= period.ordinal),
        chart.levels[0],
    )
    for value in (level.lower, level.mean, level.upper):
        yield write_number(chart.series, value, worked_out=True)
    yield write_number(chart.series, chart.target)


def _list_heights(chart: ControlChart) -> list[float]:
    heights = [value for _, value in list_values(chart.series.observations)]
    for level in chart.levels:
        heights += [one for one in (level.lower, level.mean, level.upper) if one is not None]
    return [*heights, *([] if chart.target is None else [chart.target])]


def _find_levels(chart: ControlChart) -> Iterator[Sign]:
    for level in chart.levels[1:]:
        yield Sign(at=level.first.ordinal - 0.5, text=f"New limits from {level.first}")


def _find_reach(plot: Plot, level: ChartedLevel) -> tuple[float, float]:
    """Find from where to where the lines of a level go: half a step beyond its ends."""
    half = min(0.5, 8 / plot.timeline.step)
    return level.first.ordinal - half, level.last.ordinal + half


def _draw_level(plot: Plot, level: ChartedLevel) -> None:
    start, end = _find_reach(plot, level)
    if level.mean is not None:
        plot.draw_line([(start, level.mean), (end, level.mean)], colour=SOFT, weight=1.0)
    for limit in (level.lower, level.upper):
        if limit is not None:
            plot.draw_line([(start, limit), (end, limit)], colour=SOFT, weight=1.2, dashed=True)


def _draw_target(plot: Plot, chart: ControlChart) -> None:
    if chart.target is not None:
        start, _ = _find_reach(plot, chart.levels[0])
        _, end = _find_reach(plot, chart.levels[-1])
        places = [(start, chart.target), (end, chart.target)]
        plot.draw_line(places, colour=INK, weight=1.3, dotted=True)


def _mark_signals(plot: Plot, chart: ControlChart, key: Key) -> None:
    size = max(find_mark_size(plot) * 1.25, 1.8)
    provisional = {one.period for one in chart.series.observations if Flag.PROVISIONAL in one.flags}
    named: list[tuple[Place, ChartedPoint]] = []
    place: Place
    for point in chart.signals:
        assert point.value is not None
        mark, colour = _MARKS[point.change]
        if point.period in provisional:
            mark = open_mark(mark)
        place = (point.period.ordinal, point.value)
        plot.draw_mark(place, mark, size=size, colour=colour)
        meaning = f"{capitalise(point.change)}, rule {point.rule:d}, {point.why}"
        key.note(mark, meaning, str(point.period))
        named.append((place, point))
    for place, point in named:
        plot.name_mark(place, f"{point.rule:d}")


def _name_earlier_means(plot: Plot, chart: ControlChart) -> None:
    for level in chart.levels[:-1]:
        if level.mean is not None:
            middle = (level.first.ordinal + level.last.ordinal) / 2
            plot.name_mark((middle, level.mean), f"mean {_say(chart, level.mean)}")


def _label_lines(plot: Plot, chart: ControlChart) -> None:
    level = chart.levels[-1]
    _, end = _find_reach(plot, level)
    for name, value in (
        ("Upper limit", level.upper),
        ("Mean", level.mean),
        ("Lower limit", level.lower),
    ):
        if value is not None:
            plot.label_end((end, value), f"{name}: {_say(chart, value)}", colour=SOFT)
    if chart.target is not None:
        told = f"Target: {say_amount(chart.series, chart.target)}"
        plot.label_end((end, chart.target), told)
    last = chart.last
    if last is not None and last.value is not None:
        told = f"{say_amount(chart.series, last.value)} in {last.period}"
        plot.label_end((last.period.ordinal, last.value), told)


def _say(chart: ControlChart, value: float) -> str:
    return say_amount(chart.series, value, worked_out=True)


def _say_range(chart: ControlChart) -> str:
    level = chart.levels[-1]
    if level.lower is None or level.upper is None:
        return ", for which there are too few values"
    return f" of {_say(chart, level.lower)} to {_say(chart, level.upper)}"


def _say_assurance(chart: ControlChart) -> str:
    if chart.target is None or chart.assurance is Assurance.NONE:
        return ""
    return f"; as long as nothing changes, {chart.assurance} ({_say(chart, chart.target)})"
