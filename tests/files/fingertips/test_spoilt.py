"""Whatever is in a table, it is read or refused with a reason, and nothing else happens."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import obamodel as oba
from obamodel.errors import InvalidError
from tests.files.fingertips.making import (
    DOWNLOAD,
    NEW_UPLOAD,
    OLD_UPLOAD,
    at,
    list_rows,
    write_table,
)

SAID: dict[str, Any] = {
    "polarity": "high is good",
    "kind": "share",
    "unit": "%",
    "per": 100,
    "calendar": "calendar",
}
GOOD = {
    "download": write_table(at(2014), at(2015, Value="[c]"), at(2016, Value_note="Note")),
    "older": write_table({}, {"Year": 2015, "Value": -1}, form=OLD_UPLOAD),
    "newer": write_table({"age_to_years_inclusive": 40}, {"sex": "male"}, form=NEW_UPLOAD),
}
ODD = (
    *('"', ",", "\n", "\r", "-1", "-1.0", "NA", "2014 - 16", "2014/15", "\x00", "\ufeff", "9999"),
    *("9999-12-31", "0000-00-00", "2024-02-29", "1e400", "-0", "inf", "100%", "three_year"),
)


@pytest.mark.parametrize("name", GOOD)
def test_each_table_is_read_before_it_is_spoilt(name: str, tmp_path: Path) -> None:
    place = tmp_path / "table.csv"
    place.write_text(GOOD[name], encoding="utf-8")
    assert oba.read_fingertips(place, **SAID).series


@pytest.mark.parametrize("name", GOOD)
@given(data=st.data())
def test_a_spoilt_table_is_read_or_refused(name: str, data: st.DataObject) -> None:
    good = GOOD[name]
    at_sign = data.draw(st.integers(0, len(good)))
    length = data.draw(st.integers(0, 12))
    new = data.draw(st.sampled_from(ODD) | st.text(max_size=4))
    text = good[:at_sign] + new + good[at_sign + length :]
    read_or_refuse_bytes(text.encode(errors="surrogatepass"))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_table_are_refused(content: bytes) -> None:
    read_or_refuse_bytes(content)
    read_or_refuse_bytes(",".join(DOWNLOAD).encode() + b"\n" + content)


CELLS = (
    st.sampled_from(ODD)
    | st.none()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.booleans()
    | st.lists(st.integers(), max_size=2)
    | st.text(max_size=4)
)


@pytest.mark.parametrize("form", [DOWNLOAD, OLD_UPLOAD, NEW_UPLOAD], ids=list(GOOD))
@given(data=st.data())
def test_a_frame_with_anything_in_it_is_read_or_refused(
    form: tuple[str, ...], data: st.DataObject
) -> None:
    other = {"Sex": "Male", "SexId": 1, "sex": "male"}
    frame = pd.DataFrame(list_rows({}, other, form=form), dtype=object)
    for name in data.draw(st.sets(st.sampled_from(form), max_size=3)):
        frame[name] = pd.Series([data.draw(CELLS), data.draw(CELLS)], dtype=object)
    read_or_refuse(lambda: oba.read_fingertips(frame, **SAID))
    read_or_refuse(lambda: oba.read_fingertips_panel(frame, calendar="financial"))


def read_or_refuse_bytes(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "table.csv"
        place.write_bytes(content)
        read_or_refuse(lambda: oba.read_fingertips(place, **SAID))
        read_or_refuse(lambda: oba.read_fingertips_panel(place, calendar="financial"))


def read_or_refuse(read: Callable[[], object]) -> None:
    try:
        read()
    except InvalidError as error:
        refused = error
    else:
        return
    assert refused.faults
    assert str(refused)
