"""Tables of counts as they may leave the house, all those of a report together."""

import itertools
from collections.abc import Mapping, Sequence

from attrs import evolve

from obamodel.disclosure.auditing import Audit, audit_release, say_audited
from obamodel.disclosure.coarser import POOL, offer_coarser
from obamodel.disclosure.describing import make_shape
from obamodel.disclosure.presets import STAR, Rule, find_rule
from obamodel.disclosure.protecting import Why, plan_tables
from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import show
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from obamodel.domain.releases import Release, ReleasedCell, ReleasedTable
from obamodel.domain.tables import CountTable
from obamodel.errors import Fault, InvalidError

NOT_KNOWN = "not known"
NOT_GIVEN = "-"


def publish_tables(
    tables: Sequence[CountTable],
    protection: Protection,
    earlier: Sequence[Release] = (),
    *,
    on: PartialDate | None = None,
) -> Release:
    """Make the tables of a report that may leave the house: small numbers are safe in all of them.

    The tables are protected together, because two that are safe alone can give a number away
    together. The rule hides and rounds; then as few further numbers as possible are hidden, until
    an attacker who knows the rule, the rounding, every table and the earlier releases cannot narrow
    any hidden number down to fewer than three values. A table for which that cannot be reached, or
    whose audit does not end, is withheld as a whole.

    Parameters
    ----------
    tables
        All tables of counts in the report. Each has its own ``id``.
    protection
        By which rule, and who chose it, when and why.
    earlier
        What left the house before about the same people.
    on
        When this leaves the house, for the record.

    Returns
    -------
    Release
        The tables for readers in the given order, and the same number for number for a later audit.

    Raises
    ------
    InvalidError
        When two tables have one name, or say different things about the same people.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.quantities import Counted
    >>> from obamodel.domain.tables import CountCell, Dimension
    >>> trusts = Dimension(name="team", categories=["A", "B", "C"], trait=Trait.SMALL_PLACE)
    >>> numbers = {"A": 150, "B": 80, "C": 2, "Total": 232}
    >>> table = CountTable(
    ...     id="replies", title="Replies by team", of="people who replied",
    ...     counted=Counted.PEOPLE, dimensions=[trusts],
    ...     cells=[CountCell(at=[name], number=number) for name, number in numbers.items()],
    ... )
    >>> judged = Judgement(author="Board", on=PartialDate.parse("2026"), reason="Few people.")
    >>> release = publish_tables([table], Protection(preset=Preset.CMS11, judged=judged))
    >>> [row.cells for row in release.tables[0].rows]
    [('A', '150'), ('B', '*'), ('C', '*'), ('Total', '232')]
    """
    _check_names(tables)
    plan = plan_tables(tables, find_rule(protection), earlier)
    shown, withheld = dict(plan.shown), dict(plan.withheld)
    while True:
        # The published numbers are attacked once more as a reader has them, no true number near.
        counts = [_record(table, shown[table.id]) for table in tables if table.id in shown]
        audit = audit_release(Release(protection=protection, counts=counts, on=on), earlier)
        if audit.is_safe:
            return _make_release(tables, counts, withheld, protection, audit, on)
        worst = max(counts, key=lambda table: (len(table.cells), table.id))
        withheld[worst.id] = Why.EXPOSED if audit.finished else Why.UNFINISHED
        del shown[worst.id]


def _check_names(tables: Sequence[CountTable]) -> None:
    names = [table.id for table in tables]
    faults = [
        Fault("named-twice", f"two tables are called {show(name)}", "give each its own id")
        for index, name in enumerate(names)
        if name in names[:index]
    ]
    if faults:
        raise InvalidError("the tables", faults)


def _make_release(
    tables: Sequence[CountTable],
    counts: Sequence[ReleasedTable],
    withheld: Mapping[str, Why],
    protection: Protection,
    audit: Audit,
    on: PartialDate | None,
) -> Release:
    known = {table.id: _count_known(table, audit) for table in counts}
    cells = {table.id: table.cells for table in counts}
    kept_back = [table for table in tables if table.id in withheld]
    offers = [
        f"{table.title}: {sentence}"
        for table in kept_back
        for sentence in (*(offer.sentence for offer in offer_coarser(table)), POOL)
    ]
    release = Release(
        protection=protection,
        tables=[
            _lay_out(table, cells[table.id], protection, known[table.id])
            for table in tables
            if table.id in cells
        ],
        counts=counts,
        withheld=[f"{table.title}: {withheld[table.id]}." for table in kept_back],
        offers=offers,
        on=on,
    )
    rule = find_rule(protection)
    return evolve(release, notes=_write_release_notes(release, rule, sum(known.values())))


