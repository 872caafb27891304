"""Which tables does a document hold, and under which heading?"""

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from obamodel.domain.fields import to_tuple
from obamodel.plots.observed_table import GOOD_TO_KNOW, NOTHING
from obamodel.report.document import Document, Figure, Section, Table

SAME_AS = "The same as the picture of this name in the report."
DRAWN = "What is drawn in the report, as words"


@frozen(kw_only=True)
class FoundTable:
    """One table of a document, as it will stand on a sheet of its own.

    Parameters
    ----------
    title
        What it shows.
    part
        The heading of the part of the report that it is from.
    columns, rows, notes
        As in the table.
    drawn
        Whether it says what a picture shows: a cell with nothing then stands for a place where
        the picture has nothing either.
    """

    title: str
    part: str
    columns: tuple[str, ...] = field(converter=to_tuple)
    rows: tuple[tuple[str, ...], ...] = field(converter=to_tuple)
    notes: tuple[str, ...] = field(converter=to_tuple, default=())
    drawn: bool = False


def gather_tables(document: Document) -> list[FoundTable]:
    """Find every table of a document in its order, those of its pictures too.

    A picture whose table stands in the document already is left out, and so is a table without
    rows. What small pictures show that stand in a table is gathered into tables of their own.
    """
    found = [table for section in document.sections for table in _find(section, section.title)]
    told = {(one.columns, one.rows) for one in found if not one.drawn}
    return [
        one for one in found if one.rows and not (one.drawn and (one.columns, one.rows) in told)
    ]


def _find(section: Section, part: str) -> Iterator[FoundTable]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield _take(block, part)
            yield from _gather_small(block, part)
        elif isinstance(block, Figure) and block.table is not None:
            notes = [SAME_AS, *([block.note] if block.note else []), *block.table.notes]
            yield evolve(_take(block.table, part), title=block.title, notes=notes, drawn=True)
    for inner in section.sections:
        yield from _find(inner, f"{part}: {inner.title}")


def _take(table: Table, part: str) -> FoundTable:
    columns, rows = table.columns, table.rows
    if table.pictures:
        columns = (*columns, table.picture_column or DRAWN)
        rows = tuple(
            (*row, NOTHING if picture is None else picture.alt)
            for row, picture in zip(rows, table.pictures, strict=True)
        )
    return FoundTable(title=table.title, part=part, columns=columns, rows=rows, notes=table.notes)


def _gather_small(table: Table, part: str) -> Iterator[FoundTable]:
    """Gather the tables of small pictures into one for each set of columns that fit together."""
    given = [
        (row[0], picture.table)
        for row, picture in zip(table.rows, table.pictures, strict=False)
        if picture is not None and picture.table is not None
    ]
    alike = _find_alike([one.columns for _, one in given])
    kinds = list(dict.fromkeys(alike))
    for number, columns in enumerate(kinds, start=1):
        together = [pair for pair, kind in zip(given, alike, strict=True) if kind == columns]
        several = f", part {number}" if len(kinds) > 1 else ""
        yield FoundTable(
            title=f"{table.title}: the numbers behind the small pictures{several}",
            part=part,
            columns=(table.columns[0], *columns),
            rows=[(name, *cells) for name, one in together for cells in _line_up(one, columns)],
            notes=dict.fromkeys(note for _, one in together for note in one.notes),
            drawn=True,
        )


def _find_alike(given: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Find for each table the columns of the table it stands in: those of the widest it fits.

    Remarks have a last column of their own, and fit everywhere.
    """
    bare = [tuple(one for one in columns if one != GOOD_TO_KNOW) for columns in given]
    widest = sorted(dict.fromkeys(bare), key=len, reverse=True)
    homes = [next(one for one in widest if set(columns) <= set(one)) for columns in bare]
    remarked = {home for home, columns in zip(homes, given, strict=True) if GOOD_TO_KNOW in columns}
    return [(*home, GOOD_TO_KNOW) if home in remarked else home for home in homes]


def _line_up(table: Table, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        yield tuple(cells.get(column, NOTHING) for column in columns)
