"""One definition observed over periods: values with their limits, marks and reasons."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, overload

from attrs import evolve, field, frozen

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    identifier,
    many,
    number,
    prose,
    references,
    show,
    to_tuple,
)
from obamodel.domain.observations import Flag as Flag
from obamodel.domain.observations import Observation as Observation
from obamodel.domain.periods import Frequency, Period
from obamodel.domain.quantities import Counted
from obamodel.domain.traits import Trait
from obamodel.errors import Fault, InvalidError

if TYPE_CHECKING:
    import pandas as pd


class SeriesKind(StrEnum):
    """What sort of number a value is."""

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    MEAN = "mean"
    SCORE = "score"


class Polarity(StrEnum):
    """Which way is good."""

    HIGH = "high is good"
    LOW = "low is good"
    NONE = "no judgement"


class Standing(StrEnum):
    """Whether the values were seen in the world, or only show what could be."""

    OBSERVED = "observed"
    ILLUSTRATIVE = "illustrative"
    SCHEMATIC = "schematic"


@documented
@frozen(kw_only=True)
class Series:
    """One definition observed over periods of one kind, in the order of time.

    Examples
    --------
    >>> series = Series.from_dict(
    ...     {"2012/13": 61, "2013/14": 58, "2015/16": 49},
    ...     id="cautioned", name="Children cautioned or sentenced", kind=SeriesKind.COUNT,
    ...     unit="children", polarity=Polarity.LOW,
    ... )
    >>> [str(period) for period in series.gaps]
    ['2014/15']
    >>> series.at("2013/14").value, series.good
    (58, -1)
    """

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What is counted or measured, in plain words."))
    kind: SeriesKind = field(
        metadata=choice(SeriesKind, "A count, a share, a rate, a mean or a score.")
    )
    unit: str = field(metadata=prose("The unit, such as people, % or per 10,000 aged 10-17."))
    polarity: Polarity = field(metadata=choice(Polarity, "Which way is good."))
    observations: tuple[Observation, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(Observation, "What was seen, in the order of time."),
    )
    per: float | None = field(
        default=None,
        metadata=number(
            "For a share or rate: what 1 out of 1 would be, such as 100 for %, 1 for a fraction, "
            "10000 for a number per 10,000."
        ),
    )
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The indicators or measures it fills.", "indicators", "measures"),
    )
    running_total: bool = field(
        default=False,
        metadata=flag("Whether each value holds all the earlier ones, as a running total does."),
    )
    standing: Standing = field(
        default=Standing.OBSERVED,
        metadata=choice(Standing, "Whether it was observed, or only shows what could be."),
    )
    counted: Counted = field(
        default=Counted.PEOPLE,
        metadata=choice(Counted, "What it counts, or is worked out from: people or not."),
    )
    trait: Trait = field(
        default=Trait.CHARACTERISTIC,
        metadata=choice(
            Trait, "What those counted share: only large places and other need no protection."
        ),
    )
    published: str = field(
        default="",
        metadata=prose("Where these very numbers are already public; leave out if they are not."),
    )
    definition: str = field(
        default="", metadata=prose("The technical definition, if there is one.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        from obamodel.domain.series_checks import find_faults_of_series

        return find_faults_of_series(self)

    # --- what it holds -------------------------------------------------------------------

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods, in the order of time."""
        return tuple(one.period for one in self.observations)

    @property
    def values(self) -> tuple[float | None, ...]:
        """The values, none where one is missing."""
        return tuple(one.value for one in self.observations)

    @property
    def numerators(self) -> tuple[float | None, ...]:
        """The numerators, none where there is none."""
        return tuple(one.numerator for one in self.observations)

    @property
    def denominators(self) -> tuple[float | None, ...]:
        """The denominators, none where there is none."""
        return tuple(one.denominator for one in self.observations)

    @property
    def frequency(self) -> Frequency:
        """How long its periods are."""
        return self._first.frequency

    @property
    def calendar(self) -> Calendar | None:
        """On which day its years begin; none for months, weeks and days."""
        return self._first.calendar

    @property
    def years(self) -> int:
        """How many years each of its periods takes together; mostly one."""
        return self._first.years

    @property
    def _first(self) -> Period:
        if not self.observations:
            mend = "give its observations first"
            found = f"{self.id} has no observation yet"
            raise InvalidError("Series", [Fault("nothing-observed", found, mend)])
        return self.observations[0].period

    @property
    def is_public(self) -> bool:
        """Whether it may be shown as it is: public already, not about people, or made up.

        Examples
        --------
        >>> sessions = Series(
        ...     id="sessions", name="Sessions held", kind=SeriesKind.COUNT, unit="sessions",
        ...     polarity=Polarity.NONE, counted=Counted.THINGS,
        ... )
        >>> sessions.is_public
        True
        """
        return (
            bool(self.published)
            or self.counted is Counted.THINGS
            or not self.trait.is_sensitive
            or self.standing is not Standing.OBSERVED
        )

    @property
    def good(self) -> int:
        """1 where high is good, -1 where low is good, 0 where neither is."""
        return {Polarity.HIGH: 1, Polarity.LOW: -1, Polarity.NONE: 0}[self.polarity]

    @property
    def step(self) -> int:
        """How far its periods lie apart: 1, or more for pooled years that do not overlap."""
        from obamodel.domain.series_checks import find_step

        return find_step(self.periods)

    @property
    def gaps(self) -> tuple[Period, ...]:
        """The periods between the first and the last of which nothing is said at all."""
        if not self.observations:
            return ()
        first, there = self._first, {period.ordinal for period in self.periods}
        return tuple(
            first.shift(place - first.ordinal)
            for place in range(first.ordinal, max(there), self.step)
            if place not in there
        )

    @property
    def breaks(self) -> tuple[Period, ...]:
        """The periods with which something new begins, so that earlier ones do not compare."""
        return tuple(one.period for one in self.observations if Flag.BREAK in one.flags)

    @property
    def overlaps(self) -> tuple[tuple[Period, Period], ...]:
        """Neighbours that share days, as pooled years that roll on do."""
        pairs = pairwise(self.periods)
        return tuple((before, after) for before, after in pairs if before.overlaps(after))

    def refuse_statistics(self, question: str) -> None:
        """Refuse to be asked a question that its values cannot answer.

        Parameters
        ----------
        question
            What was asked, in a few words, such as ``"whether the curve turned"``.

        Raises
        ------
        InvalidError
            When it only shows what could be, is a running total, or has silent gaps.
        """
        from obamodel.domain.series_checks import find_obstacles

        faults = tuple(find_obstacles(self, question))
        if faults:
            raise InvalidError(self.id, faults)

    # --- parts of it ---------------------------------------------------------------------

    def read_period(self, period: Period | str) -> Period:
        """Return a period of its kind; a text is read as its own periods are."""
        if isinstance(period, Period):
            return period
        if not self.observations:
            return Period.parse(period)
        return Period.parse(period, self.calendar, frequency=self.frequency, pooled=self.years)

    def at(self, period: Period | str) -> Observation:
        """Return what was seen in a period.

        Raises
        ------
        InvalidError
            When nothing is said of that period.
        """
        wanted = self.read_period(period)
        for observation in self.observations:
            if observation.period == wanted:
                return observation
        found = f"found {show(str(period))}, of which {self.id} says nothing"
        raise InvalidError("Series", [Fault("unknown-period", found, self._say_span())])

    def until(self, period: Period | str) -> "Series":
        """Return the series up to and with a period."""
        last = self._place(period)
        return self._keep([one for one in self.observations if one.period <= last], f"until {last}")

    def since(self, period: Period | str) -> "Series":
        """Return the series from a period on."""
        first = self._place(period)
        kept = [one for one in self.observations if one.period >= first]
        return self._keep(kept, f"since {first}")

    def _place(self, period: Period | str) -> Period:
        place = self.read_period(period)
        if not place.comparable_with(self._first):
            found = f"found {place}, {place.kind_in_words}"
            mend = f"give {self._first.kind_in_words}, as those of {self.id} are"
            raise InvalidError("Series", [Fault("mixed-periods", found, mend)])
        return place

    def _keep(self, observations: list[Observation], which: str) -> "Series":
        if not observations:
            found = f"{self.id} says nothing {which}"
            raise InvalidError("Series", [Fault("nothing-left", found, self._say_span())])
        return evolve(self, observations=observations)

    def _say_span(self) -> str:
        if not self.observations:
            return "give its observations first"
        return f"give a period from {self.periods[0]} to {self.periods[-1]}"

    def extend(self, observations: Iterable[Observation]) -> "Series":
        """Return the series with more observations after its own."""
        return evolve(self, observations=(*self.observations, *observations))

    def with_gaps_as_missing(self, reason: str) -> "Series":
        """Return the series with each silent gap written down as missing, for a reason."""
        filled = [Observation(period=period, missing=reason) for period in self.gaps]
        both = sorted((*self.observations, *filled), key=lambda one: one.period.ordinal)
        return evolve(self, observations=both)

    # --- from and to other forms ---------------------------------------------------------

    @classmethod
    def from_dict(
        cls,
        mapping: Mapping[Any, Any],
        *,
        calendar: Calendar | str | None = None,
        frequency: Frequency | str | None = None,
        pooled: int | None = None,
        why_missing: str = "",
        **about: Any,
    ) -> "Series":
        """Make a series of values by their periods, in any order.

        Parameters
        ----------
        mapping
            A value, or none where it is missing, for each period.
        calendar, frequency, pooled
            What the periods leave open; see :func:`obamodel.domain.periods.read_periods`.
        why_missing
            The reason why values are missing, where any are.
        **about
            The other fields of the series: ``id``, ``name``, ``kind``, ``unit``, ...

        Raises
        ------
        InvalidError
            With every fault at once.
        """
        from obamodel.domain.series_frames import make_from_values

        return make_from_values(
            list(mapping),
            list(mapping.values()),
            calendar=calendar,
            frequency=frequency,
            pooled=pooled,
            why_missing=why_missing,
            **about,
        )

    @classmethod
    def from_pandas(
        cls,
        values: "pd.Series[Any]",
        *,
        calendar: Calendar | str | None = None,
        frequency: Frequency | str | None = None,
        pooled: int | None = None,
        why_missing: str = "",
        **about: Any,
    ) -> "Series":
        """Make a series of a pandas Series whose index holds the periods.

        Parameters are those of :meth:`from_dict`. A name of the pandas Series is not used.

        Examples
        --------
        >>> import pandas as pd
        >>> monthly = pd.Series([4.0, 5.0], index=pd.period_range("2014-01", periods=2, freq="M"))
        >>> series = Series.from_pandas(
        ...     monthly, id="calls", name="Calls", kind=SeriesKind.COUNT, unit="calls",
        ...     polarity=Polarity.NONE,
        ... )
        >>> print(series.periods[1])
        Feb 2014
        """
        from obamodel.domain.series_frames import make_from_values

        return make_from_values(
            values.index,
            values.tolist(),
            calendar=calendar,
            frequency=frequency,
            pooled=pooled,
            why_missing=why_missing,
            **about,
        )

    @overload
    @classmethod
    def from_frame(cls, frame: "pd.DataFrame", *, by: None = None, **given: Any) -> "Series": ...

    @overload
    @classmethod
    def from_frame(
        cls, frame: "pd.DataFrame", *, by: str | Iterable[str], **given: Any
    ) -> "dict[Any, Series]": ...

    @classmethod
    def from_frame(
        cls, frame: "pd.DataFrame", *, by: str | Iterable[str] | None = None, **given: Any
    ) -> "Series | dict[Any, Series]":
        """Make one series, or one for each key, of a long frame with a row for each period.

        Parameters
        ----------
        frame
            Rows in any order. Column ``period`` is needed; ``value``, ``numerator``,
            ``denominator``, ``lower``, ``upper``, ``flags`` (words joined by commas), ``note`` and
            ``missing`` are read where they are there, and other columns are left alone.
        by
            The column or columns whose values tell series apart; the frame is one series without.
        columns
            What your columns are called, such as ``{"period": "Time period", "value": "Value"}``.
        calendar, frequency, pooled
            What the periods leave open; see :func:`obamodel.domain.periods.read_periods`.
        why_missing
            The reason why values are missing, for rows that do not say so themselves.
        **given
            The other fields of the series: ``id``, ``name``, ``kind``, ``unit``, ... With ``by``,
            the key is added to ``id`` and ``name``.

        Returns
        -------
        Series, or dict of Series
            With ``by``, in the order of the frame: by the value of the one column, or by a tuple.

        Raises
        ------
        InvalidError
            With every fault at once, each by the label of its row and its column. Rows of the same
            period are refused, never added or averaged.

        Examples
        --------
        >>> import pandas as pd
        >>> frame = pd.DataFrame({
        ...     "area": ["Bury", "Bury", "Trafford"], "year": ["2014/15", "2013/14", "2014/15"],
        ...     "n": [60, 58, 54],
        ... })
        >>> found = Series.from_frame(
        ...     frame, by="area", columns={"period": "year", "value": "n"}, id="cautioned",
        ...     name="Children cautioned", kind=SeriesKind.COUNT, unit="children",
        ...     polarity=Polarity.LOW,
        ... )
        >>> found["Bury"].id, found["Bury"].values, found["Trafford"].name
        ('cautioned-bury', (58, 60), 'Children cautioned: Trafford')
        """
        from obamodel.domain.series_frames import make_from_frame

        return make_from_frame(frame, by=by, **given)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each observation.

        Returns
        -------
        pandas.DataFrame
            Columns ``series`` (its id), ``period`` (a text that can be read in one way only),
            ``start`` and ``end`` (dates), ``value``, ``numerator``, ``denominator``, ``lower``,
            ``upper`` (numbers, not-a-number where there is none), ``flags`` (joined by commas),
            ``note`` and ``missing`` (texts, empty where there is nothing to say).
        """
        from obamodel.domain.series_frames import write_frame

        return write_frame(self)

    def to_pandas(self) -> "pd.Series[float]":
        """Return the values with a PeriodIndex; missing ones are not-a-number.

        Raises
        ------
        InvalidError
            When pandas has no such periods; see :meth:`Period.to_pandas`.
        """
        import pandas as pd

        index = pd.PeriodIndex([period.to_pandas() for period in self.periods])
        values = [float("nan") if value is None else float(value) for value in self.values]
        return pd.Series(values, index=index, name=self.id, dtype="float64")
