"""What becomes a series, a target, an indicator; what is asked for, and what stays behind."""

from pathlib import Path
from typing import Any

import pytest

import obamodel as oba
from obamodel.domain.indicators import DataState
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.domain.traits import Trait
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Imported
from obamodel.files.iati import Answers, convert_iati, read_iati
from tests.files.iati.building import COMPLETE, FIRST_LINE, indicate, read, span, wrap, year

EXAMPLE = Path("formats") / "iati_activity_example_2.03.xml"


def take(text: str, *, activity: str | None = None, language: str = "", **told: Any) -> Imported:
    return convert_iati(read(text), Answers(**told), activity=activity, language=language)


def refuse(text: str, **told: Any) -> list[Fault]:
    with pytest.raises(InvalidError) as caught:
        take(text, **told)
    return list(caught.value.faults)


def codes(faults: tuple[Fault, ...]) -> list[str]:
    return [fault.code for fault in faults]


def find(faults: tuple[Fault, ...], code: str) -> Fault:
    (found,) = (fault for fault in faults if fault.code == code)
    return found


def values(*numbers: str, start: int = 2020) -> str:
    return "\n".join(
        year(start + place, f'<actual value="{number}"/>') for place, number in enumerate(numbers)
    )


# --- the whole way ---------------------------------------------------------------------------


def test_a_complete_file_gives_each_slice_a_series_of_its_own() -> None:
    answer = take(COMPLETE)
    told = {one.id: (str(one.periods[0]), one.values) for one in answer.series}
    assert told == {
        "clinics-opened": ("2020", (5, 7)),
        "clinics-opened-kind-mobile-at-north": ("2020", (2, 3)),
        "patients-seen-in-a-week": ("2020/21", (62.5,)),
    }
    assert answer.series[1].name == "Clinics opened: kind mobile, at The north (NORTH)"
    assert (answer.series[0].polarity, answer.series[2].polarity) == (Polarity.HIGH, Polarity.NONE)
    assert [one.kind for one in answer.series] == [SeriesKind.COUNT] * 2 + [SeriesKind.SHARE]
    assert answer.series[0].observations[0].note == "One opened late."
    assert "GB-CHC-999999-CLINICS" in answer.series[0].source
    assert "3.8.1 (vocabulary 7)" in answer.series[0].source
    # 8 has a comment that says why; nothing says why it was to be 6.
    assert [(one.series, one.value, one.reason) for one in answer.targets] == [
        ("clinics-opened", 8, "Asked for by the council.")
    ]
    assert not answer.indicators
    assert not answer.outcomes


def test_what_stays_behind_of_a_complete_file_is_all_named_in_the_order_of_its_lines() -> None:
    answer = take(COMPLETE)
    lines = [fault.line for fault in answer.left_behind]
    assert lines == sorted(lines, key=lambda line: line or 0)
    text = "\n".join(str(fault) for fault in answer.left_behind)
    for part in (
        "1 note that programs pass over",
        "has more than results: reporting-org, title, description",
        "Les cliniques sont ouvertes.",
        "may be added up (aggregation-status)",
        "may not be added up",
        "https://example.org/clinics.pdf",
        "https://example.org/how",
        "https://example.org/count.txt",
        "https://example.org/2020",
        '"R1 (vocabulary 99)" of a result',
        'the starting value "4" of 2019; give starting_values=True',
        'the starting value "1" of 2019; give starting_values=True',
        "Une a ouvert en retard.",
        "nothing says why the target of 2020 is 6",
        'give polarity={"patients-seen-in-a-week": Polarity.HIGH} or LOW',
        "Most feel heard.",
        "Everybody feels heard.",
        "Nobody had been asked.",
        'give population={"people-live-well": "..."}',
        "an output says how a service does",
        "{urn:example:own}note",
        "{urn:example:other}extra",
        'an attribute from elsewhere, "by"',
        'an attribute from elsewhere, "round"',
    ):
        assert part in text


def test_the_annotated_example_of_the_standard_is_one_series_of_one_slice(
    shared_data: Path,
) -> None:
    answer = read_iati(shared_data / EXAMPLE)
    (series,) = answer.series
    assert (series.values, series.polarity, str(series.periods[0])) == (
        (11,),
        Polarity.HIGH,
        "2013 Q1",
    )
    assert "sex female" in series.name
    (target,) = answer.targets
    assert (target.value, target.series, target.reason) == (10, series.id, "Target comment text")
    assert "no-total" in codes(answer.decided)


