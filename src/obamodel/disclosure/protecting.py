"""Which numbers of several tables are shown, rounded or hidden, and which tables cannot be shown?

What is protected is counts of people, or of their attendances, by a characteristic or a small
place. Three decisions are behind that sentence.

- A table with such a dimension is protected as a whole, its totals too: a total of three gives
  three people away as surely as a part of three.
- A table without one, such as everybody who came month by month, is shown as it was counted. Where
  it shares a number with a protected table, that number is shown in one way in both; and where it
  would give a hidden one away, it is hidden too. A table about people who share something (refugees
  by month) says so with a dimension that has one category.
- Counts of things (meetings, reports, places) are shown as they are, and so are numbers that are
  already public: hiding those protects nobody.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from attrs import field, frozen

from obamodel.disclosure.describing import (
    describe_situation,
    find_sensitive,
    keep_family,
    make_shape,
)
from obamodel.disclosure.presets import Rule
from obamodel.disclosure.shapes import plain
from obamodel.disclosure.situation import Situation
from obamodel.disclosure.suppressing import UnreachableError, choose_hidden
from obamodel.disclosure.worlds import UnfinishedError
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release, ReleasedCell
from obamodel.domain.tables import CountTable


class Why(StrEnum):
    """Why a table is withheld as a whole."""

    EXPOSED = "whatever is hidden in it, small numbers could still be worked out"
    UNFINISHED = "it could not be audited within the steps an audit may take"
    REVISED = (
        "numbers that were published before have changed since, and the difference could show "
        "the few people who were added or taken out"
    )
    RING = "it hangs together with other tables in too many ways to be audited"


@frozen(kw_only=True)
class Plan:
    """What is shown of each table.

    Parameters
    ----------
    shown
        For each table that is shown its cells, in the order of the table.
    withheld
        For each table that is not shown why.
    """

    shown: Mapping[str, tuple[ReleasedCell, ...]] = field(factory=dict)
    withheld: Mapping[str, Why] = field(factory=dict)


def plan_tables(tables: Sequence[CountTable], rule: Rule, earlier: Sequence[Release] = ()) -> Plan:
    """Decide for several tables together what is shown, rounded, hidden or withheld.

    Parameters
    ----------
    tables
        The tables that leave the house together; their order makes no difference.
    rule
        The rule to protect them by.
    earlier
        What left the house before.

    Raises
    ------
    InvalidError
        When two tables say different things about the same people.
    """
    shown: dict[str, tuple[ReleasedCell, ...]] = {}
    withheld: dict[str, Why] = {}
    families: dict[str, list[CountTable]] = {}
    for table in sorted(tables, key=lambda each: each.id):
        families.setdefault(f"{table.counted}: {plain(table.of)}", []).append(table)
    for family in families.values():
        if not _needs_care(family, rule, earlier):
            shown |= {table.id: _show_as_counted(table) for table in family}
            continue
        plan = _plan_family(family, rule, earlier)
        shown |= plan.shown
        withheld |= plan.withheld
    return Plan(shown=shown, withheld=withheld)


def _needs_care(family: Sequence[CountTable], rule: Rule, earlier: Sequence[Release]) -> bool:
    if rule.preset is Preset.NONE or family[0].counted is Counted.THINGS:
        return False
    if any(table.is_sensitive for table in family):
        return True
    return make_shape(family[0]).of in find_sensitive(earlier)


def _show_as_counted(table: CountTable) -> tuple[ReleasedCell, ...]:
    mark = Mark.PUBLIC if table.published else Mark.SHOWN
    return tuple(
        ReleasedCell(at=cell.at, mark=Mark.UNKNOWN)
        if cell.number is None
        else ReleasedCell(at=cell.at, number=cell.number, mark=mark)
        for cell in table.cells
    )


def _plan_family(family: Sequence[CountTable], rule: Rule, earlier: Sequence[Release]) -> Plan:
    left = list(family)
    withheld: dict[str, Why] = {}
    what = make_shape(family[0]).of
    before = [keep_family(release, what) for release in earlier]
    while left:
        situation = describe_situation(left, rule, before)
        try:
            gone, why = _find_unfit(left, situation)
            hidden = frozenset[int]() if gone else choose_hidden(situation)
        except UnreachableError as error:
            gone, why = [_find_worst(left, situation, error.exposed)], Why.EXPOSED
        except UnfinishedError:
            gone, why = [_find_worst(left, situation, ())], Why.UNFINISHED
        if not gone:
            shown = {table.id: _show(table, situation, hidden) for table in left}
            return Plan(shown=shown, withheld=withheld)
        for table in gone:
            withheld[table.id] = why
            left.remove(table)
    return Plan(withheld=withheld)


def _find_unfit(tables: Sequence[CountTable], situation: Situation) -> tuple[list[CountTable], Why]:
    """Find tables that cannot be judged at all, and why."""
    cells = situation.links.cells
    revised = {cells[index] for index in situation.revised}
    changed = [
        table
        for table in tables
        if not table.published
        and any(make_shape(table).find_cell(cell.at) in revised for cell in table.cells)
    ]
    if changed:
        return changed, Why.REVISED
    ring = [table for table in tables if table.id in situation.links.too_many]
    if ring:
        return [max(ring, key=lambda table: (len(table.cells), table.id))], Why.RING
    return [], Why.RING


def _find_worst(
    tables: Sequence[CountTable], situation: Situation, exposed: Sequence[int]
) -> CountTable:
    """Choose the table to leave out: by what it is about, as far as that is enough."""
    cells = {situation.links.cells[index] for index in exposed}
    names = {name for cell in cells for name, _ in cell.at}

    def weigh(table: CountTable) -> tuple[bool, int, int, int, int, str]:
        shape = make_shape(table)
        shows = sum(shape.find_cell(cell.at) in cells for cell in table.cells)
        shares = len(names & {plain(dimension.name) for dimension in table.dimensions})
        size = len(table.cells)
        return (not table.published, shows, shares, len(table.dimensions), size, table.id)

    return max(tables, key=weigh)


def _show(
    table: CountTable, situation: Situation, hidden: frozenset[int]
) -> tuple[ReleasedCell, ...]:
    place = {cell: index for index, cell in enumerate(situation.links.cells)}
    shape = make_shape(table)
    shown = []
    for cell in table.cells:
        index = place[shape.find_cell(cell.at)]
        if cell.number is None:
            shown.append(ReleasedCell(at=cell.at, mark=Mark.UNKNOWN))
        elif table.published:
            shown.append(ReleasedCell(at=cell.at, number=cell.number, mark=Mark.PUBLIC))
        elif index in hidden:
            shown.append(ReleasedCell(at=cell.at, mark=Mark.WITHHELD))
        elif index in situation.rounded:
            number = situation.rule.round(cell.number)
            shown.append(ReleasedCell(at=cell.at, number=number, mark=Mark.ROUNDED))
        else:
            shown.append(ReleasedCell(at=cell.at, number=cell.number))
    return tuple(shown)
