"""Which messages are there? An example of each, collected while the tests run.

The page that explains them is made from these examples. To collect them anew, after a message was
added or reworded, run every test with this file as a plug-in:

    OBAMODEL_DATA=... pytest -p tests.messages tests src

What is kept of each code is one message of each room that gives it, and no two that read alike. A
run of some tests only replaces the examples of the messages that these see.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "obamodel"
CATALOGUE = ROOT / "docs" / "_messages" / "messages.json"

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TELLING = ("refuse", "tell", "doubt")
_FOR_EACH = 3
_TYPICAL = 90


class Pattern(NamedTuple):
    """What a place in the source says with a code: how the two halves of the message read."""

    found: re.Pattern[str]
    mend: re.Pattern[str]


def find_patterns(*, everywhere: bool = False) -> dict[str, list[Pattern]]:
    """Find every code that is written out in the source, and how its messages read.

    With ``everywhere``, also where something looks like a code with two texts behind it, whatever
    it is that gets them.
    """
    patterns: dict[str, list[Pattern]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (everywhere or _tells(node.func)):
                code, *rest = _find_code(node)
                if code:
                    found, mend = (*rest, None, None)[:2]
                    pattern = Pattern(_make_pattern(found), _make_pattern(mend))
                    patterns.setdefault(code, []).append(pattern)
            elif everywhere and isinstance(node, ast.Tuple) and len(node.elts) > 2:
                # A row of a table of messages: the code first, and how to mend it last.
                first = node.elts[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    pattern = Pattern(_make_pattern(None), _make_pattern(node.elts[-1]))
                    patterns.setdefault(first.value, []).append(pattern)
    return patterns


def _tells(called: ast.expr) -> bool:
    return _name(called) == "Fault" or _name(called).strip("_").startswith(_TELLING)


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")


def _find_code(node: ast.Call) -> Iterator[Any]:
    """Go from the code to the two texts behind it, wherever among the arguments it stands."""
    # In front of the code can stand the place, as a word of its own.
    for at in range(min(len(node.args), 3) - 1, -1, -1):
        one = node.args[at]
        written = one.value if isinstance(one, ast.Constant) else None
        # Of many rows, what is found and how to mend it is told by a function.
        least = 0 if _is_fault(node) else 1 if _name(node.func) == "refuse_rows" else 2
        is_told = len(node.args) > at + least and not _is_code_of_another(node.args[at + 1 :])
        if isinstance(written, str) and _CODE.fullmatch(written) and is_told:
            yield written
            yield from node.args[at + 1 : at + 3]
            return
    yield None


def _is_code_of_another(behind: list[ast.expr]) -> bool:
    """Whether what stands behind a word is the code, handed on from another problem."""
    return bool(behind) and isinstance(behind[0], ast.Attribute) and behind[0].attr == "code"


def _is_fault(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "Fault"


def _make_pattern(written: ast.expr | None) -> re.Pattern[str]:
    """Make a pattern of a text in the source, with anything where it puts something in."""
    if isinstance(written, ast.Constant):
        parts = [re.escape(str(written.value))]
    elif isinstance(written, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*"
            for part in written.values
        ]
    else:
        parts = [".*"]
    return re.compile("".join(parts), re.DOTALL)


# --- collecting --------------------------------------------------------------------------


class Collector:
    """Watches which problems are told while the tests run."""

    def __init__(self, part: Path) -> None:
        self.part = part
        self.is_invented = False
        self.seen: dict[str, dict[str, dict[str, str]]] = {}

    def watch(self, kind: type) -> None:
        """Have every problem that the library tells from now on looked at."""
        make = kind.__init__  # type: ignore[misc]  # it is called as it was before

        @wraps(make)
        def make_and_look(fault: Any, *arguments: Any, **named: Any) -> None:
            make(fault, *arguments, **named)
            if not self.is_invented:
                self.look(fault)

        kind.__init__ = make_and_look  # type: ignore[misc]

    def look(self, fault: Any) -> None:
        """Keep a problem if it is the best example so far of what its room says."""
        room = _find_room()
        says = str(fault)
        if room is None:
            return
        example = {"says": says, "found": fault.found, "mend": fault.mend}
        rooms = self.seen.setdefault(fault.code, {})
        if room not in rooms or _rank(example) < _rank(rooms[room]):
            rooms[room] = example

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Any:
        """Leave out what Hypothesis makes up: nobody would write such files."""
        self.is_invented = hasattr(getattr(item, "obj", None), "hypothesis")
        try:
            return (yield)
        finally:
            self.is_invented = False

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Keep what was seen; the last to finish writes the catalogue."""
        self.part.parent.mkdir(exist_ok=True)
        self.part.write_text(json.dumps(self.seen), encoding="utf-8")
        if not hasattr(session.config, "workerinput"):
            _put_together()


def pytest_configure(config: pytest.Config) -> None:
    """Join the run, in each of its processes."""
    from obamodel.errors import Fault

    worker = getattr(config, "workerinput", {}).get("workerid", "main")
    collector = Collector(CATALOGUE.parent / f"{worker}.part")
    collector.watch(Fault)
    config.pluginmanager.register(collector, "collector-of-messages")


def _find_room() -> str | None:
    """Return the room of the library that tells a problem; none where a test does."""
    frame: FrameType | None = sys._getframe(3)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        # Moving a problem to its place is not telling it.
        if path.name != "errors.py" and path.is_relative_to(SOURCE):
            return path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if path.is_relative_to(ROOT) and path.name != "errors.py":
            return None
        frame = frame.f_back
    return None


def _rank(example: dict[str, str]) -> tuple[bool, int, str]:
    """Put an example of plain letters and a usual length first."""
    says = example["says"]
    return "<U+" in says or not says.isascii(), abs(len(says) - _TYPICAL), says


def _put_together() -> None:
    known = find_patterns()
    seen: dict[str, dict[str, dict[str, str]]] = {}
    for part in sorted(CATALOGUE.parent.glob("*.part")):
        for code, rooms in json.loads(part.read_text(encoding="utf-8")).items():
            for room, example in rooms.items():
                before = seen.setdefault(code, {}).get(room)
                if before is None or _rank(example) < _rank(before):
                    seen[code][room] = example
        part.unlink()
    held = json.loads(CATALOGUE.read_text(encoding="utf-8")) if CATALOGUE.exists() else {}
    named = find_patterns(everywhere=True)
    catalogue = {code: examples for code, examples in held.items() if code in named}
    for code, rooms in sorted(seen.items()):
        told = {example["mend"]: example for _, example in sorted(rooms.items())}
        catalogue[code] = sorted(told.values(), key=_rank)[:_FOR_EACH]
    ordered = dict(sorted(catalogue.items()))
    CATALOGUE.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for code in sorted(set(known).difference(catalogue)):
        sys.stdout.write(f"no test sees the message {code}\n")
