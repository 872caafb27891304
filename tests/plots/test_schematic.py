"""Does the curve in words turn the right way and say that no figures stand behind it?"""

import numpy as np
import pytest

from obamodel.domain.curves import WantedDirection
from obamodel.plots import schematic
from tests.plots.artists import (
    find_lines,
    find_smallest_size,
    find_trouble,
    make_axes,
    read,
)
from tests.plots.things import LONG, WORDY, make_curve


def test_the_words_of_the_curve_stand_on_the_picture() -> None:
    ax = schematic(make_curve(note="Nobody measured it."), ax=make_axes())
    said = read(ax)
    for words in ("Turning the curve", "Evidence of views", "Patchy", "Not patchy", "Time"):
        assert words in said
    assert "Nobody measured it." in said


def test_the_picture_says_that_it_has_no_figures_and_shows_none() -> None:
    ax = schematic(make_curve(), ax=make_axes())
    assert "Schematic: no figures behind it" in read(ax)
    assert not any(char.isdigit() for char in read(ax))
    assert not ax.axison


@pytest.mark.parametrize("direction", list(WantedDirection))
def test_the_line_turns_the_way_that_is_wanted(direction: WantedDirection) -> None:
    ax = schematic(make_curve(direction), ax=make_axes())
    line = max(find_lines(ax), key=lambda line: len(line.get_xydata()))  # type: ignore[arg-type]
    heights = ax.transData.transform(line.get_xydata())[:, 1]
    steps = np.diff(heights) if direction is WantedDirection.UP else -np.diff(heights)
    assert (steps >= -1e-9).all()
    assert heights[0] == pytest.approx(heights[len(heights) // 5])
    assert abs(heights[-1] - heights[0]) > 50
    assert f"turns {direction}wards" in schematic.alt_text(make_curve(direction))


@pytest.mark.parametrize("direction", list(WantedDirection))
@pytest.mark.parametrize("words", ["x", WORDY, LONG])
def test_words_long_and_short_stay_clear_of_the_line(
    direction: WantedDirection, words: str
) -> None:
    ax = schematic(make_curve(direction, words, note=words), ax=make_axes())
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 9


def test_the_alt_text_says_where_it_starts_and_what_is_wanted() -> None:
    said = schematic.alt_text(make_curve())
    assert said.startswith("A sketch without figures of evidence of views over time.")
    assert '"patchy"' in said
    assert '"not patchy"' in said


@pytest.mark.parametrize(("direction", "way"), [("up", "up"), ("down", "down")])
def test_the_table_says_in_words_what_the_line_does(direction: str, way: str) -> None:
    table = schematic.table(make_curve(WantedDirection(direction)))
    assert table is not None
    said = {row[0]: row[1] for row in table.rows}
    assert said["Upright"] == "Evidence of views"
    assert (said["At the start"], said["What is wanted"]) == ("Patchy", "Not patchy")
    assert said["The line"] == f"Starts level, turns {way}, and goes on level"
    assert table.notes[0] == "Schematic: no figures behind it."
