"""What order follows from the partners' forced choices, and what do they still have to decide?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from obamodel.domain.choices import Choice
from obamodel.domain.fields import show
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.stats.priorities.forced_choice import ChosenPlace, ForcedChoice
from obamodel.stats.priorities.naming import name_candidates
from obamodel.stats.priorities.ordering import Order, find_order
from obamodel.stats.priorities.telling import say_between, tell_choices
from obamodel.stats.priorities.wording import say_places


def choose_by_forced_choice(
    candidates: Sequence[Indicator] | Sequence[PerformanceMeasure], choices: Iterable[Choice] = ()
) -> ForcedChoice:
    """Put candidates in the order that the partners' choices lead to, and no further.

    A choice of one before another, and of that before a third, puts the first before the third.
    Where nothing was chosen between two, or the choices run in a circle, the order of these stays
    open: it is named and left to the partners. Choices are never counted like votes.

    Parameters
    ----------
    candidates
        The indicators of one outcome, or the performance measures of one service.
    choices
        What the partners chose, pair by pair or in turn (:func:`list_choices_in_turn`).

    Raises
    ------
    InvalidError
        When a candidate is given twice, candidates are not of one outcome or one service, or a
        choice names something that is not a candidate; each by name and place.

    Notes
    -----
    Forced choice is Friedman's (Results-Based Accountability guide, 3.12). The places a candidate
    can have are those it has in any of the orders that keep to what the choices lead to. That a
    circle shows choices that do not fit each other is Kendall and Babington Smith's (1940).

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.judgements import Judgement
    >>> judged = Judgement(
    ...     author="Data group", on=PartialDate.parse("2026-11-23"), reason="Talked over."
    ... )
    >>> candidates = [
    ...     Indicator(id=name, label=name, statement="It is so.", outcome="heard") for name in "abc"
    ... ]
    >>> answer = choose_by_forced_choice(
    ...     candidates, [Choice(chosen="c", over=["a", "b"], judged=judged)]
    ... )
    >>> print(answer)
    Indicator c comes first. Still open: indicators a and b for place 2 or 3. Ask the partners: if
    you could have only one, indicator a or indicator b?
    """
    given: tuple[Indicator | PerformanceMeasure, ...] = tuple(candidates)
    made = tuple(choices)
    faults = [*_find_faults_of_candidates(given), *_find_faults_of_choices(given, made)]
    if faults:
        raise InvalidError("the forced choice", faults)
    names = [candidate.id for candidate in given]
    order = find_order(names, [pair for choice in made for pair in choice.pairs])
    said = name_candidates(given)
    return ForcedChoice(
        places=tuple(
            sorted(
                (_place(name, order, made, said) for name in names),
                key=lambda place: (place.lowest, place.highest),
            )
        ),
        choices=made,
        order=order,
        said=said,
    )


def _place(
    name: str, order: Order, choices: Sequence[Choice], said: Mapping[str, str]
) -> ChosenPlace:
    lowest, highest = order.find_places(name)
    return ChosenPlace(
        name=name,
        said=said[name],
        lowest=lowest,
        highest=highest,
        because=_explain(name, order, choices, said),
    )


def _explain(name: str, order: Order, choices: Sequence[Choice], said: Mapping[str, str]) -> str:
    if len(order.names) == 1:
        return "There is nothing else to choose from."
    reasons = list(tell_choices(name, choices, said, in_full=True))
    in_circle = [
        other for other in order.names if other != name and order.share_circle(name, other)
    ]
    if in_circle:
        between = say_between([said[other] for other in in_circle])
        reasons.append(f"the choices {between} go round in a circle")
    never = [
        other
        for other in order.names
        if other not in (name, *in_circle)
        and not (order.puts(name, other) or order.puts(other, name))
    ]
    if never:
        between = say_between([said[other] for other in never])
        reasons.append(f"nothing chosen decides {between}")
    return f"It has {say_places(*order.find_places(name))}: {'; '.join(reasons)}."


def _find_faults_of_candidates(
    given: Sequence[object],
) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    first: Indicator | PerformanceMeasure | None = None
    for index, candidate in enumerate(given):
        path = ("candidates", index)
        if not isinstance(candidate, (Indicator, PerformanceMeasure)):
            mend = "give the indicators of an outcome, or the measures of a service"
            yield Fault("wrong-type", f"found {show(candidate)}", mend, path=path)
            continue
        if candidate.id in seen:
            found = f"{show(candidate.id)} is there already, at candidates[{seen[candidate.id]}]"
            yield Fault("named-twice", found, "give each candidate once", path=path)
        seen.setdefault(candidate.id, index)
        first = first or candidate
        if find_holder(candidate) != find_holder(first):
            yield Fault(
                "not-of-one-list",
                f"{show(candidate.id)} belongs to {find_holder(candidate)}, "
                f"and {show(first.id)} to {find_holder(first)}",
                "choose for one outcome or one service at a time",
                path=path,
            )


def _find_faults_of_choices(given: Sequence[object], choices: Sequence[object]) -> Iterator[Fault]:
    names = [one.id for one in given if isinstance(one, (Indicator, PerformanceMeasure))]
    for index, choice in enumerate(choices):
        if not isinstance(choice, Choice):
            yield refuse_no_choice(index, choice)
            continue
        for step, name in list_steps(index, choice):
            if name not in names:
                nearest = find_nearest(name, names)
                yield Fault(
                    "not-a-candidate",
                    f"{show(name)} is not one of the candidates",
                    f'did you mean "{nearest}"?'
                    if nearest
                    else "choose from: " + (", ".join(names) or "no candidates were given"),
                    path=step,
                )


def refuse_no_choice(index: int, found: object) -> Fault:
    """Refuse what is not a choice."""
    return Fault(
        "wrong-type",
        f"found {show(found)}",
        "make a Choice of it, or several with list_choices_in_turn",
        path=("choices", index),
    )


def list_steps(index: int, choice: Choice) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """List each name in a choice with the way to it."""
    yield ("choices", index, "chosen"), choice.chosen
    for place, name in enumerate(choice.over):
        yield ("choices", index, "over", place), name


def find_holder(candidate: Indicator | PerformanceMeasure) -> str:
    """Say which outcome an indicator, or which service a measure, belongs to.

    Examples
    --------
    >>> find_holder(Indicator(id="a", label="1", statement="It is so.", outcome="heard"))
    'the outcome "heard"'
    """
    if isinstance(candidate, Indicator):
        return f'the outcome "{candidate.outcome}"'
    return f'the service "{candidate.service}"'
