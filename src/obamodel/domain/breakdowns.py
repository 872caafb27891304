"""A number broken down into the groups, places or kinds that make it up."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    identifier,
    many,
    one,
    prose,
    references,
    show,
    to_tuple,
)
from obamodel.domain.fields import number as any_number
from obamodel.domain.fields import reference as one_reference
from obamodel.domain.fields import whole as whole_number
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.domain.traits import Trait as Trait
from obamodel.errors import Fault, InvalidError


class Overlap(StrEnum):
    """Whether one person or thing can be in two parts."""

    EXCLUSIVE = "exclusive"
    OVERLAPPING = "overlapping"


class PartState(StrEnum):
    """What is known of a part: a group that was reached is never left out or taken for zero."""

    COUNTED = "counted"
    REACHED = "reached, not counted"
    WITHHELD = "present, number withheld"
    UNKNOWN = "not known"


@documented
@frozen(kw_only=True)
class Part:
    """One group, place or kind in a breakdown, with its number or the reason why it has none.

    Examples
    --------
    >>> print(Part(name="Asian or Asian British", number=12))
    Asian or Asian British: 12
    >>> print(Part(name="18 to 24", number=9, out_of=20))
    18 to 24: 9 of 20
    >>> print(Part(name="Roma", state=PartState.REACHED, reason="the session was not counted"))
    Roma: reached, not counted (the session was not counted)
    """

    name: str = field(metadata=prose("What the part is called."))
    number: int | None = field(
        default=None,
        metadata=whole_number(
            "How many; for a share or rate the numerator, for a mean the sum; "
            "none where it was not counted."
        ),
    )
    out_of: int | None = field(
        default=None,
        metadata=whole_number("For a share, a rate, a mean or a score: out of, or over, how many."),
    )
    value: float | None = field(
        default=None,
        metadata=any_number(
            "A mean, a score, or a percentage whose numbers are not known: what cannot be added."
        ),
    )
    state: PartState = field(
        default=PartState.COUNTED,
        metadata=choice(PartState, "Counted, reached but not counted, withheld, or not known."),
    )
    reason: str = field(
        default="", metadata=prose("Why it was not counted, is withheld or is not known.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        numbered = [name for name in ("number", "value") if getattr(self, name) is not None]
        if self.is_counted:
            if not numbered:
                yield Fault(
                    "number-missing",
                    f"{show(self.name)} has no number",
                    'write the number, or a state such as "reached, not counted" with the reason; '
                    "an empty place is not zero",
                    path=("number",),
                )
            elif self.reason:
                # Somebody may take it for withheld, and it would be shown.
                yield Fault(
                    "reason-of-a-counted",
                    f"{show(self.name)} has a number, and a reason why it has none",
                    'write what a reader should know under note, or a state such as "present, '
                    'number withheld" without the number',
                    path=("reason",),
                )
            return
        for name in numbered:
            yield Fault(
                "number-of-an-uncounted",
                f"{show(self.name)} is {self.state}, yet has the {name} {getattr(self, name):g}",
                f"take the {name} away, or write the state counted",
                path=(name,),
            )
        if not self.reason:
            yield Fault(
                "uncounted-without-reason",
                f"{show(self.name)} is {self.state}, and nothing says why",
                "write the reason",
                path=("reason",),
            )

    @property
    def is_counted(self) -> bool:
        """Whether it has a number of its own."""
        return self.state is PartState.COUNTED

    def __str__(self) -> str:
        if not self.is_counted:
            return f"{self.name}: {self.state} ({self.reason})"
        if self.number is None:
            over = "" if self.out_of is None else f" over {self.out_of}"
            return f"{self.name}: {self.value:g}{over}"
        of = "" if self.out_of is None else f" of {self.out_of}"
        return f"{self.name}: {self.number}{of}"


@documented
@frozen(kw_only=True)
class Breakdown:
    """One number by the parts that make it up, with what is said of how they make it up.

    Whether a person can be in two parts, and whether the parts are all there are, is declared and
    never guessed. Those who did not say which part they belong to are in the whole and in no part.

    Examples
    --------
    >>> who_came = Breakdown(
    ...     id="who-came", name="Who came to the courses", of="people who came to a course",
    ...     counted=Counted.PEOPLE, by="where they live", trait=Trait.SMALL_PLACE,
    ...     overlap=Overlap.EXCLUSIVE, complete=True, whole=20, not_stated=3,
    ...     parts=[
    ...         Part(name="Basildon", number=12),
    ...         Part(name="Thurrock", number=5),
    ...         Part(name="Tilbury", state=PartState.REACHED, reason="nobody kept a list"),
    ...     ],
    ... )
    >>> who_came.part("Thurrock").number, who_came.base
    (5, 17)
    >>> [part.name for part in who_came.uncounted_parts]
    ['Tilbury']
    """

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What it shows, in plain words."))
    of: str = field(metadata=prose("What is counted, such as people who came to a course."))
    counted: Counted = field(metadata=choice(Counted, "People, attendances or things."))
    by: str = field(metadata=prose("What the parts differ by, such as ethnic group."))
    trait: Trait = field(
        metadata=choice(Trait, "A characteristic of people, a small or large place, or other.")
    )
    overlap: Overlap = field(
        metadata=choice(Overlap, "Exclusive, or overlapping where one can be in two parts.")
    )
    complete: bool = field(metadata=flag("Whether the parts are all there are."))
    parts: tuple[Part, ...] = field(
        converter=to_tuple, metadata=many(Part, "The parts, in the order to show them in.")
    )
    whole: int | None = field(
        default=None,
        metadata=whole_number(
            "What the parts are of, with those who did not say: how many; for a share or rate the "
            "numerator, for a mean the sum."
        ),
    )
    whole_out_of: int | None = field(
        default=None,
        metadata=whole_number(
            "For a share, a rate, a mean or a score: out of how many the whole is."
        ),
    )
    not_stated: int | None = field(
        default=None,
        metadata=whole_number(
            "How many of the whole did not say which part they belong to; for a share, a rate, a "
            "mean or a score: how many of those the whole is out of."
        ),
    )
    kind: SeriesKind = field(
        default=SeriesKind.COUNT,
        metadata=choice(SeriesKind, "A count, a share, a rate, a mean or a score."),
    )
    per: float | None = field(
        default=None,
        metadata=any_number(
            "For a share or rate: what 1 out of 1 would be, such as 100 for %, 1 for a fraction, "
            "10000 for a number per 10,000."
        ),
    )
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "The indicators, measures or counts it breaks down.", "indicators", "measures", "counts"
        ),
    )
    reference: str = field(
        default="",
        metadata=one_reference("The breakdown of those it is held against.", "breakdowns"),
    )
    period: Period | None = field(default=None, metadata=one(Period, "When."))
    rounded_to: int | None = field(
        default=None,
        metadata=whole_number("Where its numbers are rounded: to the nearest what, such as 5."),
    )
    published: str = field(
        default="",
        metadata=prose("Where these very numbers are already public; leave out if they are not."),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        from obamodel.domain.breakdown_checks import find_faults_of_breakdown

        return find_faults_of_breakdown(self)

    # --- what it holds -------------------------------------------------------------------

    @property
    def counted_parts(self) -> tuple[Part, ...]:
        """The parts with a number, in their order."""
        return tuple(part for part in self.parts if part.is_counted)

    @property
    def uncounted_parts(self) -> tuple[Part, ...]:
        """The parts reached but not counted, withheld or not known, in their order."""
        return tuple(part for part in self.parts if not part.is_counted)

    @property
    def base(self) -> int | None:
        """How many of the whole said which part they belong to; none where that is not known.

        For a share, a rate, a mean or a score it is how many of those the whole is out of.
        """
        whole = self.whole if self.kind is SeriesKind.COUNT else self.whole_out_of
        return None if whole is None else whole - (self.not_stated or 0)

    def part(self, name: str) -> Part:
        """Return a part by its name.

        Raises
        ------
        InvalidError
            When no part has that name; it lists those there are.
        """
        for part in self.parts:
            if part.name == name:
                return part
        names = ", ".join(show(part.name) for part in self.parts)
        found = f"{self.id} has no part {show(name)}"
        raise InvalidError("Breakdown", [Fault("unknown-part", found, f"name one of: {names}")])

    def value_of(self, part: Part) -> float | None:
        """Return a part's value in the unit of the breakdown; none where it has none.

        A count is itself. A share, rate or mean is the number over what it is out of, times what
        it is per; nothing out of nobody has no value.

        Examples
        --------
        >>> part = Part(name="18 to 24", number=9, out_of=20)
        >>> stayed = Breakdown(
        ...     id="stayed", name="Who stayed", of="people who stayed to the end",
        ...     counted=Counted.PEOPLE, by="age", trait=Trait.CHARACTERISTIC,
        ...     overlap=Overlap.EXCLUSIVE, complete=False, parts=[part],
        ...     kind=SeriesKind.SHARE, per=100,
        ... )
        >>> stayed.value_of(part)
        45.0
        """
        if self.kind is SeriesKind.COUNT:
            return part.number
        if part.number is None or part.out_of is None:
            return part.value
        # Multiplied first, so that 9 of 20 is 45% and not a hair beside it.
        return part.number * (self.per or 1) / part.out_of if part.out_of else None
