"""What is each candidate called in a sentence?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.stats.answers import join_names


def name_candidates(candidates: Sequence[Indicator | PerformanceMeasure]) -> Mapping[str, str]:
    """Name each candidate so that no two are called the same.

    Examples
    --------
    >>> one = Indicator(id="a", label="1", statement="It is so.", outcome="heard")
    >>> dict(name_candidates([one]))
    {'a': 'indicator 1'}
    """
    said = {candidate.id: _name(candidate) for candidate in candidates}
    often = Counter(said.values())
    return {
        name: words if often[words] == 1 else f"{words} ({name})" for name, words in said.items()
    }


def _name(candidate: Indicator | PerformanceMeasure) -> str:
    if isinstance(candidate, Indicator):
        return f"indicator {candidate.label}"
    return f"“{candidate.name.rstrip('.')}”"


def join_candidates(said: Sequence[str], *, most: int | None = None) -> str:
    """Join what candidates are called, saying "indicators" once.

    Examples
    --------
    >>> join_candidates(["indicator 1", "indicator 2"]), join_candidates(["“Who came”"])
    ('indicators 1 and 2', '“Who came”')
    """
    word = "indicator "
    if len(said) > 1 and all(one.startswith(word) for one in said):
        return "indicators " + join_names([one.removeprefix(word) for one in said], most=most)
    return join_names(said, most=most)
