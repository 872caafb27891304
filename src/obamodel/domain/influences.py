"""A view, who answered it, what changed, and when people were told."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    one,
    prose,
    references,
    to_tuple,
)


class Reply(StrEnum):
    """What became of a view."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_TAKEN_UP = "not taken up"
    PENDING = "pending"
    NOT_RECORDED = "not recorded"


@documented
@frozen(kw_only=True)
class Influence:
    """What people's views changed: said, answered, done and told back."""

    id: str = field(metadata=identifier())
    view: str = field(metadata=prose("The view that was put forward."))
    put_by: str = field(default="", metadata=prose("Who put it forward, as a role."))
    answered_by: str = field(default="", metadata=prose("Who had to answer it."))
    reply: Reply = field(default=Reply.NOT_RECORDED, metadata=choice(Reply, "What became of it."))
    because: str = field(default="", metadata=prose("Why it was answered so."))
    what_changed: str = field(default="", metadata=prose("What is different now."))
    told_back: PartialDate | None = field(
        default=None, metadata=one(PartialDate, "When those who put it forward were told.")
    )
    told_how: str = field(default="", metadata=prose("How they were told."))
    counts: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The counts that belong to it.", "counts"),
    )
    activities: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The activities it came from.", "activities"),
    )
    indicators: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The indicators it is evidence for.", "indicators"),
    )
    factors: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The factors it belongs to.", "factors")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
