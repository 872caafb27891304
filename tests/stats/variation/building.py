"""Series for the tests of this room."""

from collections.abc import Mapping, Sequence
from typing import Any

from obamodel.domain.observations import Flag, Observation
from obamodel.domain.periods import Period
from obamodel.domain.series import Polarity, Series, SeriesKind


def make_series(
    values: Sequence[float | None],
    *,
    first: str = "2001",
    good: int = 1,
    flags: Mapping[int, tuple[Flag, ...]] | None = None,
    **about: Any,
) -> Series:
    """Make a series of one value a period; none is missing for a reason."""
    start = Period.parse(first)
    given: dict[str, Any] = {
        "id": "calls",
        "name": "Calls",
        "kind": SeriesKind.SCORE,
        "unit": "points",
        "polarity": {1: Polarity.HIGH, -1: Polarity.LOW, 0: Polarity.NONE}[good],
    }
    return Series(
        observations=[
            Observation(
                period=start.shift(place),
                value=value,
                missing="" if value is not None else "nobody counted",
                flags=(flags or {}).get(place, ()),
            )
            for place, value in enumerate(values)
        ],
        **given | about,
    )
