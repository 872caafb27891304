"""A judgement: who made it, when and why."""

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import check, documented, one, prose


@documented
@frozen(kw_only=True)
class Judgement:
    """Who decided something that figures alone cannot decide, when, and why."""

    author: str = field(metadata=prose("Who made the judgement: a role or a group."))
    on: PartialDate = field(metadata=one(PartialDate, "When it was made."))
    reason: str = field(metadata=prose("Why."))

    __attrs_post_init__ = check
