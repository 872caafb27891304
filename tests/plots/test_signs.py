"""Has each sign something to see, inside its square, and words that say what?"""

import itertools

import pytest

from obamodel.plots.drawing import Box, Dot, Line, Shape
from obamodel.plots.signs import SIDE, Sign, draw_sign
from obamodel.plots.svg import write_svg


@pytest.mark.parametrize("sign", Sign)
def test_all_of_it_lies_inside_its_square(sign: Sign) -> None:
    drawing = draw_sign(sign)
    assert drawing.items
    for item in drawing.items:
        match item:
            case Box():
                corners = [(item.x, item.y), (item.x + item.width, item.y + item.height)]
            case Dot():
                corners = [(item.x - item.radius, item.y - item.radius)]
                corners.append((item.x + item.radius, item.y + item.radius))
            case Line() | Shape():
                corners = list(item.points)
        for across, down in corners:
            assert 0 <= across <= SIDE
            assert 0 <= down <= SIDE


@pytest.mark.parametrize("sign", Sign)
def test_it_says_in_one_short_sentence_what_is_to_be_seen(sign: Sign) -> None:
    assert str(sign).endswith(".")
    assert len(str(sign).split()) <= 8
    assert f'aria-label="{sign}"' in write_svg(draw_sign(sign), str(sign))


def test_no_two_signs_look_alike() -> None:
    for one, other in itertools.combinations(Sign, 2):
        assert draw_sign(one) != draw_sign(other)
