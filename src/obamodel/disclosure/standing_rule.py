"""By which rules numbers are protected where a group has not chosen any."""

from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.judgements import Judgement
from obamodel.domain.protection import Preset, Protection

STANDING = Protection(
    preset=Preset.HES,
    judged=Judgement(
        author="the makers of the library",
        on=PartialDate.parse("2026-11"),
        reason="Nobody has chosen other rules, and these protect both small numbers and totals.",
    ),
)
"""What holds where nothing was chosen: 0 is shown, 1 to 7 hidden, all else to the nearest 5."""

NOTHING_HIDDEN = Protection(
    preset=Preset.NONE,
    judged=Judgement(
        author="whoever asked for it",
        on=PartialDate.parse("2026-11"),
        reason="It is for the desk and not for publication.",
    ),
)
"""What holds for what stays in the house."""


def find_protection(evaluation: Evaluation) -> Protection:
    """Return the rules that an evaluation chose, or those that hold where it chose none.

    Examples
    --------
    >>> print(find_protection(Evaluation(id="new", title="New")).preset)
    hes
    """
    return evaluation.protection or STANDING
