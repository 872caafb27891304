"""One series as it was observed, before there is any baseline."""

from obamodel.domain.series import Series, Standing
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Drawing
from obamodel.plots.lettering import set_text
from obamodel.plots.observed import (
    BANNERS,
    Key,
    choose_series_scale,
    draw_observed,
    find_breaks,
    find_gaps,
    list_values,
    mark_missing,
    say_amount,
    say_axis,
    say_cut,
    say_direction,
    say_in_unit,
)
from obamodel.plots.observed_table import (
    GOOD_TO_KNOW,
    head_numbers,
    list_periods,
    list_remarks,
    make_table,
    say_standing,
    write_observed,
    write_remarks,
)
from obamodel.plots.opening import open_plot
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import BLUE, SMALL, SOFT
from obamodel.plots.timeline import find_ends
from obamodel.plots.wording import capitalise, without_stop

RUNNING_TOTAL = "Running total: each value holds all before it, so it says nothing about a turn."
NO_VALUE = "There is no value yet."
_NARROWEST, _HEIGHT = 300.0, 170.0


def describe_series(series: Series, _words: Vocabulary) -> str:
    """Say from where to where a series went, and whether its figures are real."""
    opening = "" if series.standing is Standing.OBSERVED else f"{BANNERS[series.standing]}. "
    name = f"{opening}{capitalise(without_stop(series.name))}"
    values = list_values(series.observations)
    if not values:
        return f"{name}. {NO_VALUE}"
    said = [f"{name}, {_say_course(series)}."]
    missing = len(series.observations) - len(values) + len(find_gaps(series.observations))
    if missing:
        said.append(
            f"{missing} of the periods between {'has' if missing == 1 else 'have'} no value."
        )
    if series.running_total:
        said.append(RUNNING_TOTAL)
    return " ".join(said)


def tabulate_series(series: Series, _words: Vocabulary) -> PictureTable | None:
    """List each period with its value, or with why it has none."""
    total = [RUNNING_TOTAL] if series.running_total else []
    direction = say_direction(series)
    return make_table(
        ("Period", head_numbers("Seen", series), GOOD_TO_KNOW),
        [
            (str(period), write_observed(series, one), write_remarks(list_remarks(one)))
            for period, one in list_periods(series.observations)
        ],
        [
            *say_standing(series.standing),
            *([f"{capitalise(direction)}."] if direction else []),
            *total,
            *([series.note] if series.note else []),
        ],
    )


@picture(
    describe_series,
    takes=Series,
    shows=lambda series: (series,),
    tabulate=tabulate_series,
)
def series(series: Series, _words: Vocabulary, width: float) -> Drawing:
    """Draw one series as a line with dots, with a gap where there is no value.

    Whatever its standing, it may be drawn; an illustrative or schematic one says so in large
    letters across the picture.
    """
    page = Page(max(width, _NARROWEST))
    page.add_title(series.name)
    values = list_values(series.observations)
    if not values:
        page.add_paragraphs([set_text(NO_VALUE, page.inner_width, colour=SOFT)])
        return page.finish()
    page.add_paragraphs([set_text(say_axis(series), page.inner_width, size=SMALL, colour=SOFT)])
    scale = choose_series_scale(series, (value for _, value in values))
    plot = open_plot(
        page,
        scale,
        find_ends(series.periods, "the series to draw"),
        height=_HEIGHT,
        signs=list(find_breaks(series.observations[1:])),
        banner=BANNERS.get(series.standing, ""),
    )
    key = Key()
    draw_observed(plot, series.observations, key, colour=BLUE, weight=1.8)
    mark_missing(plot, series.observations, key)
    period, value = values[-1]
    total = ["running total"] if series.running_total else []
    plot.label_end(
        (period.ordinal, value),
        f"{say_amount(series, value)} in {period}",
        total,
        colour=BLUE,
    )
    plot.close()
    key.put(page)
    notes = [RUNNING_TOTAL] if series.running_total else []
    page.add_notes([*notes, *say_cut(scale), *([series.note] if series.note else [])])
    return page.finish()


def _say_course(series: Series) -> str:
    values = list_values(series.observations)
    (first, start), (last, end) = values[0], values[-1]
    direction = say_direction(series)
    told = f" ({direction})" if direction else ""
    if first == last:
        return f"{say_in_unit(series, start)} in {first}{told}"
    return (
        f"from {say_in_unit(series, start)} in {first} to {say_in_unit(series, end)} "
        f"in {last}{told}"
    )
