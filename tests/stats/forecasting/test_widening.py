"""By how much the limits of a forecast are wider than its own method says."""

import numpy as np
import pytest

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.widening import (
    OF_METHOD,
    find_share,
    narrow,
    raise_echo,
    widen,
    widen_method,
)


@pytest.mark.parametrize(
    ("points", "steps", "echo", "expected"),
    [
        # 1.33 x (1 + echo / 2) x (1 + steps / (5 points)), by hand
        (20, 10, 0.0, 1.33 * 1.1),
        (8, 4, 0.0, 1.33 * 1.1),
        (10, 5, 0.5, 1.33 * 1.25 * 1.1),
        (40, 4, 0.95, 1.33 * 1.475 * 1.02),
    ],
)
def test_the_default_is_widened_for_its_echo_and_for_how_far_it_reaches(
    points: int, steps: int, echo: float, expected: float
) -> None:
    assert float(widen(points, steps, echo)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("share", "expected"),
    # The square root of what is known and four times what is not.
    [(0.0, 2.0), (0.25, 3.25**0.5), (0.75, 1.75**0.5), (1.0, 1.0)],
)
def test_what_is_known_for_sure_needs_no_widening(share: float, expected: float) -> None:
    assert float(narrow(2.0, 9.0, share)[0]) == pytest.approx(expected)


def test_the_degrees_of_freedom_are_those_of_a_sum_of_which_part_is_known() -> None:
    # Satterthwaite (1946) for a variance that is known, of endless freedom, and one that is not:
    # (a + b)^2 / (b^2 / freedom).
    for known, unknown in ((1.0, 3.0), (2.0, 2.0), (0.0, 4.0)):
        wanted = (known + unknown) ** 2 / (unknown**2 / 9)
        assert float(narrow(2.0, 9.0, known / (known + unknown))[1]) == pytest.approx(wanted)
    assert float(narrow(2.0, 9.0, 1.0)[1]) == np.inf


def test_a_share_is_never_above_all_and_nothing_of_nothing() -> None:
    found = find_share(np.array([1.0, 9.0, 0.0, 3.0]), np.array([4.0, 4.0, 4.0, 0.0]))
    assert found.tolist() == [0.25, 1.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("echo", "share", "expected"),
    [
        # Sampling error is new each time: 0.3 of the whole is 0.6 of the other half.
        (0.3, 0.5, 0.6),
        (0.3, 0.0, 0.3),
        (0.3, 0.9, 0.95),
        (0.3, 1.0, 0.95),
        (0.0, 0.5, 0.0),
        (0.0, 1.0, 0.0),
    ],
)
def test_what_is_not_sampling_error_echoes_more_strongly(
    echo: float, share: float, expected: float
) -> None:
    assert float(raise_echo(echo, share)) == pytest.approx(expected)
    assert raise_echo(np.full(2, echo), share).tolist() == pytest.approx([expected] * 2)


def test_widening_grows_with_steps_and_echo_and_shrinks_with_points() -> None:
    assert (np.diff(widen(20, np.arange(1, 30))) > 0).all()
    assert (np.diff(widen(20, 5, np.linspace(0, 0.95, 20))) > 0).all()
    assert (np.diff(widen(np.arange(5, 60), 5)) < 0).all()


def test_each_named_method_has_its_number_and_the_default_its_rule() -> None:
    assert set(OF_METHOD) == set(Method) - {Method.AVERAGE, Method.GIVEN}
    for method, number in OF_METHOD.items():
        assert widen_method(method, 20, np.arange(1, 4), 0.5).tolist() == [number] * 3
    found = widen_method(Method.AVERAGE, 20, np.arange(1, 4), 0.5)
    assert found.tolist() == widen(20, np.arange(1, 4), 0.5).tolist()


def test_each_series_has_its_own() -> None:
    points = np.array([8.0, 20.0])
    found = widen_method(Method.AVERAGE, points, np.array([3, 6]), np.array([0.0, 0.4]))
    assert found.tolist() == [float(widen(8, 3)), float(widen(20, 6, 0.4))]
    assert widen_method(Method.TREND, points, 3).shape == (2,)
