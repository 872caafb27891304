"""Which list and which place follows for each candidate from its powers, data and choices?"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from obamodel.domain.choices import Choice
from obamodel.stats.priorities.candidates import Candidate, list_pairs_by_powers
from obamodel.stats.priorities.listing import Listing
from obamodel.stats.priorities.ordering import Order, Pair, find_order


@frozen(kw_only=True)
class Pool:
    """Candidates that stand beside each other: those with good data, or those without.

    Parameters
    ----------
    candidates
        All of them.
    order
        What comes before what.
    running
        The names of those for which there is a place to be had.
    choices
        The choices between candidates of this pool, cut down to them.
    overruled
        Each two of which the powers would put the first before the second, and the choices do not.
    """

    candidates: tuple[Candidate, ...]
    order: Order
    running: frozenset[str]
    choices: tuple[Choice, ...]
    overruled: tuple[Pair, ...]

    def find_places(self, name: str) -> tuple[int, int]:
        """Return the lowest and the highest place among those in the running."""
        return self.order.find_places(name, self.running)

    def list_running(self) -> tuple[str, ...]:
        """List those in the running by the places they can have."""
        return tuple(
            sorted(
                (name for name in self.order.names if name in self.running),
                key=self.find_places,
            )
        )


@frozen(kw_only=True)
class SortedCandidates:
    """All candidates of one outcome or service on their lists.

    Parameters
    ----------
    candidates
        Every candidate, in the evaluation's order.
    ready, wanting
        Those that could be headlines as far as their data go; and those without good data.
    choices
        Everything that was chosen between them.
    listings
        The list of each, in the order of the candidates.
    most
        How many headlines there is room for.
    """

    candidates: tuple[Candidate, ...]
    ready: Pool
    wanting: Pool
    choices: tuple[Choice, ...]
    listings: tuple[Listing, ...]
    most: int

    def list_names(self, listing: Listing) -> tuple[str, ...]:
        """List the names on one list: by place where they have one."""
        names = [
            candidate.name
            for candidate, found in zip(self.candidates, self.listings, strict=True)
            if found is listing
        ]
        for pool in (self.ready, self.wanting):
            if set(names) <= pool.running:
                names.sort(key=pool.find_places)
        return tuple(names)


def sort_candidates(
    candidates: Sequence[Candidate], choices: Sequence[Choice], most: int
) -> SortedCandidates:
    """Sort the candidates of one outcome or service into lists.

    In the running for the headlines is who has good data and is high on all three powers, or was
    chosen without anybody having judged its powers; and whoever the choices or the powers put
    before one of these. Where there is nobody of that kind, whoever was chosen is in the running.
    The agenda is made up in the same way of those without good data, with communication and proxy
    power only.
    """
    ready = [one for one in candidates if one.has_good_data and not one.set_apart]
    wanting = [one for one in candidates if not one.has_good_data]
    first = _make_pool(ready, choices, with_data=True)
    second = _make_pool(wanting, choices, with_data=False)
    return SortedCandidates(
        candidates=tuple(candidates),
        ready=first,
        wanting=second,
        choices=tuple(choices),
        listings=tuple(_find_listing(one, first, second, most) for one in candidates),
        most=most,
    )


def _make_pool(
    candidates: Sequence[Candidate], choices: Sequence[Choice], *, with_data: bool
) -> Pool:
    names = [one.name for one in candidates]
    kept = _cut_down(choices, set(names))
    by_powers = tuple(list_pairs_by_powers(candidates, with_data=with_data))
    order = find_order(names, [pair for choice in kept for pair in choice.pairs], by_powers)
    chosen = {choice.chosen for choice in choices}
    first = {
        one.name
        for one in candidates
        if one.is_wanted or (one.powers is None and one.name in chosen)
    } or chosen.intersection(names)
    return Pool(
        candidates=tuple(candidates),
        order=order,
        running=_let_in(first, order, by_powers),
        choices=kept,
        overruled=tuple(pair for pair in by_powers if not order.puts(*pair)),
    )


def _let_in(first: AbstractSet[str], order: Order, by_powers: Sequence[Pair]) -> frozenset[str]:
    """Let in whoever comes before one in the running, by the order or by its powers."""
    running = set(first)
    while True:
        more = {name for name in order.names if order.after[name] & running}
        # Where choices and powers pull apart the order is open, but the higher one is not left out.
        more |= {higher for higher, other in by_powers if other in running}
        if more <= running:
            return frozenset(running)
        running |= more


def _cut_down(choices: Sequence[Choice], names: AbstractSet[str]) -> tuple[Choice, ...]:
    """Keep of each choice what is between candidates of one pool."""
    kept = []
    for choice in choices:
        over = [name for name in choice.over if name in names]
        if choice.chosen in names and over:
            kept.append(Choice(chosen=choice.chosen, over=over, judged=choice.judged))
    return tuple(kept)


def _find_listing(candidate: Candidate, ready: Pool, wanting: Pool, most: int) -> Listing:
    name = candidate.name
    if name in ready.running:
        lowest, highest = ready.find_places(name)
        if highest <= most:
            return Listing.HEADLINE
        return Listing.TIED if lowest <= most else Listing.SECONDARY
    if name in wanting.running:
        return Listing.AGENDA
    pool = wanting if name in wanting.order.names else ready
    passed_over = any(name in choice.over for choice in pool.choices)
    if candidate.powers is None and not passed_over and not candidate.set_apart:
        return Listing.UNDECIDED
    return Listing.SECONDARY if candidate.is_in_the_story else Listing.SET_ASIDE
