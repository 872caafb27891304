"""What would keep a reader busy for ever is found beforehand."""

import time

import pytest

from obamodel.files.limits import find_excess


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = " + "[" * 100_000, "brackets stand more than 64 deep"),
        ("x = " + "{a=" * 100_000, "brackets stand more than 64 deep"),
        ("a" + ".b" * 20_000 + " = 1", "a key has more than 32 parts"),
        ("a" + " . b" * 20_000 + " = 1", "a key has more than 32 parts"),
        ("[" + "a." * 20_000 + "b]", "a key has more than 32 parts"),
        ("x = " + "9" * 5_000, "found a number of 5000 digits"),
    ],
)
def test_what_is_too_deep_or_too_long_is_named_at_once(text: str, found: str) -> None:
    began = time.perf_counter()
    fault = find_excess(text)
    assert fault is not None
    assert (fault.found, fault.line) == (found, 1)
    # Python's own reader needs seconds and gigabytes for some of these.
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "text",
    [
        'x = "' + "[" * 1_000 + '"',
        "# " + "[" * 1_000,
        'x = """\n' + "[.\n" * 1_000 + '"""',
        "x = '''" + "." * 1_000 + "'''",
        "x = [" + "[], " * 1_000 + "]",
        "x = 1.5\n" * 1_000,
        'x = "' + "1" * 1_000 + '"',
    ],
)
def test_brackets_points_and_digits_in_words_do_not_count(text: str) -> None:
    assert find_excess(text) is None


def test_sixty_four_brackets_are_let_through_and_one_more_is_not() -> None:
    assert find_excess("x = " + "[" * 64 + "]" * 64) is None
    assert find_excess("x = " + "[" * 65 + "]" * 65) is not None


def test_a_quarter_of_a_million_keys_and_values_are_let_through_and_one_more_is_not() -> None:
    assert find_excess("x = [" + "1," * 249_998 + "1]") is None
    fault = find_excess("x = [" + "1," * 249_999 + "1]")
    assert fault is not None
    assert fault.found == "it has more than 250,000 keys, lists and values"
