"""What did a group choose that asked: if only one? If a second?"""

from collections.abc import Iterator, Sequence

from obamodel.domain.choices import Choice
from obamodel.domain.fields import show
from obamodel.domain.judgements import Judgement
from obamodel.errors import Fault, InvalidError


def list_choices_in_turn(
    chosen: Sequence[str], *, among: Sequence[str], judged: Judgement
) -> tuple[Choice, ...]:
    """List the choices of a group that asked: if only one? If a second? If a third?

    Parameters
    ----------
    chosen
        The names they chose, the first choice first.
    among
        All the names they could choose from, with those they chose.
    judged
        Who chose, when and why.

    Returns
    -------
    tuple of Choice
        One for each question that left something to choose from. Those never chosen are not put
        in any order among themselves.

    Raises
    ------
    InvalidError
        When a name is given twice, or was chosen and could not be.

    Notes
    -----
    The way of asking is Friedman's (Results-Based Accountability guide, 3.12).

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> judged = Judgement(
    ...     author="Data group", on=PartialDate.parse("2026-11-23"), reason="Talked over."
    ... )
    >>> for choice in list_choices_in_turn(["c", "a"], among=["a", "b", "c"], judged=judged):
    ...     print(choice.chosen, choice.over)
    c ('a', 'b')
    a ('b',)
    """
    faults = [*_find_faults("chosen", chosen, among), *_find_faults("among", among, among)]
    if faults:
        raise InvalidError("choices in turn", faults)
    left = list(among)
    choices = []
    for name in chosen:
        left.remove(name)
        if left:
            choices.append(Choice(chosen=name, over=left, judged=judged))
    return tuple(choices)


def _find_faults(place: str, names: Sequence[str], among: Sequence[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Fault(
                "named-twice", f"{show(name)} is named twice", "name it once", path=(place, index)
            )
        elif name not in among:
            yield Fault(
                "not-a-candidate",
                f"{show(name)} is not one they could choose from",
                "choose from: " + (", ".join(among) or "nothing was given"),
                path=(place, index),
            )
