"""A table of counts: who or what was counted, by what, with which totals beside the parts."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from obamodel.domain.breakdowns import Overlap, Trait
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    identifier,
    many,
    one,
    prose,
    prose_list,
    show,
    to_tuple,
    whole,
)
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted
from obamodel.domain.table_checks import check_cells, check_dimension, check_times
from obamodel.errors import Fault

if TYPE_CHECKING:
    import pandas as pd


class Adding(StrEnum):
    """Whether what was counted in two periods may be added."""

    ADDS = "adds"
    SAME_AGAIN = "the same people again"


@documented
@frozen(kw_only=True)
class Grouping:
    """Some categories taken together, such as the places of one county.

    Examples
    --------
    >>> Grouping(name="North Essex", categories=["Colchester", "Tendring"]).categories
    ('Colchester', 'Tendring')
    """

    name: str = field(metadata=prose("What they are called together."))
    categories: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("The categories that it is made up of.")
    )

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Dimension:
    """What a table is broken down by: ethnic group, place, month.

    Where a whole table is about people who share something, that is a dimension too, with one
    category and no total: it keeps the table apart from one about everybody.

    Examples
    --------
    >>> place = Dimension(
    ...     name="place",
    ...     categories=["Colchester", "Tendring", "Thurrock"],
    ...     trait=Trait.SMALL_PLACE,
    ...     groupings=[Grouping(name="North Essex", categories=["Colchester", "Tendring"])],
    ... )
    >>> place.names
    ('Colchester', 'Tendring', 'Thurrock', 'North Essex', 'Total')
    >>> place.find_categories("North Essex"), place.is_sensitive
    (('Colchester', 'Tendring'), True)
    """

    name: str = field(metadata=prose("What it is: ethnic group, place, month."))
    categories: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("The parts, in the order to show them.")
    )
    trait: Trait = field(metadata=choice(Trait, "What the parts differ by."))
    total: str = field(
        default="Total", metadata=prose("What the whole is called; leave out where it has no name.")
    )
    groupings: tuple[Grouping, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(Grouping, "Categories taken together, in as many ways as are shown."),
    )
    overlap: Overlap = field(
        default=Overlap.EXCLUSIVE,
        metadata=choice(Overlap, "Whether somebody can be in two categories at once."),
    )
    complete: bool = field(
        default=True, metadata=flag("Whether everybody counted is in one of the categories.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from check_dimension(self)

    @property
    def names(self) -> tuple[str, ...]:
        """Every line it may have: categories, groupings, and the whole at the end."""
        groups = tuple(each.name for each in self.groupings)
        return (*self.categories, *groups, *((self.total,) if self.total else ()))

    @property
    def is_sensitive(self) -> bool:
        """Whether a small number by it can lead to a person."""
        return self.trait in (Trait.CHARACTERISTIC, Trait.SMALL_PLACE)

    def find_categories(self, name: str) -> tuple[str, ...]:
        """Return the categories that a line is made up of; one for a category."""
        if name in self.categories:
            return (name,)
        for grouping in self.groupings:
            if grouping.name == name:
                return grouping.categories
        return self.categories


@documented
@frozen(kw_only=True)
class CountCell:
    """One number of a table, and the line of each dimension it stands in.

    Examples
    --------
    >>> CountCell(at=["Colchester", "Total"], number=41).number
    41
    """

    at: tuple[str, ...] = field(
        converter=to_tuple,
        metadata=prose_list("The category, grouping or total it stands at, one a dimension."),
    )
    number: int | None = field(
        default=None, metadata=whole("How many; none where that is not known.")
    )

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class CountTable:
    """Counts by one or more dimensions, as they are: not yet fit to leave the house.

    A cell is known in other tables too, by what is counted, the period, and the category of each
    dimension it is limited to: the same words mean the same people. A total that is shown has a
    cell of its own; one without a cell is not shown.

    Examples
    --------
    >>> place = Dimension(name="place", categories=["North", "South"], trait=Trait.SMALL_PLACE)
    >>> table = CountTable(
    ...     id="who-came",
    ...     title="Who came",
    ...     of="people who came",
    ...     counted=Counted.PEOPLE,
    ...     dimensions=[place],
    ...     cells=[
    ...         CountCell(at=["North"], number=12),
    ...         CountCell(at=["South"], number=3),
    ...         CountCell(at=["Total"], number=15),
    ...     ],
    ... )
    >>> table.find("South"), table.is_sensitive
    (3, True)
    """

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("What the table shows."))
    of: str = field(metadata=prose("Who or what was counted, in the same words in every table."))
    counted: Counted = field(metadata=choice(Counted, "People, attendances or things."))
    dimensions: tuple[Dimension, ...] = field(
        converter=to_tuple, metadata=many(Dimension, "What it is broken down by.")
    )
    cells: tuple[CountCell, ...] = field(
        converter=to_tuple, metadata=many(CountCell, "The numbers, totals that are shown included.")
    )
    period: Period | None = field(
        default=None, metadata=one(Period, "When; for a running total its last period.")
    )
    since: Period | None = field(
        default=None, metadata=one(Period, "For a running total: its first period.")
    )
    adding: Adding | None = field(
        default=None,
        metadata=choice(
            Adding,
            "Whether two periods may be added. Attendances add; people do only where each is "
            "counted once, in the period of their first time.",
        ),
    )
    published: str = field(
        default="",
        metadata=prose("Where these very numbers are already public; leave out if they are not."),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from check_times(self)
        yield from check_cells(self)

    @property
    def is_sensitive(self) -> bool:
        """Whether it counts people, or their attendances, by a characteristic or a small place."""
        return self.counted is not Counted.THINGS and any(
            dimension.is_sensitive for dimension in self.dimensions
        )

    @property
    def adds(self) -> bool:
        """Whether its counts of two periods may be added."""
        if self.adding is None:
            return self.counted is not Counted.PEOPLE
        return self.adding is Adding.ADDS

    @cached_property
    def numbers(self) -> Mapping[tuple[str, ...], int | None]:
        """The number of each cell, by where it stands."""
        return {cell.at: cell.number for cell in self.cells}

    def find(self, *at: str) -> int | None:
        """Return the number of one cell; none where it is not known.

        Raises
        ------
        KeyError
            When the table has no such cell.
        """
        return self.numbers[at]

    @classmethod
    def from_frame(cls, frame: "pd.DataFrame", **about: Any) -> "CountTable":
        """Make a table of a long frame or a crosstab; see :func:`table_frames.make_from_frame`."""
        from obamodel.domain.table_frames import make_from_frame

        return make_from_frame(frame, **about)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row a cell: a column for each dimension, and ``number``.

        This is for looking at; what leaves the house is a ``PublishedTable``.
        """
        import pandas as pd

        rows = [(*cell.at, cell.number) for cell in self.cells]
        columns = [*(dimension.name for dimension in self.dimensions), "number"]
        frame = pd.DataFrame(rows, columns=columns)
        return frame.astype({"number": "Int64"})

    def __str__(self) -> str:
        return f"{self.title}: {len(self.cells)} numbers, {show(self.of)}"
