"""How a service does: performance accountability."""

import pytest

from obamodel.domain.measures import BetterOff, PerformanceMeasure, Quadrant
from tests.domain.building import LEAST, make, refuse

BETTER_OFF = [Quadrant.BETTER_OFF_NUMBER, Quadrant.BETTER_OFF_SHARE]


def test_the_four_quadrants_are_these() -> None:
    assert [str(word) for word in Quadrant] == [
        "how much",
        "how well",
        "better off, number",
        "better off, share",
    ]


def test_people_are_better_off_in_one_of_these_four_ways() -> None:
    assert [str(word) for word in BetterOff] == [
        "skills/knowledge",
        "attitude/opinion",
        "behaviour",
        "circumstance",
    ]


@pytest.mark.parametrize("part", ["quadrant", "placed"])
def test_a_measure_does_not_exist_without_its_quadrant_declared_and_a_reason(part: str) -> None:
    parts = {name: value for name, value in LEAST[PerformanceMeasure].items() if name != part}
    with pytest.raises(TypeError, match=f"'{part}'"):
        PerformanceMeasure(**parts)
    assert [fault.path for fault in refuse(PerformanceMeasure, **{part: None})] == [(part,)]


@pytest.mark.parametrize("quadrant", BETTER_OFF)
def test_a_better_off_measure_says_in_what_way(quadrant: Quadrant) -> None:
    assert [str(fault) for fault in refuse(PerformanceMeasure, quadrant=quadrant)] == [
        (
            "better_off: a better off measure does not say in what way people are better off;"
            " choose from: skills/knowledge, attitude/opinion, behaviour, circumstance"
            " [better-off-how]"
        )
    ]
    ways = list(BetterOff)
    assert make(PerformanceMeasure, quadrant=quadrant, better_off=ways).better_off == tuple(ways)


@pytest.mark.parametrize(
    ("quadrant", "shown"), [(Quadrant.HOW_MUCH, "how much"), (Quadrant.HOW_WELL, "how well")]
)
def test_no_other_measure_says_in_what_way_people_are_better_off(
    quadrant: Quadrant, shown: str
) -> None:
    faults = refuse(PerformanceMeasure, quadrant=quadrant, better_off=[BetterOff.BEHAVIOUR])
    assert [str(fault) for fault in faults] == [
        (
            f'better_off: only better off measures say in what way; this one is "{shown}";'
            " take better_off away, or move the measure [better-off-elsewhere]"
        )
    ]
    assert refuse(PerformanceMeasure, quadrant=quadrant) == ()


def test_a_measure_belongs_to_a_service_and_knows_nothing_of_populations() -> None:
    assert [fault.path for fault in refuse(PerformanceMeasure, service="")] == [("service",)]
    assert not hasattr(make(PerformanceMeasure), "population")
    assert not hasattr(make(PerformanceMeasure), "outcome")
