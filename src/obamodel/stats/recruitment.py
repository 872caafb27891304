"""How many members are there, when so many joined and so many left?"""

import html
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.fields import show
from obamodel.domain.series import Observation, Series, SeriesKind, Standing
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class Membership:
    """How many joined and left in each period, and how many members that makes.

    Parameters
    ----------
    joined
        How many joined in each period.
    left
        How many left; none where nobody counted that.
    members
        How many members there were at the end of each period: a running total.
    start
        How many there were before the first period.
    caveats
        What a reader should weigh.
    sentence
        The answer in plain words.
    """

    joined: Series
    left: Series | None
    members: Series
    start: float
    caveats: tuple[str, ...]
    sentence: str

    __bool__ = refuse_truth

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each period.

        Returns
        -------
        pandas.DataFrame
            Columns ``period`` (text), ``joined``, ``left`` and ``members``; missing where it is
            not known.
        """
        import pandas as pd

        joined, left = _by_ordinal(self.joined), _by_ordinal(self.left)
        nothing = float("nan")
        rows = []
        for one in self.members.observations:
            known = [found.get(one.period.ordinal, nothing) for found in (joined, left)]
            rows.append((str(one.period), *known, nothing if one.value is None else one.value))
        return pd.DataFrame(rows, columns=["period", "joined", "left", "members"])

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def count_members(joined: Series, left: Series | None = None, *, start: float = 0) -> Membership:
    """Count the members there are at the end of each period.

    From the first period of which it is not known how many joined, or how many left, the number of
    members is not known either: nothing is made up.

    Parameters
    ----------
    joined
        How many joined in each period: counts, not a running total.
    left
        How many left in each of the same periods; none where nobody counted that, so that what is
        counted is everybody who ever joined.
    start
        How many members there were before the first period.

    Raises
    ------
    InvalidError
        Naming everything that cannot be added up.

    Examples
    --------
    >>> from obamodel.domain.periods import Period
    >>> from obamodel.domain.series import Polarity
    >>> years = [Period.parse("2009"), Period.parse("2010")]
    >>> def make(name, values):
    ...     return Series(
    ...         id=name,
    ...         name=name,
    ...         kind=SeriesKind.COUNT,
    ...         unit="people",
    ...         polarity=Polarity.NONE,
    ...         observations=[Observation(period=p, value=v) for p, v in zip(years, values)],
    ...     )
    >>> answer = count_members(make("joined", [12, 9]), make("left", [0, 4]))
    >>> answer.members.values, answer.members.running_total
    ((12.0, 17.0), True)
    >>> print(answer)
    There were 17 members at the end of 2010: 21 joined and 4 left since the start of 2009.
    """
    faults = [*_check(joined, "joined"), *(_check(left, "left") if left is not None else ())]
    if not faults and left is not None:
        faults += _check_pair(joined, left)
    if not start >= 0 or start == float("inf"):
        mend = "give how many members there were at first: 0 or more"
        faults.append(Fault("too-small", f"found {start}", mend, path=("start",)))
    if faults:
        raise InvalidError("count_members", faults)
    observations = tuple(_add_up(joined, left, start))
    members = Series(
        id=f"{joined.id}-members",
        name="Members" if left is not None else "Everybody who has joined",
        kind=SeriesKind.COUNT,
        unit=joined.unit,
        polarity=joined.polarity,
        observations=observations,
        running_total=True,
        standing=_choose_standing(joined, left),
        counted=joined.counted,
        trait=joined.trait,
        # Worked out from numbers that are all public, it is public too.
        published=joined.published if left is None or left.published else "",
    )
    return Membership(
        joined=joined,
        left=left,
        members=members,
        start=start,
        caveats=tuple(_list_caveats(joined, left, members, start)),
        sentence=_say(joined, left, members, start),
    )


def _check(series: Series, name: str) -> Iterator[Fault]:
    if series.kind is not SeriesKind.COUNT:
        found = f"{show(series.id)} is a {series.kind}"
        yield Fault("not-a-count", found, "give counts of people", path=(name,))
    if series.running_total:
        yield Fault(
            "running-total",
            f"{show(series.id)} is a running total already",
            "give how many it was in each period alone",
            path=(name,),
        )
    if not series.observations:
        yield Fault("empty", f"{show(series.id)} has no period", "give one or more", path=(name,))
    for place, one in enumerate(series.observations):
        if one.value is not None and one.value < 0:
            yield Fault(
                "too-small",
                f"{one.value:g} in {one.period}",
                "write 0 or more; who left stands in a series of its own",
                path=(name, "observations", place, "value"),
            )


def _check_pair(joined: Series, left: Series) -> Iterator[Fault]:
    first, other = joined.periods[0], left.periods[0]
    if not other.comparable_with(first):
        found = f"{other} is not a period like {first}"
        yield Fault("other-periods", found, "count both over the same periods", path=("left",))
    elif other.ordinal < first.ordinal:
        yield Fault(
            "other-periods",
            f"somebody left in {other}, before the first period in which anybody joined, {first}",
            "count both from the same period on",
            path=("left",),
        )


def _by_ordinal(series: Series | None) -> Mapping[int, float]:
    if series is None:
        return {}
    return {one.period.ordinal: one.value for one in series.observations if one.value is not None}


def _add_up(joined: Series, left: Series | None, start: float) -> Iterator[Observation]:
    came, went = _by_ordinal(joined), _by_ordinal(left)
    first = joined.periods[0]
    last = max(one.ordinal for one in (*joined.periods, *(left.periods if left else ())))
    total, unknown = float(start), ""
    for step in range(last - first.ordinal + 1):
        period = first.shift(step)
        for found, word in ((came, "joined"), *(((went, "left"),) if left is not None else ())):
            if period.ordinal not in found and not unknown:
                unknown = f"it is not known how many {word} in {period}"
        if unknown:
            yield Observation(period=period, missing=unknown)
            continue
        total += came[period.ordinal] - went.get(period.ordinal, 0.0)
        if total < 0:
            fault = Fault(
                "less-than-nobody",
                f"more have left by the end of {period} than there were",
                "check the counts, or say how many members there were at first (start)",
            )
            raise InvalidError("count_members", [fault])
        yield Observation(period=period, value=total)


def _choose_standing(joined: Series, left: Series | None) -> Standing:
    """Return the less real of the two: made-up figures do not become real by adding them."""
    order = list(Standing)
    return max((one.standing for one in (joined, left) if one is not None), key=order.index)


def _say(joined: Series, left: Series | None, members: Series, start: float) -> str:
    known = [one for one in members.observations if one.value is not None]
    if not known:
        return f"How many members there were cannot be said: {members.observations[0].missing}."
    last = known[-1]
    upto = last.period.ordinal
    came = sum(value for at, value in _by_ordinal(joined).items() if at <= upto)
    first = members.periods[0]
    noun = "member" if last.value == 1 else "members"
    verb = "was" if last.value == 1 else "were"
    if left is None:
        before = f", with {start:,.10g} before that" if start else ""
        return (
            f"{came:,.10g} joined from {first} to {last.period}{before}; who left was not counted."
        )
    went = sum(value for at, value in _by_ordinal(left).items() if at <= upto)
    before = f"; there were {start:,.10g} before that" if start else ""
    now = f"There {verb} {last.value:,.10g} {noun} at the end of {last.period}"
    return f"{now}: {came:,.10g} joined and {went:,.10g} left since the start of {first}{before}."


def _list_caveats(
    joined: Series, left: Series | None, members: Series, start: float
) -> Iterator[str]:
    yield "It is a running total: it says how many there are, and nothing about a turn."
    if not start:
        yield f"It is counted from nobody before {joined.periods[0]}."
    if left is None:
        yield "Who left was not counted, so some of them may be members no more."
    missing = [one for one in members.observations if one.value is None]
    if missing:
        yield f"From {missing[0].period} on it is not known: {missing[0].missing}."
