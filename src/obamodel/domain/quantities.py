"""Quantities with their honesty: exact, about, at least, or unknown and why."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    one,
    prose,
    reference,
    whole,
)
from obamodel.errors import Fault


class Precision(StrEnum):
    """How well a quantity is known."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"


class Counted(StrEnum):
    """What a count counts; people and attendances are never the same thing."""

    PEOPLE = "people"
    ATTENDANCES = "attendances"
    THINGS = "things"


@documented
@frozen(kw_only=True)
class Quantity:
    """A number with how well it is known; one that is unknown or withheld says why.

    Examples
    --------
    >>> print(Quantity(value=45, precision=Precision.ABOUT))
    about 45
    >>> print(Quantity(precision=Precision.UNKNOWN, reason="nobody counted"))
    not known: nobody counted
    """

    value: int | None = field(default=None, metadata=whole("The number; none where unknown."))
    precision: Precision = field(
        default=Precision.EXACT, metadata=choice(Precision, "How well it is known.")
    )
    reason: str = field(default="", metadata=prose("Why it is unknown, or only about right."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from _check_quantity(self.value, self.precision, self.reason)

    @property
    def is_known(self) -> bool:
        """Whether there is a number at all."""
        return self.value is not None

    def __str__(self) -> str:
        if self.precision is Precision.WITHHELD:
            return self.reason
        if self.value is None:
            return f"not known: {self.reason}"
        return (
            str(self.value)
            if self.precision is Precision.EXACT
            else (f"{self.precision} {self.value}")
        )


@documented
@frozen(kw_only=True)
class Count:
    """How many people, attendances or things somebody counted, and where that is written.

    Examples
    --------
    >>> first = Count(id="first-day", of="people who came", counted=Counted.PEOPLE, value=12)
    >>> again = Count(
    ...     id="second-day", of="people who came again", counted=Counted.PEOPLE, value=4,
    ...     subset_of="first-day",
    ... )
    >>> print(again.quantity)
    4
    """

    id: str = field(metadata=identifier())
    of: str = field(metadata=prose("What was counted, in plain words."))
    counted: Counted = field(metadata=choice(Counted, "People, attendances or things."))
    value: int | None = field(default=None, metadata=whole("The number; none where unknown."))
    precision: Precision = field(
        default=Precision.EXACT, metadata=choice(Precision, "How well it is known.")
    )
    reason: str = field(default="", metadata=prose("Why it is unknown, or only about right."))
    subset_of: str = field(
        default="",
        metadata=reference("The count of which these are a part: the same people again.", "counts"),
    )
    activity: str = field(default="", metadata=reference("At which activity.", "activities"))
    group: str = field(default="", metadata=reference("In which group reached.", "groups_reached"))
    when: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    published: str = field(
        default="",
        metadata=prose("Where this very number is already public; leave out if it is not."),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from _check_quantity(self.value, self.precision, self.reason)
        if self.subset_of == self.id:
            yield Fault(
                "part-of-itself",
                "a count cannot be a part of itself",
                "name the larger count",
                path=("subset_of",),
            )

    @property
    def quantity(self) -> Quantity:
        """The number with how well it is known."""
        return Quantity(value=self.value, precision=self.precision, reason=self.reason)


def _check_quantity(value: int | None, precision: Precision, reason: str) -> Iterator[Fault]:
    if precision in (Precision.UNKNOWN, Precision.WITHHELD):
        if value is not None:
            yield Fault(
                "number-of-an-unknown",
                f"the quantity is {precision}, yet has the number {value}",
                "take the number away, or say how well it is known",
                path=("value",),
            )
        if not reason:
            yield Fault(
                "unknown-without-reason",
                f"the quantity is {precision} and nothing says why",
                "write the reason",
                path=("reason",),
            )
    elif value is None:
        yield Fault(
            "number-missing",
            "there is no number",
            'write the number, or precision "unknown" with a reason; an empty place is not zero',
            path=("value",),
        )
