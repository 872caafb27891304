"""How a service helps an indicator: it contributes to it, beside others."""

from attrs import field, frozen

from obamodel.domain.fields import (
    ANYTHING,
    check,
    documented,
    identifier,
    prose,
    prose_list,
    reference,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class Contribution:
    """What a factor or measure contributes to an indicator, with the reasoning laid open."""

    id: str = field(metadata=identifier())
    of: str = field(
        metadata=reference("The factor or measure that contributes.", "factors", "measures")
    )
    to: str = field(metadata=reference("The indicator it contributes to.", "indicators"))
    reasoning: str = field(metadata=prose("Why it should help."))
    evidence: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "What in this evaluation speaks for it.",
            ANYTHING,
        ),
    )
    other_contributors: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("Who or what else contributes.")
    )
    rival_explanations: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("What else could explain the same thing."),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
