"""Which data are wanted first? The data development agenda."""

import html
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.choices import Choice
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth
from obamodel.stats.priorities.indicators import NOT_ADDED_UP, rank_indicators
from obamodel.stats.priorities.listing import COLUMNS, Listing, Placed
from obamodel.stats.priorities.measures import rank_measures
from obamodel.stats.priorities.naming import join_candidates
from obamodel.stats.priorities.ranking import Ranking, say_in_places

if TYPE_CHECKING:
    import pandas as pd

NO_PROMISE = "To be on the agenda is a wish for data, and no promise that they will come."


class Accountability(StrEnum):
    """Whose well-being is asked about; the two never stand in one table."""

    POPULATION = "population accountability"
    PERFORMANCE = "performance accountability"


@frozen(kw_only=True)
class DataAgenda:
    """The data that are wanted and not there, in the order in which they are wanted.

    Parameters
    ----------
    accountability
        Whether it is about the indicators of outcomes or the measures of services.
    rankings
        One for each outcome or service, in the evaluation's order.
    """

    accountability: Accountability
    rankings: tuple[Ranking, ...]

    __bool__ = refuse_truth

    def list_wanted(self, of: str) -> tuple[Placed, ...]:
        """List what is wanted for one outcome or service, the first place first."""
        return tuple(
            one
            for ranking in self.rankings
            if ranking.of == of
            for one in ranking.list_on(Listing.AGENDA)
        )

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        found = [caveat for ranking in self.rankings for caveat in ranking.agenda_caveats]
        return (*found, NOT_ADDED_UP, NO_PROMISE)

    @property
    def sentence(self) -> str:
        """The answer in plain words, one outcome or service after the other."""
        return " ".join(part for ranking in self.rankings for part in _say(ranking)) or (
            "There is no outcome."
            if self.accountability is Accountability.POPULATION
            else "There is no service."
        )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each indicator or measure on the agenda.

        Returns
        -------
        pandas.DataFrame
            Columns ``outcome`` and ``indicator``, or ``service`` and ``measure``; ``called``,
            ``needed`` (what is wrong with the data, or needed), and then as for the rankings:
            ``list``, ``lowest_place``, ``highest_place``, ``communication``, ``proxy``,
            ``data_power``, ``data`` and ``because``.
        """
        import pandas as pd

        is_population = self.accountability is Accountability.POPULATION
        return pd.DataFrame(
            [
                (ranking.of, one.name, one.said, one.candidate.needed, *one.list_cells())
                for ranking in self.rankings
                for one in ranking.list_on(Listing.AGENDA)
            ],
            columns=[
                *(("outcome", "indicator") if is_population else ("service", "measure")),
                *("called", "needed", *COLUMNS),
            ],
        ).astype({"lowest_place": "Int64", "highest_place": "Int64"})

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return "".join(
            f"<p>{html.escape(' '.join(_say(ranking)))}</p>" for ranking in self.rankings
        )


def make_data_agenda(
    evaluation: Evaluation, accountability: Accountability, *, choices: Iterable[Choice] = ()
) -> DataAgenda:
    """Put what is wanted and has no good data in the order in which it is wanted.

    On the agenda is what is high on communication and proxy power while its data are missing, weak
    or not judged high, and what partners chose without anybody having judged its powers. Their
    choices (if you could buy the data for only one, which one would it be?) decide the order; what
    they leave open stays open.

    Parameters
    ----------
    evaluation
        The evaluation.
    accountability
        Whether to ask for the indicators of outcomes or for the measures of services.
    choices
        What partners chose beside the evaluation's own choices.

    Raises
    ------
    InvalidError
        As for :func:`rank_indicators`; and when it does not say which accountability.

    Notes
    -----
    The agenda and the way of asking are Friedman's (Results-Based Accountability guide, 3.12).

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.indicators import DataState
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.levels import Level
    >>> from obamodel.domain.measures import PerformanceMeasure, Quadrant
    >>> from obamodel.domain.powers import Powers
    >>> from obamodel.domain.services import Service
    >>> judged = Judgement(
    ...     author="Staff", on=PartialDate.parse("2026-11-23"), reason="Talked over."
    ... )
    >>> wanted = Powers(
    ...     communication=Level.HIGH, proxy=Level.HIGH, data=Level.LOW, judged=judged
    ... )
    >>> evaluation = Evaluation(
    ...     id="small",
    ...     title="A small evaluation",
    ...     services=[Service(id="advice", name="Advice", description="It gives advice.")],
    ...     measures=[
    ...         PerformanceMeasure(
    ...             id=name, name=called, service="advice", quadrant=Quadrant.HOW_WELL, unit="%",
    ...             placed=judged, data=DataState.MISSING, powers=wanted,
    ...         )
    ...         for name, called in [("seen", "Seen in a week"), ("answered", "Calls answered")]
    ...     ],
    ... )
    >>> chosen = [Choice(chosen="answered", over=["seen"], judged=judged)]
    >>> print(make_data_agenda(evaluation, Accountability.PERFORMANCE, choices=chosen))
    Data wanted for Advice, in this order: “Calls answered” and “Seen in a week”.
    """
    if accountability not in tuple(Accountability):
        fault = Fault(
            "bad-choice",
            f"found {show(accountability)}",
            "choose from: " + ", ".join(Accountability),
            path=("accountability",),
        )
        raise InvalidError("the data development agenda", [fault])
    if accountability == Accountability.POPULATION:
        rankings = rank_indicators(evaluation, choices=choices).outcomes
    else:
        rankings = rank_measures(evaluation, choices=choices).services
    return DataAgenda(accountability=Accountability(accountability), rankings=rankings)


def _say(ranking: Ranking) -> Iterator[str]:
    wanted = ranking.list_on(Listing.AGENDA)
    if not wanted:
        yield f"Nothing is on the data development agenda of {ranking.title}."
    else:
        yield from say_in_places(f"Data wanted for {ranking.title}", wanted)
    undecided = [one for one in ranking.list_on(Listing.UNDECIDED) if not _is_ready(one)]
    if undecided:
        yield (
            f"Whether {'more' if wanted else 'anything'} belongs on it depends on powers that "
            "nobody has judged, of "
            f"{join_candidates([one.said for one in undecided], most=6)}."
        )


def _is_ready(one: Placed) -> bool:
    return one.candidate.has_good_data
