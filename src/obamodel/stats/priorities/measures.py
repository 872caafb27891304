"""Which three to five performance measures speak for each service?"""

import html
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.choices import Choice
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.measures import PerformanceMeasure
from obamodel.stats.answers import refuse_truth
from obamodel.stats.priorities.candidates import list_candidates
from obamodel.stats.priorities.declared import compare_agendas, compare_headlines
from obamodel.stats.priorities.indicators import NOT_ADDED_UP
from obamodel.stats.priorities.listing import COLUMNS, MOST_HEADLINES, Listing
from obamodel.stats.priorities.matching import check_most, match_choices
from obamodel.stats.priorities.placing import sort_candidates
from obamodel.stats.priorities.quadrants import list_one_sided, look_at_quadrants
from obamodel.stats.priorities.ranking import Ranking

if TYPE_CHECKING:
    import pandas as pd

OF_THE_SERVICE = (
    "A performance measure is about the people a service works for, and not about everybody in a "
    "place."
)


@frozen(kw_only=True)
class MeasurePriorities:
    """The performance measures of every service, each in its place.

    Parameters
    ----------
    services
        One ranking for each service, in the evaluation's order.
    measures
        The measures themselves.
    """

    services: tuple[Ranking, ...]
    measures: tuple[PerformanceMeasure, ...] = field(repr=False)

    __bool__ = refuse_truth

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        found = [caveat for service in self.services for caveat in service.caveats]
        return (*found, NOT_ADDED_UP, OF_THE_SERVICE)

    @property
    def sentence(self) -> str:
        """The answer in plain words, one service after the other."""
        return " ".join(one.sentence for one in self.services) or "There is no service."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each performance measure.

        Returns
        -------
        pandas.DataFrame
            Columns ``service``, ``measure``, ``called``, ``quadrant``, ``needed`` (what is wrong
            with the data, or needed), and then as for the indicators: ``list``, ``lowest_place``,
            ``highest_place``, ``communication``, ``proxy``, ``data_power``, ``data``, ``because``.
        """
        import pandas as pd

        quadrants = {one.id: str(one.quadrant) for one in self.measures}
        return pd.DataFrame(
            [
                (
                    *(service.of, one.name, one.said, quadrants[one.name]),
                    *(one.candidate.needed, *one.list_cells()),
                )
                for service in self.services
                for one in service.placed
            ],
            columns=["service", "measure", "called", "quadrant", "needed", *COLUMNS],
        ).astype({"lowest_place": "Int64", "highest_place": "Int64"})

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return "".join(f"<p>{html.escape(one.sentence)}</p>" for one in self.services)


def rank_measures(
    evaluation: Evaluation, *, choices: Iterable[Choice] = (), most: int = MOST_HEADLINES
) -> MeasurePriorities:
    """Put the performance measures of each service in their places.

    A headline measure says how well something is done, or which percentage of people is better
    off; where no percentage can be had for a way of being better off, a count stands in, and the
    answer says so. Data, powers and choices count as for :func:`rank_indicators`.

    Parameters
    ----------
    evaluation
        The evaluation.
    choices
        What partners chose beside the evaluation's own choices. Those about indicators are left
        to :func:`rank_indicators`.
    most
        How many headlines there is room for, 3 to 5.

    Raises
    ------
    InvalidError
        When a choice names something that is not there, or measures of two services.

    Notes
    -----
    Headlines from the two right-hand quadrants, a mix of both, are Friedman's (Results-Based
    Accountability guide, 3.8 and 3.12).

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.indicators import DataState
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.measures import Quadrant
    >>> from obamodel.domain.services import Service
    >>> judged = Judgement(
    ...     author="Staff", on=PartialDate.parse("2026-11-23"), reason="Talked over."
    ... )
    >>> evaluation = Evaluation(
    ...     id="small",
    ...     title="A small evaluation",
    ...     services=[Service(id="advice", name="Advice", description="It gives advice.")],
    ...     measures=[
    ...         PerformanceMeasure(
    ...             id=name, name=called, service="advice", quadrant=Quadrant.HOW_WELL, unit="%",
    ...             placed=judged, data=DataState.HELD,
    ...         )
    ...         for name, called in [("seen", "Seen in a week"), ("answered", "Calls answered")]
    ...     ],
    ... )
    >>> chosen = [Choice(chosen="answered", over=["seen"], judged=judged)]
    >>> print(rank_measures(evaluation, choices=chosen))
    Headline measure for Advice: “Calls answered”. That is fewer than the 3 to 5 that are wanted.
    Secondary: “Seen in a week”.
    """
    room = check_most(most)
    by_service = match_choices(evaluation, choices)
    rankings = []
    for service in evaluation.services:
        nouns = [one for one in evaluation.measures if one.service == service.id]
        sides = look_at_quadrants(nouns)
        candidates = list_candidates(nouns, set_apart=sides.set_apart, notes=sides.notes)
        found = sort_candidates(candidates, by_service[service.id], room)
        headlines = found.list_names(Listing.HEADLINE)
        rankings.append(
            Ranking(
                of=service.id,
                title=service.name,
                thing="measure",
                sorted_candidates=found,
                remarks=(
                    *list_one_sided(headlines, found.ready.order.names, nouns),
                    *compare_headlines(service, found),
                ),
                agenda_remarks=tuple(compare_agendas(service, found)),
            )
        )
    return MeasurePriorities(services=tuple(rankings), measures=evaluation.measures)
