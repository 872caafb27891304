"""How a verdict is said, in words a twelve-year-old can follow."""

import re
from typing import Any

import attrs
import pytest

from obamodel.domain.baselines import Method
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, SeriesKind
from obamodel.stats.turning import AfterEnd, CurveAnswer, Verdict, assess_curve, assess_family
from obamodel.stats.turning.saying import RIVALS, say_value
from tests.stats.forecasting.building import JUDGED, freeze, make_series
from tests.stats.turning.building import BEFORE, depart, expect, follow

GIVEN: dict[str, Any] = {"method": Method.GIVEN, "agreed_by": "the partners"}
FLAT: list[float] = [54.0] * 12


def end(during: float, after: float, *, number: int = 3, **about: Any) -> CurveAnswer:
    baseline = expect([50.0] * 6, ended=Period.parse("2014"), **about)
    values = [50 + during] * 3 + [50 + after] * number
    return assess_curve(baseline, follow(baseline, values))


def judge_given(*after: float, deviation: float = 0, **about: Any) -> CurveAnswer:
    baseline = expect([50.0] * 3, deviation=deviation, **(GIVEN | about))
    return assess_curve(baseline, follow(baseline, after))


# --- the sentence ------------------------------------------------------------------------

OVER = "From 2012 to 2015 it was {} points on average; the forecast if nothing changed was 50"


@pytest.mark.parametrize(
    ("departure", "verdict", "sentence"),
    [
        # Half the 95% interval of four values is 9.8, half the 80% one 6.4.
        (
            12.5,
            Verdict.TURNED,
            (
                f"People heard: the curve has turned against this baseline. {OVER.format('62.5')}, "
                "so it is better than forecast. That is more than its usual ups and downs."
            ),
        ),
        (
            8.0,
            Verdict.SIGNS_OF_A_TURN,
            (
                f"People heard: there are signs of a turn. {OVER.format('58')}, so it is better "
                "than forecast. It looks better than the forecast, but it is not sure yet."
            ),
        ),
        (
            2.0,
            Verdict.NO_TURN_SHOWN,
            (
                f"People heard: no turn is shown. {OVER.format('52')}, so it is better than "
                "forecast. That is within its usual ups and downs. Only a gap of about 9.8 points "
                "or more could have been shown."
            ),
        ),
        (
            0.0,
            Verdict.NO_TURN_SHOWN,
            (
                f"People heard: no turn is shown. {OVER.format('50')}. That is within its usual "
                "ups and downs. Only a gap of about 9.8 points or more could have been shown."
            ),
        ),
        (
            -8.0,
            Verdict.SIGNS_OF_WORSENING,
            (
                f"People heard: there are signs of worsening. {OVER.format('42')}, so it is worse "
                "than forecast. It looks worse than the forecast, but it is not sure yet."
            ),
        ),
        (
            -12.0,
            Verdict.WORSE,
            (
                f"People heard: it is worse than the baseline. {OVER.format('38')}, so it is worse "
                "than forecast. That is more than its usual ups and downs."
            ),
        ),
    ],
)
def test_each_verdict_is_said_with_the_gap_and_which_way_it_is(
    departure: float, verdict: Verdict, sentence: str
) -> None:
    answer = depart(*[departure] * 4)
    assert answer.verdict is verdict
    assert str(answer) == sentence


def test_where_low_is_good_a_fall_is_better() -> None:
    answer = depart(*[12.0] * 4, low=True)
    assert str(answer).startswith(
        "People heard: the curve has turned against this baseline. From 2012 to 2015 it was 38 "
        "points on average; the forecast if nothing changed was 50, so it is better than forecast."
    )


def test_a_worthwhile_turn_that_is_ruled_out_is_said_with_its_size() -> None:
    answer = depart(*[2.0] * 4, worthwhile=15.0, worthwhile_judged=JUDGED)
    assert answer.verdict is Verdict.NO_WORTHWHILE_TURN
    assert str(answer) == (
        f"People heard: there is no worthwhile turn. {OVER.format('52')}, so it is better than "
        "forecast. An improvement of 15 points or more, the least worth having, is ruled out."
    )


