"""Which web addresses are found, and what is only a little like one?"""

import pytest

from obamodel.disclosure.identifiers.web_address import find_web_addresses


def find(text: str) -> list[str]:
    spans = sorted(find_web_addresses(text))
    return [
        text[start:end]
        for start, end in spans
        if not any(
            other != (start, end) and other[0] <= start and end <= other[1] for other in spans
        )
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a?b=1&c=2#d",
        "HTTPS://EXAMPLE.ORG",
        "www.example.org/kim",
        "example.org/kim",
        "example.org",
        "example.co.uk",
        "people.essex.nhs.uk/a_(b)",
        "ftp://example.org/file.pdf",
    ],
)
def test_it_is_found_without_the_mark_that_ends_the_sentence(address: str) -> None:
    assert find(f"See {address}.") == [address]
    assert find(f"(see {address})") == [address]
    assert find(f"Is it {address}? Or not.") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "e.g. this, i.e. that, etc. and 3 p.m.",
        "It helped.Me too.",
        "the files feedback.toml and report.pdf",
        "version 1.2.3 and section 4.5",
        "http:// alone and www. alone",
        "We came.Net gains were small.",
        "a.b.c",
    ],
)
def test_what_is_only_a_little_like_one_is_left(text: str) -> None:
    assert find(text) == []
