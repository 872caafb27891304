"""Do lines fit, keep every word, and measure what is drawn?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.text import Text

from obamodel.plots.lettering import make_drawable, measure, set_text, tidy
from tests.plots.artists import make_axes
from tests.plots.things import LONG, WORDY


@given(st.text(max_size=120), st.floats(30.0, 300.0), st.booleans())
def test_every_line_fits_and_no_letter_is_lost(text: str, width: float, bold: bool) -> None:
    paragraph = set_text(text, width, bold=bold)
    assert all(measure(line, paragraph.size, bold=bold) <= width + 0.5 for line in paragraph.lines)
    assert "".join("".join(paragraph.lines).split()) == "".join(tidy(text).split())


@pytest.mark.parametrize(
    "text", ["Commissioners", "ill", "WWW", "Ŵyn y tŷ, 45 (about)", "見本", WORDY]
)
@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_never_drawn_wider_than_it_was_measured(text: str, bold: bool) -> None:
    ax = make_axes()
    drawn = Text(0, 0, make_drawable(text), fontfamily="DejaVu Sans", fontsize=9)
    drawn.set_fontweight("bold" if bold else "normal")
    ax.add_artist(drawn)
    points = drawn.get_window_extent().width * 72 / 100  # a figure has 100 dots to the inch
    assert points <= measure(text, 9, bold=bold) + 1


def test_a_text_longer_than_it_may_be_ends_in_three_dots() -> None:
    paragraph = set_text(WORDY, 100, most_lines=2)
    assert len(paragraph.lines) == 2
    assert paragraph.lines[-1].endswith("…")
    assert measure(paragraph.lines[-1], paragraph.size) <= 100
    assert not set_text("Short", 100, most_lines=2).lines[-1].endswith("…")


def test_a_word_too_long_for_a_line_is_broken_first_where_it_may_be() -> None:
    assert set_text("skills/knowledge", 70).lines == ("skills/", "knowledge")
    assert len(set_text(LONG, 100).lines) > 10


def test_a_character_the_font_has_no_shape_for_becomes_a_box_and_gives_no_warning() -> None:
    assert make_drawable("Ŵyn 見本") == "Ŵyn □□"
    assert make_drawable("Plain") == "Plain"