def test_with_one_value_it_is_too_early_and_the_gap_and_the_time_of_an_answer_are_said() -> None:
    assert str(depart(12.0)) == (
        "People heard: it is too early to say. There is 1 value since the start; an answer needs "
        "3. In 2012 it was 62 points; the forecast if nothing changed was 50, so it is better than "
        "forecast. An answer will be possible with 2014."
    )


def test_with_nothing_seen_that_is_said() -> None:
    assert str(depart()) == (
        "People heard: it is too early to say. There are no values since the start; an answer "
        "needs 3. Nothing has been seen since the start. An answer will be possible with 2014."
    )


def test_a_forecast_that_is_too_short_for_an_answer_promises_none() -> None:
    baseline = expect([50.0, 50.0])
    answer = assess_curve(baseline, follow(baseline, [60.0, 61.0]))
    assert answer.possible_from is None
    assert str(answer).startswith(
        "People heard: it is too early to say. There are 2 values since the start; an answer needs "
        "3, and this baseline cannot be held against more."
    )


def test_with_few_values_before_another_baseline_is_named_that_could_be_judged() -> None:
    series = make_series([48.0, 52, 49, 51, 50, 47, 60, 61, 62])
    answer = assess_curve(freeze(series, "2005", 3), series)
    assert answer.verdict is Verdict.TOO_EARLY
    # Six values are there; with two more there are eight, and three are judged after that.
    assert str(answer.possible_from) == "2010"
    assert str(answer).startswith(
        "People heard: it is too early to say. The baseline rests on 6 values; an answer needs 8 "
        "or more from before the start. From 2006 to 2008 it was 61 points on average; "
    )
    assert str(answer).endswith(
        "so it is better than forecast. A new baseline, frozen when there are 8 values, could be "
        "judged with 2010."
    )
    assert "The limits of the forecast are provisional: they rest on very few values." in (
        answer.caveats
    )


def test_with_very_few_values_before_the_direction_is_still_said() -> None:
    series = make_series([48.0, 52, 49, 60, 61, 62])
    answer = assess_curve(freeze(series, "2002", 3), series)
    assert answer.verdict is Verdict.TOO_FEW
    assert str(answer) == (
        "People heard: there are too few points to set a baseline: 3; at least 8 are wanted. From "
        "2003 to 2005 it was 61 points on average; the forecast if nothing changed was 49, so it "
        "is better than forecast. A new baseline, frozen when there are 8 values, could be judged "
        "with 2010."
    )
    assert "With so few values the forecast is the last of them, without limits." in answer.caveats


def test_a_past_without_ups_and_downs_tells_nothing() -> None:
    series = make_series([*FLAT, 60.0, 61, 62])
    answer = assess_curve(freeze(series, "2011", 3), series)
    assert answer.verdict is Verdict.TOO_EARLY
    assert str(answer) == (
        "People heard: it is too early to say. The past has no ups and downs at all, so nothing "
        "tells how far a value may stray. From 2012 to 2014 it was 61 points on average; the "
        "forecast if nothing changed was 54, so it is better than forecast."
    )
    assert "The past has no ups and downs at all, so the forecast has no limits." in answer.caveats


# --- what was agreed ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "verdict", "says"),
    [
        ((60.0,), Verdict.BETTER_THAN_AGREED, "better than the forecast agreed by the partners"),
        ((40.0, 50.0), Verdict.WORSE_THAN_AGREED, "worse than the forecast agreed by the partners"),
        ((50.0, 50.0), Verdict.AS_AGREED, "as the forecast agreed by the partners"),
        # What is left by rounding is nothing.
        ((49.9, 50.1, 50.0), Verdict.AS_AGREED, "as the forecast agreed by the partners"),
    ],
)
def test_a_forecast_that_was_agreed_is_answered_in_its_own_words(
    after: tuple[float, ...], verdict: Verdict, says: str
) -> None:
    answer = judge_given(*after)
    assert answer.verdict is verdict
    assert str(answer).startswith(f"People heard: {says}. ")
    assert "the forecast agreed was 50" in str(answer)
    assert "The forecast was agreed by the partners, with no error band." in answer.caveats