def _count_known(table: ReleasedTable, audit: Audit) -> int:
    """Count the numbers a table hides that can be known from what was released earlier."""
    shape = make_shape(table)
    hidden = [cell for cell in table.cells if cell.mark is Mark.WITHHELD]
    return sum(shape.find_cell(cell.at) in audit.known for cell in hidden)


def _record(table: CountTable, cells: Sequence[ReleasedCell]) -> ReleasedTable:
    return ReleasedTable(
        id=table.id,
        of=table.of,
        counted=table.counted,
        dimensions=table.dimensions,
        cells=cells,
        period=table.period,
        since=table.since,
        adding=table.adding,
    )


# --- laying out --------------------------------------------------------------------------


def _lay_out(
    table: CountTable, cells: Sequence[ReleasedCell], protection: Protection, known: int
) -> PublishedTable:
    rule = find_rule(protection)
    by_place = {cell.at: cell for cell in cells}
    down, headings = table.dimensions, [table.of]
    across: list[tuple[str, ...]] = [()]
    if len(table.dimensions) > 1:
        down, last = table.dimensions[:-1], table.dimensions[-1]
        shown = {cell.at[-1] for cell in cells}
        headings = [name for name in last.names if name in shown]
        across = [(name,) for name in headings]
    rows = []
    for at in itertools.product(*(dimension.names for dimension in down)):
        places = [(*at, *end) for end in across]
        if any(place in by_place for place in places):
            rows.append(_make_row(at or ("Everybody",), [by_place.get(each) for each in places]))
    labels = [dimension.name for dimension in down] or ["Who"]
    rounded = any(cell.mark is Mark.ROUNDED for cell in cells)
    return PublishedTable(
        title=table.title,
        columns=[*labels, *headings],
        rows=rows,
        notes=_write_notes(table, cells, protection, known),
        rounded_to=rule.base if rounded else 1,
    )


def _make_row(names: Sequence[str], cells: Sequence[ReleasedCell | None]) -> PublishedRow:
    texts = [_write_cell(cell) for cell in cells]
    marks = [Mark.UNKNOWN if cell is None else cell.mark for cell in cells]
    only = cells[0] if len(cells) == 1 else None
    return PublishedRow(
        cells=[*names, *texts],
        number=None if only is None else only.number,
        marks=[*(Mark.WORDS for _ in names), *marks],
    )


def _write_cell(cell: ReleasedCell | None) -> str:
    if cell is None:
        return NOT_GIVEN
    if cell.mark is Mark.WITHHELD:
        return STAR
    return NOT_KNOWN if cell.number is None else str(cell.number)


# --- in words ----------------------------------------------------------------------------


def _write_notes(
    table: CountTable, cells: Sequence[ReleasedCell], protection: Protection, known: int
) -> list[str]:
    rule = find_rule(protection)
    marks = [cell.mark for cell in cells]
    notes = [table.note] if table.note else []
    if rule.preset is Preset.NONE:
        if table.is_sensitive:
            notes.append(f"{rule.sentence} Why: {protection.judged.reason}")
    elif (table.is_sensitive and not table.published) or Mark.WITHHELD in marks:
        notes.append(rule.sentence)
    hidden = marks.count(Mark.WITHHELD)
    if hidden:
        notes.append(
            "Where a hidden number could have been worked out from the others, one more is hidden; "
            "the mark is the same, so nobody can tell which."
        )
        reader = "knows the rule and has every table of this report"
        notes.append(say_audited(f"{hidden} hidden here", hidden, known, reader))
    if Mark.ROUNDED in marks:
        notes.append("Each number is rounded by itself, so the parts may not add up to the whole.")
    if table.published:
        notes.append(f"These numbers were already public: {table.published}")
    return notes


def _write_release_notes(release: Release, rule: Rule, known: int) -> list[str]:
    if rule.preset is Preset.NONE:
        return [f"{rule.sentence} Why: {release.protection.judged.reason}"]
    notes = [f"{rule.sentence} The rule is that of: {rule.source}."]
    hidden = sum(cell.mark is Mark.WITHHELD for table in release.counts for cell in table.cells)
    if hidden:
        what = f"{hidden} hidden in all tables together"
        notes.append(say_audited(what, hidden, known, "knows the rule"))
    else:
        notes.append("Audited: nothing is hidden, and no small number can be worked out.")
    notes += [f"Not shown as a whole: {each}" for each in release.withheld]
    return notes
