"""Which curves of an evaluation have turned?"""

from obamodel.domain.baselines import Baseline
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.turning.assessing import assess_curve, assess_family
from obamodel.stats.turning.curves import CurveAnswer


def assess_evaluation(evaluation: Evaluation) -> tuple[CurveAnswer, ...]:
    """Judge every baseline of an evaluation, in its order.

    Baselines of one family are judged together. One that another replaces is judged as well: that
    it was frozen, and what it said, does not go away.

    Raises
    ------
    InvalidError
        Naming, for every baseline at once, what stands in the way of judging it.

    Examples
    --------
    >>> assess_evaluation(Evaluation(id="small", title="Without a baseline"))
    ()
    """
    series = {one.id: one for one in evaluation.series}
    answers: dict[str, CurveAnswer] = {}
    faults: list[Fault] = []
    for name in dict.fromkeys(one.family for one in evaluation.baselines):
        together = [one for one in evaluation.baselines if one.family == name]
        alone = [[one] for one in together] if not name else [together]
        for family in alone:
            try:
                found = _assess_together(name, family, series)
            except InvalidError as error:
                told = ", ".join(one.id for one in family)
                faults += [fault.under("baselines", told) for fault in error.faults]
                continue
            answers.update({one.baseline.id: one for one in found})
    if faults:
        raise InvalidError(show(evaluation.id), faults)
    return tuple(answers[one.id] for one in evaluation.baselines)


def _assess_together(
    name: str, family: list[Baseline], series: dict[str, Series]
) -> tuple[CurveAnswer, ...]:
    others = [tuple(series[other] for other in one.comparisons) for one in family]
    if not name:
        (only,) = family
        return (assess_curve(only, series[only.series], comparisons=others[0]),)
    curves = [(one, series[one.series]) for one in family]
    return assess_family(name, curves, comparisons=others)
