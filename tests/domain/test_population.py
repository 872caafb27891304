"""The whole group of people in a place, and the bodies responsible for it."""

from obamodel.domain.population import Population, PopulationRole
from tests.domain.building import make, refuse


def test_a_population_says_who_belongs_to_it() -> None:
    assert [fault.path for fault in refuse(Population, who="")] == [("who",)]


def test_a_population_is_the_main_one_unless_it_is_only_also_reached() -> None:
    # The public was reached besides: fact sheet, section 2.
    assert [str(word) for word in PopulationRole] == ["main", "also reached"]
    assert make(Population).role is PopulationRole.MAIN


def test_the_places_of_a_population_are_a_list_even_if_there_is_only_one() -> None:
    assert make(Population, places=["Essex"]).places == ("Essex",)
    assert [str(fault) for fault in refuse(Population, places="Essex")] == [
        'places: found "Essex"; give a list [wrong-type]'
    ]
