"""Whether a series has the same digits whatever others there are, however they are worked on."""

import tracemalloc
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from obamodel.domain.baselines import Method
from obamodel.stats.panels import assess_panel
from obamodel.stats.panels.tiling import pair_up
from tests.stats.panels.building import FIRST, make_frame, make_values, name

METHODS = [one for one in Method if one is not Method.GIVEN]

seeds = st.integers(0, 2**32 - 1)
# A whole panel is an example of many series: fewer of them do, and more where more is asked for.
panels = settings(
    max_examples=settings().max_examples // 8, suppress_health_check=[HealthCheck.too_slow]
)


def make_ragged(
    seed: int, series: int, *, gaps: float, points: int = 22
) -> tuple[pd.DataFrame, dict[str, int], dict[str, int]]:
    """Make a panel with lengths, gaps, starts and ends of its own for each series."""
    rng = np.random.default_rng(seed)
    frame = make_frame(
        make_values(series, points, gaps=gaps, seed=seed),
        begins=rng.choice([0, 0, 0, 1, 4], series).tolist(),
        finishes=rng.choice([points, points, points - 1, points - 4], series).tolist(),
    )
    start = FIRST + rng.choice([12, 12, 14, 17], series)
    starts = {name(place): int(one) for place, one in enumerate(start)}
    ended = {name(place): int(one) for place, one in enumerate(start + 2)}
    return frame, starts, ended


def shuffle(frame: pd.DataFrame, seed: int) -> pd.DataFrame:
    return frame.sample(frac=1, random_state=seed % 2**32)


@panels
@given(seeds, st.sampled_from(METHODS), st.sampled_from([0.0, 0.03, 0.2]))
def test_neither_tiles_nor_order_nor_work_side_by_side_change_a_bit(
    seed: int, method: Method, gaps: float
) -> None:
    frame, starts, ended = make_ragged(seed, 25, gaps=gaps)
    how: dict[str, Any] = {"starts": starts, "high_is_good": False, "method": method}
    how |= {"variation": True, "ended": ended}
    wanted = assess_panel(frame, **how)
    for tile, n_jobs in ((1, 1), (2, 1), (7, 2), (1000, 3)):
        found = assess_panel(shuffle(frame, seed), tile=tile, n_jobs=n_jobs, **how)
        pd.testing.assert_frame_equal(found, wanted, check_exact=True)


@panels
@given(
    seeds,
    st.sampled_from(METHODS),
    st.sampled_from([0.0, 0.03, 0.2]),
    st.integers(1, 24),
)
def test_series_that_are_added_change_no_bit_of_the_others(
    seed: int, method: Method, gaps: float, kept: int
) -> None:
    # Those added begin earlier, end later, and have other gaps, starts and ends.
    frame, starts, ended = make_ragged(seed, 25, gaps=gaps)
    more = make_frame(make_values(4, 40, gaps=0.1, seed=seed + 1), first=FIRST - 8)
    more["series"] = more["series"].str.replace("area", "other")
    others = dict.fromkeys(more["series"], FIRST + 15)
    how: dict[str, Any] = {"high_is_good": True, "method": method, "variation": True}
    some = frame[frame["series"].isin([name(place) for place in range(kept)])]
    alone = assess_panel(some, starts=starts, ended=ended, **how)
    together = assess_panel(
        pd.concat([more, frame]),
        starts=starts | others,
        ended=ended | others,
        **how,
    )
    found = together[together["series"].isin(alone["series"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(found, alone, check_exact=True)


@panels
@given(seeds, st.sampled_from(METHODS))
def test_one_more_value_of_one_series_changes_no_bit_of_another(seed: int, method: Method) -> None:
    # All are complete, so that all are weighed alike; until the last has a gap.
    values = make_values(5, 20, seed=seed)
    how: dict[str, Any] = {"starts": FIRST + 14, "high_is_good": True, "method": method}
    whole = assess_panel(make_frame(values), variation=True, **how)
    values[4, [5, 15]] = np.nan
    with_gap = assess_panel(make_frame(values), variation=True, **how)
    pd.testing.assert_frame_equal(with_gap[:4], whole[:4], check_exact=True)


@pytest.mark.parametrize("method", METHODS)
def test_one_series_has_the_same_digits_alone_as_in_company(method: Method) -> None:
    frame = make_frame(make_values(40, 21, seed=3))
    how: dict[str, Any] = {"starts": FIRST + 14, "high_is_good": True, "method": method}
    together = assess_panel(frame, variation=True, **how)
    for key in ("area 0000", "area 0039"):
        alone = assess_panel(frame[frame["series"] == key], variation=True, **how)
        found = together[together["series"] == key].reset_index(drop=True)
        pd.testing.assert_frame_equal(found, alone, check_exact=True)


def test_parts_of_a_frame_one_after_another_give_what_the_whole_gives() -> None:
    frame = make_frame(make_values(50, 20, gaps=0.05, seed=4))
    how: dict[str, Any] = {"starts": FIRST + 14, "high_is_good": True, "variation": True}
    whole = assess_panel(frame, **how)
    place = frame["series"].str[-4:].astype(int)
    parts = [assess_panel(frame[place // 17 == part], **how) for part in range(3)]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole, check_exact=True)


def test_a_single_place_is_paired_with_itself() -> None:
    assert pair_up(np.array([3])).tolist() == [3, 3]
    assert pair_up(np.array([3, 5])).tolist() == [3, 5]


def test_a_progress_bar_shows_nothing_where_there_is_no_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    frame = make_frame(make_values(3, 16))
    quiet = assess_panel(frame, starts=FIRST + 10, high_is_good=True)
    found = assess_panel(frame, starts=FIRST + 10, high_is_good=True, progress=True, n_jobs=2)
    pd.testing.assert_frame_equal(found, quiet)
    assert capfd.readouterr() == ("", "")


def test_a_progress_bar_counts_every_series_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import tqdm

    counted: list[int] = []

    class Bar:
        def __init__(self, total: int, **about: object) -> None:
            counted.append(-total)

        def __enter__(self) -> "Bar":
            return self

        def __exit__(self, *about: object) -> None:
            pass

        def update(self, number: int) -> None:
            counted.append(number)

    monkeypatch.setattr(tqdm, "tqdm", Bar)
    frame, starts, _ = make_ragged(1, 23, gaps=0.1)
    for tile in (1, 4, 100):
        assess_panel(frame, starts=starts, high_is_good=True, tile=tile, progress=True)
    assert sum(counted) == 0


def test_memory_grows_with_the_answer_and_not_with_the_work() -> None:
    # What an ordered frame takes beside its answer: a tile, and no copy of the values.
    def peak(series: int) -> tuple[int, int]:
        values = make_values(series, 24)
        names = pd.CategoricalDtype([name(place) for place in range(series)])
        frame = pd.DataFrame(
            {
                "series": pd.Categorical.from_codes(np.repeat(np.arange(series), 24), dtype=names),
                "period": np.tile(np.arange(FIRST, FIRST + 24), series),
                "value": values.ravel(),
            }
        )
        tracemalloc.start()
        found = assess_panel(
            frame, starts=FIRST + 16, high_is_good=True, method="drift", variation=True, tile=500
        )
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        size = found.drop(columns="series").memory_usage(index=False).sum()
        return most, int(size)

    peak(500)  # what is opened on first use is not counted
    most, size = peak(40_000)
    values = 40_000 * 24 * 8
    assert most < 17 * 2**20 + 2 * size  # 16 MiB are asked for and never touched
    small, small_size = peak(20_000)
    assert most - small < 2 * (size - small_size) + values // 8