def test_less_than_what_was_said_to_be_worthwhile_is_as_agreed() -> None:
    about: dict[str, Any] = {"worthwhile": 5.0, "worthwhile_judged": JUDGED}
    verdicts = [judge_given(value, **about).verdict for value in (45.0, 45.1, 54.9, 55.0)]
    assert verdicts == [
        Verdict.WORSE_THAN_AGREED,
        Verdict.AS_AGREED,
        Verdict.AS_AGREED,
        Verdict.BETTER_THAN_AGREED,
    ]


@pytest.mark.parametrize(
    ("agreed", "seen", "verdict"),
    [
        (50.0, 50.5, Verdict.BETTER_THAN_AGREED),
        (50.0, 49.5, Verdict.WORSE_THAN_AGREED),
        (0.0, 0.0, Verdict.AS_AGREED),
        # What rounding leaves grows and shrinks with the numbers.
        (1e6, 1e6 + 2e-7, Verdict.AS_AGREED),
        (1e-6, 2e-6, Verdict.BETTER_THAN_AGREED),
        (2e-6, 1e-6, Verdict.WORSE_THAN_AGREED),
    ],
)
def test_any_difference_from_what_was_agreed_counts_but_that_of_rounding(
    agreed: float, seen: float, verdict: Verdict
) -> None:
    history = [one * max(agreed, 50) / 50 for one in BEFORE]
    baseline = expect([agreed], before=history, deviation=0, **GIVEN)
    series = follow(baseline, [seen])
    assert assess_curve(baseline, series).verdict is verdict


def test_with_nothing_seen_since_a_forecast_was_agreed_that_is_all() -> None:
    assert str(judge_given()) == (
        "People heard: it is too early to say. There are no values since the start. "
        "Nothing has been seen since the start."
    )


def test_a_forecast_agreed_with_limits_has_a_verdict_however_few_values_it_rests_on() -> None:
    answer = judge_given(65.0, 66.0, 67.0, deviation=10, before=[48.0, 52])
    assert str(answer) == (
        "People heard: the curve has turned against this baseline. From 2002 to 2004 it was 66 "
        "points on average; the forecast agreed was 50, so it is better than forecast. That is "
        "more than the room for error that the partners agreed."
    )
    assert "The forecast and its limits were agreed by the partners." in answer.caveats
    within = judge_given(51.0, 51.0, 51.0, deviation=10)
    assert "That is within the room for error that was agreed with it." in str(within)


def test_limits_that_were_agreed_are_not_denied_before_anything_is_seen() -> None:
    answer = judge_given(deviation=10)
    assert "The forecast and its limits were agreed by the partners." in answer.caveats
    assert "an answer needs 3" in str(answer)


# --- slowed, and after the end -----------------------------------------------------------

SLOWED = "It is still getting worse, but more slowly than forecast: that counts as a turn."


def fall(*after: float) -> CurveAnswer:
    """Judge values since against a forecast that falls by 10 each year from 50 on."""
    baseline = expect([40.0, 30.0, 20.0, 10.0], before=[*BEFORE[:-1], 50.0], deviation=2)
    return assess_curve(baseline, follow(baseline, after))


@pytest.mark.parametrize(
    ("after", "is_slowed"),
    [
        ((49.0, 47, 46, 44), True),
        ((50.0, 51, 52, 53), False),
        # Lower than before the start, but on the way up again.
        ((42.0, 44, 46, 48), False),
    ],
)
def test_a_worsening_that_slowed_is_a_turn_and_said_to_be_one(
    after: tuple[float, ...], is_slowed: bool
) -> None:
    answer = fall(*after)
    assert answer.verdict is Verdict.TURNED
    assert (SLOWED in str(answer)) is is_slowed


