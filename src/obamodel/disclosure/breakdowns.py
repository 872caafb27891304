"""What may be shown of numbers by group: all breakdowns of an evaluation are protected together."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from obamodel.disclosure.presets import Rule, find_rule
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.breakdowns import Breakdown, Part, PartState
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release, ReleasedTable
from obamodel.domain.series import SeriesKind
from obamodel.domain.tables import CountCell, CountTable, Dimension

SMALL = "a small number, or one that would give a small one away, is not shown"
SMALL_OR_NOBODY = (
    "nobody, a small number, or one that would give a small one away: which of these is not shown"
)
FEW = "out of too few people to be shown"
NOT_CHECKED = "not shown, since the numbers it is worked out from are not known"
SILENT_HIDDEN = "How many did not say is not shown."
_AMONG, _OTHERS, _ALL = "counted here", "the others", "all of them"
_SILENT, _TOTAL = "did not say", "the whole"
_SUMMED = (SeriesKind.COUNT, SeriesKind.SHARE, SeriesKind.RATE)


@frozen(kw_only=True)
class PublishedBreakdowns:
    """The breakdowns as they may be shown, and what left with them.

    Parameters
    ----------
    breakdowns
        In the order in which they were given.
    release
        The same as tables, for readers and for a later audit.
    """

    breakdowns: tuple[Breakdown, ...]
    release: Release


def publish_breakdowns(
    breakdowns: Sequence[Breakdown], protection: Protection, earlier: Sequence[Release] = ()
) -> PublishedBreakdowns:
    """Hide and round the numbers of breakdowns, so that none gives a small one away.

    They are protected together, with their wholes and with those who did not say; shares also with
    those who are not among them. What cannot be added, such as a mean, is hidden where it is over
    too few people. A breakdown that is public already is shown as it is, and taken into account.

    Parameters
    ----------
    breakdowns
        As they are kept, with ids of their own.
    protection
        The rules that the group chose.
    earlier
        What left the house before about the same people.

    Examples
    --------
    >>> from obamodel.disclosure.standing_rule import STANDING
    >>> from obamodel.domain.breakdowns import Overlap
    >>> from obamodel.domain.traits import Trait
    >>> who_came = Breakdown(
    ...     id="who-came", name="Who came", of="people who came", counted=Counted.PEOPLE,
    ...     by="where they live", trait=Trait.SMALL_PLACE, overlap=Overlap.EXCLUSIVE,
    ...     complete=True, whole=56,
    ...     parts=[
    ...         Part(name="Basildon", number=40), Part(name="Thurrock", number=13),
    ...         Part(name="Tilbury", number=3),
    ...     ],
    ... )
    >>> (shown,) = publish_breakdowns([who_came], STANDING).breakdowns
    >>> [part.number for part in shown.parts], shown.whole
    ([40, 15, None], 55)
    """
    # What is public and about other people neither needs protection nor gives anybody away.
    guarded = {one.of for one in breakdowns if not may_show_as_it_is(one)}
    everything = protection.preset is Preset.NONE
    tables = [
        table for one in breakdowns if everything or one.of in guarded for table in make_tables(one)
    ]
    release = publish_tables(tables, protection, earlier)
    if protection.preset is Preset.NONE:
        return PublishedBreakdowns(breakdowns=tuple(breakdowns), release=release)
    rule = find_rule(protection)
    released = {table.id: table for table in release.counts}
    return PublishedBreakdowns(
        breakdowns=tuple(_publish(one, released, rule) for one in breakdowns), release=release
    )


def say_withheld(part: Part) -> str:
    """Say of a part whose number is hidden that it is, and that somebody is there if that is sure.

    Examples
    --------
    >>> say_withheld(Part(name="a", state=PartState.WITHHELD, reason=SMALL))
    'present, number withheld'
    >>> say_withheld(Part(name="a", state=PartState.WITHHELD, reason=SMALL_OR_NOBODY))
    'number withheld'
    """
    is_sure = part.reason not in (SMALL_OR_NOBODY, FEW, NOT_CHECKED)
    return str(PartState.WITHHELD) if is_sure else "number withheld"


def may_show_as_it_is(breakdown: Breakdown) -> bool:
    """Whether nothing in it need be hidden: public, of things, or by what leads to nobody."""
    is_open = breakdown.counted is Counted.THINGS or not breakdown.trait.is_sensitive
    return bool(breakdown.published) or is_open


def make_tables(breakdown: Breakdown) -> Iterator[CountTable]:
    """Write the counts of a breakdown as tables, as an attacker would: with all that adds up.

    A count is one table. A share is one with those who are not among them beside it; a rate is two,
    of the events and of those they are out of. Means and scores add up to nothing and have none.
    """
    if breakdown.kind not in _SUMMED or not _has_counts(breakdown):
        return
    if breakdown.kind is SeriesKind.COUNT:
        yield _make_table(breakdown, "", breakdown.of, [part.number for part in breakdown.parts])
    elif breakdown.kind is SeriesKind.SHARE:
        yield _make_share_table(breakdown)
    else:
        yield _make_table(breakdown, "", breakdown.of, [part.number for part in breakdown.parts])
        yield _make_table(
            breakdown,
            "-out-of",
            f"those out of whom are counted: {breakdown.of}",
            [part.out_of for part in breakdown.parts],
            whole=breakdown.whole_out_of,
        )


def _has_counts(breakdown: Breakdown) -> bool:
    return any(part.number is not None for part in breakdown.parts)


def _name_lines(breakdown: Breakdown) -> tuple[str, str]:
    """Name the lines of those who did not say and of the whole as no part is named."""
    taken = {part.name for part in breakdown.parts}
    silent, total = _SILENT, _TOTAL
    while silent in taken:
        silent += " which"
    while total in taken:
        total += " of it"
    return silent, total


def _make_dimension(breakdown: Breakdown, *, silent: bool, fits: bool) -> Dimension:
    silent_name, total = _name_lines(breakdown)
    return Dimension(
        name=breakdown.by,
        categories=[*(part.name for part in breakdown.parts), *([silent_name] if silent else [])],
        trait=breakdown.trait,
        total=total,
        overlap=breakdown.overlap,
        complete=breakdown.complete and fits,
    )


def _make_table(
    breakdown: Breakdown,
    suffix: str,
    of: str,
    numbers: Sequence[int | None],
    *,
    whole: int | None = None,
) -> CountTable:
    whole = whole if suffix else breakdown.whole
    silent = breakdown.not_stated if breakdown.kind is SeriesKind.COUNT or suffix else None
    silent_name, total = _name_lines(breakdown)
    # Parts said to be all there are, which are not, are a question for the review.
    there = sum(number or 0 for number in numbers) + (silent or 0)
    fits = whole is None or None in numbers or there == whole
    cells = [
        CountCell(at=[part.name], number=number)
        for part, number in zip(breakdown.parts, numbers, strict=True)
    ]
    if silent is not None:
        cells.append(CountCell(at=[silent_name], number=silent))
    # Numbers that their source has rounded do not add up, and stand in a sum to nobody.
    if whole is not None and not breakdown.rounded_to:
        cells.append(CountCell(at=[total], number=whole))
    dimension = _make_dimension(breakdown, silent=silent is not None, fits=fits)
    return _table(breakdown, suffix, of, [dimension], cells)


def _make_share_table(breakdown: Breakdown) -> CountTable:
    _, total = _name_lines(breakdown)
    lines = [(part.name, part.number, part.out_of) for part in breakdown.parts]
    given = breakdown.whole is not None and breakdown.whole_out_of is not None
    if given and not breakdown.rounded_to:
        lines.append((total, breakdown.whole, breakdown.whole_out_of))
    cells = []
    for name, number, out_of in lines:
        others = None if number is None or out_of is None else out_of - number
        cells += [
            CountCell(at=[name, _AMONG], number=number),
            CountCell(at=[name, _OTHERS], number=others),
            CountCell(at=[name, _ALL], number=out_of),
        ]
    among = Dimension(
        name="whether they are among them",
        categories=[_AMONG, _OTHERS],
        trait=breakdown.trait,
        total=_ALL,
    )
    # Those who did not say are out of the base, so the parts need not add up to the whole.
    fits = not breakdown.not_stated and all(
        None in (each := [getattr(part, name) for part in breakdown.parts])
        or sum(filter(None, each)) == whole
        for name, whole in (("number", breakdown.whole), ("out_of", breakdown.whole_out_of))
    )
    dimension = _make_dimension(breakdown, silent=False, fits=fits)
    return _table(breakdown, "", breakdown.of, [dimension, among], cells)


def _table(
    breakdown: Breakdown,
    suffix: str,
    of: str,
    dimensions: Sequence[Dimension],
    cells: Sequence[CountCell],
) -> CountTable:
    return CountTable(
        id=f"{breakdown.id}{suffix}",
        title=breakdown.name,
        of=of,
        counted=breakdown.counted,
        dimensions=dimensions,
        cells=cells,
        period=breakdown.period,
        published=breakdown.published,
    )


# --- what is left of a breakdown -----------------------------------------------------------


def _publish(breakdown: Breakdown, released: dict[str, ReleasedTable], rule: Rule) -> Breakdown:
    if may_show_as_it_is(breakdown) and not _is_touched(released.get(breakdown.id)):
        return breakdown
    found = _read(released.get(breakdown.id))
    out_of = _read(released.get(f"{breakdown.id}-out-of"))
    silent, total = _name_lines(breakdown)
    changes: dict[str, Any] = {"whole": None, "whole_out_of": None, "not_stated": None}
    if breakdown.kind is SeriesKind.COUNT:
        changes["whole"] = found.get((total,))
        changes["not_stated"] = found.get((silent,))
    elif breakdown.kind is SeriesKind.SHARE:
        changes["whole"], changes["whole_out_of"] = _fit(
            found.get((total, _AMONG)), found.get((total, _ALL)), rule
        )
    elif breakdown.kind is SeriesKind.RATE:
        changes["whole"], changes["whole_out_of"] = _fit(
            found.get((total,)), out_of.get((total,)), rule
        )
        changes["not_stated"] = out_of.get((silent,))
    parts = [_publish_part(breakdown, part, found, out_of, rule) for part in breakdown.parts]
    notes = [breakdown.note] if breakdown.note else []
    if breakdown.not_stated is not None and changes["not_stated"] is None:
        notes.append(SILENT_HIDDEN)
    if breakdown.rounded_to and breakdown.kind is SeriesKind.COUNT:
        changes["whole"] = None if breakdown.whole is None else rule.show(breakdown.whole)
    return evolve(
        breakdown,
        **changes,
        parts=parts,
        rounded_to=rule.base if rule.base > 1 else breakdown.rounded_to,
        note=" ".join(notes),
        published=breakdown.published or rule.sentence,
    )


def _is_touched(table: ReleasedTable | None) -> bool:
    """Whether anything was hidden or rounded, if only to keep another table safe."""
    return table is not None and any(
        cell.mark in (Mark.WITHHELD, Mark.ROUNDED) for cell in table.cells
    )


def _read(table: ReleasedTable | None) -> dict[tuple[str, ...], int | None]:
    return {} if table is None else {cell.at: cell.number for cell in table.cells}


def _fit(number: int | None, out_of: int | None, rule: Rule) -> tuple[int | None, int | None]:
    """Keep a fraction whole: both of its numbers, or neither; and out of enough people."""
    if number is None or out_of is None or out_of < rule.share_base:
        return None, None
    return number, out_of


def _publish_part(
    breakdown: Breakdown,
    part: Part,
    found: dict[tuple[str, ...], int | None],
    out_of: dict[tuple[str, ...], int | None],
    rule: Rule,
) -> Part:
    if not part.is_counted:
        return evolve(part, out_of=None)
    small = SMALL_OR_NOBODY if rule.hides_nobody else SMALL
    if breakdown.kind is SeriesKind.COUNT:
        number = found.get((part.name,))
        return _withhold(part, small) if number is None else evolve(part, number=number)
    if breakdown.kind not in _SUMMED:
        return _publish_average(breakdown, part, rule)
    if part.number is None:
        return _withhold(part, NOT_CHECKED)
    if breakdown.kind is SeriesKind.SHARE:
        number, over = found.get((part.name, _AMONG)), found.get((part.name, _ALL))
        if found.get((part.name, _OTHERS)) is None:
            number = None
    else:
        number, over = found.get((part.name,)), out_of.get((part.name,))
    if number is None or over is None:
        return _withhold(part, small)
    kept = _fit(number, over, rule)
    if kept[0] is None:
        return _withhold(part, FEW)
    return evolve(part, number=number, out_of=over, value=None)


def _publish_average(breakdown: Breakdown, part: Part, rule: Rule) -> Part:
    if part.out_of is None:
        return _withhold(part, NOT_CHECKED)
    over = rule.show(part.out_of)
    if over is None or rule.find_counts(over)[0] <= rule.average_above:
        return _withhold(part, FEW)
    return evolve(part, number=None, out_of=over, value=breakdown.value_of(part))


def _withhold(part: Part, reason: str) -> Part:
    return evolve(
        part, number=None, out_of=None, value=None, state=PartState.WITHHELD, reason=reason
    )
