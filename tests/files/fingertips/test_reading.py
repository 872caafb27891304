"""A table from Fingertips becomes series, and nothing that it does not say is made up."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import obamodel as oba
from obamodel.errors import Fault, InvalidError
from tests.files.fingertips.making import (
    DOWNLOAD,
    NEW_UPLOAD,
    OLD_UPLOAD,
    at,
    list_rows,
    write_table,
)

SAID: dict[str, Any] = {"polarity": "high is good", "kind": "share", "unit": "%", "per": 100}


def read(text: str, folder: Path, **told: Any) -> oba.Imported:
    place = folder / "table.csv"
    place.write_text(text, encoding="utf-8")
    return oba.read_fingertips(place, **{**SAID, **told})


def refuse(text: str, folder: Path, **told: Any) -> tuple[Fault, ...]:
    with pytest.raises(InvalidError) as caught:
        read(text, folder, **told)
    return caught.value.faults


def test_the_header_is_the_one_of_the_download(shared_data: Path) -> None:
    header = (shared_data / "formats" / "fingertips_download_header.csv").read_text("utf-8-sig")
    assert tuple(header.strip().split(",")) == DOWNLOAD


def test_each_area_sex_age_and_category_is_a_series(tmp_path: Path) -> None:
    rows = [
        at(2014, Value=20),
        at(2015, Value=22),
        at(2014, Sex="Female", Value=21),
        at(2014, Area_Code="E06000002", Area_Name="Middlesbrough", Value=18),
        at(2014, Category_Type="Deprivation", Category="Most deprived", Value=15),
    ]
    answer = read(write_table(*rows), tmp_path)
    assert [(one.id, one.values) for one in answer.series] == [
        ("1-e06000001-persons", (20, 22)),
        ("1-e06000001-female", (21,)),
        ("1-e06000002-persons", (18,)),
        ("1-e06000001-persons-deprivation-most-deprived", (15,)),
    ]
    assert answer.series[0].name == "People who walk: Hartlepool, Persons, 18+ yrs"
    assert answer.series[3].name.endswith("18+ yrs, Deprivation: Most deprived")
    assert answer.series[0].source == "Fingertips, indicator 1"
    # The download is public, so its numbers need no hiding.
    assert answer.series[0].is_public


def test_a_frame_is_read_like_its_file(tmp_path: Path) -> None:
    rows = [at(2014, Value=20.5, Count=41, Denominator=200), at(2015, Value="")]
    from_file = read(write_table(*rows), tmp_path).series
    frame = pd.DataFrame(list_rows(*rows)).replace("", None)
    assert oba.read_fingertips(frame, **SAID).series == from_file
    # As fingertips_py gives it: numbers for years to sort by, and nothing as NaN.
    loose = frame.assign(**{"Time period Sortable": [20140000.0, 20150000.0]})
    assert oba.read_fingertips(loose, **SAID).series == from_file


def test_numbers_beside_a_value_and_notes_come_over(tmp_path: Path) -> None:
    row = at(2014, Value=20, Count=40, Denominator=200, Value_note="Taken twice")
    row |= {"Lower CI 95.0 limit": 15, "Upper CI 95.0 limit": 26}
    gone = at(2015, Value="", Value_note="Too few answers")
    (series,) = read(write_table(row, gone), tmp_path).series
    first, second = series.observations
    assert (first.numerator, first.denominator, first.lower, first.upper) == (40, 200, 15, 26)
    assert (first.note, second.missing) == ("Taken twice", "Too few answers")


def test_counts_that_do_not_give_the_value_are_left_behind_and_that_is_said(tmp_path: Path) -> None:
    answer = read(write_table(at(2014, Value=20, Count=90, Denominator=200)), tmp_path)
    assert answer.series[0].observations[0].numerator is None
    told = [fault.found for fault in answer.left_behind if fault.code == "counts-apart"]
    found = 'the counts of "People who walk: Hartlepool, Persons, 18+ yrs" do not give its values, '
    assert told == [found + "and are not read"]


def test_counts_of_many_series_that_are_left_behind_are_said_once(tmp_path: Path) -> None:
    rows = [
        at(2014, Area_Code=f"E0600000{area}", Count=90, Denominator=200) for area in range(1, 4)
    ]
    answer = read(write_table(*rows), tmp_path)
    told = [fault.found for fault in answer.left_behind if fault.code == "counts-apart"]
    assert len(told) == 1
    assert told[0].startswith("the counts of 3 series, such as ")


def test_one_of_two_counts_and_one_of_two_limits_come_over(tmp_path: Path) -> None:
    rows = [
        at(2014, Count=40),
        at(2015, Denominator=200),
        at(2016, **{"Lower CI 95.0 limit": 15}),
        at(2017, Value="", Value_note="Too few answers", Count=3, Denominator=200),
    ]
    (series,) = read(write_table(*rows), tmp_path).series
    assert [one.numerator for one in series.observations] == [40, None, None, 3]
    assert [one.denominator for one in series.observations] == [None, 200, None, 200]
    assert [one.lower for one in series.observations] == [None, None, 15, None]


def test_limits_of_no_value_and_a_share_of_nobody_are_left_behind(tmp_path: Path) -> None:
    rows = [
        at(2014),
        at(2015, Value="", Value_note="Nobody", Count=0, Denominator=0),
        at(2016, Value="", Value_note="Withheld", **{"Upper CI 95.0 limit": 26}),
    ]
    answer = read(write_table(*rows), tmp_path)
    told = [
        (one.line, one.path, one.found)
        for one in answer.left_behind
        if one.code == "beside-nothing"
    ]
    assert told == [
        (3, ("Denominator",), "there is no value beside 0, in 1 row, so it is not read"),
        (4, ("Upper CI 95.0 limit",), "there is no value beside 26, in 1 row, so it is not read"),
    ]
    assert answer.series[0].observations[1].missing == "Nobody"


def test_a_limit_on_the_wrong_side_is_named_by_its_line_with_all_others(tmp_path: Path) -> None:
    wrong = {"Lower CI 95.0 limit": 30}
    rows = [at(2014, **wrong), at(2015), at(2016, **wrong), at(2014, Sex="Male", Value=120)]
    told = [(one.code, one.line, one.path) for one in refuse(write_table(*rows), tmp_path)]
    assert told == [
        ("limits-out-of-order", 2, ("Lower CI 95.0 limit",)),
        ("limits-out-of-order", 4, ("Lower CI 95.0 limit",)),
        ("above-all", 5, ("Value",)),
    ]


def test_what_no_series_can_hold_is_named_by_its_column(tmp_path: Path) -> None:
    answer = read(write_table(at(2014, Recent_Trend="Increasing")), tmp_path)
    told = [fault.found for fault in answer.left_behind if fault.code == "unread-column"]
    columns = ("Parent Code", "Parent Name", "Area Type", "Recent Trend", "Time period range")
    assert told == [f'the column "{column}" is not read' for column in columns]


@pytest.mark.parametrize(
    ("printed", "order", "first_day"),
    [
        ("2014/15", "20140000", "2014-04-01"),
        ("2014 - 16", "20140000", "2014-01-01"),
        ("2014/15 - 16/17", "20140000", "2014-04-01"),
        ("2014 Q2", "20140200", "2014-04-01"),
        ("2014/15 Q4", "20140400", "2015-01-01"),
        ("Jan 2014", "20140001", "2014-01-01"),
    ],
)
def test_periods_of_every_kind_agree_with_what_they_are_sorted_by(
    printed: str, order: str, first_day: str, tmp_path: Path
) -> None:
    row = {"Time period": printed, "Time period Sortable": order}
    (series,) = read(write_table(row), tmp_path).series
    assert (str(series.periods[0]), series.periods[0].start.isoformat()) == (printed, first_day)
    wrong = {"Time period": printed, "Time period Sortable": "19990000"}
    (fault,) = refuse(write_table(wrong), tmp_path)
    assert (fault.code, fault.line, fault.path) == ("does-not-agree", 2, ("Time period Sortable",))


def test_an_academic_year_is_one_where_that_is_said(tmp_path: Path) -> None:
    row = {"Time period": "2014/15", "Time period Sortable": "20140000"}
    (series,) = read(write_table(row), tmp_path, calendar="academic").series
    assert series.periods[0].start.isoformat() == "2014-09-01"


def test_an_area_under_two_parents_is_refused_and_never_averaged(tmp_path: Path) -> None:
    rows = [at(2014, Parent_Code=code) for code in ("E12000001", "E47000001")]
    fault = refuse(write_table(*rows), tmp_path)[0]
    assert fault.line == 3
    assert 'once under "E12000001", once under "E47000001"' in fault.found
    assert fault.mend == "choose with where={'Parent Code': 'E12000001'}"
    answer = read(write_table(*rows), tmp_path, where={"Parent Code": "E12000001"})
    assert "unread-rows" in [fault.code for fault in answer.left_behind]
    assert answer.series[0].values == (20,)


def test_one_period_written_in_two_ways_is_one_period(tmp_path: Path) -> None:
    rows = [{"Time period": text, "Value": 5} for text in ("2014 - 16", "2014-2016")]
    fault = refuse(write_table(*rows), tmp_path)[0]
    assert (fault.code, fault.line) == ("duplicate-period", 3)
    rows = [{"YearRange": years} for years in (1, -1)]
    told = refuse(write_table(*rows, form=OLD_UPLOAD), tmp_path, calendar="calendar")
    assert [(one.code, one.line) for one in told] == [("duplicate-period", 3)]


def test_rows_are_chosen_by_texts_or_by_numbers(tmp_path: Path) -> None:
    table = write_table(at(2014), at(2014, Indicator_ID=2, Value=30))
    for asked in (2, "2", [2], 2.0):
        answer = read(table, tmp_path, where={"Indicator ID": asked})
        assert [one.values for one in answer.series] == [(30,)]
    for wrong in ("Sex", 5, ["Sex"]):
        (fault,) = refuse(table, tmp_path, where=wrong)
        assert (fault.code, fault.path) == ("wrong-type", ("where",))


# --- several indicators ------------------------------------------------------------------


def test_each_indicator_has_a_kind_of_period_of_its_own(tmp_path: Path) -> None:
    rows = [
        at(2014),
        {"Indicator ID": 2, "Time period": "2014/15", "Time period Sortable": "20140000"},
        {"Indicator ID": 3, "Time period": "2014 - 16", "Time period Sortable": "20140000"},
        {"Indicator ID": 4, "Time period": "2014/15", "Time period Sortable": "20140000"},
    ]
    answer = read(write_table(*rows), tmp_path, calendar={"4": "academic"})
    begins = [one.periods[0].start.isoformat() for one in answer.series]
    assert begins == ["2014-01-01", "2014-04-01", "2014-01-01", "2014-09-01"]
    # Two kinds in one indicator cannot follow each other.
    mixed = [at(2014), at(2015), {"Time period": "2016/17"}]
    (fault,) = refuse(write_table(*mixed), tmp_path)
    assert (fault.code, fault.line, fault.path) == ("mixed-periods", 4, ("Time period",))


def test_an_indicator_comes_over_where_its_outcome_is_named(tmp_path: Path) -> None:
    table = write_table(at(2014), at(2014, Indicator_ID=2, Indicator_Name="People who swim"))
    answer = read(table, tmp_path, outcome={"1": "people-move"})
    (indicator,) = answer.indicators
    assert (indicator.id, indicator.statement) == ("indicator-1", "People who walk")
    assert (indicator.outcome, indicator.unit) == ("people-move", "%")
    assert [one.about for one in answer.series] == [("indicator-1",), ()]
    told = [one for one in answer.left_behind if one.code == "outcome-missing"]
    assert [(one.line, one.mend) for one in told] == [
        (3, 'give outcome={"2": "..."}, the id of an outcome')
    ]
    answer = read(table, tmp_path, outcome="people-move")
    assert [one.id for one in answer.indicators] == ["indicator-1", "indicator-2"]


def test_long_names_of_categories_make_short_names_that_differ(tmp_path: Path) -> None:
    kind = "County and unitary authority deprivation deciles in England (IMD2019, 4/21 geography)"
    rows = [at(2014, Category_Type=kind, Category=f"{place} decile") for place in ("1st", "2nd")]
    rows.append(at(2014))
    names = [one.id for one in read(write_table(*rows), tmp_path).series]
    assert len(set(names)) == 3
    assert max(map(len, names)) <= 80


def test_the_good_direction_is_asked_for_and_never_assumed(tmp_path: Path) -> None:
    place = tmp_path / "table.csv"
    place.write_text(write_table(at(2014)), encoding="utf-8")
    with pytest.raises(TypeError, match="polarity"):
        oba.read_fingertips(place, kind="share", unit="%")  # type: ignore[call-arg]
    rows = [at(2014), at(2014, Indicator_ID=2)]
    (fault,) = refuse(write_table(*rows), tmp_path, polarity={"1": "high is good"})
    assert fault.found == 'nothing is said of the indicator "2"'
    assert fault.mend == 'give polarity={"2": ...}'
    both = {"1": "high is good", "2": "low is good"}
    answer = read(write_table(*rows), tmp_path, polarity=both)
    assert [str(one.polarity) for one in answer.series] == ["high is good", "low is good"]


def test_everything_that_is_wrong_is_said_by_line_and_column(tmp_path: Path) -> None:
    rows = [
        at(2014, Value="about 20"),
        at(2015, Area_Code=""),
        {"Time period": "last year", "Time period Sortable": ""},
        at(2016, **{"Time period Sortable": "2016"}),
        at(2017, Count="many"),
    ]
    told = [(one.code, one.line, one.path) for one in refuse(write_table(*rows), tmp_path)]
    assert told == [
        ("not-a-number", 2, ("Value",)),
        ("missing-key", 3, ("Area Code",)),
        ("bad-period", 4, ("Time period",)),
        ("wrong-order", 5, ("Time period Sortable",)),
        ("not-a-number", 6, ("Count",)),
    ]


def test_a_value_that_cannot_be_is_named_by_its_line(tmp_path: Path) -> None:
    (fault,) = refuse(write_table(at(2014), at(2015, Value=120)), tmp_path)
    assert (fault.code, fault.line, fault.path) == ("above-all", 3, ("Value",))


# --- the two upload files ----------------------------------------------------------------


def test_the_older_upload_file_has_numbers_for_words_and_minus_one_for_nothing(
    tmp_path: Path,
) -> None:
    rows = [
        {"Year": 2014},
        {"Year": 2015, "Value": -1, "ValueNoteId": 502},
        {"Year": 2014, "SexId": 2, "Count": 40, "Denominator": 200},
    ]
    answer = read(write_table(*rows, form=OLD_UPLOAD), tmp_path, calendar="financial")
    persons, women = answer.series
    assert [str(period) for period in persons.periods] == ["2014/15", "2015/16"]
    assert (persons.values, persons.observations[1].missing) == ((20, None), "value note 502")
    assert (women.name, women.observations[0].numerator) == ("1: E06000001, Female, 168", 40)
    # What is to be uploaded is not public yet.
    assert not persons.published


def test_the_older_upload_file_does_not_say_when_its_years_begin(tmp_path: Path) -> None:
    faults = refuse(write_table({"Year": 2014}, form=OLD_UPLOAD), tmp_path)
    assert [(one.code, one.path) for one in faults] == [("calendar-missing", ("calendar",))]
    # Months say it themselves.
    row = {"Year": 2014, "Month": 3}
    (series,) = read(write_table(row, form=OLD_UPLOAD), tmp_path).series
    assert series.periods[0] == oba.Period.parse("2014-03")


@pytest.mark.parametrize(
    ("said", "calendar", "printed"),
    [
        ({"Year": 2014, "YearRange": 3}, "calendar", "2014 - 16"),
        ({"Year": 2014, "YearRange": 3}, "financial", "2014/15 - 16/17"),
        ({"Year": 2014, "Quarter": 4}, "financial", "2014/15 Q4"),
        ({"Year": 2014, "Quarter": 2}, "calendar", "2014 Q2"),
    ],
)
def test_years_together_and_quarters_of_the_older_upload_file(
    said: dict[str, int], calendar: str, printed: str, tmp_path: Path
) -> None:
    (series,) = read(write_table(said, form=OLD_UPLOAD), tmp_path, calendar=calendar).series
    assert series.periods[0] == oba.Period.parse(printed)


@pytest.mark.parametrize(
    "row",
    [
        {"YearRange": 3, "Quarter": "", "Month": ""},
        {"YearRange": "3.0", "Quarter": "-1.0", "Month": "-1.0", "Year": "2014.0"},
    ],
)
def test_the_older_upload_file_may_have_been_through_pandas(
    row: dict[str, Any], tmp_path: Path
) -> None:
    # Where whole numbers are missing, pandas writes the others with a point, and -1 as -1.0.
    told = {"kind": "mean", "per": None, "calendar": "calendar"}
    gone = {"Year": "2017.0", "YearRange": "3", "Value": "-1.0", "ValueNoteId": "-1.0"}
    (series,) = read(write_table(row, gone, form=OLD_UPLOAD), tmp_path, **told).series
    assert series.periods[0] == oba.Period.parse("2014 - 16")
    assert series.values == (20, None)


def test_what_cannot_be_a_time_in_the_older_upload_file_is_named(tmp_path: Path) -> None:
    rows = [
        {"Year": 14},
        {"Year": 2014, "Quarter": 5},
        {"Year": 2014, "Month": 13},
        {"Year": 2014, "Month": 3, "Quarter": 1},
    ]
    faults = refuse(write_table(*rows, form=OLD_UPLOAD), tmp_path, calendar="calendar")
    assert [(one.line, one.path) for one in faults] == [
        (2, ("Year",)),
        (3, ("Quarter",)),
        (4, ("Month",)),
        (5, ("Month",)),
    ]


@pytest.mark.parametrize(
    ("begin", "end", "kind", "printed"),
    [
        ("2014-01-01", "2014-12-31", "calendar_year", "2014"),
        ("2014-04-01", "2015-03-31", "financial_year", "2014/15"),
        ("2014-04-01", "2017-03-31", "financial_multi_year", "2014/15 - 16/17"),
        ("2014-01-01", "2016-12-31", "calendar_multi_year", "2014 - 16"),
        ("2014-04-01", "2014-06-30", "calendar_quarter", "2014 Q2"),
        ("2014-02-01", "2014-02-28", "calendar_month", "2014-02"),
        ("2014-03-31", "2014-03-31", "financial_year_end_point", "2014-03-31"),
        ("2014-01-01", "2014-12-31", "Yearly", "2014"),
        ("2014-01-01", "2016-12-31", "3 yearly", "2014 - 16"),
        ("2014-04-01", "2017-03-31", "three_year", "2014/15 - 16/17"),
        ("2014-04-01", "2014-06-30", "financial_quarter", "2014/15 Q1"),
        ("2014-01-01", "2014-12-31", "", "2014"),
        ("2014-01-01", "2014-12-31", "a word nobody knows", "2014"),
    ],
)
def test_the_newer_upload_file_says_the_first_day_and_the_last(
    begin: str, end: str, kind: str, printed: str, tmp_path: Path
) -> None:
    row = {"date_from": begin, "date_to": end, "period_type": kind}
    (series,) = read(write_table(row, form=NEW_UPLOAD), tmp_path).series
    assert series.periods[0] == oba.Period.parse(printed)


def test_an_academic_year_and_one_from_november_of_the_newer_upload_file(tmp_path: Path) -> None:
    for begin, end, kind in (
        ("2014-09-01", "2015-08-31", "academic_year"),
        ("2014-11-01", "2015-10-31", "yearly"),
    ):
        row = {"date_from": begin, "date_to": end, "period_type": kind}
        (series,) = read(write_table(row, form=NEW_UPLOAD), tmp_path).series
        assert series.periods[0].start.isoformat() == begin
        assert series.periods[0].end.isoformat() == end


@pytest.mark.parametrize(
    ("begin", "end", "kind", "column"),
    [
        ("2014-01-01", "2014-12-30", "calendar_year", "date_from"),
        ("2014-04-01", "2015-03-31", "calendar_year", "date_from"),
        ("2014-12-31", "2014-01-01", "calendar_year", "date_from"),
        ("2014-02-30", "2014-12-31", "calendar_year", "date_from"),
        ("2014-01-01", "31/12/2014", "calendar_year", "date_to"),
        ("2014-01-01", "2014-12-31", "three_year", "date_from"),
        ("2014-01-01", "2014-12-31", "quarter", "date_from"),
        ("2014-01-01", "2014-12-31", "financial_multi_year", "date_from"),
        ("2014-01-01", "2014-03-31", "calendar_month", "date_from"),
        ("2014-01-01", "9999-12-31", "calendar_year", "date_from"),
        ("9999-12-31", "9999-12-31", "", "date_from"),
        ("1014-01-01", "2013-12-31", "", "date_from"),
    ],
)
def test_days_that_are_no_period_are_refused(
    begin: str, end: str, kind: str, column: str, tmp_path: Path
) -> None:
    row = {"date_from": begin, "date_to": end, "period_type": kind}
    (fault,) = refuse(write_table(row, form=NEW_UPLOAD), tmp_path)
    assert (fault.line, fault.path) == (2, (column,))


def test_a_school_year_that_ends_in_july_is_an_academic_year_and_that_is_said(
    tmp_path: Path,
) -> None:
    row = {"date_from": "2014-09-01", "date_to": "2015-07-31", "period_type": "academic_year"}
    answer = read(write_table(row, form=NEW_UPLOAD), tmp_path)
    assert answer.series[0].periods[0] == oba.Period.parse("2014/15", "academic")
    assert [one.code for one in answer.decided] == ["school-year"]
    (fault,) = refuse(write_table(row | {"period_type": ""}, form=NEW_UPLOAD), tmp_path)
    assert fault.code == "bad-period"


def test_ages_of_the_newer_upload_file_are_in_words(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"age_from_years_inclusive": 18},
        {"age_from_years_inclusive": 5, "age_to_years_inclusive": 10},
        {"age_from_years_inclusive": ""},
        {"age_from_years_inclusive": "", "age_to_years_inclusive": 40},
        {"age_from_years_inclusive": "65.0"},
        {"age_from_years_inclusive": 18, "age_to_years_inclusive": 18},
    ]
    answer = read(write_table(*rows, form=NEW_UPLOAD), tmp_path)
    assert [one.name.rpartition(", ")[2] for one in answer.series] == [
        "18+ yrs",
        "5-10 yrs",
        "All ages",
        "up to 40 yrs",
        "65+ yrs",
        "18 yrs",
    ]


def test_ages_that_cannot_be_are_named(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"age_from_years_inclusive": "adults"},
        {"age_from_years_inclusive": 18, "age_to_years_inclusive": -1},
        {"age_from_years_inclusive": 18, "age_to_years_inclusive": 10},
    ]
    told = refuse(write_table(*rows, form=NEW_UPLOAD), tmp_path)
    assert [(one.code, one.line, one.path) for one in told] == [
        ("not-a-number", 2, ("age_from_years_inclusive",)),
        ("not-a-number", 3, ("age_to_years_inclusive",)),
        ("bad-number", 4, ("age_to_years_inclusive",)),
    ]


def test_what_is_no_table_from_fingertips_is_refused(tmp_path: Path) -> None:
    (fault,) = refuse("year,value\n2014,1\n", tmp_path)
    assert fault.code == "unknown-layout"
    faults = refuse(write_table(at(2014)).replace("Value note", "Values noted"), tmp_path)
    assert [one.found for one in faults] == ['there is no column for the note, as in "valuenote"']
    with pytest.raises(InvalidError, match="give the path of a file, or a DataFrame"):
        oba.read_fingertips(5, **SAID)  # type: ignore[arg-type]
