"""Which e-mail addresses are found, and what is only a little like one?"""

import pytest

from obamodel.disclosure.identifiers.e_mail import find_e_mail_addresses


def find(text: str) -> list[str]:
    return [text[start:end] for start, end in find_e_mail_addresses(text)]


@pytest.mark.parametrize(
    "address",
    [
        "kim@example.org",
        "KIM@EXAMPLE.ORG",
        "o'neill@example.org",
        "a.person+group@mail.example.co.uk",
        "kim @ example.org",
        "kim(at)example.org",
        "kim (at) example (dot) org",
        "kim[at]example[dot]co[dot]uk",
        "kim at example dot org",
        "Kim At Example Dot Org",
        "KIM AT EXAMPLE DOT ORG DOT UK",
        "a.person at example.org",
        "zoë@example.org",
    ],
)
def test_it_is_found_whole_and_without_what_stands_around_it(address: str) -> None:
    assert find(f"Write to {address}, or ring.") == [address]
    assert find(f"({address})") == [address]
    assert find(f"{address}.") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "5 places @ 4.50 each",
        "Follow @example on the day",
        "We looked at the dot on the map.",
        "Look at example.org for more.",
        "They met at noon.",
        "kim@",
        "@example.org",
        "a@b",
    ],
)
def test_what_is_only_a_little_like_one_is_left(text: str) -> None:
    assert find(text) == []


def test_several_in_one_text_are_each_found() -> None:
    assert find("a@x.org;b@x.org, c at x dot org") == ["a@x.org", "b@x.org", "c at x dot org"]
