"""Which lines and waves are fitted."""

import numpy as np
import pytest

from obamodel.stats.its.design import lay_out_lines


def test_the_columns_are_a_line_a_step_and_a_bend_from_the_start_on() -> None:
    # Written out by hand; the start itself belongs to the time since the start.
    design = lay_out_lines(np.arange(2010, 2016), starts=2013)
    assert design.names == ("level", "slope", "level_change", "slope_change")
    assert design.columns.tolist() == [
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [1, 2, 0, 0],
        [1, 3, 1, 0],
        [1, 4, 1, 1],
        [1, 5, 1, 2],
    ]


def test_an_end_adds_a_second_step_and_bend_on_top_of_the_first() -> None:
    design = lay_out_lines(np.arange(6), starts=2, after=4)
    assert design.names[4:] == ("level_change_after_end", "slope_change_after_end")
    assert design.columns[:, 2:].tolist() == [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [1, 2, 1, 0],
        [1, 3, 1, 1],
    ]


def test_a_step_alone_can_be_asked_for() -> None:
    design = lay_out_lines(np.arange(6), starts=2, after=4, slope_change=False)
    assert design.names == ("level", "slope", "level_change", "level_change_after_end")


def test_time_goes_on_through_missing_points() -> None:
    design = lay_out_lines(np.array([0, 1, 4, 6]), starts=4)
    assert design.columns[:, 1].tolist() == [0, 1, 4, 6]
    assert design.columns[:, 3].tolist() == [0, 0, 0, 2]


def test_waves_come_round_once_and_twice_a_year() -> None:
    design = lay_out_lines(np.arange(24), starts=12, season=2, steps_a_year=12)
    waves = design.columns[:, 4:]
    assert design.names[4:] == (
        "season_sine_1",
        "season_cosine_1",
        "season_sine_2",
        "season_cosine_2",
    )
    np.testing.assert_allclose(waves[:12], waves[12:], atol=1e-12)
    np.testing.assert_allclose(waves[:6, 2:], waves[6:12, 2:], atol=1e-12)
    np.testing.assert_allclose(waves[:6, :2], -waves[6:12, :2], atol=1e-12)


def test_the_fastest_wave_that_points_can_show_has_no_sine() -> None:
    design = lay_out_lines(np.arange(12), starts=6, season=2, steps_a_year=4)
    assert design.names[4:] == ("season_sine_1", "season_cosine_1", "season_cosine_2")
    assert np.linalg.matrix_rank(design.columns) == 7


@pytest.mark.parametrize(
    ("left_out", "kept"),
    [
        ({}, [1, 3, 1, 1, 0, -1]),
        ({"changes": True}, [1, 3, 0, 0, 0, -1]),
        ({"season": True}, [1, 3, 1, 1, 0, 0]),
        ({"changes": True, "season": True}, [1, 3, 0, 0, 0, 0]),
    ],
)
def test_the_changes_and_the_season_can_be_taken_away(
    left_out: dict[str, bool], kept: list[float]
) -> None:
    # In steps of a quarter from nought, the third wave of cosine is at its lowest at half a year.
    design = lay_out_lines(np.arange(-1, 5), starts=1, season=1, steps_a_year=4)
    np.testing.assert_allclose(design.without(**left_out)[3], kept, atol=1e-15)
