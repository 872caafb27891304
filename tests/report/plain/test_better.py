"""Is each verdict said in short, true words, whatever it is?"""

import attrs
import pytest

from obamodel.disclosure import publish_curves
from obamodel.domain.periods import Period
from obamodel.domain.series import SeriesKind
from obamodel.plots.direction import find_direction
from obamodel.report.plain.better import AFTER_END, VERDICTS, say_curve, say_time
from obamodel.report.plain.reading import count_words, split_sentences
from obamodel.stats.turning import AfterEnd, CurveAnswer, Verdict
from obamodel.stats.turning.curves import FamilyPlace
from tests.report.plain.drawn import AGREED, LATER, SINCE, make_evaluation, measure

ANSWERS = publish_curves(make_evaluation())
HIGHEST_YEAR = 4


def find(verdict: Verdict) -> CurveAnswer:
    return next(one for one in ANSWERS if one.verdict is verdict)


def test_the_drawn_curves_have_every_verdict_word_there_is() -> None:
    assert {one.verdict for one in ANSWERS} == set(Verdict)
    assert {one.after_end for one in ANSWERS} == {None, *AfterEnd}


def test_each_drawn_curve_has_the_verdict_it_was_drawn_for() -> None:
    assert [str(one.verdict) for one in ANSWERS[: len(LATER)]] == list(LATER)
    since = ANSWERS[len(LATER) : len(LATER) + len(SINCE)]
    assert [str(one.after_end) for one in since] == list(SINCE)
    assert [str(one.verdict) for one in ANSWERS[-4:-1]] == list(AGREED)


def test_every_verdict_word_has_its_sentences_and_its_arrow() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert set(AFTER_END) == set(AfterEnd)
    for verdict in Verdict:
        assert find_direction(verdict)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("after_end", [None, *AfterEnd])
def test_each_verdict_and_what_came_after_can_be_read_at_nine(
    verdict: Verdict, after_end: AfterEnd | None
) -> None:
    said = list(say_curve(attrs.evolve(find(verdict), after_end=after_end)))
    for text in said:
        for sentence in split_sentences(text):
            assert count_words(sentence) <= 15, sentence
    found = measure(" ".join(said))
    assert {formula: year for formula, year in found.items() if year > HIGHEST_YEAR} == {}


# --- true -------------------------------------------------------------------------------------


def test_better_and_worse_are_said_of_what_is_better_and_worse() -> None:
    assert "It is better than we thought it would be." in list(say_curve(find(Verdict.TURNED)))
    assert "It is worse than we thought it would be." in list(say_curve(find(Verdict.WORSE)))
    maybe = list(say_curve(find(Verdict.SIGNS_OF_A_TURN)))
    assert maybe[:2] == [
        "It may be better than we thought it would be.",
        "But we are not sure yet.",
    ]


def test_too_early_says_how_many_more_years_are_needed_and_when() -> None:
    # One value since the start; a verdict needs three.
    said = list(say_curve(find(Verdict.TOO_EARLY)))
    assert "We need 2 more years of numbers." in said
    assert "We can tell when we have the numbers for 2014." in said


def test_too_short_a_past_says_how_many_numbers_there_are_and_how_many_are_needed() -> None:
    (short,) = [one for one in ANSWERS if one.points_before == 6]
    said = list(say_curve(short))
    assert "We have only 6 numbers from before." in said
    assert "We need 8 or more." in said


def test_a_past_without_ups_and_downs_says_so() -> None:
    flat = attrs.evolve(find(Verdict.TURNED), verdict=Verdict.TOO_EARLY)
    assert "The numbers from before are all the same." in list(say_curve(flat))


def test_the_numbers_are_those_of_the_answer() -> None:
    # Steady at about 50 before; 20, 21 and 20 after: about 20 on average.
    said = list(say_curve(find(Verdict.TURNED)))
    assert "We looked at 2012 to 2014." in said
    assert "We thought it would be about 50. It was about 20." in said
    assert 'We counted: "people".' in said


def test_a_rate_says_what_it_is_of_and_a_long_unit_is_left_to_the_report() -> None:
    answer = find(Verdict.TURNED)
    rate = attrs.evolve(answer.series, kind=SeriesKind.RATE, per=1000, unit="per 1,000 children")
    said = list(say_curve(attrs.evolve(answer, series=rate)))
    assert 'These numbers are: "per 1,000 children".' in said
    wordy = attrs.evolve(answer.series, unit="people " * 9)
    assert not [
        one for one in say_curve(attrs.evolve(answer, series=wordy)) if one.startswith("We counted")
    ]


def test_nobody_is_said_to_have_done_it() -> None:
    for answer in ANSWERS:
        said = list(say_curve(answer))
        told = answer.verdict not in (Verdict.TOO_EARLY, Verdict.TOO_FEW)
        assert ("So we do not say who or what did it." in said) is told


def test_a_slowed_worsening_says_that_it_still_gets_worse() -> None:
    # Fewer is better. Ten more each year was forecast; it was one more each year.
    slowed = [one for one in ANSWERS if "It still gets worse." in list(say_curve(one))]
    assert [one.baseline.id for one in slowed] == [ANSWERS[-1].baseline.id]


def test_one_of_many_says_that_many_were_looked_at() -> None:
    family = FamilyPlace(name="all", looked_at=9, alone=Verdict.TURNED)
    one = attrs.evolve(find(Verdict.NO_TURN_SHOWN), family=family)
    assert "We looked at many things at once." in " ".join(say_curve(one))


@pytest.mark.parametrize(
    ("written", "number", "said"),
    [
        ("2014", 1, "1 more year"),
        ("2014/15", 3, "3 more years"),
        ("2014 Q1", 2, "6 more months"),
        ("2014-01", 1, "1 more month"),
        ("2011-W01", 2, "2 more weeks"),
        ("2011-01-07", 2, "2 more days"),
        ("2009-2011", 1, "3 more years"),
    ],
)
def test_the_time_that_is_needed_is_in_the_series_own_periods(
    written: str, number: int, said: str
) -> None:
    assert say_time(number, Period.parse(written)) == said
