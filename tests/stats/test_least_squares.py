"""How many digits of a straight fit are right."""

import csv
import json
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.least_squares import Array, LeastSquares, fit_least_squares

# As many digits as a number of the machine can hold.
ALL = 15.9


def read_columns(folder: Path, name: str) -> tuple[Array, Array]:
    with (folder / "nist_strd" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        table = np.array([[float(cell) for cell in row] for row in list(csv.reader(lines))[1:]])
    return table[:, 1:], table[:, 0]


def fit_certified(folder: Path, name: str) -> tuple[LeastSquares, dict[str, list[str]]]:
    certified = json.loads((folder / "nist_strd" / "certified.json").read_text())[name]
    columns, values = read_columns(folder, name)
    ones = np.ones((len(values), 1))
    design = {
        "noint": columns[:, :1],
        "poly": np.vander(columns[:, 0], certified["degree"] + 1, increasing=True),
    }.get(certified["model"], np.hstack([ones, columns]))
    fit = fit_least_squares(design, values)
    return fit, {
        "coefficients": certified["beta"],
        "standard errors": certified["se"],
        "deviation": [certified["resid_sd"]],
    }


def count_digits(found: Array, certified: list[str]) -> float:
    """Count the digits that are right in the worst of some numbers (NIST's LRE)."""
    getcontext().prec = 40
    digits = []
    for got, written in zip(found.tolist(), certified, strict=True):
        wanted = Decimal(written)
        off = abs(Decimal(got) - wanted) / (abs(wanted) or Decimal(1))
        digits.append(min(ALL, float(-off.log10())) if off else ALL)
    return min(digits)


def digits_of(fit: LeastSquares, certified: dict[str, list[str]]) -> tuple[float, float, float]:
    return (
        count_digits(fit.coefficients, certified["coefficients"]),
        count_digits(fit.standard_errors, certified["standard errors"]),
        count_digits(np.array([fit.residual_deviation]), certified["deviation"]),
    )


@pytest.mark.parametrize("name", ["norris", "noint1", "noint2"])
def test_nist_straight_lines_are_right_to_twelve_digits(name: str, shared_data: Path) -> None:
    assert min(digits_of(*fit_certified(shared_data, name))) >= 12


def test_nist_longley_is_right_to_ten_digits_and_in_truth_to_thirteen(shared_data: Path) -> None:
    assert min(digits_of(*fit_certified(shared_data, "longley"))) >= 13


@pytest.mark.parametrize(
    "name", ["pontius", "wampler1", "wampler2", "wampler3", "wampler4", "wampler5"]
)
def test_nist_curves_of_degree_two_and_five_are_right_to_twelve_digits(
    name: str, shared_data: Path
) -> None:
    assert min(digits_of(*fit_certified(shared_data, name))) >= 12


def test_nist_filip_keeps_the_digits_that_powers_of_ten_leave_it(shared_data: Path) -> None:
    # x to the tenth power, rounded to 53 bits, has lost half of the digits before any fit.
    assert min(digits_of(*fit_certified(shared_data, "filip"))) >= 7


def solve_with_fractions(design: Array, values: Array) -> list[Fraction]:
    """Solve the normal equations with whole numbers, without any rounding."""
    rows = [[Fraction(cell) for cell in row] for row in design.tolist()]
    wanted = [Fraction(value) for value in values.tolist()]
    number = len(rows[0])
    table = [
        [sum((row[i] * row[j] for row in rows), Fraction()) for j in range(number)]
        + [sum((row[i] * value for row, value in zip(rows, wanted, strict=True)), Fraction())]
        for i in range(number)
    ]
    for pivot in range(number):
        table[pivot] = [cell / table[pivot][pivot] for cell in table[pivot]]
        for other in range(number):
            if other != pivot:
                times = table[other][pivot]
                table[other] = [
                    cell - times * above
                    for cell, above in zip(table[other], table[pivot], strict=True)
                ]
    return [row[-1] for row in table]


def test_the_columns_of_filip_as_given_are_fitted_as_exactly_as_fractions_would(
    shared_data: Path,
) -> None:
    columns, values = read_columns(shared_data, "filip")
    design = np.vander(columns[:, 0], 11, increasing=True)
    exact = np.array([float(number) for number in solve_with_fractions(design, values)])
    np.testing.assert_allclose(fit_least_squares(design, values).coefficients, exact, rtol=1e-14)


@given(st.data())
def test_any_small_fit_agrees_with_fractions(data: st.DataObject) -> None:
    rows = data.draw(st.integers(4, 8))
    whole = st.integers(-1000, 1000)
    column = st.lists(whole, min_size=rows, max_size=rows)
    design = np.column_stack([np.ones(rows), *data.draw(st.lists(column, min_size=1, max_size=2))])
    values = np.array(data.draw(column), dtype=float)
    if np.linalg.matrix_rank(design.astype(float)) < design.shape[1]:
        with pytest.raises(InvalidError, match="holds nothing that the columns before it"):
            fit_least_squares(design, values)
        return
    fit = fit_least_squares(design, values)
    exact = np.array([float(number) for number in solve_with_fractions(design, values)])
    np.testing.assert_allclose(fit.coefficients, exact, rtol=1e-13, atol=1e-12)
    np.testing.assert_allclose(
        fit.residuals, values - design @ exact, atol=1e-10 * (1 + np.abs(values).max())
    )


def test_a_shift_of_a_thousand_million_costs_no_digits() -> None:
    # y = 3 + 2 (x - 10^9) + e with e = 1, -1, -1, 1, which no line can follow: rss 4, df 2.
    steps = np.arange(4.0)
    values = 3 + 2 * steps + np.array([1, -1, -1, 1])
    fit = fit_least_squares(np.column_stack([np.ones(4), steps + 1e9]), values)
    np.testing.assert_allclose(fit.coefficients, [3 - 2e9, 2], rtol=1e-15)
    assert fit.residual_deviation == pytest.approx(2**0.5, rel=1e-15)
    assert fit.standard_errors[1] == pytest.approx((2 / 5) ** 0.5, rel=1e-14)


@pytest.mark.parametrize("scale", [1e-140, 1e-30, 1e30, 1e140])
def test_very_large_and_very_small_values_are_fitted_alike(scale: float) -> None:
    design, values = np.column_stack([np.ones(4), np.arange(4.0)]), np.array([1.0, 4, 5, 9])
    plain, scaled = fit_least_squares(design, values), fit_least_squares(design, values * scale)
    np.testing.assert_allclose(scaled.coefficients / scale, plain.coefficients, rtol=1e-14)
    assert scaled.residual_deviation / scale == pytest.approx(plain.residual_deviation)


def test_values_on_a_line_leave_nothing() -> None:
    design = np.column_stack([np.ones(5), np.arange(5.0)])
    fit = fit_least_squares(design, 4 - design[:, 1] / 2)
    assert fit.residual_deviation == 0
    assert fit.coefficients.tolist() == [4, -0.5]


def test_values_that_are_all_nought_are_fitted_by_nought() -> None:
    fit = fit_least_squares(np.column_stack([np.ones(4), np.arange(4.0)]), np.zeros(4))
    assert fit.coefficients.tolist() == [0, 0]


def test_a_repeated_column_is_named() -> None:
    step = np.arange(5.0)
    with pytest.raises(InvalidError) as refused:
        fit_least_squares(np.column_stack([np.ones(5), step, 3 * step - 1]), step)
    assert str(refused.value) == (
        "least squares: 1 problem to mend\n"
        "  columns[2]: the column holds nothing that the columns before it do not hold; "
        "leave the column out [repeated-column]"
    )


def test_as_many_coefficients_as_values_and_every_missing_number_are_refused_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        fit_least_squares(np.array([[1, 0], [1, np.nan]]), [np.inf, 2])
    assert [fault.code for fault in refused.value.faults] == [
        "too-few-values",
        "not-finite",
        "not-finite",
    ]
    assert "2 values for 2 coefficients" in str(refused.value)
    assert "rows[1]" in str(refused.value)


def test_shapes_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(InvalidError, match=r"the shape \(3, 1\) and the values \(2,\)"):
        fit_least_squares(np.ones((3, 1)), [1, 2])
