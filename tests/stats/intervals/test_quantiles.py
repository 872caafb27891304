"""Whether places fall into the tenths that public health in England published for them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import find_quantile_groups

# PHEindicatormethods, its check of deciles against the tool of public health in England: deaths
# under 75 from cancer, women, areas within their region; the highest rate is tenth 1.
NORTH_EAST = [
    *((118.7460481, 10), (131.2778276, 9), (137.109864, 8), (137.7256526, 7), (138.9005229, 6)),
    *((143.263302, 6), (145.5966707, 5), (146.6971262, 4), (153.6912833, 3), (155.763081, 2)),
    *((157.1222286, 1), (171.2170455, 1)),
]
NORTH_WEST = [
    *((108.0261348, 10), (109.3386904, 10), (118.8005077, 9), (121.5247151, 9), (121.8294663, 8)),
    *((124.0868338, 8), (125.4181185, 7), (127.8491319, 7), (128.5150288, 7), (137.5177858, 6)),
    *((138.8511662, 6), (139.8916416, 5), (140.9679004, 5), (141.7391184, 4), (142.224861, 4)),
    *((142.8628064, 4), (144.8567778, 3), (146.6575374, 3), (150.629246, 2), (151.4339467, 2)),
    *((159.6274193, 1), (168.730312, 1), (182.0689603, 1)),
]
YORKSHIRE = [
    *((106.2196367, 10), (107.1817199, 9), (119.6328067, 9), (120.9548578, 8), (123.5376538, 7)),
    *((128.8445743, 7), (130.1475636, 6), (131.0167116, 5), (132.6330397, 5), (133.0932415, 4)),
    *((133.712218, 3), (137.7652704, 3), (142.4480172, 2), (148.1834709, 1), (161.9107123, 1)),
]
WEST_MIDLANDS = [
    *((111.2479733, 10), (112.3237581, 9), (115.0167074, 8), (116.2519168, 8), (116.6455279, 7)),
    *((119.4716513, 6), (123.0199794, 6), (125.8064622, 5), (129.8919075, 4), (130.5502616, 3)),
    *((133.4014926, 3), (137.887297, 2), (138.801741, 1), (149.6581331, 1)),
]
EAST = [
    *((109.7950495, 10), (110.2341843, 9), (114.3842772, 8), (115.1518276, 7), (116.784114, 6)),
    *((120.6143928, 5), (122.9512679, 4), (125.3197345, 3), (130.3834904, 2), (132.2076891, 1)),
    *((132.4045142, 1),),
]
REGIONS = {
    "North East": NORTH_EAST,
    "North West": NORTH_WEST,
    "Yorkshire": YORKSHIRE,
    "West Midlands": WEST_MIDLANDS,
    "East": EAST,
}


@pytest.mark.parametrize("region", REGIONS)
def test_areas_fall_into_the_tenths_published_for_their_region(region: str) -> None:
    values, tenths = zip(*REGIONS[region], strict=True)
    assert find_quantile_groups(values).group.tolist() == list(tenths)


def test_regions_side_by_side_are_ranked_each_within_itself() -> None:
    values = [value for areas in REGIONS.values() for value, _ in areas]
    tenths = [tenth for areas in REGIONS.values() for _, tenth in areas]
    within = [name for name, areas in REGIONS.items() for _ in areas]
    assert find_quantile_groups(values, within=within).group.tolist() == tenths


def test_ties_share_the_lowest_of_their_ranks_as_in_r() -> None:
    # R: r <- rank(-v, ties.method = "min"); floor((k + 1) - ceiling(((m + 1) - r) / (m / k)))
    values = [5, 5, 5, 1, 9, 9, 2, 7, 7, 7, 3]
    highest, lowest = (
        find_quantile_groups(values, 4, highest_first=one).group.tolist() for one in (True, False)
    )
    assert highest == [2, 2, 2, 4, 1, 1, 4, 1, 1, 1, 3]
    assert lowest == [2, 2, 2, 1, 4, 4, 1, 3, 3, 3, 1]


def test_a_boundary_that_decimal_numbers_miss_is_met() -> None:
    # 17 of 34 places from below are exactly seven fourteenths; 17 / (34 / 14) is a little more.
    assert 17 / (34 / 14) > 7
    assert find_quantile_groups(np.arange(34.0), 14, highest_first=False).group[17] == 8


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=80, unique=True), st.integers(2, 12))
def test_without_ties_the_groups_differ_by_at_most_one_place(
    values: list[float], number: int
) -> None:
    answer = find_quantile_groups(values, number)
    if len(values) < number:
        assert not answer.group.any()
        return
    sizes = answer.sizes
    assert sum(sizes) == len(values)
    assert max(sizes) - min(sizes) <= 1


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=60), st.integers(2, 10))
def test_one_value_is_in_one_group_and_a_higher_one_in_no_later_group(
    values: list[int], number: int
) -> None:
    answer = find_quantile_groups(values, number)
    found: dict[int, set[int]] = {}
    for value, group in zip(values, answer.group.tolist(), strict=True):
        found.setdefault(value, set()).add(group)
    assert all(len(groups) == 1 for groups in found.values())
    ordered = [min(found[value]) for value in sorted(found, reverse=True)]
    assert ordered == sorted(ordered)


def test_fewer_places_than_groups_are_put_nowhere_and_the_reason_is_given() -> None:
    answer = find_quantile_groups([1.0, 2.0, 3.0], 5)
    assert answer.group.tolist() == [0, 0, 0]
    assert str(answer) == (
        "No place could be put into fifths: there are only 3 places for 5 groups."
    )


def test_a_place_without_a_value_has_no_group_and_takes_no_rank() -> None:
    answer = find_quantile_groups([1.0, math.nan, 2.0, 3.0, 4.0], 2, names=list("ABCDE"))
    assert answer.group.tolist() == [2, 0, 2, 1, 1]
    assert answer.reasons == ("", "it has no value", "", "", "")
    assert str(answer) == (
        "4 places in halves, group 1 with the highest values: 2 in each. 1 more has no group."
    )
    frame = answer.to_frame()
    assert list(frame.columns) == ["name", "within", "value", "group", "groups", "reason"]
    assert frame["group"].isna().tolist() == [False, True, False, False, False]


def test_ties_that_make_groups_uneven_are_told() -> None:
    # By hand: the ranks are 2, 2, 2 and 1 of 4, and 3 - ceil(3 / 2) = 3 - ceil(4 / 2) = 1.
    answer = find_quantile_groups([5, 5, 5, 1], 2, highest_first=False)
    assert answer.sizes == (4, 0)
    assert any("one value are in one group" in caveat for caveat in answer.caveats)
    assert not any("one value" in one for one in find_quantile_groups([1, 2], 2).caveats)


def test_an_answer_keeps_to_what_every_answer_does() -> None:
    answer = find_quantile_groups([1, 2], 2)
    assert len(answer) == 2
    assert answer._repr_html_() == f"<p>{answer}</p>"
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)


def test_everything_wrong_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        find_quantile_groups([1, float("inf")], 1, within=["a"], names=["A", "B", "C"])
    assert [str(fault) for fault in refused.value.faults] == [
        "names: 3 names for 2; give one name for each [other-length]",
        "values.B: found inf; give a number [not-finite]",
        "number: found 1; give a whole number, 2 or more [too-small]",
        "within: 1 for 2 values; say for each place within what it is ranked [other-length]",
    ]
