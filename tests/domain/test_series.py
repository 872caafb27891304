"""A series: what it holds, parts of it, and to and from other forms."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from obamodel.domain.periods import FINANCIAL_YEAR, Frequency, Period
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind, Standing
from obamodel.domain.traits import Trait
from obamodel.errors import InvalidError
from tests.domain.building import make
from tests.strategies import nouns

ABOUT: dict[str, Any] = {
    "id": "cautioned",
    "name": "Children cautioned or sentenced",
    "kind": SeriesKind.COUNT,
    "unit": "children",
    "polarity": Polarity.LOW,
}
YEARS = {"2012/13": 61, "2013/14": 58, "2015/16": 49, "2017/18": 40}


@pytest.fixture
def series() -> Series:
    return Series.from_dict(YEARS, **ABOUT)


def texts(periods: tuple[Period, ...]) -> list[str]:
    return [str(period) for period in periods]


def test_a_series_knows_its_values_and_its_kind_of_period(series: Series) -> None:
    assert list(series.values) == [61, 58, 49, 40]
    assert texts(series.periods) == list(YEARS)
    assert (series.frequency, series.calendar, series.years) == (Frequency.YEAR, FINANCIAL_YEAR, 1)
    assert series.numerators == series.denominators == (None,) * 4


@pytest.mark.parametrize(
    ("polarity", "good"), [(Polarity.HIGH, 1), (Polarity.LOW, -1), (Polarity.NONE, 0)]
)
def test_which_way_is_good_is_a_sign(polarity: Polarity, good: int) -> None:
    assert make(Series, polarity=polarity).good == good


def test_gaps_are_known_until_they_are_written_as_missing_with_a_reason(series: Series) -> None:
    assert texts(series.gaps) == ["2014/15", "2016/17"]
    with pytest.raises(InvalidError, match="nothing is said of 2014/15, 2016/17"):
        series.refuse_statistics("whether the curve turned")
    filled = series.with_gaps_as_missing("the form was lost")
    assert filled.gaps == ()
    assert filled.at("2014/15").missing == "the form was lost"
    assert list(filled.values) == [61, 58, None, 49, None, 40]
    filled.refuse_statistics("whether the curve turned")
    assert filled.with_gaps_as_missing("nothing to fill") == filled


def test_pooled_years_that_roll_on_overlap_and_those_that_do_not_have_no_gaps() -> None:
    rolling = Series.from_dict({"2009-11": 5, "2010-12": 6, "2011-13": 7}, **ABOUT)
    assert [(str(one), str(other)) for one, other in rolling.overlaps] == [
        ("2009-11", "2010-12"),
        ("2010-12", "2011-13"),
    ]
    apart = Series.from_dict({"2009-2011": 5, "2012-2014": 6, "2018-2020": 7}, **ABOUT)
    assert apart.overlaps == ()
    assert apart.step == 3
    assert texts(apart.gaps) == ["2015-2017"]


def test_a_break_is_known(series: Series) -> None:
    after = Observation(period=Period.parse("2018/19"), value=39, flags=[Flag.BREAK])
    assert texts(series.extend([after]).breaks) == ["2018/19"]
    assert series.breaks == ()


def test_an_observation_is_found_by_its_period_however_it_is_written(series: Series) -> None:
    assert series.at("2013/14").value == 58
    assert series.at("FYE Mar 2014").value == 58
    assert series.at("2013-14").value == 58
    assert series.at(Period.parse("2013/14")).value == 58


def test_a_period_of_which_nothing_is_said_is_refused(series: Series) -> None:
    with pytest.raises(InvalidError) as caught:
        series.at("2014/15")
    assert [str(fault) for fault in caught.value.faults] == [
        (
            'found "2014/15", of which cautioned says nothing; '
            "give a period from 2012/13 to 2017/18 [unknown-period]"
        )
    ]


def test_a_series_is_cut_before_and_after_a_period(series: Series) -> None:
    assert series.until("2014/15").values == (61, 58)
    assert series.until("2013/14").values == (61, 58)
    assert series.since("2014/15").values == (49, 40)
    assert series.since(Period.parse("2015/16")).values == (49, 40)
    with pytest.raises(InvalidError, match="cautioned says nothing until 2011/12"):
        series.until("2011/12")
    with pytest.raises(InvalidError, match="give a financial year, as those of cautioned are"):
        series.since(Period.parse("2015"))


def test_what_comes_later_must_come_later(series: Series) -> None:
    with pytest.raises(InvalidError, match="2012/13 is already at observations"):
        series.extend([Observation(period=Period.parse("2012/13"), value=5)])


def test_a_series_without_observations_is_one_that_is_still_to_be_filled() -> None:
    empty = make(Series)
    assert (empty.values, empty.gaps, empty.overlaps, empty.breaks, empty.step) == (
        (),
        (),
        (),
        (),
        1,
    )
    with pytest.raises(InvalidError, match="cautioned has no observation yet"):
        _ = empty.frequency
    with pytest.raises(InvalidError, match="give its observations first"):
        empty.at("2014/15")
    with pytest.raises(InvalidError, match="give its observations first"):
        empty.until("2014/15")
    assert empty.extend([Observation(period=Period.parse("2014/15"), value=5)]).values == (5,)


def test_a_mapping_may_stand_in_any_order_and_names_all_faults_by_its_keys() -> None:
    assert Series.from_dict(dict(reversed(YEARS.items())), **ABOUT).values == (61, 58, 49, 40)
    with pytest.raises(InvalidError) as caught:
        Series.from_dict({"2014/15": "many", "2014/16": 5, "2015/16": None}, **ABOUT)
    assert [str(fault).partition(":")[0] for fault in caught.value.faults] == [
        "[1]",
        "2014/15.value",
        "2015/16.value",
    ]


def test_two_ways_to_write_one_period_are_two_rows_of_one_period() -> None:
    with pytest.raises(
        InvalidError, match=r"FYE Mar 2015\.period: FYE Mar 2015 is already at 2014/15"
    ):
        Series.from_dict({"2014/15": 5, "FYE Mar 2015": 6}, **ABOUT)


def test_missing_values_need_a_reason() -> None:
    given = Series.from_dict({2014: 5, 2015: None}, why_missing="nobody asked", **ABOUT)
    assert given.at("2015").missing == "nobody asked"
    assert given.at("2014").missing == ""


def test_a_series_goes_to_pandas_and_comes_back(series: Series) -> None:
    values = series.with_gaps_as_missing("the form was lost").to_pandas()
    assert values.name == "cautioned"
    assert str(values.index.dtype) == "period[Y-MAR]"
    assert values.isna().sum() == 2
    back = Series.from_pandas(values, why_missing="the form was lost", **ABOUT)
    assert back == series.with_gaps_as_missing("the form was lost")


def test_a_series_of_pandas_may_have_dates_with_a_stated_length() -> None:
    days = pd.to_datetime(["2014-04-01", "2014-05-01"])
    values = pd.Series([5, 6], index=days)
    monthly = Series.from_pandas(values, frequency="month", **ABOUT)
    assert texts(monthly.periods) == ["Apr 2014", "May 2014"]
    assert monthly.values == (5, 6)


@given(nouns(Series, {}))
def test_a_series_made_of_its_frame_is_the_same(series: Series) -> None:
    frame = series.to_frame()
    about = {
        name: getattr(series, name)
        for name in (
            *("id", "name", "kind", "unit", "polarity", "per", "about", "running_total"),
            *("standing", "counted", "trait", "published", "definition", "note", "source"),
        )
    }
    assert Series.from_frame(frame, **about) == series
    assert Series.from_frame(frame.iloc[::-1], **about) == series


def test_the_frame_has_the_columns_that_are_promised(series: Series) -> None:
    frame = series.to_frame()
    assert list(frame.columns) == [
        *("series", "period", "start", "end", "value", "numerator", "denominator"),
        *("lower", "upper", "flags", "note", "missing"),
    ]
    assert frame.loc[0, "period"] == "2012/13"
    assert str(frame.loc[0, "end"]) == "2013-03-31"
    assert list(make(Series).to_frame().columns) == list(frame.columns)


def test_an_illustrative_series_answers_no_question(series: Series) -> None:
    shown = Series.from_dict({"2014/15": 5}, standing=Standing.ILLUSTRATIVE, **ABOUT)
    with pytest.raises(InvalidError, match="it is illustrative"):
        shown.refuse_statistics("whether the curve turned")


def test_the_published_figures_of_trafford_make_two_series(shared_data: Path) -> None:
    frame = pd.read_csv(shared_data / "children_offending.csv")
    counts = Series.from_frame(
        frame[frame["measure"] == "Count"], by="area_name", why_missing="not published", **ABOUT
    )
    assert len(counts) == 11
    trafford = counts["Trafford"]
    assert texts(trafford.periods)[::10] == ["2014/15", "2024/25"]
    assert trafford.gaps == ()
    rates = Series.from_frame(
        frame[frame["measure"] != "Count"],
        by="area_name",
        **{**ABOUT, "kind": SeriesKind.RATE, "per": 10_000, "unit": "per 10,000 aged 10-17"},
    )
    # As the data's own description says: from 54 to 14.
    assert (rates["Trafford"].values[0], rates["Trafford"].values[-1]) == (54, 14)


@pytest.mark.parametrize(
    ("about", "public"),
    [
        ({}, False),
        ({"counted": Counted.ATTENDANCES}, False),
        ({"trait": Trait.SMALL_PLACE}, False),
        ({"counted": Counted.THINGS}, True),
        ({"trait": Trait.LARGE_PLACE}, True),
        ({"published": "the annual report"}, True),
        ({"standing": Standing.ILLUSTRATIVE}, True),
    ],
)
def test_a_series_is_public_only_where_somebody_said_what_makes_it_so(
    about: dict[str, Any], public: bool
) -> None:
    assert make(Series, **about).is_public is public
