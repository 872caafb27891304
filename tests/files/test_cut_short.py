"""A save that is cut short at any step, or runs out of room, leaves the old whole or the new."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("breaking_off.py")
FEWEST = {"folder": 50, "new folder": 35, "one file": 12, "new file": 12, "one workbook": 12}
SCENARIOS = [
    *("folder", "new folder", "one file", "new file"),
    pytest.param("one workbook", marks=pytest.mark.slow),
]
BECAME = {
    "small/evaluation.toml": "changed",
    "small/counts.csv": "changed",
    "small/recommendations.toml": "changed",
    "small/method.toml": "emptied",
    "small/reflection.toml": "added",
}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@cache
def break_off(scenario: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    done = subprocess.run(
        [sys.executable, "-W", "error", PROGRAM, scenario],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, *attempts = [json.loads(line) for line in done.stdout.splitlines()]
    return first, attempts


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_broken_off_at_any_step_a_save_leaves_all_of_the_old_or_all_of_the_new(
    scenario: str,
) -> None:
    first, attempts = break_off(scenario)
    assert first["steps"] >= FEWEST[scenario]
    if scenario == "folder":
        assert first["files"] == BECAME
    # The notes that people wrote into three files are in them afterwards, also in the emptied one.
    assert first["notes"] == (3 if scenario == "folder" else 0)
    assert [one for one in attempts if one["found"] not in ("old", "new")] == []
    assert [one for one in attempts if one["ended"] == "crashed"] == []
    stopped = [one for one in attempts if one["how"].startswith("stop")]
    assert {one["ended"] for one in stopped} == {"stopped"}
    found = [one["found"] for one in stopped if one["how"] == "stop before"]
    assert len(found) == first["steps"]
    # There is one step from which on a save counts.
    turn = found.index("new")
    assert found == ["old"] * turn + ["new"] * (len(found) - turn)
    # All that is written is written before it.
    assert {one["found"] for one in stopped if one["how"] == "stop half-way"} == {"old"}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_save_that_says_it_is_done_is_done_and_one_without_room_says_so(scenario: str) -> None:
    _, attempts = break_off(scenario)
    full = [one for one in attempts if one["how"].startswith("no room")]
    assert {one["found"] for one in full if one["ended"] == "well"} == {"new"}
    refused = [one for one in full if one["ended"] == "refused"]
    assert refused
    assert {one["found"] for one in refused if one["how"] == "no room"} == {"old"}


@pytest.mark.parametrize(
    "scenario",
    ["folder, twice at some steps", pytest.param("folder, twice", marks=pytest.mark.slow)],
)
def test_the_load_that_mends_can_itself_be_broken_off_at_any_step(scenario: str) -> None:
    _, attempts = break_off(scenario)
    assert len(attempts) > 200
    assert {one["found"] for one in attempts if one["ended"] == "stopped"} == {"old", "new"}
    assert [one for one in attempts if one["found"] not in ("old", "new")] == []
    # Without room the load cannot tidy up, and reads the whole evaluation all the same.
    assert {one["ended"] for one in attempts if one["how"] == "no room any more"} == {"well"}
