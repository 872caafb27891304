"""What was seen in one period: a value with its limits, marks and note, or why there is none."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choices,
    documented,
    number,
    one,
    prose,
    to_tuple,
)
from obamodel.domain.periods import Period
from obamodel.errors import Fault


class Flag(StrEnum):
    """What a source says of one of its values."""

    ESTIMATED = "estimated"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    BREAK = "break"


NUMBERS = ("value", "numerator", "denominator", "lower", "upper")
# Whole numbers have no end in Python; what follows could not be worked out with them.
LARGEST = 1e300


@documented
@frozen(kw_only=True)
class Observation:
    """What was seen in one period: a value, or the reason why there is none.

    Examples
    --------
    >>> Observation(period=Period.parse("2014/15"), value=54, note="a new definition").value
    54
    >>> Observation(period=Period.parse("2020/21"), missing="no survey was held").is_missing
    True
    """

    period: Period = field(metadata=one(Period, "When."))
    value: float | None = field(default=None, metadata=number("The value; none where missing."))
    numerator: float | None = field(
        default=None, metadata=number("For a share or rate: how many; for a mean: the sum.")
    )
    denominator: float | None = field(
        default=None, metadata=number("For a share, a rate or a mean: out of how many.")
    )
    lower: float | None = field(
        default=None, metadata=number("The lower limit, where the source gives one.")
    )
    upper: float | None = field(
        default=None, metadata=number("The upper limit, where the source gives one.")
    )
    flags: tuple[Flag, ...] = field(
        converter=to_tuple, default=(), metadata=choices(Flag, "What the source says of the value.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    missing: str = field(default="", metadata=prose("Why there is no value."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        huge = [name for name in NUMBERS if abs(getattr(self, name) or 0) > LARGEST]
        for name in huge:
            found = "found a number of more than 300 digits"
            yield Fault("too-large", found, "check the number", path=(name,))
        if huge:
            return
        value, lower, upper = self.value, self.lower, self.upper
        if value is None and not self.missing:
            yield Fault(
                "number-missing",
                "there is no value, and nothing says why",
                "write the value, or under missing the reason; an empty place is not zero",
                path=("value",),
            )
        if value is not None and self.missing:
            yield Fault(
                "number-of-a-missing",
                f"it is said to be missing, yet has the value {value:g}",
                "take one of the two away",
                path=("missing",),
            )
        if value is None and (lower is not None or upper is not None):
            name = "lower" if lower is not None else "upper"
            mend = "take the limits away, or write the value"
            yield Fault("limits-of-nothing", "there is a limit and no value", mend, path=(name,))
        elif value is not None:
            if lower is not None and lower > value:
                yield _out_of_order("lower", f"{lower:g} is above the value, {value:g}")
            if upper is not None and upper < value:
                yield _out_of_order("upper", f"{upper:g} is below the value, {value:g}")
        if self.denominator is not None and self.denominator <= 0:
            yield Fault(
                "bad-denominator",
                f"found {self.denominator:g}",
                "write out of how many: more than 0; where there was nobody, the value is missing",
                path=("denominator",),
            )

    @property
    def is_missing(self) -> bool:
        """Whether there is no value."""
        return self.value is None


def _out_of_order(name: str, found: str) -> Fault:
    return Fault("limits-out-of-order", found, "check the value and its limits", path=(name,))
