"""Which National Insurance numbers are found?"""

import pytest

from obamodel.disclosure.identifiers.national_insurance import find_national_insurance_numbers


def find(text: str) -> list[str]:
    return [text[start:end] for start, end in find_national_insurance_numbers(text)]


@pytest.mark.parametrize(
    "number",
    [
        "AB 12 34 56 C",
        "AB123456C",
        "ab123456c",
        "AB-12-34-56-C",
        "AB 123 456 C",
        "AB 12 34 56C",
        "QQ 12 34 56 C",
    ],
)
def test_it_is_found_however_it_is_grouped(number: str) -> None:
    assert find(f"Mine is {number}.") == [number]


# HMRC's National Insurance Manual, NIM39110, on what a number cannot begin with.
@pytest.mark.parametrize("prefix", ["DA", "AF", "IA", "QA", "AU", "VA", "AO", "BG", "GB", "ZZ"])
def test_letters_that_are_not_given_out_are_left(prefix: str) -> None:
    assert find(f"Ticket {prefix} 12 34 56 C") == []


def test_where_words_say_what_it_is_a_slip_in_the_letters_or_no_last_one_is_found_too() -> None:
    assert find("National Insurance number: GB 12 34 56 C") == ["GB 12 34 56 C"]
    assert find("my NI no. is AB123456, I think") == ["AB123456"]


@pytest.mark.parametrize(
    "text", ["course AB123456", "AB 12 34 56", "AB1234567C", "XAB123456C", "AB 12 34 56 E"]
)
def test_what_is_only_a_little_like_one_is_left(text: str) -> None:
    assert find(text) == []
