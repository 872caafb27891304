"""Is an element of a result as the published schema wants it? Every fault, each with its line."""

import datetime
import re
from collections.abc import Iterator

from obamodel.domain.fields import show
from obamodel.errors import Fault, find_nearest
from obamodel.files.iati.parsing import Node
from obamodel.files.iati.parts import is_link
from obamodel.files.iati.shape import CODES, SHAPES, Holds, Shape

FLAGS = {"true": True, "1": True, "false": False, "0": False}

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
_YEAR = re.compile(r"\+?0*([1-9]\d{0,3})", re.ASCII)
_IN_ORDER = "put its parts in this order: "


def check_element(node: Node, shape_name: str, path: tuple[str, ...]) -> Iterator[Fault]:
    """Find everything that is wrong with an element and all that stands in it.

    Parameters
    ----------
    node
        The element.
    shape_name
        What it should look like; a key of :data:`SHAPES`.
    path
        The names of the elements from the result down to it.
    """
    shape = SHAPES[shape_name]
    for fault in _check_itself(node, shape):
        yield fault.under(*path)
    for child in node.children:
        part = shape.children.get(child.name)
        if part is not None:
            yield from check_element(child, part.shape, (*path, child.name))


def _check_itself(node: Node, shape: Shape) -> Iterator[Fault]:
    if shape.known or node.attributes:
        yield from _check_attributes(node, shape)
    if node.children or shape.least:
        yield from _check_children(node, shape)
    if node.text and not shape.has_words and node.words:
        found = f"the words {show(node.words)} stand loose in <{node.name}>"
        mend = "put them into a <narrative>, or take them out"
        yield _at(node, "loose-words", found, mend)
    if node.foreign and not shape.keeps_attributes:
        found = f"<{node.name}> has the attribute {show(node.foreign[0].name)} from elsewhere"
        yield _at(node, "unknown-attribute", found, "take it out")
    if node.raws and not shape.keeps_elements:
        found = f"<{node.name}> has an element in it"
        yield _at(node, "unknown-element", found, "keep only words in it")


def _check_attributes(node: Node, shape: Shape) -> Iterator[Fault]:
    known = shape.known
    for name in shape.needed:
        if name not in node.attributes:
            found = f"<{node.name}> has no {name}"
            yield _at(node, "missing", found, f"add {name}, {known[name]}")
    for name, value in node.attributes.items():
        if name not in known:
            nearest = find_nearest(name, known)
            mend = f'did you mean "{nearest}"?' if nearest else "take it out"
            found = f"<{node.name}> has the attribute {show(name)}"
            yield _at(node, "unknown-attribute", found, mend)
        elif not value.strip():
            # Optional words that are empty say nothing; an empty flag or day is a mistake.
            if name in shape.needed:
                yield _at(node, "blank", f"{name} is empty", f"write {known[name]}")
            elif known[name] not in (Holds.WORDS, Holds.LINK):
                mend = f"write {known[name]}, or leave {name} out"
                yield _at(node, "blank", f"{name} is empty", mend)
        elif known[name] is not Holds.WORDS:
            fault = _check_value(node, name, value.strip(), known[name])
            if fault is not None:
                yield fault


def _check_value(node: Node, name: str, value: str, holds: Holds) -> Fault | None:
    found = f"{name} is {show(value)}"
    if holds is Holds.FLAG and value not in FLAGS:
        return _at(node, "wrong-type", found, "write true or false")
    if holds is Holds.DAY and read_day(value) is None:
        return _at(node, "bad-date", found, "write a day as in 2013-01-31")
    if holds is Holds.YEAR and read_year(value) is None:
        return _at(node, "bad-date", found, "write a year as in 2013")
    if holds is Holds.LINK and not is_link(value):
        return _at(node, "bad-link", found, "write a link without spaces or brackets")
    if holds in CODES and value not in list(CODES[holds]):
        known = ", ".join(f"{one} ({one.name.lower()})" for one in CODES[holds])
        return _at(node, "unknown-code", found, f"write one of: {known}")
    return None


def _check_children(node: Node, shape: Shape) -> Iterator[Fault]:
    for name in shape.least:
        if node.find(name) is None:
            mend = f"add a <{name}>; the standard needs it"
            yield _at(node, "missing", f"<{node.name}> has no <{name}>", mend)
    for name in shape.most:
        there, most = node.list_all(name), shape.children[name].most
        if most is not None and len(there) > most:
            found = f"<{node.name}> has {len(there)} times <{name}>"
            yield _at(there[most], "named-twice", found, "keep the one that is right")
    order, latest, latest_name = shape.order, 0, ""
    for child in node.children:
        place = order.get(child.name)
        if place is None:
            nearest = find_nearest(child.name, order)
            mend = f'did you mean "{nearest}"?' if nearest else "take it out"
            found = f"<{node.name}> has a <{show(child.name)[1:-1]}>"
            yield _at(child, "unknown-element", found, mend)
        elif place < latest:
            found = f"<{child.name}> stands after <{latest_name}>"
            yield _at(child, "out-of-order", found, _IN_ORDER + ", ".join(order))
        else:
            latest, latest_name = place, child.name


def read_day(value: str) -> datetime.date | None:
    """Read a day as XML writes it; the time zone it may have does not make it another day.

    Examples
    --------
    >>> read_day("2013-03-31Z"), read_day("2013-02-30"), read_day("31/03/2013")
    (datetime.date(2013, 3, 31), None, None)
    """
    match = _DAY.fullmatch(value)
    if match is None:
        return None
    try:
        return datetime.date.fromisoformat(match[1])
    except ValueError:
        return None


def read_year(value: str) -> int | None:
    """Read a year as XML writes it.

    Examples
    --------
    >>> read_year("2012"), read_year("0"), read_year("2012/13")
    (2012, None, None)
    """
    match = _YEAR.fullmatch(value)
    return int(match[1]) if match else None


def _at(node: Node, code: str, found: str, mend: str) -> Fault:
    return Fault(code, found, mend, line=node.line)
