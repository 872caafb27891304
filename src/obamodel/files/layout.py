"""Where does everything stand in a TOML text?"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import define, field, frozen

from obamodel.errors import Step

Path = tuple[Step, ...]

_BLANK = re.compile(r"[ \t]*")
_BETWEEN = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_COMMENT = re.compile(r"#[^\n]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_QUOTATION = re.compile(
    r'"""(?:[^\\"]++|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^\\"\n]++|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^\s,\[\]{}#]+(?:[ ](?=\d\d:)[^\s,\]}#]+)?")


@frozen
class Value:
    """A value: where it begins and ends, and the values inside it."""

    path: Path
    start: int
    end: int
    kind: str = "scalar"
    parts: "tuple[Value, ...]" = ()

    @property
    def is_list(self) -> bool:
        """Whether it is written between [ and ]."""
        return self.kind == "list"


@frozen
class Statement:
    """A heading, or a key with its value."""

    path: Path
    start: int
    end: int
    under: Path = ()
    value: Value | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it is a [heading] or a [[heading]]."""
        return self.value is None


@frozen(slots=False)
class Layout:
    r"""Everything that stands in a TOML text, in its order, with the offset of each.

    Examples
    --------
    >>> layout = lay_out('[[risks]]\nid = "frost"\n')
    >>> [(statement.path, statement.start) for statement in layout.statements]
    [(('risks', 0), 0), (('risks', 0, 'id'), 10)]
    >>> layout.find_line(("risks", 0, "name"))
    1
    """

    text: str
    statements: tuple[Statement, ...]
    comments: tuple[tuple[int, int], ...]

    @cached_property
    def _offsets(self) -> dict[Path, int]:
        offsets: dict[Path, int] = {}
        for statement in self.statements:
            for length in range(1, len(statement.path) + 1):
                offsets.setdefault(statement.path[:length], statement.start)
            if statement.value is not None:
                for value in _go_through(statement.value):
                    offsets.setdefault(value.path, value.start)
        return offsets

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_of(self, offset: int) -> int:
        """Return the line in which an offset lies, counted from 1."""
        return bisect_right(self._line_starts, offset)

    def find_line(self, path: Path) -> int | None:
        """Return the line of a part, or of the smallest whole it would belong to."""
        while path:
            if path in self._offsets:
                return self.line_of(self._offsets[path])
            path = path[:-1]
        return None


def lay_out(text: str) -> Layout:
    """Find where everything stands in a text that Python's own reader has read without fault.

    Parameters
    ----------
    text
        A TOML text with line ends of one character.
    """
    scanner = _Scanner(text)
    return Layout(text, tuple(scanner.scan()), tuple(scanner.comments))


def _go_through(value: Value) -> Iterator[Value]:
    yield value
    for part in value.parts:
        yield from _go_through(part)


@define
class _Scanner:
    text: str
    at: int = 0
    comments: list[tuple[int, int]] = field(factory=list)
    _lengths: dict[Path, int] = field(factory=dict)

    def scan(self) -> Iterator[Statement]:
        under: Path = ()
        self._skip_between()
        while self.at < len(self.text):
            start = self.at
            if self.text[start] == "[":
                under = self._read_heading()
                yield Statement(under, start, self.at)
            else:
                path = under + self._read_key()
                value = self._read_value(path)
                yield Statement(path, start, self.at, under, value)
            self._skip_between()

    def _read_heading(self) -> Path:
        brackets = 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        steps = self._read_key()
        self.at += brackets
        path: Path = ()
        for step in steps[:-1]:
            path = (*path, step)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        path = (*path, steps[-1])
        if brackets == 2:
            self._lengths[path] = self._lengths.get(path, 0) + 1
            path = (*path, self._lengths[path] - 1)
        return path

    def _read_key(self) -> tuple[str, ...]:
        """Read a key with all its parts, and the = after it where one follows."""
        parts = []
        while True:
            self._skip(_BLANK)
            quoted = _QUOTATION.match(self.text, self.at)
            bare = _BARE_KEY.match(self.text, self.at)
            if quoted:
                parts.append(tomllib.loads(f"key = {quoted[0]}")["key"])
                self.at = quoted.end()
            else:
                assert bare is not None, "a key that Python's own reader has read"
                parts.append(bare[0])
                self.at = bare.end()
            self._skip(_BLANK)
            sign = self.text[self.at : self.at + 1]
            if sign in (".", "="):
                self.at += 1
            if sign != ".":
                return tuple(parts)

    def _read_value(self, path: Path) -> Value:
        self._skip(_BLANK)
        start = self.at
        if self.text[start] in "[{":
            kind = "list" if self.text[start] == "[" else "table"
            self.at += 1
            parts = tuple(self._read_parts(path, kind))
            self.at += 1
            return Value(path, start, self.at, kind, parts)
        pattern = _QUOTATION if self.text[start] in "\"'" else _SCALAR
        self._skip(pattern)
        assert self.at > start, "a value that Python's own reader has read"
        return Value(path, start, self.at)

    def _read_parts(self, path: Path, kind: str) -> Iterator[Value]:
        index = 0
        while True:
            self._skip_between()
            if self.text[self.at] in "]}":
                return
            if kind == "list":
                yield self._read_value((*path, index))
                index += 1
            else:
                yield self._read_value(path + self._read_key())
            self._skip_between()
            if self.text[self.at] == ",":
                self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _skip_between(self) -> None:
        start = self.at
        self._skip(_BETWEEN)
        for comment in _COMMENT.finditer(self.text, start, self.at):
            self.comments.append(comment.span())
