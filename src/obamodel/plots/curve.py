"""Turning the curve: history, forecast, and what has happened since."""

from collections.abc import Iterator

from obamodel.domain.baselines import Method
from obamodel.domain.series import Standing
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.curve_lines import (
    choose_curve_scale,
    draw_forecast,
    draw_since,
    find_curve_ends,
    find_last,
    find_place,
    find_since,
    say_verdict,
)
from obamodel.plots.curve_table import LIMITS, head_curve, list_curve_rows
from obamodel.plots.drawing import Drawing
from obamodel.plots.lettering import set_text
from obamodel.plots.observed import (
    BANNERS,
    Key,
    find_breaks,
    list_values,
    mark_missing,
    say_amount,
    say_axis,
    say_direction,
    say_in_unit,
)
from obamodel.plots.observed_table import GOOD_TO_KNOW, make_table, say_standing
from obamodel.plots.opening import Sign, open_plot
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.plot import Plot
from obamodel.plots.style import BLUE, HEADING, INK, SMALL, SOFT
from obamodel.plots.wording import capitalise, end_sentence, without_stop
from obamodel.stats.turning.curves import CurveAnswer
from obamodel.stats.turning.saying import say_period

NO_BAND = "no error band was given"
NOTHING_YET = "Nothing has been seen since the start."
NARROWEST = 320.0
_HEIGHT = 190.0


def describe_curve(answer: CurveAnswer, _words: Vocabulary) -> str:
    """Say from where to where it went, what was forecast, what happened and the verdict."""
    return " ".join([*_describe_past(answer), *_describe_since(answer)])


def tabulate_curve(answer: CurveAnswer, _words: Vocabulary) -> PictureTable | None:
    """List each period with what was seen, what was forecast and between which limits."""
    baseline, frozen = answer.baseline, answer.baseline.frozen.on
    banded = any(one.lower is not None for one in baseline.forecast)
    direction = say_direction(answer.series)
    return make_table(
        ("Period", "What it is", *head_curve(answer), GOOD_TO_KNOW),
        [
            (
                str(row.period),
                row.kind,
                row.seen,
                row.forecast,
                row.lower,
                row.upper,
                *row.scenarios,
                row.remarks,
            )
            for row in list_curve_rows(answer)
        ],
        [
            *say_standing(answer.series.standing),
            end_sentence(f"The verdict: {say_verdict(answer)}"),
            *([f"{capitalise(direction)}."] if direction else []),
            *([f"The forecast was made: {frozen.in_words()}."] if frozen.is_known else []),
            LIMITS if banded else end_sentence(capitalise(NO_BAND)),
            *_list_notes(answer),
        ],
    )


@picture(
    describe_curve,
    takes=CurveAnswer,
    shows=lambda answer: (answer.series,),
    tabulate=tabulate_curve,
)
def curve(answer: CurveAnswer, _words: Vocabulary, width: float) -> Drawing:
    """Draw history, forecast and what has happened since, with the verdict in words.

    The history is a solid line with dots and the forecast a dashed one in a pale band; what has
    happened since is a heavier line with squares. Upright lines stand where the baseline was
    frozen and where the initiative started and ended; other futures that partners thought possible
    are dotted.
    """
    page = Page(max(width, NARROWEST))
    page.add_title(answer.series.name)
    page.add_paragraphs(
        [
            set_text(capitalise(say_verdict(answer)), page.inner_width, size=HEADING, bold=True),
            set_text(_say_without_name(answer), page.inner_width),
        ]
    )
    draw_on_page(answer, page, height=_HEIGHT)
    return page.finish()


def draw_on_page(answer: CurveAnswer, page: Page, *, height: float) -> None:
    """Draw a curve under what is on a page, without its name and its verdict.

    Parameters
    ----------
    answer
        The curve.
    page
        The page.
    height
        How high the plot is.
    """
    page.add_paragraphs(
        [set_text(say_axis(answer.series), page.inner_width, size=SMALL, colour=SOFT)]
    )
    scale, notes = choose_curve_scale(answer)
    plot = open_plot(
        page,
        scale,
        find_curve_ends(answer),
        height=height,
        signs=list(_find_signs(answer)),
        banner=BANNERS.get(answer.series.standing, ""),
    )
    key = Key()
    _draw_scenarios(plot, answer)
    draw_forecast(plot, answer)
    _label_forecast(plot, answer)
    draw_since(plot, answer, key)
    _name_history(plot, answer)
    _label_since(plot, answer)
    mark_missing(plot, [*answer.baseline.history, *find_since(answer)], key)
    plot.close()
    key.put(page)
    page.add_notes([*notes, *_list_notes(answer)])


# --- the parts ---------------------------------------------------------------------------


