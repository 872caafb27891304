"""A report as Markdown: plain text that any tool can read on."""

import re
from collections.abc import Iterable, Iterator

from obamodel.report.characters import make_visible
from obamodel.report.document import (
    NOT_FOR_PUBLICATION,
    AnswerSpace,
    Block,
    Bullets,
    Cards,
    Document,
    Figure,
    Kind,
    Note,
    Paragraph,
    Section,
    Table,
)

END_OF_ANSWER = "<!-- end of answer -->"
IN_WORDS = "In words"
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|!&~$])")
_STARTS_A_LIST = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|!&~$+=.)-])")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
# The columns and the rows of a table.
_Cells = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def print_markdown(document: Document) -> str:
    """Print a report as Markdown; pictures are given by their words and their tables.

    Whatever people wrote is escaped, so that it is shown as text and never read as markup. Chapters
    have numbers in a report and in nothing else. A place for an answer stands between two comments
    that have its name, and nothing that people wrote can look like one of them.

    Raises
    ------
    ValueError
        When the name of a place for an answer has other signs than it may have.
    """
    stamp = [f"**{NOT_FOR_PUBLICATION}**", ""] if document.internal else []
    told = set(_list_tables(document.sections))
    lines = [*stamp, f"# {escape(document.title)}", ""]
    if document.subtitle:
        lines += [escape(document.subtitle), ""]
    for number, section in enumerate(document.sections, start=1):
        counted = f"{number}. " if document.kind is Kind.REPORT else ""
        lines += _print_section(section, counted, 2, told)
        lines += stamp
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    r"""Escape what Markdown would read as markup.

    Examples
    --------
    >>> print(escape("1. <b>*bold*</b> | x"))
    1\. \<b\>\*bold\*\</b\> \| x
    """
    return _STARTS_A_LIST.sub(lambda found: _escape_start(found.group(2)), _escape_within(text))


def unescape(text: str) -> str:
    r"""Take the escapes away again that :func:`escape` put in, as a reader of Markdown does.

    Examples
    --------
    >>> unescape(escape("1. <b>*bold*</b> | x"))
    '1. <b>*bold*</b> | x'
    """
    return _ESCAPED.sub(r"\1", text)


def mark_answer(name: str) -> str:
    """Write the comment that begins the place for an answer.

    Raises
    ------
    ValueError
        When the name has other signs than small letters of a to z, digits, hyphens and dots.

    Examples
    --------
    >>> mark_answer("now.1")
    '<!-- answer: now.1 -->'
    """
    if not _NAME.fullmatch(name):
        raise ValueError(
            "the name of a place for an answer has small letters of a to z, digits, dots and "
            f"hyphens, and begins with a letter or digit; found {name!r}"
        )
    return f"<!-- answer: {name} -->"


def _escape_within(text: str) -> str:
    """Escape words that do not begin a line, such as those of a cell."""
    one_line = " ".join(make_visible(text).split())
    return _MEANS_SOMETHING.sub(r"\\\1", one_line)


def _escape_start(start: str) -> str:
    return f"{start[:-1]}\\{start[-1]}"


def _list_tables(sections: Iterable[Section]) -> Iterator[_Cells]:
    """List the tables that stand in sections, those of pictures left out."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block.columns, block.rows
        yield from _list_tables(section.sections)


def _print_section(section: Section, number: str, level: int, told: set[_Cells]) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {number}{escape(section.title)}"
    yield ""
    for block in section.blocks:
        yield from _print_block(block, told)
        yield ""
    for inner in section.sections:
        yield from _print_section(inner, "", level + 1, told)


def _print_block(block: Block, told: set[_Cells]) -> Iterator[str]:
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
            yield from _print_figure(block, told)
        case AnswerSpace():
            yield from _print_answer_space(block)


def _print_figure(figure: Figure, told: set[_Cells]) -> Iterator[str]:
    yield f"**Picture: {escape(figure.title)}.** {escape(figure.alt)}"
    if figure.note:
        yield ""
        yield escape(figure.note)
    table = figure.table
    # Where the same table stands in the text, it is not told twice.
    if table is not None and (table.columns, table.rows) not in told:
        yield ""
        yield from _print_table(table)


def _print_table(table: Table) -> Iterator[str]:
    columns, rows = table.columns, table.rows
    if table.pictures:
        columns = (*columns, table.picture_column or IN_WORDS)
        rows = tuple(
            (*row, picture.alt if picture is not None else "-")
            for row, picture in zip(rows, table.pictures, strict=True)
        )
    yield f"**{escape(table.title)}**"
    yield ""
    yield "| " + " | ".join(map(_escape_within, columns)) + " |"
    yield "|" + " --- |" * len(columns)
    for row in rows:
        yield "| " + " | ".join(map(_escape_within, row)) + " |"
    for note in table.notes:
        yield ""
        yield escape(note)


def _print_answer_space(space: AnswerSpace) -> Iterator[str]:
    if space.prompt:
        yield escape(space.prompt)
        yield ""
    yield mark_answer(space.name)
    yield from (escape(line) for line in space.text.splitlines())
    yield from [""] * max(space.lines, 1)
    yield END_OF_ANSWER
