"""Which share of a population is each of its groups?"""

from collections.abc import Iterator, Mapping

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.fields import show
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault

_HALF = 0.5


def find_unknown_shares(reference: Breakdown) -> Iterator[Fault]:
    """Find why the share of its groups cannot be told from a population's breakdown."""
    if reference.kind is SeriesKind.COUNT:
        if reference.overlap is Overlap.OVERLAPPING and not reference.base:
            yield Fault(
                "whole-missing",
                f"one can be in two groups of {reference.id}, so the groups do not add up to how "
                "many people there are, and nothing else says it",
                "write whole: how many people there are in all",
                path=("reference", "whole"),
            )
        elif not sum(part.number or 0 for part in reference.parts):
            mend = "give how many people of each group there are"
            yield Fault(
                "nobody-counted", f"{reference.id} counts nobody", mend, path=("reference", "parts")
            )
    elif reference.kind is SeriesKind.SHARE:
        yield from _find_faults_of_shares(reference)
    else:
        yield Fault(
            "not-a-population",
            f"{reference.id} is a {reference.kind}, and a population is counted",
            "give how many people of each group there are, or which share of all of them it is",
            path=("reference", "kind"),
        )


def _find_faults_of_shares(reference: Breakdown) -> Iterator[Fault]:
    """Find why shares are not those of the groups of one population.

    The share of each group who did something is written the same way; only that the shares of
    groups that exclude each other add up to all tells the two apart.
    """
    path = ("reference", "parts")
    if reference.overlap is Overlap.OVERLAPPING:
        wholes = {part.out_of for part in reference.counted_parts}
        if None in wholes or len(wholes) > 1:
            yield Fault(
                "shares-of-different-wholes",
                f"one can be in two groups of {reference.id}, and nothing shows that its shares "
                "are all of the same people",
                "give how many people of each group there are and how many in all, kind count",
                path=path,
            )
        return
    missing = [show(part.name) for part in reference.uncounted_parts]
    if missing:
        yield Fault(
            "share-missing",
            f"the share of {', '.join(missing)} is not known, so nothing shows that the others "
            "are of the same people",
            "give how many people of each group there are, kind count",
            path=path,
        )
        return
    shares = [_find_share(reference, part) for part in reference.parts]
    total = sum(shares)
    room = sum(_find_rounding(reference, part) for part in reference.parts)
    if abs(total - 1) > room + 1e-9:
        yield Fault(
            "shares-not-of-one-whole",
            f"the shares of {reference.id} add up to {100 * total:.4g}% and not to 100%",
            "give the share that each group is of the whole population, with no group left out; "
            "or how many people of each group there are, kind count",
            path=path,
        )


def _find_share(reference: Breakdown, part: Part) -> float:
    return (reference.value_of(part) or 0.0) / (reference.per or 1.0)


def _find_rounding(reference: Breakdown, part: Part) -> float:
    """Find by how much a share may be off because it was rounded before it was written down."""
    if part.number is not None or part.value is None:
        return 0.0
    decimals = len(f"{part.value:.10f}".rstrip("0").partition(".")[2])
    return float(_HALF * 10.0**-decimals / (reference.per or 1.0))


def find_shares(reference: Breakdown) -> Mapping[str, float | None]:
    """Find which share of all that are counted each group is; none where it is not counted.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.quantities import Counted
    >>> adults = Breakdown(
    ...     id="adults", name="Adults", of="adults in the county", counted=Counted.PEOPLE,
    ...     by="where they live", trait=Trait.LARGE_PLACE, overlap=Overlap.EXCLUSIVE,
    ...     complete=True,
    ...     parts=[Part(name="North", number=60_000), Part(name="South", number=20_000)],
    ... )
    >>> dict(find_shares(adults))
    {'North': 0.75, 'South': 0.25}
    """
    if reference.kind is SeriesKind.SHARE:
        shares = {part.name: _find_share(reference, part) for part in reference.counted_parts}
        whole = 1.0 if reference.overlap is Overlap.OVERLAPPING else sum(shares.values())
    else:
        shares = {part.name: float(part.number or 0) for part in reference.counted_parts}
        whole = sum(shares.values())
        if reference.overlap is Overlap.OVERLAPPING:
            whole = float(reference.base or 0)
    known = {name: share / whole for name, share in shares.items()}
    return {part.name: known.get(part.name) for part in reference.parts}
