"""A report as Markdown: plain text that any tool can read on."""

import re
from collections.abc import Iterator

from obamodel.report.characters import make_visible
from obamodel.report.document import (
    NOT_FOR_PUBLICATION,
    Block,
    Bullets,
    Cards,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
)

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|!&~$])")
_STARTS_A_LIST = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def print_markdown(document: Document) -> str:
    """Print a report as Markdown; pictures are given by their words.

    Whatever people wrote is escaped, so that it is shown as text and never read as markup.
    """
    stamp = [f"**{NOT_FOR_PUBLICATION}**", ""] if document.internal else []
    lines = [*stamp, f"# {escape(document.title)}", ""]
    if document.subtitle:
        lines += [escape(document.subtitle), ""]
    for number, section in enumerate(document.sections, start=1):
        lines += _print_section(section, f"{number}. ", 2)
        lines += stamp
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    r"""Escape what Markdown would read as markup.

    Examples
    --------
    >>> print(escape("1. <b>*bold*</b> | x"))
    1\. \<b\>\*bold\*\</b\> \| x
    """
    one_line = " ".join(make_visible(text).split())
    escaped = _MEANS_SOMETHING.sub(r"\\\1", one_line)
    return _STARTS_A_LIST.sub(lambda found: _escape_start(found.group(2)), escaped)


def _escape_start(start: str) -> str:
    return f"{start[:-1]}\\{start[-1]}"


def _print_section(section: Section, number: str, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {number}{escape(section.title)}"
    yield ""
    for block in section.blocks:
        yield from _print_block(block)
        yield ""
    for inner in section.sections:
        yield from _print_section(inner, "", level + 1)


def _print_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield escape(text)
        case Note(text):
            yield f"> **Please note.** {escape(text)}"
        case Bullets(items, ordered):
            for number, item in enumerate(items, start=1):
                yield f"{f'{number}.' if ordered else '-'} {escape(item)}"
        case Cards(cards):
            for card in cards:
                parts = [f"**{escape(card.heading)}**"] if card.heading else []
                parts.append(escape(card.text))
                parts += [f"*{escape(card.under)}*"] if card.under else []
                parts += [f"Bear in mind: {escape(caveat)}" for caveat in card.caveats]
                yield "- " + "  \n  ".join(parts)
        case Table():
            yield from _print_table(block)
        case Figure():
            yield f"**Picture: {escape(block.title)}.** {escape(block.alt)}"
            if block.note:
                yield ""
                yield escape(block.note)


def _print_table(table: Table) -> Iterator[str]:
    yield f"**{escape(table.title)}**"
    yield ""
    yield "| " + " | ".join(escape(column) for column in table.columns) + " |"
    yield "|" + " --- |" * len(table.columns)
    for row in table.rows:
        yield "| " + " | ".join(escape(cell) for cell in row) + " |"
    for note in table.notes:
        yield ""
        yield escape(note)
