"""Do boxes find room round a ring, and say so where there is none?"""

from itertools import combinations

import pytest

from obamodel.plots.drawing import Box
from obamodel.plots.ring import place_in_columns, place_round


def overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.centre[0] - other.centre[0]) < (one.width + other.width) / 2
        and abs(one.centre[1] - other.centre[1]) < (one.height + other.height) / 2
    )


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("height", [20.0, 90.0])
def test_boxes_round_a_ring_leave_each_other_and_the_middle_free(
    number: int, height: float
) -> None:
    ring = place_round([(100.0, height)] * number, 450.0, (120.0, 60.0))
    assert ring is not None
    middle = Box(x=-60, y=-30, width=120, height=60)
    assert len(ring.boxes) == number
    assert not any(overlap(*pair) for pair in combinations([middle, *ring.boxes], 2))
    assert all(box.x >= -225 and box.x + box.width <= 225 for box in ring.boxes)


def test_too_many_boxes_for_a_ring_are_not_forced_onto_one() -> None:
    assert place_round([(140.0, 90.0)] * 40, 450.0, (120.0, 60.0)) is None


@pytest.mark.parametrize("number", [1, 2, 5, 30])
def test_columns_go_down_on_the_right_and_back_up_on_the_left(number: int) -> None:
    boxes = place_in_columns([(100.0, 30.0)] * number, 450.0, gap=8.0)
    assert not any(overlap(*pair) for pair in combinations(boxes, 2))
    right = [box for box in boxes if box.x > 0]
    left = [box for box in boxes if box.x < 0]
    assert list(boxes) == [*right, *left]
    assert 0 <= len(right) - len(left) <= 1
    assert [box.y for box in right] == sorted(box.y for box in right)
    assert [box.y for box in left] == sorted((box.y for box in left), reverse=True)
