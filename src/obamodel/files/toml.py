"""What a TOML text says, with everything wrong in its writing named at once."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from obamodel.errors import Fault
from obamodel.files.limits import find_excess, split_tokens

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_ASSIGNMENT = re.compile(r"""[ \t]*(?:[\w.-]|"[^"\n]*"|'[^'\n]*')+[ \t]*=""")
_HEADING = re.compile(r"[ \t]*\[{1,2}[ \t]*[A-Za-z_][\w. \t-]*\]{0,2}[ \t]*(?:#.*)?$")

_OPEN = ("a bracket is opened and not closed", "close it with ] or }")
_SPLIT = ("a table in { } runs over several lines", "write it on one line, or under a [heading]")

# What Python's own reader says, by how it begins, and what that means for whoever wrote the line.
_IN_PLAIN_WORDS = (
    (
        ("Cannot overwrite a value", "Duplicate inline table key"),
        ("written-twice", "this key was written before", "write each key once; keep one of them"),
    ),
    (
        ("Cannot declare", "Cannot redefine", "Cannot mutate"),
        (
            "written-twice",
            "this heading was written before, or for something else",
            "write [heading] once; for a list of things write [[heading]] over each",
        ),
    ),
    (
        ("Unterminated string", "Illegal character '\\n'", "Expected '\"", 'Expected "'),
        (
            "open-quotation",
            "a quotation mark is opened and not closed",
            'close it; use three, """, for words that run over several lines',
        ),
    ),
    (
        ("Unescaped", "Invalid hex", "Escaped character", "Not a valid"),
        (
            "backslash",
            "a backslash stands before something it does not go with",
            "write two backslashes for one",
        ),
    ),
    (
        ("Unclosed", "Expected ']"),
        ("open-bracket", *_OPEN),
    ),
    (
        ("Expected '='", "Invalid statement", "Invalid initial character"),
        ("not-toml", "this is not a line of the form: key = value", "write a key, = and a value"),
    ),
    (
        ("Expected newline",),
        (
            "not-toml",
            "something follows the value on its line",
            "put words in one pair of quotation marks, and each key on its own line",
        ),
    ),
    (
        ("Invalid date",),
        ("bad-date", "there is no such date", "check the day and the month"),
    ),
    (
        ("Invalid value",),
        ("not-toml", "there is no value, or it is not one", "put words in quotation marks"),
    ),
    (
        ("Illegal character", "Found invalid character"),
        ("unwritable-character", "there is a hidden character", "take the character out"),
    ),
)


@frozen
class Reading:
    """What was read, what was wrong, and the text with the wrong lines left empty."""

    document: dict[str, Any]
    faults: tuple[Fault, ...]
    text: str


def read_toml(text: str) -> Reading:
    r"""Read a TOML text; where it is not right, read on at the next line that can be understood.

    Examples
    --------
    >>> reading = read_toml('id = "walks\ntitle = "Walks"\n')
    >>> reading.document
    {'title': 'Walks'}
    >>> print(*reading.faults)  # doctest: +ELLIPSIS
    a quotation mark is opened and not closed; close it; ... [open-quotation]
    """
    # A reader of TOML takes both kinds of line ends for one, inside quotation marks too.
    text = text.replace("\r\n", "\n")
    excess = find_excess(text)
    if excess is not None:
        return Reading({}, (excess,), "")
    try:
        return Reading(tomllib.loads(text), (), text)
    except (tomllib.TOMLDecodeError, RecursionError):
        lines = text.split("\n")
    faults = list(_empty_what_stays_open(lines))
    # Reading on takes one more reading of the whole, so a long text gets fewer of them.
    for _ in range(1 + min(100, 5_000_000 // (len(text) + 1))):
        whole = "\n".join(lines)
        try:
            return Reading(tomllib.loads(whole), tuple(faults), whole)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            fault, at = _explain(error, lines)
        faults.append(fault)
        following = _find_next_statement(lines, at, at + 1)
        if following is None:
            break
        lines[at:following] = [""] * (following - at)
    # Whatever might be said of the rest would be guessed; what was found so far stands.
    return Reading({}, tuple(faults), "")


def _explain(error: Exception, lines: list[str]) -> tuple[Fault, int]:
    message = str(error)
    where = _WHERE.search(message)
    at = int(where[1]) - 1 if where and where[1] else _find_last_statement(lines)
    said = _WHERE.sub("", message)
    code, found, mend = next(
        (words for openings, words in _IN_PLAIN_WORDS if message.startswith(openings)),
        ("not-toml", f"this cannot be read ({said})", "mend the line"),
    )
    if re.search("=[^\"']*[\u2018\u2019\u201c-\u201e]", lines[at]):
        found, mend = "there are curly quotation marks", 'write straight ones, "like this"'
    return Fault(code, found, mend, line=at + 1), at


def _find_last_statement(lines: list[str]) -> int:
    """Find where something begins that the end of the file cut short."""
    for at in range(len(lines) - 1, -1, -1):
        if _ASSIGNMENT.match(lines[at]) or _HEADING.match(lines[at]):
            return at
    return 0


def _find_next_statement(lines: list[str], at: int, least: int) -> int | None:
    """Find the line at which reading can go on after a wrong one, if it can be told for sure."""
    begins_heading = lines[at].lstrip().startswith("[")
    following = least
    while following < len(lines):
        if _HEADING.match(lines[following]):
            break
        # What stands under a heading that cannot be read belongs to nothing that we know.
        if _ASSIGNMENT.match(lines[following]) and not begins_heading:
            break
        following += 1
    skipped = "\n".join(lines[at:following])
    if skipped.count('"""') % 2 or skipped.count("'''") % 2:
        return None
    return following


def _empty_what_stays_open(lines: list[str]) -> Iterator[Fault]:
    """Name what is opened and not closed, and empty its lines.

    Python's own reader reads on to the end of the file, and would blame a line far below.
    """
    opened: list[tuple[str, int]] = []
    is_split = False
    resume = 0
    for token, line in split_tokens("\n".join(lines)):
        if line < resume:
            continue
        if token.startswith(('"""', "'''")) and not (len(token) > 5 and token.endswith(token[:3])):
            found, mend = "three quotation marks are opened and not closed", f"add {token[:3]}"
            yield Fault("open-quotation", found, mend, line=line + 1)
            lines[line:] = [""] * (len(lines) - line)
            return
        if token in "[{":
            opened.append((token, line))
        elif token in "]}" and opened:
            _, began = opened.pop()
            if is_split and not opened:
                yield Fault("open-bracket", *_SPLIT, line=began + 1)
                resume = line + 1
                lines[began:resume] = [""] * (resume - began)
                is_split = False
        elif token == "\n" and opened:
            is_split = is_split or opened[-1][0] == "{"
            begins = _HEADING.match(lines[line + 1]) or _ASSIGNMENT.match(lines[line + 1])
            if begins is None or (opened[-1][0] == "{" and begins.re is _ASSIGNMENT):
                continue
            began = opened[0][1]
            yield Fault("open-bracket", *(_SPLIT if is_split else _OPEN), line=began + 1)
            following = _find_next_statement(lines, began, line + 1)
            if following is None:
                return
            lines[began:following] = [""] * (following - began)
            resume = following
            opened.clear()
            is_split = False
