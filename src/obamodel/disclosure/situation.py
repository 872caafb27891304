"""What would a reader know of each number if it were shown, and what if it were hidden?"""

from collections.abc import Iterable

from attrs import frozen

from obamodel.disclosure.linking import Links
from obamodel.disclosure.presets import Rule
from obamodel.disclosure.worlds import Terms, Whole

SAFE = 3
"""So many different values at least must be possible for each hidden number."""

NOT_EXACT = 2
"""A small number that is only rounded may not be known exactly, nor may a hidden one be to a reader
who has guessed which of the hidden numbers are the small ones."""


@frozen(kw_only=True, eq=False)
class Situation:
    """Every number of some tables, told apart by what a reader would know of it.

    Each array has one place a cell, in the order of ``links.cells``.

    Parameters
    ----------
    links
        The cells and how they hang together.
    rule
        The rule they are protected by.
    numbers
        The true numbers; none where the tables do not give them.
    relations
        The relations of ``links``, by the cells' places.
    open_lower, open_upper
        What a reader knows of a number that is shown, and of one nobody shows or hides.
    hidden_lower, hidden_upper
        What a reader knows of a hidden number who cannot tell why it is hidden.
    told_lower, told_upper
        What a reader knows of a hidden number who has guessed right why it is hidden.
    small
        The cells that the rule itself hides.
    may_hide
        The cells that may be hidden beside them.
    blurred
        The cells whose rounded number stands for a small one.
    implied
        The cells that are not shown, and may not be worked out where they are small.
    hidden_before
        Those of them that an earlier release hides: they may not be worked out at all.
    known
        The cells whose number is public already.
    rounded
        The cells that are rounded where they are shown.
    revised
        The cells of which an earlier release says something else.
    """

    links: Links
    rule: Rule
    numbers: tuple[int | None, ...]
    relations: tuple[Terms, ...]
    open_lower: Whole
    open_upper: Whole
    hidden_lower: Whole
    hidden_upper: Whole
    told_lower: Whole
    told_upper: Whole
    small: frozenset[int]
    may_hide: frozenset[int]
    blurred: frozenset[int]
    implied: frozenset[int]
    hidden_before: frozenset[int]
    known: frozenset[int]
    rounded: frozenset[int]
    revised: frozenset[int]

    def bound(self, hidden: Iterable[int], *, told: bool) -> tuple[Whole, Whole]:
        """Return what a reader knows of each number, where these are hidden."""
        lower, upper = self.open_lower.copy(), self.open_upper.copy()
        those = sorted(hidden)
        lower[those] = (self.told_lower if told else self.hidden_lower)[those]
        upper[those] = (self.told_upper if told else self.hidden_upper)[those]
        return lower, upper

    def find_wanted(self, index: int, hidden: frozenset[int], *, told: bool) -> int:
        """Return how many values a number must be able to have; 0 where it need not be guarded.

        A reader who has guessed right which numbers are small may not know one of them exactly.
        """
        if index in self.known:
            return 0
        if told:
            return NOT_EXACT if index in self.small | self.implied | self.blurred else 0
        if index in hidden or index in self.implied:
            return SAFE
        return NOT_EXACT if index in self.blurred else 0
