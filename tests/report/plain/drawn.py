"""Made-up evaluations for the plain-words edition: with every verdict word, and with none of ours.

All of it is drawn, and none of it is about anybody.
"""

from typing import Any

import textstat  # type: ignore[import-untyped]  # it has no types

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.activities import Activity, ActivityKind, ActivityStatus
from obamodel.domain.baselines import Baseline
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.influences import Influence, Reply
from obamodel.domain.judgements import Judgement
from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.outcomes import Outcome
from obamodel.domain.periods import Period
from obamodel.domain.population import Population
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.domain.recommendations import Request
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.report.document import Document
from obamodel.report.plain import list_sentences
from obamodel.stats import freeze_baseline

DAY = PartialDate.parse("2024-10-05")
US = Judgement(author="us", on=DAY, reason="We met.")
STEADY = (50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 51, 50)
# What came after twelve steady years, and the verdict that follows; fewer wait is better.
LATER: dict[str, tuple[float, ...]] = {
    "turned": (20, 21, 20),
    "signs of a turn": (47, 48, 47),
    "no turn shown": (49, 50, 49),
    "signs of worsening": (52, 53, 52),
    "worse than the baseline": (56, 57, 56),
    "too early to say": (20,),
}
# The same with five years of the initiative and three since; what became of it follows.
SINCE: dict[str, tuple[float, ...]] = {
    "sustained": (20, 21, 20, 19, 11, 10, 11, 10),
    "signs that it is sustained": (45, 46, 45, 44, 48, 47, 48, 47),
    "fading or unclear": (47, 48, 47, 46, 49, 48, 49, 48),
    "signs that it reverted": (47, 48, 47, 46, 50, 49, 50, 49),
    "reverted": (20, 21, 20, 19, 48, 47, 48, 47),
    "turned late": (50, 51, 50, 49, 11, 10, 11, 10),
    "not turned": (50, 51, 50, 49, 48, 47, 48, 47),
    "too early to say": (30, 31, 30, 29, 30),
}
AGREED = {
    "better than the forecast agreed": (40, 40, 40),
    "as the forecast agreed": (50, 50, 50),
    "worse than the forecast agreed": (60, 60, 60),
}


def make_series(name: str, values: tuple[float, ...]) -> Series:
    return Series.from_dict(
        {str(2000 + place): value for place, value in enumerate(values)},
        id=name,
        name="People who had to wait",
        kind=SeriesKind.COUNT,
        unit="people",
        polarity=Polarity.LOW,
        published="a table that all can read",
    )


def make_curves() -> tuple[list[Series], list[Baseline]]:
    """Make a curve for each verdict word there is."""
    made: list[tuple[tuple[float, ...], int, dict[str, Any]]] = []
    made += [((*STEADY, *later), 8, {}) for later in LATER.values()]
    made += [((*STEADY, *since), 8, {"ended": Period.parse("2015")}) for since in SINCE.values()]
    worthwhile: dict[str, Any] = {"worthwhile": 20.0, "worthwhile_judged": US}
    made.append(((*STEADY, 50, 51, 50), 8, worthwhile))
    made.append(((50, 51, 52), 3, {}))
    made.append(((*STEADY[:6], 50, 51, 50), 3, {}))
    for later in AGREED.values():
        given: dict[str, Any] = {"method": "given", "given": [50, 50, 50], "agreed_by": "the board"}
        made.append(((*STEADY, *later), 3, given))
    # Waiting that still grows, but more slowly than it did.
    grows = (10, 19, 31, 40, 50, 59, 71, 80, 90, 101, 109, 120)
    made.append(((*grows, 121, 122, 123, 124, 125, 126), 8, {}))
    series, baselines = [], []
    for place, (values, periods, more) in enumerate(made):
        one = make_series(f"waited-{place}", values)
        first_years = 3 if len(values) == 3 else 6 if len(values) == 9 else 12
        series.append(one)
        baselines.append(
            freeze_baseline(
                one,
                until=str(1999 + first_years),
                periods=periods,
                as_of="2012",
                author="us",
                because="We met.",
                id=f"line-{place}",
                **more,
            )
        )
    return series, baselines


