"""Somebody at a desk, who types answers into a form."""

import io
import re
from collections.abc import Mapping

import docx
from docx.oxml.ns import qn


def fill_word(content: bytes, answers: Mapping[str, str]) -> bytes:
    """Type answers into the places of a Word form, by how their names end."""
    document = docx.Document(io.BytesIO(content))
    left = dict(answers)
    for control in document.element.body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        name = properties.find(qn("w:tag")).get(qn("w:val"))
        for ending in [one for one in left if name.endswith(one)]:
            first = next(control.find(qn("w:sdtContent")).iter(qn("w:t")))
            first.text = left.pop(ending)
            # Word takes the mark away as soon as somebody types.
            for mark in properties.findall(qn("w:showingPlcHdr")):
                properties.remove(mark)
    assert not left, f"there is no place for {sorted(left)}"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def fill_markdown(content: bytes, answers: Mapping[str, str]) -> bytes:
    """Type answers into the places of a Markdown form, by how their names end."""
    text = content.decode("utf-8")
    for ending, answer in answers.items():
        place = re.compile(rf"(<!-- answer: [a-z0-9.-]*{re.escape(ending)} -->\n)")
        assert len(place.findall(text)) == 1, ending
        begins = next(place.finditer(text)).end()
        text = f"{text[:begins]}\n{answer}\n{text[begins:]}"
    return text.encode("utf-8")
