"""One row of a scorecard, made for a day and held against the bands."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from obamodel.disclosure.curves import AGAIN
from obamodel.domain.dates import PartialDate
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.plots.wording import without_stop
from obamodel.report.scorecard.bands import NO_BAND, Band
from obamodel.report.scorecard.freshness import find_freshness
from obamodel.report.scorecard.rows import ScorecardRow
from obamodel.stats.turning.curves import CurveAnswer

_ROUNDED = "worked out from figures that are rounded, or left out where they are small"


class RowMaker:
    """What is the same for every row: the day, the bands and who is to act.

    Parameters
    ----------
    as_of
        The day for which rows are made.
    bands
        The bands that were asked for.
    owners
        Who is to act, by name of the series, indicator or measure.
    wait
        How many periods a figure is waited for.
    """

    def __init__(
        self,
        *,
        as_of: PartialDate | str,
        bands: Iterable[Band],
        owners: Mapping[str, str],
        wait: int,
    ) -> None:
        self.as_of: PartialDate = PartialDate.parse(as_of) if isinstance(as_of, str) else as_of
        self.bands: tuple[Band, ...] = tuple(bands)
        self.wait = wait
        self.owners = owners
        first, last = self.as_of.earliest(), self.as_of.latest()
        faults = []
        if first is None or last is None:
            mend = 'write a day, such as "2024-05-03"'
            faults.append(Fault("unknown-day", f"found {self.as_of}", mend, path=("as_of",)))
        if wait < 0:
            faults.append(Fault("too-small", f"found {wait}", "write 0 or more", path=("wait",)))
        if faults:
            raise InvalidError("a scorecard", faults)
        assert first is not None
        assert last is not None
        # Of a month or a year: a figure is called old only where it is on every day of it.
        self._first: datetime.date = first
        self._last: datetime.date = last

    def make_row(
        self,
        series: Series,
        answer: CurveAnswer | None,
        *,
        ids: Sequence[str],
        name: str,
        area: str = "",
        belongs_to: str = "",
        owner: str = "",
        asks_for_owner: bool = True,
        no_verdict: str = "",
        remarks: Iterable[str] = (),
    ) -> ScorecardRow:
        """Make a row of a series, with its answer where it has one."""
        said = list(remarks)
        if answer is not None and AGAIN in answer.caveats:
            said.append(_ROUNDED)
        row = ScorecardRow(
            id=series.id if answer is None else answer.baseline.id,
            name=without_stop(name),
            area=without_stop(area),
            belongs_to=belongs_to,
            series=series,
            answer=answer,
            freshness=find_freshness(series, self._first, wait=self.wait),
            owner=next((self.owners[one] for one in ids if self.owners.get(one)), owner),
            asks_for_owner=asks_for_owner,
            remarks=said,
        )
        if no_verdict:
            row = evolve(row, no_verdict=no_verdict)
        self._refuse_later(row)
        return evolve(row, band=self._find_band(row, ids))

    def name_owner(self, name: str, found: str) -> str:
        """Name who is to act: as it was given, or as it was found."""
        return self.owners.get(name) or found

    def refuse_units(self, rows: Iterable[ScorecardRow]) -> None:
        """Refuse a band for everything where everything is not in one unit."""
        units = sorted({row.series.unit for row in rows if row.series is not None})
        faults = [
            Fault(
                "band-of-many-units",
                f'"{band.name}" is for every row, and they are in {", ".join(units)}',
                "name under about what it is for",
                path=("bands", place),
            )
            for place, band in enumerate(self.bands)
            if not band.about and len(units) > 1
        ]
        if faults:
            raise InvalidError("a scorecard", faults)

    def _refuse_later(self, row: ScorecardRow) -> None:
        current = row.current
        if current is not None and current.period.start > self._last:
            fault = Fault(
                "seen-before-its-time",
                f"it has a figure for {current.period}, which begins after {self.as_of.in_words()}",
                "give the day on which it is read as as_of",
                path=(row.id,),
            )
            raise InvalidError("a scorecard", [fault])

    def _find_band(self, row: ScorecardRow, ids: Sequence[str]) -> str:
        names = (*ids, "" if row.series is None else row.series.id)
        about = [band for band in self.bands if band.concerns(names)]
        if not about or row.current is None or row.current.value is None:
            return ""
        value = row.current.value
        return next((band.name for band in about if band.holds(value)), NO_BAND)
