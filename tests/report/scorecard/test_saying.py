"""Does each cell say its number in words that can be read without the others?"""

import attrs

from obamodel.domain.series import Flag, SeriesKind, Standing
from obamodel.report.scorecard.freshness import Freshness
from obamodel.report.scorecard.rows import ScorecardPart, ScorecardRow
from obamodel.report.scorecard.saying import (
    list_remarks,
    say_counts,
    say_current,
    say_forecast,
    say_freshness,
    say_gap,
    say_name,
    say_order,
    say_owner,
    say_points,
    say_word,
)
from tests.report.scorecard.things import (
    BETTER,
    FLAT,
    SAME,
    WORSE,
    make_answer,
    make_series,
)


def make_row(since: tuple[float | None, ...] = SAME, **about: object) -> ScorecardRow:
    answer = make_answer("Falls", since, **about)
    return ScorecardRow(id="falls", name="Falls", series=answer.series, answer=answer)


def test_the_newest_value_is_said_with_its_unit_and_its_period() -> None:
    assert say_current(make_row()) == "49 per 1,000 in 2020"
    percent = make_row(kind=SeriesKind.SHARE, unit="%", per=100)
    assert say_current(percent) == "49% in 2020"


def test_a_later_period_without_a_value_is_said_with_the_reason() -> None:
    assert say_current(make_row((50, 51, None))) == (
        "51 per 1,000 in 2019; no value for 2020 (no survey was held)"
    )


def test_what_the_source_says_of_the_value_is_said_too() -> None:
    row = make_row()
    assert row.series is not None
    *others, last = row.series.observations
    marked = attrs.evolve(last, flags=[Flag.PROVISIONAL])
    series = attrs.evolve(row.series, observations=[*others, marked])
    assert say_current(attrs.evolve(row, series=series)).endswith("in 2020 (provisional)")


def test_without_a_value_it_says_so_and_why() -> None:
    assert say_current(ScorecardRow(id="a", name="A")) == "no figures yet"
    lost = make_series("Lost", (None,))
    told = say_current(ScorecardRow(id="a", name="A", series=lost))
    assert told == "no value to show (no survey was held)"


def test_the_forecast_is_for_the_same_time_and_has_its_limits() -> None:
    row = make_row()
    assert row.forecast is not None
    assert row.forecast.lower is not None
    said = say_forecast(row)
    # Whatever the method made of them, FLAT goes on at about 50.
    value, _, rest = said.partition(" (")
    low, _, high = rest.rstrip(")").partition(" to ")
    assert 49 <= float(value) <= 51
    assert abs(float(low) - row.forecast.lower) <= 0.05
    assert float(low) < float(value) < float(high)


def test_a_forecast_that_has_not_begun_or_is_over_says_so() -> None:
    assert say_forecast(make_row(())) == "begins with 2018"
    assert say_forecast(make_row((50,) * 7)) == "ended with 2022"
    assert say_forecast(ScorecardRow(id="a", name="A")) == "-"


def test_the_gap_is_said_as_better_or_worse_with_both_ends_of_its_interval() -> None:
    better, worse = say_gap(make_row(BETTER)), say_gap(make_row(WORSE))
    assert better.partition(" (")[0].endswith("per 1,000 better")
    assert worse.partition(" (")[0].endswith("per 1,000 worse")
    assert better.count("better") == 3
    assert worse.count("worse") == 3
    # FLAT is 50.1 on average, and so much lower is 30.
    assert 19 <= float(better.split()[0]) <= 21


def test_the_gap_of_percentages_is_in_percentage_points_and_never_in_per_cent() -> None:
    said = say_gap(make_row(BETTER, kind=SeriesKind.SHARE, unit="%", per=100))
    assert "percentage points better" in said
    assert "%" not in said


