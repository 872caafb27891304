"""Which cells are sums of which."""

import pytest

from obamodel.domain.table_checks import find_sums
from obamodel.domain.tables import CountCell, CountTable, Dimension, Grouping
from obamodel.errors import InvalidError
from tests.domain.building import make


def test_a_total_is_a_sum_over_categories_and_never_over_groupings() -> None:
    north = Grouping(name="north", categories=["A", "B"])
    place = make(Dimension, categories=["A", "B", "C"], groupings=[north], complete=False)
    cells = [CountCell(at=[name]) for name in ("A", "north", "Total")]
    sums = list(find_sums(make(CountTable, dimensions=[place], cells=cells)))
    assert [(each.whole, each.parts) for each in sums] == [
        (("north",), (("A",), ("B",))),
        (("Total",), (("A",), ("B",), ("C",))),
    ]
    # A grouping is what its categories are together, even where the categories are not everybody.
    assert [each.complete for each in sums] == [True, False]


def test_a_table_without_numbers_is_refused() -> None:
    with pytest.raises(InvalidError, match="it has no numbers; give each category a cell"):
        make(CountTable, cells=[])
