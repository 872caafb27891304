"""How are numbers and limits said, with as many digits as a reader needs?"""

import math

MOST_SAID = 6
"""With more numbers, a sentence gives the lowest and the highest instead of them all."""


def write_figure(value: float) -> str:
    """Write a number with as many digits as a reader needs.

    Examples
    --------
    >>> write_figure(12), write_figure(17.7272), write_figure(0.0412), write_figure(1234.5)
    ('12', '17.7', '0.041', '1,234')
    >>> write_figure(-0.5), write_figure(0.0), write_figure(0.0000123)
    ('-0.5', '0', '0.000012')
    """
    size = abs(value)
    if value == round(value) or size >= 100:
        written = f"{value:,.0f}"
    elif size >= 1:
        written = f"{value:.1f}".removesuffix(".0")
    elif size >= 0.0001:
        written = f"{value:.2g}"
    else:
        written = f"{value:.6f}".rstrip("0").removesuffix(".")
    return "0" if written == "-0" else written


def write_ratio(value: float) -> str:
    """Write how many times as high something is, to three digits.

    Examples
    --------
    >>> write_ratio(1.3333), write_ratio(0.20709), write_ratio(1.0), write_ratio(40.751)
    ('1.33', '0.207', '1', '40.8')
    """
    return write_figure(value) if value >= 100 or value == 0 else f"{value:.3g}"


def write_level(confidence: float) -> str:
    """Write how much of what chance does an interval allows for.

    Examples
    --------
    >>> write_level(0.95), write_level(0.998)
    ('95%', '99.8%')
    """
    return f"{100 * confidence:.10g}%"


def write_limits(lower: str, upper: str, upper_value: float) -> str:
    """Write from where to where an interval goes, also where it has no upper end.

    Examples
    --------
    >>> write_limits("2", "5", 5.0), write_limits("2", "", math.inf)
    ('from 2 to 5', 'from 2 upwards, without end,')
    """
    if math.isinf(upper_value):
        return f"from {lower} upwards, without end,"
    return f"from {lower} to {upper}"
