"""The rows of a scorecard: made from what may be published, and valid or not made."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.baselines import Expected
from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import to_tuple
from obamodel.domain.observations import Observation
from obamodel.domain.series import Series
from obamodel.domain.vocabulary import Vocabulary
from obamodel.errors import Fault, InvalidError
from obamodel.report.scorecard.bands import Band, find_faults_of_bands
from obamodel.report.scorecard.freshness import Freshness
from obamodel.stats.turning.curves import CurveAnswer, Departure
from obamodel.stats.turning.words import AfterEnd, Verdict

VERDICT_ORDER = (
    Verdict.WORSE,
    Verdict.WORSE_THAN_AGREED,
    Verdict.SIGNS_OF_WORSENING,
    Verdict.NO_TURN_SHOWN,
    Verdict.NO_WORTHWHILE_TURN,
    Verdict.AS_AGREED,
    Verdict.SIGNS_OF_A_TURN,
    Verdict.BETTER_THAN_AGREED,
    Verdict.TURNED,
    Verdict.TOO_EARLY,
    Verdict.TOO_FEW,
)
"""The order of the verdicts in a scorecard: the worst first, then those that are none yet."""

NO_BASELINE, NO_FIGURES = "no baseline yet", "no figures yet"


@frozen(kw_only=True)
class ScorecardRow:
    """One indicator, measure or area, and where it stands.

    Parameters
    ----------
    id
        The name of its baseline, its series, or of the indicator or measure itself.
    name
        What is measured.
    area
        The place it is about, where there are several.
    belongs_to
        The outcome it helps to recognise, or the service it is about.
    series
        Its figures; none where there are none yet.
    answer
        Whether its curve has turned; none without a baseline.
    freshness
        How new its figures are; none without any.
    owner
        Who is to act.
    asks_for_owner
        Whether somebody should be named.
    band
        The name of the band its value lies in, where bands were asked for.
    no_verdict
        Why there is no verdict, where there are figures and no baseline.
    remarks
        Whatever else a reader should know.
    """

    id: str
    name: str
    area: str = ""
    belongs_to: str = ""
    series: Series | None = None
    answer: CurveAnswer | None = None
    freshness: Freshness | None = None
    owner: str = ""
    asks_for_owner: bool = False
    band: str = ""
    no_verdict: str = NO_BASELINE
    remarks: tuple[str, ...] = field(converter=to_tuple, default=())

    @property
    def verdict(self) -> Verdict | None:
        """The word for where it stands; none without a baseline."""
        return None if self.answer is None else self.answer.verdict

    @property
    def after_end(self) -> AfterEnd | None:
        """What became of it after the initiative ended; none while it runs."""
        return None if self.answer is None else self.answer.after_end

    @property
    def departure(self) -> Departure | None:
        """How far it lies from the forecast on average."""
        return None if self.answer is None else self.answer.departure

    @property
    def current(self) -> Observation | None:
        """The newest observation that has a value."""
        if self.series is None:
            return None
        known = (one for one in reversed(self.series.observations) if one.value is not None)
        return next(known, None)

    @property
    def forecast(self) -> Expected | None:
        """What the baseline expects of the period of the newest value."""
        if self.answer is None or self.current is None:
            return None
        period = self.current.period
        expected = self.answer.baseline.forecast
        return next((one for one in expected if one.period == period), None)

    @property
    def is_stale(self) -> bool:
        """Whether a newer figure should be there by now."""
        return self.freshness is not None and self.freshness.is_stale

    @property
    def misses_owner(self) -> bool:
        """Whether nobody is named who is to act."""
        return self.asks_for_owner and not self.owner

    @property
    def rank(self) -> int:
        """Its place in the order of verdicts, the worst 0; after them what has no baseline."""
        if self.verdict is not None:
            return VERDICT_ORDER.index(self.verdict)
        return len(VERDICT_ORDER) + (self.current is None)


@frozen(kw_only=True)
class ScorecardPart:
    """Rows of one sort: indicators, performance measures, or areas; they are never mixed.

    Parameters
    ----------
    id, title
        Its name, and its heading.
    first_column, group_column
        What a row is called after, and what rows are grouped by; the second may be empty.
    groups
        The groups in their order.
    rows
        The rows, in the order in which they are printed.
    """

    id: str
    title: str
    first_column: str
    group_column: str = ""
    groups: tuple[str, ...] = field(converter=to_tuple, default=())
    rows: tuple[ScorecardRow, ...] = field(converter=to_tuple, default=())

    @property
    def has_areas(self) -> bool:
        """Whether any row names a place."""
        return any(row.area for row in self.rows)

    @property
    def has_names(self) -> bool:
        """Whether not all rows are of the same measure."""
        return len({row.name for row in self.rows}) > 1 or not self.has_areas


@frozen(kw_only=True)
class Scorecard:
    """Many indicators, measures or areas as they stood on a day, ready to be written.

    Parameters
    ----------
    title, subtitle
        What it is called.
    as_of
        The day for which it was made.
    parts
        Its rows, in parts that are never mixed.
    bands
        The bands that were asked for.
    notes
        What a reader should know of it as a whole.
    internal
        Whether it shows what may not be published; every page then says so.
    vocabulary
        The words of the group.

    Raises
    ------
    InvalidError
        Naming each series that may not be published, and each pair of bands that overlap.
    """

    title: str
    as_of: PartialDate
    vocabulary: Vocabulary
    subtitle: str = ""
    parts: tuple[ScorecardPart, ...] = field(converter=to_tuple, default=())
    bands: tuple[Band, ...] = field(converter=to_tuple, default=())
    notes: tuple[str, ...] = field(converter=to_tuple, default=())
    internal: bool = False

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._find_faults())
        if faults:
            raise InvalidError("a scorecard", faults)

    def _find_faults(self) -> Iterator[Fault]:
        for row in self.rows:
            shown = (row.series, None if row.answer is None else row.answer.series)
            if not self.internal and any(one is not None and not one.is_public for one in shown):
                yield Fault(
                    "not-published",
                    "its numbers have not been made fit to be published",
                    "publish the series first (publish_series, publish_curves), or say "
                    "internal=True for the desk",
                    path=(row.id,),
                )
        yield from find_faults_of_bands(self.bands)

    @property
    def rows(self) -> tuple[ScorecardRow, ...]:
        """All its rows, part by part."""
        return tuple(row for part in self.parts for row in part.rows)

    def word(self, idea: str) -> str:
        """Return the group's word for an idea."""
        return self.vocabulary.find_word(idea) or idea.replace("_", " ")
