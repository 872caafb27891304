"""What was written into a form, by the names of the places where there was room to write."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs
from attrs import field, frozen

from obamodel.domain.fields import rule_of, show, to_tuple
from obamodel.domain.reflection import Response
from obamodel.errors import Fault, InvalidError, find_nearest

ROOM_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
"""The name of a place to write in; Word keeps no more than 64 signs of it."""

# What programs write where a line ends, apart from the one sign that we keep.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_TEXT = rule_of(attrs.fields(Response).text)


def _as_read_only(answers: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(answers))


@frozen
class Line:
    """One line of a form, outside its places to write in; or one of these places, by its name."""

    words: str = ""
    room: str = ""

    @property
    def plain(self) -> str:
        """Its words, whatever spaces are between them."""
        return " ".join(self.words.split())


@frozen(kw_only=True)
class FilledForm:
    """A form that people have filled in, as it was read.

    Parameters
    ----------
    file
        The name of the file.
    rooms
        The names of all places to write in that it still has, in their order.
    answers
        What is written there, by name; a place that was left empty is not among them.
    course
        What stands where: each line outside of these places, and between them each place.
    """

    file: str
    rooms: tuple[str, ...] = field(converter=to_tuple)
    answers: Mapping[str, str] = field(converter=_as_read_only, hash=False)
    course: tuple[Line, ...] = field(converter=to_tuple, default=())

    @property
    def outside(self) -> tuple[str, ...]:
        """The lines outside of all places to write in, such as the questions themselves."""
        return tuple(line.plain for line in self.course if line.plain)

    def say(self, name: str) -> str:
        """Return what is written in one place; nothing where nothing is."""
        return self.answers.get(name, "")

    def find_strangers(self, known: Iterable[str]) -> Iterator[Fault]:
        """Find answers in places that the form should not have, and so nobody knows the meaning."""
        names = tuple(known)
        for name in self.answers:
            if name not in names:
                nearest = find_nearest(name, names)
                found = f"nothing is known of this place, and it says {show(self.answers[name])}"
                mend = f'is it "{nearest}"?' if nearest else "put the words into another place"
                yield Fault("unknown-place", found, mend, path=(name,), file=self.file)

    def find_missing(self, known: Iterable[str]) -> Iterator[Fault]:
        """Find the places that the form should have and has no more."""
        for name in known:
            if name not in self.rooms:
                found = "the place for this answer is gone from the form"
                mend = "nothing was read for it; where something should be, fill in a new form"
                yield Fault("missing-place", found, mend, path=(name,), file=self.file)

    def find_additions(self, empty: "FilledForm") -> tuple[str, ...]:
        """Find the lines that were written beside the places for them.

        Parameters
        ----------
        empty
            The same form, as it is printed: what stands outside of the places there was not
            written by anybody.

        Examples
        --------
        >>> blank = FilledForm(file="a.md", rooms=[], answers={}, course=[Line("What now?")])
        >>> filled = attrs.evolve(blank, course=[Line("What now?"), Line("Ask Sam.")])
        >>> filled.find_additions(blank)
        ('Ask Sam.',)
        """
        left = Counter(empty.outside)
        added = []
        for line in self.outside:
            if left[line]:
                left[line] -= 1
            else:
                added.append(line)
        return tuple(added)


def gather_answers(
    file: str, found: Iterable[tuple[str, str, int | None]], course: Iterable[Line]
) -> FilledForm:
    """Put together what was found in a form.

    Parameters
    ----------
    file
        The name of the file.
    found
        The name of each place, what is written there, and the line where that is known.
    course
        What stands where.

    Raises
    ------
    InvalidError
        When a place says two things, or a text has signs that not every file can hold.
    """
    rooms: dict[str, str] = {}
    faults: list[Fault] = []
    for name, written, line in found:
        text = tidy_answer(written)
        before = rooms.get(name, "")
        if text and before and text != before:
            said = f"this place is there twice, and says {show(before)} and {show(text)}"
            mend = "keep one of the two, with all that is to be said"
            faults.append(Fault("said-twice", said, mend, path=(name,), file=file, line=line))
        wrong = _TEXT.check(text) if text else ()
        faults += [attrs.evolve(one, path=(name,), file=file, line=line) for one in wrong]
        rooms[name] = before or text
    if faults:
        raise InvalidError(file, faults)
    return FilledForm(
        file=file,
        rooms=tuple(rooms),
        answers={name: text for name, text in rooms.items() if text},
        course=course,
    )


def tidy_answer(written: str) -> str:
    r"""Take away empty lines around an answer, and spaces at the end of lines.

    Examples
    --------
    >>> tidy_answer("\n\n We met. \r\n\r\nTwice.\n\n")
    ' We met.\n\nTwice.'
    """
    lines = [line.rstrip() for line in end_lines_alike(written).split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)


def end_lines_alike(written: str) -> str:
    """Write every end of a line with the one sign that all files can hold."""
    return _LINE_ENDS.sub("\n", written)
