"""What left the house together, kept so that the next release does not give it away."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    many,
    one,
    prose,
    prose_list,
    to_tuple,
    whole,
)
from obamodel.domain.periods import Period
from obamodel.domain.protection import Protection
from obamodel.domain.publishing import Mark, PublishedTable
from obamodel.domain.quantities import Counted
from obamodel.domain.tables import Adding, Dimension
from obamodel.errors import Fault

_NO_NUMBER = (Mark.WITHHELD, Mark.UNKNOWN)


@documented
@frozen(kw_only=True)
class ReleasedCell:
    """One number as it was published, or that it was withheld.

    Examples
    --------
    >>> ReleasedCell(at=["Thurrock"], mark=Mark.WITHHELD).number is None
    True
    """

    at: tuple[str, ...] = field(
        converter=to_tuple,
        metadata=prose_list("The category, grouping or total it stands at, one a dimension."),
    )
    number: int | None = field(
        default=None, metadata=whole("The number as published; none where it is withheld.")
    )
    mark: Mark = field(default=Mark.SHOWN, metadata=choice(Mark, "What was done to it."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.mark in _NO_NUMBER and self.number is not None:
            found = "a number that is withheld or not known stands there all the same"
            yield Fault("hidden-number", found, "leave the number out", path=("number",))
        elif self.mark not in _NO_NUMBER and self.number is None:
            found = "there is no number, and it is not marked as withheld or not known"
            yield Fault("number-missing", found, "write the number or the mark", path=("mark",))


@documented
@frozen(kw_only=True)
class ReleasedTable:
    """A table of counts as it was published: what it was about, and what was shown of it."""

    id: str = field(metadata=identifier())
    of: str = field(metadata=prose("Who or what was counted, in the same words in every table."))
    counted: Counted = field(metadata=choice(Counted, "People, attendances or things."))
    dimensions: tuple[Dimension, ...] = field(
        converter=to_tuple, metadata=many(Dimension, "What it is broken down by.")
    )
    cells: tuple[ReleasedCell, ...] = field(
        converter=to_tuple, metadata=many(ReleasedCell, "The numbers, as far as they were shown.")
    )
    period: Period | None = field(
        default=None, metadata=one(Period, "When; for a running total its last period.")
    )
    since: Period | None = field(
        default=None, metadata=one(Period, "For a running total: its first period.")
    )
    adding: Adding | None = field(
        default=None, metadata=choice(Adding, "Whether two periods may be added.")
    )

    __attrs_post_init__ = check

    @property
    def adds(self) -> bool:
        """Whether its counts of two periods may be added."""
        if self.adding is None:
            return self.counted is not Counted.PEOPLE
        return self.adding is Adding.ADDS


@documented
@frozen(kw_only=True)
class Release:
    """Tables that left the house together, with the rule they were protected by.

    ``tables`` are for readers. ``counts`` say the same number for number, so that a later release
    can be held against this one; they hold nothing that the tables do not show.
    """

    protection: Protection = field(metadata=one(Protection, "By which rules, and who chose them."))
    tables: tuple[PublishedTable, ...] = field(
        converter=to_tuple, default=(), metadata=many(PublishedTable, "The tables, for readers.")
    )
    counts: tuple[ReleasedTable, ...] = field(
        converter=to_tuple, default=(), metadata=many(ReleasedTable, "The same, for a later audit.")
    )
    notes: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("The rule, what was hidden and how it was audited, in words."),
    )
    withheld: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("The titles of tables withheld as a whole."),
    )
    offers: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("What coarser tables could be shown in their place."),
    )
    on: PartialDate | None = field(
        default=None, metadata=one(PartialDate, "When it left the house.")
    )

    __attrs_post_init__ = check
