"""What may be shown of two rounds of reflection compared?"""

from attrs import evolve

from obamodel.disclosure.curves import AGAIN
from obamodel.disclosure.publishing import publish
from obamodel.disclosure.series import may_show_as_it_is
from obamodel.disclosure.standing_rule import find_protection
from obamodel.domain.evaluation import Evaluation
from obamodel.stats.cycles import CycleComparison, compare_cycles


def publish_cycles(evaluation: Evaluation, earlier: str, later: str) -> CycleComparison:
    """Compare two rounds of reflection from what may be shown; the answer may leave the house.

    Curves are judged from the numbers that may be shown, and views are without what would lead to
    a person.

    Raises
    ------
    InvalidError
        When there is no such round, or the later one is not later.

    Examples
    --------
    >>> from obamodel.domain.reflection import ReflectiveCycle
    >>> rounds = [
    ...     ReflectiveCycle(id=name, title=name, question_set="rolfe")
    ...     for name in ("first", "second")
    ... ]
    >>> small = Evaluation(id="small", title="Small", cycles=rounds)
    >>> publish_cycles(small, "first", "second").moves
    ()
    """
    protection = find_protection(evaluation)
    changed = {one.id for one in evaluation.series if not may_show_as_it_is(one, protection)}
    compared = compare_cycles(publish(evaluation).evaluation, earlier, later)
    if any(move.series in changed for move in compared.moves):
        return evolve(compared, caveats=(*compared.caveats, AGAIN))
    return compared