def test_a_file_is_read_from_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(COMPLETE, encoding="utf-8")
    answer = read_iati(tmp_path / "a.xml", published="https://example.org/a.xml")
    assert answer.sentence.startswith("a.xml: 3 series, 1 target were read, and ")
    assert all(one.is_public for one in answer.series)
    assert not any(one.is_public for one in read_iati(tmp_path / "a.xml").series)


def test_what_was_read_fits_into_an_evaluation() -> None:
    answer = take(COMPLETE, population="everybody", target_reason="The plan says so.")
    oba.Evaluation(
        id="clinics",
        title="Clinics",
        populations=[oba.Population(id="everybody", name="Everybody", who="All.")],
        series=answer.series,
        targets=answer.targets,
        outcomes=answer.outcomes,
        indicators=answer.indicators,
    )


# --- which way is good -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "told", "expected"),
    [
        (' ascending="1"', {}, Polarity.HIGH),
        (' ascending="false"', {}, Polarity.LOW),
        (' ascending="0"', {"polarity": Polarity.HIGH}, Polarity.LOW),
        ("", {"polarity": Polarity.LOW}, Polarity.LOW),
        ("", {"polarity": {"visits": Polarity.LOW}}, Polarity.LOW),
        ("", {}, Polarity.NONE),
        ("", {"polarity": {}}, Polarity.NONE),
    ],
)
def test_which_way_is_good_is_read_or_told_and_never_guessed(
    more: str, told: dict[str, Any], expected: Polarity
) -> None:
    answer = take(indicate(values("1"), more=more), **told)
    assert answer.series[0].polarity is expected
    assert ("polarity-missing" in codes(answer.left_behind)) == (expected is Polarity.NONE)


def test_without_a_good_direction_nothing_is_judged() -> None:
    answer = take(indicate(values(*"123456789", start=2010), more=""))
    baseline = oba.freeze_baseline(
        answer.series[0], until="2014", periods=4, as_of="2015", author="us", because="a test"
    )
    with pytest.raises(InvalidError, match="does not say whether high or low is good"):
        oba.assess_curve(baseline, answer.series[0])


# --- slices, periods and values --------------------------------------------------------------


def test_a_total_is_never_made_of_slices() -> None:
    inside = year(
        2020,
        '<actual value="3"><dimension name="sex" value="female"/></actual>'
        '<actual value="4"><dimension name="sex" value="male"/></actual>',
    )
    answer = take(indicate(inside))
    assert [(one.name, one.values) for one in answer.series] == [
        ("Visits: sex female", (3,)),
        ("Visits: sex male", (4,)),
    ]
    fault = find(answer.decided, "no-total")
    assert fault.line == FIRST_LINE + 1
    assert "no total was made" in fault.mend
    assert 7 not in [value for one in answer.series for value in one.values]


def test_in_which_order_a_slice_is_told_does_not_matter() -> None:
    first = '<dimension name="sex" value="f"/><dimension name="age" value="old"/>'
    second = '<dimension name="age" value="old"/><dimension name="sex" value="f"/>'
    inside = "\n".join(
        year(2020 + place, f'<actual value="{place}">{one}</actual>')
        for place, one in enumerate([first, second])
    )
    (series,) = take(indicate(inside)).series
    assert series.values == (0, 1)


def test_a_value_that_is_there_twice_is_refused_by_its_line() -> None:
    twice = '<actual value="1"/>\n<actual value="1"/>'
    (fault,) = refuse(indicate(year(2020, twice)))
    assert (fault.code, fault.line) == ("duplicate-period", FIRST_LINE + 3)
    assert f"there is a value of 2020 already, in line {FIRST_LINE + 2}" in fault.found
    assert "never added or averaged" in fault.mend
    other = '<actual value="1"><dimension name="sex" value="f"/></actual>'
    (fault,) = refuse(indicate(year(2020, '<actual value="1"/>' + other) + year(2020, other)))
    assert 'for "sex f" already' in fault.found
    (fault,) = refuse(indicate(year(2020, '<target value="1"/><target value="2"/>')))
    assert "there is a target of 2020 already" in fault.found


