"""TOML as people write it: every legal way of saying the same thing, with comments all over."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from obamodel.files.composing import write_inline


class Hand:
    """Somebody who writes TOML by hand and leaves a numbered comment wherever there is room.

    Parameters
    ----------
    chance
        Decides between the ways of writing.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.comments: list[str] = []

    def write(self, table: Mapping[str, Any]) -> str:
        """Write one file."""
        lines = [*self._maybe_comment_line(), *self._write_body(table, (), ())]
        return "\n".join([*lines, *self._maybe_comment_line()]) + self.chance.choice(
            ["\n", "", "\n\n"]
        )

    def _say(self) -> str:
        self.comments.append(f"# remark {len(self.comments)}!")
        return self.comments[-1]

    def _maybe_comment_line(self) -> Iterator[str]:
        if self.chance.random() < 0.2:
            yield ""
        if self.chance.random() < 0.3:
            yield self.chance.choice(["", "  ", "\t"]) + self._say()
        if self.chance.random() < 0.1:
            yield ""

    def _maybe_behind(self) -> str:
        return "  " + self._say() if self.chance.random() < 0.2 else ""

    def _write_body(
        self, table: Mapping[str, Any], path: tuple[str, ...], dotted: tuple[str, ...]
    ) -> Iterator[str]:
        """Write the keys of a table under a heading, and below them what gets its own heading."""
        below = []
        for key, value in table.items():
            if self._wants_heading(value) and not dotted:
                below.append((key, value))
            elif isinstance(value, Mapping) and value and self.chance.random() < 0.4:
                yield from self._write_body(value, path, (*dotted, key))
            else:
                yield from self._maybe_comment_line()
                name = ".".join([*dotted, key])
                equals = self.chance.choice([" = ", "=", "  =  "])
                indent = self.chance.choice(["", "", "  "])
                yield f"{indent}{name}{equals}{self._write_value(value)}{self._maybe_behind()}"
        for key, value in below:
            is_listed = isinstance(value, list)
            for part in value if is_listed else (value,):
                yield from self._maybe_comment_line()
                name = ".".join([*path, key])
                yield (f"[[{name}]]" if is_listed else f"[ {name} ]") + self._maybe_behind()
                yield from self._write_body(part, (*path, key), ())

    def _wants_heading(self, value: Any) -> bool:
        if isinstance(value, list):
            return bool(value) and isinstance(value[0], Mapping) and self.chance.random() < 0.7
        return isinstance(value, Mapping) and self.chance.random() < 0.4

    def _write_value(self, value: Any) -> str:
        if isinstance(value, list):
            return self._write_list(value)
        if isinstance(value, str):
            return self._write_text(value)
        return write_inline(value)

    def _write_list(self, value: list[Any]) -> str:
        if self.chance.random() < 0.4:
            return write_inline(value)
        lines = ["["]
        for index, item in enumerate(value):
            lines += self._maybe_comment_line()
            comma = "," if index < len(value) - 1 or self.chance.random() < 0.7 else ""
            lines.append(f"    {write_inline(item)}{comma}{self._maybe_behind()}")
        return "\n".join([*lines, *self._maybe_comment_line(), "]"])

    def _write_text(self, value: str) -> str:
        plain = all(char.isprintable() for char in value) and "'" not in value
        if plain and self.chance.random() < 0.3:
            return f"'{value}'"
        if plain and '"' not in value and "\\" not in value and self.chance.random() < 0.2:
            return f'"""{value}"""'
        return write_inline(value)
