"""Who is missing, as it may be shown: shares of published numbers beside those of a population."""

from attrs import frozen

from obamodel.disclosure.breakdowns import SILENT_HIDDEN, say_withheld
from obamodel.disclosure.curves import AGAIN
from obamodel.disclosure.presets import find_rule
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.losses import Loss
from obamodel.domain.protection import Protection
from obamodel.domain.published_presence import PublishedPresence, PublishedShare
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.errors import InvalidError
from obamodel.stats.presence import Presence, assess_presence

TOO_FEW = "out of too few people to be shown"
NOBODY = "nobody"
NOT_SAID = "not known"
NOT_SHOWN = "not shown"
_UNSHOWN = {
    PartState.REACHED: ("reached, not counted", Mark.UNKNOWN),
    PartState.UNKNOWN: (NOT_SAID, Mark.UNKNOWN),
}


@frozen(kw_only=True)
class PublishedComparison:
    """Those who take part beside a population: what is drawn, and what is said of it.

    Parameters
    ----------
    chart
        What may be drawn.
    answer
        Who is missing, worked out from the numbers that may be shown; none where too few are left.
    caveats
        What a reader should weigh.
    """

    chart: PublishedPresence
    answer: Presence | None
    caveats: tuple[str, ...]


def publish_presence(
    shown: Breakdown,
    reference: Breakdown,
    protection: Protection,
    *,
    lost: Loss | None = None,
) -> PublishedComparison:
    """Hold a published breakdown against a published population.

    Every share is worked out from numbers as they were published, and so is who is missing.

    Parameters
    ----------
    shown
        Those who take part by group, as ``publish`` leaves it.
    reference
        The population by the same groups, as ``publish`` leaves it.
    protection
        The rules that the group chose.
    lost
        What is lost, where the numbers of those who take part are.

    Examples
    --------
    >>> from obamodel.disclosure.standing_rule import NOTHING_HIDDEN
    >>> from obamodel.domain.quantities import Counted
    >>> from obamodel.domain.traits import Trait
    >>> where = dict(
    ...     by="where they live", counted=Counted.PEOPLE, trait=Trait.LARGE_PLACE,
    ...     overlap=Overlap.EXCLUSIVE, complete=True,
    ... )
    >>> came = Breakdown(
    ...     id="came", name="Who came", of="members", **where,
    ...     parts=[Part(name="North", number=58), Part(name="South", number=2)],
    ... )
    >>> adults = Breakdown(
    ...     id="adults", name="Adults", of="adults", published="Census 2021", **where,
    ...     parts=[Part(name="North", number=80_000), Part(name="South", number=20_000)],
    ... )
    >>> found = publish_presence(came, adults, NOTHING_HIDDEN)
    >>> [(row.group, row.share, row.reference_share) for row in found.chart.rows]
    [('North', 97.0, 80.0), ('South', 3.0, 20.0)]
    """
    rule = find_rule(protection)
    base = _find_base(shown)
    enough = base is not None and base > 0 and base >= rule.share_base
    parts = {part.name: part for part in shown.parts}
    hides_nobody = (
        rule.hides_nobody and shown.trait.is_sensitive and shown.counted is not Counted.THINGS
    )
    left_out = any(group.name not in parts for group in reference.parts)
    population = _find_base(reference)
    rows = []
    for group in reference.parts:
        part = parts.get(group.name)
        share, words, mark = None, TOO_FEW, Mark.WITHHELD
        if part is None and not shown.complete:
            words, mark = NOT_SAID, Mark.UNKNOWN
        elif part is None:
            # A group that is not among all there are is nobody, which some rules hide too.
            share, words, mark = (
                (None, NOT_SHOWN, Mark.WITHHELD) if hides_nobody else (0.0, NOBODY, Mark.SHOWN)
            )
        elif not part.is_counted:
            words, mark = _UNSHOWN.get(part.state) or (say_withheld(part), Mark.WITHHELD)
        elif part.number is not None and enough and base:
            share, words, mark = float(round(100 * part.number / base)), "", Mark.SHOWN
        if lost is not None:
            share, words, mark = None, "lost", Mark.UNKNOWN
        rows.append(
            PublishedShare(
                group=group.name,
                share=share,
                reference_share=_find_share(group, population),
                words=words,
                mark=mark,
            )
        )
    tells_nobody = hides_nobody and shown.complete and left_out
    silent = lost is not None or tells_nobody
    answer = None if silent else _assess(shown, reference, enough=enough)
    again = (AGAIN,) if shown.rounded_to or _hides(shown) else ()
    chart = PublishedPresence(
        title=shown.name,
        of=shown.of,
        reference_of=reference.of,
        rows=rows,
        lost=lost,
        notes=[note for note in (reference.source, *again) if note],
    )
    return PublishedComparison(
        chart=chart,
        answer=answer,
        caveats=(*(answer.caveats if answer is not None else ()), *again),
    )


def _hides(shown: Breakdown) -> bool:
    return any(part.state is PartState.WITHHELD for part in shown.parts)


def _find_base(breakdown: Breakdown) -> int | None:
    """Return out of how many the shares are: of those who said to which group they belong."""
    if breakdown.base is not None and SILENT_HIDDEN not in breakdown.note:
        return breakdown.base
    adds_up = breakdown.complete and breakdown.overlap is Overlap.EXCLUSIVE
    if not adds_up or any(part.number is None for part in breakdown.parts):
        return None
    return sum(part.number or 0 for part in breakdown.parts)


def _find_share(part: Part, population: int | None) -> float | None:
    if part.number is None or not population:
        return None
    return round(100 * part.number / population, 1)


def _assess(shown: Breakdown, reference: Breakdown, *, enough: bool) -> Presence | None:
    if not enough:
        return None
    try:
        return assess_presence(shown, reference)
    except InvalidError:
        # What cannot be compared was said at the desk; the chart says what there is.
        return None