def test_periods_are_put_in_order_and_those_of_different_lengths_kept_apart() -> None:
    inside = "\n".join(
        [
            year(2021, '<actual value="2"/>'),
            year(2020, '<actual value="1"/>'),
            span("2020-01-01", "2020-03-31", '<actual value="9"/>'),
            span("2020-01-01", "2021-12-31", '<target value="5"/>'),
        ]
    )
    answer = take(indicate(inside), target_reason="The plan says so.")
    assert [(one.id, one.values) for one in answer.series] == [
        ("visits-year", (1, 2)),
        ("visits-quarter", (9,)),
        ("visits-year-2", ()),
    ]
    (target,) = answer.targets
    assert (target.series, target.period.in_words()) == ("visits-year-2", "2020 to 2021")


def test_a_period_that_we_have_none_for_is_left_with_its_line() -> None:
    inside = span("2020-01-01", "2020-06-30", '<actual value="1"/>') + "\n" + values("2")
    answer = take(indicate(inside))
    assert [one.values for one in answer.series] == [(2,)]
    fault = find(answer.left_behind, "no-such-period")
    assert fault.line == FIRST_LINE + 2
    assert fault.found == "it runs from 2020-01-01 to 2020-06-30"


def test_a_quarter_of_another_year_is_read_once_its_year_is_named() -> None:
    text = indicate(span("2020-09-01", "2020-11-30", '<actual value="1"/>'))
    answer = take(text)
    assert not answer.series
    assert "calendar=" in find(answer.left_behind, "calendar-missing").mend
    (series,) = take(text, calendar=oba.Calendar.parse("academic")).series
    assert str(series.periods[0]) == "2020/21 Q1 (academic)"


@pytest.mark.parametrize("value", ["n/a", "1,5", "1 000", "50%", "1e3", "NaN", "٣", "--1", "£5"])
def test_what_is_no_number_is_refused_by_its_line(value: str) -> None:
    (fault,) = refuse(indicate(values("1", value)))
    assert (fault.code, fault.line) == ("not-a-number", FIRST_LINE + 3)
    assert value in fault.found


def test_every_value_that_is_no_number_is_named_at_once() -> None:
    faults = refuse(indicate(values(*["?"] * 10)))
    assert [fault.line for fault in faults] == [FIRST_LINE + 2 + n for n in range(10)]


def test_a_value_that_is_missing_needs_a_reason() -> None:
    said = "<comment><narrative>Nobody counted.</narrative></comment>"
    (series,) = take(indicate(year(2020, f"<actual>{said}</actual>"))).series
    assert series.observations[0].missing == "Nobody counted."
    (fault,) = refuse(indicate(year(2020, '<actual value=""/>')))
    assert fault.code == "number-missing"
    assert "is not zero" in fault.mend


# --- what sort of number ---------------------------------------------------------------------


def test_whole_numbers_are_taken_as_counts_and_that_is_said() -> None:
    answer = take(indicate(values("1", "2")))
    assert answer.series[0].kind is SeriesKind.COUNT
    assert find(answer.decided, "taken-as-count").line == FIRST_LINE + 1
    assert answer.series[0].unit == "units"
    told = take(indicate(values("1", "2")), kind=SeriesKind.MEAN, unit={"visits": "days"})
    assert (told.series[0].kind, told.series[0].unit) == (SeriesKind.MEAN, "days")
    assert not told.decided


@pytest.mark.parametrize("numbers", [("1.5", "2"), ("-1", "2")])
def test_of_other_numbers_it_is_asked_what_they_are(numbers: tuple[str, str]) -> None:
    answer = take(indicate(values(*numbers)))
    assert not answer.series
    assert 'give kind={"visits": SeriesKind.MEAN}' in find(answer.left_behind, "kind-missing").mend
    told = take(indicate(values(*numbers)), kind={"visits": SeriesKind.SCORE})
    assert told.series[0].values == tuple(float(number) for number in numbers)


def test_percentages_are_shares_unless_they_cannot_be() -> None:
    (series,) = take(indicate(values("54.2", "60"), measure="2")).series
    assert (series.kind, series.per, series.unit) == (SeriesKind.SHARE, 100, "%")
    answer = take(indicate(values("54.2", "160"), measure="2"))
    assert not answer.series
    assert "not all between 0 and 100" in find(answer.left_behind, "kind-missing").found
    (rate,) = take(indicate(values("54.2", "160"), measure="2"), kind=SeriesKind.RATE).series
    assert (rate.kind, rate.per) == (SeriesKind.RATE, 100)


