"""How is an IATI file read, so that what it says of results can be written back the same?"""

import os
from itertools import islice
from pathlib import Path
from typing import Any

from attrs import evolve

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.iati.activity import (
    IatiActivity,
    IatiFile,
    is_readable_version,
    refuse_version,
)
from obamodel.files.iati.checking import check_element
from obamodel.files.iati.elements import KEEP_IT, Elements, list_raws
from obamodel.files.iati.parsing import Node, parse_xml
from obamodel.files.iati.parts import IatiAttribute
from obamodel.files.placing import arrange_faults
from obamodel.files.reading import read_file

LARGEST_IATI = 20_000_000
"""The most bytes that a file may have."""

MOST_FAULTS = 1000
"""After so many faults no more are looked for."""


def read_iati_file(path: str | os.PathLike[str], *, published: str = "") -> IatiFile:
    """Read an IATI activity file as it is, with nothing worked out and nothing left out.

    Results become nouns that hold all they say. The rest of each activity is kept word for word.

    Parameters
    ----------
    path
        The file.
    published
        Where these very numbers are already public, such as the address of the file. Without it
        the file cannot be written again, since writing is publishing.

    Raises
    ------
    InvalidError
        With everything that is wrong with it at once, each with its line.
    """
    place = Path(path)
    return parse_iati(read_file(place, largest=LARGEST_IATI), place.name, published=published)


def parse_iati(content: bytes, name: str = "iati.xml", *, published: str = "") -> IatiFile:
    """Read the bytes of an IATI activity file; see :func:`read_iati_file`.

    Examples
    --------
    >>> file = parse_iati(
    ...     b'<iati-activities version="2.03"><iati-activity>'
    ...     b"<iati-identifier>AA-1</iati-identifier></iati-activity></iati-activities>"
    ... )
    >>> file.activities[0].identifier
    'AA-1'
    """
    tree = parse_xml(content, name)
    elements = Elements(name)
    file = _read_root(tree.root, elements, published)
    if tree.comments:
        number = len(tree.comments)
        found = f"it has {number} note{'s' if number > 1 else ''} that programs pass over"
        mend = "they are not written back; " + KEEP_IT
        elements.left.append(Fault("notes", found, mend, file=name, line=tree.comments[0]))
    if file is None or elements.faults:
        raise InvalidError(name, arrange_faults(elements.faults))
    return evolve(file, left_behind=arrange_faults(elements.left))


def _read_root(root: Node, elements: Elements, published: str) -> IatiFile | None:
    if root.name != "iati-activities":
        found = f"it is a file of <{show(root.name)[1:-1]}>"
        mend = "give an IATI activity file, which begins with <iati-activities>"
        elements.refuse(root, "not-iati", found, mend)
        return None
    version = root.attributes.get("version", "").strip()
    if not version:
        mend = 'add version="2.03", if it is one'
        elements.refuse(root, "missing", "<iati-activities> has no version", mend)
        return None
    if not is_readable_version(version):
        elements.faults.append(evolve(refuse_version(version), file=elements.name, line=root.line))
        return None
    _refuse_loose_words(root, elements)
    activities = []
    for child in root.children:
        if child.name == "iati-activity":
            activities.append(_read_activity(child, elements))
        else:
            found = f"<iati-activities> has a <{show(child.name)[1:-1]}>"
            elements.refuse(child, "unknown-element", found, "keep only <iati-activity> in it")
    _refuse_twins(root, elements)
    if not root.children:
        mend = "add an <iati-activity>"
        elements.refuse(root, "missing", "<iati-activities> has no <iati-activity>", mend)
    if elements.faults:
        return None
    return elements.make(
        IatiFile,
        root,
        activities=activities,
        version=version,
        published=published,
        attributes=_keep_all(root, without="version"),
        others=list_raws(root),
        name=elements.name,
    )


def _read_activity(node: Node, elements: Elements) -> IatiActivity | None:
    named = node.list_all("iati-identifier")
    identifier = named[0].words if named else ""
    if len(named) != 1 or not identifier:
        found = f"<iati-activity> has {len(named) or 'no'} <iati-identifier> with words"
        if len(named) == 1:
            found = "<iati-identifier> is empty"
        elements.refuse(node, "missing", found, "give it one, such as GB-CHC-123456-A1")
    for one in named:
        if one.attributes or one.foreign or one.raws or one.children:
            elements.leave(one, "<iati-identifier> has more in it than words")
    _refuse_loose_words(node, elements)
    results = node.list_all("result")
    found_faults = (
        evolve(fault, file=elements.name)
        for result in results
        for fault in check_element(result, "result", ("result",))
    )
    before = len(elements.faults)
    # Whoever has this many to mend will not miss the others before these are mended.
    elements.faults += islice(found_faults, max(0, MOST_FAULTS - before))
    if len(elements.faults) > before or len(elements.faults) >= MOST_FAULTS or not identifier:
        return None
    return elements.make(
        IatiActivity,
        node,
        identifier=identifier,
        results=[elements.read_result(result) for result in results],
        parts=list_raws(node),
        attributes=_keep_all(node),
        line=node.line,
    )


def _refuse_loose_words(node: Node, elements: Elements) -> None:
    if node.words:
        found = f"the words {show(node.words)} stand loose in <{node.name}>"
        elements.refuse(node, "loose-words", found, "take them out")


def _refuse_twins(root: Node, elements: Elements) -> None:
    first: dict[str, int] = {}
    for node in root.list_all("iati-activity"):
        named = node.find("iati-identifier")
        identifier = named.words if named else ""
        if identifier in first:
            found = f"the activity {show(identifier)} is in line {first[identifier]} already"
            elements.refuse(node, "named-twice", found, "give each an identifier of its own")
        elif identifier:
            first[identifier] = node.line


def _keep_all(node: Node, without: str = "") -> list[Any]:
    """Keep every attribute of an element that is no part of a result."""
    plain = [
        IatiAttribute(name=name, value=value)
        for name, value in node.attributes.items()
        if name != without
    ]
    return [*plain, *node.foreign]
