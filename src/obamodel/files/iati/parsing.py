"""How is an XML file taken apart, so that a hostile one is refused before it is parsed?"""

import re
from typing import Any
from xml.parsers import expat

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.iati.parts import IatiAttribute, IatiRaw
from obamodel.files.reading import decode

DEEPEST = 64
MOST_ELEMENTS = 400_000
"""The most elements, where one that is kept word for word counts once."""
LONGEST_TEXT = 100_000
LONGEST_NAME = 1_000
MOST_ATTRIBUTES = 100

# Between the names that the parser joins; it can stand in none of them.
_BETWEEN = "}"
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_OLDER_ENCODINGS = {
    "iso-8859-1": "latin-1",
    "latin1": "latin-1",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
_END_OF_TAG = re.compile(rb"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_END_OF_NAME = re.compile(rb"<[^\s/>]+")
_SPACE = re.compile(r"\s*")
# Elements of an activity that are looked into; the others are kept word for word.
_LOOKED_INTO = ("iati-identifier", "result")


class Node:
    """An element as it stands in the file, with its line; its children in their order."""

    __slots__ = ("attributes", "children", "foreign", "line", "name", "raws", "text")

    def __init__(self, name: str, line: int, pairs: list[str]) -> None:
        self.name: str = name
        self.line: int = line
        self.attributes: dict[str, str] = {}
        self.foreign: list[IatiAttribute] = []
        self.children: list[Node] = []
        self.raws: list[tuple[int, IatiRaw]] = []
        self.text: list[str] = []
        for at in range(0, len(pairs), 2):
            key, value = pairs[at], pairs[at + 1]
            if _BETWEEN in key:
                namespace, plain, prefix = key.split(_BETWEEN)
                self.foreign.append(
                    IatiAttribute(name=plain, namespace=namespace, prefix=prefix, value=value)
                )
            else:
                self.attributes[key] = value

    def find(self, name: str) -> "Node | None":
        """Return the first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def list_all(self, name: str) -> "list[Node]":
        """Return all children of that name."""
        return [child for child in self.children if child.name == name]

    @property
    def words(self) -> str:
        """The text directly in it, without the space around it."""
        # A carriage return can only come as a number; nothing else here could write it back.
        return "".join(self.text).replace("\r\n", "\n").replace("\r", "\n").strip()


class Tree:
    """The root of a file, and what was passed over on the way to it."""

    __slots__ = ("comments", "root")

    def __init__(self, root: Node, comments: list[int]) -> None:
        self.root: Node = root
        self.comments: list[int] = comments


def parse_xml(content: bytes, name: str) -> Tree:
    """Take an XML file apart.

    A document type, and with it every entity of the file's own, is refused before anything is
    parsed; so is what nests or goes on for longer than any file needs.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.

    Raises
    ------
    InvalidError
        With the line of the first thing that is not as XML must be.

    Examples
    --------
    >>> tree = parse_xml(b"<iati-activities><iati-activity/></iati-activities>", "a.xml")
    >>> tree.root.children[0].name, tree.root.children[0].line
    ('iati-activity', 1)
    >>> parse_xml(b"<!DOCTYPE a []><a/>", "a.xml")
    Traceback (most recent call last):
    obamodel.errors.InvalidError: a.xml: 1 problem to mend
      a.xml:1: it declares a document type; take the line with <!DOCTYPE out [doctype]
    """
    text = decode_xml(content, name)
    _refuse_doctype(text, name)
    return _Parsing(text.encode(), name).parse()


def decode_xml(content: bytes, name: str) -> str:
    """Turn the bytes of an XML file into text, by the encoding that it names itself.

    Examples
    --------
    >>> decode_xml("<a>é</a>".encode("utf-16"), "a.xml")
    '<a>é</a>'
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(content, "utf-16", "UTF-16", name)
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf")[:1000])
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    if encoding.lower() in ("utf-8", "utf8", "us-ascii", "ascii"):
        return decode(content, name)
    if encoding.lower() in _OLDER_ENCODINGS:
        return _decode(content, _OLDER_ENCODINGS[encoding.lower()], encoding, name)
    found, mend = f"found the encoding {show(encoding)}", "save the file as UTF-8"
    raise _refuse("unknown-encoding", found, mend, name, 1)


def _decode(content: bytes, encoding: str, named: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        found = f"it says that it is {named}, and is not"
        raise _refuse("not-utf-8", found, "save the file as UTF-8", name, 1) from None


def _refuse_doctype(text: str, name: str) -> None:
    """Look at all that may stand before the first element, without a parser."""
    at = 0
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        for begins, ends in (("<?", "?>"), ("<!--", "-->")):
            if text.startswith(begins, at):
                end = text.find(ends, at + len(begins))
                at = end + len(ends) if end >= 0 else len(text)
                break
        else:
            break
    if text.startswith("<!", at):
        raise _refuse_type(name, text.count("\n", 0, at) + 1)


def _refuse_type(name: str, line: int) -> InvalidError:
    found, mend = "it declares a document type", "take the line with <!DOCTYPE out"
    return _refuse("doctype", found, mend, name, line)


def _refuse(code: str, found: str, mend: str, name: str, line: int | None) -> InvalidError:
    return InvalidError(name, [Fault(code, found, mend, file=name, line=line)])


class _Parsing:
    """One pass of the parser over one file."""

    def __init__(self, content: bytes, name: str) -> None:
        self.content = content
        self.name = name
        self.root: Node | None = None
        self.open: list[Node] = []
        self.depth = 0
        self.elements = 0
        self.length = 0
        self.comments: list[int] = []
        # Where an element that is kept word for word begins, what it is called and how deep it is.
        self.kept: tuple[int, str, int, int] | None = None
        self.scope: dict[str, list[str]] = {}
        self.own: list[str] = []
        self.outer: dict[str, str] = {}
        parser = expat.ParserCreate("utf-8", _BETWEEN)
        parser.namespace_prefixes = True
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.read_text
        parser.CommentHandler = self.pass_over
        parser.ProcessingInstructionHandler = self.pass_over
        parser.StartNamespaceDeclHandler = self.declare
        parser.EndNamespaceDeclHandler = self.forget
        # The look before the parsing has found it already; this holds whatever it may have missed.
        parser.StartDoctypeDeclHandler = self.refuse_doctype
        parser.EntityDeclHandler = self.refuse_doctype
        self.parser = parser

    def parse(self) -> Tree:
        try:
            self.parser.Parse(self.content, True)
        except expat.ExpatError as error:
            found = f"it is not XML: {expat.ErrorString(error.code)}"
            mend = "mend it in an editor, or export the file again"
            raise _refuse("not-xml", found, mend, self.name, error.lineno) from None
        assert self.root is not None
        return Tree(self.root, self.comments)

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def refuse_doctype(self, *_: Any) -> None:
        raise _refuse_type(self.name, self.line)

    def refuse_size(self, found: str, mend: str) -> InvalidError:
        return _refuse("too-large", found, mend, self.name, self.line)

    # --- what the parser calls -----------------------------------------------------------

    def declare(self, prefix: str | None, namespace: str | None) -> None:
        self.own.append(prefix or "")
        self.scope.setdefault(prefix or "", []).append(namespace or "")
        if len(self.scope) > MOST_ATTRIBUTES:
            found = f"it declares more than {MOST_ATTRIBUTES} namespaces"
            raise self.refuse_size(found, "check the file")

    def forget(self, prefix: str | None) -> None:
        self.scope[prefix or ""].pop()

    def begin(self, name: str, pairs: list[str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            found = f"elements stand more than {DEEPEST} deep"
            raise self.refuse_size(found, "a file of results needs 11 at most")
        if len(name) > LONGEST_NAME:
            raise self.refuse_size(
                f"a name has more than {LONGEST_NAME} characters", "check the file"
            )
        own, self.own = self.own, []
        if self.kept is not None:
            return
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            found = f"it has more than {MOST_ELEMENTS:,} elements"
            raise self.refuse_size(found, "split the file")
        parent = self.open[-1] if self.open else None
        in_activity = parent is not None and parent.name == "iati-activity"
        if parent is not None and (_BETWEEN in name or (in_activity and name not in _LOOKED_INTO)):
            start = self.parser.CurrentByteIndex
            self.kept = (start, _plain_name(name), self.depth, len(parent.children))
            self.outer = {
                prefix: uris[-1]
                for prefix, uris in self.scope.items()
                if prefix and uris and prefix not in own
            }
            return
        if len(pairs) > 2 * MOST_ATTRIBUTES:
            found = f"an element has more than {MOST_ATTRIBUTES} attributes"
            raise self.refuse_size(found, "check the file")
        if max(map(len, pairs), default=0) > LONGEST_TEXT:
            found = f"an attribute has more than {LONGEST_TEXT} characters"
            raise self.refuse_size(found, "link to a document instead")
        node = Node(_plain_name(name), self.line, pairs)
        if parent is None:
            self.root = node
        else:
            parent.children.append(node)
        self.length = 0
        self.open.append(node)

    def end(self, _: str) -> None:
        if self.kept is None:
            self.open.pop()
        elif self.kept[2] == self.depth:
            start, called, _depth, place = self.kept
            tag = _END_OF_TAG.match(self.content, start)
            assert tag is not None
            if not tag[0].endswith(b"/>"):
                tag = _END_OF_TAG.match(self.content, self.parser.CurrentByteIndex)
                assert tag is not None
            xml = self.declare_outer(self.content[start : tag.end()])
            # What it is part of is still open: an element is kept only inside another.
            self.open[-1].raws.append((place, IatiRaw(name=called, xml=xml)))
            self.kept = None
        self.depth -= 1

    def declare_outer(self, xml: bytes) -> str:
        """Write into an element the namespaces that it uses and only its parents declare."""
        if not self.outer:
            return xml.decode()
        used = [
            f' xmlns:{prefix}="{_escape(uri)}"'
            for prefix, uri in sorted(self.outer.items())
            if f"{prefix}:".encode() in xml
        ]
        start = _END_OF_NAME.match(xml)
        assert start is not None
        return (xml[: start.end()] + "".join(used).encode() + xml[start.end() :]).decode()

    def read_text(self, text: str) -> None:
        if self.kept is not None or not self.open:
            return
        self.length += len(text)
        if self.length > LONGEST_TEXT:
            found = f"a text has more than {LONGEST_TEXT} characters"
            raise self.refuse_size(found, "link to a document instead")
        self.open[-1].text.append(text)

    def pass_over(self, *_: Any) -> None:
        # A note between elements that are kept word for word is kept with them.
        if self.kept is None:
            self.comments.append(self.line)


def _plain_name(name: str) -> str:
    """Write the name of an element with its namespace in braces, where it has one."""
    if _BETWEEN not in name:
        return name
    namespace, plain, *_ = name.split(_BETWEEN)
    return f"{{{namespace}}}{plain}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
