"""What one method expects, and how the errors of its forecasts go together."""

import numpy as np
import pytest

from obamodel.stats.forecasting.components import (
    Component,
    count_leading,
    count_seen,
    join_components,
    settle_rounding,
)

NAN = np.nan


def make(series: int = 5, horizon: int = 3, extra: int = 2, seed: int = 1) -> Component:
    rng = np.random.default_rng(seed)
    roots = rng.normal(size=(4, horizon, horizon))
    return Component(
        mean=rng.normal(size=(series, horizon)),
        scale=rng.random(series) + 0.5,
        shapes=roots @ np.swapaxes(roots, 1, 2),
        place=np.arange(series) % 4,
        freedom=np.arange(1.0, series + 1),
        extra=rng.normal(size=(series, extra, horizon)) if extra else None,
    )


@pytest.mark.parametrize("extra", [0, 2])
def test_the_covariance_is_the_scale_times_the_shape_and_what_is_unsure_besides(
    extra: int,
) -> None:
    one = make(extra=extra)
    for number in range(5):
        wanted = one.shapes[one.place[number]].copy()
        for way in range(extra):
            assert one.extra is not None
            wanted += np.outer(one.extra[number, way], one.extra[number, way])
        found = one.find_covariance()[number]
        np.testing.assert_allclose(found, one.scale[number] * wanted, rtol=1e-12)


@pytest.mark.parametrize("extra", [0, 2])
def test_the_variance_of_a_sum_is_that_of_the_covariance_with_weights_before_and_after(
    extra: int,
) -> None:
    one = make(extra=extra)
    weights = np.random.default_rng(2).normal(size=(5, 3))
    wanted = [
        weights[number] @ one.find_covariance()[number] @ weights[number] for number in range(5)
    ]
    np.testing.assert_allclose(one.find_variance(weights), wanted, rtol=1e-12)
    same = [weights[0] @ one.find_covariance()[number] @ weights[0] for number in range(5)]
    np.testing.assert_allclose(one.find_variance(weights[0]), same, rtol=1e-12)


@pytest.mark.parametrize("shapes", [1, 4])
@pytest.mark.parametrize("horizon", [3, 9, 17])
def test_weights_for_all_and_the_same_weights_for_each_give_the_same_bits(
    shapes: int, horizon: int
) -> None:
    one = make(horizon=horizon)
    one = Component(
        mean=one.mean,
        scale=one.scale,
        shapes=one.shapes[:shapes],
        place=one.place % shapes,
        freedom=one.freedom,
        extra=one.extra,
    )
    weights = np.full(horizon, 1 / horizon)
    each = np.tile(weights, (5, 1))
    assert one.find_variance(weights).tolist() == one.find_variance(each).tolist()


def test_directions_that_are_the_same_for_all_are_held_once() -> None:
    one = make()
    assert one.extra is not None
    shared = Component(
        mean=one.mean,
        scale=one.scale,
        shapes=one.shapes,
        place=one.place,
        freedom=one.freedom,
        extra=one.extra[:1],
    )
    wanted = make()
    weights = np.array([0.2, 0.3, 0.5])
    assert shared.find_variance(weights)[0] == wanted.find_variance(weights)[0]
    assert shared.take([3]).find_variance(weights) == shared.find_variance(weights)[3]
    assert shared.find_covariance().shape == (5, 3, 3)


def test_some_of_the_series_are_taken_with_all_that_belongs_to_them() -> None:
    one = make()
    chosen = one.take(np.array([4, 0]))
    assert chosen.find_covariance().tolist() == one.find_covariance()[[4, 0]].tolist()
    assert chosen.mean.tolist() == one.mean[[4, 0]].tolist()
    assert chosen.freedom.tolist() == [5.0, 1.0]


@pytest.mark.parametrize("extras", [(2, 0), (0, 3), (1, 4), (0, 0)])
def test_joined_components_say_of_each_series_what_they_said_apart(
    extras: tuple[int, int],
) -> None:
    parts = [make(extra=extras[0]), make(series=2, extra=extras[1], seed=9)]
    joined = join_components(parts)
    apart = np.concatenate([part.find_covariance() for part in parts])
    assert joined.find_covariance().tolist() == apart.tolist()
    assert joined.mean.tolist() == [*parts[0].mean.tolist(), *parts[1].mean.tolist()]
    assert joined.freedom.tolist() == [1.0, 2.0, 3.0, 4.0, 5.0, 1.0, 2.0]


def test_values_seen_are_counted_and_those_missing_before_the_first() -> None:
    values = np.array([[1.0, NAN, 2.0], [NAN, NAN, 3.0], [NAN, NAN, NAN]])
    assert count_seen(values).tolist() == [2, 1, 0]
    assert count_leading(values).tolist() == [0, 2, 0]
    assert count_seen(values[:0]).tolist() == []
    assert count_leading(np.ones((2, 3))).tolist() == [0, 0]


def test_squares_that_are_nothing_but_rounding_are_nothing() -> None:
    values = np.array([[5.1, 5.4, NAN], [5.1, 5.4, 5.7], [1e-9, 2e-9, 3e-9]])
    # The size of the values decides, not a number fixed beforehand.
    assert settle_rounding(np.array([1e-30, 1e-4, 1e-20]), values).tolist() == [0.0, 1e-4, 1e-20]
    assert settle_rounding(np.zeros(1), np.zeros((1, 3))).tolist() == [0.0]
