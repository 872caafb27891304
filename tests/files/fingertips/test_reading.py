"""A table from Fingertips becomes series, and nothing that it does not say is made up."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert [fault.code for fault in answer.left_behind] == ["counts-apart"]


def test_what_no_series_can_hold_is_named_by_its_column(tmp_path: Path) -> None:
    answer = read(write_table(at(2014, Recent_Trend="Increasing")), tmp_path)
    assert [fault.found for fault in answer.left_behind] == [
        'the column "Recent Trend" is not read'
    ]


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
    assert [fault.code for fault in answer.left_behind] == ["unread-rows"]
    assert answer.series[0].values == (20,)


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
    ],
)
def test_days_that_are_no_period_are_refused(
    begin: str, end: str, kind: str, column: str, tmp_path: Path
) -> None:
    row = {"date_from": begin, "date_to": end, "period_type": kind}
    (fault,) = refuse(write_table(row, form=NEW_UPLOAD), tmp_path)
    assert (fault.line, fault.path) == (2, (column,))


def test_ages_of_the_newer_upload_file_are_in_words(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"age_from_years_inclusive": 18},
        {"age_from_years_inclusive": 5, "age_to_years_inclusive": 10},
        {"age_from_years_inclusive": ""},
    ]
    answer = read(write_table(*rows, form=NEW_UPLOAD), tmp_path)
    assert [one.name.rpartition(", ")[2] for one in answer.series] == [
        "18+ yrs",
        "5-10 yrs",
        "All ages",
    ]


def test_what_is_no_table_from_fingertips_is_refused(tmp_path: Path) -> None:
    (fault,) = refuse("year,value\n2014,1\n", tmp_path)
    assert fault.code == "unknown-layout"
    faults = refuse(write_table(at(2014)).replace("Value note", "Values noted"), tmp_path)
    assert [one.found for one in faults] == ['there is no column for the note, as in "valuenote"']
    with pytest.raises(InvalidError, match="give the path of a file, or a DataFrame"):
        oba.read_fingertips(5, **SAID)  # type: ignore[arg-type]


GOOD = write_table(at(2014), at(2015, Value="[c]"), at(2016, Value_note="Note"))


@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 12),
    st.text(max_size=4) | st.sampled_from(['"', ",", "\n", "-1", "NA", "2014 - 16", "\x00"]),
)
def test_a_spoilt_table_is_read_or_refused(at_sign: int, length: int, new: str) -> None:
    import tempfile

    text = GOOD[:at_sign] + new + GOOD[at_sign + length :]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "table.csv"
        place.write_bytes(text.encode(errors="surrogatepass"))
        try:
            oba.read_fingertips(place, **SAID)
        except InvalidError as error:
            told = error
        else:
            return
    assert str(told)
