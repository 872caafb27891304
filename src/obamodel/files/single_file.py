"""An evaluation as one JSON file, in its one canonical form."""

import json
import re
from bisect import bisect_right
from typing import Any

from attrs import define, field, frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import Fault, Step
from obamodel.files.document import write_document
from obamodel.files.limits import find_excess

Path = tuple[Step, ...]

_SPACE = re.compile(r"[ \t\r\n]*")
_QUOTATION = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_WORD = re.compile(r"[^\s,\]}]+")
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity")

_IN_PLAIN_WORDS = (
    ("Expecting ',' delimiter", "a comma is missing", 'write "key": value, and a comma after each'),
    ("Expecting property name", "there is no key", 'write "key": value, no comma after the last'),
    ("Illegal trailing comma", "a comma follows the last one", "take the comma away"),
    ("Expecting ':' delimiter", "a colon is missing", 'write "key": value'),
    ("Expecting value", "there is no value, or it is not one", "put words in quotation marks"),
    ("Unterminated string", "a quotation mark is opened and not closed", "close it"),
    ("Invalid control character", "a line ends inside words", "write \\n for the end of a line"),
    ("Invalid \\", "a backslash stands before something it does not go with", "write \\\\ for one"),
    ("Extra data", "something follows the end", "keep one evaluation in the file"),
)


@frozen
class JsonReading:
    """What was read, and what was wrong with its writing; without a document, all of it was."""

    document: dict[str, Any] | None
    faults: tuple[Fault, ...]


def write_json(evaluation: Evaluation) -> str:
    """Write an evaluation as JSON: two spaces, keys in the order of the fields, a last line end.

    Examples
    --------
    >>> print(write_json(Evaluation(id="small", title="A small one")), end="")
    {
      "schema_version": 1,
      "id": "small",
      "title": "A small one"
    }
    """
    return json.dumps(write_document(evaluation), indent=2, ensure_ascii=False) + "\n"


def read_json(text: str) -> JsonReading:
    r"""Read a JSON text; a key written twice or a number that is none is refused by its line.

    Examples
    --------
    >>> print(*read_json('{"id": "a",\n "id": "b"}').faults)
    id: this key was written before; write each key once; keep one of them [written-twice]
    """
    excess = find_excess(text)
    if excess is not None:
        return JsonReading(None, (excess,))
    hidden: list[str] = []

    def keep_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            hidden.append("a key written twice, of which only the last would count")
        return dict(pairs)

    def keep_word(word: str) -> float:
        hidden.append("a word for something that is not a number")
        return float(word)

    try:
        document = json.loads(text, object_pairs_hook=keep_pairs, parse_constant=keep_word)
    except (json.JSONDecodeError, RecursionError) as error:
        return JsonReading(None, (_explain(error),))
    if not isinstance(document, dict):
        found = "the file does not hold one evaluation"
        return JsonReading(None, (Fault("wrong-type", found, "begin it with { and a key"),))
    return JsonReading(document, tuple(find_lines(text).faults) if hidden else ())


def find_lines(text: str) -> "JsonLines":
    """Find on which line each part of a JSON text stands."""
    lines = JsonLines(text)
    lines.read_value(())
    return lines


def _explain(error: json.JSONDecodeError | RecursionError) -> Fault:
    message = getattr(error, "msg", str(error))
    line = getattr(error, "lineno", None)
    if isinstance(error, json.JSONDecodeError):
        before = error.doc[: error.pos].rstrip()
        if before.endswith(",") and error.doc[error.pos :].startswith(("}", "]")):
            # From Python 3.13 on it names the comma; before, the bracket that follows it.
            message, line = "Illegal trailing comma", before.count("\n") + 1
    for opening, found, mend in _IN_PLAIN_WORDS:
        if message.startswith(opening):
            return Fault("not-json", found, mend, line=line)
    return Fault("not-json", f"this cannot be read ({message})", "mend the line", line=line)


@define
class JsonLines:
    """On which line each part of a JSON text stands; the text is known to be JSON."""

    text: str
    faults: list[Fault] = field(factory=list)
    _at: int = 0
    _offsets: dict[Path, int] = field(factory=dict)
    _starts: list[int] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def find_line(self, path: Path) -> int | None:
        """Return the line of a part, or of the smallest whole it would belong to."""
        while path not in self._offsets:
            if not path:
                return None
            path = path[:-1]
        return bisect_right(self._starts, self._offsets[path])

    def read_value(self, path: Path) -> None:
        """Go through a value and everything in it."""
        self._skip(_SPACE)
        self._offsets.setdefault(path, self._at)
        opening = self.text[self._at]
        if opening in "[{":
            self._at += 1
            self._read_parts(path, is_list=opening == "[")
            self._at += 1
            return
        match = (_QUOTATION if opening == '"' else _WORD).match(self.text, self._at)
        assert match is not None, "a value that Python's own reader has read"
        self._at = match.end()
        if match[0] in _NOT_NUMBERS:
            found, mend = f"found {match[0]}, which is not a number", "write an ordinary number"
            self._tell("not-finite", found, mend, path)

    def _read_parts(self, path: Path, *, is_list: bool) -> None:
        index = 0
        seen: set[str] = set()
        while True:
            self._skip(_SPACE)
            if self.text[self._at] in "]}":
                return
            if self.text[self._at] == ",":
                self._at += 1
                self._skip(_SPACE)
            if is_list:
                self.read_value((*path, index))
                index += 1
                continue
            match = _QUOTATION.match(self.text, self._at)
            assert match is not None, "a key that Python's own reader has read"
            key: str = json.loads(match[0])
            if key in seen:
                found, mend = "this key was written before", "write each key once; keep one of them"
                self._tell("written-twice", found, mend, (*path, key))
            seen.add(key)
            self._offsets.setdefault((*path, key), self._at)
            self._at = match.end()
            self._skip(_SPACE)
            self._at += 1
            self.read_value((*path, key))

    def _tell(self, code: str, found: str, mend: str, path: Path) -> None:
        line = bisect_right(self._starts, self._at)
        self.faults.append(Fault(code, found, mend, path=path, line=line))

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self._at)
        self._at = match.end() if match else self._at
