"""Every awkward file has its right outcome: read as exactly these values, or refused in words."""

from pathlib import Path
from typing import Any

import pytest

from obamodel.domain.series import Observation
from obamodel.errors import InvalidError
from obamodel.files.tables import read_panel, read_series
from tests.files.tables.awkward import AWKWARD, USUAL, Awkward, Complaint, name_file


def keep(one: Awkward, folder: Path) -> Path:
    place = folder / name_file(one, AWKWARD.index(one))
    place.write_bytes(one.content)
    return place


def say(observation: Observation, wanted: Any) -> Any:
    """Say what was observed, as far as the table of files says what it should be."""
    if isinstance(wanted, str):
        return (observation.missing or "")[: len(wanted)]
    return observation.value


def test_there_are_more_than_two_hundred_and_each_has_a_name_of_its_own() -> None:
    assert len(AWKWARD) > 200
    assert len({one.name for one in AWKWARD}) == len(AWKWARD)


@pytest.mark.parametrize("one", AWKWARD, ids=lambda one: ascii(one.name))
def test_an_awkward_file_has_its_right_outcome(one: Awkward, tmp_path: Path) -> None:
    place = keep(one, tmp_path)
    if one.series is None:
        with pytest.raises(InvalidError) as caught:
            read_series(place, **{**USUAL, **one.told})
        faults = caught.value.faults
        found = [
            Complaint(fault.code, fault.line, str(fault.path[-1]) if wanted.column else None)
            for fault, wanted in zip(faults, one.complaints, strict=False)
        ]
        assert (len(faults), found) == (len(one.complaints), list(one.complaints))
        # Each says where it is, in words: the file, or what was asked of it.
        assert all(fault.place for fault in faults)
        return
    answer = read_series(place, **{**USUAL, **one.told})
    found_points = {
        each.id: {
            str(seen.period): say(seen, one.series[each.id][str(seen.period)])
            for seen in each.observations
        }
        for each in answer.series
    }
    assert found_points == one.series
    said = (*answer.decided, *answer.left_behind)
    assert tuple(fault.code for fault in said) == one.said
    assert all(fault.file == place.name for fault in said)


PANEL = frozenset(
    (
        *("period", "value", "by", "where", "skip_rows", "footnote_rows", "encoding"),
        *("decimal", "marks", "calendar", "frequency", "pooled"),
    )
)
LONG = [
    one
    for one in AWKWARD
    # What is told of its bytes alone, and what only a name before it would change, is left out.
    if one.name not in ("a text called.xlsx", "empty rows below", "two areas and nobody says so")
    and one.content.startswith((b"year,value\n", b"area,year,value\n"))
    and "kind" not in one.told
]


def name_series(content: bytes) -> bytes:
    """Put a column that names the series before all others, where there is none."""
    if content.startswith(b"area"):
        return content
    first, *lines = content.split(b"\n")
    return b"\n".join([b"area," + first, *(line and b"N," + line for line in lines)])


@pytest.mark.parametrize("one", LONG, ids=lambda one: ascii(one.name))
def test_the_same_file_is_read_alike_as_a_long_frame(one: Awkward, tmp_path: Path) -> None:
    place = tmp_path / "panel.csv"
    place.write_bytes(name_series(one.content))
    told = {name: said for name, said in {**USUAL, **one.told}.items() if name in PANEL}
    told["by"] = "area"
    if one.series is None and {complaint.code for complaint in one.complaints} != {"named-twice"}:
        with pytest.raises(InvalidError) as caught:
            read_panel(place, **told)
        found = [(fault.code, fault.line) for fault in caught.value.faults]
        if "by" in one.told or one.complaints[0].code != "duplicate-period":
            assert found == [(complaint.code, complaint.line) for complaint in one.complaints]
        return
    frame = read_panel(place, **told)
    found_values = {
        str(period): value
        for period, value in zip(frame["period"], frame["value"], strict=True)
        if value == value
    }
    if one.series is not None and len(one.series) == 1:
        (points,) = one.series.values()
        for period, value in points.items():
            assert found_values.get(period) == (None if isinstance(value, str) else value)
