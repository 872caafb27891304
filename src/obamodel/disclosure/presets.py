"""The rules by which public bodies protect small numbers, each with its source."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from obamodel.domain.fields import show
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.table_checks import LARGEST_COUNT
from obamodel.errors import Fault, InvalidError

STAR = "*"


@frozen(kw_only=True)
class Rule:
    """How counts of people are shown: which are hidden, and how the others are rounded.

    Parameters
    ----------
    preset
        The preset it belongs to.
    hides_from, hides_to
        The smallest and the largest count that is hidden; nothing is hidden where the second is
        below the first.
    base
        Counts are rounded to the nearest multiple of this; 1 leaves them as they are.
    guards_to
        Counts from 1 to this may not be worked out exactly, whether they are hidden or rounded.
    share_base
        A percentage is shown where it is out of this many or more.
    average_above
        An average is shown where it is over more than this many.
    sentence
        What explains the mark to a reader.
    source
        Who wrote the rule, where and when.

    Examples
    --------
    >>> rule = RULES[Preset.HES]
    >>> [rule.write(count) for count in (0, 2, 8, 16, 57)]
    ['0', '*', '10', '15', '55']
    """

    preset: Preset
    hides_from: int
    hides_to: int
    base: int
    guards_to: int
    share_base: float
    average_above: int
    sentence: str
    source: str

    @property
    def hides_nobody(self) -> bool:
        """Whether a count of nobody is hidden like a small one."""
        return self.hides_from == 0 <= self.hides_to

    @property
    def least_hidden(self) -> int:
        """The least that a hidden count can be: where nobody is shown as 0, it is somebody."""
        return 1 if self.hides_from == 1 <= self.hides_to else 0

    def is_small(self, count: int) -> bool:
        """Say whether a count is one of those that are hidden."""
        return self.hides_from <= count <= self.hides_to

    def round(self, number: float) -> int:
        """Round to the nearest multiple of the base; a half goes up.

        Examples
        --------
        >>> [RULES[Preset.HESA].round(number) for number in (2, 2.5, 7.4, 7.5)]
        [0, 5, 5, 10]
        """
        return math.floor(number / self.base + 0.5) * self.base

    def show(self, count: int) -> int | None:
        """Return a count as it may be shown; none where it is hidden.

        Raises
        ------
        InvalidError
            For what is no count of people: below zero, not whole, or above 100 million.
        """
        if type(count) is not int or not 0 <= count <= LARGEST_COUNT:
            found = f"found {show(count)}"
            mend = f"give a whole number from 0 to {LARGEST_COUNT}"
            raise InvalidError("a count", [Fault("no-count", found, mend)])
        return None if self.is_small(count) else self.round(count)

    def write(self, count: int) -> str:
        """Write a count as it may be shown."""
        shown = self.show(count)
        return STAR if shown is None else str(shown)

    def find_counts(self, shown: int) -> tuple[int, int]:
        """Return the smallest and the largest count that are shown as a number.

        Examples
        --------
        >>> RULES[Preset.HES].find_counts(10), RULES[Preset.HES].find_counts(0)
        ((8, 12), (0, 0))
        """
        lowest = max(0, math.ceil(shown - self.base / 2))
        highest = max(0, math.ceil(shown + self.base / 2) - 1)
        # The hidden ones are one stretch of numbers, so what is left of it is one stretch too.
        if self.is_small(lowest) and lowest >= self.hides_from and highest > self.hides_to:
            lowest = self.hides_to + 1
        if self.is_small(highest) and lowest < self.hides_from:
            highest = self.hides_from - 1
        return lowest, highest


def _make(preset: Preset, **parts: object) -> Rule:
    usual = {"base": 1, "share_base": 22.5, "average_above": 7}
    return Rule(preset=preset, **(usual | parts))  # type: ignore[arg-type]  # parts of every kind


RULES: Mapping[Preset, Rule] = MappingProxyType(
    {
        rule.preset: rule
        for rule in (
            _make(
                Preset.HES,
                hides_from=1,
                hides_to=7,
                base=5,
                guards_to=7,
                sentence="Counts of people from 1 to 7 are not shown (*), and all others, totals "
                "too, are rounded to the nearest 5.",
                source="NHS Digital, Hospital Episode Statistics analysis guide, 2018",
            ),
            _make(
                Preset.HESA,
                hides_from=1,
                hides_to=0,
                base=5,
                guards_to=7,
                sentence="All counts of people are rounded to the nearest 5, so 0 stands for "
                "0, 1 or 2 people; totals are rounded after they are added.",
                source="Higher Education Statistics Agency, rounding and suppression to anonymise "
                "statistics",
            ),
            _make(
                Preset.NHS5,
                hides_from=0,
                hides_to=4,
                base=5,
                guards_to=4,
                sentence="Counts of people below 5 are not shown (*), and all others are rounded "
                "to the nearest 5.",
                source="NHS England, mental health services monthly statistics",
            ),
            _make(
                Preset.CMS11,
                hides_from=1,
                hides_to=10,
                guards_to=10,
                average_above=10,
                sentence="Counts of people from 1 to 10 are not shown (*), nor any number from "
                "which one of them could be worked out.",
                source="Centers for Medicare and Medicaid Services, cell size suppression policy",
            ),
            _make(
                Preset.SDE10,
                hides_from=0,
                hides_to=9,
                guards_to=9,
                average_above=9,
                sentence="Counts of people below 10, nobody included, are not shown (*).",
                source="Secure data environments of the United Kingdom; ACRO's default rules",
            ),
            _make(
                Preset.NONE,
                hides_from=1,
                hides_to=0,
                guards_to=0,
                share_base=0,
                average_above=0,
                sentence="Small numbers are shown as they are.",
                source="",
            ),
        )
    }
)


def find_rule(protection: Protection) -> Rule:
    """Return the rule that a group has chosen; where numbers are sensitive, nobody is hidden too.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.judgements import Judgement
    >>> judged = Judgement(author="Board", on=PartialDate.parse("2026"), reason="Few people.")
    >>> find_rule(Protection(preset=Preset.HES, sensitive=True, judged=judged)).write(0)
    '*'
    """
    rule = RULES[protection.preset]
    if protection.sensitive and rule.hides_to > 0 and not rule.hides_nobody:
        added = " A count of nobody is not shown either."
        return evolve(rule, hides_from=0, sentence=rule.sentence + added)
    return rule
