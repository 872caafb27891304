"""What was delivered: activities, and what made it possible to take part in them."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    choice,
    choices,
    documented,
    identifier,
    one,
    prose,
    prose_list,
    reference,
    references,
    to_tuple,
)


class ActivityKind(StrEnum):
    """What kind of thing was done."""

    RECRUITMENT = "recruitment"
    TRAINING = "training"
    SUPPORT = "support"
    HEALTH_PROMOTION = "health promotion"
    PEER_SUPPORT = "peer support"
    REPRESENTATION = "representation"
    INPUT = "input through others"
    SUPPLY = "people or answers supplied"
    CONSULTATION_RESPONSE = "consultation answered or publicised"
    INSPECTION = "inspection"
    DATA_COLLECTION = "data collection"
    PRESENTATION = "presentation"
    WEBSITE = "website"
    OTHER = "other"


class ActivityStatus(StrEnum):
    """How far an activity came."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    STOPPED = "stopped"
    NOT_RECORDED = "not recorded"


class Representative(StrEnum):
    """Who spoke for the people who use a service."""

    SERVICE_USERS = "service users"
    CARERS = "carers"
    STAFF = "staff"
    NOT_RECORDED = "not recorded"


@documented
@frozen(kw_only=True)
class Activity:
    """Something delivered, with its status; one that stopped says why."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What it is called."))
    kind: ActivityKind = field(metadata=choice(ActivityKind, "What kind of thing it is."))
    status: ActivityStatus = field(
        default=ActivityStatus.NOT_RECORDED, metadata=choice(ActivityStatus, "How far it came.")
    )
    reason: str = field(default="", metadata=prose("Why it stopped, or never began."))
    when: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    places: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("Where it took place.")
    )
    factors: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The factors it serves.", "factors")
    )
    asked_for_by: str = field(default="", metadata=prose("Who asked for it."))
    represented_by: tuple[Representative, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=choices(Representative, "Who spoke for the people who use services."),
    )
    methods: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("How it was done.")
    )
    what_happened: str = field(default="", metadata=prose("What happened, in a few sentences."))
    led_to: str = field(default="", metadata=prose("What came of it."))
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class GroupReached:
    """A group seldom heard that was reached, in the words the source used at its date."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("The group, in the source's own words."))
    worded: PartialDate | None = field(
        default=None, metadata=one(PartialDate, "When the source used these words.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class AccessAdjustment:
    """Something changed so that somebody could take part."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What was done differently, singling nobody out."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Safeguard:
    """Something that keeps people safe while they take part."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What is in place."))
    made_with: str = field(default="", metadata=prose("Who helped to make it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Eligibility:
    """Who was invited to take part in an activity."""

    id: str = field(metadata=identifier())
    activity: str = field(metadata=reference("The activity.", "activities"))
    criteria: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("What had to be true of a person, one by one.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
