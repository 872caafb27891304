"""A table that may leave the house."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.fields import check, documented, many, prose, prose_list, to_tuple, whole
from obamodel.errors import Fault


@documented
@frozen(kw_only=True)
class PublishedRow:
    """One line: its words, and the number that may be drawn where there is one."""

    cells: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("What each column says.")
    )
    number: int | None = field(
        default=None, metadata=whole("The number that may be drawn; none where it is withheld.")
    )

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class PublishedTable:
    """A table from which everything that may not be shown has been taken.

    The room that decides what may be shown makes it; pictures and reports take nothing else.
    """

    title: str = field(metadata=prose("What the table shows."))
    columns: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("The columns' headings.")
    )
    rows: tuple[PublishedRow, ...] = field(
        converter=to_tuple, default=(), metadata=many(PublishedRow, "The lines.")
    )
    notes: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What a reader must know to read it.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        for index, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                yield Fault(
                    "ragged-table",
                    f"{len(row.cells)} cells stand under {len(self.columns)} headings",
                    "give each row a cell for each heading",
                    path=("rows", index, "cells"),
                )
