"""What left the house together."""

import copy
from typing import Any

import pytest

from obamodel.domain.dates import PartialDate
from obamodel.domain.periods import Period
from obamodel.domain.publishing import Mark, PublishedTable
from obamodel.domain.releases import Release, ReleasedCell, ReleasedTable
from obamodel.domain.tables import Adding
from obamodel.errors import InvalidError
from tests.domain.building import LEAST, make, refuse


def test_a_withheld_number_is_not_kept() -> None:
    assert [fault.code for fault in refuse(ReleasedCell, mark=Mark.WITHHELD, number=3)] == [
        "hidden-number"
    ]
    assert [fault.code for fault in refuse(ReleasedCell, mark=Mark.SHOWN)] == ["number-missing"]


def make_release() -> Release:
    table = make(
        ReleasedTable,
        period=Period.parse("2014/15"),
        adding=Adding.ADDS,
        cells=[
            ReleasedCell(at=["Basildon"], number=15, mark=Mark.ROUNDED),
            ReleasedCell(at=["Thurrock"], mark=Mark.WITHHELD),
        ],
    )
    return Release(
        protection=LEAST[Release]["protection"],
        counts=[table],
        tables=[make(PublishedTable, notes=["A note."])],
        notes=["The rule."],
        on=PartialDate.parse("2015-06"),
    )


def test_a_release_comes_back_from_plain_data_as_it_was() -> None:
    release = make_release()
    data = release.to_dict()
    assert data["counts"][0]["period"] == "2014/15"
    assert data["counts"][0]["cells"][1] == {"at": ["Thurrock"], "mark": "withheld"}
    assert data["on"] == "2015-06"
    assert Release.from_dict(data) == release


def spoil(data: dict[str, Any]) -> dict[str, Any]:
    spoilt = copy.deepcopy(data)
    spoilt["counts"][0]["cells"][1]["number"] = 3
    spoilt["counts"][0]["period"] = "2011/12/13"
    spoilt["nonsense"] = 1
    del spoilt["protection"]["preset"]
    return spoilt


def test_everything_wrong_with_the_data_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as caught:
        Release.from_dict(spoil(make_release().to_dict()))
    places = {(fault.place, fault.code) for fault in caught.value.faults}
    assert ("", "unknown-key") in places
    assert ("protection", "missing-key") in places
    assert ("counts[0].cells[1].number", "hidden-number") in places
    assert any(place == "counts[0].period" for place, _ in places)


def test_what_is_no_release_at_all_is_refused() -> None:
    with pytest.raises(InvalidError, match="give the parts of a Release"):
        Release.from_dict([1])  # type: ignore[arg-type]  # that is the test
