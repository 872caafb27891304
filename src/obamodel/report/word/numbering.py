"""Lists in a document for Word: each begins at one, and none depends on the template."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_BULLET, _NUMBER = "bullet", "decimal"


def add_list(word: "WordDocument", items: Sequence[str], *, ordered: bool) -> None:
    """Add a list; one that is ordered begins at one."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    number = _add_numbering(word, _NUMBER if ordered else _BULLET)
    for item in items:
        paragraph = word.add_paragraph(item, style="List Number" if ordered else "List Bullet")
        paragraph.paragraph_format.space_after = Pt(3)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().set(qn("w:val"), "0")
        properties.get_or_add_numId().set(qn("w:val"), str(number))


def _add_numbering(word: "WordDocument", form: str) -> int:
    """Add a numbering of its own to the document, and return its number."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    numbering = _find_part(word).element
    abstract, number = (
        max((int(each.get(qn(key))) for each in numbering.findall(qn(kind))), default=0) + 1
        for kind, key in (("w:abstractNum", "w:abstractNumId"), ("w:num", "w:numId"))
    )
    shown = "%1." if form == _NUMBER else "\u2022"
    made = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
        '<w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    )
    # All definitions stand before all that use them.
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(made)
    else:
        first.addprevious(made)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}">'
            f'<w:abstractNumId w:val="{abstract}"/></w:num>'
        )
    )
    return number


def _find_part(word: "WordDocument") -> Any:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.parts.numbering import NumberingPart

    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part
    part = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        parse_xml(f"<w:numbering {nsdecls('w')}/>"),
        word.part.package,
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part