def test_fractions_that_are_said_to_be_percentages_are_asked_about() -> None:
    text = indicate(values("0.54", "0.6"), measure="2")
    answer = take(text)
    assert not answer.series
    assert 'give per={"visits": 1}' in find(answer.left_behind, "percent-as-fraction").mend
    (series,) = take(text, per={"visits": 1}).series
    assert (series.per, series.unit) == (1, "out of 1")
    (rate,) = take(text, kind={"visits": SeriesKind.RATE}).series
    assert (rate.per, rate.unit) == (100, "%")


def test_a_rate_says_what_it_is_per() -> None:
    answer = take(indicate(values("54")), kind=SeriesKind.RATE)
    assert 'give per={"visits": 100}' in find(answer.left_behind, "per-missing").mend
    (series,) = take(indicate(values("54")), kind=SeriesKind.RATE, per=1000).series
    assert series.per == 1000


def test_ordinal_numbers_are_scores_and_nominal_ones_are_no_numbers() -> None:
    (series,) = take(indicate(values("1.5"), measure="4")).series
    assert series.kind is SeriesKind.SCORE
    answer = take(indicate(values("1.5"), measure="3"))
    assert not answer.series
    assert "stand for names" in find(answer.left_behind, "in-words").mend


def test_a_qualitative_indicator_is_a_statement_and_its_words_are_left_by_line() -> None:
    said = "<actual><comment><narrative>Most feel heard.</narrative></comment></actual>"
    answer = take(indicate(year(2020, said), measure="5"), population="everybody")
    (indicator,) = answer.indicators
    assert (indicator.data, indicator.statement) == (DataState.STATEMENT_ONLY, "Visits")
    fault = find(answer.left_behind, "in-words")
    assert (fault.line, "Most feel heard." in fault.found) == (FIRST_LINE + 2, True)
    assert not answer.series


def test_what_the_series_itself_would_refuse_is_left_with_its_line() -> None:
    answer = take(indicate(values("2", "3", "2", "9000")))
    assert not answer.series
    assert find(answer.left_behind, "absurd-value").line == FIRST_LINE + 5


# --- what is counted -------------------------------------------------------------------------


def test_what_is_counted_is_people_unless_somebody_says_otherwise() -> None:
    (series,) = take(indicate(values("1"))).series
    assert (series.counted, series.trait) == (Counted.PEOPLE, Trait.CHARACTERISTIC)
    (told,) = take(
        indicate(values("1")), counted=Counted.THINGS, trait={"visits": Trait.OTHER}
    ).series
    assert (told.counted, told.trait) == (Counted.THINGS, Trait.OTHER)


# --- starting values -------------------------------------------------------------------------


def test_a_starting_value_is_taken_only_if_somebody_says_so() -> None:
    text = indicate('<baseline year="2019" value="4"/>' + values("5"))
    assert take(text).series[0].values == (5,)
    (series,) = take(text, starting_values=True).series
    assert [(str(one.period), one.value) for one in series.observations] == [
        ("2019", 4),
        ("2020", 5),
    ]


@pytest.mark.parametrize(
    ("baseline", "inside", "part"),
    [
        ('year="2020" value="4"', values("5"), "a year that has another value already"),
        ('year="2019" iso-date="2018-12-31" value="4"', values("5"), "is said to be of 2018-12-31"),
        ('year="9999" value="4"', values("5"), "no series of calendar years"),
        (
            'year="2019" value="4"',
            span("2020-04-01", "2021-03-31", '<actual value="1"/>'),
            "no series of calendar years",
        ),
    ],
)
def test_a_starting_value_that_fits_no_year_is_left(baseline: str, inside: str, part: str) -> None:
    answer = take(indicate(f"<baseline {baseline}/>{inside}"), starting_values=True)
    assert len(answer.series[0].observations) == 1
    assert part in find(answer.left_behind, "starting-value").found


def test_a_starting_value_of_another_slice_goes_nowhere() -> None:
    women = '<dimension name="sex" value="female"/>'
    text = indicate(f'<baseline year="2019" value="4">{women}</baseline>' + values("5"))
    answer = take(text, starting_values=True)
    assert [one.values for one in answer.series] == [(5,)]
    assert "starting-value" in codes(answer.left_behind)


