"""How a value read from a file is shown in a message: as files write it, cut short."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from obamodel.domain.fields import show

_PLAIN_KEY = re.compile(r"[\w-]{1,40}", re.ASCII)


def show_value(value: Any) -> str:
    """Show a value as a person who reads the file would call it.

    Examples
    --------
    >>> show_value("on Monday"), show_value(True), show_value([1, 2])
    ('"on Monday"', 'true', 'a list')
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, datetime.datetime):
        return f"a date with an hour, {value.isoformat(sep=' ')}"
    if isinstance(value, datetime.date):
        return f"the date {value.isoformat()}"
    if isinstance(value, datetime.time):
        return f"the hour {value.isoformat()}"
    return show(value)


def show_key(key: str) -> str:
    """Show a key in quotation marks."""
    return show(key)


def show_step(step: str | int) -> str | int:
    """Show one step of a path, with anything odd in a key made visible.

    Examples
    --------
    >>> show_step("label"), show_step("two words")
    ('label', '"two words"')
    """
    return step if isinstance(step, int) or _PLAIN_KEY.fullmatch(step) else show(step)
