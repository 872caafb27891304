"""XML of a stranger, read without believing it anything."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.parsers import expat

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError

DEEPEST = 64
_STEP = 1 << 16
_NOTHING: Mapping[str, str] = {}


class Event(NamedTuple):
    """The start or the end of an element: its name without what stands before a colon."""

    opens: str
    closes: str
    attributes: Mapping[str, str]


def read_markup(content: bytes, name: str, part: str, *, optional: bool = False) -> Iterator[Event]:
    """Go through the elements of an XML text; one that defines words of its own is refused.

    Parameters
    ----------
    content
        The bytes of the text.
    name, part
        The file it is from, and which part of it, for the messages.
    optional
        Whether there may be nothing at all.

    Raises
    ------
    InvalidError
        When it is not XML, is nested too deep, or has a document type.
    """
    if optional and not content:
        return
    events: list[Event] = []
    depth = 0

    def open_element(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _refuse(name, part, "is nested too deep", "too-large")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        events.append(Event(tag.rpartition(" ")[2], "", plain))

    def close_element(tag: str) -> None:
        nonlocal depth
        depth -= 1
        events.append(Event("", tag.rpartition(" ")[2], _NOTHING))

    def refuse_definitions(*_: object) -> None:
        raise _refuse(name, part, "defines words of its own (a document type)", "document-type")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.StartDoctypeDeclHandler = refuse_definitions
    parser.EntityDeclHandler = refuse_definitions
    for start in range(0, len(content) + 1, _STEP):
        chunk = content[start : start + _STEP]
        try:
            parser.Parse(chunk, start + _STEP > len(content))
        except (expat.ExpatError, LookupError, ValueError) as error:
            if isinstance(error, InvalidError):
                raise
            raise _refuse(name, part, "is damaged", "damaged") from None
        yield from events
        events.clear()


def _refuse(name: str, part: str, found: str, code: str) -> InvalidError:
    mend = "open it in a spreadsheet program, and save it again as .xlsx"
    shown = part if part.startswith("the sheet") else f"the part {show(part)}"
    return InvalidError(name, [Fault(code, f"{shown} {found}", mend, file=name)])
