"""What is wanted for a whole population, in plain words."""

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
class Outcome:
    """A condition of well-being wanted for a population, in plain words.

    Examples
    --------
    >>> Outcome(id="safe", statement="Children in Trafford are safe.", population="children").id
    'safe'
    """

    id: str = field(metadata=identifier())
    statement: str = field(
        metadata=prose("The condition wanted: no service, no number, no increase or reduce.")
    )
    population: str = field(metadata=reference("For whom it is wanted.", "populations"))
    aim: str = field(
        default="", metadata=prose("How the service means to help: a means, not an end.")
    )
    experience: str = field(
        default="", metadata=prose("What people would see, hear or feel if it were so.")
    )
    headline_indicators: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The three to five that stand for it, in order.", "indicators"),
    )
    secondary_indicators: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("Others with good data, used in the story.", "indicators"),
    )
    data_development_agenda: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("Those wanted whose data are missing or weak, in order.", "indicators"),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check
