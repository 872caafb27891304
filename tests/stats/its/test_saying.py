"""What a reader is told."""

import re
from typing import Any

import pytest
from attrs import evolve

from obamodel.domain.series import Flag, Polarity, Series, SeriesKind
from obamodel.stats.its import InterruptedSeries, fit_interrupted
from obamodel.stats.its.saying import say_lines, write_number
from tests.stats.its.sicily import ADMISSIONS, make_rates, make_series

HOWS: list[dict[str, Any]] = [
    *({"method": method} for method in ("ols", "newey-west", "prais-winsten", "poisson")),
    {"method": "quasi-poisson", "season": 2},
    {"ends": "2005-12"},
    {"slope_change": False},
]


def fit(**how: Any) -> InterruptedSeries:
    return fit_interrupted(make_series(), **{"starts": "2005-01", **how})


def told(found: InterruptedSeries, words: str) -> bool:
    return any(words in caveat for caveat in found.caveats)


# --- the sentence ------------------------------------------------------------------------


def test_a_change_is_said_with_its_size_and_limits() -> None:
    # The numbers are those of R; see test_fitting.py.
    assert str(fit()) == (
        "Heart admissions: at the start (2005-01) the new line stands 92 admissions below where "
        "the line before it leads (95% interval: 153 below to 32 below), and with each month after "
        "that the gap moves 0.7 admissions up (95% interval: 2.9 down to 4.3 up). The bend since "
        "the start is not clear: none at all would fit too. The lines show what moved, not why."
    )


def test_ratios_are_said_as_per_cent() -> None:
    # R: 0.8777645 (0.8279919, 0.9305291); 1.0014833 (0.9977645, 1.0052160).
    found = fit_interrupted(
        make_rates(), starts="2005-01", method="quasi-poisson", season=2, offset="denominators"
    )
    assert "stands 12.2% below where" in found.sentence
    assert "(95% interval: 17.2% below to 6.9% below)" in found.sentence
    assert "the gap moves 0.15% up (95% interval: 0.22% down to 0.52% up)" in found.sentence


def test_a_share_moves_by_percentage_points() -> None:
    values = [30.0, 32, 31, 33, 30, 32, 41, 44, 41, 43, 42, 44]
    share = Series.from_dict(
        dict(enumerate(values, start=2001)),
        id="heard",
        name="Felt heard",
        unit="%",
        per=100,
        kind=SeriesKind.SHARE,
        polarity=Polarity.HIGH,
    )
    found = fit_interrupted(share, starts="2007", method="ols", slope_change=False)
    assert re.search(
        r"stands \d+\.\d percentage points above where the line before it leads", str(found)
    )


def test_an_end_is_said_too() -> None:
    said = str(fit(ends="2005-12", method="ols"))
    assert (
        "After the end (2006-01) the line stands 104 admissions above where the line until" in said
    )
    assert "The bend since the start and the bend after the end are not clear" in said


def test_a_step_alone_is_said_without_a_slope() -> None:
    said = str(fit(slope_change=False))
    assert "the gap" not in said
    assert said.endswith("below). The lines show what moved, not why.")


def test_nothing_clear_is_said_so() -> None:
    flat = make_series([10.0 + (7 * month) % 5 for month in range(40)])
    assert "None of this is clear: no change at all would fit too." in str(
        fit_interrupted(flat, starts="2003-09")
    )
    assert "This is not clear: no change at all would fit too." in str(
        fit_interrupted(flat, starts="2003-09", slope_change=False)
    )


def test_a_gap_of_nought_is_not_said_to_be_up_or_down() -> None:
    found = fit()
    estimates = [
        evolve(one, value=0.001, lower=-0.5, upper=0.502, standard_error=0.25)
        if one.term in ("level_change", "slope_change")
        else one
        for one in found.estimates
    ]
    said = say_lines(evolve(found, estimates=tuple(estimates)))
    assert "the new line stands where the line before it leads (95% interval:" in said
    assert "the gap does not move (95% interval: 0.50 down to 0.50 up)" in said


@pytest.mark.parametrize("how", HOWS, ids=str)
def test_no_cause_no_chance_of_one_and_no_word_kept_for_others_is_ever_said(
    how: dict[str, Any],
) -> None:
    found = fit(**how)
    for said in (found.sentence, *found.caveats):
        assert not re.search(
            r"caus|probab|likelihood|intervention|impact|effect|signific|baseline", said.lower()
        )


