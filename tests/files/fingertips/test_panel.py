"""A table from Fingertips becomes one long frame that can be judged as it is."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import obamodel as oba
from obamodel.errors import InvalidError
from tests.files.fingertips.making import at, list_rows, write_table


def test_each_value_has_a_row_with_what_tells_series_apart(tmp_path: Path) -> None:
    place = tmp_path / "table.csv"
    rows = [at(2015, Value=22), at(2014, Sex="Female"), at(2014, Value="", Value_note="n")]
    place.write_text(write_table(*rows), encoding="utf-8")
    frame = oba.read_fingertips_panel(place)
    assert frame["area"].tolist() == ["E06000001"] * 3
    assert frame["sex"].tolist() == ["Persons", "Female", "Persons"]
    assert [str(period) for period in frame["period"]] == ["2015", "2014", "2014"]
    assert [str(period) for period in frame["period"].cat.categories] == ["2014", "2015"]
    assert frame["value"].tolist()[:2] == [22, 20]
    assert np.isnan(frame["value"].iloc[2])
    assert frame["missing"].tolist() == ["", "", "n"]


def test_a_frame_is_the_same_as_its_file(tmp_path: Path) -> None:
    rows = [at(year, Value=20 + year % 7) for year in range(2004, 2024)]
    place = tmp_path / "table.csv"
    place.write_text(write_table(*rows), encoding="utf-8")
    frame = pd.DataFrame(list_rows(*rows)).replace("", None)
    pd.testing.assert_frame_equal(
        oba.read_fingertips_panel(place), oba.read_fingertips_panel(frame), check_like=True
    )


def test_many_areas_are_judged_as_each_of_them_alone(tmp_path: Path) -> None:
    generator = np.random.default_rng(1)
    rows = [
        at(year, Area_Code=f"E0600000{area}", Value=round(30 - year % 100 + generator.normal(), 2))
        for area in range(4)
        for year in range(2004, 2020)
    ]
    place = tmp_path / "table.csv"
    place.write_text(write_table(*rows), encoding="utf-8")
    frame = oba.read_fingertips_panel(place)
    judged = oba.assess_panel(frame, by="area", starts="2014", high_is_good=False)
    assert len(judged) == 4
    alone = frame[frame["area"] == "E06000002"].copy()
    alone["area"] = alone["area"].cat.remove_unused_categories()
    one = oba.assess_panel(alone, by="area", starts="2014", high_is_good=False)
    both = judged.set_index("area").loc["E06000002"]
    assert both["verdict"] == one["verdict"].iloc[0]


def test_two_values_for_one_area_and_year_are_refused() -> None:
    frame = pd.DataFrame(list_rows(at(2014), at(2014, Value=21)), index=["a", "b"])
    with pytest.raises(InvalidError, match=r"b\..*duplicate-period"):
        oba.read_fingertips_panel(frame)
