"""The criteria a service is judged by."""

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    prose,
    reference,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class FactorGroup:
    """Factors that belong together, and the part of the report that deals with them."""

    id: str = field(metadata=identifier())
    label: str = field(metadata=prose("What it is called for short, such as A."))
    name: str = field(metadata=prose("Its name."))
    section: str = field(default="", metadata=prose("The heading it gets in a report."))
    origin: str = field(default="", metadata=prose("Who set it, such as a contract."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Factor:
    """A criterion a service is judged by: it groups measures and informs indicators."""

    id: str = field(metadata=identifier())
    label: str = field(metadata=prose("What it is called for short, such as A1."))
    name: str = field(metadata=prose("Its name."))
    group: str = field(metadata=reference("The group it belongs to.", "factor_groups"))
    indicators: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The indicators it informs.", "indicators"),
    )
    what_happened: str = field(
        default="", metadata=prose("What was done about it, in a short paragraph.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
