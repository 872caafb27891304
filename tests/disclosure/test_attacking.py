"""What can be worked out about a hidden number."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obamodel.disclosure.attacking import Attacker, Range
from obamodel.disclosure.worlds import UnfinishedError

ROWS, COLUMNS = "wxyz", "abcd"
INNER = ((30, 47, 64, 89), (90, 124, 5, 31), (92, 100, 59, 85), (800, 991, 651, 685))
SUPPRESSED = ("wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd")


def attack_sdctable(*more: str) -> tuple[Attacker, dict[str, int]]:
    """Attack sdcTable's table of four by four, its totals shown."""
    names = [row + column for row in ROWS for column in COLUMNS]
    numbers = dict(zip(names, itertools.chain.from_iterable(INNER), strict=True))
    hidden = {*SUPPRESSED, *more}
    lower = [0 if name in hidden else numbers[name] for name in names]
    upper = [9999 if name in hidden else numbers[name] for name in names]
    relations = []
    lines = [[row + column for column in COLUMNS] for row in ROWS]
    lines += [[row + column for row in ROWS] for column in COLUMNS]
    for line in lines:
        total = sum(numbers[name] for name in line)
        relations.append([(len(lower), -1), *((names.index(name), 1) for name in line)])
        lower.append(total)
        upper.append(total)
    return Attacker(lower, upper, relations), {name: names.index(name) for name in names}


def test_two_hidden_in_every_line_are_not_enough() -> None:
    # sdcTable 0.34.0, test-simpleheuristic.R: nine hidden, two or more in each line, w|b is 47.
    attacker, place = attack_sdctable()
    assert attacker.find_range(place["wb"]) == Range(least=47, most=47, found=1)
    assert not attacker.has_values(place["wb"], 2)


@pytest.mark.parametrize(
    ("extra", "most"),
    [("xd", 78), ("xb", 141), ("wd", 136), ("yc", 116), ("ya", 141), ("za", 141), ("zc", 116)],
)
def test_one_more_hidden_number_opens_the_range_that_sdctable_gives(extra: str, most: int) -> None:
    attacker, place = attack_sdctable(extra)
    found = attacker.find_range(place["wb"])
    assert (found.least, found.most) == (0, most)
    assert attacker.has_values(place["wb"], 3)


def test_values_are_counted_in_whole_people() -> None:
    # Two numbers of which one is twice the other less one: 2x - y = 1 with both up to 5.
    attacker = Attacker([0, 0, 1, 9], [5, 5, 1, 9], [[(0, 2), (1, -1), (2, -1)]])
    assert attacker.find_range(1) == Range(least=1, most=5, found=3)
    assert attacker.has_values(1, 3)
    assert not attacker.has_values(1, 4)


def test_numbers_that_cannot_all_be_true_are_noticed() -> None:
    assert not Attacker([3, 1], [3, 2], [[(0, 1), (1, -1)]]).consistent


def test_an_audit_that_takes_too_many_steps_says_so() -> None:
    attacker = Attacker([0, 0, 7], [9, 9, 7], [[(0, 1), (1, 1), (2, -1)]], solves=1)
    with pytest.raises(UnfinishedError):
        attacker.has_values(0, 100)


def test_what_nothing_published_limits_has_no_most() -> None:
    assert Attacker([0, 3], [500, 3], []).find_range(0).most is None


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
    st.lists(st.booleans(), min_size=9, max_size=9),
)
def test_the_range_is_that_of_every_world_tried_one_by_one(
    inner: list[int], hidden: list[bool]
) -> None:
    a, b, c, d = inner
    numbers = [a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d]
    lower = [0 if is_hidden else n for n, is_hidden in zip(numbers, hidden, strict=True)]
    open_ends = [6] * 4 + [50] * 5
    upper = [
        end if is_hidden else n
        for n, is_hidden, end in zip(numbers, hidden, open_ends, strict=True)
    ]
    relations = [
        [(0, 1), (1, 1), (4, -1)],
        [(2, 1), (3, 1), (5, -1)],
        [(0, 1), (2, 1), (6, -1)],
        [(1, 1), (3, 1), (7, -1)],
        [(4, 1), (5, 1), (8, -1)],
        [(6, 1), (7, 1), (8, -1)],
    ]
    worlds = []
    for w, x, y, z in itertools.product(range(7), repeat=4):
        world = [w, x, y, z, w + x, y + z, w + y, x + z, w + x + y + z]
        if all(low <= n <= high for low, n, high in zip(lower, world, upper, strict=True)):
            worlds.append(world)
    attacker = Attacker(lower, upper, relations)
    for index in range(9):
        possible = {world[index] for world in worlds}
        found = attacker.find_range(index)
        assert (found.least, found.found) == (min(possible), len(possible))
        assert found.most == max(possible)
        for wanted in (2, 3, 4):
            assert attacker.has_values(index, wanted) == (len(possible) >= wanted)
