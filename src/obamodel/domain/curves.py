"""A curve in words, for when there are no numbers."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    prose,
    references,
    to_tuple,
)


class WantedDirection(StrEnum):
    """Which way the wanted curve goes."""

    UP = "up"
    DOWN = "down"


@documented
@frozen(kw_only=True)
class SchematicCurve:
    """Where we start and what we want, in words; it has no numbers and no statistic takes it."""

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("What the picture shows."))
    upwards: str = field(metadata=prose("What goes up or down: the label of the upright axis."))
    across: str = field(default="time", metadata=prose("The label of the level axis."))
    start: str = field(metadata=prose("How it was at the start, in words."))
    wanted: str = field(metadata=prose("How it is wanted to be, in words."))
    direction: WantedDirection = field(
        default=WantedDirection.UP, metadata=choice(WantedDirection, "Which way is wanted.")
    )
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The outcome or indicators it is about.", "outcomes", "indicators"),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
