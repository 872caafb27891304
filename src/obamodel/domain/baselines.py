"""Where we have been and where we are heading if nothing changes, agreed and frozen."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    many,
    number,
    numbers,
    one,
    prose,
    prose_list,
    reference,
    references,
    to_tuple,
)
from obamodel.domain.judgements import Judgement
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation
from obamodel.errors import Fault


class Method(StrEnum):
    """How a forecast is made."""

    AVERAGE = "average"
    GIVEN = "given"
    LAST = "last"
    MEAN = "mean"
    DRIFT = "drift"
    TREND = "trend"
    TREND_AR = "trend_ar"
    LEVEL = "level"
    DAMPED = "damped"
    THETA = "theta"
    SEASONAL_LAST = "seasonal_last"


class Scale(StrEnum):
    """On what scale a forecast is made, so that its limits stay where values can be."""

    NATURAL = "natural"
    LOG = "log"
    LOGIT = "logit"
    SQUARE_ROOT = "square root"


@documented
@frozen(kw_only=True)
class Expected:
    """What a forecast expects of one period, between which limits."""

    period: Period = field(metadata=one(Period, "The period."))
    value: float = field(metadata=number("What is expected."))
    lower: float | None = field(
        default=None, metadata=number("The lower 95% limit for this period alone.")
    )
    upper: float | None = field(
        default=None, metadata=number("The upper 95% limit for this period alone.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if (self.lower is None) != (self.upper is None):
            yield Fault(
                "half-a-limit",
                "one limit is given and the other is not",
                "give both or neither",
                path=("lower" if self.lower is None else "upper",),
            )
        elif (
            self.lower is not None
            and self.upper is not None
            and not self.lower <= self.value <= self.upper
        ):
            yield Fault(
                "limits-out-of-order",
                f"{self.value:g} is not between {self.lower:g} and {self.upper:g}",
                "check the three numbers",
                path=("value",),
            )


@documented
@frozen(kw_only=True)
class Scenario:
    """Another future that partners thought possible, and why."""

    name: str = field(metadata=prose("What it is called, such as: if the club closes."))
    because: str = field(metadata=prose("Why it may come to this."))
    values: tuple[Expected, ...] = field(
        converter=to_tuple, metadata=many(Expected, "What it expects of each period.")
    )

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Baseline:
    """History and forecast, frozen at a date by somebody with a reason; never made anew quietly.

    The history is kept as it was known then, so that a later revision can be seen. What is needed
    to judge later values against it (the covariance of the errors of the forecast, the degrees of
    freedom, the widening) is kept with it too.
    """

    id: str = field(metadata=identifier())
    series: str = field(metadata=reference("The series it is about.", "series"))
    frozen: Judgement = field(metadata=one(Judgement, "Who froze it, when, and why so."))
    history: tuple[Observation, ...] = field(
        converter=to_tuple, metadata=many(Observation, "What was known of the past at the time.")
    )
    forecast: tuple[Expected, ...] = field(
        converter=to_tuple, metadata=many(Expected, "What was expected if nothing changed.")
    )
    method: Method = field(
        default=Method.AVERAGE, metadata=choice(Method, "How the forecast was made.")
    )
    agreed_by: str = field(
        default="", metadata=prose("Who agreed a given forecast: a role or a group.")
    )
    scale: Scale = field(
        default=Scale.NATURAL, metadata=choice(Scale, "On what scale it was made.")
    )
    covariance: tuple[float, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=numbers(
            "The covariance of the forecast's errors on that scale, the lower triangle row by row."
        ),
    )
    freedom: float | None = field(
        default=None,
        metadata=number("The degrees of freedom of its quantiles; none for normal ones."),
    )
    widening: tuple[float, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=numbers("By how much half-widths are widened, for what ends at each step."),
    )
    sampling_variance: float | None = field(
        default=None,
        metadata=number("The known sampling variance of one past value, on that scale."),
    )
    scenarios: tuple[Scenario, ...] = field(
        converter=to_tuple, default=(), metadata=many(Scenario, "Other futures thought possible.")
    )
    initiative: str = field(
        default="", metadata=prose("What began after the history, in a few words.")
    )
    ended: Period | None = field(
        default=None,
        metadata=one(Period, "The last period in which the initiative ran, once it is over."),
    )
    worthwhile: float | None = field(
        default=None,
        metadata=number("The smallest change for the better that would be worth having."),
    )
    worthwhile_judged: Judgement | None = field(
        default=None, metadata=one(Judgement, "Who said what is worthwhile, when, and why.")
    )
    comparisons: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("Series of places or groups like this one.", "series"),
    )
    family: str = field(
        default="",
        metadata=prose("The name of the family of curves that are judged together."),
    )
    replaces: str = field(
        default="", metadata=reference("An earlier baseline that this one replaces.", "baselines")
    )
    rivals: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("What else might explain a turn, as people who know it say."),
    )
    made_with: str = field(
        default="", metadata=prose("The program and version that made the forecast.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    @property
    def until(self) -> Period:
        """The last period of the history."""
        return self.history[-1].period

    @property
    def starts(self) -> Period:
        """The first period after the history: from here on, values are judged."""
        return self.forecast[0].period

    @property
    def step(self) -> int:
        """How many periods lie from one value to the next: 1, or 3 for three pooled years."""
        return self.starts.ordinal - self.until.ordinal

    def _check_together(self) -> Iterator[Fault]:
        yield from self._check_times()
        steps = len(self.forecast)
        if len(self.covariance) not in (0, steps * (steps + 1) // 2):
            yield Fault(
                "wrong-number",
                f"{len(self.covariance)} numbers for a forecast of {steps} periods",
                f"give none, or the {steps * (steps + 1) // 2} of the lower triangle",
                path=("covariance",),
            )
        if len(self.widening) != (steps if self.covariance else 0):
            yield Fault(
                "wrong-number",
                f"{len(self.widening)} numbers for {steps if self.covariance else 0} steps",
                "give one for each period of the forecast that has a covariance",
                path=("widening",),
            )
        elif any(not value > 0 for value in self.widening):
            found = "found one of 0 or less"
            yield Fault("too-small", found, "write 1 or more", path=("widening",))
        if self.freedom is not None and not self.freedom > 0:
            found = f"found {self.freedom:g}"
            yield Fault("too-small", found, "write more than 0", path=("freedom",))
        if self.method is Method.GIVEN and not self.agreed_by:
            yield Fault(
                "agreed-by-nobody",
                "the forecast was given, and nobody is said to have agreed it",
                "say who agreed it: a role or a group",
                path=("agreed_by",),
            )
        if self.worthwhile is not None and self.worthwhile_judged is None:
            yield Fault(
                "worthwhile-for-no-reason",
                "a worthwhile change is stated, and nobody says why",
                "say who judged it, when, and why",
                path=("worthwhile_judged",),
            )
        if self.worthwhile is not None and not self.worthwhile > 0:
            yield Fault(
                "too-small",
                f"found {self.worthwhile:g}",
                "write how large a change for the better is worthwhile: a number above 0",
                path=("worthwhile",),
            )

    def _check_times(self) -> Iterator[Fault]:
        if not self.history:
            found = "there is no past value"
            yield Fault("no-history", found, "give the history", path=("history",))
            return
        if not self.forecast:
            found = "no period is forecast"
            yield Fault("no-forecast", found, "give one or more", path=("forecast",))
            return
        if self.until.comparable_with(self.starts) and self.step > self.until.years:
            yield Fault(
                "gap",
                f"the forecast begins with {self.starts}, and the history ends with {self.until}",
                "begin it with the next period",
                path=("forecast", 0, "period"),
            )
            return
        for name, parts in (
            ("history", [each.period for each in self.history]),
            ("forecast", [self.until, *(each.period for each in self.forecast)]),
        ):
            for index, (before, after) in enumerate(pairwise(parts)):
                # In the forecast, the history's end stands before the first.
                place = index if name == "forecast" else index + 1
                if not after.comparable_with(before) or after.ordinal <= before.ordinal:
                    yield Fault(
                        "out-of-order",
                        f"{after} does not come after {before}",
                        "list periods of one kind in the order of time",
                        path=(name, place, "period"),
                    )
                elif after.ordinal != before.ordinal + self.step:
                    yield Fault(
                        "gap",
                        f"{after} does not follow {before}",
                        "add it; where no value is known, say why under missing",
                        path=(name, place, "period"),
                    )
        if self.ended is not None and (
            not self.ended.comparable_with(self.until) or self.ended.ordinal <= self.until.ordinal
        ):
            yield Fault(
                "ended-before-it-began",
                f"the initiative is said to have ended with {self.ended}, before it began",
                f"write {self.starts} or a later period of the same kind",
                path=("ended",),
            )
