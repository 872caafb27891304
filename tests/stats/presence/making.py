"""Breakdowns to ask about, from the least that a test is about."""

from collections.abc import Mapping, Sequence
from typing import Any

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState, Trait
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind

WITHHELD = Part(name="Mixed", state=PartState.WITHHELD, reason="fewer than five")
REACHED = Part(name="Roma", state=PartState.REACHED, reason="nobody kept a list")


def make_parts(given: Mapping[str, int | None] | Sequence[int]) -> list[Part]:
    """Make a part for each number; a group whose number is none was reached and not counted."""
    named = (
        given
        if isinstance(given, Mapping)
        else {f"group {place}": number for place, number in enumerate(given)}
    )
    return [
        Part(name=name, number=number)
        if number is not None
        else Part(name=name, state=PartState.REACHED, reason="nobody kept a list")
        for name, number in named.items()
    ]


def make(given: Mapping[str, int | None] | Sequence[int] | list[Part], **about: Any) -> Breakdown:
    """Make a breakdown of members into groups that exclude each other."""
    parts = (
        list(given)
        if isinstance(given, list) and given and isinstance(given[0], Part)
        else make_parts(given)  # type: ignore[arg-type]  # numbers, then
    )
    least: dict[str, Any] = {
        "id": "members",
        "name": "Members by group",
        "of": "members",
        "counted": Counted.PEOPLE,
        "by": "ethnic group",
        "trait": Trait.CHARACTERISTIC,
        "overlap": Overlap.EXCLUSIVE,
        "complete": True,
    }
    return Breakdown(**{**least, **about}, parts=parts)


def make_population(
    given: Mapping[str, int | None] | Sequence[int] | list[Part], **about: Any
) -> Breakdown:
    """Make the breakdown of a population."""
    return make(given, **{"id": "census", "of": "adults in the county", **about})


def make_shares(given: Mapping[str, float], **about: Any) -> Breakdown:
    """Make the breakdown of a population of which only percentages are known."""
    parts = [Part(name=name, value=value) for name, value in given.items()]
    return make_population(parts, kind=SeriesKind.SHARE, per=100, **about)


# What is counted in the counties of many a table: 1,000 adults in five groups.
CENSUS = {"White": 800, "Asian": 110, "Black": 60, "Mixed": 25, "Other": 5}
CAME = {"White": 190, "Asian": 9, "Black": 12, "Mixed": 4}
