"""Rounds of reflection in their order: which is the last, what did it promise, what comes next?"""

import re

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import LONGEST_IDENTIFIER
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.errors import Fault, InvalidError, find_nearest

TURNING = "turn-the-curve"
"""The question set of meetings about one curve: rounds of their own beside the others."""
FINISHED = (ActionStatus.DONE, ActionStatus.STOPPED)

# One or two digits: the year at the end of "cycle-2011" is no number of a round.
_NUMBERED = re.compile(r"(.*-|)([0-9]{1,2})")


def find_round(evaluation: Evaluation, id: str) -> ReflectiveCycle:
    """Find a round by its name.

    Raises
    ------
    InvalidError
        When there is no such round; the nearest name is given.
    """
    for cycle in evaluation.cycles:
        if cycle.id == id:
            return cycle
    known = [cycle.id for cycle in evaluation.cycles]
    nearest = find_nearest(id, known)
    if nearest:
        mend = f'did you mean "{nearest}"?'
    else:
        mend = f"choose one of: {', '.join(known)}" if known else "no round is recorded yet"
    raise InvalidError("round", [Fault("unknown-round", f'no round is called "{id}"', mend)])


def find_last_round(evaluation: Evaluation) -> ReflectiveCycle | None:
    """Find the round of the whole group that none has followed yet, the last where there are more.

    Meetings about one curve are left out: the next of them follows the last about that curve.

    Examples
    --------
    >>> rounds = [
    ...     ReflectiveCycle(id="first", title="First", question_set="rolfe"),
    ...     ReflectiveCycle(id="second", title="Second", question_set="rolfe", follows="first"),
    ...     ReflectiveCycle(id="crime", title="Crime", question_set="turn-the-curve"),
    ... ]
    >>> find_last_round(Evaluation(id="small", title="Small", cycles=rounds)).id
    'second'
    """
    followed = {cycle.follows for cycle in evaluation.cycles}
    open_ends = [
        cycle
        for cycle in evaluation.cycles
        if cycle.id not in followed and cycle.question_set != TURNING
    ]
    return open_ends[-1] if open_ends else None


def list_promises(evaluation: Evaluation, cycle: ReflectiveCycle | None) -> tuple[Action, ...]:
    """List the actions that came out of a round."""
    if cycle is None:
        return ()
    return tuple(action for action in evaluation.actions if action.cycle == cycle.id)


def list_standing_promises(
    evaluation: Evaluation, cycle: ReflectiveCycle | None
) -> tuple[Action, ...]:
    """List what the next round looks back at: the promises of a round, and older ones still open.

    An older promise is open while it is neither done nor stopped. The oldest come first.

    Examples
    --------
    >>> rounds = [
    ...     ReflectiveCycle(id="first", title="First", question_set="rolfe"),
    ...     ReflectiveCycle(id="second", title="Second", question_set="rolfe", follows="first"),
    ... ]
    >>> actions = [
    ...     Action(id="tidy", text="Tidy up.", cycle="second", status=ActionStatus.DONE),
    ...     Action(id="ask", text="Ask more people.", cycle="first"),
    ...     Action(id="ring", text="Ring them.", cycle="first", status=ActionStatus.DONE),
    ... ]
    >>> small = Evaluation(id="small", title="Small", cycles=rounds, actions=actions)
    >>> [action.id for action in list_standing_promises(small, rounds[1])]
    ['ask', 'tidy']
    """
    if cycle is None:
        return ()
    by_name = {one.id: one for one in evaluation.cycles}
    older: list[Action] = []
    before = by_name.get(cycle.follows)
    while before is not None:
        still_open = (
            one for one in list_promises(evaluation, before) if one.status not in FINISHED
        )
        older = [*still_open, *older]
        before = by_name.get(before.follows)
    return (*older, *list_promises(evaluation, cycle))


def count_rounds(evaluation: Evaluation, last: ReflectiveCycle | None) -> int:
    """Count a round and all that it follows."""
    by_name = {cycle.id: cycle for cycle in evaluation.cycles}
    counted = 0
    while last is not None:
        counted += 1
        last = by_name.get(last.follows)
    return counted


def name_next_round(evaluation: Evaluation, last: str, *, longest: int = LONGEST_IDENTIFIER) -> str:
    """Name the round after one: with the next number, in a name that nothing has yet.

    Examples
    --------
    >>> small = Evaluation(id="small", title="Small")
    >>> name_next_round(small, "round-1"), name_next_round(small, "cycle-2011")
    ('round-2', 'cycle-2011-2')
    >>> name_next_round(small, "cycle-2011-2")
    'cycle-2011-3'
    """
    match = _NUMBERED.fullmatch(last)
    stem, number = (match[1], int(match[2])) if match else (f"{last}-", 1)
    taken = {thing.id for _, thing in evaluation.each()}
    while True:
        number += 1
        name = f"{stem[: longest - len(str(number))]}{number}"
        if name not in taken:
            return name


def find_turning_rounds(evaluation: Evaluation, about: str) -> tuple[ReflectiveCycle, ...]:
    """Find the meetings about one curve, in their order: their answers rest on that curve."""
    return tuple(
        cycle
        for cycle in evaluation.cycles
        if cycle.question_set == TURNING
        and any(about in response.evidence for response in cycle.responses)
    )


def name_turning_round(evaluation: Evaluation, about: str, *, longest: int) -> str:
    """Name the next meeting about one curve.

    Examples
    --------
    >>> name_turning_round(Evaluation(id="small", title="Small"), "calls-answered", longest=32)
    'turn-calls-answered'
    """
    # Room is left for the number of a later meeting.
    name = f"turn-{about}"[: longest - len("-99")].rstrip("-")
    if any(thing.id == name for _, thing in evaluation.each()):
        return name_next_round(evaluation, f"{name}-1", longest=longest)
    return name
