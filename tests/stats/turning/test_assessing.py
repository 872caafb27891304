"""Has the curve turned? From the frozen baseline to the answer."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from obamodel.domain.baselines import Method
from obamodel.domain.periods import Period
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.errors import InvalidError
from obamodel.stats.turning import (
    AfterEnd,
    CurveAnswer,
    Verdict,
    assess_curve,
    assess_family,
    rank_verdict,
)
from obamodel.stats.variation import gather_evidence
from tests.stats.forecasting.building import JUDGED, freeze, make_series
from tests.stats.turning.building import BEFORE, depart, expect, follow

# Values in tenths, so that no two of a history are likely the same.
tenths = st.integers(-500, 500).map(lambda number: number / 10)
histories = st.lists(tenths, min_size=8, max_size=16, unique=True)
afters = st.lists(tenths, min_size=1, max_size=5)
few = settings(max_examples=25)


def judge(
    before: list[float],
    after: list[float],
    *,
    first: int = 2000,
    until: str | None = None,
    low: bool = False,
    **about: Any,
) -> CurveAnswer:
    polarity = Polarity.LOW if low else Polarity.HIGH
    series = make_series([*before, *after], str(first), polarity=polarity)
    baseline = freeze(series, str(first + len(before) - 1), 6, **about)
    return assess_curve(baseline, series, until=until)


# --- the words, with intervals worked out by hand ----------------------------------------


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize(
    ("departures", "expected"),
    [
        # Half the interval of three values is 11.32 and 7.40, of five 8.77 and 5.73.
        ((11.4,) * 3, Verdict.TURNED),
        ((11.2,) * 3, Verdict.SIGNS_OF_A_TURN),
        ((7.3,) * 3, Verdict.NO_TURN_SHOWN),
        ((-7.5,) * 3, Verdict.SIGNS_OF_WORSENING),
        ((-11.4,) * 3, Verdict.WORSE),
        ((8.9,) * 5, Verdict.TURNED),
        ((5.8,) * 5, Verdict.SIGNS_OF_A_TURN),
        ((40.0, 0.0, -5.0), Verdict.TURNED),
        ((99.0, 99.0), Verdict.TOO_EARLY),
        ((), Verdict.TOO_EARLY),
    ],
)
def test_the_verdict_hangs_on_the_interval_of_the_mean_departure(
    departures: tuple[float, ...], expected: Verdict, low: bool
) -> None:
    assert depart(*departures, low=low).verdict is expected


def test_few_values_before_hold_the_verdict_back() -> None:
    after = (99.0,) * 5
    assert depart(*after, before=BEFORE[:8]).verdict is Verdict.TURNED
    assert depart(*after, before=BEFORE[:7]).verdict is Verdict.TOO_EARLY
    assert depart(*after, before=BEFORE[:4], deviation=0).verdict is Verdict.TOO_FEW
    # What is missing is not counted.
    missing = [*BEFORE[:7], None, None, None]
    assert depart(*after, before=missing).verdict is Verdict.TOO_EARLY


@pytest.mark.parametrize(
    ("worthwhile", "expected"),
    [(13.4, Verdict.NO_WORTHWHILE_TURN), (13.2, Verdict.NO_TURN_SHOWN)],
)
def test_a_worthwhile_turn_is_ruled_out_above_the_interval(
    worthwhile: float, expected: Verdict
) -> None:
    # A mean of 2 of three values reaches up to 13.32.
    answer = depart(2.0, 2.0, 2.0, worthwhile=worthwhile, worthwhile_judged=JUDGED)
    assert answer.verdict is expected


@pytest.mark.parametrize("scale", ["log", "square root"])
def test_what_is_worthwhile_is_in_the_unit_of_the_series_on_every_scale(scale: str) -> None:
    before = [50.0, 53, 48, 51, 47, 52, 49, 51, 50, 52]
    about: dict[str, Any] = {"scale": scale, "worthwhile_judged": JUDGED}
    plain = judge(before, [50.0, 51, 50], scale=scale).departure
    assert plain is not None
    assert plain.upper is not None
    for more, expected in ((0.1, Verdict.NO_WORTHWHILE_TURN), (-0.1, Verdict.NO_TURN_SHOWN)):
        found = judge(before, [50.0, 51, 50], worthwhile=plain.upper + more, **about)
        assert found.verdict is expected


def test_the_answer_holds_its_sizes_and_numbers() -> None:
    answer = depart(11.0, 12.0, 13.0)
    assert answer.departure is not None
    assert answer.departure.value == pytest.approx(12.0)
    assert answer.departure.lower == pytest.approx(12 - 1.959964 * 10 / 3**0.5, rel=1e-6)
    assert answer.smallest_showable == pytest.approx(1.959964 * 10 / 3**0.5, rel=1e-6)
    assert (answer.points_before, answer.points_after) == (12, 3)
    assert (answer.after_end, answer.during, answer.after, answer.change) == (None,) * 4
    assert (answer.comparison, answer.family, answer.kept_share) == (None, None, None)
    assert answer.possible_from is None


def test_rules_that_need_no_forecast_speak_beside_the_verdict() -> None:
    kinds = [str(one.kind) for one in depart(1.0, 2.0, 3.0).evidence]
    assert kinds == ["run chart", "control chart"]
    assert depart().evidence == ()


@pytest.mark.parametrize("low", [False, True])
def test_those_rules_look_at_the_history_and_at_how_far_each_value_lies_from_its_forecast(
    low: bool,
) -> None:
    sign = -1 if low else 1
    # The forecast climbs by 10 a year, so the values themselves would say something else.
    baseline = expect([60.0, 70, 80, 90])
    after = [60.0 + sign * 9, 70 + sign * 8, None, 90 + sign * 9]
    answer = assess_curve(baseline, follow(baseline, after, low=low))
    assert answer.evidence == gather_evidence(
        BEFORE,
        [one for one in after if one is not None],
        sign,
        departures=[sign * one for one in (9.0, 8, 9)],
    )
    assert len(answer.evidence) == 2


@pytest.mark.parametrize(
    ("seen", "steps", "expected"),
    [(0, 3, "2014"), (1, 3, "2014"), (2, 5, "2014"), (3, 3, None), (2, 2, None), (0, 2, None)],
)
def test_an_answer_is_promised_for_the_third_value_if_the_forecast_reaches_it(
    seen: int, steps: int, expected: str | None
) -> None:
    baseline = expect([50.0] * steps)
    answer = assess_curve(baseline, follow(baseline, [50.0] * seen))
    found = None if answer.possible_from is None else str(answer.possible_from)
    assert found == expected


def test_a_value_that_is_missing_puts_the_answer_off() -> None:
    baseline = expect([50.0] * 5)
    answer = assess_curve(baseline, follow(baseline, [50.0, None]))
    assert str(answer.possible_from) == "2015"


def test_after_the_end_no_answer_is_promised_about_the_time_while_it_ran() -> None:
    baseline = expect([50.0] * 6, ended=Period.parse("2013"))
    assert assess_curve(baseline, follow(baseline, [50.0])).possible_from is None
    longer = expect([50.0] * 6, ended=Period.parse("2014"))
    assert str(assess_curve(longer, follow(longer, [50.0])).possible_from) == "2014"


# --- after the end -----------------------------------------------------------------------


def end(during: float, after: float, **about: Any) -> CurveAnswer:
    baseline = expect([50.0] * 6, ended=Period.parse("2014"), **about)
    return assess_curve(baseline, follow(baseline, [50 + during] * 3 + [50 + after] * 3))


@pytest.mark.parametrize(
    ("during", "after", "expected"),
    [
        # Means of three reach 11.32 and 7.40 either way, their difference 16.00 and 10.46.
        (20, 11.4, AfterEnd.SUSTAINED),
        (20, 11.2, AfterEnd.SIGNS_SUSTAINED),
        (20, 3.9, AfterEnd.REVERTED),
        (20, 4.1, AfterEnd.SIGNS_REVERTED),
        (12, 4, AfterEnd.UNCLEAR),
        (7.3, 11.4, AfterEnd.TURNED_LATE),
        (7.3, 11.2, AfterEnd.NOT_TURNED),
    ],
)
def test_what_became_of_it_hangs_on_intervals_worked_out_by_hand(
    during: float, after: float, expected: AfterEnd
) -> None:
    assert end(during, after).after_end is expected


def test_during_after_and_change_have_their_own_intervals() -> None:
    answer = end(20, 5)
    assert answer.during is not None
    assert answer.after is not None
    assert answer.change is not None
    assert (answer.during.value, answer.after.value) == (20.0, 5.0)
    assert answer.change.value == pytest.approx(-15.0)
    half = 1.959964 * 10 * (1 / 3 + 1 / 3) ** 0.5
    assert answer.change.lower == pytest.approx(-15 - half, rel=1e-6)
    assert answer.during.upper == pytest.approx(20 + 1.959964 * 10 / 3**0.5, rel=1e-6)
    # Up to the end, the verdict is about the time while it ran.
    assert answer.departure == answer.during


def test_errors_that_go_together_partly_cancel_in_a_change() -> None:
    # All errors the same: the level is unsure by 10, the change not at all.
    steps = 6
    answer = end(20, 5, covariance=[100.0] * (steps * (steps + 1) // 2))
    assert answer.during is not None
    assert answer.during.lower == pytest.approx(20 - 19.59964, rel=1e-5)
    assert answer.change is not None
    assert answer.change.lower is None or answer.change.lower == pytest.approx(-15, abs=1e-3)


@pytest.mark.parametrize(
    ("after", "expected"), [(5, AfterEnd.REVERTED), (7, AfterEnd.SIGNS_SUSTAINED)]
)
def test_a_change_from_a_forecast_that_was_agreed_is_not_surer_than_its_parts(
    after: float, expected: AfterEnd
) -> None:
    # Agreed to within 10 either way, each mean reaches 10 and their difference 14.14.
    series = make_series([*BEFORE, *[70.0] * 3, *[50.0 + after] * 3])
    baseline = freeze(
        series, "2011", 6, method="given", agreed_by="the partners", given=[(50, 40, 60)] * 6,
        ended=Period.parse("2014"),
    )  # fmt: skip
    answer = assess_curve(baseline, series)
    assert answer.after_end is expected
    assert answer.change is not None
    assert answer.change.upper == pytest.approx(after - 20 + 200**0.5)


def test_how_much_was_kept_is_said_only_where_something_was_shown() -> None:
    assert end(20, 5).kept_share == pytest.approx(0.25)
    assert end(11, 5).kept_share is None
    baseline = expect([50.0] * 6, ended=Period.parse("2014"))
    assert assess_curve(baseline, follow(baseline, [70.0] * 3)).kept_share is None


def test_without_an_end_the_last_values_are_looked_at_once_it_has_turned() -> None:
    answer = depart(*[30.0] * 7, 10.0, 11.0, 12.0)
    assert answer.recent is not None
    # A third of ten is three.
    assert answer.recent.value == pytest.approx(11.0)
    assert [str(period) for period in answer.recent.periods] == ["2019", "2020", "2021"]
    assert depart(0.0, 0.0, 0.0).recent is None
    assert end(20, 20).recent is None


# --- families ----------------------------------------------------------------------------


def test_a_family_is_judged_by_the_rule_of_holm() -> None:
    baseline = expect([50.0] * 4)
    departures = [10.5, 12.5, 8.0, 0.0, -12.0]
    curves = [(baseline, follow(baseline, [50.0 + one] * 4)) for one in departures]
    answers = assess_family("the outcome", curves)
    # p values of normal means with standard errors of 5, stepped down by hand.
    chances = np.array([2 * stats.norm.sf(abs(one) / 5) for one in departures])
    adjusted = dict.fromkeys(range(5), 0.0)
    highest = 0.0
    for rank, place in enumerate(np.argsort(chances)):
        highest = max(highest, min((5 - rank) * chances[place], 1))
        adjusted[int(place)] = highest
    assert [round(adjusted[place], 2) for place in range(5)] == [0.11, 0.06, 0.22, 1.0, 0.07]
    assert [one.verdict for one in answers] == [
        Verdict.SIGNS_OF_A_TURN,
        Verdict.SIGNS_OF_A_TURN,
        Verdict.NO_TURN_SHOWN,
        Verdict.NO_TURN_SHOWN,
        Verdict.SIGNS_OF_WORSENING,
    ]
    for answer, alone in zip(answers, departures, strict=True):
        assert answer.family is not None
        assert (answer.family.name, answer.family.looked_at) == ("the outcome", 5)
        assert answer.family.alone is depart(*[alone] * 4).verdict
        # Sizes and their intervals stay those of the curve alone.
        assert answer.departure == depart(*[alone] * 4).departure


def test_a_family_of_one_is_judged_as_alone() -> None:
    baseline = expect([50.0] * 4)
    (answer,) = assess_family("one", [(baseline, follow(baseline, [61.0] * 4))])
    assert answer.verdict is Verdict.TURNED
    assert assess_family("none", []) == ()


def test_one_on_which_nothing_can_be_said_yet_was_looked_at_and_takes_nobodys_place() -> None:
    baseline = expect([50.0] * 4)
    early = (baseline, follow(baseline, [150.0] * 2))
    # p = 0.0278: too much for 1 in 20 of two, so it must not be counted as the second of them.
    late = (baseline, follow(baseline, [61.0] * 4))
    first, second = assess_family("two", [early, late])
    assert first.verdict is Verdict.TOO_EARLY
    assert second.verdict is Verdict.SIGNS_OF_A_TURN
    assert second.family is not None
    assert second.family.looked_at == 2


# --- laws --------------------------------------------------------------------------------


@given(before=histories, after=afters, by=st.sampled_from([0.5, 3.0, 20.0]), plus=tenths)
@few
def test_scaling_and_shifting_the_values_leaves_the_verdict_and_moves_the_sizes(
    before: list[float], after: list[float], by: float, plus: float
) -> None:
    plain = judge(before, after)
    moved = judge([by * one + plus for one in before], [by * one + plus for one in after])
    assert moved.departure is not None
    assert plain.departure is not None
    assert moved.departure.value == pytest.approx(by * plain.departure.value, abs=1e-6)
    if is_clear(plain):
        assert moved.verdict is plain.verdict
    if plain.departure.lower is not None:
        assert moved.departure.lower == pytest.approx(
            by * plain.departure.lower, rel=1e-6, abs=1e-5
        )


def is_clear(answer: CurveAnswer) -> bool:
    """Whether no limit lies so near 0 that rounding decides."""
    one = answer.departure
    if one is None or one.lower is None:
        return True
    limits = [limit or 0.0 for limit in (one.lower, one.upper, one.lower_80, one.upper_80)]
    return min(map(abs, limits)) > 1e-6


@given(before=histories, after=afters, years=st.integers(-1000, 1000))
@few
def test_the_same_values_at_another_time_have_the_same_answer(
    before: list[float], after: list[float], years: int
) -> None:
    plain, moved = judge(before, after), judge(before, after, first=2000 + years)
    assert moved.verdict is plain.verdict
    assert moved.departure is not None
    assert plain.departure is not None
    assert moved.departure.value == plain.departure.value
    assert moved.departure.lower == plain.departure.lower


@given(before=histories, after=afters)
@few
def test_turning_the_values_and_what_is_good_upside_down_leaves_the_answer(
    before: list[float], after: list[float]
) -> None:
    plain = judge(before, after)
    turned = judge([-one for one in before], [-one for one in after], low=True)
    assert turned.departure is not None
    assert plain.departure is not None
    assert turned.departure.value == pytest.approx(plain.departure.value, abs=1e-9)
    if is_clear(plain):
        assert turned.verdict is plain.verdict


@given(before=histories, after=afters, more=st.integers(1, 2000))
@settings(max_examples=40)
def test_a_better_last_value_never_gives_a_worse_verdict(
    before: list[float], after: list[float], more: int
) -> None:
    better = [*after[:-1], after[-1] + more / 10]
    ranks = [rank_verdict(judge(before, one).verdict) for one in (after, better)]
    assert (ranks[0] is None) == (ranks[1] is None)
    if ranks[0] is not None and ranks[1] is not None:
        assert ranks[0] <= ranks[1]


@given(before=histories, after=afters, later=afters)
@few
def test_values_after_the_window_that_is_judged_change_nothing(
    before: list[float], after: list[float], later: list[float]
) -> None:
    until = str(1999 + len(before) + len(after))
    plain = judge(before, after, until=until)
    longer = judge(before, [*after, *later], until=until)
    assert longer.sentence == plain.sentence
    assert longer.departure == plain.departure
    assert longer.points == plain.points
    assert longer.caveats == plain.caveats


@given(
    departures=st.lists(st.floats(-20, 20), min_size=1, max_size=5),
    outside=st.lists(st.floats(-20, 20), max_size=3),
)
@few
def test_curves_outside_a_family_leave_its_verdicts(
    departures: list[float], outside: list[float]
) -> None:
    baseline = expect([50.0] * 4)

    def lay(ones: list[float]) -> list[Any]:
        return [(baseline, follow(baseline, [50.0 + one] * 4)) for one in ones]

    alone = assess_family("a", lay(departures))
    others = assess_family("b", lay(outside))
    again = assess_family("a", lay(departures))
    assert [one.verdict for one in again] == [one.verdict for one in alone]
    assert len(others) == len(outside)
    # In a family a verdict is never further from nothing shown than alone.
    for answer in alone:
        assert answer.family is not None
        ranks = [rank_verdict(answer.verdict), rank_verdict(answer.family.alone)]
        assert ranks[0] is not None
        assert ranks[1] is not None
        assert abs(ranks[0] - 2) <= abs(ranks[1] - 2)


# --- what is refused ---------------------------------------------------------------------


def test_what_stands_in_the_way_is_named() -> None:
    baseline = expect([50.0] * 3)
    with pytest.raises(InvalidError, match="another-series"):
        assess_curve(baseline, follow(baseline, [50.0], id="other"))
    with pytest.raises(InvalidError, match="other-periods"):
        assess_curve(baseline, follow(baseline, [50.0]), until=Period.parse("Jan 2013"))


def test_a_window_can_be_named_in_words_of_the_series() -> None:
    baseline = expect([50.0] * 4)
    series = follow(baseline, [60.0, 61.0, 62.0, 63.0])
    answer = assess_curve(baseline, series, until="2014")
    assert answer.points_after == 3
    assert assess_curve(baseline, series, until=Period.parse("2014")) == answer


def test_a_count_that_falls_to_nothing_is_judged_on_the_square_root_scale() -> None:
    before = [9.0, 8, 11, 10, 9, 12, 8, 9, 10, 11]
    series = make_series([*before, 0.0, 1, 0], kind=SeriesKind.COUNT, polarity=Polarity.LOW)
    baseline = freeze(series, "2009", 3, scale="square root", events_at_random=True)
    answer = assess_curve(baseline, series)
    assert answer.verdict is Verdict.TURNED
    assert answer.baseline.method is Method.AVERAGE
