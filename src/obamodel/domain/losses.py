"""What is known to have existed and is no longer to be had."""

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


class LossKind(StrEnum):
    """What was lost."""

    CHART = "chart"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    NUMBER = "number"


@documented
@frozen(kw_only=True)
class Loss:
    """A chart, figure, footnote or number that is lost; it is shown as lost, never made up."""

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("What is lost."))
    kind: LossKind = field(metadata=choice(LossKind, "What kind of thing it was."))
    showed: str = field(default="", metadata=prose("What it is known to have shown."))
    means: str = field(default="", metadata=prose("What cannot be said without it."))
    factors: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The factors it belongs to.", "factors")
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
