"""How the evaluation was made: who evaluated whom, in what stages, in what versions."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    identifier,
    one,
    prose,
    prose_list,
    to_tuple,
)


class AssessmentKind(StrEnum):
    """Who evaluates, seen from the service."""

    SELF = "by the service itself"
    FUNDER = "by the funder"
    USER_LED = "by people who use services, independently"
    INDEPENDENT = "independent"


class AssessmentStatus(StrEnum):
    """Whether an evaluation took place."""

    THIS_ONE = "this evaluation"
    SEPARATE = "made separately"
    AGREED = "agreed, to be made separately"
    NOT_MADE = "suggested, not made"


@documented
@frozen(kw_only=True)
class Assessment:
    """Who evaluated whom, or was to."""

    id: str = field(metadata=identifier())
    kind: AssessmentKind = field(metadata=choice(AssessmentKind, "Who evaluates."))
    status: AssessmentStatus = field(metadata=choice(AssessmentStatus, "Whether it took place."))
    by: str = field(metadata=prose("Who evaluates."))
    of: str = field(metadata=prose("What is evaluated."))
    draws_on: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What it draws on.")
    )
    reason: str = field(default="", metadata=prose("Why it was made, or not."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class EvaluationStage:
    """A step in making the evaluation."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What was done."))
    when: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class DocumentVersion:
    """A version of the report, who saw it and what changed in it."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What it is called, such as first draft."))
    presented_to: str = field(default="", metadata=prose("Who saw it."))
    presented_on: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    changes: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What is different in it, one by one.")
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Event:
    """Something that happened around the service, for its timeline."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What happened."))
    when: PartialDate = field(metadata=one(PartialDate, "When."))
    inferred: bool = field(
        default=False, metadata=flag("Whether the date is worked out rather than stated.")
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Citation:
    """A work the evaluation builds on or takes facts from."""

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("Its title, or what it is about."))
    author: str = field(default="", metadata=prose("Who wrote it."))
    year: str = field(default="", metadata=prose("When it appeared."))
    used_for: str = field(default="", metadata=prose("What it is used for here."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Abbreviation:
    """A short form, and what it stands for where that is known."""

    id: str = field(metadata=identifier())
    short: str = field(metadata=prose("The short form."))
    stands_for: str = field(default="", metadata=prose("What it stands for; leave out if unknown."))
    note: str = field(default="", metadata=prose("What a reader should know about it."))

    __attrs_post_init__ = check
