"""Does the arrow point where the verdict does, and say so in words?"""

import pytest

from obamodel.domain.series import Polarity
from obamodel.plots import direction
from obamodel.plots.direction import UP_IS_BETTER, Direction, find_direction
from obamodel.plots.drawing import Shape
from obamodel.plots.style import BLUE, WHITE
from obamodel.stats.turning.words import Verdict
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read
from tests.plots.things import LONG, make_answer, make_series

# Where the tip of the arrow lies from its middle, and whether it is filled.
TIPS = {
    Verdict.TURNED: ("up", True),
    Verdict.BETTER_THAN_AGREED: ("up", True),
    Verdict.SIGNS_OF_A_TURN: ("up", False),
    Verdict.NO_WORTHWHILE_TURN: ("right", True),
    Verdict.AS_AGREED: ("right", True),
    Verdict.NO_TURN_SHOWN: ("right", False),
    Verdict.SIGNS_OF_WORSENING: ("down", False),
    Verdict.WORSE: ("down", True),
    Verdict.WORSE_THAN_AGREED: ("down", True),
}


def find_arrow(verdict: Verdict) -> Shape | None:
    drawing = direction.drawing(make_answer(verdict=verdict))
    return next((item for item in drawing.items if isinstance(item, Shape)), None)


@pytest.mark.parametrize(("verdict", "tip"), TIPS.items())
def test_the_arrow_points_up_for_better_and_down_for_worse(
    verdict: Verdict, tip: tuple[str, bool]
) -> None:
    arrow = find_arrow(verdict)
    assert arrow is not None
    x, y = arrow.points[0]
    across = [point[0] for point in arrow.points]
    down = [point[1] for point in arrow.points]
    ends = {"up": y == min(down), "down": y == max(down), "right": x == max(across)}
    assert [end for end, is_there in ends.items() if is_there] == [tip[0]]
    assert arrow.fill == (BLUE if tip[1] else WHITE)


@pytest.mark.parametrize("verdict", [Verdict.TOO_EARLY, Verdict.TOO_FEW])
def test_what_cannot_be_told_has_a_question_mark_and_no_arrow(verdict: Verdict) -> None:
    assert find_arrow(verdict) is None
    said = read(direction(make_answer(verdict=verdict), ax=make_axes()))
    assert "?" in said
    assert "We cannot tell yet." in said
    assert UP_IS_BETTER not in said


def test_every_verdict_has_a_direction_and_every_direction_a_verdict() -> None:
    assert {find_direction(verdict) for verdict in Verdict} == set(Direction)


def test_up_is_better_also_where_fewer_is_better() -> None:
    for polarity in Polarity:
        answer = make_answer(make_series(polarity=polarity), verdict=Verdict.TURNED)
        assert "An arrow points up. It is better than we thought." in direction.alt_text(answer)
        assert UP_IS_BETTER in read(direction(answer, ax=make_axes()))


def test_it_does_not_take_colour_to_tell_the_directions_apart() -> None:
    said = {direction.alt_text(make_answer(verdict=verdict)) for verdict in Verdict}
    assert len(said) == len(Direction)


def test_a_series_that_is_not_public_is_stamped() -> None:
    answer = make_answer(make_series(published=""))
    assert direction.alt_text(answer).startswith("Not for publication.")
    assert "Not for publication." in read(direction(answer, ax=make_axes()))


@pytest.mark.parametrize("verdict", Verdict)
def test_no_words_are_in_the_way_of_others(verdict: Verdict) -> None:
    for name in ("Waiting", LONG):
        ax = direction(make_answer(make_series(name=name), verdict=verdict), ax=make_axes())
        assert find_trouble(ax) == []
        assert find_smallest_size(ax) >= 14
