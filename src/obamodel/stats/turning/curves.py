"""The answer to: has the curve turned?"""

import html
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.baselines import Baseline
from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.stats.answers import refuse_truth
from obamodel.stats.turning.words import AfterEnd, Verdict

if TYPE_CHECKING:
    import pandas as pd

    from obamodel.stats.variation import Evidence


@frozen(kw_only=True)
class Departure:
    """How far some values lie from the forecast on average; above 0 is better.

    Parameters
    ----------
    value
        The mean of the values less the mean expected, turned so that more is better; in the unit
        of the series.
    lower, upper
        The 95% limits; none where there is no error band.
    lower_80, upper_80
        The 80% limits.
    observed, expected
        The two means as they are.
    periods
        The periods it is about.
    """

    value: float
    lower: float | None
    upper: float | None
    lower_80: float | None
    upper_80: float | None
    observed: float
    expected: float
    periods: tuple[Period, ...]


@frozen(kw_only=True)
class JudgedPoint:
    """One value since the start, beside what was expected of it.

    Parameters
    ----------
    departure
        Above 0 is better.
    outside
        Whether it lies outside the 95% limits of its own period: a signal, never a verdict.
    """

    period: Period
    value: float
    expected: float
    lower: float | None
    upper: float | None
    departure: float
    outside: bool


@frozen(kw_only=True)
class FamilyPlace:
    """Where a curve stands among those that were judged together (Holm 1979).

    Parameters
    ----------
    name
        The name of the family.
    looked_at
        How many curves were looked at.
    alone
        The verdict that the curve would have had alone.
    """

    name: str
    looked_at: int
    alone: Verdict


@frozen(kw_only=True)
class Comparison:
    """How much more the curve departed from its baseline than similar ones from theirs.

    Parameters
    ----------
    difference
        The departure less the mean departure of the others, with limits.
    others
        The name and the departure of each of the others.
    left_out
        Those that could not be compared, and why.
    verdict
        The verdict on the difference.
    sentence
        The answer in plain words.
    """

    difference: Departure
    others: tuple[tuple[str, float], ...]
    left_out: tuple[tuple[str, str], ...]
    verdict: Verdict
    sentence: str


@frozen(kw_only=True)
class CurveAnswer:
    """Whether a curve has turned against its baseline, and what a reader should weigh.

    Parameters
    ----------
    baseline, series
        What was frozen, and what has been seen.
    verdict
        The answer in one of the words of :class:`Verdict`.
    after_end
        What became of it after the initiative ended; none while it runs.
    points
        Each value since the start that was judged.
    departure
        How far they lie from the forecast on average.
    during, after, change
        The same during the initiative and after its end, and after less during; none without an
        end.
    kept_share
        How much of the departure was kept after the end; none where that cannot be said.
    recent
        The departure of the last points alone, where the curve had turned; none otherwise.
    smallest_showable
        The smallest departure that could have been shown as a turn; none without an error band.
    points_before, points_after
        How many values the baseline rests on, and how many were judged.
    possible_from
        The first period with which an answer will be possible; none where it is now, or where
        later values cannot help.
    revisions
        Past values that were changed since the baseline was frozen, in words.
    evidence
        What model-free rules say beside the verdict.
    comparison
        How it did beside similar places or groups; none where none were given.
    family
        Its place among the curves judged together; none where it was judged alone.
    rivals
        What else may explain it.
    caveats
        What a reader should weigh.
    sentence
        The answer in plain words.
    """

    baseline: Baseline
    series: Series
    verdict: Verdict
    after_end: AfterEnd | None
    points: tuple[JudgedPoint, ...]
    departure: Departure | None
    during: Departure | None
    after: Departure | None
    change: Departure | None
    kept_share: float | None
    recent: Departure | None
    smallest_showable: float | None
    points_before: int
    points_after: int
    possible_from: Period | None
    revisions: tuple[str, ...]
    evidence: "tuple[Evidence, ...]"
    comparison: Comparison | None
    family: FamilyPlace | None
    rivals: tuple[str, ...]
    caveats: tuple[str, ...]
    sentence: str

    __bool__ = refuse_truth

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each value that was judged.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``baseline``, ``period`` (text), ``value``, ``expected``,
            ``lower``, ``upper``, ``departure`` (above 0 is better) and ``outside``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    self.series.id,
                    self.baseline.id,
                    point.period.text,
                    point.value,
                    point.expected,
                    point.lower,
                    point.upper,
                    point.departure,
                    point.outside,
                )
                for point in self.points
            ],
            columns=[
                *("series", "baseline", "period", "value", "expected", "lower", "upper"),
                *("departure", "outside"),
            ],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"
