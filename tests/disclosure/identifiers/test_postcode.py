"""Which postcodes are found, and what is only a little like one?"""

import pytest

from obamodel.disclosure.identifiers.postcode import find_postcodes


def find(text: str) -> list[str]:
    return [text[start:end] for start, end in find_postcodes(text)]


# One for each form in Royal Mail's own list of forms, with Girobank's, which has one of its own.
FORMS = ["M1 1AA", "M60 1NW", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA"]


@pytest.mark.parametrize("postcode", FORMS)
def test_each_form_is_found_with_and_without_its_space_in_large_and_small_letters(
    postcode: str,
) -> None:
    for written in (postcode, postcode.replace(" ", ""), postcode.lower(), postcode.title()):
        assert find(f"They live at {written}.") == [written]


def test_the_space_may_be_wider_than_one() -> None:
    assert find("CM1  1SQ") == ["CM1  1SQ"]


@pytest.mark.parametrize(
    "text",
    [
        "factor B1, E4, and the A12",
        "the M25 2nd exit and the M1 1st junction",
        "room G12 4th floor",
        "a W3 5ft fence",
        "CM1 and SW1A",
        "The CM11SQX and the XCM1 1SQ",
        "AA1 1AA is of no area there is",
        "CM1 1CI has letters that are never used",
        "course HE12AB",
        "E10 5kg",
        "It was B12 3pm by then",
    ],
)
def test_what_is_only_a_little_like_one_is_left(text: str) -> None:
    assert find(text) == []
