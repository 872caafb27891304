"""Which share of a population is each group, and when can that not be told?"""

import pytest

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.series import SeriesKind
from obamodel.stats.presence.population import find_shares, find_unknown_shares
from tests.stats.presence.making import make_population, make_shares


def find_codes(reference: Breakdown) -> list[str]:
    return [fault.code for fault in find_unknown_shares(reference)]


def test_counts_are_shares_of_what_is_counted_without_those_who_did_not_say() -> None:
    reference = make_population({"North": 60, "South": 20}, whole=100, not_stated=20)
    assert dict(find_shares(reference)) == {"North": 0.75, "South": 0.25}


def test_percentages_that_add_up_to_all_are_shares_of_it() -> None:
    reference = make_shares({"North": 33.3, "South": 33.3, "West": 33.3})
    assert find_codes(reference) == []
    assert list(find_shares(reference).values()) == pytest.approx([1 / 3] * 3)


def test_percentages_are_given_the_room_of_their_rounding_and_no_more() -> None:
    assert find_codes(make_shares({"North": 66.7, "South": 33.4})) == []
    assert find_codes(make_shares({"North": 66.7, "South": 33.5})) == ["shares-not-of-one-whole"]


def test_the_shares_of_each_group_who_did_something_are_no_population() -> None:
    (fault,) = find_unknown_shares(make_shares({"North": 45, "South": 15}))
    assert str(fault) == (
        "reference.parts: the shares of census add up to 60% and not to 100%; give the share that "
        "each group is of the whole population, with no group left out; or how many people of "
        "each group there are, kind count [shares-not-of-one-whole]"
    )


def test_percentages_of_which_one_is_missing_are_refused() -> None:
    parts = [
        Part(name="North", value=60.0),
        Part(name="South", value=40.0),
        *make_population({"West": None}).parts,
    ]
    assert find_codes(make_population(parts, kind=SeriesKind.SHARE, per=100)) == ["share-missing"]


@pytest.mark.parametrize(("wholes", "refused"), [((1000, 1000), False), ((1000, 500), True)])
def test_shares_of_groups_that_overlap_are_of_the_same_people(
    wholes: tuple[int, int], refused: bool
) -> None:
    parts = [
        Part(name="Deaf", number=100, out_of=wholes[0]),
        Part(name="Carer", number=400, out_of=wholes[1]),
    ]
    reference = make_population(parts, kind=SeriesKind.SHARE, per=100, overlap=Overlap.OVERLAPPING)
    assert (find_codes(reference) == ["shares-of-different-wholes"]) is refused
    if not refused:
        assert dict(find_shares(reference)) == {"Deaf": 0.1, "Carer": 0.4}


def test_a_population_of_nobody_is_refused() -> None:
    assert find_codes(make_population([0, 0])) == ["nobody-counted"]
