"""What the partners' forced choices decide, and what they leave open: the answer."""

import html
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.choices import Choice
from obamodel.stats.answers import join_names, refuse_truth, say_number
from obamodel.stats.priorities.naming import join_candidates
from obamodel.stats.priorities.ordering import Order, Pair
from obamodel.stats.priorities.wording import begin_sentence, say_places

if TYPE_CHECKING:
    import pandas as pd

MOST_CIRCLES_SAID = 3
"""With more circles, a sentence tells some and counts the others."""

NOT_VOTES = (
    "Choices are not counted like votes: where they do not fit each other, the partners talk it "
    "over and choose again."
)


class Decided(StrEnum):
    """How far the choices decide the order."""

    ALL = "all decided"
    PARTLY = "partly decided"
    NOTHING = "nothing decided"
    NO_QUESTION = "nothing to decide"


@frozen(kw_only=True)
class ChosenPlace:
    """Which place a candidate has by the choices, and why.

    Parameters
    ----------
    name
        The candidate's short name.
    said
        What it is called in a sentence.
    lowest, highest
        The first and the last place, counted from 1, that the choices leave it.
    because
        Why, in one sentence.
    """

    name: str
    said: str
    lowest: int
    highest: int
    because: str

    __bool__ = refuse_truth

    @property
    def is_decided(self) -> bool:
        """Whether only one place is left."""
        return self.lowest == self.highest


@frozen(kw_only=True)
class ForcedChoice:
    """The order that forced choices lead to, with what they leave open.

    Parameters
    ----------
    places
        Every candidate with its place, the first first. Candidates with the same places stand in
        the order in which they were given, which says nothing about them.
    choices
        What was chosen, by whom, when and why.
    order
        What comes before what.
    said
        What each candidate is called in a sentence.
    """

    places: tuple[ChosenPlace, ...]
    choices: tuple[Choice, ...]
    order: Order = field(repr=False)
    said: Mapping[str, str] = field(repr=False, hash=False)

    __bool__ = refuse_truth

    @property
    def verdict(self) -> Decided:
        """How far the choices decide the order."""
        if len(self.places) < 2:
            return Decided.NO_QUESTION
        if not any(self.order.after.values()):
            return Decided.NOTHING
        return Decided.ALL if not self.order.list_open() else Decided.PARTLY

    @property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """The circles in the choices, by name: the last was chosen before the first again."""
        return self.order.circles

    @property
    def missing(self) -> tuple[Pair, ...]:
        """Each two candidates between which nothing was chosen, nor follows from what was."""
        return tuple(pair for pair in self.order.list_open() if not self.order.share_circle(*pair))

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return tuple(self._list_caveats())

    def _list_caveats(self) -> Iterator[str]:
        yield from list_circles(self.order, self.said)
        if self.missing:
            number = say_number(len(self.missing), "comparison")
            yield f"{number} {'is' if len(self.missing) == 1 else 'are'} still to be made."
        if self.choices:
            yield NOT_VOTES

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        return " ".join(self._say_parts())

    def _say_parts(self) -> Iterator[str]:
        if not self.places:
            yield "There is nothing to choose from."
        elif len(self.places) == 1:
            yield f"There is nothing to choose: {self.places[0].said} is the only candidate."
        else:
            if self.verdict is Decided.NOTHING:
                why = "The choices decide nothing yet" if self.choices else "Nobody has chosen yet"
                yield f"{why} between the {len(self.places)} candidates."
            yield from say_order(
                [(one.said, one.lowest, one.highest) for one in self.places if self._tells(one)]
            )
            yield from list_circles(self.order, self.said)
            yield from self._ask()

    def _tells(self, place: ChosenPlace) -> bool:
        return self.verdict is not Decided.NOTHING or place.is_decided

    def _ask(self) -> Iterator[str]:
        if not self.missing:
            return
        one, other = self.missing[0]
        more = len(self.missing) - 1
        yield (
            f"Ask the partners: if you could have only one, {self.said[one]} or {self.said[other]}?"
        )
        if more:
            yield f"Nothing chosen decides {say_number(more, 'other pair')} either."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each candidate.

        Returns
        -------
        pandas.DataFrame
            Columns ``candidate``, ``called``, ``lowest_place``, ``highest_place``, ``decided``
            (true or false) and ``because``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (one.name, one.said, one.lowest, one.highest, one.is_decided, one.because)
                for one in self.places
            ],
            columns=[
                *("candidate", "called", "lowest_place", "highest_place", "decided", "because")
            ],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def say_order(places: list[tuple[str, int, int]]) -> Iterator[str]:
    """Say the order as far as it is decided, and then who shares which open places.

    Parameters
    ----------
    places
        What each candidate is called with its lowest and highest place, sorted by them.
    """
    decided = [(said, lowest) for said, lowest, highest in places if lowest == highest]
    if decided and len(decided) == len(places) > 1:
        yield f"In order: {join_names([said for said, _ in decided])}."
        return
    for said, place in decided:
        yield begin_sentence(f"{said} comes {'first' if place == 1 else f'in place {place}'}.")
    for block in _list_blocks(places):
        names = [said for said, lowest, highest in block if lowest != highest]
        if names:
            lowest = min(one[1] for one in block)
            highest = max(one[2] for one in block)
            yield f"Still open: {join_candidates(names)} for {say_places(lowest, highest)}."


def _list_blocks(places: list[tuple[str, int, int]]) -> Iterator[list[tuple[str, int, int]]]:
    """Split the places where no candidate could stand on both sides."""
    block: list[tuple[str, int, int]] = []
    for one in places:
        if block and one[1] > max(other[2] for other in block):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def list_circles(order: Order, said: Mapping[str, str]) -> Iterator[str]:
    """Say which choices go round in a circle."""
    for circle in order.circles[:MOST_CIRCLES_SAID]:
        first, *others = [said[name] for name in circle]
        if len(circle) == 2:
            yield begin_sentence(
                f"{first} was chosen before {others[0]}, and also the other way round."
            )
        else:
            way = "".join(f", which was chosen before {other}" for other in others[1:])
            yield begin_sentence(
                f"{first} was chosen before {others[0]}{way}, which was chosen before {first}: "
                "the choices go round in a circle."
            )
    more = len(order.circles) - MOST_CIRCLES_SAID
    if more > 0:
        yield f"There {'is' if more == 1 else 'are'} {say_number(more, 'more circle')}."