def make_evaluation() -> Evaluation:
    """Make an evaluation with every verdict, every reply and every kind of number."""
    series, baselines = make_curves()
    return Evaluation(
        id="drawn",
        title="Our bus",
        populations=[
            Population(id="all", name="All who take the bus", who="all", places=["Hill", "Dale"])
        ],
        outcomes=[Outcome(id="on-time", statement="People come home on time.", population="all")],
        indicators=[
            Indicator(
                id=f"sign-{state.name.lower().replace('_', '-')}",
                label=str(place),
                statement="The bus comes when it should.",
                outcome="on-time",
                data=state,
            )
            for place, state in enumerate(DataState)
        ],
        activities=[
            Activity(
                id=f"work-{place}",
                name="A talk with the men who drive the bus",
                kind=ActivityKind.OTHER,
                status=status,
                reason="It rained." if status is ActivityStatus.STOPPED else "",
            )
            for place, status in enumerate(ActivityStatus)
        ],
        counts=[
            Count(
                id=f"count-{counted}-{place}",
                of=f"who came on day {place}",
                counted=counted,
                value=value,
                precision=precision,
                reason=reason,
            )
            for counted in Counted
            for place, (value, precision, reason) in enumerate(
                (
                    (43, Precision.EXACT, ""),
                    (150, Precision.ABOUT, "so the form says"),
                    (60, Precision.AT_LEAST, "more may have come"),
                    (3, Precision.EXACT, ""),
                    (None, Precision.UNKNOWN, "the list is lost"),
                )
            )
        ],
        feedback=[
            Feedback(
                id="said-1",
                gist="The bus is good now.",
                came_by=FeedbackSource.MEETING,
                given=DAY,
                consent=Consent(state=ConsentState.PUBLISH),
            )
        ],
        influences=[
            Influence(
                id=f"view-{reply.name.lower().replace('_', '-')}-{place}",
                view="Let the bus stop at the shop.",
                reply=reply,
                because=because,
                told_back=told,
            )
            for reply in Reply
            for place, (because, told) in enumerate(
                (("", None), ("the road is too small", DAY), ("the road is too small " * 5, None))
            )
        ],
        actions=[
            Action(
                id=f"plan-{place}",
                text="Ask for one more bus.",
                status=status,
                owner="the board" if place % 2 else "",
                by=DAY if place % 2 else None,
            )
            for place, status in enumerate(ActionStatus)
        ],
        requests=[Request(id="ask", text="Tell us what you think.", made_to="the board")],
        losses=[Loss(id="chart", kind=LossKind.CHART, title="The chart")],
        series=series,
        baselines=baselines,
    )


def write_as_prose(document: Document) -> str:
    """Write all that a reader meets as sentences, so that each heading and cell ends as one."""
    return " ".join(
        sentence if sentence[-1] in ".?!" else f"{sentence.rstrip(':;')}."
        for sentence in list_sentences(document)
    )


def measure(text: str) -> dict[str, float]:
    """Measure a text as a school year of the United States, by formulas of different kinds.

    Flesch and Kincaid count syllables (Kincaid and others 1975); the automated readability index
    (Smith and Senter 1967) and Coleman and Liau (1975) count letters; Spache's (1953, for readers
    in the first four years) counts words that are not on a list of familiar ones. A child of nine
    is in the fourth year.
    """
    return {
        "Flesch-Kincaid": textstat.flesch_kincaid_grade(text),
        "automated readability index": textstat.automated_readability_index(text),
        "Coleman-Liau": textstat.coleman_liau_index(text),
        "Spache": textstat.spache_readability(text),
    }
