"""The Trafford example: do its figures agree with their source, and its baselines with them?"""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

import obamodel as oba

FIRST, LAST = "2014/15", "2024/25"


@pytest.fixture(scope="module")
def trafford() -> oba.Evaluation:
    return oba.load_example("trafford")


@pytest.fixture(scope="module")
def source(shared_data: Path) -> Mapping[tuple[str, str, str], float]:
    with (shared_data / "children_offending.csv").open(encoding="utf-8", newline="") as opened:
        return {
            (row["area_name"].lower(), row["period"], row["measure"]): float(row["value"])
            for row in csv.DictReader(opened)
        }


def test_every_figure_is_that_of_the_source(
    trafford: oba.Evaluation, source: Mapping[tuple[str, str, str], float]
) -> None:
    held = {}
    for series in trafford.series:
        area = series.id.removeprefix("cautioned-or-sentenced-")
        for seen in series.observations:
            held[area, str(seen.period), "Per 10,000 aged 10-17"] = seen.value
            held[area, str(seen.period), "Count"] = seen.numerator
    assert held == source


def test_trafford_came_down_from_54_to_14(trafford: oba.Evaluation) -> None:
    # The two figures that the source's own description names.
    series = trafford.find("cautioned-or-sentenced-trafford")
    assert (series.at(FIRST).value, series.at(LAST).value) == (54, 14)


def test_the_source_and_its_licence_are_named(trafford: oba.Evaluation) -> None:
    assert "Open Government Licence v3.0" in trafford.source
    assert all("Trafford Data Lab" in series.source for series in trafford.series)
    assert all("Youth Justice Board" in series.source for series in trafford.series)


def test_one_baseline_rests_on_eight_years_and_is_followed_by_three(
    trafford: oba.Evaluation,
) -> None:
    early, late = trafford.baselines
    assert [len(late.history), len(late.forecast)] == [8, 3]
    assert (str(late.until), str(late.starts)) == ("2021/22", "2022/23")
    assert len(early.history) < 5


def test_what_was_frozen_is_still_what_the_series_says(trafford: oba.Evaluation) -> None:
    for baseline in trafford.baselines:
        series = trafford.find(baseline.series)
        assert [series.at(one.period) for one in baseline.history] == list(baseline.history)


def test_the_maintainers_say_that_they_froze_it_and_that_it_was_after_the_event(
    trafford: oba.Evaluation,
) -> None:
    for baseline in trafford.baselines:
        assert baseline.frozen.author == "the maintainers of the library"
        assert "after the event" in baseline.frozen.reason


def test_the_review_has_nothing_to_ask(trafford: oba.Evaluation) -> None:
    assert oba.review_evaluation(trafford).open == ()


def test_the_example_can_be_saved_and_read_back(trafford: oba.Evaluation, tmp_path: Path) -> None:
    oba.save(trafford, tmp_path / "copy")
    assert oba.load(tmp_path / "copy") == trafford