def _label_forecast(plot: Plot, answer: CurveAnswer) -> None:
    baseline, series = answer.baseline, answer.series
    last = baseline.forecast[-1]
    given = baseline.method is Method.GIVEN
    name = f"Agreed by {without_stop(baseline.agreed_by)}" if given else "If nothing changes"
    told = [f"{say_amount(series, last.value, worked_out=True)} in {say_period(last.period)}"]
    if last.lower is not None and last.upper is not None:
        low, high = (
            say_amount(series, limit, worked_out=True) for limit in (last.lower, last.upper)
        )
        told.append(f"Shaded: between these, 19 times in 20 ({low} to {high})")
    else:
        told.append(capitalise(NO_BAND))
    plot.label_end(find_place(last.period, last.value), name, told)


def _name_history(plot: Plot, answer: CurveAnswer) -> None:
    """Name the history beside one of its values, where there is room."""
    past = list_values(answer.baseline.history)
    for period, value in past[len(past) // 3 :]:
        if plot.name_mark(find_place(period, value), "History"):
            return


def _label_since(plot: Plot, answer: CurveAnswer) -> None:
    observed = list_values(find_since(answer))
    if observed:
        period, value = observed[-1]
        told = [f"{say_amount(answer.series, value)} in {say_period(period)}"]
        plot.label_end(find_place(period, value), "What happened", told, colour=BLUE)


def _draw_scenarios(plot: Plot, answer: CurveAnswer) -> None:
    for scenario in answer.baseline.scenarios:
        places = [find_place(one.period, one.value) for one in scenario.values]
        if not places:
            continue
        plot.draw_line([*find_last(answer.baseline), *places], colour=INK, weight=1.1, dotted=True)
        at, value = places[-1]
        plot.label_end(
            (at, value),
            capitalise(without_stop(scenario.name)),
            [f"{say_amount(answer.series, value, worked_out=True)} (thought possible)"],
        )


def _find_signs(answer: CurveAnswer) -> Iterator[Sign]:
    baseline = answer.baseline
    frozen = baseline.frozen.on
    when = f" {frozen.in_words()}" if frozen.is_known else ""
    if find_since(answer):
        text = f"Forecast from here (made{when})" if when else "Forecast from here"
    else:
        text = f"Today: forecast made ({when.strip()})" if when else "Today: forecast made"
    yield Sign(at=baseline.until.ordinal, text=text)
    if baseline.initiative:
        yield Sign(
            at=baseline.starts.ordinal - 0.5, text=f"Start: {without_stop(baseline.initiative)}"
        )
    if baseline.ended is not None:
        name = without_stop(baseline.initiative) or "the initiative"
        yield Sign(at=baseline.ended.ordinal + 0.5, text=f"End: {name}")
    yield from find_breaks((*baseline.history[1:], *find_since(answer)))


def _say_without_name(answer: CurveAnswer) -> str:
    """Say the answer; its name stands above it."""
    return capitalise(answer.sentence.removeprefix(f"{answer.series.name}: "))


def _list_notes(answer: CurveAnswer) -> Iterator[str]:
    if answer.revisions:
        yield (
            "The history is drawn as it was known when the baseline was frozen. "
            f"It was revised later: {end_sentence('; '.join(answer.revisions))}"
        )
    judged = {point.period for point in answer.points}
    others = [period for period, _ in list_values(find_since(answer)) if period not in judged]
    if others and judged:
        told = str(others[0]) if len(others) == 1 else f"{others[0]} to {others[-1]}"
        yield f"Drawn but not judged: {told}."


# --- in words ----------------------------------------------------------------------------


def _describe_past(answer: CurveAnswer) -> Iterator[str]:
    series, baseline = answer.series, answer.baseline
    direction = say_direction(series)
    standing = series.standing
    opening = "" if standing is Standing.OBSERVED else f"{BANNERS[standing]}; "
    past = list_values(baseline.history)
    name = capitalise(f"{opening}{without_stop(series.name)}")
    if past:
        (first, start), (last, end) = past[0], past[-1]
        went = (
            f"from {say_in_unit(series, start)} in {first} to {say_in_unit(series, end)} in {last}"
        )
    else:
        went = "without a value in its history"
    yield f"{name}, {went}{f' ({direction})' if direction else ''}."
    ahead = baseline.forecast[-1]
    expected = f"{say_amount(series, ahead.value, worked_out=True)} for {say_period(ahead.period)}"
    if ahead.lower is None or ahead.upper is None:
        band = f", and {NO_BAND}"
    else:
        low, high = (
            say_amount(series, limit, worked_out=True) for limit in (ahead.lower, ahead.upper)
        )
        band = f", between {low} and {high} 19 times in 20"
    if baseline.method is Method.GIVEN:
        yield f"The forecast agreed by {without_stop(baseline.agreed_by)} is {expected}{band}."
    else:
        yield f"The forecast if nothing changes is {expected}{band}."


def _describe_since(answer: CurveAnswer) -> Iterator[str]:
    since = list_values(find_since(answer))
    if not since:
        yield NOTHING_YET
        return
    period, value = since[-1]
    yield (
        f"What happened: {say_amount(answer.series, value)} in {say_period(period)}; "
        f"the verdict: {say_verdict(answer)}."
    )
