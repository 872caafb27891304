"""Which numbers of which tables are the same, or sums of one another."""

from obamodel.disclosure.describing import make_shape
from obamodel.disclosure.linking import link_shapes
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted
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