@pytest.mark.parametrize(
    ("number", "precision", "written"),
    [
        (92.2818, 30.3, "92"),
        (0.68789, 1.79, "0.7"),
        (0.00234, 0.00051, "0.00234"),
        (12345.6, 4000, "12,346"),
        (5, 0, "5.000000"),
    ],
)
def test_a_number_is_written_as_far_as_it_is_known(
    number: float, precision: float, written: str
) -> None:
    assert write_number(number, precision) == written


# --- what a reader should weigh ----------------------------------------------------------


@pytest.mark.parametrize("how", HOWS, ids=str)
def test_every_answer_says_that_it_is_no_verdict_and_how_far_to_trust_it(
    how: dict[str, Any],
) -> None:
    found = fit(**how)
    assert told(found, "not this library's verdict")
    assert told(found, "announces turns that are not there")
    assert told(found, "six ways did not always agree")
    assert told(found, "the intervals are mostly too narrow")
    assert told(found, "Anything else that changed at about the same time")


def test_fewer_than_twelve_points_are_sent_to_ordinary_least_squares() -> None:
    values = ADMISSIONS[:11]
    few = fit_interrupted(make_series(values), starts="2002-06")
    assert told(few, 'fewer than 12 points (11); for so few, ordinary least squares (method="ols")')
    assert not told(
        fit_interrupted(make_series(values), starts="2002-06", method="ols"), "fewer than 12"
    )
    assert not told(
        fit_interrupted(make_series(ADMISSIONS[:12]), starts="2002-06"), "fewer than 12"
    )


def test_each_method_says_what_it_takes_for_granted() -> None:
    assert told(fit(), "Newey-West looked 3 months back.")
    assert told(fit(lags=1), "Newey-West looked 1 month back.")
    assert told(fit(method="prais-winsten"), "one share (0.22) of what is off the line is left")
    assert told(fit(method="ols"), "take each month as independent of the one before")


def test_the_durbin_watson_number_comes_with_its_limits() -> None:
    assert told(fit(), "The Durbin-Watson number (1.56; 2 would be no echo) is not to be relied on")


def test_an_echo_is_said_in_points() -> None:
    # R: the first autocorrelation is 0.2184, and 59 (1 - 0.2184) / (1 + 0.2184) is 37.8.
    assert told(fit(), "(0.22), the 59 points say about as much as 38 would without it")
    assert not told(fit(method="poisson", season=2), "would without it")


def test_counts_that_scatter_too_widely_for_poisson_are_named() -> None:
    # R: the dispersion of this fit without an offset; quasi-Poisson allows for it.
    assert told(fit(method="poisson"), "times as widely as Poisson allows")
    assert not told(fit(method="quasi-poisson"), "times as widely as Poisson allows")


def test_the_time_of_year_is_not_forgotten() -> None:
    assert told(fit(), "Nothing is done about the time of year")
    assert not told(fit(season=1), "time of year")
    assert told(fit_interrupted(make_series(), starts="2003-06", season=1), "fewer than two years")
    yearly = Series.from_dict(
        dict(zip(range(2001, 2013), ADMISSIONS[:12].tolist(), strict=True)),
        id="a",
        name="A",
        unit="people",
        kind=SeriesKind.COUNT,
        polarity=Polarity.LOW,
    )
    assert not told(fit_interrupted(yearly, starts="2007"), "time of year")


def test_missing_values_and_marks_are_named() -> None:
    values = [None if month in (5, 7) else one for month, one in enumerate(ADMISSIONS)]
    series = make_series(values)
    first = evolve(series.observations[0], flags=(Flag.ESTIMATED,))
    last = evolve(series.observations[-1], flags=(Flag.PROVISIONAL,))
    marked = evolve(series, observations=[first, *series.observations[1:-1], last])
    found = fit_interrupted(marked, starts="2005-01")
    assert told(
        found,
        "2 periods without a value are left out, and time goes on through them: "
        "2002-06 and 2002-08.",
    )
    assert told(found, "Marked as provisional: 2006-11.")
    assert told(found, "Marked as estimated: 2002-01.")


def test_many_missing_values_are_counted_and_not_all_listed() -> None:
    values = [None if month < 9 else one for month, one in enumerate(ADMISSIONS)]
    found = fit_interrupted(make_series(values), starts="2005-01")
    assert told(found, "9 periods without a value")
    assert told(found, "2002-06 and 3 more.")


def test_a_count_moves_with_the_number_of_people() -> None:
    assert told(fit(), "A count also moves with the number of people there are.")
    rates = fit_interrupted(make_rates(), starts="2005-01", method="poisson", offset="denominators")
    assert not told(rates, "A count also moves")
