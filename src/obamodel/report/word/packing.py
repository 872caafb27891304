"""A Word file as bytes: nothing in it of who made it, when, or with what."""

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FIRST = "[Content_Types].xml"
_NOTHING = (1980, 1, 1, 0, 0, 0)
# What a template of an office may carry that says nothing to a reader.
_LEFT_OUT = ("thumbnail", "stylesWithEffects", "customXml", "custom-properties", "printerSettings")
_PROPERTIES = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>obamodel</Application></Properties>"""


def pack(word: "WordDocument", *, title: str, language: str) -> bytes:
    """Write a Word document as the same bytes at every run.

    Parameters
    ----------
    word
        The document.
    title, language
        What its properties say; they say nothing else.
    """
    import datetime

    said = word.core_properties
    said.title, said.language = title[:255], language
    for name in ("author", "category", "comments", "content_status", "identifier", "keywords"):
        setattr(said, name, "")
    for name in ("last_modified_by", "subject", "version"):
        setattr(said, name, "")
    said.revision = 1
    said.created = said.modified = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
    _drop_relations(word)
    _drop_sessions(word)
    written = io.BytesIO()
    word.save(written)
    return _pack_anew(written)


def _drop_relations(word: "WordDocument") -> None:
    """Let go of what is only there because the template had it."""
    for holder in (word.part.package, word.part):
        for name, relation in list(holder.rels.items()):
            if any(part in relation.reltype for part in _LEFT_OUT):
                del holder.rels[name]


def _drop_sessions(word: "WordDocument") -> None:
    """Take out the numbers by which Word tells who edited what in one sitting."""
    for element in word.element.iter():
        for name in [name for name in element.attrib if "}rsid" in str(name)]:
            del element.attrib[name]


def _pack_anew(written: io.BytesIO) -> bytes:
    """Put the parts into a new archive, in one order and without a time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != _FIRST, name))
        for name in names:
            content = _PROPERTIES if name == "docProps/app.xml" else old.read(name)
            entry = zipfile.ZipInfo(name, _NOTHING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return packed.getvalue()
