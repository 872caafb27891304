"""Word documents with places to write in, as small as can be, and changed as people change them."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def make_paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def make_control(name: str, content: str, *, prompt: bool = False) -> str:
    """Make a place to write in round paragraphs, or round runs inside one."""
    shows = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{name}"/>{shows}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def make_paper(body: str, *, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Make a Word document with this body, and with these parts instead of or beside ours."""
    whole = f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'
    ours = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": whole,
        **(parts or {}),
    }
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, part in ours.items():
            packed.writestr(place, part)
    return kept.getvalue()


def fill_paper(content: bytes, answers: Mapping[str, str]) -> bytes:
    """Write answers into a Word document as Word does: a paragraph for each line, no prompt."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {entry: packed.read(entry) for entry in packed.namelist()}
    page = parts["word/document.xml"].decode("utf-8")
    for name, text in answers.items():
        pattern = re.compile(
            rf'(<w:sdt>(?:(?!</w:sdtPr>).)*?<w:tag w:val="{re.escape(name)}"/>)(.*?)'
            r"(<w:sdtContent>)(.*?)(</w:sdtContent>)",
            re.DOTALL,
        )
        match = pattern.search(page)
        assert match is not None, name
        kept = match[2].replace("<w:showingPlcHdr/>", "")
        written = "".join(make_paragraph(line) for line in text.split("\n"))
        page = "".join(
            (
                page[: match.start()],
                match[1],
                kept,
                match[3],
                written,
                match[5],
                page[match.end() :],
            )
        )
    parts["word/document.xml"] = page.encode("utf-8")
    filled = io.BytesIO()
    with zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, part in parts.items():
            packed.writestr(entry, part)
    return filled.getvalue()


def fill_markdown(text: str, answers: Mapping[str, str]) -> str:
    """Write answers between the comments of a form in Markdown, as a person types them."""
    for name, answer in answers.items():
        start = f"<!-- answer: {name} -->\n"
        before, found, rest = text.partition(start)
        assert found, name
        _, end, after = rest.partition("<!-- end of answer -->")
        text = f"{before}{start}{answer}\n{end}{after}"
    return text
