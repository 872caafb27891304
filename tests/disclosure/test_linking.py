"""Which numbers of which tables are the same, or sums of one another."""

import pytest

from obamodel.disclosure.describing import make_shape
from obamodel.disclosure.linking import link_shapes
from obamodel.disclosure.shapes import find_covers
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted
from obamodel.domain.tables import Grouping
from obamodel.errors import InvalidError
from tests.disclosure.small_tables import make_crosstab, make_list


def test_the_same_words_mean_the_same_people_however_they_are_spaced() -> None:
    one, other = make_list({"North  East": 20}), make_list({"north east": 20}, id="u")
    links = link_shapes([make_shape(one), make_shape(other)])
    assert len(links.cells) == 2


def test_a_total_over_a_dimension_is_the_number_of_the_table_without_it() -> None:
    both = make_crosstab([[1, 2], [3, 4]])
    alone = make_list({"p0": 4, "p1": 6}, id="places")
    links = link_shapes([make_shape(both), make_shape(alone)])
    assert len(links.cells) == 9
    # Three sums by group and three by place.
    assert len(links.relations) == 6


def test_tables_of_other_people_or_other_times_are_not_tied_together() -> None:
    tables = [
        make_list({"A": 1}, id="a", of="people who came"),
        make_list({"A": 1}, id="b", of="people who stayed"),
        make_list({"A": 1}, id="c", counted=Counted.ATTENDANCES),
        make_list({"A": 1}, id="d", period=Period.parse("2014/15")),
    ]
    links = link_shapes([make_shape(table) for table in tables])
    assert len(links.cells) == 8
    assert len(links.relations) == 4


def test_only_numbers_by_something_sensitive_count_people_to_guard() -> None:
    links = link_shapes([make_shape(make_list({"A": 1, "B": 2}))])
    assert {cell.at for cell in links.people} == {(("place", "a"),), (("place", "b"),)}


def test_time_is_put_together_in_every_way_that_needs_all_its_parts() -> None:
    months = [(f"2014-{month:02}", f"2014-{month + 1:02}") for month in range(1, 10)]
    # Three months make the quarter.
    assert find_covers(("2014-01", "2014-04"), months) == (tuple(months[:3]),)
    # Where the quarters are there as well, the months say no more than these.
    quarters = [("2014-01", "2014-04"), ("2014-04", "2014-07")]
    assert find_covers(("2014-01", "2014-07"), [*months, *quarters]) == (tuple(quarters),)
    # What looks the longest need not lead anywhere, and parts may overlap.
    stretches = [("01", "06"), ("01", "04"), ("04", "08")]
    assert find_covers(("01", "08"), stretches) == (
        (("01", "06"), ("04", "08")),
        (("01", "04"), ("04", "08")),
    )
    assert find_covers(("01", "09"), stretches) == ()


def test_people_of_overlapping_times_are_at_least_as_many_as_those_of_all_of_it() -> None:
    tables = [
        make_list({"A": 1}, id=text, period=Period.parse(last), since=Period.parse(first))
        for text, first, last in (
            ("spring", "2014-01", "2014-05"),
            ("summer", "2014-04", "2014-07"),
            ("both", "2014-01", "2014-07"),
        )
    ]
    links = link_shapes([make_shape(table) for table in tables])
    counted_again = [
        sorted((cell.start, cell.end, times) for cell, times in relation)
        for relation in links.relations
        if any(name == "~came again 0" for cell, _ in relation for name, _ in cell.at)
    ]
    # All, and those who came again, are those of spring and of summer: of A, and of everybody.
    of_both = ("2014-01-01", "2014-08-01", -1)
    parts = [("2014-01-01", "2014-06-01", 1), ("2014-04-01", "2014-08-01", 1)]
    assert counted_again == [sorted([of_both, of_both, *parts])] * 2


def test_a_grouping_that_is_two_things_in_two_tables_is_named() -> None:
    tables = [
        make_list(
            {"A": 1, "B": 2, "C": 3},
            id=name,
            parts={"groupings": [Grouping(name="north", categories=list(parts))]},
        )
        for name, parts in (("one", "AB"), ("two", "AC"))
    ]
    with pytest.raises(InvalidError) as caught:
        link_shapes([make_shape(table) for table in tables])
    (fault,) = caught.value.faults
    assert (fault.code, fault.path) == ("grouping-mismatch", ("two",))
    assert fault.found == '"north" is made up of other parts in another table'
