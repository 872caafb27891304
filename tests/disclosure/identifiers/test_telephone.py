"""Which telephone numbers are found, and which numbers are something else?"""

import pytest

from obamodel.disclosure.identifiers.telephone import find_telephone_numbers

# The numbers are of the ranges that Ofcom keeps free for plays and films.


def find(text: str) -> list[str]:
    return sorted({text[start:end] for start, end in find_telephone_numbers(text)})


@pytest.mark.parametrize(
    "number",
    [
        "01632 960123",
        "01632 960 123",
        "01632960123",
        "(01632) 960123",
        "01632-960-123",
        "01632.960.123",
        "01632/960123",
        "0163 296 0123",
        "020 7946 0018",
        "(020) 7946 0018",
        "0117 496 0123",
        "07700 900123",
        "07700 900 123",
        "07 700 900 123",
        "077009 00123",
        "07700 90 01 23",
        "+447700900123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "+44(0)1632 960123",
        "(+44) 1632 960123",
        "+44 (1632) 960123",
        "0044 1632 960123",
        "00 44 (0) 20 7946 0018",
        "447700900123",
        "0808 157 0123",
        "01632 96012",
        "01632 960123 ext 45",
        "+353 1 234 5678",
    ],
)
def test_it_is_found_whole_however_it_is_grouped(number: str) -> None:
    assert find(f"You can ring {number}, or not.") == [number]
    assert find(f"{number}.") == [number]
    assert find(f"Two numbers: {number}; 5 people.") == [number]


@pytest.mark.parametrize("label", ["tel", "Tel.", "phone:", "mobile is", "Ring me on", "text"])
@pytest.mark.parametrize("number", ["960123", "7946 0018", "7700 900123"])
def test_without_area_code_or_nought_it_is_found_where_words_say_what_it_is(
    label: str, number: str
) -> None:
    assert find(f"{label} {number} please") == [number]
    assert find(f"It was {number} in all") == []


@pytest.mark.parametrize(
    "text",
    [
        "2014/15, 2010-2011 and 2012 2013",
        "on 01.02.2011 at 09.30, and 01-02-2011 10-30",
        "01/02/2011 to 05/06/2012",
        "from 0900 to 1030, 0900-1000 or 0900 1000 1100",
        "£01234567890 and £07700900123",
        "p = 0.01234567890",
        "1,234,567 of 12 345 678 people",
        "the grant RP-PG-0108-10047",
        "ISBN 0198534531",
        "doi 10.1016/0140-6736(11)60123-4",
        "company 01234567, charity 1094112",
        "it grew by +10 000 000 and +5.5",
        "0000-0002-1825-0097",
        "we phone 120000 people and text 100 000 people",
        "call 2010-2011 a good year",
    ],
)
def test_numbers_of_another_kind_are_left(text: str) -> None:
    assert find(text) == []


def test_two_with_nothing_but_a_mark_between_are_two() -> None:
    assert find("01632 960123/07700 900123") == ["01632 960123", "07700 900123"]
