"""Where do the lists that the evaluation itself writes differ from what follows?"""

from collections.abc import Iterator, Sequence

from obamodel.domain.outcomes import Outcome
from obamodel.domain.services import Service
from obamodel.stats.priorities.listing import Listing
from obamodel.stats.priorities.naming import join_candidates
from obamodel.stats.priorities.placing import Pool, SortedCandidates


def compare_headlines(holder: Outcome | Service, found: SortedCandidates) -> Iterator[str]:
    """Say where the evaluation's own headlines differ from what powers, data and choices lead to.

    Parameters
    ----------
    holder
        The outcome or service with its lists.
    found
        Its candidates on the lists that follow.
    """
    called = {one.name: one.said for one in found.candidates}
    listings = dict(zip(called, found.listings, strict=True))
    headlines = (
        holder.headline_indicators if isinstance(holder, Outcome) else holder.headline_measures
    )
    for listing in Listing:
        names = [called[name] for name in headlines if listings.get(name) is listing]
        if names and listing is not Listing.HEADLINE:
            yield (
                f"The evaluation names {join_candidates(names)} as "
                f"{'a headline' if len(names) == 1 else 'headlines'}; "
                f"{_say_listed(listing, len(names) == 1)}."
            )
    missed = [called[name] for name in found.list_names(Listing.HEADLINE) if name not in headlines]
    if missed:
        yield f"The evaluation does not name {join_candidates(missed)} among its headlines."
    yield from _compare_order("headlines", headlines, found.ready, called)


def compare_agendas(holder: Outcome | Service, found: SortedCandidates) -> Iterator[str]:
    """Say where the evaluation's own agenda differs from what powers, data and choices lead to.

    Parameters
    ----------
    holder
        The outcome or service with its agenda.
    found
        Its candidates on the lists that follow.
    """
    called = {one.name: one.said for one in found.candidates}
    written = holder.data_development_agenda
    agenda = found.list_names(Listing.AGENDA)
    extra = [called[name] for name in written if name in called and name not in agenda]
    if extra:
        yield (
            f"The evaluation has {join_candidates(extra)} on its data development agenda, "
            "and powers, data and choices do not put "
            f"{'it' if len(extra) == 1 else 'them'} there."
        )
    missed = [called[name] for name in agenda if name not in written]
    if missed:
        yield f"The evaluation's data development agenda leaves out {join_candidates(missed)}."
    yield from _compare_order("data development agenda", written, found.wanting, called)


def _compare_order(
    what: str, written: Sequence[str], pool: Pool, called: dict[str, str]
) -> Iterator[str]:
    names = [name for name in written if name in pool.running]
    against = [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if pool.order.puts(other, one)
    ]
    for one, other in against:
        yield (
            f"In its {what} the evaluation writes {called[one]} before {called[other]}, and "
            "choices or powers put them the other way round."
        )
    is_open = any(
        not (pool.order.puts(one, other) or pool.order.puts(other, one))
        for place, one in enumerate(names)
        for other in names[place + 1 :]
    )
    if is_open:
        yield (
            f"In its {what} the evaluation writes "
            f"{join_candidates([called[name] for name in names])}, in this order; no choice "
            "given here says who decided all of it, when and why."
        )


def _say_listed(listing: Listing, is_one: bool) -> str:
    they, are, have = ("it", "is", "has") if is_one else ("they", "are", "have")
    given = "by the data, powers and choices given here "
    return {
        Listing.TIED: f"{given}{they} {are} tied for the last places",
        Listing.SECONDARY: f"{given}{they} {are} secondary",
        Listing.AGENDA: f"{given}{they} {are} wanted, and {have} no good data yet",
        Listing.UNDECIDED: "nothing given here says who judged or chose so, when and why",
        Listing.SET_ASIDE: f"{given}{they} {have} no place",
    }[listing]
