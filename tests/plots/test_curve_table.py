"""Does the table of a curve have a row for every period that is drawn?"""

from attrs import evolve

from obamodel.domain.periods import Period
from obamodel.plots.curve_table import head_curve, head_forecast, list_curve_rows
from tests.plots.things import make_answer, make_baseline, make_given_answer, make_series


def test_periods_follow_each_other_without_a_gap() -> None:
    baseline = make_baseline(make_series(), ended=Period.parse("2029/30"))
    rows = list(list_curve_rows(evolve(make_answer(), baseline=baseline)))
    ordinals = [row.period.ordinal for row in rows]
    assert ordinals == list(range(ordinals[0], ordinals[0] + len(rows)))
    assert str(rows[-1].period) == "2029/30"
    assert rows[-1].remarks == "end: the initiative"
    assert (rows[-1].seen, rows[-1].forecast) == ("-", "-")


def test_what_the_series_says_of_the_time_of_the_history_is_not_mixed_into_it() -> None:
    series = make_series()
    revised = evolve(
        series, observations=[evolve(series.observations[0], value=50.0), *series.observations[1:]]
    )
    (first, *_) = list_curve_rows(make_answer(revised, make_baseline(series)))
    assert first.seen == "54"


def test_a_forecast_is_named_after_those_who_agreed_it() -> None:
    assert head_forecast(make_given_answer()) == "Agreed by the partnership board"
    assert head_forecast(make_answer()) == "Forecast if nothing changes"
    assert len(head_curve(make_answer())) == 4
