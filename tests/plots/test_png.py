"""A drawing as a picture made of dots."""

import io

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
import pytest
from matplotlib.image import imread

from obamodel.plots.drawing import Box, Drawing, Words
from obamodel.plots.png import write_png

DRAWING = Drawing(
    width=144,
    height=72,
    items=[
        Box(x=0, y=0, width=72, height=72, fill="#000000", edge=None),
        Words(x=80, y=40, text="$x$", size=12),
    ],
)


def read(content: bytes) -> npt.NDArray[np.float32]:
    return np.asarray(imread(io.BytesIO(content)))


def test_it_is_as_large_as_the_drawing_times_the_dots() -> None:
    assert read(write_png(DRAWING, dots_per_inch=100)).shape[:2] == (100, 200)


def test_what_is_drawn_black_is_black_and_the_page_is_white() -> None:
    dots = read(write_png(DRAWING, dots_per_inch=100))
    assert dots[50, 50, :3].tolist() == [0, 0, 0]
    assert dots[5, 195, :3].tolist() == [1, 1, 1]
    # Words are there, and a dollar sign is a letter.
    assert dots[:, 110:150, :3].min() < 0.5


@pytest.mark.filterwarnings("ignore")
def test_neither_another_run_nor_the_settings_of_whoever_draws_change_a_byte() -> None:
    usual = write_png(DRAWING)
    assert write_png(DRAWING) == usual
    with mpl.rc_context({"savefig.transparent": True, "savefig.bbox": "tight"}):
        assert write_png(DRAWING) == usual


def test_it_holds_nothing_but_the_picture() -> None:
    content = write_png(DRAWING)
    assert b"matplotlib" not in content.lower()
    assert b"tEXt" not in content
    assert b"tIME" not in content
