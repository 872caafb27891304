"""A document of the house, of which the styles are used."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from obamodel.errors import Fault, InvalidError
from obamodel.files.reading import read_file

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LARGEST_TEMPLATE = 10_000_000
"""The most bytes that a template may have."""

MOST_PARTS, LARGEST_PART, LARGEST_WHOLE = 500, 20_000_000, 60_000_000
"""How many parts it may have, and how large one and all of them may be when unpacked."""

_MEND = "open it in Word, save it again as an ordinary .docx, and give that"


def open_house_style(template: Path | bytes) -> "WordDocument":
    """Open a document for its styles, pages, header and footer, without what is written in it.

    Raises
    ------
    InvalidError
        When it is no ordinary Word document, holds a macro, or points to something outside.
    """
    if isinstance(template, bytes):
        name, content = "the template", template
    else:
        name = template.name
        content = read_file(template, largest=LARGEST_TEMPLATE)
    faults = list(_find_faults(content))
    if faults:
        told = [Fault(code, found, mend, file=name) for code, found, mend in faults]
        raise InvalidError(name, told)
    import docx

    # A template says in its list of parts that it is one; a document made from it is a document.
    content = _call_it_a_document(content)
    try:
        word = docx.Document(io.BytesIO(content))
    except Exception as error:
        found = "it cannot be read as a Word document"
        raise InvalidError(name, [Fault("not-word", found, _MEND, file=name)]) from error
    body = word.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    return word


def _find_faults(content: bytes) -> list[tuple[str, str, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            sizes = [entry.file_size for entry in entries]
            if len(entries) > MOST_PARTS or max(sizes, default=0) > LARGEST_PART:
                return [("too-large", "its parts are too many or too large", _MEND)]
            if sum(sizes) > LARGEST_WHOLE:
                return [("too-large", "unpacked it is too large", _MEND)]
            names = {entry.filename for entry in entries}
            if len(names) != len(entries) or "word/document.xml" not in names:
                return [("not-word", "it is not a Word document", _MEND)]
            return list(_look_into(packed, names))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        return [("not-word", "it is not a Word document, or it is locked", _MEND)]


def _look_into(packed: zipfile.ZipFile, names: set[str]) -> list[tuple[str, str, str]]:
    faults = []
    if any("vbaProject" in name or name.startswith("word/activeX") for name in names):
        found = "it holds a program (a macro)"
        faults.append(("has-macro", found, "save it as .docx, which keeps none"))
    if any(name.startswith("word/embeddings") for name in names):
        faults.append(("has-embedding", "another file is embedded in it", "take that out"))
    for name in sorted(names):
        if not name.endswith((".xml", ".rels")):
            continue
        part = packed.read(name)
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            faults.append(("has-doctype", f"{name} has a list of entities", _MEND))
        if name.endswith(".rels") and b'TargetMode="External"' in part:
            found = f"{name} points to something outside the file"
            faults.append(("points-outside", found, "take the links and linked pictures out"))
    return faults


def _call_it_a_document(content: bytes) -> bytes:
    template = b"wordprocessingml.template.main+xml"
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "[Content_Types].xml":
                part = part.replace(template, b"wordprocessingml.document.main+xml")
            new.writestr(entry.filename, part)
    return written.getvalue()
