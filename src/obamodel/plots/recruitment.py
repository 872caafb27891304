"""Who joined, who left, and how many members that makes."""

from collections.abc import Sequence

from obamodel.domain.periods import Period
from obamodel.domain.series import Series, Standing
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Box, Drawing
from obamodel.plots.lettering import measure, set_text
from obamodel.plots.marks import Mark
from obamodel.plots.observed import (
    BANNERS,
    Key,
    choose_series_scale,
    draw_observed,
    list_values,
    mark_missing,
    say_amount,
    say_cut,
)
from obamodel.plots.observed_table import (
    GOOD_TO_KNOW,
    NOTHING,
    fill_periods,
    head_numbers,
    list_periods,
    list_remarks,
    make_table,
    say_standing,
    write_number,
    write_observed,
    write_remarks,
)
from obamodel.plots.opening import open_plot
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.plot import Plot
from obamodel.plots.recruiting import Recruitment, Target, each
from obamodel.plots.scale import Scale, choose_scale
from obamodel.plots.style import BLUE, HEADING, INK, LIGHT_BLUE, SMALL, SOFT
from obamodel.plots.timeline import find_ends
from obamodel.plots.wording import capitalise, end_sentence, join, without_stop

RUNNING_TOTAL = "Members are a running total, from which no verdict is drawn."
NO_VALUE = "There is no value yet."
_NARROWEST = 320.0
_BARS_HEIGHT, _LINE_HEIGHT = 110.0, 130.0
_BAR_SHARE, _WIDEST_BAR, _PADDING = 0.7, 26.0, 18.0
_SPARE = 0.16


def describe_recruitment(chart: Recruitment, _words: Vocabulary) -> str:
    """Say how many joined and left, how many members that makes, and what was wished for."""
    opening = "" if chart.standing is Standing.OBSERVED else f"{BANNERS[chart.standing]}. "
    parts = [
        f"{without_stop(series.name)}, {_say_course(series)}"
        for series in (chart.joined, *each(chart.left))
    ]
    said = [f"{opening}Bars for each period: {'; '.join(parts)}."]
    if chart.members is not None:
        total = " (a running total)" if chart.members.running_total else ""
        line = f"A line for {without_stop(chart.members.name)}{total}, {_say_course(chart.members)}"
        said.append(f"{line}.")
    if chart.target is not None:
        said.append(_say_target(chart, chart.target))
    return " ".join(said)


def tabulate_recruitment(chart: Recruitment, _words: Vocabulary) -> PictureTable | None:
    """List who joined, who left and how many members there were, in each period."""
    target = chart.target
    told = [(series, dict(list_periods(series.observations))) for series in chart.series]
    periods = [period for _, seen in told for period in seen]
    periods += [target.by] if target is not None else []
    rows = []
    for period in fill_periods(periods):
        counted = [
            write_observed(series, seen[period]) if period in seen else NOTHING
            for series, seen in told
        ]
        remarks = [
            f"{without_stop(series.name)}: {remark}"
            for series, seen in told
            if period in seen
            for remark in list_remarks(seen[period])
        ]
        wanted = target.value if target is not None and period == target.by else None
        rows.append(
            (
                str(period),
                *counted,
                write_number(chart.members or chart.joined, wanted),
                write_remarks(remarks),
            )
        )
    names = [head_numbers(capitalise(without_stop(one.name)), one) for one in chart.series]
    names.append(head_numbers("Target", chart.members or chart.joined))
    return make_table(
        ("Period", *names, GOOD_TO_KNOW),
        rows,
        [
            *say_standing(chart.standing),
            *([RUNNING_TOTAL] if chart.members and chart.members.running_total else []),
            *([_say_target(chart, target)] if target is not None else []),
            *(series.note for series in chart.series if series.note),
        ],
    )


