"""Reads a form that was filled in as a Word document: each answer stands in a content control.

A content control of Word is an element ``sdt``: its properties hold a tag, which is our name for
the place, and say whether only its prompt is shown; its content is what people wrote. Programs that
save such a file may put the control inside a line or a table, and cut its words into many runs.
"""

import functools
from collections.abc import Iterator, Mapping

import attrs
from attrs import define, field

from obamodel.errors import Fault, InvalidError
from obamodel.files.filled_forms.filled_form import ROOM_NAME, FilledForm, Line, gather_answers
from obamodel.files.grids.archives import unpack
from obamodel.files.grids.markup import Ends, Starts, go_through

PROMPT = "Write here."
"""What stands in a place while it is empty: no part of an answer."""

_MAIN = "word/document.xml"
_RELATIONS = "_rels/.rels"
_OLD_FORM = b"\xd0\xcf\x11\xe0"
_MEND = "open it in Word or LibreOffice, and save it anew as .docx"
_NO = ("0", "false", "off")
# What was taken out while changes were tracked, and what is there a second time for old programs.
_PASSED_OVER = ("del", "moveFrom", "Fallback")
# How programs lay a break into a line.
_WITHIN = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}


def read_word_form(content: bytes, name: str) -> FilledForm:
    """Read a form that was filled in as a Word document.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.

    Raises
    ------
    InvalidError
        When it is no Word document, is damaged or too large, or has no place for an answer.
    """
    if content.startswith(_OLD_FORM):
        found = "it is a Word file of the older kind, or one with a password"
        mend = "save it as .docx, without a password"
        raise InvalidError(name, [Fault("not-a-form", found, mend, file=name)])
    reading = _Reading()
    try:
        reading.go_through(_find_main_part(content, name), name)
    except InvalidError as error:
        # These readers speak of workbooks, for which they were made.
        faults = [
            attrs.evolve(fault, code=fault.code.replace("workbook", "form"), mend=_MEND)
            for fault in error.faults
        ]
        raise InvalidError(name, faults) from None
    return gather_answers(name, reading.list_answers(), reading.list_course())


def _find_main_part(content: bytes, name: str) -> bytes:
    try:
        parts = unpack(content, name)
    except InvalidError:
        raise
    # The program that unpacks has a dozen ways to say that a file is damaged.
    except Exception:
        found = "it is damaged, and cannot be unpacked"
        raise InvalidError(name, [Fault("damaged", found, _MEND, file=name)]) from None
    place = _MAIN
    targets: list[str] = []

    def note(given: Mapping[str, str]) -> None:
        if given.get("Type", "").endswith("/officeDocument"):
            targets.append(given.get("Target", "").lstrip("/"))

    if _RELATIONS in parts:
        go_through(parts[_RELATIONS], name, {"Relationship": note})
        place = next((one for one in targets if one in parts), _MAIN)
    if place not in parts or not place.startswith("word/"):
        found = "it is a packed file, but no Word document"
        raise InvalidError(name, [Fault("not-a-form", found, _MEND, file=name)])
    return parts[place]


def drop_prompt(text: str) -> str:
    r"""Take our prompt away, where somebody has written below it and not in its stead.

    Examples
    --------
    >>> drop_prompt("Write here.\nWe met.\n"), drop_prompt("We met.")
    ('We met.\n', 'We met.')
    """
    first, _, rest = text.lstrip().partition("\n")
    return rest if first.strip() == PROMPT else text


@define(eq=False)
class _Control:
    """One place to write in, or anything of the same kind without a name; or the whole page."""

    name: str = ""
    is_prompt: bool = False
    parts: "list[list[str] | _Control]" = field(factory=list)

    def add(self, words: str) -> None:
        if not self.parts or isinstance(self.parts[-1], _Control):
            self.begin_line()
        last = self.parts[-1]
        assert isinstance(last, list)
        last.append(words)

    def begin_line(self) -> None:
        self.parts.append([])

    @property
    def text(self) -> str:
        return "\n".join("".join(words) for words in self.parts if isinstance(words, list))

    @property
    def answer(self) -> str:
        text, written = self.text, drop_prompt(self.text)
        # Where Word shows a prompt of its own, it is in whatever language the computer speaks.
        return "" if self.is_prompt and written == text else written


@define
class _Reading:
    """Goes through a document once, and puts each word where it belongs."""

    page: _Control = field(factory=_Control)
    rooms: list[_Control] = field(factory=list)
    _open: list[_Control] = field(factory=list)
    _in_properties: int = 0
    _in_run: int = 0
    _in_words: int = 0
    _passing_over: int = 0

    def list_answers(self) -> list[tuple[str, str, int | None]]:
        return [(room.name, room.answer, None) for room in self.rooms]

    def list_course(self) -> Iterator[Line]:
        for part in self.page.parts:
            if isinstance(part, _Control):
                yield Line(room=part.name)
            else:
                yield from map(Line, "".join(part).split("\n"))

    def go_through(self, part: bytes, name: str) -> None:
        starts: Starts = {
            "sdt": lambda _: self._open.append(_Control()),
            "sdtPr": lambda _: self._step("_in_properties", 1),
            "tag": self._name,
            "showingPlcHdr": self._mark_as_prompt,
            "p": lambda _: self._begin_line(),
            "r": lambda _: self._step("_in_run", 1),
            "t": lambda _: self._step("_in_words", 1),
            **{one: lambda _: self._step("_passing_over", 1) for one in _PASSED_OVER},
            **{one: functools.partial(self._add_sign, sign) for one, sign in _WITHIN.items()},
        }
        ends: Ends = {
            "sdt": self._close,
            "sdtPr": lambda: self._step("_in_properties", -1),
            "r": lambda: self._step("_in_run", -1),
            "t": lambda: self._step("_in_words", -1),
            **{one: lambda: self._step("_passing_over", -1) for one in _PASSED_OVER},
        }
        go_through(part, name, starts, ends, self._add_words)

    def _step(self, where: str, by: int) -> None:
        setattr(self, where, getattr(self, where) + by)

    def _close(self) -> None:
        self._open.pop()

    def _name(self, given: Mapping[str, str]) -> None:
        name = given.get("val", "")
        if self._in_properties and self._open and ROOM_NAME.fullmatch(name):
            room = self._open[-1]
            # One that stands inside another has no place of its own on the page.
            if self._here is self.page:
                self.page.parts.append(room)
            room.name = name
            self.rooms.append(room)

    def _mark_as_prompt(self, given: Mapping[str, str]) -> None:
        if self._in_properties and self._open:
            self._open[-1].is_prompt = given.get("val", "1") not in _NO

    @property
    def _here(self) -> _Control:
        return next((one for one in reversed(self._open) if one.name), self.page)

    def _begin_line(self) -> None:
        if not self._passing_over:
            self._here.begin_line()

    def _add_sign(self, sign: str, _given: Mapping[str, str]) -> None:
        # Tabs are also named among the properties of a paragraph, where they are none.
        if self._in_run and not self._passing_over:
            self._here.add(sign)

    def _add_words(self, words: str) -> None:
        if self._in_run and self._in_words and not self._passing_over:
            self._here.add(words)
