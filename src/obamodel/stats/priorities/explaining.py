"""Why does a candidate stand where it stands, in one plain sentence?"""

from collections.abc import Iterator, Sequence

from obamodel.stats.priorities.candidates import Candidate
from obamodel.stats.priorities.listing import Listing, Placed
from obamodel.stats.priorities.placing import Pool, SortedCandidates
from obamodel.stats.priorities.telling import say_between, tell_choices
from obamodel.stats.priorities.wording import begin_sentence, say_places


def place_candidates(sorted_ones: SortedCandidates) -> tuple[Placed, ...]:
    """Put every candidate in its place with the reason: list by list, the first place first."""
    by_name = {one.name: one for one in sorted_ones.candidates}
    return tuple(
        _place(by_name[name], listing, sorted_ones)
        for listing in Listing
        for name in sorted_ones.list_names(listing)
    )


def _place(candidate: Candidate, listing: Listing, among: SortedCandidates) -> Placed:
    pool = {
        Listing.HEADLINE: among.ready,
        Listing.TIED: among.ready,
        Listing.AGENDA: among.wanting,
    }.get(listing)
    lowest, highest = (None, None) if pool is None else pool.find_places(candidate.name)
    parts = list(_list_reasons(candidate, listing, among))
    if candidate.note:
        parts.append(candidate.note)
    return Placed(
        candidate=candidate,
        listing=listing,
        lowest=lowest,
        highest=highest,
        because=begin_sentence("; ".join(parts)) + ".",
    )


def _list_reasons(candidate: Candidate, listing: Listing, among: SortedCandidates) -> Iterator[str]:
    if listing in (Listing.HEADLINE, Listing.TIED):
        yield from _say_place(candidate, listing, among.ready, among)
    elif listing is Listing.AGENDA:
        yield from _say_place(candidate, listing, among.wanting, among)
    elif listing is Listing.SECONDARY:
        yield from _say_secondary(candidate, among)
    elif listing is Listing.UNDECIDED:
        data = (
            "its data are good, but"
            if candidate.has_good_data
            else f"{candidate.data_in_words}, and"
        )
        yield f"{data} nobody has judged its three powers, nor chosen it"
    else:
        yield from _say_set_aside(candidate, among)


def _say_place(
    candidate: Candidate, listing: Listing, pool: Pool, among: SortedCandidates
) -> Iterator[str]:
    place = say_places(*pool.find_places(candidate.name))
    if listing is Listing.TIED:
        left = among.most - len(among.list_names(Listing.HEADLINE))
        tied = len(among.list_names(Listing.TIED))
        places = "the last place" if left == 1 else f"the last {left} places"
        place = f"one of {tied} for {places} among the headlines"
    elif listing is Listing.AGENDA:
        place += " on the agenda"
    yield f"{place}, because {_join(_say_merit(candidate, listing, pool))}"
    yield from _say_open(candidate, pool)


def _say_merit(candidate: Candidate, listing: Listing, pool: Pool) -> list[str]:
    if listing is not Listing.AGENDA:
        said = [candidate.powers_in_words]
    elif candidate.is_wanted:
        said = [f"it is high on communication and proxy, and {candidate.data_in_words}"]
    else:
        said = [f"{candidate.powers_in_words}, {candidate.data_in_words}"]
    return [*said, *_tell_choices(candidate.name, pool)]


def _tell_choices(name: str, pool: Pool) -> Iterator[str]:
    called = {one.name: one.said for one in pool.candidates}
    return tell_choices(name, pool.choices, called, in_full=False)


def _say_open(candidate: Candidate, pool: Pool) -> Iterator[str]:
    called = {one.name: one.said for one in pool.candidates}
    name, order = candidate.name, pool.order
    others = [
        other
        for other in order.names
        if other in pool.running
        and other != name
        and not (order.puts(name, other) or order.puts(other, name))
    ]
    circle = [called[other] for other in others if order.share_circle(name, other)]
    never = [called[other] for other in others if not order.share_circle(name, other)]
    if circle:
        yield f"the choices {say_between(circle)} go round in a circle"
    if never:
        yield f"nobody has chosen {say_between(never)}"


def _say_secondary(candidate: Candidate, among: SortedCandidates) -> Iterator[str]:
    name, ready = candidate.name, among.ready
    if candidate.set_apart:
        yield candidate.set_apart
    elif name in ready.running:
        yield (
            f"{say_places(*ready.find_places(name))} of {len(ready.running)}, and there is room "
            f"for {among.most} headlines: {_join(_say_merit(candidate, Listing.SECONDARY, ready))}"
        )
    else:
        pool = ready if name in ready.order.names else among.wanting
        reasons = _join([candidate.powers_in_words, *_tell_choices(name, pool)])
        yield f"it can be used in the story, and {reasons}"


def _say_set_aside(candidate: Candidate, among: SortedCandidates) -> Iterator[str]:
    said = [candidate.set_apart] if candidate.set_apart else []
    if not candidate.set_apart or candidate.powers is not None:
        said.append(candidate.powers_in_words)
    yield f"{_join(said)}, and {candidate.data_in_words}"
    yield from _tell_choices(candidate.name, among.wanting)


def _join(parts: Sequence[str]) -> str:
    return ", and ".join(parts)
