"""How is a value written as text in an IATI file, and read from it?"""

import re
from decimal import Decimal

from obamodel.domain.observations import LARGEST

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
# The smallest number that a machine can hold has this many digits when written in full.
LONGEST = 400


def read_number(text: str) -> float | None:
    """Read a number: digits, with a point and a sign at most.

    A comma could stand for a point or for nothing, so a number with one is not read.

    Returns
    -------
    float or None
        A whole number where it is written as one; none where the text is no number.

    Examples
    --------
    >>> read_number("11"), read_number("10.50"), read_number("1,234"), read_number("12%")
    (11, 10.5, None, None)
    """
    if len(text) > LONGEST or not _NUMBER.fullmatch(text):
        return None
    number = float(text) if "." in text else int(text)
    return number if abs(number) <= LARGEST else None


def write_number(value: float) -> str:
    """Write a number in full, without an exponent.

    Examples
    --------
    >>> write_number(11), write_number(10.5), write_number(1e-05), write_number(12.0)
    ('11', '10.5', '0.00001', '12')
    """
    return str(int(value)) if value == int(value) else f"{Decimal(repr(value)):f}"


def scale_number(value: float, per: float) -> float:
    """Turn a part of a whole into a percentage, with no digits that come from the machine.

    Parameters
    ----------
    value
        The part.
    per
        What the whole would be, such as 1 for a fraction.

    Examples
    --------
    >>> scale_number(0.07, 1), scale_number(54.5, 100)
    (7, 54.5)
    """
    if per == 100:
        return value
    scaled = Decimal(repr(value)) * 100 / Decimal(repr(per))
    return int(scaled) if scaled == scaled.to_integral_value() else float(scaled)
