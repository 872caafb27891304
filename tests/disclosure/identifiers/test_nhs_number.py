"""Which NHS numbers are found?"""

import pytest

from obamodel.disclosure.identifiers.nhs_number import checks_out, find_nhs_numbers

# NHS Data Dictionary and codonPython's tests; the last valid one is the example in use for years.
VALID = ["9434765919", "9598980006", "8429141456", "2625792787", "8235363119", "6597925149"]
INVALID = ["9434765918", "9598980007"]


def find(text: str) -> list[str]:
    return [text[start:end] for start, end in find_nhs_numbers(text)]


@pytest.mark.parametrize("number", VALID)
@pytest.mark.parametrize("gap", ["", " ", "-", "  ", "."])
def test_ten_digits_that_check_are_found_in_one_or_in_groups(number: str, gap: str) -> None:
    written = gap.join([number[:3], number[3:6], number[6:]])
    assert find(f"It was {written}, she said.") == [written]


@pytest.mark.parametrize("number", INVALID)
def test_ten_digits_that_do_not_check_are_left(number: str) -> None:
    assert find(f"It was {number}, she said.") == []


def test_every_other_last_digit_is_wrong() -> None:
    assert [digit for digit in "0123456789" if checks_out(f"943476591{digit}")] == ["9"]


def test_a_change_of_one_digit_or_of_two_neighbours_is_noticed() -> None:
    number = "9434765919"
    for place in range(10):
        for digit in set("0123456789") - {number[place]}:
            assert not checks_out(number[:place] + digit + number[place + 1 :])
    for place in range(9):
        first, second = number[place], number[place + 1]
        if first != second:
            assert not checks_out(number[:place] + second + first + number[place + 2 :])


@pytest.mark.parametrize(
    "text",
    [
        "£9434765919",
        "19434765919",
        "94347659190",
        "0.9434765919",
        "943 476-5919",
        "ISBN 0198534531",
    ],
)
def test_part_of_another_number_is_left(text: str) -> None:
    assert find(text) == []
