"""A project, programme, agency or service system, and the people it serves."""

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    one,
    prose,
    prose_list,
    reference,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class Customers:
    """The people a service serves; most groups call them people who use the service."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("Who they are."))
    service: str = field(metadata=reference("The service that serves them.", "services"))
    note: str = field(default="", metadata=prose("What a reader should know about them."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Service:
    """A project, programme, agency or service system with somebody who answers for it."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("Its name."))
    description: str = field(metadata=prose("What it does, in a sentence or two."))
    funded_by: str = field(default="", metadata=prose("Who pays for it."))
    delivered_by: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("Who runs it.")
    )
    staff: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("The posts it has, not the persons.")
    )
    governed_by: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("The groups that guide it.")
    )
    started: PartialDate | None = field(default=None, metadata=one(PartialDate, "When it began."))
    ended: PartialDate | None = field(
        default=None, metadata=one(PartialDate, "When it ends or ended.")
    )
    headline_measures: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The three to five that matter most, in order.", "measures"),
    )
    secondary_measures: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("Others with good data, used in the story.", "measures"),
    )
    data_development_agenda: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("Those wanted whose data are missing or weak, in order.", "measures"),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
