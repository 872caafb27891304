"""How plain mappings are written as TOML that a person likes to read and edit."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

LONGEST_LINE = 100

# Signs that would be lost, or would show the line other than it is: line ends of all kinds, and
# what turns the direction of writing.
_HIDDEN = re.compile(
    '[\\\\"\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]'
)
_SINGLE_QUOTATION = re.compile(r'(?<![\\"])\\"(?!\\"|$)')
# Keys that hold the lower triangle of a matrix, row by row.
_TRIANGLES = ("covariance",)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_table(table: Mapping[str, Any]) -> str:
    """Write a whole file: the keys at its top, and then a heading for each thing.

    Examples
    --------
    >>> print(write_table({"id": "a", "risks": [{"id": "frost", "eased_by": ["salt"]}]}), end="")
    id = "a"
    <BLANKLINE>
    [[risks]]
    id = "frost"
    eased_by = ["salt"]
    """
    return "\n\n".join("\n".join(block) for block in _write_blocks(table, ())) + "\n"


def write_thing(name: str, thing: Mapping[str, Any], *, is_listed: bool) -> str:
    """Write one thing under a heading of its own, without the end of its last line.

    Examples
    --------
    >>> print(write_thing("risks", {"id": "frost"}, is_listed=True))
    [[risks]]
    id = "frost"
    """
    blocks = _write_blocks(thing, tuple(name.split(".")), is_listed=is_listed)
    return "\n\n".join("\n".join(block) for block in blocks)


def write_assignment(key: str, value: Any) -> str:
    """Write a key with its value.

    Examples
    --------
    >>> print(write_assignment("consent", {"state": "no"}))
    consent = {state = "no"}
    >>> print(write_assignment("forecast", [{"period": "2015/16", "value": 12.3}]))
    forecast = [
      {period = "2015/16", value = 12.3},
    ]
    """
    line = f"{key} = {write_value(value)}"
    if not isinstance(value, list) or not value:
        return line
    is_triangle = key in _TRIANGLES and len(value) > 1
    if not is_triangle and not _are_of_periods(value) and len(line) <= LONGEST_LINE:
        return line
    rows = _split_triangle(value) if is_triangle else ([item] for item in value)
    lines = ("  " + " ".join(f"{write_inline(item)}," for item in row) for row in rows)
    return "\n".join([f"{key} = [", *lines, "]"])


def write_value(value: Any) -> str:
    r"""Write a value; a text of several lines as it would be printed.

    Examples
    --------
    >>> write_value("two\nlines").splitlines()[1:2]
    ['two']
    """
    if isinstance(value, str) and "\n" in value:
        lines = "\n".join(_HIDDEN.sub(_escape, line) for line in value.split("\n"))
        # Quotation marks need a backslash only where they would end the text.
        return '"""\n' + _SINGLE_QUOTATION.sub('"', lines) + '"""'
    return write_inline(value)


def write_inline(value: Any) -> str:
    """Write a value on one line, whatever it is.

    Examples
    --------
    >>> print(write_inline(["walks", 1, True]))
    ["walks", 1, true]
    """
    if isinstance(value, str):
        return f'"{_HIDDEN.sub(_escape, value)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(write_inline(item) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {write_inline(part)}' for key, part in value.items())}}}"
    # Python's own way of writing a number is read back as the same number, also by TOML.
    return repr(value)


def _escape(match: "re.Match[str]") -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}"


def _write_blocks(
    table: Mapping[str, Any], steps: tuple[str, ...], *, is_listed: bool = False
) -> Iterator[list[str]]:
    """Write a table as blocks of lines: its own keys first, then what needs headings."""
    below: list[tuple[str, Any]] = []
    name = ".".join(steps)
    block = [f"[[{name}]]" if is_listed else f"[{name}]"] if steps else []
    for key, value in table.items():
        if _needs_heading(key, value):
            below.append((key, value))
        else:
            block.append(write_assignment(key, value))
    if block:
        yield block
    for key, value in below:
        for part in value if isinstance(value, list) else (value,):
            yield from _write_blocks(part, (*steps, key), is_listed=isinstance(value, list))


def _are_of_periods(value: list[Any]) -> bool:
    """Whether each says something of one period: such belong below one another, as in a table."""
    return all(isinstance(item, Mapping) and "period" in item for item in value)


def _split_triangle(value: list[Any]) -> Iterator[list[Any]]:
    """Split the lower triangle of a matrix into its rows, each one longer than the one before."""
    start, length = 0, 1
    while start < len(value):
        yield value[start : start + length]
        start, length = start + length, length + 1


def _needs_heading(key: str, value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and isinstance(value[0], Mapping) and not _are_of_periods(value)
    if not isinstance(value, Mapping):
        return False
    written = write_assignment(key, value)
    holds_list = any(_needs_heading(part, held) for part, held in value.items())
    return holds_list or len(written) > LONGEST_LINE or "\\n" in written
