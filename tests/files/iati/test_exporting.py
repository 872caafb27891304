"""Only what is published is written, each thing in its place, and what has none is named."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import obamodel as oba
from obamodel.domain.indicators import DataState
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind, Standing
from obamodel.domain.targets import Target
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.iati import (
    Answers,
    IatiActivity,
    IatiMeasure,
    IatiOrganisation,
    IatiResultType,
    IatiSlice,
    convert_iati,
    describe_activity,
    read_iati,
    read_iati_file,
    write_iati,
)
from obamodel.files.iati.exporting import make_results
from obamodel.files.iati.grouping import Given
from tests.domain.building import make
from tests.files.iati.building import COMPLETE, read, validate

CHARITY = IatiOrganisation(name="Care for All", ref="GB-CHC-999999", type="22", role="4")
OUTCOME = IatiResultType.OUTCOME


def describe(**changes: Any) -> IatiActivity:
    about: dict[str, Any] = {
        "identifier": "GB-CHC-999999-1",
        "title": "Clinics & care",
        "description": "Small <clinics>\nnear home.",
        "reporter": CHARITY,
        "partners": [CHARITY],
        "status": "2",
        "dates": {"2": datetime.date(2020, 4, 1)},
    }
    return describe_activity(**{**about, **changes})


def count(values: dict[str, float | None], id: str = "visits", **more: Any) -> Series:
    about: dict[str, Any] = {
        "name": "Visits",
        "kind": SeriesKind.COUNT,
        "unit": "visits",
        "polarity": Polarity.HIGH,
        "published": "https://example.org/visits",
    }
    return Series.from_dict(values, id=id, why_missing="nobody counted", **{**about, **more})


VISITS = count({"2019": 4, "2020": 5, "2021": 7})


def write(tmp_path: Path, *series: Series, **more: Any) -> Exported:
    about: dict[str, Any] = {"into": describe(), "result_type": OUTCOME}
    return write_iati(series, tmp_path / "a.xml", **{**about, **more})


def refuse(tmp_path: Path, *series: Series, **more: Any) -> list[Fault]:
    with pytest.raises(InvalidError) as caught:
        write(tmp_path, *series, **more)
    assert not (tmp_path / "a.xml").exists()
    return list(caught.value.faults)


def read_back(tmp_path: Path) -> Any:
    (activity,) = read_iati_file(tmp_path / "a.xml").activities
    return activity.results


# --- only what is public ---------------------------------------------------------------------


def test_what_is_not_published_is_refused_by_name(tmp_path: Path) -> None:
    raw = count({"2020": 3}, published="")
    (fault,) = refuse(tmp_path, raw)
    assert (fault.code, fault.path) == ("not-published", ("series", "visits"))
    assert fault.mend == "publish it first: obamodel.publish(series)"
    write(tmp_path, oba.publish(raw))


def test_a_published_series_carries_its_rule_and_no_small_number(tmp_path: Path) -> None:
    raw = count({"2019": 52, "2020": 3, "2021": 71}, published="")
    answer = write(tmp_path, oba.publish(raw))
    (indicator,) = read_back(tmp_path)[0].indicators
    assert [one.actuals[0].value for one in indicator.periods] == ["50", "70"]
    assert oba.publish(raw).published in indicator.description[0].text
    (dropped,) = answer.dropped
    assert dropped.place == "series.visits"
    assert dropped.found == "that 2020 has no value: a small number, not shown"
    assert '"3"' not in (tmp_path / "a.xml").read_text(encoding="utf-8")


def test_what_is_not_about_people_needs_no_protection(tmp_path: Path) -> None:
    write(tmp_path, count({"2020": 3}, published="", counted=Counted.THINGS))


def test_what_only_shows_what_could_be_is_never_called_an_actual_value(tmp_path: Path) -> None:
    made_up = count({"2020": 3}, published="", standing=Standing.ILLUSTRATIVE)
    assert [fault.code for fault in refuse(tmp_path, made_up)] == ["not-observed"]


def test_an_activity_with_results_needs_a_word_of_where_they_are_public(tmp_path: Path) -> None:
    (activity,) = read(COMPLETE).activities
    assert [fault.code for fault in refuse(tmp_path, VISITS, into=activity)] == ["not-published"]
    assert [fault.code for fault in refuse(tmp_path, VISITS, into=read(COMPLETE))] == [
        "not-published"
    ]
    write(tmp_path, VISITS, into=read(COMPLETE, published="https://example.org"))
    assert [one.title[0].text for one in read_back(tmp_path)] == [
        "Clinics are open.",
        "People live well.",
        "Visits",
    ]


# --- where it goes ---------------------------------------------------------------------------


def test_a_series_becomes_periods_with_actual_values_and_targets(tmp_path: Path) -> None:
    target = make(Target, series="visits", value=8, period=VISITS.periods[2], reason="The plan.")
    write(tmp_path, VISITS, targets=[target])
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    assert (indicator.measure, indicator.ascending) == (IatiMeasure.UNIT, True)
    assert [(str(one.start), str(one.end)) for one in indicator.periods] == [
        (f"{year}-01-01", f"{year}-12-31") for year in (2019, 2020, 2021)
    ]
    assert [one.actuals[0].value for one in indicator.periods] == ["4", "5", "7"]
    assert [one.value for one in indicator.periods[2].targets] == ["8"]
    assert indicator.periods[2].targets[0].comment[0].text.startswith("The plan.")
    assert "Unit: visits" in indicator.description[0].text
    assert [str(one) for one in indicator.references] == ["visits (vocabulary 99)"]


@pytest.mark.parametrize(
    ("polarity", "ascending"),
    [(Polarity.HIGH, True), (Polarity.LOW, False), (Polarity.NONE, None)],
)
def test_which_way_is_good_is_written_only_where_it_is_known(
    polarity: Polarity, ascending: bool | None, tmp_path: Path
) -> None:
    write(tmp_path, count({"2020": 1}, polarity=polarity))
    assert read_back(tmp_path)[0].indicators[0].ascending is ascending


def make_indicator(**more: Any) -> oba.Indicator:
    about = {"id": "care", "label": "1", "statement": "Care is near.", "outcome": "well"}
    return oba.Indicator(**{**about, **more})


WELL = oba.Outcome(id="well", statement="People live well.", population="all", note="A note.")


def test_an_outcome_is_a_result_and_an_indicator_its_indicator(tmp_path: Path) -> None:
    about = evolve(VISITS, about=["care"])
    answer = write(tmp_path, about, indicators=[make_indicator()], outcomes=[WELL])
    (result,) = read_back(tmp_path)
    assert (result.title[0].text, result.description[0].text) == ("People live well.", "A note.")
    assert result.indicators[0].title[0].text == "Care is near."
    said = [str(fault) for fault in answer.dropped]
    assert any("outcomes.well: its population" in line for line in said)
    assert any("indicators.care: its label" in line for line in said)


def test_slices_stand_side_by_side_in_one_indicator_and_are_not_added(tmp_path: Path) -> None:
    women, men = (
        count({"2020": value}, id=name, name=name, about=["care"])
        for name, value in (("women", 3), ("men", 4))
    )
    slices = {
        "women": IatiSlice(dimensions=[("sex", "female")]),
        "men": IatiSlice(dimensions=[("sex", "male")], locations=["NORTH"]),
    }
    write(tmp_path, women, men, indicators=[make_indicator()], slices=slices)
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    (period,) = indicator.periods
    assert [(one.value, str(IatiSlice.of(one))) for one in period.actuals] == [
        ("3", "sex female"),
        ("4", "sex male, at NORTH"),
    ]


def test_slices_say_together_what_holds_for_all_of_them(tmp_path: Path) -> None:
    women, men = (
        count({"2020": 3}, id=n, about=["care"], source=n, note="From forms.", published=f"By {n}.")
        for n in ("women", "men")
    )
    slices = {name: IatiSlice(dimensions=[("sex", name)]) for name in ("women", "men")}
    answer = write(tmp_path, women, men, indicators=[make_indicator()], slices=slices)
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    assert indicator.description[0].text.splitlines() == [
        "From forms.",
        "Unit: visits",
        "By women.",
        "By men.",
    ]
    assert [fault.place for fault in answer.dropped if "other slices" in fault.found] == [
        "series.women",
        "series.men",
    ]


def test_without_slices_two_series_of_an_indicator_stay_two(tmp_path: Path) -> None:
    women, men = (count({"2020": 3}, id=n, name=n, about=["care"]) for n in ("women", "men"))
    write(tmp_path, women, men, indicators=[make_indicator()], outcomes=[WELL])
    (result,) = read_back(tmp_path)
    assert [one.title[0].text for one in result.indicators] == ["women", "men"]
    same = IatiSlice(dimensions=[("sex", "female")])
    slices = {"women": same, "men": same}
    write(tmp_path, women, men, indicators=[make_indicator()], slices=slices)
    assert len(read_back(tmp_path)[0].indicators) == 2


def test_a_statement_in_words_is_a_qualitative_indicator(tmp_path: Path) -> None:
    words = make_indicator(data=DataState.STATEMENT_ONLY)
    write(tmp_path, indicators=[words], outcomes=[WELL])
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    assert (indicator.measure, indicator.periods) == (IatiMeasure.QUALITATIVE, ())
    answer = write(tmp_path, VISITS, indicators=[make_indicator(data=DataState.MISSING)])
    assert "it has no series among them" in str(answer)


def test_a_measure_is_a_result_of_its_own(tmp_path: Path) -> None:
    measure = make(oba.PerformanceMeasure, id="seen", name="People are seen soon.")
    about = evolve(VISITS, about=["seen"])
    answer = write(tmp_path, about, measures=[measure], result_type={"seen": IatiResultType.OUTPUT})
    (result,) = read_back(tmp_path)
    assert (result.type, result.title[0].text) == (IatiResultType.OUTPUT, "People are seen soon.")
    assert "quadrant" in str(answer)


@pytest.mark.parametrize(
    ("per", "value", "written"),
    [(100, 54.5, "54.5"), (1, 0.07, "7"), (1, 0.145, "14.5"), (1000, 25, "2.5")],
)
def test_a_share_is_written_as_a_percentage(
    per: float, value: float, written: str, tmp_path: Path
) -> None:
    share = count({"2020": value, "2021": per / 2}, kind=SeriesKind.SHARE, per=per, unit="of all")
    write(tmp_path, share)
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    assert indicator.measure is IatiMeasure.PERCENTAGE
    assert [one.actuals[0].value for one in indicator.periods] == [written, "50"]


def test_how_a_series_is_measured_can_be_told(tmp_path: Path) -> None:
    write(tmp_path, VISITS, measured={"visits": IatiMeasure.ORDINAL})
    assert read_back(tmp_path)[0].indicators[0].measure is IatiMeasure.ORDINAL
    rate = count({"2020": 500}, kind=SeriesKind.RATE, per=1000, unit="per 1,000")
    write(tmp_path, rate, measured={"visits": IatiMeasure.PERCENTAGE})
    assert read_back(tmp_path)[0].indicators[0].periods[0].actuals[0].value == "50"


def test_a_reader_is_told_that_a_value_is_an_estimate(tmp_path: Path) -> None:
    marked = Observation(
        period=VISITS.periods[0], value=4, flags=[Flag.ESTIMATED, Flag.BREAK], note="By phone."
    )
    write(tmp_path, evolve(VISITS, observations=[marked], running_total=True))
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    assert indicator.periods[0].actuals[0].comment[0].text == "(estimated, break) By phone."
    assert "Each value holds all the earlier ones." in indicator.description[0].text


def test_the_first_value_is_written_as_baseline_if_somebody_says_so(tmp_path: Path) -> None:
    write(tmp_path, VISITS, starting_values=True)
    ((indicator,),) = [one.indicators for one in read_back(tmp_path)]
    assert [(one.year, one.value) for one in indicator.baselines] == [(2019, "4")]
    assert len(indicator.periods) == 2
    (again,) = read_iati(tmp_path / "a.xml", starting_values=True).series
    assert again.values == VISITS.values
    quarters = count({"2019 Q1": 4, "2019 Q2": 5})
    write(tmp_path, quarters, starting_values=True)
    assert not read_back(tmp_path)[0].indicators[0].baselines


# --- what stands in the way, and what is dropped ---------------------------------------------


def test_everything_that_stands_in_the_way_is_named_at_once(tmp_path: Path) -> None:
    faults = refuse(
        tmp_path,
        VISITS,
        count({"2020": 3}, id="raw", published=""),
        VISITS,
        targets=[make(Target, series="other")],
        slices={"vists": IatiSlice()},
        measured={"visits": IatiMeasure.QUALITATIVE},
        result_type={"visit": OUTCOME},
        activity="GB",
        into=read(COMPLETE, published="https://example.org"),
    )
    assert sorted({fault.code for fault in faults}) == [
        "named-twice",
        "not-published",
        "number-of-words",
        "result-type-missing",
        "unknown-activity",
        "unknown-key",
        "unknown-reference",
    ]
    text = "\n".join(str(fault) for fault in faults)
    assert 'did you mean "visits"?' in text
    assert 'give result_type={"raw": IatiResultType.OUTCOME}' in text


def test_nothing_is_not_written(tmp_path: Path) -> None:
    assert [fault.code for fault in refuse(tmp_path)] == ["missing"]
    assert [fault.code for fault in refuse(tmp_path, VISITS, result_type="2")] == ["wrong-type"]


def test_of_several_activities_one_is_named(tmp_path: Path) -> None:
    file = read(COMPLETE, published="https://example.org")
    two = evolve(file, activities=[*file.activities, describe()])
    assert [fault.code for fault in refuse(tmp_path, VISITS, into=two)] == ["activity-missing"]
    write(tmp_path, VISITS, into=two, activity="GB-CHC-999999-1")
    first, second = read_iati_file(tmp_path / "a.xml").activities
    assert (len(first.results), len(second.results)) == (2, 1)


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    seen = Observation(
        period=VISITS.periods[0], value=50, numerator=5, denominator=10, lower=40, upper=60
    )
    gone = Observation(period=VISITS.periods[1], missing="the office was shut")
    share = count({"2019": 50}, kind=SeriesKind.SHARE, per=100)
    said = str(write(tmp_path, evolve(share, observations=[seen, gone])))
    assert "the numbers that its values are worked out from" in said
    assert "the limits of its values" in said
    assert "that 2020 has no value: the office was shut" in said


# --- there and back --------------------------------------------------------------------------


def test_what_is_written_is_as_the_schema_wants_it(tmp_path: Path, shared_data: Path) -> None:
    awkward = 'A "name" & <more>\nlines é'
    target = make(Target, series="visits", value=8.5, period=VISITS.periods[2], reason=awkward)
    write(
        tmp_path,
        evolve(VISITS, name=awkward, note=awkward, about=["care"]),
        count({"2020/21": 3}, id="yearly"),
        count({"Jan 2020": 1.5}, id="monthly", kind=SeriesKind.MEAN),
        indicators=[make_indicator(statement=awkward), make_indicator(id="words")],
        outcomes=[WELL],
        targets=[target],
        slices={"visits": IatiSlice(locations=["A & B"], dimensions=[("sex", "<f>")])},
        starting_values=True,
    )
    assert validate(tmp_path / "a.xml", shared_data) == []


# None is so far from all others that it would be asked about.
NUMBERS = st.lists(
    st.none() | st.integers(1, 900) | st.floats(1, 900) | st.floats(-900, -1),
    min_size=1,
    max_size=5,
)


@given(NUMBERS, st.sampled_from(Polarity))
def test_values_periods_and_direction_come_back_as_they_were(
    numbers: list[float | None], polarity: Polarity
) -> None:
    periods = [f"{2000 + place}/{place + 1:02d}" for place in range(len(numbers))]
    series = count(
        dict(zip(periods, numbers, strict=True)),
        kind=SeriesKind.SCORE,
        standing=Standing.SCHEMATIC,  # a value may be as odd as it likes
        polarity=polarity,
    )
    results, _ = make_results(Given(series=(series,), result_type=OUTCOME))
    file = evolve(read(COMPLETE), activities=[evolve(describe(), results=results)])
    made = convert_iati(file, Answers(kind=SeriesKind.SCORE)).series
    found = [(one.period, one.value) for series in made for one in series.observations]
    there = [(one.period, one.value) for one in series.observations if one.value is not None]
    assert found == there
    assert all(series.polarity is polarity for series in made)
