"""A run chart: every value beside the middle, and the run that is longer than chance."""

from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Drawing
from obamodel.plots.lettering import set_text
from obamodel.plots.marks import Mark
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
from obamodel.plots.style import BLUE, HEADING, SMALL, SOFT
from obamodel.plots.timeline import find_ends
from obamodel.plots.wording import capitalise, end_sentence, without_stop
from obamodel.stats.variation.run_chart import RunChart, RunPoint

NO_VALUE = "There is no value yet."
_NARROWEST, _HEIGHT = 320.0, 180.0


def describe_run_chart(chart: RunChart, _words: Vocabulary) -> str:
    """Say where the values start and end, about which middle, and whether there is a pattern."""
    series = chart.series
    name = capitalise(without_stop(series.name))
    values = list_values(series.observations)
    if not values or chart.centre is None:
        return f"{name}. {NO_VALUE}"
    (first, start), (last, end) = values[0], values[-1]
    return (
        f"{name}, from {say_in_unit(series, start)} in {first} to {say_in_unit(series, end)} in "
        f"{last}, about a middle of {say_amount(series, chart.centre, worked_out=True)}. "
        f"The longest run on one side has {chart.longest} values; the verdict: {chart.verdict}."
    )


def tabulate_run_chart(chart: RunChart, _words: Vocabulary) -> PictureTable | None:
    """List each period with its value beside the middle, and those of a run beyond chance."""
    if chart.centre is None:
        return None
    in_run = {point.period for point in find_longest_run(chart)}
    middle = write_number(chart.series, chart.centre, worked_out=True)
    rows = []
    for period, one in list_periods(chart.series.observations):
        remarks = [*list_remarks(one), *([_say_run(chart)] if period in in_run else [])]
        seen = write_observed(chart.series, one)
        rows.append((str(period), seen, middle, write_remarks(remarks)))
    return make_table(
        (
            "Period",
            head_numbers("Seen", chart.series),
            head_numbers("Middle", chart.series),
            GOOD_TO_KNOW,
        ),
        rows,
        [
            *say_standing(chart.series.standing),
            end_sentence(f"The verdict: {chart.verdict}"),
        ],
    )


@picture(
    describe_run_chart,
    takes=RunChart,
    shows=lambda chart: (chart.series,),
    tabulate=tabulate_run_chart,
)
def run_chart(chart: RunChart, _words: Vocabulary, width: float) -> Drawing:
    """Draw every value beside the middle line, with squares in a run longer than chance."""
    series = chart.series
    page = Page(max(width, _NARROWEST))
    page.add_title(series.name)
    values = list_values(series.observations)
    if not values or chart.centre is None:
        page.add_paragraphs([set_text(NO_VALUE, page.inner_width, colour=SOFT)])
        return page.finish()
    sentence = capitalise(chart.sentence.removeprefix(f"{series.name}: "))
    page.add_paragraphs(
        [
            set_text(capitalise(chart.verdict), page.inner_width, size=HEADING, bold=True),
            set_text(sentence, page.inner_width),
        ]
    )
    page.add_paragraphs([set_text(say_axis(series), page.inner_width, size=SMALL, colour=SOFT)])
    scale = choose_series_scale(series, [*(value for _, value in values), chart.centre])
    plot = open_plot(
        page,
        scale,
        find_ends(series.periods, "the run chart to draw"),
        height=_HEIGHT,
        signs=list(find_breaks(series.observations[1:])),
    )
    ends = (plot.timeline.first.ordinal, plot.timeline.last.ordinal)
    line = [(end, chart.centre) for end in ends]
    plot.draw_line(line, colour=SOFT, weight=1.2, dashed=True)
    key = Key()
    draw_observed(plot, series.observations, key)
    size = max(find_mark_size(plot) * 1.25, 1.8)
    for point in find_longest_run(chart):
        assert point.value is not None
        plot.draw_mark((point.period.ordinal, point.value), Mark.SQUARE, size=size, colour=BLUE)
        key.note(Mark.SQUARE, capitalise(_say_run(chart)), str(point.period))
    mark_missing(plot, series.observations, key)
    plot.label_end(
        line[-1], f"Middle: {say_amount(series, chart.centre, worked_out=True)}", colour=SOFT
    )
    period, value = values[-1]
    plot.label_end((period.ordinal, value), f"{say_amount(series, value)} in {period}")
    plot.close()
    key.put(page)
    page.add_notes(say_cut(scale))
    return page.finish()


def _say_run(chart: RunChart) -> str:
    return (
        f"in a run of {chart.longest} on one side, where up to {chart.longest_limit} can be chance"
    )


def find_longest_run(chart: RunChart) -> list[RunPoint]:
    """Find the values of the longest run, where it is longer than chance would leave it."""
    if chart.longest <= chart.longest_limit:
        return []
    end = next(place for place, point in enumerate(chart.points) if abs(point.run) == chart.longest)
    found: list[RunPoint] = []
    for point in reversed(chart.points[: end + 1]):
        if point.run:  # values on the line are passed over
            found.append(point)
        if abs(point.run) == 1:
            break
    return found[::-1]
