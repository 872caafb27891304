"""How we would recognise an outcome: population accountability."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import check, choice, documented, identifier, one, prose, reference
from obamodel.domain.powers import Powers


class DataState(StrEnum):
    """What there is to measure it with."""

    HELD = "held"
    WEAK = "weak"
    MISSING = "missing"
    LOST = "lost"
    STATEMENT_ONLY = "statement only"


@documented
@frozen(kw_only=True)
class Indicator:
    """A measure that helps quantify an outcome; it may be a statement without any number.

    Examples
    --------
    >>> Indicator(
    ...     id="indicator-1", label="1", statement="Commissioners hold evidence of views.",
    ...     outcome="views-count",
    ... ).data
    <DataState.STATEMENT_ONLY: 'statement only'>
    """

    id: str = field(metadata=identifier())
    label: str = field(metadata=prose("What it is called for short, such as its number."))
    statement: str = field(metadata=prose("What would be seen; no target inside it."))
    outcome: str = field(metadata=reference("The outcome it helps to recognise.", "outcomes"))
    definition: str = field(
        default="", metadata=prose("The technical definition, if there is one.")
    )
    unit: str = field(default="", metadata=prose("The unit it is measured in, if it is measured."))
    data: DataState = field(
        default=DataState.STATEMENT_ONLY, metadata=choice(DataState, "What data there are.")
    )
    powers: Powers | None = field(
        default=None, metadata=one(Powers, "Its three powers, where somebody judged them.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
