"""Which numbers can a reader work out too well, where these and no others are hidden?"""

from collections.abc import Sequence

from obamodel.disclosure.attacking import MOST_SOLVES, Attacker
from obamodel.disclosure.situation import Situation
from obamodel.disclosure.worlds import UnfinishedError, Whole


def find_exposed(
    situation: Situation,
    hidden: frozenset[int],
    *,
    told: bool,
    solves: int = MOST_SOLVES,
    worlds: list[Whole] | None = None,
) -> tuple[int, ...]:
    """Find the numbers that a reader can work out too well, where these are hidden.

    Parameters
    ----------
    situation
        What a reader knows.
    hidden
        The places of all hidden cells.
    told
        Whether the reader has guessed right which of them the rule itself hides.
    solves
        How many steps the audit may take.
    worlds
        Worlds found by earlier audits, each tried anew; those found by this one take their place.

    Raises
    ------
    UnfinishedError
        When the audit cannot come to an end within its steps.
    """
    lower, upper = situation.bound(hidden, told=told)
    attacker = Attacker(lower, upper, situation.relations, solves=solves)
    if not attacker.consistent:
        raise UnfinishedError("nothing fits what is published")
    attacker.learn(worlds or ())
    least, most = 0 if situation.rule.hides_nobody else 1, situation.rule.guards_to
    harmless = situation.implied - situation.hidden_before  # where they are not small
    exposed = []
    for index in range(len(situation.numbers)):
        wanted = situation.find_wanted(index, hidden, told=told)
        if not wanted or attacker.has_values(index, wanted):
            continue
        if index not in harmless or attacker.can_be_between(index, least, most):
            exposed.append(index)
    if worlds is not None:
        worlds[:] = attacker.recall()
    return tuple(exposed)


class Readers:
    """Who must not find out: the reader who cannot tell why a number is hidden, and who can."""

    def __init__(self, situation: Situation, told: Sequence[bool]) -> None:
        self.situation = situation
        self.told = told
        self.worlds: list[Whole] = []

    def find_exposed(self, hidden: frozenset[int]) -> list[tuple[int, bool]]:
        """Find the numbers that some reader can work out too well, and which reader."""
        return [
            (index, told)
            for told in self.told
            for index in find_exposed(self.situation, hidden, told=told, worlds=self.worlds)
        ]