def test_a_rate_that_should_be_low_and_rises_less_than_forecast_has_slowed() -> None:
    baseline = expect([60.0, 70.0, 80.0], before=[*BEFORE[:-1], 50.0], deviation=2)
    answer = assess_curve(baseline, follow(baseline, [51.0, 53.0, 54.0], low=True))
    assert SLOWED in str(answer)


@pytest.mark.parametrize(
    ("during", "after", "word", "says"),
    [
        # Means of three reach 11.3 and 7.4 either way, their difference 16.0 and 10.5.
        (20, 20, AfterEnd.SUSTAINED, "Since it ended, the turn has been sustained."),
        (
            20, 8, AfterEnd.SIGNS_SUSTAINED,
            "Since it ended, there are signs that the turn is sustained.",
        ),
        (14, 5, AfterEnd.UNCLEAR, "Since it ended, the turn is fading or unclear."),
        (
            20, 5, AfterEnd.SIGNS_REVERTED,
            "Since it ended, there are signs that the curve has reverted.",
        ),
        (20, 0, AfterEnd.REVERTED, "Since it ended, the curve has reverted."),
        (
            3, 20, AfterEnd.TURNED_LATE,
            "While it ran, no turn was shown; the curve turned late, after it ended.",
        ),
        (
            3, 3, AfterEnd.NOT_TURNED,
            "While it ran, no turn was shown, and none since it ended.",
        ),
    ],
)  # fmt: skip
def test_what_became_of_it_after_the_end_is_said(
    during: float, after: float, word: AfterEnd, says: str
) -> None:
    answer = end(during, after, initiative="The youth club")
    assert answer.after_end is word
    assert str(answer).endswith(f"The youth club ended with 2014. {says}")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_with_few_values_since_the_end_that_is_said(number: int) -> None:
    answer = end(20, 20, number=number)
    assert answer.after_end is AfterEnd.TOO_EARLY
    assert str(answer).endswith(
        "What became of it after 2014 cannot be said yet: that needs 3 values during and 3 since."
    )


def test_where_more_values_would_not_help_it_is_not_said_that_they_would() -> None:
    few = end(20, 20, before=BEFORE[:7], first="2005")
    assert str(few).endswith(
        "What became of it after 2014 cannot be said: the baseline rests on fewer than 8 values."
    )
    agreed = end(20, 20, deviation=0, **GIVEN)
    assert str(agreed).endswith(
        "What became of it after 2014 cannot be said, because the forecast has no limits."
    )


def test_what_was_agreed_with_limits_is_judged_after_the_end_too() -> None:
    few = end(20, 20, before=BEFORE[:2], first="2010", **GIVEN)
    assert few.after_end is AfterEnd.SUSTAINED


# --- one of a family ---------------------------------------------------------------------


def test_a_curve_held_back_by_its_family_says_what_it_would_have_read_alone() -> None:
    baseline = expect([50.0] * 4)
    curves = [(baseline, follow(baseline, [50.0 + one] * 4)) for one in (10.5, 0.0, 0.0, 0.0)]
    first = assess_family("the outcome", curves)[0]
    assert first.verdict is Verdict.SIGNS_OF_A_TURN
    assert str(first).endswith(
        "Alone it would have read: turned. It is one of 4 looked at together, and one of many may "
        "turn by luck."
    )
    assert first.caveats[-1] == (
        "It was judged as one of 4 in the family the outcome (Holm's rule)."
    )


def test_held_back_to_no_turn_nothing_is_said_that_its_own_interval_denies() -> None:
    baseline = expect([50.0] * 4)
    curves = [(baseline, follow(baseline, [50.0 + one] * 4)) for one in (8.0, 0.0, 0.0, 0.0)]
    first = assess_family("the outcome", curves)[0]
    assert first.verdict is Verdict.NO_TURN_SHOWN
    assert "ups and downs" not in str(first)
    assert "could have been shown" not in str(first)


