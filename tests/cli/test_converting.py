"""`obamodel convert` goes between all forms, and says what it could not carry."""

import json
from pathlib import Path

import attrs
import pytest

import obamodel as oba
from obamodel.cli import main
from tests.files.entry_points import CALLS, SMALL
from tests.files.iati.building import COMPLETE

INDICATOR = oba.Indicator(
    id="answered", label="1", statement="Calls are answered.", outcome="heard"
)
ABOUT = attrs.evolve(
    SMALL, indicators=[INDICATOR], series=[attrs.evolve(CALLS, about=["answered"])]
)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    oba.save(ABOUT, tmp_path / "ours")
    return tmp_path / "ours"


def test_a_table_becomes_the_start_of_an_evaluation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "calls.csv"
    place.write_text("Year,Calls,Note\n2014,54,x\n", encoding="utf-8")
    columns = ["--period", "Year", "--value", "Calls"]
    said = ["--kind", "count", "--unit", "calls", "--polarity", "no judgement"]
    assert main(["convert", str(place), str(tmp_path / "ours"), *columns, *said]) == 0
    printed = capsys.readouterr().out
    assert 'Left behind: calls.csv:1 Note: the column "Note" is not read' in printed
    assert oba.load(tmp_path / "ours").series[0].values == (54,)
    assert main(["convert", str(place), str(tmp_path / "again"), *columns]) == 2
    assert "it is a table, and does not say its kind" in capsys.readouterr().err
    assert not (tmp_path / "again").exists()


def test_an_evaluation_becomes_a_data_package(ours: Path, tmp_path: Path) -> None:
    target = tmp_path / "package"
    assert main(["convert", str(ours), str(target), "--to", "data-package"]) == 0
    assert oba.read_data_package(target).series == ABOUT.series


def test_an_evaluation_becomes_a_table_for_scorecard(
    ours: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "values.csv"
    assert main(["convert", str(ours), str(target), "--to", "scorecard"]) == 0
    assert target.read_text(encoding="utf-8").splitlines()[1:] == [
        "calls,i,03/31/2015,,54,",
        "calls,i,03/31/2016,,60,",
    ]
    assert "[no-place]" in capsys.readouterr().out


def test_where_no_series_is_about_anything_there_is_nothing_to_write_for_scorecard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oba.save(SMALL, tmp_path / "small")
    target = tmp_path / "values.csv"
    assert main(["convert", str(tmp_path / "small"), str(target), "--to", "scorecard"]) == 2
    assert "no series is about an indicator or a measure" in capsys.readouterr().err
    assert not target.exists()


def test_an_evaluation_goes_into_the_file_of_an_activity(
    ours: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    activity, target = tmp_path / "activity.xml", tmp_path / "results.xml"
    activity.write_text(COMPLETE, encoding="utf-8")
    command = ["convert", str(ours), str(target), "--to", "iati"]
    assert main(command) == 2
    assert "give the file of your activity with --into" in capsys.readouterr().err
    command += ["--into", str(activity), "--result-type", "outcome"]
    assert main(command) == 2
    assert "nothing says that its numbers are public" in capsys.readouterr().err
    assert main([*command, "--published", "https://example.org/activity.xml"]) == 0
    names = [one.name for one in oba.read_iati(target).series]
    assert any("Calls" in name for name in names)


def test_small_numbers_are_hidden_in_what_is_for_others(tmp_path: Path) -> None:
    few = oba.Series.from_dict(
        {"2014": 3, "2015": 54},
        id="people",
        name="People who came",
        kind=oba.SeriesKind.COUNT,
        unit="people",
        polarity=oba.Polarity.HIGH,
    )
    oba.save(attrs.evolve(SMALL, series=[few]), tmp_path / "small.json")
    target = tmp_path / "package"
    assert main(["convert", str(tmp_path / "small.json"), str(target), "--to", "data-package"]) == 0
    (shown,) = oba.read_data_package(target).series
    assert 3 not in shown.values
    assert shown.observations[0].value is None


def test_nothing_is_written_over(ours: Path, tmp_path: Path) -> None:
    target = tmp_path / "package"
    target.mkdir()
    (target / "datapackage.json").write_text(json.dumps({"ours": True}), encoding="utf-8")
    assert main(["convert", str(ours), str(target), "--to", "data-package"]) == 2
    assert json.loads((target / "datapackage.json").read_text("utf-8")) == {"ours": True}
