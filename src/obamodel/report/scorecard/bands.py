"""Bands of values with a name: only where somebody asked for them, with what they mean."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import field, frozen

from obamodel.domain.fields import check, documented, number, one, prose, references, to_tuple
from obamodel.domain.judgements import Judgement
from obamodel.errors import Fault

NO_BAND = "in no band"


@documented
@frozen(kw_only=True)
class Band:
    """A stretch of values that a group gave a name, such as *on course*, and what it means.

    A band says nothing of the baseline: it is a line that people drew, so it has an author, a day
    and a reason.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> judged = Judgement(author="Board", on=PartialDate.parse("2024"), reason="National plan.")
    >>> band = Band(name="low", definition="Under one in ten.", below=10, judged=judged)
    >>> band.holds(9.9), band.holds(10)
    (True, False)
    """

    name: str = field(metadata=prose("What it is called, in a word or two."))
    definition: str = field(metadata=prose("What it means, as it is printed beside the table."))
    judged: Judgement = field(metadata=one(Judgement, "Who drew the line, when, and why there."))
    at_least: float | None = field(
        default=None, metadata=number("The lowest value in it; none where it goes down for ever.")
    )
    below: float | None = field(
        default=None, metadata=number("The value under which it ends; none where it has no end.")
    )
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The series, indicators or measures it is for; none for all."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.at_least is None and self.below is None:
            found, mend = "it has no limit, so every value is in it", "give at_least, below or both"
            yield Fault("band-without-limit", found, mend, path=("at_least",))
        elif self.at_least is not None and self.below is not None and self.at_least >= self.below:
            found = f"it begins at {self.at_least:g} and ends under {self.below:g}"
            yield Fault("limits-out-of-order", found, "check the two numbers", path=("below",))

    def holds(self, value: float) -> bool:
        """Say whether a value lies in it."""
        return (self.at_least is None or value >= self.at_least) and (
            self.below is None or value < self.below
        )

    def concerns(self, names: Sequence[str]) -> bool:
        """Say whether it is for something that goes by one of these names."""
        return not self.about or any(name in self.about for name in names)

    @property
    def limits(self) -> str:
        """From where to where it goes, in words."""
        if self.below is None:
            return f"{self.at_least:g} or more"
        if self.at_least is None:
            return f"under {self.below:g}"
        return f"{self.at_least:g} or more, and under {self.below:g}"

    @property
    def sentence(self) -> str:
        """Its name, limits, meaning and author, as they stand beside the table."""
        judged = self.judged
        return (
            f"{self.name}: {self.limits}. {self.definition.rstrip('.')}. Set by {judged.author} "
            f"({judged.on.in_words()}): {judged.reason.rstrip('.')}."
        )


def find_faults_of_bands(bands: Sequence[Band]) -> Iterator[Fault]:
    """Find bands that share values of the same thing, so that a value would have two names."""
    for (index, before), (other, after) in combinations(enumerate(bands), 2):
        alike = not before.about or not after.about or set(before.about) & set(after.about)
        low = max(_down(before), _down(after))
        high = min(_up(before), _up(after))
        if alike and low < high:
            yield Fault(
                "bands-overlap",
                f'a value can be both "{before.name}" and "{after.name}" (bands {index}, {other})',
                "end one where the other begins",
                path=("bands", other),
            )


def _down(band: Band) -> float:
    return float("-inf") if band.at_least is None else band.at_least


def _up(band: Band) -> float:
    return float("inf") if band.below is None else band.below