# --- numbers -----------------------------------------------------------------------------


def test_numbers_have_as_many_decimals_as_the_series_and_a_small_mean_one() -> None:
    answer = depart(1.25, 2.0, 3.0)
    assert say_value(answer, 2.0834) == "2.08 points"
    assert say_value(answer, 1234.5) == "1,234.5 points"
    whole = depart(1.0, 2.0, 3.0)
    assert say_value(whole, 2.4) == "2 points"
    assert say_value(whole, 2.44, digits=1) == "2.4 points"
    # Of a large number nobody wants the tenths.
    assert say_value(whole, 240.4, digits=1) == "240 points"
    assert say_value(whole, 100.0) == "100 points"
    assert say_value(whole, 2.4, unit=False) == "2"


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert say_value(depart(1.0, 2.0, 3.0), -0.04) == "0 points"


def test_a_percentage_always_has_its_sign() -> None:
    answer = depart(1.0, 2.0, 3.0)
    percent = attrs.evolve(answer, series=attrs.evolve(answer.series, unit="%"))
    assert say_value(percent, 2.0, unit=False) == "2%"


def test_where_there_is_no_room_for_a_turn_so_large_that_is_said() -> None:
    baseline = expect([5.0] * 3)
    counted = follow(baseline, [5.0] * 3, low=True, kind=SeriesKind.COUNT, unit="children")
    assert "this baseline cannot show a turn over these periods" in str(
        assess_curve(baseline, counted)
    )


# --- caveats -----------------------------------------------------------------------------


def test_who_froze_it_why_and_on_how_many_values_comes_first() -> None:
    answer = depart(1.0, 2.0, 3.0)
    assert answer.caveats[0] == (
        "The baseline was frozen by Data group (May 2015): No new money, same staff. "
        "It rests on 12 values; 3 values since the start were judged."
    )
    assert "A turn says that the curve bent, not what bent it." in answer.caveats
    assert "12 values; 1 value since the start was judged." in depart(1.0).caveats[0]
    assert answer.caveats[-1] == (
        "It was judged alone. Where many curves are looked at, one may turn by luck."
    )


@pytest.mark.parametrize(
    ("number", "caveat"),
    [
        (11, "It is a trial baseline: it rests on fewer than 12 values."),
        (7, "The limits of the forecast are provisional: they rest on very few values."),
    ],
)
def test_few_values_before_are_a_caveat(number: int, caveat: str) -> None:
    assert caveat in depart(1.0, 2.0, 3.0, before=BEFORE[:number]).caveats
    assert caveat not in depart(1.0, 2.0, 3.0).caveats


def test_a_value_outside_its_limits_is_a_signal_while_it_is_too_early() -> None:
    told = "Outside the limits of its own period, which is a signal and no verdict: 2013."
    assert told in depart(1.0, 30.0).caveats
    assert told not in depart(1.0, 30.0, 1.0).caveats


def test_what_was_revised_flagged_missing_or_left_out_is_a_caveat() -> None:
    baseline = expect([50.0] * 3)
    series = follow(baseline, [50.0, None, 50.0, 50.0])
    observations = list(series.observations)
    observations[2] = attrs.evolve(observations[2], value=77.0)
    observations[12] = attrs.evolve(observations[12], flags=[Flag.PROVISIONAL])
    answer = assess_curve(baseline, attrs.evolve(series, observations=observations))
    assert (
        "Past values were revised after the baseline was frozen, which stays: "
        "2002 was 49 and is now 77." in answer.caveats
    )
    assert "Marked as provisional: 2012." in answer.caveats
    assert "Values are missing for 2013." in answer.caveats
    assert (
        "Not judged, because the forecast does not reach them or a break lies before them: 2015."
        in answer.caveats
    )


