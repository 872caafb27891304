"""What was recommended or asked for, and what answer came."""

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
    prose_list,
    to_tuple,
)


class AnswerState(StrEnum):
    """Whether a recommendation was answered."""

    ACCEPTED = "accepted"
    PARTLY = "partly accepted"
    NOT_TAKEN_UP = "not taken up"
    DEALT_WITH = "dealt with, answer not recorded"
    UNANSWERED = "unanswered"


@documented
@frozen(kw_only=True)
class Recommendation:
    """Something recommended to somebody, with its reasons and the answer."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What is recommended."))
    made_by: str = field(metadata=prose("Who recommends it."))
    made_to: str = field(metadata=prose("To whom."))
    made_on: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    reasons: tuple[str, ...] = field(converter=to_tuple, default=(), metadata=prose_list("Why."))
    answer: AnswerState = field(
        default=AnswerState.UNANSWERED, metadata=choice(AnswerState, "What became of it.")
    )
    answered_on: PartialDate | None = field(
        default=None, metadata=one(PartialDate, "When it was answered.")
    )
    answer_note: str = field(default="", metadata=prose("What the answer was, or what is known."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Request:
    """Something the evaluation asks its readers for."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What is asked for."))
    made_to: str = field(metadata=prose("Of whom."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
