"""On which list does a candidate stand, and in which place? The parts of the answers."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from obamodel.stats.answers import refuse_truth
from obamodel.stats.priorities.candidates import Candidate

MOST_HEADLINES = 5
FEWEST_HEADLINES = 3


class Listing(StrEnum):
    """The list that a candidate stands on."""

    HEADLINE = "headline"
    TIED = "tied for the last headline places"
    SECONDARY = "secondary"
    AGENDA = "data development agenda"
    UNDECIDED = "nobody has decided"
    SET_ASIDE = "set aside"


@frozen(kw_only=True)
class Placed:
    """One candidate in its place.

    Parameters
    ----------
    candidate
        The candidate.
    listing
        The list it stands on.
    lowest, highest
        The first and the last place, counted from 1, that are left to it among the headlines (and
        those in the running for them), or on the agenda; none on the other lists.
    because
        Why it stands there, in one sentence.
    """

    candidate: Candidate
    listing: Listing
    lowest: int | None
    highest: int | None
    because: str

    __bool__ = refuse_truth

    @property
    def name(self) -> str:
        """The candidate's short name."""
        return self.candidate.name

    @property
    def said(self) -> str:
        """What the candidate is called in a sentence."""
        return self.candidate.said

    def list_cells(self) -> Iterator[object]:
        """List what every table of places says of a candidate."""
        powers = self.candidate.powers
        yield str(self.listing)
        yield self.lowest
        yield self.highest
        for power in ("communication", "proxy", "data"):
            yield None if powers is None else str(getattr(powers, power))
        yield str(self.candidate.data)
        yield self.because


COLUMNS = (
    *("list", "lowest_place", "highest_place"),
    *("communication", "proxy", "data_power", "data", "because"),
)
"""The columns that :meth:`Placed.list_cells` fills."""
