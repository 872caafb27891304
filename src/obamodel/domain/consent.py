"""Consent: what a person said may be shown of what they told."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import check, choice, documented, one, prose
from obamodel.errors import Fault


class ConsentState(StrEnum):
    """What may be shown."""

    NAMED = "named"
    PUBLISH = "publish"
    ANONYMOUS = "anonymous"
    INTERNAL = "internal"
    NO = "no"
    ALREADY_PUBLISHED = "already published"
    NOT_RECORDED = "not recorded"


@documented
@frozen(kw_only=True)
class Consent:
    """May it be shown? It can be withdrawn at any time.

    Examples
    --------
    >>> Consent().state
    <ConsentState.NOT_RECORDED: 'not recorded'>
    """

    state: ConsentState = field(
        default=ConsentState.NOT_RECORDED, metadata=choice(ConsentState, "What may be shown.")
    )
    source: str = field(default="", metadata=prose("Where it was published already, if it was."))
    withdrawn: PartialDate | None = field(
        default=None, metadata=one(PartialDate, "When the person took the consent back.")
    )
    note: str = field(default="", metadata=prose("What was agreed, in plain words."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.state is ConsentState.ALREADY_PUBLISHED and not self.source:
            yield Fault(
                "no-source",
                "it says already published and not where",
                "name the published source",
                path=("source",),
            )
