"""Which three to five indicators stand for each outcome?"""

import html
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.choices import Choice
from obamodel.domain.evaluation import Evaluation
from obamodel.stats.answers import refuse_truth
from obamodel.stats.priorities.candidates import list_candidates
from obamodel.stats.priorities.declared import compare_agendas, compare_headlines
from obamodel.stats.priorities.listing import COLUMNS, MOST_HEADLINES
from obamodel.stats.priorities.matching import check_most, match_choices
from obamodel.stats.priorities.placing import sort_candidates
from obamodel.stats.priorities.ranking import Ranking

if TYPE_CHECKING:
    import pandas as pd

NOT_ADDED_UP = (
    "The three powers are what people judged: they stand side by side, and are never added up or "
    "averaged."
)
NOT_THE_WHOLE = "A few headline indicators speak for an outcome, and are never the whole of it."


@frozen(kw_only=True)
class IndicatorPriorities:
    """The indicators of every outcome, each in its place.

    Parameters
    ----------
    outcomes
        One ranking for each outcome, in the evaluation's order.
    """

    outcomes: tuple[Ranking, ...]

    __bool__ = refuse_truth

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        found = [caveat for outcome in self.outcomes for caveat in outcome.caveats]
        return (*found, NOT_ADDED_UP, NOT_THE_WHOLE)

    @property
    def sentence(self) -> str:
        """The answer in plain words, one outcome after the other."""
        return " ".join(one.sentence for one in self.outcomes) or "There is no outcome."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each indicator.

        Returns
        -------
        pandas.DataFrame
            Columns ``outcome``, ``indicator``, ``called``, ``list``, ``lowest_place`` and
            ``highest_place`` (of the headlines and those in the running for them, or of the
            agenda; none on the other lists), ``communication``, ``proxy`` and ``data_power`` (high,
            medium or low; none where nobody judged), ``data`` and ``because``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (outcome.of, one.name, one.said, *one.list_cells())
                for outcome in self.outcomes
                for one in outcome.placed
            ],
            columns=["outcome", "indicator", "called", *COLUMNS],
        ).astype({"lowest_place": "Int64", "highest_place": "Int64"})

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return "".join(f"<p>{html.escape(one.sentence)}</p>" for one in self.outcomes)


def rank_indicators(
    evaluation: Evaluation, *, choices: Iterable[Choice] = (), most: int = MOST_HEADLINES
) -> IndicatorPriorities:
    """Put the indicators of each outcome in their places: headline, secondary, data to develop.

    A headline has good data and is high on all three powers, or the partners chose it although
    nobody judged its powers. Among these the partners' choices decide the order, then the powers,
    compared one by one; what both leave open stays open. When more are in the running than there
    is room for, those that may or may not have a place are named as tied.

    Parameters
    ----------
    evaluation
        The evaluation.
    choices
        What partners chose beside the evaluation's own choices. Those about performance measures
        are left to :func:`rank_measures`.
    most
        How many headlines there is room for, 3 to 5.

    Raises
    ------
    InvalidError
        When a choice names something that is not there, or indicators of two outcomes.

    Notes
    -----
    The three powers and the three lists are Friedman's (Results-Based Accountability guide; A-HELP
    guide, population step 4).

    Examples
    --------
    >>> from obamodel.domain.outcomes import Outcome
    >>> from obamodel.domain.population import Population
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.indicators import DataState, Indicator
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.levels import Level
    >>> from obamodel.domain.powers import Powers
    >>> judged = Judgement(
    ...     author="Data group", on=PartialDate.parse("2026-11-23"), reason="Talked over."
    ... )
    >>> high = Powers(
    ...     communication=Level.HIGH, proxy=Level.HIGH, data=Level.HIGH, judged=judged
    ... )
    >>> evaluation = Evaluation(
    ...     id="small",
    ...     title="A small evaluation",
    ...     populations=[Population(id="children", name="Children", who="all children")],
    ...     outcomes=[Outcome(id="safe", statement="Children are safe.", population="children")],
    ...     indicators=[
    ...         Indicator(
    ...             id=name, label=name, statement="It is so.", outcome="safe",
    ...             data=DataState.HELD, powers=high,
    ...         )
    ...         for name in "abc"
    ...     ],
    ... )
    >>> chosen = [Choice(chosen="b", over=["a", "c"], judged=judged)]
    >>> print(rank_indicators(evaluation, choices=chosen))
    Headline indicators for “Children are safe”: indicators b, a and c. Indicator b comes first.
    Still open: indicators a and c for place 2 or 3.
    """
    room = check_most(most)
    by_outcome = match_choices(evaluation, choices)
    rankings = []
    for outcome in evaluation.outcomes:
        nouns = [one for one in evaluation.indicators if one.outcome == outcome.id]
        found = sort_candidates(list_candidates(nouns), by_outcome[outcome.id], room)
        rankings.append(
            Ranking(
                of=outcome.id,
                title=f"“{outcome.statement.rstrip('.')}”",
                thing="indicator",
                sorted_candidates=found,
                remarks=tuple(compare_headlines(outcome, found)),
                agenda_remarks=tuple(compare_agendas(outcome, found)),
            )
        )
    return IndicatorPriorities(outcomes=tuple(rankings))
