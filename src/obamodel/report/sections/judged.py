"""How is it told who judged something, when and why?"""

from obamodel.domain.judgements import Judgement
from obamodel.plots.wording import without_stop


def say_judged(judged: Judgement) -> str:
    """Say who judged, when and why.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> on = PartialDate.parse("2011-03")
    >>> say_judged(Judgement(author="Advisory group", on=on, reason="It is cheap."))
    'Advisory group, March 2011: It is cheap.'
    """
    return f"{without_stop(judged.author)}, {judged.on.in_words()}: {judged.reason}"
