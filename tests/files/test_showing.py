"""Values are shown as files write them, not as Python does."""

import datetime

import pytest

from obamodel.files.showing import show_step, show_value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "null"),
        (False, "false"),
        (12, "12"),
        ("on Monday", '"on Monday"'),
        ({"a": 1}, "a table"),
        ([], "a list"),
        (datetime.date(2011, 8, 5), "the date 2011-08-05"),
        (datetime.datetime(2011, 8, 5, 10, 30), "a date with an hour, 2011-08-05 10:30:00"),  # noqa: DTZ001
        (datetime.time(10, 30), "the hour 10:30:00"),
    ],
)
def test_a_value_is_called_what_a_person_would_call_it(value: object, shown: str) -> None:
    assert show_value(value) == shown


def test_an_escape_sign_in_a_key_cannot_colour_a_terminal() -> None:
    assert "\x1b" not in str(show_step("\x1b[31mred"))
    assert "U+001B" in str(show_step("\x1b[31mred"))


def test_a_very_long_key_is_cut_short() -> None:
    assert len(str(show_step("x" * 10_000))) <= 60
