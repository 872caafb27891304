"""Breakdowns small enough to add up by hand, and made-up ones for what must always hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.periods import Period, read_periods
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind
from tests.domain.building import make

SHARE: dict[str, Any] = {"kind": SeriesKind.SHARE, "per": 100}
RATE: dict[str, Any] = {"kind": SeriesKind.RATE, "per": 1000, "counted": Counted.THINGS}
MEAN: dict[str, Any] = {"kind": SeriesKind.MEAN}
SCORE: dict[str, Any] = {"kind": SeriesKind.SCORE}
OVERLAPPING: dict[str, Any] = {"overlap": Overlap.OVERLAPPING}

ROMA = Part(name="Roma", state=PartState.REACHED, reason="nobody kept a list")
WITHHELD = Part(name="Tilbury", state=PartState.WITHHELD, reason="a small group")
UNKNOWN = Part(name="Harwich", state=PartState.UNKNOWN, reason="the form was lost")


def count(*numbers: int, more: Sequence[Part] = (), **about: Any) -> Breakdown:
    """Break a count down into a, b, c, ... and further parts."""
    parts = [Part(name=chr(97 + place), number=number) for place, number in enumerate(numbers)]
    return build([*parts, *more], **about)


def fraction(*pairs: tuple[int, int], more: Sequence[Part] = (), **about: Any) -> Breakdown:
    """Break a share down into a, b, c, ..., each with how many out of how many."""
    parts = [
        Part(name=chr(97 + place), number=number, out_of=out_of)
        for place, (number, out_of) in enumerate(pairs)
    ]
    return build([*parts, *more], **(SHARE | about))


def build(parts: Sequence[Part], **about: Any) -> Breakdown:
    """Make a breakdown of people who came to the courses."""
    given: dict[str, Any] = {"parts": parts, "of": "people who came", "by": "where they live"}
    breakdown = make(Breakdown, **(given | about))
    assert isinstance(breakdown, Breakdown)
    return breakdown


def see(values: Mapping[str, Any], **about: Any) -> Series:
    """Observe values, or pairs of numerator and denominator, by their periods."""
    given: dict[str, Any] = {
        "id": "calls",
        "name": "Calls",
        "kind": SeriesKind.COUNT,
        "unit": "calls",
        "polarity": Polarity.NONE,
    }
    calendar = about.pop("calendar", None)
    frequency = about.pop("frequency", None)
    periods = read_periods(list(values), calendar, frequency=frequency)
    observations = [
        _observe(period, value, about.get("per") or 1)
        for period, value in zip(periods, values.values(), strict=True)
    ]
    return Series(observations=observations, **(given | about))


def _observe(period: Period, value: Any, per: float) -> Observation:
    if value is None:
        return Observation(period=period, missing="nobody counted")
    if isinstance(value, tuple):
        number, out_of = value
        return Observation(
            period=period, value=number * per / out_of, numerator=number, denominator=out_of
        )
    return Observation(period=period, value=value)


def months(first: int, number: int, begin: int = 1) -> list[str]:
    """Name a number of months from a month of a year on."""
    places = range(first * 12 + begin - 1, first * 12 + begin - 1 + number)
    return [f"{place // 12}-{place % 12 + 1:02}" for place in places]


numbers = st.lists(st.integers(0, 500), min_size=1, max_size=7)
pairs = st.lists(
    st.integers(1, 400).flatmap(lambda out_of: st.tuples(st.integers(0, out_of), st.just(out_of))),
    min_size=1,
    max_size=7,
)