@picture(
    describe_recruitment,
    takes=Recruitment,
    shows=lambda chart: chart.series,
    tabulate=tabulate_recruitment,
)
def recruitment(chart: Recruitment, _words: Vocabulary, width: float) -> Drawing:
    """Draw who joined and who left as bars, and the members that makes as a line above them.

    A running total is marked as one. A target is a dotted line, with who wants it and why.
    """
    page = Page(max(width, _NARROWEST))
    page.add_title(_choose_title(chart))
    if not any(list_values(series.observations) for series in chart.series):
        page.add_paragraphs([set_text(NO_VALUE, page.inner_width, colour=SOFT)])
        return page.finish()
    banner = BANNERS.get(chart.standing, "")
    scales = _choose_scales(chart)
    key = Key()
    notes: list[str] = []
    if chart.members is not None:
        _add_line(page, chart, chart.members, scales, banner, key)
        notes += say_cut(scales[0])
        banner = ""
    _add_bars(page, chart, scales, banner, key)
    key.put(page)
    if chart.members is not None and chart.members.running_total:
        notes.append(RUNNING_TOTAL)
    if chart.target is not None:
        notes.append(_say_target(chart, chart.target))
    page.add_notes([*notes, *(series.note for series in chart.series if series.note)])
    return page.finish()


def _choose_title(chart: Recruitment) -> str:
    parts = ["who joined"]
    parts += ["who left"] if chart.left is not None else []
    parts += ["how many members"] if chart.members is not None else []
    return capitalise(join(parts))


def _choose_scales(chart: Recruitment) -> tuple[Scale, Scale]:
    """Choose the upright axes: for the members, and for who joined and left."""
    members = [value for series in each(chart.members) for _, value in _list(series)]
    if chart.target is not None:
        members.append(chart.target.value)
    joined = [value for _, value in _list(chart.joined)]
    left = [-value for series in each(chart.left) for _, value in _list(series)]
    # The numbers at the ends of the bars have room beyond them.
    spare = _SPARE * (max([0.0, *joined]) - min([0.0, *left]))
    bars = [max([0.0, *joined]) + spare, min([0.0, *left]) - (spare if left else 0.0)]
    return (
        choose_series_scale(chart.members or chart.joined, members, ticks=4),
        choose_scale(bars, whole=True, ticks=4),
    )


def _find_ends(chart: Recruitment) -> tuple[Period, Period]:
    periods = [period for series in chart.series for period in series.periods]
    if chart.target is not None:
        periods.append(chart.target.by)
    return find_ends(periods, "the recruitment to draw")


def _add_heading(page: Page, heading: str, unit: str) -> None:
    told = f"{heading} ({without_stop(unit)})" if unit else heading
    page.add_paragraphs([set_text(told, page.inner_width, size=HEADING, bold=True)])


def _add_line(
    page: Page,
    chart: Recruitment,
    members: Series,
    scales: tuple[Scale, Scale],
    banner: str,
    key: Key,
) -> None:
    total = ", a running total" if members.running_total else ""
    _add_heading(page, f"{capitalise(without_stop(members.name))}{total}", members.unit)
    plot = open_plot(
        page,
        scales[0],
        _find_ends(chart),
        height=_LINE_HEIGHT,
        banner=banner,
        padding=_PADDING,
        beside=scales,
    )
    if chart.target is not None:
        at, value = chart.target.by.ordinal, chart.target.value
        line = [(plot.timeline.first.ordinal, value), (at, value)]
        plot.draw_line(line, colour=INK, weight=1.2, dotted=True)
        plot.draw_mark((at, value), Mark.OPEN_DIAMOND, size=3.2)
        told = [f"{say_amount(members, value)} by {chart.target.by}"]
        plot.label_end((at, value), "Target", told)
    draw_observed(plot, members.observations, key, colour=BLUE, weight=2.2)
    mark_missing(plot, members.observations, key)
    values = _list(members)
    if values:
        period, last = values[-1]
        told = ["a running total"] if members.running_total else []
        name = f"{say_amount(members, last)} in {period}"
        plot.label_end((period.ordinal, last), name, told, colour=BLUE)
    plot.close()


