"""Whether numbers are written as a reader reads them."""

import math

import pytest

from obamodel.stats.intervals.wording import write_figure, write_level, write_limits, write_ratio


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.2, "-0.2"),
        (12, "12"),
        (12.04, "12"),
        (12.06, "12.1"),
        (99.97, "100"),
        (1234567.8, "1,234,568"),
        (0.0412, "0.041"),
        (0.000012, "0.000012"),
        (1e-9, "0"),
    ],
)
def test_a_figure_has_as_many_digits_as_a_reader_needs(number: float, written: str) -> None:
    assert write_figure(number) == written


def test_a_ratio_has_three_digits() -> None:
    assert [write_ratio(one) for one in (1.0897, 0, 1234.5, 0.0217)] == [
        "1.09",
        "0",
        "1,234",
        "0.0217",
    ]


def test_a_level_is_written_in_per_cent() -> None:
    assert [write_level(one) for one in (0.95, 0.998, 0.9)] == ["95%", "99.8%", "90%"]


def test_limits_without_an_upper_end_say_so() -> None:
    assert write_limits("1", "9", 9.0) == "from 1 to 9"
    assert write_limits("1", "", math.inf) == "from 1 upwards, without end,"
