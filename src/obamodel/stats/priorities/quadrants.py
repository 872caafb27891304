"""Which measures may be headlines by their quadrant, and where must a count stand in?"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from obamodel.domain.measures import BetterOff, PerformanceMeasure, Quadrant
from obamodel.stats.priorities.candidates import has_good_data


@frozen(kw_only=True)
class QuadrantNotes:
    """What the quadrants of a service's measures mean for their places.

    Parameters
    ----------
    set_apart
        By name: why a measure may not be a headline.
    notes
        By name: what to say beside its place.
    """

    set_apart: Mapping[str, str]
    notes: Mapping[str, str]


def look_at_quadrants(measures: Sequence[PerformanceMeasure]) -> QuadrantNotes:
    """Find the measures that may be headlines: how well, and which percentage is better off.

    Where no percentage can be had for a way of being better off, the number of people stands in.

    Parameters
    ----------
    measures
        The measures of one service.
    """
    covered = {
        way
        for measure in measures
        if measure.quadrant is Quadrant.BETTER_OFF_SHARE
        and has_good_data(measure.data, measure.powers)
        for way in measure.better_off
    }
    set_apart, notes = {}, {}
    for measure in measures:
        if measure.quadrant is Quadrant.HOW_MUCH:
            set_apart[measure.id] = "it says how much was done, not how well, nor who is better off"
        elif measure.quadrant is Quadrant.BETTER_OFF_NUMBER:
            uncovered = [way for way in measure.better_off if way not in covered]
            if uncovered:
                notes[measure.id] = (
                    f"it is a count, because no percentage can be had for {_join_ways(uncovered)}"
                )
            else:
                set_apart[measure.id] = "it is a count, and there is a percentage for the same"
        elif measure.quadrant is Quadrant.HOW_WELL and not _is_out_of(measure):
            notes[measure.id] = "it is no percentage, for nothing says out of how many"
    return QuadrantNotes(set_apart=set_apart, notes=notes)


def list_one_sided(
    headlines: Sequence[str], ready: Sequence[str], measures: Sequence[PerformanceMeasure]
) -> Iterator[str]:
    """Say where the headlines show only how well it was done, or only who is better off.

    Parameters
    ----------
    headlines
        The names of the headlines.
    ready
        The names of all that have good data and could be headlines.
    measures
        The measures of the service.
    """
    sides = {
        measure.id: "how well it is done"
        if measure.quadrant is Quadrant.HOW_WELL
        else "whether anyone is better off"
        for measure in measures
    }
    shown = {sides[name] for name in headlines}
    for side in dict.fromkeys(sides[name] for name in ready if shown and sides[name] not in shown):
        yield (
            f"No headline says {side}, though there are data that do: ask the partners whether "
            "one should."
        )
    for side in ("how well it is done", "whether anyone is better off"):
        if shown and side not in shown and side not in {sides[name] for name in ready}:
            yield f"No headline says {side}, for nothing that does has good data."


def _is_out_of(measure: PerformanceMeasure) -> bool:
    """Say whether a measure of how well is a percentage, a rate or a ratio."""
    unit = measure.unit.casefold()
    return bool(measure.denominator) or "%" in unit or "per" in unit.replace("%", " ").split()


def _join_ways(ways: Sequence[BetterOff]) -> str:
    return " or ".join(ways)
