"""Tables that say less."""

import pytest

from obamodel.disclosure.coarser import drop_dimension, merge_categories, offer_coarser
from obamodel.domain.breakdowns import Overlap, Trait
from obamodel.domain.quantities import Counted
from obamodel.domain.tables import CountCell, CountTable, Dimension, Grouping
from obamodel.errors import InvalidError
from tests.disclosure.small_tables import make_crosstab, make_list


def test_merged_categories_add_up_in_every_row_and_in_the_totals() -> None:
    table = make_crosstab([[1, 2, 30], [4, 5, 60]])
    merged = merge_categories(table, "place", {"p0 and p1": ["p0", "p1"]})
    assert merged.dimensions[1].categories == ("p0 and p1", "p2")
    assert merged.find("g0", "p0 and p1") == 3
    assert merged.find("Total", "p0 and p1") == 12
    assert merged.find("g1", "Total") == 69


def test_a_dimension_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(InvalidError, match='there is no dimension "town"; choose one of: '):
        merge_categories(make_crosstab([[1, 2], [4, 5]]), "town", {"both": ["p0", "p1"]})


def test_what_is_not_known_is_not_known_when_it_is_merged() -> None:
    place = Dimension(name="place", categories=["A", "B", "C"], trait=Trait.SMALL_PLACE)
    cells = [CountCell(at=["A"]), CountCell(at=["B"], number=4), CountCell(at=["C"], number=9)]
    table = CountTable(
        id="t", title="T", of="people", counted=Counted.PEOPLE, dimensions=[place], cells=cells
    )
    assert merge_categories(table, "place", {"A and B": ["A", "B"]}).find("A and B") is None


def test_overlapping_categories_are_not_added() -> None:
    table = make_list({"A": 10, "B": 10}, total=15, parts={"overlap": Overlap.OVERLAPPING})
    with pytest.raises(InvalidError, match="somebody can be in two categories"):
        merge_categories(table, "place", {"A or B": ["A", "B"]})


def test_a_category_that_is_not_there_or_named_twice_is_refused() -> None:
    with pytest.raises(InvalidError) as caught:
        merge_categories(make_list({"A": 1, "B": 2}), "place", {"X": ["A", "Z"], "Y": ["A"]})
    assert [fault.code for fault in caught.value.faults] == ["unknown-category", "named-twice"]


def test_a_dimension_left_out_leaves_its_totals() -> None:
    table = drop_dimension(make_crosstab([[1, 2], [4, 5]]), "place")
    assert [(cell.at, cell.number) for cell in table.cells] == [
        (("g0",), 3),
        (("g1",), 9),
        (("Total",), 12),
    ]


def test_a_dimension_without_totals_cannot_be_left_out() -> None:
    table = make_list({"A": 1, "B": 2})
    bare = CountTable(
        id="t",
        title="T",
        of="people",
        counted=Counted.PEOPLE,
        dimensions=table.dimensions,
        cells=table.cells[:2],
    )
    with pytest.raises(InvalidError, match="no totals over"):
        drop_dimension(bare, "place")


def test_groupings_are_offered_before_pairs_and_leaving_out() -> None:
    groupings = [
        Grouping(name="north", categories=["A", "B"]),
        Grouping(name="south", categories=["C", "D"]),
    ]
    table = make_list({"A": 1, "B": 2, "C": 3, "D": 4}, parts={"groupings": groupings})
    (offer,) = offer_coarser(table)
    assert offer.sentence == 'Show "place" only in these groups: north, south.'
    assert [offer.table.find(name) for name in ("north", "south", "Total")] == [3, 7, 10]
    plain = make_list(dict.fromkeys("ABCDE", 2))
    (offer,) = offer_coarser(plain)
    assert offer.table.dimensions[0].categories == ("A and B", "C and D and E")


def test_the_offers_say_nothing_of_the_numbers() -> None:
    one, other = make_crosstab([[1, 2], [4, 5]]), make_crosstab([[91, 2], [41, 0]])
    assert [offer.sentence for offer in offer_coarser(one)] == [
        offer.sentence for offer in offer_coarser(other)
    ]
