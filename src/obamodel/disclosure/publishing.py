"""Two different acts: publishing, which leaves nothing hidden, and inspecting at the desk."""

import html
from collections.abc import Sequence
from typing import overload

from attrs import evolve, frozen

from obamodel.disclosure.breakdowns import publish_breakdowns
from obamodel.disclosure.evaluations import withhold_numbers
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.disclosure.series import publish_series
from obamodel.disclosure.standing_rule import STANDING, find_protection
from obamodel.disclosure.withholding import withhold_voices
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.protection import Protection
from obamodel.domain.releases import Release
from obamodel.domain.series import Series
from obamodel.domain.tables import CountTable
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth

NOT_FOR_PUBLICATION = "Not for publication."


@frozen(kw_only=True)
class Publication:
    """What may leave the house of an evaluation.

    Parameters
    ----------
    evaluation
        A copy in which no number and no voice is left that may not be shown. Whatever is made of
        it may leave the house.
    release
        Its tables of counts, with the rule, what was hidden and how it was audited; keep it, so
        that the next release can be held against it.
    left_out
        The names of baselines of whose history too little may be shown.
    """

    evaluation: Evaluation
    release: Release
    left_out: tuple[str, ...] = ()

    __bool__ = refuse_truth

    @property
    def sentence(self) -> str:
        """By which rule, what was hidden and how it was audited, in plain words."""
        said = list(self.release.notes)
        if self.left_out:
            said.append(
                "Left out, because too little of the history may be shown: "
                f"{', '.join(self.left_out)}."
            )
        return " ".join(said)

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


@frozen(kw_only=True)
class Inspection:
    """Something as it is, for the desk and not for publication."""

    text: str

    __bool__ = refuse_truth

    def __str__(self) -> str:
        return f"{NOT_FOR_PUBLICATION}\n{self.text}"

    def _repr_html_(self) -> str:
        said = html.escape(self.text)
        return f"<p><strong>{NOT_FOR_PUBLICATION}</strong></p><pre>{said}</pre>"


@overload
def publish(
    thing: Evaluation, protection: None = None, *, earlier: Sequence[Release] = ()
) -> Publication: ...


@overload
def publish(
    thing: Series, protection: Protection = STANDING, *, earlier: Sequence[Release] = ()
) -> Series: ...


@overload
def publish(
    thing: CountTable | Sequence[CountTable],
    protection: Protection = STANDING,
    *,
    earlier: Sequence[Release] = (),
) -> Release: ...


def publish(
    thing: Evaluation | Series | CountTable | Sequence[CountTable],
    protection: Protection | None = None,
    *,
    earlier: Sequence[Release] = (),
) -> Publication | Series | Release:
    """Make what may leave the house of something: small numbers hidden, voices as agreed.

    Parameters
    ----------
    thing
        An evaluation, whose own rules hold; a series; or all tables of counts of a report
        together.
    protection
        By which rules a series or tables are protected; those called ``hes`` where none are given.
    earlier
        What left the house before about the same people: what was shown then may give away what is
        hidden now.

    Raises
    ------
    InvalidError
        When the thing cannot be published, or other rules are given than those of the evaluation.

    Examples
    --------
    >>> from obamodel.domain.quantities import Count, Counted
    >>> few = Count(id="few", of="people who spoke", counted=Counted.PEOPLE, value=3)
    >>> publication = publish(Evaluation(id="small", title="Small", counts=[few]))
    >>> str(publication.evaluation.counts[0].quantity)
    'a small number, not shown'
    """
    if isinstance(thing, Evaluation):
        if protection is not None:
            fault = Fault(
                "rules-of-its-own",
                "an evaluation says itself by which rules it is protected",
                "leave protection out, or write it into the evaluation",
                path=("protection",),
            )
            raise InvalidError("publish", [fault])
        return _publish_evaluation(thing, earlier)
    rules = protection or STANDING
    if isinstance(thing, Series):
        return publish_series(thing, rules)
    given = thing if isinstance(thing, (list, tuple)) else [thing]
    tables = [one for one in given if isinstance(one, CountTable)]
    if len(tables) == len(given):
        return publish_tables(tables, rules, earlier)
    fault = Fault(
        "not-to-be-published",
        f"found {show(type(thing).__name__)}",
        "give an evaluation, a series, or one or more tables of counts",
    )
    raise InvalidError("publish", [fault])


def _publish_evaluation(evaluation: Evaluation, earlier: Sequence[Release]) -> Publication:
    published = publish_breakdowns(evaluation.breakdowns, find_protection(evaluation), earlier)
    shown = withhold_numbers(evolve(evaluation, breakdowns=published.breakdowns))
    there = {one.id for one in shown.baselines}
    return Publication(
        evaluation=withhold_voices(shown),
        release=published.release,
        left_out=tuple(one.id for one in evaluation.baselines if one.id not in there),
    )


def inspect(thing: object) -> Inspection:
    """Show something as it is, at the desk: every number, marked as not for publication.

    Examples
    --------
    >>> from obamodel.domain.quantities import Count, Counted
    >>> print(inspect(Count(id="few", of="who spoke", counted=Counted.PEOPLE, value=3).quantity))
    Not for publication.
    3
    """
    if isinstance(thing, Series):
        lines = [
            f"{one.period}: {one.missing if one.value is None else f'{one.value:g}'}"
            for one in thing.observations
        ]
        return Inspection(text="\n".join([thing.name, *lines]))
    if isinstance(thing, CountTable):
        return Inspection(text=f"{thing.title}\n{thing.to_frame().to_string(index=False)}")
    return Inspection(text=str(thing))
