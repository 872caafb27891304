"""Which numbers stand on the upright axis, and does it start at 0?"""

import math
from collections.abc import Iterable

from attrs import frozen

_STEPS = (1.0, 2.0, 5.0, 10.0)
_USUAL = 5
# A curve that would use less of the height than this is shown on a cut axis, and it is said.
SQUASHED = 0.3


@frozen(kw_only=True)
class Scale:
    """The numbers on an upright axis.

    Parameters
    ----------
    low, high
        The ends of the axis.
    step
        How far its numbers lie apart.
    cut
        Whether it leaves out a 0 that the values could be measured from.
    """

    low: float
    high: float
    step: float
    cut: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals its numbers need."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9))

    @property
    def ticks(self) -> tuple[float, ...]:
        """The numbers on it, from the lowest."""
        first, last = (
            math.ceil(self.low / self.step - 1e-9),
            math.floor(self.high / self.step + 1e-9),
        )
        return tuple(
            round(number * self.step, self.decimals + 1) for number in range(first, last + 1)
        )

    def find_part(self, value: float) -> float:
        """Find how far up the axis a value stands: 0 at its foot, 1 at its top."""
        return (value - self.low) / (self.high - self.low)

    def hold(self, value: float) -> float:
        """Return the value, or the end of the axis where it lies beyond."""
        return min(max(value, self.low), self.high)


def choose_scale(
    values: Iterable[float],
    *,
    zero: bool = True,
    most: float | None = None,
    whole: bool = False,
    ticks: int = _USUAL,
) -> Scale:
    """Choose an axis on which every value stands.

    Parameters
    ----------
    values
        What it has to hold.
    zero
        Whether 0 belongs to such values: then it is on the axis, unless the curve would be squashed
        into less than three tenths of the height.
    most
        Where values end, such as 100 for percentages: the axis is not drawn beyond it.
    whole
        Whether they are whole numbers, so that no number between them stands on the axis.
    ticks
        About how many numbers there are to be.

    Examples
    --------
    >>> choose_scale([14, 54]).ticks
    (0.0, 20.0, 40.0, 60.0)
    >>> choose_scale([78.2, 83.9], most=100).ticks, choose_scale([78.2, 83.9]).cut
    ((78.0, 80.0, 82.0, 84.0), True)
    """
    given = list(values) or [0.0, 1.0]
    low, high = min(given), max(given)
    with_zero = min(low, 0.0), max(high, 0.0)
    cut = False
    if zero:
        longest = with_zero[1] - with_zero[0]
        cut = longest > 0 and 0 < high - low < SQUASHED * longest
        if not cut:
            low, high = with_zero
    if low == high:
        low, high = low - 0.5 * (abs(low) or 1.0), high + 0.5 * (abs(high) or 1.0)
        low = max(low, 0.0) if zero and given[0] >= 0 else low
    step = _choose_step((high - low) / ticks, whole=whole)
    low, high = _round_down(low, step), _round_up(high, step)
    if most is not None and max(given) <= most < high:
        high = most
    return Scale(low=low, high=high, step=step, cut=cut and not low <= 0 <= high)


def write_value(value: float, decimals: int) -> str:
    """Write a number with thousands apart and no more decimals than it needs.

    Examples
    --------
    >>> write_value(1234.5, 1), write_value(14.0, 1), write_value(-0.04, 1)
    ('1,234.5', '14', '0')
    """
    written = f"{value:,.{decimals}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def count_decimals(values: Iterable[float], *, most: int = 3) -> int:
    """Find with how many decimals values were written, 3 at most.

    Examples
    --------
    >>> count_decimals([14, 19.8, 54]), count_decimals([3, 4])
    (1, 0)
    """
    return max(
        (len(f"{value:.{most}f}".rstrip("0").partition(".")[2]) for value in values), default=0
    )


def _choose_step(rough: float, *, whole: bool) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(part * power for part in _STEPS if part * power >= rough * (1 - 1e-9))
    return max(step, 1.0) if whole else step


def _round_down(value: float, step: float) -> float:
    return math.floor(value / step + 1e-9) * step


def _round_up(value: float, step: float) -> float:
    return math.ceil(value / step - 1e-9) * step
