"""An activity says all that the standard needs of it, or is not made."""

import datetime
from pathlib import Path

import pytest

from obamodel.errors import InvalidError
from obamodel.files.iati import IatiFile, IatiOrganisation, describe_activity, write_iati_file
from tests.files.iati.building import validate
from tests.files.iati.test_exporting import CHARITY, describe


def test_what_is_described_is_as_the_schema_wants_it(tmp_path: Path, shared_data: Path) -> None:
    others = [CHARITY, IatiOrganisation(name="A & <B>", role="1")]
    dates = {"3": datetime.date(2026, 1, 1), "1": datetime.date(2020, 1, 1)}
    activity = describe(partners=others, dates=dates, language="cy")
    write_iati_file(IatiFile(activities=[activity]), tmp_path / "a.xml")
    assert validate(tmp_path / "a.xml", shared_data) == []
    assert "\nnear home." in (tmp_path / "a.xml").read_text(encoding="utf-8")


def test_everything_that_is_missing_is_named_at_once() -> None:
    nobody = IatiOrganisation(name="Nobody")
    with pytest.raises(InvalidError) as caught:
        describe_activity(
            identifier="A",
            title=" ",
            description="",
            reporter=nobody,
            partners=[nobody],
            status="7",
            dates={"5": datetime.date(2020, 1, 1)},
        )
    assert [fault.path for fault in caught.value.faults] == [
        *(("title",), ("description",), ("reporter",), ("partners",)),
        *(("status",), ("dates",), ("dates",)),
    ]
    with pytest.raises(InvalidError, match="nobody takes part"):
        describe(partners=[])
