"""On what scale a forecast is made, so that its limits stay where values can be."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.baselines import Scale
from obamodel.stats.forecasting.scales import Ruler, make_ruler

ENDS = {"lowest": 0.0, "highest": 100.0}
inside = st.floats(0.01, 99.99)


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        (Scale.NATURAL, 25.0, 25.0),
        (Scale.LOG, math.e, 1.0),
        (Scale.SQUARE_ROOT, 25.0, 5.0),
        (Scale.LOGIT, 25.0, math.log(25 / 75)),
    ],
)
def test_a_value_is_put_on_the_scale_that_is_named(
    scale: Scale, value: float, expected: float
) -> None:
    assert float(make_ruler(scale, **ENDS).put(value)) == pytest.approx(expected)
    assert float(make_ruler(str(scale), **ENDS).put(value)) == pytest.approx(expected)


def test_a_logit_reaches_from_one_end_to_the_other_wherever_they_are() -> None:
    ruler = make_ruler(Scale.LOGIT, lowest=0, highest=1)
    assert float(ruler.put(0.5)) == 0
    # 0.9 against 0.1 is nine to one.
    assert float(ruler.put(0.9)) == pytest.approx(math.log(9))


@pytest.mark.parametrize("scale", list(Scale))
@given(value=inside)
def test_there_and_back_is_where_it_was(scale: Scale, value: float) -> None:
    ruler = make_ruler(scale, **ENDS)
    assert float(ruler.back(ruler.put(value))) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize("scale", list(Scale))
@given(value=st.floats(1, 99))
def test_the_slope_is_how_far_the_scale_moves_with_the_value(scale: Scale, value: float) -> None:
    ruler = make_ruler(scale, **ENDS)
    step = 1e-5
    wanted = (float(ruler.put(value + step)) - float(ruler.put(value - step))) / (2 * step)
    assert float(ruler.slope(np.float64(value))) == pytest.approx(wanted, rel=1e-5)


@pytest.mark.parametrize("scale", list(Scale))
@given(value=inside, half=st.floats(0, 60))
def test_no_limit_leaves_what_can_be(scale: Scale, value: float, half: float) -> None:
    ruler = make_ruler(scale, **ENDS)
    middle = float(ruler.put(value))
    lower, upper = (float(ruler.hold(ruler.back(middle + way * half))) for way in (-1, 1))
    assert 0 <= lower <= upper <= 100
    assert lower - 1e-9 <= value <= upper + 1e-9


@pytest.mark.parametrize("scale", [Scale.LOG, Scale.SQUARE_ROOT])
def test_what_is_below_nothing_on_the_scale_is_nothing(scale: Scale) -> None:
    ruler: Ruler = make_ruler(scale)
    assert ruler.lowest == 0.0
    assert float(ruler.back(np.float64(-800.0))) == 0.0


def test_without_ends_nothing_is_held() -> None:
    assert make_ruler(Scale.NATURAL).hold([-1e9, 1e9]).tolist() == [-1e9, 1e9]
