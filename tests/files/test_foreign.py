"""Any file from elsewhere is checked by the reader of its form, and can start an evaluation."""

from pathlib import Path
from typing import Any

import attrs
import pytest

import obamodel as oba
from obamodel.errors import InvalidError
from obamodel.files.foreign import check_file, read_foreign, start_evaluation
from obamodel.files.recognising import FileForm
from tests.files.entry_points import CALLS, SMALL
from tests.files.fingertips.making import at, write_table
from tests.files.iati.building import COMPLETE

TABLE = "Area;Year;Share\nNorth;2014;12,5 %\nNorth;2015;[c]\nSouth;2014;11 %\n"
COLUMNS: dict[str, Any] = {"period": "Year", "value": "Share", "by": "Area"}
SAID = {"kind": "share", "unit": "%", "polarity": "low is good"}
SCORECARD = (
    "id,measure_type,actual_value_date,target_value,actual_value,comment\n"
    "12,i,03/31/2015,,62,\n31,p,03/31/2015,,120,\n"
)


def keep(folder: Path, name: str, text: str) -> Path:
    place = folder / name
    place.write_text(text, encoding="utf-8")
    return place


def test_a_table_is_checked_without_saying_what_its_series_are(tmp_path: Path) -> None:
    checked = check_file(keep(tmp_path, "t.csv", TABLE), **COLUMNS)
    assert (checked.form, len(checked.answer.series)) == (FileForm.TABLE, 2)
    assert checked.ask == ("kind", "unit", "polarity")
    assert str(checked).startswith("t.csv: a table, and it can be read.\n")
    assert str(checked).endswith("you will be asked for: kind, unit, polarity.")


def test_everything_wrong_in_a_table_is_said_and_nothing_of_what_was_not_said(
    tmp_path: Path,
) -> None:
    wrong = TABLE.replace("11 %", "about 11").replace("2015", "Nov-10")
    with pytest.raises(InvalidError) as caught:
        check_file(keep(tmp_path, "t.csv", wrong), **COLUMNS)
    assert [(one.code, one.line) for one in caught.value.faults] == [
        ("spreadsheet-date", 3),
        ("not-a-number", 4),
    ]


@pytest.mark.parametrize(
    ("name", "text", "number", "ask"),
    [
        ("a.csv", SCORECARD, 2, ("kind", "unit", "polarity", "frequency")),
        ("a.csv", write_table(at(2014), at(2014, Sex="Female")), 2, ("kind", "unit", "polarity")),
        ("a.xml", COMPLETE, 3, ()),
    ],
)
def test_each_form_is_checked_by_its_own_reader(
    name: str, text: str, number: int, ask: tuple[str, ...], tmp_path: Path
) -> None:
    checked = check_file(keep(tmp_path, name, text))
    assert (len(checked.answer.series), checked.ask) == (number, ask)


def test_a_data_package_is_checked_by_its_folder_or_its_file(tmp_path: Path) -> None:
    oba.write_data_package(tmp_path, name="small", title="Small", series=[CALLS])
    for place in (tmp_path, tmp_path / "datapackage.json"):
        assert check_file(place).answer.series == (CALLS,)


def test_what_the_file_does_not_say_is_asked_for_by_name(tmp_path: Path) -> None:
    place = keep(tmp_path, "t.csv", TABLE)
    with pytest.raises(InvalidError, match="does not say its kind, unit, polarity"):
        read_foreign(place, **COLUMNS)
    answer = read_foreign(place, **COLUMNS, **SAID)
    assert [(one.id, one.values) for one in answer.series] == [
        ("t-north", (12.5, None)),
        ("t-south", (11,)),
    ]


def test_what_cannot_be_said_of_a_form_is_refused(tmp_path: Path) -> None:
    place = keep(tmp_path, "a.xml", COMPLETE)
    with pytest.raises(InvalidError, match="it is a file of IATI, of which period cannot be said"):
        check_file(place, period="Year")
    oba.save(SMALL, tmp_path / "small.json")
    with pytest.raises(InvalidError, match="it is an evaluation, and no numbers from elsewhere"):
        check_file(tmp_path / "small.json")


def test_an_evaluation_begins_with_what_was_read(tmp_path: Path) -> None:
    answer = read_foreign(keep(tmp_path, "Adults who smoke.csv", TABLE), **COLUMNS, **SAID)
    evaluation, left = start_evaluation(answer)
    assert (evaluation.id, evaluation.title) == ("adults-who-smoke", "Adults who smoke")
    assert (evaluation.series, left) == (answer.series, ())


def test_what_a_series_is_about_has_to_be_written_first() -> None:
    about = attrs.evolve(CALLS, about=["answered"])
    evaluation, left = start_evaluation(oba.Imported(source="calls.csv", series=[about]))
    assert evaluation.series == (CALLS,)
    assert [fault.code for fault in left] == ["not-there-yet"]
    assert left[0].found == "the series calls is about answered, which is not there yet"


def test_what_has_no_place_yet_in_a_new_evaluation_is_named(tmp_path: Path) -> None:
    answer = read_foreign(keep(tmp_path, "a.xml", COMPLETE))
    evaluation, left = start_evaluation(answer)
    assert [one.id for one in evaluation.series] == [one.id for one in answer.series]
    assert left[: len(answer.left_behind)] == answer.left_behind


def test_convert_makes_an_evaluation_of_a_file_from_elsewhere(tmp_path: Path) -> None:
    place = keep(tmp_path, "t.csv", TABLE)
    oba.convert(place, tmp_path / "ours.xlsx", **COLUMNS, **SAID)
    oba.convert(tmp_path / "ours.xlsx", tmp_path / "ours")
    assert oba.load(tmp_path / "ours").series == read_foreign(place, **COLUMNS, **SAID).series
    with pytest.raises(InvalidError, match="an evaluation says its own unit"):
        oba.convert(tmp_path / "ours", tmp_path / "again.json", unit="%")
