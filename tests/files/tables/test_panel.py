"""A long frame is read as carefully as series are, however many rows there are."""

from pathlib import Path

import numpy as np
import pytest

import obamodel as oba
from obamodel.errors import InvalidError


def keep(folder: Path, text: str) -> Path:
    place = folder / "panel.csv"
    place.write_text(text, encoding="utf-8")
    return place


def test_names_and_periods_are_categories_in_their_order(tmp_path: Path) -> None:
    text = "series,period,value\nb,2015/16,2\na,2014/15,1\nb,2014/15,[c]\n"
    frame = oba.read_panel(keep(tmp_path, text))
    assert frame["series"].cat.categories.tolist() == ["a", "b"]
    assert [str(one) for one in frame["period"].cat.categories] == ["2014/15", "2015/16"]
    np.testing.assert_array_equal(frame["value"], [2, 1, np.nan])
    assert frame["missing"].tolist()[2] == 'confidential, marked "[c]" in the source'


def test_a_number_that_a_frame_would_round_is_refused(tmp_path: Path) -> None:
    text = f"series,period,value\na,2014,{2**53 + 1}\na,2015,{2**53}\n"
    with pytest.raises(InvalidError) as caught:
        oba.read_panel(keep(tmp_path, text))
    (fault,) = caught.value.faults
    assert (fault.code, fault.line) == ("too-many-digits", 2)


def test_cells_at_fault_are_marked_where_that_is_asked_for(tmp_path: Path) -> None:
    text = "series,period,value\na,2014,1\na,2015,about 2\n"
    place = keep(tmp_path, text)
    with pytest.raises(InvalidError):
        oba.read_panel(place)
    frame = oba.read_panel(place, faults="mark")
    assert frame["fault"].tolist()[0] == ""
    assert frame["fault"].tolist()[1].startswith('panel.csv:3 value: found "about 2"; ')


def test_of_very_many_wrong_cells_a_thousand_are_told_and_that_there_are_more(
    tmp_path: Path,
) -> None:
    rows = "".join(f"a{number},2014,x{number}\n" for number in range(3_000))
    with pytest.raises(InvalidError) as caught:
        oba.read_panel(keep(tmp_path, f"series,period,value\n{rows}"))
    codes = [fault.code for fault in caught.value.faults]
    assert codes.count("not-a-number") == 1_001
    assert codes[-1] == "more-problems"
