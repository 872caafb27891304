"""Whether the slope index is that of R's weighted regression, with the interval of its draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import find_slope_index

# The two areas in the example of PHEindicatormethods' phe_sii, by tenths from the worst off.
PEOPLE = [
    [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534],
    [21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312],
]
VALUES = [
    [75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3],
    [70.5, 71.6, 72.5, 73.5, 73.1, 76.2, 78.7, 80.6, 80.9, 80],
]
ERRORS = [
    [1.64, 1.58, 1.51, 1.78, 1.7, 1.56, 1.37, 1.4, 2.43, 1.57],
    [0.23, 0.26, 0.3, 0.16, 0.79, 0.78, 0.4, 0.28, 0.23, 0.35],
]
# Its DSR_data, 2010, by fifths.
RATES = [150.2200205, 131.0221747, 127.4954973, 130.494241, 135.4664241]
LOWER = [147.3194185, 128.3676972, 125.0421198, 128.2469515, 133.2469515]
UPPER = [153.1498241, 133.7051129, 129.975513, 132.7657553, 137.8657553]
POPULATION = [1434002, 1450590, 1453827, 1440980, 1457780]

GROUPS = st.integers(5, 8).flatmap(
    lambda number: st.lists(
        st.tuples(st.floats(1, 100), st.integers(1, 1000), st.floats(0, 5)),
        min_size=number,
        max_size=number,
    )
)


def test_the_index_is_the_slope_of_rs_weighted_regression() -> None:
    # R: a <- pop / sum(pop); b <- cumsum(a) - a / 2; coef(lm(y ~ b, weights = a))
    answer = find_slope_index(VALUES, PEOPLE, standard_errors=ERRORS, repetitions=1000)
    assert answer.value == pytest.approx([7.00023476, 12.62273856], rel=1e-9)
    assert answer.start == pytest.approx([78.03207877, 69.34261969], rel=1e-9)
    assert answer.ratio == pytest.approx([1.089709705, 1.182034348], rel=1e-9)


def test_drawn_limits_are_near_those_that_can_be_worked_out() -> None:
    # On the plain scale a draw of the slope is normal: R, slope -+ qnorm(.975) sqrt(sum((h se)^2)).
    answer = find_slope_index(VALUES, PEOPLE, standard_errors=ERRORS)
    # Four standard errors of an end that is drawn 100,000 times: 0.034 standard deviations.
    spread = (np.array([10.84704062, 13.23381048]) - answer.value) / 1.96
    assert (abs(answer.lower - [3.153428895, 12.01166665]) < 0.034 * spread).all()
    assert (abs(answer.upper - [10.84704062, 13.23381048]) < 0.034 * spread).all()
    # And the ratio: R, quantiles of 2,000,000 draws of its own.
    assert answer.ratio_lower == pytest.approx([1.039453022, 1.172534580], abs=5e-4)
    assert answer.ratio_upper == pytest.approx([1.142439351, 1.191597171], abs=5e-4)


def test_rates_are_drawn_on_the_scale_of_their_logarithm_from_their_limits() -> None:
    # R: se <- (log(upper) - log(lower)) / qnorm(.975) / 2; exp(rnorm(n, log(y), se)), 2,000,000
    # draws. The slope itself does not depend on the draws.
    answer = find_slope_index(RATES, POPULATION, lower=LOWER, upper=UPPER, scale="rate")
    assert answer.value[0] == pytest.approx(-14.84868258, rel=1e-9)
    assert answer.ratio[0] == pytest.approx(0.895675789, rel=1e-9)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx(
        (-18.96071190, -10.76597913), abs=0.04
    )
    assert (answer.ratio_lower[0], answer.ratio_upper[0]) == pytest.approx(
        (0.8688553200, 0.9231710915), abs=3e-4
    )


def test_shares_are_drawn_on_the_scale_of_their_log_odds() -> None:
    # R: plogis(rnorm(n, qlogis(y), se)), 2,000,000 draws.
    answer = find_slope_index(
        [0.30, 0.25, 0.22, 0.18, 0.10],
        [400, 500, 450, 380, 600],
        standard_errors=[0.11, 0.10, 0.12, 0.13, 0.14],
        scale="share",
    )
    assert answer.value[0] == pytest.approx(-0.2463244214, rel=1e-9)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx(
        (-0.3021915337, -0.1898015414), abs=1e-3
    )
    assert (answer.ratio_lower[0], answer.ratio_upper[0]) == pytest.approx(
        (0.1517847640, 0.3617378472), abs=2e-3
    )


def test_values_on_a_line_have_its_slope_whatever_the_groups_weigh() -> None:
    people = np.array([10, 40, 20, 5, 25])
    middle = np.cumsum(people) / 100 - people / 200
    answer = find_slope_index(3 + 8 * middle, people, standard_errors=[0] * 5, repetitions=1000)
    assert (answer.value[0], answer.start[0]) == pytest.approx((8, 3))
    # Without chance there is nothing to allow for.
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((8, 8))
    assert answer.ratio[0] == pytest.approx(11 / 3)


@given(GROUPS)
def test_ordering_the_groups_the_other_way_turns_the_slope_round(
    groups: list[tuple[float, int, float]],
) -> None:
    def ask(rows: list[tuple[float, int, float]]) -> tuple[float, float]:
        value, people, errors = zip(*rows, strict=True)
        answer = find_slope_index(value, people, standard_errors=errors, repetitions=1000)
        return float(answer.value[0]), float(answer.start[0])

    (slope, start), (back, end) = ask(groups), ask(groups[::-1])
    assert back == pytest.approx(-slope, abs=1e-6)
    assert end == pytest.approx(start + slope, abs=1e-6)


def test_a_batch_is_its_places_one_at_a_time_to_the_last_bit() -> None:
    together = find_slope_index(VALUES, PEOPLE, standard_errors=ERRORS, repetitions=2000)
    for index in range(2):
        alone = find_slope_index(
            VALUES[index], PEOPLE[index], standard_errors=ERRORS[index], repetitions=2000
        )
        for name in ("value", "lower", "upper", "ratio", "ratio_lower", "ratio_upper", "start"):
            assert getattr(together, name)[index] == getattr(alone, name)[0]


def test_one_seed_gives_one_interval_and_another_seed_a_near_one() -> None:
    def ask(rng: int | np.random.Generator) -> tuple[float, float]:
        answer = find_slope_index(
            VALUES, PEOPLE, standard_errors=ERRORS, repetitions=20_000, rng=rng
        )
        return float(answer.lower[0]), float(answer.upper[0])

    assert ask(1) == ask(1) == ask(np.random.default_rng(1))
    assert ask(2) != ask(1)
    assert ask(2) == pytest.approx(ask(1), abs=0.2)


def test_where_the_line_reaches_nought_there_is_no_ratio_but_the_reason() -> None:
    answer = find_slope_index([0, 1, 2, 3, 4], [1] * 5, standard_errors=[0.1] * 5)
    assert answer.value[0] == pytest.approx(5)
    assert np.isnan(answer.ratio[0])
    assert "comes to nought or below" in answer.ratio_reasons[0]
    # And where only some of the draws do, there is no interval for it.
    unsure = find_slope_index([2, 3, 4, 5, 6], [1] * 5, standard_errors=[2] * 5)
    assert unsure.ratio[0] == pytest.approx(6.5 / 1.5)
    assert np.isnan(unsure.ratio_lower[0])
    assert "in some of the draws" in unsure.ratio_reasons[0]


def test_everything_wrong_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        find_slope_index(
            [1, 2, 3, 0],
            [1, 2, 3, 0],
            scale="rate",
            standard_errors=[1] * 4,
            lower=[1] * 4,
            repetitions=10,
            confidence=95,
        )
    assert str(refused.value) == (
        "a slope index: 6 problems to mend\n"
        "  values[0][3]: found 0; a rate that is drawn is above 0 [out-of-range]\n"
        "  populations[0][3]: found 0; each group needs people: give more than 0 [zero]\n"
        "  values: found 4 groups; give 5 to 100 [groups]\n"
        "  nothing, or too much, says how much chance moves each value; give "
        "standard_errors, or lower and upper, and not both [spread]\n"
        "  confidence: found 95; give a share between 0 and 1, such as 0.95 [out-of-range]\n"
        "  repetitions: found 10; give a whole number, 1000 or more [too-small]"
    )


def test_limits_the_wrong_way_round_and_shares_beyond_all_are_refused() -> None:
    with pytest.raises(InvalidError) as refused:
        find_slope_index(
            [[0.5, 0.5, 0.5, 0.5, 1.5]],
            [[1] * 5],
            lower=[[0.4, 0.6, 0.4, 0.4, 0.4]],
            upper=[[0.6, 0.4, 0.6, 0.6, 0.6]],
            scale="share",
            names=["Essex"],
        )
    assert str(refused.value) == (
        "a slope index: 2 problems to mend\n"
        "  values.Essex[4]: found 1.5; a share that is drawn lies between 0 and 1 [out-of-range]\n"
        "  lower.Essex[1]: found 0.6 and an upper end of 0.4; the lower end is not above the "
        "upper one: check both [above-all]"
    )
    with pytest.raises(InvalidError, match='write "plain", "rate" or "share"'):
        find_slope_index([1] * 5, [1] * 5, standard_errors=[1] * 5, scale="log")
