"""A number is read as it is written, and written so that it is read again."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.iati.numbers import read_number, scale_number, write_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("007", 7), ("-3", -3), ("+3", 3), ("1.", 1.0), (".5", 0.5), ("-0.25", -0.25)],
)
def test_digits_with_a_point_and_a_sign_are_a_number(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", ".", "1e5", "inf", "nan", "1_000", "1,000", "1 000", "\u22123", "\uff11"),
        *("9" * 301, "9" * 390 + ".5", "1" * 5000),
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(-(10**300), 10**300) | st.floats(-1e300, 1e300))
def test_what_is_written_is_read_back_the_same(value: float) -> None:
    written = write_number(value)
    assert "e" not in written.lower()
    assert read_number(written) == value


@given(st.integers(0, 1000), st.sampled_from([1, 100, 1000, 10_000]))
def test_a_share_is_scaled_without_digits_of_the_machine(parts: int, per: int) -> None:
    value = parts * per / 1000
    assert scale_number(value, per) == float(Fraction(parts, 10))