def test_where_high_is_good_a_higher_value_is_better() -> None:
    from obamodel.domain.series import Polarity

    assert "worse" in say_gap(make_row(BETTER, polarity=Polarity.HIGH)).partition(" (")[0]


def test_before_the_first_value_since_the_start_there_is_no_gap() -> None:
    assert say_gap(make_row(())) == "nothing seen since the start"
    assert say_gap(ScorecardRow(id="a", name="A")) == "-"


def test_a_gap_that_rounds_to_nothing_is_neither_better_nor_worse() -> None:
    row = make_row()
    assert row.answer is not None
    assert row.answer.departure is not None
    none = attrs.evolve(row.answer.departure, value=0.004)
    row = attrs.evolve(row, answer=attrs.evolve(row.answer, departure=none))
    assert say_gap(row).startswith("as forecast (")


def test_the_verdict_is_said_in_its_own_word_or_why_there_is_none() -> None:
    assert say_word(make_row(BETTER)) == "turned"
    assert say_word(make_row(WORSE)) == "worse than the baseline"
    assert say_word(make_row((50,))) == "too early to say"
    assert say_word(ScorecardRow(id="a", name="A")) == "no figures yet"
    assert say_word(ScorecardRow(id="a", name="A", series=make_series("A", FLAT))) == (
        "no baseline yet"
    )


def test_it_says_on_how_many_values_it_rests() -> None:
    assert say_points(make_row()) == "8 before, 3 since"


def test_it_says_which_figure_should_be_there_by_now() -> None:
    row = make_row()
    assert row.current is not None
    newest = row.current.period
    fresh, old = Freshness(newest=newest), Freshness(newest=newest, expected=newest.shift(2))
    assert say_freshness(attrs.evolve(row, freshness=fresh)) == "up to date"
    assert say_freshness(attrs.evolve(row, freshness=old)) == (
        "old: one for 2022 should be there by now"
    )
    assert say_freshness(row) == "-"


def test_a_missing_owner_is_visible() -> None:
    row = make_row()
    assert say_owner(attrs.evolve(row, asks_for_owner=True)) == "nobody is named yet"
    assert say_owner(attrs.evolve(row, asks_for_owner=True, owner="the hub")) == "the hub"
    assert say_owner(row) == "-"


def test_figures_that_are_not_real_say_so() -> None:
    real, made_up = (
        make_series("Falls", FLAT),
        make_series("Falls", FLAT, standing=Standing.ILLUSTRATIVE),
    )
    told = [
        list(list_remarks(ScorecardRow(id="a", name="A", series=one))) for one in (real, made_up)
    ]
    assert told == [[], ["illustration: not real figures"]]


def test_an_area_is_called_by_its_name_and_by_what_is_measured_where_that_differs() -> None:
    rows = [
        ScorecardRow(id=f"{area}-{name}", name=name, area=area)
        for name in ("Falls", "Smoking")
        for area in ("Bury", "Wigan")
    ]
    part = ScorecardPart(id="a", title="A", first_column="Area", rows=rows)
    alike = attrs.evolve(part, rows=rows[:2])
    assert say_name(rows[0], part) == "Bury: Falls"
    assert say_name(rows[0], alike) == "Bury"


def test_the_counts_are_told_the_worst_first() -> None:
    rows = [make_row(BETTER), make_row(WORSE), make_row(BETTER), ScorecardRow(id="a", name="A")]
    assert say_counts(rows) == ("4 rows. Worse than the baseline: 1; turned: 2; no figures yet: 1.")
    assert say_counts(rows[:1]) == "1 row. Turned: 1."
    assert say_counts([]) == "There is no row yet."


def test_the_order_is_told_with_the_words_of_the_group() -> None:
    part = ScorecardPart(id="a", title="A", first_column="Area", group_column="Result")
    assert say_order(part).startswith("The rows stand by result, and within each result")
    bare = attrs.evolve(part, group_column="")
    assert say_order(bare).startswith("The rows stand with the worst verdict first;")
