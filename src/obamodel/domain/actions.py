"""What was decided: who does what by when."""

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
    reference,
    references,
    to_tuple,
)


class ActionStatus(StrEnum):
    """How far an action has come."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    STOPPED = "stopped"
    NOT_RECORDED = "not recorded"


@documented
@frozen(kw_only=True)
class Action:
    """Something that was decided, with an owner, a date and how far it has come."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What is to be done."))
    owner: str = field(default="", metadata=prose("Who will do it: a role or a group."))
    by: PartialDate | None = field(default=None, metadata=one(PartialDate, "By when."))
    status: ActionStatus = field(
        default=ActionStatus.NOT_RECORDED, metadata=choice(ActionStatus, "How far it has come.")
    )
    reason: str = field(default="", metadata=prose("Why it was stopped, or is wanted."))
    idea: str = field(default="", metadata=reference("The idea it came from.", "ideas"))
    cycle: str = field(default="", metadata=reference("The reflection it came from.", "cycles"))
    indicators: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The indicators it is meant to help.", "indicators"),
    )
    measured_by: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The measures that will show whether it helped.", "measures"),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
