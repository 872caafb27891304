"""Can a reader of what is published work out a hidden number? Asked of the published numbers alone.

Nothing here sees a true number: what the audit says is what any reader with the rules could find.
"""

from collections.abc import Sequence

from attrs import frozen

from obamodel.disclosure.attacking import MOST_SOLVES, Attacker, Range
from obamodel.disclosure.describing import (
    describe_situation,
    find_sensitive,
    keep_family,
    make_shape,
)
from obamodel.disclosure.exposing import find_exposed
from obamodel.disclosure.presets import find_rule
from obamodel.disclosure.shapes import Cell
from obamodel.disclosure.situation import SAFE, Situation
from obamodel.disclosure.worlds import UnfinishedError
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
    known
        Those of the hidden that can be known from what was released earlier: they are no secret
        any more, and nothing here can make them one again.
    finished
        Whether the audit came to an end.
    """

    hidden: int
    exposed: tuple[str, ...] = ()
    known: frozenset[Cell] = frozenset()
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
        what = f"{say_number(self.hidden, 'number')} hidden"
        return say_audited(what, self.hidden, len(self.known), "knows the rule")

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
    known: set[Cell] = set()
    exposed: list[str] = []
    finished = True
    for what in sorted(_find_families(release, earlier)):
        situation = look_at(release, earlier, what)
        hidden = find_hidden(release, situation, what)
        cells = situation.links.cells
        hidden_cells |= {cells[index] for index in hidden}
        known |= {cells[index] for index in hidden & situation.known}
        try:
            found = find_exposed(situation, hidden, told=False, solves=solves)
        except UnfinishedError:
            finished = False
            continue
        exposed += [_say(cells[index]) for index in found]
    return Audit(
        hidden=len(hidden_cells),
        exposed=tuple(exposed),
        known=frozenset(known),
        finished=finished,
    )


def find_ranges(release: Release, earlier: Sequence[Release] = ()) -> dict[Cell, Range]:
    """Find for each hidden number of a release what it can be, by what is published.

    This is for inspection, and for checking the audit.
    """
    ranges = {}
    for what in sorted(_find_families(release, earlier)):
        situation = look_at(release, earlier, what)
        hidden = find_hidden(release, situation, what)
        lower, upper = situation.bound(hidden, told=False)
        attacker = Attacker(lower, upper, situation.relations)
        for index in sorted(hidden):
            ranges[situation.links.cells[index]] = attacker.find_range(index)
    return ranges


def look_at(release: Release, earlier: Sequence[Release], what: str) -> Situation:
    """Put down what is published of one thing that was counted, as a reader knows it."""
    before = [keep_family(each, what) for each in earlier]
    return describe_situation(
        (), find_rule(release.protection), before, [keep_family(release, what)]
    )


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


def _find_families(release: Release, earlier: Sequence[Release]) -> set[str]:
    """Find what was counted in a release that is sensitive in it, or was in an earlier one."""
    if release.protection.preset is Preset.NONE:
        return set()
    counted = {
        make_shape(table).of for table in release.counts if table.counted is not Counted.THINGS
    }
    return counted & find_sensitive((*earlier, release))


def say_audited(what: str, hidden: int, known: int, reader: str) -> str:
    """Say that what is hidden was audited, and against whom; what was known before apart."""
    each = "each"
    if known:
        what += f", of which {known} can be known from what was released earlier"
        each = "each of the others"
    if known == hidden:
        return f"Audited: {what}."
    return (
        f"Audited: {what}; {each} could be at least {SAFE} different values, even for a reader "
        f"who {reader}."
    )


def _say(cell: Cell) -> str:
    at = " | ".join(f"{name}: {category}" for name, category in cell.at) or "the whole"
    time = f" ({cell.start} to {cell.end})" if cell.start else ""
    return at + time