def _add_bars(
    page: Page, chart: Recruitment, scales: tuple[Scale, Scale], banner: str, key: Key
) -> None:
    left = ", upwards; left, downwards" if chart.left is not None else ""
    _add_heading(page, f"In each period: joined{left}", chart.joined.unit)
    plot = open_plot(
        page,
        scales[1],
        _find_ends(chart),
        height=_BARS_HEIGHT,
        banner=banner,
        signed=False,
        padding=_PADDING,
        beside=scales if chart.members is not None else (),
    )
    ways = [(chart.joined, True), *((series, False) for series in each(chart.left))]
    numbered = _have_room(plot, [series for series, _ in ways])
    for series, upwards in ways:
        for period, value in _list(series):
            _draw_bar(plot, period, value, upwards=upwards)
            if numbered:
                _put_number(plot, series, period, value, upwards=upwards)
        mark_missing(plot, series.observations, key)
        _label_bars(plot, series, upwards=upwards)
    half = _PADDING / plot.timeline.step
    first, last = plot.timeline.first.ordinal, plot.timeline.last.ordinal
    plot.draw_line([(first - half, 0.0), (last + half, 0.0)], weight=0.9)
    plot.close()


def _find_bar_width(plot: Plot) -> float:
    return min(plot.timeline.step * _BAR_SHARE, _WIDEST_BAR)


def _draw_bar(plot: Plot, period: Period, value: float, *, upwards: bool) -> None:
    wide = _find_bar_width(plot)
    zero, end = plot.upright(0.0), plot.upright(value if upwards else -value)
    bar = Box(
        x=plot.across(period.ordinal) - wide / 2,
        y=min(zero, end),
        width=wide,
        height=abs(end - zero),
        fill=BLUE if upwards else LIGHT_BLUE,
        edge=BLUE,
        striped=not upwards,
    )
    plot.ink.append(bar)
    plot.obstacles.boxes.append(bar)


def _have_room(plot: Plot, given: Sequence[Series]) -> bool:
    """Say whether the number at the end of each bar stands clear of its neighbours."""
    written = [say_amount(series, value) for series in given for _, value in _list(series)]
    widest = max((measure(text, SMALL) for text in written), default=0.0)
    return widest + 4 <= min(plot.timeline.step, 2 * _PADDING)


def _put_number(plot: Plot, series: Series, period: Period, value: float, *, upwards: bool) -> None:
    text = set_text(say_amount(series, value), 90, size=SMALL)
    x, end = plot.across(period.ordinal), plot.upright(value if upwards else -value)
    top = end - text.height - 1 if upwards else end + 1
    plot.obstacles.boxes.append(
        Box(x=x - text.width / 2, y=top, width=text.width, height=text.height)
    )
    plot.ink.extend(text.put(x, top, "center"))


def _label_bars(plot: Plot, series: Series, *, upwards: bool) -> None:
    values = _list(series)
    if values:
        period, value = values[-1]
        told = [f"{say_amount(series, value)} in {period}"]
        beside = period.ordinal + _find_bar_width(plot) / 2 / plot.timeline.step
        place = (beside, value / 2 if upwards else -value / 2)
        name = capitalise(without_stop(series.name))
        plot.label_end(place, name, told, colour=BLUE if upwards else SOFT)


def _list(series: Series) -> list[tuple[Period, float]]:
    return list_values(series.observations)


def _say_course(series: Series) -> str:
    values = list_values(series.observations)
    if not values:
        return "of which no value is known"
    (first, start), (last, end) = values[0], values[-1]
    if first == last:
        return f"{say_amount(series, start)} in {first}"
    return f"from {say_amount(series, start)} in {first} to {say_amount(series, end)} in {last}"


def _say_target(chart: Recruitment, target: Target) -> str:
    assert chart.members is not None
    return end_sentence(
        f"Target: {say_amount(chart.members, target.value)} by {target.by}, wanted by "
        f"{without_stop(target.wanted.author)}: {without_stop(target.wanted.reason)}"
    )
