"""The candidates of one outcome or one service, each in its place: a part of the answers."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.stats.answers import refuse_truth
from obamodel.stats.priorities.explaining import place_candidates
from obamodel.stats.priorities.forced_choice import list_circles, say_order
from obamodel.stats.priorities.listing import FEWEST_HEADLINES, MOST_HEADLINES, Listing, Placed
from obamodel.stats.priorities.naming import join_candidates
from obamodel.stats.priorities.placing import Pool, SortedCandidates
from obamodel.stats.priorities.unused import list_unused_choices
from obamodel.stats.priorities.wording import begin_sentence


@frozen(kw_only=True)
class Ranking:
    """The candidates of one outcome or one service, each on its list and in its place.

    Parameters
    ----------
    of
        The short name of the outcome or service.
    title
        What it is called in a sentence.
    thing
        What the candidates are, such as "indicator".
    sorted_candidates
        The candidates on their lists.
    remarks, agenda_remarks
        What else is to be said of the headlines and of the agenda, such as where the evaluation's
        own lists differ.
    """

    of: str
    title: str
    thing: str
    sorted_candidates: SortedCandidates = field(repr=False)
    remarks: tuple[str, ...] = ()
    agenda_remarks: tuple[str, ...] = ()

    __bool__ = refuse_truth

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every candidate in its place: list by list, the first place first."""
        return place_candidates(self.sorted_candidates)

    def list_on(self, listing: Listing) -> tuple[Placed, ...]:
        """List the candidates on one list, the first place first."""
        return tuple(one for one in self.placed if one.listing is listing)

    @property
    def headlines(self) -> tuple[str, ...]:
        """The names of the headlines, the first place first."""
        return self.sorted_candidates.list_names(Listing.HEADLINE)

    @property
    def tied(self) -> tuple[str, ...]:
        """The names of those among which the partners have to choose for the last places."""
        return self.sorted_candidates.list_names(Listing.TIED)

    @property
    def secondary(self) -> tuple[str, ...]:
        """The names of those that back up the headlines."""
        return self.sorted_candidates.list_names(Listing.SECONDARY)

    @property
    def agenda(self) -> tuple[str, ...]:
        """The names of those that are wanted and have no good data, the first place first."""
        return self.sorted_candidates.list_names(Listing.AGENDA)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh about this outcome or service."""
        found = self.sorted_candidates
        unused = list_unused_choices(found)
        about_headlines = (*_list_pulls(found.ready), *unused, *self.remarks)
        return (*about_headlines, *self.agenda_caveats)

    @property
    def agenda_caveats(self) -> tuple[str, ...]:
        """What a reader should weigh about its data development agenda."""
        at_odds = [
            begin_sentence(
                f"{one.said} is judged high on data, yet {one.data_in_words}: one of the two is "
                "not right."
            )
            for one in self.sorted_candidates.candidates
            if one.are_data_at_odds
        ]
        return (*_list_pulls(self.sorted_candidates.wanting), *at_odds, *self.agenda_remarks)

    @property
    def sentence(self) -> str:
        """Its headlines, what is left to the partners, and the other lists."""
        return " ".join(self._say_parts())

    def _say_parts(self) -> Iterator[str]:
        if not self.sorted_candidates.candidates:
            yield f"{self.title} has no {self.thing} to choose from."
            return
        yield from self._say_headlines()
        yield from self._say_tied()
        yield from self._say_too_few()
        secondary, agenda = self.list_on(Listing.SECONDARY), self.list_on(Listing.AGENDA)
        if secondary:
            yield f"Secondary: {_join(secondary)}."
        if agenda:
            yield f"On the data development agenda: {_join(agenda)}."
        yield from self.say_undecided()

    def _say_headlines(self) -> Iterator[str]:
        headlines = self.list_on(Listing.HEADLINE)
        if headlines:
            many = "s" if len(headlines) > 1 else ""
            yield from say_in_places(f"Headline {self.thing}{many} for {self.title}", headlines)
            return
        yield f"No headline {self.thing} can be named for {self.title}."
        if not self.sorted_candidates.ready.candidates:
            yield f"No {self.thing} that could be one has good data."

    def _say_tied(self) -> Iterator[str]:
        tied = self.list_on(Listing.TIED)
        if tied:
            left = self.sorted_candidates.most - len(self.headlines)
            yield (
                f"The last {f'{left} places are' if left > 1 else 'place is'} left to the "
                f"partners, between {_join(tied)}."
            )

    def _say_too_few(self) -> Iterator[str]:
        number, wanted = len(self.headlines), f"{FEWEST_HEADLINES} to {MOST_HEADLINES}"
        if 0 < number < FEWEST_HEADLINES and not self.tied:
            yield f"That is fewer than the {wanted} that are wanted."

    def say_undecided(self) -> Iterator[str]:
        """Say for which candidates nothing was judged or chosen."""
        undecided = self.list_on(Listing.UNDECIDED)
        if undecided:
            yield (
                f"Nobody has judged the three powers of {_join(undecided, most=6)}, nor chosen "
                f"{'it' if len(undecided) == 1 else 'one of them'}."
            )


def say_in_places(what: str, placed: tuple[Placed, ...]) -> Iterator[str]:
    """Say what stands on a list, and in which order as far as that is decided.

    Parameters
    ----------
    what
        What it is a list of.
    placed
        The candidates on it, the first place first.
    """
    names = _join(placed)
    places = [(one.said, one.lowest or 0, one.highest or 0) for one in placed]
    if len(placed) == 1:
        yield f"{what}: {names}."
    elif all(lowest == highest for _, lowest, highest in places):
        yield f"{what}, in this order: {names}."
    elif len({one[1:] for one in places}) == 1:
        yield f"{what}, in an order left to the partners: {names}."
    else:
        yield f"{what}: {names}."
        yield from say_order(places)


def _list_pulls(pool: Pool) -> Iterator[str]:
    """Say where choices go round in a circle, and where choices and powers pull apart."""
    called = {one.name: one.said for one in pool.candidates}
    yield from list_circles(pool.order, called)
    for higher, other in pool.overruled:
        if {higher, other} & pool.running:
            yield begin_sentence(_say_overruled(pool, called[higher], called[other]))


def _say_overruled(pool: Pool, higher: str, other: str) -> str:
    names = {one.said: one.name for one in pool.candidates}
    if pool.order.puts(names[other], names[higher]):
        return (
            f"{other} was chosen before {higher}, which is at least as high on each power: the "
            "choice stands."
        )
    return (
        f"{higher} is at least as high on each power as {other}, and the choices leave the two "
        "open: they stay open."
    )


def _join(placed: tuple[Placed, ...], *, most: int | None = None) -> str:
    return join_candidates([one.said for one in placed], most=most)
