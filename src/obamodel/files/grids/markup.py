"""XML parts of a workbook, gone through without building a tree, and without any doctype."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from obamodel.errors import Fault, InvalidError

DEEPEST = 64
"""No part of a workbook has elements deeper in each other."""

Start = Callable[[str, Mapping[str, str]], Any]
End = Callable[[str], Any]


def go_through(
    part: bytes,
    name: str,
    start: Start,
    end: End | None = None,
    text: Callable[[str], Any] | None = None,
) -> None:
    """Go through the elements of a part; names come without the address of their vocabulary.

    Parameters
    ----------
    part
        The XML.
    name
        The name of the file, for the message.
    start, end, text
        What is told of each element that begins and ends, and of the text in it.

    Raises
    ------
    InvalidError
        When it is no XML, declares a doctype or an entity, or is nested beyond reason.

    Examples
    --------
    >>> go_through(b'<x:a xmlns:x="y" x:b="1"/>', "a.xlsx", lambda name, given: print(name, given))
    a {'b': '1'}
    """
    depth = 0

    def begin(element: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _refuse(name, "too-large", f"its parts stand more than {DEEPEST} deep")
        start(_shorten(element), {_shorten(key): value for key, value in given.items()})

    def finish(element: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(_shorten(element))

    def refuse(*_: object) -> None:
        raise _refuse(name, "doctype", "a part of it declares a doctype or an entity")

    parser = expat.ParserCreate(namespace_separator=" ")
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


def _shorten(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(name: str, code: str, found: str) -> InvalidError:
    mend = "open it in a spreadsheet program and save it anew"
    return InvalidError(name, [Fault(code, found, mend, file=name)])
