"""What of an indicator or a measure bears on its place?"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.levels import Level
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.powers import Powers
from obamodel.stats.answers import refuse_truth
from obamodel.stats.priorities.naming import name_candidates
from obamodel.stats.priorities.ordering import Pair

_RANK = {Level.HIGH: 2, Level.MEDIUM: 1, Level.LOW: 0}
_DATA = {
    DataState.HELD: "its data are held",
    DataState.WEAK: "its data are weak",
    DataState.MISSING: "its data are missing",
    DataState.LOST: "its data are lost",
    DataState.STATEMENT_ONLY: "it is a statement without data",
}


@frozen(kw_only=True)
class Candidate:
    """One indicator or measure that may be a headline.

    Parameters
    ----------
    name
        Its short name.
    said
        What it is called in a sentence.
    data
        What data there are.
    powers
        Its three powers, where somebody judged them.
    needed
        What is wrong with the data, or needed.
    set_apart
        Why it may not be a headline whatever its data, in words; empty where it may.
    note
        What to say beside its place, such as that a count stands in for a percentage.
    """

    name: str
    said: str
    data: DataState
    powers: Powers | None
    needed: str = ""
    set_apart: str = ""
    note: str = ""

    __bool__ = refuse_truth

    @property
    def has_good_data(self) -> bool:
        """Whether data are held, and nobody judged them less than good."""
        return has_good_data(self.data, self.powers)

    @property
    def is_in_the_story(self) -> bool:
        """Whether its data can be used in the story, though they may be less than good."""
        return self.data is DataState.HELD and (
            self.powers is None or self.powers.data is not Level.LOW
        )

    @property
    def is_wanted(self) -> bool:
        """Whether it was judged to speak to people and to stand for the rest."""
        powers = self.powers
        return powers is not None and powers.communication is powers.proxy is Level.HIGH

    @property
    def are_data_at_odds(self) -> bool:
        """Whether data that are not there were judged high."""
        powers = self.powers
        return powers is not None and powers.data is Level.HIGH and self.data is not DataState.HELD

    @property
    def data_in_words(self) -> str:
        """What data there are, as part of a sentence."""
        powers = self.powers
        if self.data is DataState.HELD and powers is not None and powers.data is not Level.HIGH:
            return f"its data power is only {powers.data}"
        return _DATA[self.data]

    @property
    def powers_in_words(self) -> str:
        """How high its powers are, as part of a sentence."""
        if self.powers is None:
            return "nobody has judged its three powers"
        if all(level is Level.HIGH for level in _list_levels(self.powers)):
            return "it is high on all three powers"
        by_level: dict[Level, list[str]] = {}
        for name, level in zip(
            ("communication", "proxy", "data"), _list_levels(self.powers), strict=True
        ):
            by_level.setdefault(level, []).append(name)
        return "it is " + " and ".join(
            f"{level} on {' and '.join(by_level[level])}" for level in Level if level in by_level
        )


def has_good_data(data: DataState, powers: Powers | None) -> bool:
    """Say whether data are held, and nobody judged them less than good.

    Examples
    --------
    >>> has_good_data(DataState.HELD, None), has_good_data(DataState.WEAK, None)
    (True, False)
    """
    return data is DataState.HELD and (powers is None or powers.data is Level.HIGH)


def list_candidates(
    nouns: Sequence[Indicator] | Sequence[PerformanceMeasure],
    *,
    set_apart: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
) -> tuple[Candidate, ...]:
    """List candidates with what bears on their places.

    Parameters
    ----------
    nouns
        The indicators of one outcome, or the measures of one service.
    set_apart, notes
        By name: why one may not be a headline, and what to say beside its place.
    """
    said = name_candidates(nouns)
    return tuple(
        Candidate(
            name=noun.id,
            said=said[noun.id],
            data=noun.data,
            powers=noun.powers,
            needed=noun.data_note if isinstance(noun, PerformanceMeasure) else noun.note,
            set_apart=(set_apart or {}).get(noun.id, ""),
            note=(notes or {}).get(noun.id, ""),
        )
        for noun in nouns
    )


def list_pairs_by_powers(candidates: Sequence[Candidate], *, with_data: bool) -> Iterator[Pair]:
    """List each two of which the first is at least as high on every power, and higher on one.

    Powers are compared one by one and never added up: where one candidate is higher on one power
    and the other on another, neither comes first.

    Parameters
    ----------
    candidates
        The candidates.
    with_data
        Whether data power counts; on the agenda of data to develop it does not.
    """
    for one in candidates:
        for other in candidates:
            if one.powers is None or other.powers is None:
                continue
            levels = list(zip(_list_levels(one.powers), _list_levels(other.powers), strict=True))[
                : 3 if with_data else 2
            ]
            steps = [_RANK[level] - _RANK[beside] for level, beside in levels]
            if min(steps) >= 0 and max(steps) > 0:
                yield one.name, other.name


def _list_levels(powers: Powers) -> tuple[Level, Level, Level]:
    return powers.communication, powers.proxy, powers.data
