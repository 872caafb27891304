"""Which word an interval earns."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.turning.contrasts import Contrast
from obamodel.stats.turning.judging import (
    ENDINGS,
    VERDICTS,
    judge,
    judge_after_end,
    rank_verdict,
)
from obamodel.stats.turning.words import AfterEnd, Verdict


def span(
    value: float, outer: float = 10.0, number: int = 5, inner: float | None = None
) -> Contrast:
    return Contrast(
        value=np.array([value]),
        half_outer=np.array([outer]),
        half_inner=np.array([0.65 * outer if inner is None else inner]),
        number=np.array([number]),
    )


def say(contrast: Contrast, before: int = 12, worthwhile: Any = None) -> Verdict:
    return VERDICTS[int(judge(contrast, np.array([before]), worthwhile)[0])]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # The 95% interval reaches 10 either way, the 80% one 6.5.
        (10.1, Verdict.TURNED),
        (10.0, Verdict.SIGNS_OF_A_TURN),
        (6.6, Verdict.SIGNS_OF_A_TURN),
        (6.5, Verdict.NO_TURN_SHOWN),
        (0.0, Verdict.NO_TURN_SHOWN),
        (-6.5, Verdict.NO_TURN_SHOWN),
        (-6.6, Verdict.SIGNS_OF_WORSENING),
        (-10.0, Verdict.SIGNS_OF_WORSENING),
        (-10.1, Verdict.WORSE),
    ],
)
def test_the_word_hangs_on_which_interval_lies_beyond_nothing(
    value: float, expected: Verdict
) -> None:
    assert say(span(value)) is expected


@pytest.mark.parametrize(
    ("value", "worthwhile", "expected"),
    [
        (0.0, 10.1, Verdict.NO_WORTHWHILE_TURN),
        (0.0, 10.0, Verdict.NO_TURN_SHOWN),
        (5.0, 12.0, Verdict.NO_TURN_SHOWN),
        (0.0, np.nan, Verdict.NO_TURN_SHOWN),
        # A turn stays one however small, and a worsening too.
        (11.0, 99.0, Verdict.TURNED),
        (7.0, 99.0, Verdict.SIGNS_OF_A_TURN),
        (-7.0, 99.0, Verdict.SIGNS_OF_WORSENING),
        (-11.0, 99.0, Verdict.WORSE),
    ],
)
def test_a_worthwhile_turn_is_ruled_out_where_it_lies_above_the_interval(
    value: float, worthwhile: float, expected: Verdict
) -> None:
    assert say(span(value), worthwhile=worthwhile) is expected
    assert say(span(value), worthwhile=np.array([worthwhile])) is expected


@pytest.mark.parametrize(
    ("before", "number", "expected"),
    [
        (12, 3, Verdict.TURNED),
        (8, 3, Verdict.TURNED),
        (7, 3, Verdict.TOO_EARLY),
        (5, 30, Verdict.TOO_EARLY),
        (4, 30, Verdict.TOO_FEW),
        (4, 1, Verdict.TOO_FEW),
        (12, 2, Verdict.TOO_EARLY),
        (12, 0, Verdict.TOO_EARLY),
    ],
)
def test_too_few_values_give_no_verdict_whatever_they_are(
    before: int, number: int, expected: Verdict
) -> None:
    assert say(span(99.0, number=number), before) is expected


def test_without_an_interval_there_is_no_verdict() -> None:
    assert say(span(99.0, outer=np.nan)) is Verdict.TOO_EARLY


def test_each_series_of_a_batch_gets_its_own_word() -> None:
    contrast = Contrast(
        value=np.array([12.0, 8.0, 0.0, -8.0, -12.0, 12.0, 12.0]),
        half_outer=np.full(7, 10.0),
        half_inner=np.full(7, 6.5),
        number=np.array([5, 5, 5, 5, 5, 2, 5]),
    )
    codes = judge(contrast, np.array([12, 12, 12, 12, 12, 12, 3]), np.full(7, 11.0))
    assert [VERDICTS[code] for code in codes] == [
        Verdict.TURNED,
        Verdict.SIGNS_OF_A_TURN,
        Verdict.NO_WORTHWHILE_TURN,
        Verdict.SIGNS_OF_WORSENING,
        Verdict.WORSE,
        Verdict.TOO_EARLY,
        Verdict.TOO_FEW,
    ]


def test_verdicts_stand_in_the_order_of_the_words_and_answers_not_given_stand_nowhere() -> None:
    ranks = {word: rank_verdict(word) for word in Verdict}
    answered = [Verdict.WORSE, Verdict.SIGNS_OF_WORSENING, Verdict.NO_TURN_SHOWN]
    answered += [Verdict.SIGNS_OF_A_TURN, Verdict.TURNED]
    assert [ranks[word] for word in answered] == [0, 1, 2, 3, 4]
    assert ranks[Verdict.NO_WORTHWHILE_TURN] == ranks[Verdict.NO_TURN_SHOWN]
    assert {word for word, rank in ranks.items() if rank is None} == {
        Verdict.TOO_EARLY,
        Verdict.TOO_FEW,
        Verdict.WORSE_THAN_AGREED,
        Verdict.AS_AGREED,
        Verdict.BETTER_THAN_AGREED,
    }


@given(
    value=st.floats(-50, 50),
    more=st.floats(0, 50),
    outer=st.floats(0.1, 40),
    worthwhile=st.none() | st.floats(0.1, 60),
)
def test_more_of_the_good_is_never_judged_worse(
    value: float, more: float, outer: float, worthwhile: float | None
) -> None:
    ranks = [
        rank_verdict(say(span(at, outer), worthwhile=worthwhile)) for at in (value, value + more)
    ]
    assert ranks[0] is not None
    assert ranks[1] is not None
    assert ranks[0] <= ranks[1]


@given(value=st.floats(-50, 50), outer=st.floats(0.1, 40))
def test_a_turn_and_a_worsening_are_mirror_images(value: float, outer: float) -> None:
    ranks = [rank_verdict(say(span(at, outer))) for at in (value, -value)]
    assert ranks[0] is not None
    assert ranks[1] is not None
    assert ranks[0] == 4 - ranks[1]


# --- after the end -----------------------------------------------------------------------


def say_end(
    during: float, after: float, *, numbers: tuple[int, int] = (5, 5), before: int = 12,
    outer: float = 10.0,
) -> AfterEnd:  # fmt: skip
    found = judge_after_end(
        span(during, outer, numbers[0]),
        span(after, 10.0, numbers[1]),
        # A difference of two independent means is less sure than each.
        span(after - during, 14.0, sum(numbers)),
        np.array([before]),
    )
    return ENDINGS[int(found[0])]


@pytest.mark.parametrize(
    ("during", "after", "expected"),
    [
        # Each mean reaches 10 either way at 95% and 6.5 at 80%; their difference 14 and 9.1.
        (20, 20, AfterEnd.SUSTAINED),
        (20, 10.1, AfterEnd.SUSTAINED),
        (40, 11, AfterEnd.SUSTAINED),
        (20, 8, AfterEnd.SIGNS_SUSTAINED),
        (20, 5.9, AfterEnd.REVERTED),
        (20, 0, AfterEnd.REVERTED),
        (20, -30, AfterEnd.REVERTED),
        (25, 8, AfterEnd.REVERTED),
        (16, 4, AfterEnd.SIGNS_REVERTED),
        (12, 5, AfterEnd.UNCLEAR),
        # Only signs while it ran.
        (8, 20, AfterEnd.SIGNS_SUSTAINED),
        (8, 7, AfterEnd.SIGNS_SUSTAINED),
        (8, 2, AfterEnd.UNCLEAR),
        (8, -2, AfterEnd.SIGNS_REVERTED),
        (8, -30, AfterEnd.SIGNS_REVERTED),
        # Nothing shown while it ran.
        (6.5, 20, AfterEnd.TURNED_LATE),
        (6.5, 10, AfterEnd.NOT_TURNED),
        (-20, 0, AfterEnd.NOT_TURNED),
        (-20, 20, AfterEnd.TURNED_LATE),
    ],
)
def test_what_became_of_it_hangs_on_what_came_after_and_on_the_change(
    during: float, after: float, expected: AfterEnd
) -> None:
    assert say_end(during, after) is expected


@pytest.mark.parametrize(
    ("numbers", "before", "expected"),
    [
        ((3, 3), 8, AfterEnd.SUSTAINED),
        ((2, 3), 8, AfterEnd.TOO_EARLY),
        ((3, 2), 8, AfterEnd.TOO_EARLY),
        ((3, 3), 7, AfterEnd.TOO_EARLY),
    ],
)
def test_too_few_values_on_either_side_of_the_end_or_before_give_no_word(
    numbers: tuple[int, int], before: int, expected: AfterEnd
) -> None:
    assert say_end(20, 20, numbers=numbers, before=before) is expected


def test_without_an_interval_nothing_is_said_of_what_came_after() -> None:
    assert say_end(20, 20, outer=np.nan) is AfterEnd.TOO_EARLY


@pytest.mark.parametrize("size", [1.0, 0.01])
@pytest.mark.parametrize(
    ("during", "after", "change", "expected"),
    [
        # Each mean reaches 10 either way at 95%, and 6.5 at 80%. What only just touches 0 is
        # not beyond it.
        (10.0, 20.0, 0.0, AfterEnd.SIGNS_SUSTAINED),
        (10.1, 10.0, 0.0, AfterEnd.SIGNS_SUSTAINED),
        (10.1, 10.1, 0.0, AfterEnd.SUSTAINED),
        (10.1, 6.5, 0.0, AfterEnd.UNCLEAR),
        (10.1, 6.6, 0.0, AfterEnd.SIGNS_SUSTAINED),
        (10.1, 0.0, -10.0, AfterEnd.SIGNS_REVERTED),
        (10.1, 0.0, -10.1, AfterEnd.REVERTED),
        (10.1, 0.0, -6.5, AfterEnd.UNCLEAR),
        (10.1, 0.0, -6.6, AfterEnd.SIGNS_REVERTED),
        (10.1, 0.0, -6.0, AfterEnd.UNCLEAR),
        (6.5, 10.0, 0.0, AfterEnd.NOT_TURNED),
        (6.5, 10.1, 0.0, AfterEnd.TURNED_LATE),
        (6.6, 10.1, 0.0, AfterEnd.SIGNS_SUSTAINED),
    ],
)
def test_what_became_of_it_hangs_on_what_lies_beyond_0_in_whatever_unit(
    during: float, after: float, change: float, expected: AfterEnd, size: float
) -> None:
    on, off, between = (
        span(size * value, size * 10.0, inner=size * 6.5) for value in (during, after, change)
    )
    found = judge_after_end(on, off, between, np.array([12]))
    assert ENDINGS[int(found[0])] is expected
