"""Which choices are about the candidates of which outcome or service?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from obamodel.domain.choices import Choice
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.stats.priorities.choosing import find_holder, list_steps, refuse_no_choice
from obamodel.stats.priorities.listing import FEWEST_HEADLINES, MOST_HEADLINES


def match_choices(
    evaluation: Evaluation, choices: Iterable[Choice]
) -> Mapping[str, tuple[Choice, ...]]:
    """Sort choices by the outcome or the service that they are about.

    Returns
    -------
    mapping
        For each outcome and service, by name: the evaluation's own choices about it, and then
        those given that are not among them.

    Raises
    ------
    InvalidError
        When a choice names something that is no indicator or measure of the evaluation, or
        candidates of different outcomes or services; each by name and place.
    """
    given = tuple(choices)
    # Those of the evaluation were checked when it was made.
    faults = list(_find_faults(evaluation, given))
    if faults:
        raise InvalidError("the choices", faults)
    made = (*evaluation.choices, *(one for one in given if one not in evaluation.choices))
    belongs = {one.id: one.outcome for one in evaluation.indicators}
    belongs |= {one.id: one.service for one in evaluation.measures}
    found: dict[str, tuple[Choice, ...]] = {one.id: () for one in evaluation.outcomes}
    found |= {one.id: () for one in evaluation.services}
    for choice in made:
        found[belongs[choice.chosen]] += (choice,)
    return found


def _find_faults(evaluation: Evaluation, choices: Sequence[object]) -> Iterator[Fault]:
    holders = {one.id: find_holder(one) for one in evaluation.indicators}
    holders |= {one.id: find_holder(one) for one in evaluation.measures}
    for index, choice in enumerate(choices):
        if not isinstance(choice, Choice):
            yield refuse_no_choice(index, choice)
            continue
        for path, name in list_steps(index, choice):
            if name not in holders:
                nearest = find_nearest(name, holders)
                yield Fault(
                    "refers-to-nothing",
                    f"{show(name)} is not the name of an indicator or a measure",
                    f'did you mean "{nearest}"?'
                    if nearest
                    else "write the name of an indicator or a measure, or add it",
                    path=path,
                )
            elif choice.chosen in holders and holders[name] != holders[choice.chosen]:
                yield Fault(
                    "not-of-one-list",
                    f"{show(name)} belongs to {holders[name]}, and {show(choice.chosen)} to "
                    f"{holders[choice.chosen]}",
                    "choose for one outcome or one service at a time",
                    path=path,
                )


def check_most(most: object) -> int:
    """Refuse a number of headlines that people cannot keep in mind, or that tells too little.

    Raises
    ------
    InvalidError
        When it is not 3, 4 or 5.
    """
    if type(most) is not int or not FEWEST_HEADLINES <= most <= MOST_HEADLINES:
        mend = f"write a whole number from {FEWEST_HEADLINES} to {MOST_HEADLINES}"
        fault = Fault("bad-number", f"found {show(most)}", mend, path=("most",))
        raise InvalidError("the number of headlines", [fault])
    return most
