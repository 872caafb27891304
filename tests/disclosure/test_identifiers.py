"""What would lead to a person is taken out."""

import pytest

from obamodel.disclosure.identifiers import remove_identifiers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to a.person+x@some-place.example.org please", "e-mail address"),
        ("ring 01245 496 000 after six", "telephone number"),
        ("ring (01245) 496000 after six", "telephone number"),
        ("text 07700 900123", "telephone number"),
        ("text +44 7700 900123", "telephone number"),
        ("lives at CM1 1SQ", "postcode"),
        ("lives at SW1A 1AA", "postcode"),
        ("see https://example.org/me?x=1", "web address"),
        ("see www.example.org", "web address"),
        ("number QQ 12 34 56 C", "National Insurance number"),
    ],
)
def test_each_kind_is_replaced_by_what_it_was(text: str, kind: str) -> None:
    cleaned = remove_identifiers(text)
    assert f"[{kind} removed]" in cleaned
    assert not any(character.isdigit() for character in cleaned)


@pytest.mark.parametrize(
    "text",
    [
        "In 2010/11 about 45 members came to 6 places.",
        "The B1 factor and the A12 road.",
        "From 2011-10-28 to 2012-08-31.",
        "It cost 1,000,000 pounds over 3 years.",
    ],
)
def test_ordinary_numbers_and_dates_are_left_alone(text: str) -> None:
    assert remove_identifiers(text) == text
