"""Reads a form that was filled in as Markdown: each answer stands between two comments."""

import re
from collections.abc import Iterator

from attrs import define, field

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.filled_forms.filled_form import (
    ROOM_NAME,
    FilledForm,
    Line,
    end_lines_alike,
    gather_answers,
)
from obamodel.files.reading import decode

# Bounded everywhere, so that no text can keep the search busy.
_MARK = re.compile(
    r"<!--[ \t]{0,20}(?:answer:[ \t]{0,20}(?P<name>[^\s<>]{1,200})|end of answer)[ \t]{0,20}-->",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown_form(content: bytes, name: str) -> FilledForm:
    r"""Read a form that was filled in as Markdown.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.

    Raises
    ------
    InvalidError
        Naming every mark that has lost its partner, with its line.

    Examples
    --------
    >>> text = b"What now?\n\n<!-- answer: now -->\nMeet \\*again\\*.\n<!-- end of answer -->\n"
    >>> dict(read_markdown_form(text, "form.md").answers)
    {'now': 'Meet *again*.'}
    """
    text = end_lines_alike(decode(content, name))
    reading = _Reading(name)
    reading.go_through(text)
    if reading.faults:
        raise InvalidError(name, reading.faults)
    return gather_answers(name, reading.found, reading.course)


def unescape(text: str) -> str:
    r"""Read signs that have a backslash before them as themselves, as Markdown does.

    Examples
    --------
    >>> print(unescape(r"1\. \<b\> \| x"))
    1. <b> | x
    """
    return _ESCAPED.sub(r"\1", text)


@define
class _Reading:
    file: str
    found: list[tuple[str, str, int | None]] = field(factory=list)
    course: list[Line] = field(factory=list)
    faults: list[Fault] = field(factory=list)

    def go_through(self, text: str) -> None:
        is_open, name, since = False, "", 1
        for said, mark, line in _cut_at_marks(text):
            if is_open:
                self.found.append((name, unescape(said), since))
            else:
                self.course += map(Line, said.split("\n"))
            if mark is None:
                if is_open:
                    self._complain("not-ended", f"{show(name)} begins here and never ends", since)
                return
            opens = mark["name"] is not None
            if opens and is_open:
                found = f"{show(name)} has not ended where another answer begins"
                self._complain("not-ended", found, line)
            elif not opens and not is_open:
                found = "an answer ends here, and none has begun"
                self._complain("not-begun", found, line)
            is_open = opens
            if mark["name"] is not None:
                name, since = mark["name"], line
                self.course.append(Line(room=name))
                if not ROOM_NAME.fullmatch(name):
                    self._complain("bad-name", f"no answer can be called {show(name)}", line)

    def _complain(self, code: str, found: str, line: int) -> None:
        mend = (
            'put "<!-- answer: its-name -->" above each answer and "<!-- end of answer -->" below, '
            "as they were printed"
        )
        self.faults.append(Fault(code, found, mend, file=self.file, line=line))


def _cut_at_marks(text: str) -> Iterator[tuple[str, "re.Match[str] | None", int]]:
    """Cut a text at each mark: what stands before it, the mark, and its line."""
    start, line = 0, 1
    for mark in _MARK.finditer(text):
        line += text.count("\n", start, mark.start())
        yield text[start : mark.start()], mark, line
        start = mark.end()
    yield text[start:], None, line
