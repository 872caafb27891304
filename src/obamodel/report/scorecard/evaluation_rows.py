"""The rows of an evaluation: one for each baseline of an indicator or a measure."""

from collections.abc import Iterator, Sequence

from obamodel.domain.actions import ActionStatus
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.series import Series
from obamodel.plots.curve_lines import say_verdict
from obamodel.plots.wording import without_stop
from obamodel.report.material import Material
from obamodel.report.scorecard.row_maker import RowMaker
from obamodel.report.scorecard.rows import ScorecardRow
from obamodel.stats.turning.curves import CurveAnswer

_OVER = (ActionStatus.DONE, ActionStatus.STOPPED)
_DATA = {
    DataState.HELD: "figures are held, and are not in this evaluation yet",
    DataState.WEAK: "there are figures, and they are weak",
    DataState.LOST: "the figures are lost",
    DataState.STATEMENT_ONLY: "in words only so far",
}
_NOT_SHOWN = "no verdict: too little of its history may be shown"


class EvaluationRows:
    """The rows of the indicators and measures of an evaluation.

    Parameters
    ----------
    material
        What may be shown of the evaluation.
    answers
        What was found of its curves.
    table
        What is the same for every row.
    withheld
        The series for which a baseline was frozen that may not be shown.
    """

    def __init__(
        self,
        material: Material,
        answers: Sequence[CurveAnswer],
        table: RowMaker,
        withheld: set[str],
    ) -> None:
        self._evaluation = material.evaluation
        self._table = table
        replaced = {one.replaces for one in material.evaluation.baselines if one.replaces}
        self._by_id = {one.baseline.id: one for one in answers}
        self._answers: dict[str, list[CurveAnswer]] = {}
        for one in answers:
            if one.baseline.id not in replaced:
                self._answers.setdefault(one.series.id, []).append(one)
        self._withheld = withheld

    def make_rows(
        self,
        thing: Indicator | PerformanceMeasure,
        name: str,
        belongs_to: str,
    ) -> Iterator[ScorecardRow]:
        """Make a row for each baseline of an indicator or a measure; without any, one row."""
        owner = self._find_owner(thing.id)
        found = [one for one in self._evaluation.series if thing.id in one.about]
        if not found:
            remarks = [_DATA[thing.data]] if thing.data in _DATA else []
            if isinstance(thing, PerformanceMeasure) and thing.counts:
                held = ["single counts and no series: see the report"]
                remarks = held if thing.data is DataState.HELD else [*remarks, *held]
            yield ScorecardRow(
                id=thing.id,
                name=without_stop(name),
                belongs_to=belongs_to,
                owner=self._table.name_owner(thing.id, owner),
                asks_for_owner=True,
                remarks=remarks,
            )
        for series in found:
            told = name if len(found) == 1 else f"{without_stop(name)}: {series.name}"
            yield from self.make_series_rows(
                series, told, belongs_to, (thing.id, series.id), owner=owner
            )

    def make_series_rows(
        self, series: Series, name: str, belongs_to: str, ids: Sequence[str], owner: str = ""
    ) -> Iterator[ScorecardRow]:
        """Make a row for each baseline of a series that nothing replaced; without any, one row."""
        answers = self._answers.get(series.id, [])
        for answer in answers:
            told = name
            if len(answers) > 1:
                told = f"{without_stop(name)} (baseline until {answer.baseline.until})"
            yield self._table.make_row(
                series=answer.series,
                answer=answer,
                ids=ids,
                name=told,
                belongs_to=belongs_to,
                owner=owner,
                asks_for_owner=bool(belongs_to),
                remarks=self._list_earlier(answer),
            )
        if not answers:
            withheld = series.id in self._withheld
            yield self._table.make_row(
                series=series,
                answer=None,
                ids=ids,
                name=name,
                belongs_to=belongs_to,
                owner=owner,
                asks_for_owner=bool(belongs_to),
                no_verdict=_NOT_SHOWN if withheld else "",
            )

    def _list_earlier(self, answer: CurveAnswer) -> Iterator[str]:
        """Say what the baselines that it replaces said: they do not go away."""
        earlier = self._by_id.get(answer.baseline.replaces)
        while earlier is not None:
            frozen = earlier.baseline.frozen.on.in_words()
            yield f"an earlier baseline ({frozen}), which this one replaces: {say_verdict(earlier)}"
            earlier = self._by_id.get(earlier.baseline.replaces)

    def _find_owner(self, name: str) -> str:
        """Name who is to act: the owners of the actions that are meant to help and not over."""
        owners = [
            without_stop(one.owner)
            for one in self._evaluation.actions
            if one.owner and one.status not in _OVER and name in (*one.indicators, *one.measured_by)
        ]
        return "; ".join(dict.fromkeys(owners))