def test_the_method_is_named_and_how_often_the_default_is_wrong() -> None:
    default, drift = depart(1.0, 2.0, 3.0), depart(1.0, 2.0, 3.0, method=Method.DRIFT)
    assert (
        "The forecast is the average of three methods, with limits widened as measured on other "
        "series: where nothing had turned, fewer than 5 in 100 made-up curves were said to have "
        "turned, and 7 in 100 real yearly ones." in default.caveats
    )
    assert (
        "The forecast was made by the method drift, whose limits hold less surely than those of "
        "the default." in drift.caveats
    )


def test_a_count_moves_with_the_number_of_people() -> None:
    baseline = expect([50.0] * 3)
    counted = follow(baseline, [50.0] * 3, kind=SeriesKind.COUNT)
    told = "A count also moves with the number of people there are."
    assert told in assess_curve(baseline, counted).caveats
    assert told not in depart(1.0, 2.0, 3.0).caveats


def test_a_turn_that_the_last_values_no_longer_show_is_marked() -> None:
    told = "The last few values alone no longer show the turn."
    faded = depart(60.0, 60.0, 60.0, 5.0, 5.0, 5.0)
    assert faded.verdict is Verdict.TURNED
    assert faded.recent is not None
    assert faded.recent.value == pytest.approx(5.0)
    assert told in faded.caveats
    assert told not in depart(*[60.0] * 6).caveats


def test_what_people_who_know_it_say_comes_before_what_often_explains_a_turn() -> None:
    answer = depart(1.0, 2.0, 3.0, rivals=["The mill closed."])
    assert answer.rivals == ("The mill closed.", *RIVALS)


# --- plain words -------------------------------------------------------------------------


def say_all() -> list[CurveAnswer]:
    answers = [depart(*[one] * 4) for one in (-12.0, -8.0, 0.0, 8.0, 12.0)]
    answers += [depart(), depart(1.0), depart(1.0, 2.0, 3.0, before=BEFORE[:6])]
    answers += [end(*one) for one in ((20, 20), (14, 5), (20, 0), (3, 20), (3, 3))]
    answers += [judge_given(60.0), judge_given(60.0, 61.0, 62.0, deviation=10)]
    answers += [depart(*[2.0] * 4, worthwhile=15.0, worthwhile_judged=JUDGED)]
    answers += [fall(49.0, 47, 46, 44)]
    return answers


def grade(text: str) -> float:
    """Return the school year in which a text can be read (Kincaid and others 1975).

    A syllable is a group of vowels, but for an e at the end.
    """
    words = re.findall(r"[a-z]+", text.lower())
    sentences = len(re.findall(r"[.?](?= |$)", text))
    syllables = sum(max(len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", one))), 1) for one in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def test_the_grade_is_that_of_a_text_counted_by_hand() -> None:
    # Eight words of nine syllables in two sentences.
    assert grade("The cat sat on it. It was happy.") == pytest.approx(
        0.39 * 4 + 11.8 * 9 / 8 - 15.59
    )


def test_a_sentence_can_be_read_at_about_twelve() -> None:
    # A grade of 7 is the school year in which children turn twelve or thirteen.
    for answer in say_all():
        assert grade(str(answer)) <= 7, str(answer)
        told = " ".join([*answer.caveats, *answer.rivals])
        assert grade(told) <= 7, told


@pytest.mark.parametrize("word", ["cause", "probab", "significan", "impact", "prove", "effect"])
def test_nothing_speaks_of_causes_probabilities_or_significance(word: str) -> None:
    for answer in say_all():
        told = " ".join([str(answer), *answer.caveats, *answer.rivals]).lower()
        # An improvement is one of the words that are wanted.
        assert word not in told.replace("because", "").replace("improve", "")


def test_a_single_value_is_not_called_a_mean() -> None:
    assert "on average" not in str(depart(10.0))
    assert "on average" in str(depart(10.0, 11.0))
