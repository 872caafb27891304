"""Can a reader of what is published work out a hidden number? Asked of the published numbers alone.

Nothing here sees a true number: what the audit says is what any reader with the rules could find.
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from obamodel.disclosure.attacking import MOST_SOLVES, Attacker, Range, UnfinishedError
from obamodel.disclosure.presets import find_rule
from obamodel.disclosure.shapes import Cell
from obamodel.disclosure.situation import SAFE, Situation, describe_situation, make_shape
from obamodel.disclosure.suppressing import find_exposed
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release
from obamodel.stats.answers import refuse_truth, say_number


@frozen(kw_only=True)
class Audit:
    """What an attacker with the rule book finds in a release.

    Parameters
    ----------
    hidden
        How many different numbers are withheld.
    exposed
        The places of those that can be worked out too well, and of small numbers nobody wrote
        down that can be; empty in a release that may leave the house.
    finished
        Whether the audit came to an end.
    """

    hidden: int
    exposed: tuple[str, ...] = ()
    finished: bool = True

    __bool__ = refuse_truth

    @property
    def is_safe(self) -> bool:
        """Whether nothing can be worked out."""
        return self.finished and not self.exposed

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        if not self.finished:
            return "The audit could not be finished."
        if self.exposed:
            return f"Can be worked out: {'; '.join(self.exposed)}."
        if not self.hidden:
            return "Audited: no number is hidden, and no small one can be worked out."
        return (
            f"Audited: {say_number(self.hidden, 'number')} hidden; each could be at least "
            f"{SAFE} different values, even for a reader who knows the rule."
        )

    def __str__(self) -> str:
        return self.sentence


def audit_release(
    release: Release, earlier: Sequence[Release] = (), *, solves: int = MOST_SOLVES
) -> Audit:
    """Attack a release with everything its readers know.

    Parameters
    ----------
    release
        The release.
    earlier
        What left the house before it.
    solves
        How many steps the audit may take for each thing that was counted.

    Returns
    -------
    Audit
        What was found; whether the audit came to an end is part of it.
    """
    hidden_cells: set[Cell] = set()
    exposed: list[str] = []
    finished = True
    for what in sorted(_find_families(release)):
        situation = look_at(release, earlier, what)
        hidden = find_hidden(release, situation, what)
        hidden_cells |= {situation.links.cells[index] for index in hidden}
        try:
            found = find_exposed(situation, hidden, told=False, solves=solves)
        except UnfinishedError:
            finished = False
            continue
        exposed += [_say(situation.links.cells[index]) for index in found]
    return Audit(hidden=len(hidden_cells), exposed=tuple(exposed), finished=finished)


def find_ranges(release: Release, earlier: Sequence[Release] = ()) -> dict[Cell, Range]:
    """Find for each hidden number of a release what it can be, by what is published.

    This is for inspection, and for checking the audit.
    """
    ranges = {}
    for what in sorted(_find_families(release)):
        situation = look_at(release, earlier, what)
        hidden = find_hidden(release, situation, what)
        lower, upper = situation.bound(hidden, told=False)
        attacker = Attacker(lower, upper, situation.relations)
        for index in sorted(hidden):
            ranges[situation.links.cells[index]] = attacker.find_range(index)
    return ranges


def look_at(release: Release, earlier: Sequence[Release], what: str) -> Situation:
    """Put down what is published of one thing that was counted, as a reader knows it."""
    kept = [
        evolve(
            each,
            counts=[table for table in each.counts if make_shape(table).of == what],
            tables=(),
        )
        for each in (*earlier, release)
    ]
    return describe_situation((), find_rule(release.protection), kept)


def find_hidden(release: Release, situation: Situation, what: str) -> frozenset[int]:
    """Find the places of the numbers that a release withholds."""
    place = {cell: index for index, cell in enumerate(situation.links.cells)}
    return frozenset(
        place[make_shape(table).find_cell(cell.at)]
        for table in release.counts
        if make_shape(table).of == what
        for cell in table.cells
        if cell.mark is Mark.WITHHELD
    )


def find_shown_before(
    release: Release, earlier: Sequence[Release]
) -> frozenset[tuple[str, tuple[str, ...]]]:
    """Find the withheld numbers that an earlier release shows, by table and place in it.

    They are no secret any more: whoever has the earlier release knows them.
    """
    if not earlier:
        return frozenset()
    found = set()
    for what in _find_families(release):
        situation = look_at(release, earlier, what)
        place = {cell: index for index, cell in enumerate(situation.links.cells)}
        for table in release.counts:
            shape = make_shape(table)
            if shape.of == what:
                found |= {
                    (table.id, cell.at)
                    for cell in table.cells
                    if cell.mark is Mark.WITHHELD
                    and place[shape.find_cell(cell.at)] in situation.known
                }
    return frozenset(found)


def _find_families(release: Release) -> set[str]:
    if release.protection.preset is Preset.NONE:
        return set()
    shapes = [
        (make_shape(table).of, any(dimension.is_sensitive for dimension in table.dimensions))
        for table in release.counts
        if table.counted is not Counted.THINGS
    ]
    return {what for what, is_sensitive in shapes if is_sensitive}


def _say(cell: Cell) -> str:
    at = " | ".join(f"{name}: {category}" for name, category in cell.at) or "the whole"
    time = f" ({cell.start} to {cell.end})" if cell.start else ""
    return at + time
