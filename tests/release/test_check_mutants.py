"""Is mutmut told to look where pyproject.toml says, and is its answer counted honestly?"""

import json
import tomllib
from pathlib import Path

import pytest

from scripts.check_mutants import (
    PROJECT,
    count_noticed,
    forget_missed,
    read_subjects,
    write_settings,
)

SUBJECTS = read_subjects(PROJECT)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_file_and_every_test_it_names_is_there(subject: str) -> None:
    named = SUBJECTS[subject]
    assert all(list(PROJECT.glob(pattern)) for pattern in named["files"])
    assert all((PROJECT / path).exists() for path in named["tests"])
    for left_out in named.get("without", []):
        path, _, test = left_out.partition("::")
        assert f"def {test}(" in (PROJECT / path).read_text("utf-8")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_settings_of_a_subject_are_read_as_they_were_meant(subject: str) -> None:
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    tool = tomllib.loads(write_settings(text, SUBJECTS[subject]))["tool"]["mutmut"]
    assert tool["only_mutate"] == SUBJECTS[subject]["files"]
    assert tool["pytest_add_cli_args_test_selection"] == SUBJECTS[subject]["tests"]
    assert tool["pytest_add_cli_args"].count("--deselect") == len(
        SUBJECTS[subject].get("without", [])
    )
    assert tool["source_paths"] == ["src"]


def test_only_what_a_test_noticed_counts_as_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "mutants" / "src"
    folder.mkdir(parents=True)
    # As mutmut writes them: 1 a test failed, 36 too long, 0 no test failed, 33 no test, none left.
    codes = {"a": 1, "b": 36, "c": 0, "d": 33, "e": None}
    (folder / "one.py.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    (folder / "none.py.meta").write_text(json.dumps({"exit_code_by_key": {}}))
    ((file, counted, missed),) = count_noticed(tmp_path)
    assert (file, dict(counted), missed) == ("src/one.py", {True: 2, False: 3}, ["c", "d", "e"])
    # Of a part, only that part is counted.
    ((_, counted, missed),) = count_noticed(tmp_path, "[bc]")
    assert (dict(counted), missed) == ({True: 1, False: 1}, ["c"])


def test_what_nobody_noticed_is_tried_again_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "mutants" / "src"
    folder.mkdir(parents=True)
    told = {"exit_code_by_key": {"a": 1, "b": 36, "c": 0, "d": 33, "e": None}, "durations": {}}
    (folder / "one.py.meta").write_text(json.dumps(told))
    forget_missed(tmp_path)
    again = json.loads((folder / "one.py.meta").read_text("utf-8"))
    assert again["exit_code_by_key"] == {"a": 1, "b": 36, "c": None, "d": None, "e": None}
    assert again["durations"] == {}
