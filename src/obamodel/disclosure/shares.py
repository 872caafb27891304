"""Percentages, averages and intervals that give no count away.

Everything here is worked out from counts as they are *published*: rounded ones, or none. A
percentage of exact counts beside rounded ones gives the exact ones back in nine cases of ten, and
the width of an interval is a count in disguise.
"""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.disclosure.presets import STAR, Rule
from obamodel.domain.fields import check, choice, documented, number, prose, show
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.releases import ReleasedCell
from obamodel.errors import Fault, InvalidError

UNRELIABLE_BELOW = 20
"""Percentages and rates of fewer events are marked u, as the Office for National Statistics does.

That is about how far they can be trusted, not about who could be picked out.
"""
EVERYBODY = 100.0


@documented
@frozen(kw_only=True)
class PublishedFigure:
    """A percentage, average or rate as it may be shown, or that it may not.

    Examples
    --------
    >>> print(PublishedFigure(text="*", mark=Mark.WITHHELD, why="It is out of too few people."))
    *
    """

    text: str = field(metadata=prose("What to write."))
    mark: Mark = field(metadata=choice(Mark, "Whether it is shown, withheld or unreliable."))
    value: float | None = field(
        default=None, metadata=number("The value that may be drawn; none where it is withheld.")
    )
    lower: float | None = field(
        default=None, metadata=number("Where its interval begins; none where that is withheld.")
    )
    upper: float | None = field(
        default=None, metadata=number("Where its interval ends; none where that is withheld.")
    )
    why: str = field(default="", metadata=prose("Why it is withheld or marked."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        parts = ("value", "lower", "upper")
        if self.mark in (Mark.WITHHELD, Mark.UNKNOWN):
            for name in parts:
                if getattr(self, name) is not None:
                    found = f"it is {self.mark}, and its {name} stands there all the same"
                    yield Fault("hidden-number", found, "leave it out", path=(name,))

    def __str__(self) -> str:
        return self.text


def publish_share(
    numerator: ReleasedCell,
    denominator: ReleasedCell,
    rule: Rule,
    *,
    interval: bool = False,
    counts_shown: bool = True,
) -> PublishedFigure:
    """Make the percentage that may be shown of two published counts.

    Parameters
    ----------
    numerator, denominator
        Two cells of one release: how many, and out of how many, as they were published.
    rule
        The rule they were published by.
    interval
        Whether to add the 95% interval of the published counts (Wilson 1927).
    counts_shown
        Whether the two counts stand beside the percentage. Where they do not, an interval would
        give them away (its width is a count), and is withheld unless the counts are rounded.

    Returns
    -------
    PublishedFigure
        A whole percentage; withheld where one of the counts is, where it is out of too few people,
        and, where nobody and everybody are sensitive, at 0 and 100%.

    Raises
    ------
    InvalidError
        When the numerator is above the denominator.

    Examples
    --------
    >>> from obamodel.disclosure.presets import RULES
    >>> some = ReleasedCell(at=["women"], number=15, mark=Mark.ROUNDED)
    >>> everybody = ReleasedCell(at=["Total"], number=40, mark=Mark.ROUNDED)
    >>> print(publish_share(some, everybody, RULES[Preset.HES]))
    38% u
    """
    part, whole = numerator.number, denominator.number
    if part is None or whole is None:
        return _withhold("One of the counts that it is made of is not shown.")
    if part > whole:
        found = f"{show(part)} out of {show(whole)}"
        raise InvalidError(
            "a share", [Fault("numerator-above-denominator", found, "give counts that fit")]
        )
    if whole == 0 or whole < rule.share_base:
        return _withhold("It is out of too few people.")
    if rule.hides_nobody and part in (0, whole):
        return _withhold("Nobody and everybody are not shown.")
    value = EVERYBODY * part / whole
    mark, why = _judge(part)
    ends: tuple[float, float] | None = None
    if interval and (counts_shown or rule.base > 1 or rule.preset is Preset.NONE):
        ends = _find_interval(part, whole)
    elif interval:
        why = f"{why} Its interval is not shown: it would give the counts away.".strip()
    text = f"{_write(value)}%"
    if ends is not None:
        text += f" ({_write(ends[0])} to {_write(ends[1])}%)"
    return PublishedFigure(
        text=text + (" u" if mark is Mark.UNRELIABLE else ""),
        mark=mark,
        value=float(_write(value)),
        lower=None if ends is None else float(_write(ends[0])),
        upper=None if ends is None else float(_write(ends[1])),
        why=why,
    )


def publish_rate(
    events: ReleasedCell, people: ReleasedCell, rule: Rule, *, per: float = 1000
) -> PublishedFigure:
    """Make the rate that may be shown of two published counts, such as 12 per 1,000 people.

    Examples
    --------
    >>> from obamodel.disclosure.presets import RULES
    >>> events = ReleasedCell(at=["a"], number=25, mark=Mark.ROUNDED)
    >>> people = ReleasedCell(at=["b"], number=2000, mark=Mark.ROUNDED)
    >>> publish_rate(events, people, RULES[Preset.HES]).text
    '12.5 per 1,000'
    """
    if events.number is None or people.number is None:
        return _withhold("One of the counts that it is made of is not shown.")
    if people.number == 0 or people.number < rule.share_base:
        return _withhold("It is out of too few people.")
    if rule.hides_nobody and events.number == 0:
        return _withhold("Nobody and everybody are not shown.")
    value = round(per * events.number / people.number, 1)
    mark, why = _judge(events.number)
    text = f"{value:g} per {per:,g}" + (" u" if mark is Mark.UNRELIABLE else "")
    return PublishedFigure(text=text, mark=mark, value=value, why=why)


def publish_average(value: float, over: ReleasedCell, rule: Rule) -> PublishedFigure:
    """Say an average, or hold it back where it is over too few people.

    Parameters
    ----------
    value
        The average: a mean or a median. Over few people it can be one person's value.
    over
        The published count of those it is over. A count that is itself withheld withholds it.

    Examples
    --------
    >>> from obamodel.disclosure.presets import RULES
    >>> seven = ReleasedCell(at=["a"], number=5, mark=Mark.ROUNDED)
    >>> print(publish_average(3.4, seven, RULES[Preset.HESA]))
    *
    """
    if over.number is None:
        return _withhold("The number of people it is over is not shown.")
    # The published number may stand for fewer: the least that it can be has to be enough.
    least = rule.find_counts(over.number)[0] if over.mark is Mark.ROUNDED else over.number
    if least <= rule.average_above:
        return _withhold("It is over too few people.")
    # Further figures would give the number of people back that it was divided by.
    rounded = round(value, 1)
    return PublishedFigure(text=f"{rounded:g}", mark=Mark.SHOWN, value=rounded)


def _withhold(why: str) -> PublishedFigure:
    return PublishedFigure(text=STAR, mark=Mark.WITHHELD, why=why)


def _judge(events: int) -> tuple[Mark, str]:
    if events < UNRELIABLE_BELOW:
        return Mark.UNRELIABLE, f"u: fewer than {UNRELIABLE_BELOW} events, so it is not reliable."
    return Mark.SHOWN, ""


def _write(percentage: float) -> str:
    return f"{int(percentage + 0.5)}"


def _find_interval(part: int, whole: int) -> tuple[float, float]:
    """Find the interval of a share of published counts, in per cent."""
    from obamodel.stats.intervals import find_share_interval

    found = find_share_interval(part, whole)
    return EVERYBODY * float(found.lower[0]), EVERYBODY * float(found.upper[0])
