"""Where periods stand across a picture, and which of them are named under it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault, InvalidError
from obamodel.plots.lettering import Paragraph, set_text
from obamodel.plots.style import SMALL, SOFT

PADDING = 9.0
"""How far the first and the last period usually stand from the ends."""
_APART = 8.0
# How many periods lie between two names, so that the names are round where they can be.
_EVERY = {
    Frequency.YEAR: (1, 2, 5, 10, 20, 50, 100),
    Frequency.QUARTER: (1, 2, 4, 8, 20, 40, 80, 200),
    Frequency.MONTH: (1, 2, 3, 6, 12, 24, 60, 120, 240, 600),
    Frequency.WEEK: (1, 2, 4, 13, 26, 52, 104, 260, 520),
    Frequency.DAY: (1, 2, 7, 14, 28, 91, 182, 364, 728, 1820),
}


@frozen(kw_only=True)
class Timeline:
    """The periods from a first to a last, side by side.

    Parameters
    ----------
    first, last
        The first and the last period.
    left, right
        Where on the page the picture of them begins and ends.
    spare
        How far beyond its right end a name may reach.
    padding
        How far the first and the last period stand from the ends.
    """

    first: Period
    last: Period
    left: float
    right: float
    spare: float = 4.0
    padding: float = PADDING

    @property
    def steps(self) -> int:
        """How many steps it is from the first to the last."""
        return self.last.ordinal - self.first.ordinal

    @property
    def step(self) -> float:
        """How far apart two periods stand."""
        return (self.right - self.left - 2 * self.padding) / max(self.steps, 1)

    def find_place(self, period: Period, *, later: float = 0.0) -> float:
        """Find where a period stands, or a place some part of a step later."""
        return self.place(period.ordinal + later)

    def place(self, ordinal: float) -> float:
        """Find where the period of a number stands."""
        if not self.steps:
            middle = (self.left + self.right) / 2
            return middle + (ordinal - self.first.ordinal) * self.step / 4
        return self.left + self.padding + (ordinal - self.first.ordinal) * self.step

    def name_periods(self) -> Iterator[tuple[float, Paragraph]]:
        """Name as many periods as fit side by side, the first among them, with their places."""
        for every in self._list_distances():
            named = list(self._set_names(every))
            ends = [(_find_start(place, text, self), text.width) for place, text in named]
            if all(
                start + width + _APART <= following
                for (start, width), (following, _) in pairwise(ends)
            ):
                break
        yield from ((start, text) for (start, _), (_, text) in zip(ends, named, strict=True))

    def _list_distances(self) -> Iterator[int]:
        fewest = max(1, self.steps // 40)  # no more than 40 names are ever tried
        yield from (every for every in _EVERY[self.first.frequency] if every >= fewest)
        yield self.steps + 1

    def _set_names(self, every: int) -> Iterator[tuple[float, Paragraph]]:
        for number in range(0, self.steps + 1, every):
            period = self.first.shift(number)
            yield (
                self.find_place(period),
                set_text(str(period), self.right - self.left, size=SMALL, colour=SOFT),
            )


def _find_start(place: float, text: Paragraph, timeline: Timeline) -> float:
    """Find where a name begins that stands under a place and stays within the picture."""
    start = place - text.width / 2
    return max(min(start, timeline.right + timeline.spare - text.width), timeline.left - 14)


def find_ends(periods: Iterable[Period], what: str) -> tuple[Period, Period]:
    """Find the first and the last of periods, which must be of one kind.

    Parameters
    ----------
    periods
        One or more.
    what
        What is drawn, for the message.

    Raises
    ------
    InvalidError
        When there is none, or when they cannot stand side by side.
    """
    given = sorted(periods, key=lambda period: period.start)
    if not given:
        raise InvalidError(what, [Fault("empty", "it has no period", "give one value or more")])
    for period in given:
        if not period.comparable_with(given[0]):
            fault = Fault(
                "other-periods",
                f"{given[0]} and {period} are not periods of one kind",
                "draw them in pictures of their own",
            )
            raise InvalidError(what, [fault])
    return given[0], given[-1]
