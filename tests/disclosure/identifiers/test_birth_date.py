"""Which dates are dates of birth?"""

import pytest

from obamodel.disclosure.identifiers.birth_date import find_birth_dates


def find(text: str) -> list[str]:
    return [text[start:end] for start, end in find_birth_dates(text)]


@pytest.mark.parametrize(
    "date",
    [
        "12 March 1961",
        "12th March 1961",
        "the 12th of March, 1961",
        "12 Mar '61",
        "12-Mar-61",
        "March 12, 1961",
        "Friday 12 March 1961",
        "12/03/1961",
        "12.3.61",
        "12-03-1961",
        "12 03 1961",
        "1961-03-12",
        "1961 March 12",
        "12031961",
        "12 March",
        "March 1961",
    ],
)
@pytest.mark.parametrize("carrier", ["She was born on {}.", "DOB: {}", "Date of birth {}, at home"])
def test_a_date_near_a_word_for_birth_is_found_however_it_is_written(
    carrier: str, date: str
) -> None:
    assert find(carrier.format(date)) == [date]
    assert find(f"The group met on {date}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "3 May 1961 is her birthday",
        "3 May 1961 (date of birth)",
        "On 3 May 1961 she was born",
        "born in St Mary's Hospital, Colchester, on 3 May 1961",
        "Kim, b. 3 May 1961",
        "she gave birth on 3 May 1961",
    ],
)
def test_the_word_may_stand_before_or_after_at_a_little_distance(text: str) -> None:
    assert find(text) == ["3 May 1961"]


def test_several_dates_in_one_list_are_all_found() -> None:
    assert find("DOBs: 3/5/1961, 4/6/1963 and 5/7/1965") == ["3/5/1961", "4/6/1963", "5/7/1965"]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was on 3 May 2011.",
        "She was born in Essex. The meeting was on 3 May 2011.",
        "She was born in 1961.",
        "She was born in 1961, and we met on 3 May 2011.",
        "On 3 May 2011 Kim, born in 1961, came.",
        "The project was born on 3 May 2011.",
        "The newborn ward opened on 3 May 2011.",
        "Birth rates fell until 3 May 2011.",
    ],
)
def test_other_dates_and_years_alone_are_left(text: str) -> None:
    assert find(text) == []
