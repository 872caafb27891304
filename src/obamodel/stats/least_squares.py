"""Which straight combination of some columns lies nearest to the values?"""

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.errors import Fault, InvalidError

Array = npt.NDArray[np.float64]

# Splits a number of 53 bits into two halves whose products are exact (Dekker 1971).
_SPLITTER = 134_217_729.0
_MOST_ROUNDS = 20
# What a column must hold of its own, of what it holds at all; less than this is rounding.
_OWN_PART = 1e-14


@frozen(kw_only=True, eq=False)
class LeastSquares:
    """A fit by least squares.

    Parameters
    ----------
    coefficients
        One for each column: shape (columns,).
    covariance
        Their covariance, if the errors are independent and equally wide: shape (columns, columns).
    residual_deviation
        The standard deviation of the errors, judged on ``freedom`` degrees of freedom.
    freedom
        The number of values less the number of columns.
    residuals
        What is left of each value: shape (values,).
    """

    coefficients: Array
    covariance: Array
    residual_deviation: float
    freedom: int
    residuals: Array

    @property
    def standard_errors(self) -> Array:
        """How far each coefficient is likely to be off: shape (columns,)."""
        return np.sqrt(np.diag(self.covariance))


def fit_least_squares(design: npt.ArrayLike, values: npt.ArrayLike) -> LeastSquares:
    r"""Find the coefficients that bring the columns nearest to the values.

    The columns are centred (where one of them is constant) and scaled, then turned into
    orthogonal ones by Householder reflections, and the answer is refined until it no longer moves,
    with every residual summed without error (Björck 1967, *Iterative refinement of linear least
    squares solutions I*, for the residuals and coefficients together; Dekker 1971 for products
    without error). So the coefficients hold nearly all the digits of the data, however alike the
    columns are, on any machine.

    Parameters
    ----------
    design
        The columns, with one of ones where there is an intercept: shape (values, columns).
    values
        Shape (values,); more of them than columns, and none missing.

    Returns
    -------
    LeastSquares

    Raises
    ------
    InvalidError
        Where something is missing or does not fit, or a column repeats what others say.

    Examples
    --------
    The line through 1, 3 and 4 at 0, 1 and 2 rises by half of (4 - 1) a step, and leaves
    -1/6, 1/3 and -1/6, whose squares add up to 1/6.

    >>> fit = fit_least_squares([[1, 0], [1, 1], [1, 2]], [1, 3, 4])
    >>> [round(float(number), 6) for number in fit.coefficients]
    [1.166667, 1.5]
    >>> round(fit.residual_deviation**2, 6), fit.freedom
    (0.166667, 1)
    """
    columns, wanted = np.asarray(design, dtype=float), np.asarray(values, dtype=float)
    _refuse_unfit(columns, wanted)
    # Whole powers of two: the digits stay as they are, and no square can run over.
    powers, power = _find_powers(columns), int(_find_powers(wanted[:, None])[0])
    columns, wanted = np.ldexp(columns, -powers), np.ldexp(wanted, -power)
    turned, back = _centre(columns)
    orthogonal, triangle = np.linalg.qr(turned)
    _refuse_repeated(triangle, len(wanted))
    coefficients, residuals = _refine(columns, wanted, back, orthogonal, triangle)
    inverse = np.ldexp(back @ _solve(triangle, np.eye(len(triangle))), power - powers[:, None])
    freedom = len(wanted) - len(triangle)
    variance = math.fsum(residuals**2) / freedom
    return LeastSquares(
        coefficients=np.ldexp(coefficients, power - powers),
        covariance=variance * (inverse @ inverse.T),
        residual_deviation=math.ldexp(math.sqrt(variance), power),
        freedom=freedom,
        residuals=np.ldexp(residuals, power),
    )