# --- targets, outcomes and indicators --------------------------------------------------------


def test_a_target_without_a_reason_is_asked_about() -> None:
    text = indicate(year(2020, '<target value="5"/><actual value="4"/>'))
    answer = take(text)
    assert [one.id for one in answer.targets] == []
    assert 'target_reason={"visits": "..."}' in find(answer.left_behind, "reason-missing").mend
    (target,) = take(text, target_reason={"visits": "The plan."}).targets
    assert (target.id, target.value, target.reason) == ("visits-target-2020", 5, "The plan.")


def test_the_comment_on_a_target_is_its_reason_and_that_is_said() -> None:
    said = '<target value="5"><comment><narrative>Law.</narrative></comment></target>'
    answer = take(indicate(year(2020, said)), target_reason="The plan.")
    assert answer.targets[0].reason == "Law."
    assert find(answer.decided, "taken-as-reason").line == FIRST_LINE + 2


def test_a_target_in_words_is_left() -> None:
    said = "<target><comment><narrative>More.</narrative></comment></target>"
    answer = take(indicate(year(2020, said + '<actual value="1"/>')))
    assert "More." in find(answer.left_behind, "in-words").found


def test_a_result_becomes_an_outcome_once_its_population_is_named() -> None:
    text = indicate(values("1"))
    assert "population-missing" in codes(take(text).left_behind)
    answer = take(text, population="everybody")
    (outcome,), (indicator,), (series,) = answer.outcomes, answer.indicators, answer.series
    assert (outcome.id, outcome.statement, outcome.population) == (
        "outcome-better",
        "Better",
        "everybody",
    )
    assert (indicator.outcome, indicator.data) == (outcome.id, DataState.HELD)
    assert series.about == (indicator.id,)
    assert "population-missing" not in codes(answer.left_behind)


def test_an_output_is_no_outcome_unless_it_is_named_itself() -> None:
    text = indicate(values("1")).replace('type="2"', 'type="1"')
    answer = take(text, population="everybody")
    assert not answer.outcomes
    assert "quadrant" in find(answer.left_behind, "population-missing").found
    assert take(text, population={"better": "everybody"}).outcomes


# --- what is told ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "code", "part"),
    [
        ({"polarity": {"vists": Polarity.HIGH}}, "unknown-key", 'did you mean "visits"?'),
        ({"polarity": "high"}, "wrong-type", "give a Polarity"),
        ({"kind": {"visits": "mean"}}, "wrong-type", "give a SeriesKind"),
        ({"per": 0}, "wrong-type", "above 0"),
        ({"per": True}, "wrong-type", "above 0"),
        ({"unit": " "}, "wrong-type", "in a few words"),
        ({"population": "All people"}, "wrong-type", "a-z, 0-9 and hyphens"),
        ({"population": {"visits": "all"}}, "unknown-key", "choose one of: better"),
        ({"counted": {5: Counted.PEOPLE}}, "unknown-key", "choose one of: visits"),
        ({"trait": "other"}, "wrong-type", "give a Trait"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(told: dict[str, Any], code: str, part: str) -> None:
    (fault,) = refuse(indicate(values("1")), **told)
    assert fault.code == code
    assert part in str(fault)


def test_one_activity_can_be_chosen() -> None:
    assert take(indicate(values("1")), activity="GB-CHC-999999-1").series
    with pytest.raises(InvalidError, match='did you mean "GB-CHC-999999-1"'):
        take(indicate(values("1")), activity="GB-CHC-999999-2")


def test_words_are_read_in_the_language_asked_for() -> None:
    answer = take(COMPLETE, language="fr", population={"les-cliniques-sont-ouvertes": "tous"})
    assert answer.outcomes[0].statement == "Les cliniques sont ouvertes."
    assert answer.series[0].observations[0].note == "Une a ouvert en retard."
    assert "One opened late." in "\n".join(str(one) for one in answer.left_behind)


def test_many_indicators_of_one_title_have_names_of_their_own() -> None:
    one = (
        '<indicator measure="1"><title><narrative>Visits</narrative></title>'
        f"{values('1')}</indicator>"
    )
    result = f'<result type="1"><title><narrative>Visits</narrative></title>{one * 12}</result>'
    answer = take(wrap(result))
    assert len({series.id for series in answer.series}) == 12
