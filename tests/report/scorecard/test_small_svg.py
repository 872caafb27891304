"""Is a small picture written in few letters, and is it the picture that was drawn?"""

import re
from xml.etree import ElementTree

import pytest

from obamodel.plots.drawing import Box, Dot, Drawing, Line, Shape
from obamodel.plots.small_curve import HEIGHT, WIDTH, small_curve
from obamodel.plots.style import BLUE, FAINT, INK, SOFT
from obamodel.report.scorecard.small_svg import write_small_svg
from tests.report.scorecard.things import BETTER, make_answer


def test_lines_dots_and_bands_are_paths_to_a_tenth_of_a_point() -> None:
    drawing = Drawing(
        width=20,
        height=10,
        items=[
            Shape(points=[(0, 0), (1, 2), (3, 4)]),
            Line(points=[(5, 1), (5, 9)], colour=FAINT),
            Line(points=[(0, 1.26), (10, 2)], colour=INK),
            Line(points=[(0, 1), (10, 2)], colour=SOFT, dashed=True),
            Dot(x=1, y=2, radius=1.5, fill=BLUE),
            Dot(x=3, y=4, radius=1.5, fill=BLUE),
            Dot(x=5, y=6, radius=2.6, fill=BLUE),
        ],
    )
    assert write_small_svg(drawing, "It.") == (
        '<svg role="img" aria-label="It." viewBox="0 0 200 100">'
        '<path class="band" d="M0 0 10 20 30 40z"/>'
        '<path class="until" d="M50 10 50 90"/>'
        '<path class="past" d="M0 13 100 20"/>'
        '<path class="ahead" d="M0 10 100 20"/>'
        '<path class="dot" d="M10 20h0M30 40h0"/>'
        '<path class="last" d="M50 60h0"/>'
        "</svg>"
    )


def test_a_curve_is_far_shorter_than_in_a_file_of_its_own_and_stays_on_its_page() -> None:
    answer = make_answer("Falls", BETTER)
    small = write_small_svg(small_curve.drawing(answer), small_curve.alt_text(answer))
    assert len(small) < 0.6 * len(small_curve.svg(answer))
    root = ElementTree.fromstring(small)
    for path in root:
        numbers = [int(one) for one in re.findall(r"-?\d+", path.attrib["d"].replace("h0", ""))]
        assert all(0 <= x <= 10 * WIDTH for x in numbers[::2])
        assert all(0 <= y <= 10 * HEIGHT for y in numbers[1::2])


def test_words_are_inert_in_it() -> None:
    said = f'"><script>alert(1)</script>{chr(0x202E)}'
    written = write_small_svg(Drawing(width=1, height=1, items=[]), said)
    assert "<script" not in written
    assert chr(0x202E) not in written
    assert ElementTree.fromstring(written).attrib["aria-label"].startswith('"><script>')


def test_one_that_is_not_for_publication_says_so_on_it() -> None:
    answer = make_answer("Falls", published="")
    written = write_small_svg(small_curve.drawing(answer), small_curve.alt_text(answer))
    words = [one.text for one in ElementTree.fromstring(written).iter("text")]
    assert " ".join(map(str, words)) == "Not for publication."


def test_what_it_cannot_draw_is_refused_and_not_left_out() -> None:
    box = Drawing(width=1, height=1, items=[Box(x=0, y=0, width=1, height=1)])
    with pytest.raises(TypeError, match="holds no Box"):
        write_small_svg(box, "A box.")
