"""`obamodel check` reads any file there is a reader for, and prints every problem by its place."""

import json
from pathlib import Path

import pytest

import obamodel as oba
from obamodel.cli import main
from tests.files.entry_points import SMALL

COLUMNS = ["--period", "Year", "--value", "Calls", "--by", "Area"]


def keep(folder: Path, text: str) -> str:
    place = folder / "calls.csv"
    place.write_text(text, encoding="utf-8")
    return str(place)


def test_a_table_that_can_be_read_is_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = keep(tmp_path, "Area,Year,Calls\nNorth,2014,54\nNorth,2015,[c]\n")
    assert main(["check", file, *COLUMNS]) == 0
    said = capsys.readouterr().out
    assert said.startswith("calls.csv: a table, and it can be read.\n")
    assert "[missing-values]" in said


def test_every_problem_of_a_table_is_printed_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = keep(tmp_path, "Area,Year,Calls\nNorth,Nov-10,54\n,2015,about 60\n")
    assert main(["check", file, *COLUMNS]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "calls.csv: 3 problems to mend"
    assert [line.split(":")[1].partition(" ")[0] for line in lines[1:]] == ["2", "3", "3"]
    assert [line.rpartition(" ")[2] for line in lines[1:]] == [
        "[spreadsheet-date]",
        "[missing-key]",
        "[not-a-number]",
    ]


def test_the_same_is_said_to_other_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = keep(tmp_path, "Area,Year,Calls\nNorth,2014,many\n")
    assert main(["check", file, *COLUMNS, "--json"]) == 2
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["code"], fault["place"]) == ("not-a-number", "calls.csv:2 Calls")
    file = keep(tmp_path, "Area,Year,Calls\nNorth,2014,54\n")
    assert main(["check", file, *COLUMNS, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["form"], told["faults"]) == ("a table", [])
    assert told["ask"] == ["kind", "unit", "polarity"]


def test_periods_may_go_across_and_rows_above_be_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = keep(tmp_path, "Calls answered\nArea,2014,2015\nNorth,54,60\n")
    assert main(["check", file, "--by", "Area", "--wide", "--skip-rows", "1"]) == 0
    assert "[rows-around]" in capsys.readouterr().out


def test_a_workbook_is_checked_as_the_evaluation_that_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oba.save(SMALL, tmp_path / "small.xlsx")
    assert main(["check", str(tmp_path / "small.xlsx")]) == main(["check", "--example", "mime"])
    assert "it can be read" not in capsys.readouterr().out


def test_what_was_kept_of_a_release_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oba.save_release(oba.publish(SMALL).release, tmp_path / "release.json")
    assert main(["check", str(tmp_path / "release.json")]) == 0
    said = "release.json: what was kept of a release, and it can be read.\n"
    assert capsys.readouterr().out == said