def _refine(
    columns: Array, wanted: Array, back: Array, orthogonal: Array, triangle: Array
) -> tuple[Array, Array]:
    """Solve for coefficients b and residuals r at once: r + Xb = y and X'r = 0."""
    coefficients = np.zeros(columns.shape[1])
    # The residuals are held as a sum of two numbers each, with twice the digits.
    residuals, rest = np.zeros_like(wanted), np.zeros_like(wanted)
    before = math.inf
    for _ in range(_MOST_ROUNDS):
        off = _sum_exactly(columns, [-coefficients], [wanted, -residuals, -rest])
        across = _sum_exactly(columns.T, [-residuals, -rest], [])
        move = orthogonal.T @ off - _solve(triangle, back.T @ across, transposed=True)
        coefficients = coefficients + back @ _solve(triangle, move)
        residuals, rest = _add_exactly(residuals, rest + (off - orthogonal @ move))
        moved = float(np.linalg.norm(move))
        if moved == 0 or moved >= before / 2:
            break
        before = moved
    return coefficients, residuals


def _solve(triangle: Array, right: Array, *, transposed: bool = False) -> Array:
    from scipy.linalg import solve_triangular

    return np.asarray(solve_triangular(triangle, right, trans="T" if transposed else "N"))


def _find_powers(columns: Array) -> npt.NDArray[np.int32]:
    return np.asarray(np.frexp(np.abs(columns).max(axis=0))[1], dtype=np.int32)


def _centre(columns: Array) -> tuple[Array, Array]:
    """Return columns that are easier to tell apart, and the way back to the coefficients."""
    number = columns.shape[1]
    back = np.eye(number)
    turned = columns.copy()
    constant = np.flatnonzero((columns == columns[0]).all(axis=0) & (columns[0] != 0))
    if len(constant):
        one = int(constant[0])
        for other in set(range(number)) - {one}:
            middle = math.fsum(columns[:, other]) / len(columns)
            turned[:, other] -= middle
            back[one, other] = -middle / columns[0, one]
    length = np.linalg.norm(turned, axis=0)
    length[length == 0] = 1.0
    return turned / length, back / length


def _sum_exactly(matrix: Array, vectors: list[Array], terms: list[Array]) -> Array:
    """Add the products of each row with the vectors to the terms; rounded once, at the end."""
    parts = [term[:, None] for term in terms]
    for vector in vectors:
        product = matrix * vector
        whole, half = _split(matrix), _split(vector)
        lost = whole[0] * half[0] - product
        lost = lost + whole[0] * half[1] + whole[1] * half[0] + whole[1] * half[1]
        parts += [product, lost]
    return np.array([math.fsum(row) for row in np.hstack(parts).tolist()])


def _split(numbers: Array) -> tuple[Array, Array]:
    shifted = _SPLITTER * numbers
    upper = shifted - (shifted - numbers)
    return upper, numbers - upper


def _add_exactly(left: Array, right: Array) -> tuple[Array, Array]:
    """Return the rounded sum and what the rounding took away (Knuth 1969)."""
    total = left + right
    given = total - left
    return total, (left - (total - given)) + (right - given)


def _refuse_unfit(columns: Array, wanted: Array) -> None:
    faults = list(_find_misfits(columns, wanted))
    if faults:
        raise InvalidError("least squares", faults)


def _find_misfits(columns: Array, wanted: Array) -> Iterator[Fault]:
    if columns.ndim != 2 or wanted.ndim != 1 or len(columns) != len(wanted):
        yield Fault(
            "wrong-shape",
            f"the columns have the shape {columns.shape} and the values {wanted.shape}",
            "give as many rows as values, and a column for each coefficient",
        )
        return
    rows, number = columns.shape
    if number < 1 or rows <= number:
        yield Fault(
            "too-few-values",
            f"{rows} values for {number} coefficients",
            "give at least one coefficient, and more values than coefficients",
        )
    for row in np.flatnonzero(~(np.isfinite(columns).all(axis=1) & np.isfinite(wanted))):
        yield Fault(
            "not-finite",
            "a number is missing or endless",
            "leave the row out or give the number",
            path=("rows", int(row)),
        )


def _refuse_repeated(triangle: Array, rows: int) -> None:
    own = np.abs(np.diag(triangle))
    repeated = np.flatnonzero(own < _OWN_PART * rows)
    if len(repeated):
        raise InvalidError(
            "least squares",
            [
                Fault(
                    "repeated-column",
                    "the column holds nothing that the columns before it do not hold",
                    "leave the column out",
                    path=("columns", int(column)),
                )
                for column in repeated
            ],
        )
