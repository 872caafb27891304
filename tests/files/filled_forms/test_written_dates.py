"""Are dates read as people write them, and is nothing guessed?"""

import pytest

from obamodel.errors import InvalidError
from obamodel.files.filled_forms.written_dates import read_written_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2027-03-31", "2027-03-31"),
        ("31 March 2027", "2027-03-31"),
        ("31st of March 2027.", "2027-03-31"),
        ("Wednesday, 31 March 2027", "2027-03-31"),
        ("by the end of March 2027", "2027-03"),
        ("  March   2027 ", "2027-03"),
        ("SEPT 2027", "2027-09"),
        ("about Sept. 2027", "about 2027-09"),
        ("Spring 2027", "spring 2027"),
        ("2027", "2027"),
        ("Unknown: the funder decides", "unknown: the funder decides"),
    ],
)
def test_a_date_that_names_its_month_is_read(written: str, date: str) -> None:
    assert str(read_written_date(written)) == date


@pytest.mark.parametrize(
    "written",
    [
        "soon",
        "3/4/2027",  # the third of April, or the fourth of March
        "31 February 2027",
        "March",
        "31 March",
        "Smarch 2027",
        "\u0663\u0661 March 2027",
        "31 March 2027 or later",
    ],
)
def test_nothing_is_guessed_and_a_way_to_write_it_is_given(written: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read_written_date(written)
    (fault,) = refused.value.faults
    assert fault.code == "bad-date"
    assert "such as 31 March 2027" in fault.mend
