"""XML parts of a workbook, gone through without building a tree, and without any doctype."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from xml.parsers import expat

from obamodel.errors import Fault, InvalidError

DEEPEST = 64
"""No part of a workbook has elements deeper in each other."""

MOST_TAGS = 3_000_000
"""The most tags that the parts of a workbook may have together: each takes its time."""

_REMEMBERED = 1000
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

Starts = Mapping[str, Callable[[Mapping[str, str]], Any]]
Ends = Mapping[str, Callable[[], Any]]


def refuse_many_tags(parts: Iterable[bytes], name: str) -> None:
    """Refuse a workbook of which the parts have too many tags to go through all of them.

    Raises
    ------
    InvalidError
        When they have more than :data:`MOST_TAGS`.
    """
    if sum(part.count(b"<") for part in parts) > MOST_TAGS:
        found = f"its parts have more than {MOST_TAGS:,} tags"
        mend = "keep only what is needed in it, or save the sheet as .csv"
        raise InvalidError(name, [Fault("too-large", found, mend, file=name)])


def go_through(
    part: bytes,
    name: str,
    starts: Starts,
    ends: Ends | None = None,
    text: Callable[[str], Any] | None = None,
) -> None:
    """Go through the elements of a part; names count without the prefix of their vocabulary.

    Parameters
    ----------
    part
        The XML.
    name
        The name of the file, for the message.
    starts, ends
        By the name of an element, who is told that one begins, with what is given in it, and who is
        told that it ends.
    text
        Who is told of the words between them.

    Raises
    ------
    InvalidError
        When it is no XML, declares a doctype or an entity, has too many tags, or is nested beyond
        reason.

    Examples
    --------
    >>> go_through(b'<x:a xmlns:x="y" x:b="1"><c/></x:a>', "a.xlsx", {"a": print})
    {'xmlns:x': 'y', 'b': '1'}
    """
    refuse_many_tags([part], name)
    depth = 0
    begins, finishes = _Known(starts.get), _Known((ends or {}).get)
    short = _Known(str)

    def begin(element: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _refuse(name, "too-large", f"its parts stand more than {DEEPEST} deep")
        if (tell := begins[element]) is not None:
            for key in given:
                if ":" in key:
                    given = {short[one]: value for one, value in given.items()}
                    break
            tell(given)

    def finish(element: str) -> None:
        nonlocal depth
        depth -= 1
        if (tell := finishes[element]) is not None:
            tell()

    def refuse(*_: object) -> None:
        raise _refuse_doctype(name)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(part, True)
    except InvalidError:
        raise
    except expat.ExpatError as error:
        found = f"a part of it is no XML (line {error.lineno})"
        raise _refuse(name, "not-a-workbook", found) from None
    except (ValueError, LookupError):
        # An encoding that nobody knows.
        raise _refuse(name, "not-a-workbook", "a part of it cannot be read") from None


class _Known(dict[str, Any]):
    """What is known of a name without its prefix, by the name with it; found out once."""

    def __init__(self, find: Callable[[str], Any]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, whole: str) -> Any:
        # What names a vocabulary is no attribute of its own.
        known = self.find(whole if whole.startswith("xmlns") else whole.rpartition(":")[2])
        if len(self) < _REMEMBERED:
            self[whole] = known
        return known


def refuse_doctypes(parts: Iterable[bytes], name: str) -> None:
    """Refuse a workbook of which a part declares a doctype or an entity.

    Raises
    ------
    InvalidError
        When one does.
    """
    if any(sign in part for part in parts for sign in _DECLARATIONS):
        raise _refuse_doctype(name)


def _refuse_doctype(name: str) -> InvalidError:
    return _refuse(name, "doctype", "a part of it declares a doctype or an entity")


def _refuse(name: str, code: str, found: str) -> InvalidError:
    mend = "open it in a spreadsheet program and save it anew"
    return InvalidError(name, [Fault(code, found, mend, file=name)])
