"""A forced choice: if you could have only one of these, which one would it be?"""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    one,
    reference,
    references,
    show,
    to_tuple,
)
from obamodel.domain.judgements import Judgement
from obamodel.errors import Fault


@documented
@frozen(kw_only=True)
class Choice:
    """One candidate that was chosen before one other or several, by whom, when and why.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> judged = Judgement(
    ...     author="Data group", on=PartialDate.parse("2026-11-23"), reason="Parents ask for it."
    ... )
    >>> choice = Choice(chosen="ready-for-school", over=["immunised"], judged=judged)
    >>> choice.pairs
    (('ready-for-school', 'immunised'),)
    """

    chosen: str = field(
        metadata=reference("The one they would have.", "indicators", "measures"),
    )
    over: tuple[str, ...] = field(
        converter=to_tuple,
        metadata=references("The ones they could have had instead.", "indicators", "measures"),
    )
    judged: Judgement = field(metadata=one(Judgement, "Who chose so, when and why."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if not self.over:
            yield Fault(
                "nothing-to-choose-from",
                f"{show(self.chosen)} is chosen before nothing",
                "name at least one that could have been chosen instead",
                path=("over",),
            )
        for index, name in enumerate(self.over):
            if name == self.chosen:
                yield Fault(
                    "chosen-over-itself",
                    f"{show(name)} is chosen before itself",
                    "name only the others",
                    path=("over", index),
                )

    @property
    def names(self) -> tuple[str, ...]:
        """The one chosen, and then the others."""
        return (self.chosen, *self.over)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The one chosen with each of the others, the chosen one first."""
        return tuple((self.chosen, other) for other in self.over)
