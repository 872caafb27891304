"""A finding of the review that a group has looked at and lets stand."""

from attrs import field, frozen

from obamodel.domain.fields import check, documented, identifier, one, reference
from obamodel.domain.judgements import Judgement


@documented
@frozen(kw_only=True)
class Waiver:
    """A finding that is let stand, by whom and why; it shows wherever findings show."""

    rule: str = field(metadata=identifier("The code of the rule that is waived."))
    about: str = field(
        default="",
        metadata=reference("The one thing it is waived for; leave out for all.", "anything"),
    )
    judged: Judgement = field(metadata=one(Judgement, "Who let it stand, when and why."))

    __attrs_post_init__ = check
