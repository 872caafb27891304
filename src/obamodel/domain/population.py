"""The whole group of people in a place, and the bodies responsible for it."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    prose,
    prose_list,
    references,
    to_tuple,
)


class PopulationRole(StrEnum):
    """Whether the evaluation is about these people or also reaches them."""

    MAIN = "main"
    ALSO_REACHED = "also reached"


@documented
@frozen(kw_only=True)
class ResponsibleBody:
    """A public body that is responsible for a population in a place."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("Its name."))
    kind: str = field(default="", metadata=prose("What kind of body it is."))
    place: str = field(default="", metadata=prose("The place it is responsible for."))
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Population:
    """A whole group of people in a place: those an outcome is wanted for.

    Examples
    --------
    >>> carers = Population(id="carers", name="Carers", who="everybody who cares for an adult")
    >>> carers.role
    <PopulationRole.MAIN: 'main'>
    """

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What the group is called."))
    who: str = field(metadata=prose("Who belongs to it."))
    places: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("The places they live in.")
    )
    responsible_bodies: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The bodies responsible for them.", "responsible_bodies"),
    )
    role: PopulationRole = field(
        default=PopulationRole.MAIN,
        metadata=choice(PopulationRole, "Whether the evaluation is about them."),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
