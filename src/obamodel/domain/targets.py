"""A wish: how far someone wants a number to be, by when, and why."""

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    number,
    one,
    prose,
    reference,
)
from obamodel.domain.periods import Period


@documented
@frozen(kw_only=True)
class Target:
    """A value wished for in a period, with its reason; it is no forecast and no indicator.

    Examples
    --------
    >>> target = Target(
    ...     id="smoking-2030", series="smoking", value=5, period=Period.parse("2030"),
    ...     reason="The national plan asks for it.",
    ... )
    >>> print(target.period, target.value)
    2030 5
    """

    id: str = field(metadata=identifier())
    series: str = field(metadata=reference("The series whose value is wished for.", "series"))
    value: float = field(metadata=number("The value wished for, in the unit of the series."))
    period: Period = field(metadata=one(Period, "The period in which it is to be so."))
    reason: str = field(metadata=prose("Why this much, and by then."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
