"""Do words keep clear of lines, of marks and of each other?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.plots.drawing import Box
from obamodel.plots.placing import Obstacles, meets_line, spread

PAGE = Box(x=0, y=0, width=200, height=100)


@pytest.mark.parametrize(
    ("points", "meets"),
    [
        ([(0, 50), (100, 50)], True),
        ([(0, 0), (100, 100)], True),
        ([(50, 50), (55, 52)], True),  # wholly inside
        ([(0, 39), (100, 39)], False),
        ([(0, 60), (60, 0), (100, 30)], False),
        ([(30, 0), (30, 100)], False),
        ([(50, 50)], True),
        ([(20, 50)], False),
        ([(0, 50), (39, 50)], False),
    ],
)
def test_a_line_through_a_box_is_seen(points: list[tuple[float, float]], meets: bool) -> None:
    assert meets_line(Box(x=40, y=40, width=20, height=20), points) is meets


def test_words_stand_beside_their_point_where_nothing_is_in_the_way() -> None:
    room = Obstacles(inside=PAGE).find_room((50, 50), 40, 12)
    assert room is not None
    assert (room.x, room.centre[1]) == (57, 50)


def test_words_go_round_a_line_and_a_mark() -> None:
    obstacles = Obstacles(
        inside=PAGE,
        lines=[[(0, 50), (200, 50)]],
        boxes=[Box(x=45, y=20, width=60, height=25)],
    )
    room = obstacles.find_room((50, 50), 40, 12)
    assert room is not None
    assert obstacles.are_clear_of(room)
    assert room.y > 50


def test_where_there_is_no_room_it_is_said() -> None:
    lines = [[(0, height), (200, height)] for height in range(0, 100, 8)]
    assert Obstacles(inside=PAGE, lines=list(lines)).find_room((50, 50), 40, 12) is None
    assert Obstacles(inside=PAGE).find_room((50, 50), 240, 12) is None


items = st.lists(st.tuples(st.floats(-50, 250), st.floats(5, 40)), min_size=1, max_size=8)


@given(items)
def test_words_under_one_another_never_meet_and_keep_their_order(
    given_items: list[tuple[float, float]],
) -> None:
    wanted, heights = zip(*given_items, strict=True)
    tops = spread(wanted, heights, top=10, gap=4, bottom=200)
    order = sorted(range(len(tops)), key=lambda place: wanted[place])
    for one, other in pairwise(order):
        assert tops[other] >= tops[one] + heights[one] + 4 - 1e-6
    assert min(tops) >= 10 - 1e-6
    if sum(heights) + 4 * (len(heights) - 1) <= 190:
        assert max(top + height for top, height in zip(tops, heights, strict=True)) <= 200 + 1e-6


def test_words_with_room_stand_where_they_want() -> None:
    assert spread([30, 80], [10, 20], top=0, gap=5, bottom=200) == [25, 70]
