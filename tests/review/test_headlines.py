"""Do the rules on headlines ask when they should, and only then?"""

from obamodel.domain.indicators import DataState
from obamodel.domain.measures import Quadrant
from tests.review.building import build, indicator, measure, outcome, service
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

INDICATORS = [indicator(number, data=DataState.HELD) for number in range(1, 7)]
MEASURES = [measure(number, data=DataState.HELD) for number in range(1, 7)]
FIVE, SIX = range(1, 6), range(1, 7)
BOTH = [
    measure(1, Quadrant.HOW_WELL, data=DataState.HELD),
    measure(2, Quadrant.BETTER_OFF_NUMBER, data=DataState.WEAK),
]


def head(numbers: range) -> list[str]:
    return [f"indicator-{number}" for number in numbers]


def lead(numbers: range) -> list[str]:
    return [f"measure-{number}" for number in numbers]


ASKS = [
    Asks(
        "outcome-without-headline",
        "no indicator is a headline",
        build(indicators=INDICATORS),
        "has no headline indicator",
        ("heard",),
    ),
    Asks(
        "too-many-headline-indicators",
        "there are six",
        build(indicators=INDICATORS, outcomes=[outcome(headline_indicators=head(SIX))]),
        "has 6 headline indicators",
        ("heard",),
    ),
    Asks(
        "headline-indicator-without-data",
        "a headline is a statement only",
        build(
            indicators=[indicator(1), indicator(2, data=DataState.HELD)],
            outcomes=[outcome(headline_indicators=["indicator-1"])],
        ),
        "Indicator 1 is a headline, and there are no data",
        ("indicator-1",),
    ),
    Asks(
        "service-without-headline",
        "no measure is a headline",
        build(measures=MEASURES),
        "Open Door has no headline measure",
        ("service",),
    ),
    Asks(
        "too-many-headline-measures",
        "there are six",
        build(measures=MEASURES, services=[service(headline_measures=lead(SIX))]),
        "Open Door has 6 headline measures",
        ("service",),
    ),
    Asks(
        "headline-measures-one-sided",
        "all headlines say how well it works",
        build(measures=BOTH, services=[service(headline_measures=["measure-1"])]),
        "whether anyone is better off",
        ("service",),
    ),
    Asks(
        "headline-measure-without-data",
        "the data of a headline are lost",
        build(
            measures=[measure(data=DataState.LOST)],
            services=[service(headline_measures=["measure-1"])],
        ),
        "“Measure 1” is a headline, and there are no data",
        ("measure-1",),
    ),
]

SILENT = [
    Silent(
        "outcome-without-headline",
        "one indicator is a headline",
        build(indicators=INDICATORS, outcomes=[outcome(headline_indicators=["indicator-1"])]),
    ),
    Silent("outcome-without-headline", "there is no indicator to choose from", build()),
    Silent(
        "too-many-headline-indicators",
        "there are five",
        build(indicators=INDICATORS, outcomes=[outcome(headline_indicators=head(FIVE))]),
    ),
    Silent(
        "headline-indicator-without-data",
        "there are data, though weak, and the other is no headline",
        build(
            indicators=[indicator(1, data=DataState.WEAK), indicator(2)],
            outcomes=[outcome(headline_indicators=["indicator-1"])],
        ),
    ),
    Silent(
        "headline-indicator-without-data",
        "no indicator has data, which is said of all at once",
        build(indicators=[indicator()], outcomes=[outcome(headline_indicators=["indicator-1"])]),
    ),
    Silent(
        "service-without-headline",
        "one measure is a headline",
        build(measures=MEASURES, services=[service(headline_measures=["measure-1"])]),
    ),
    Silent("service-without-headline", "there is no measure to choose from", build()),
    Silent(
        "too-many-headline-measures",
        "there are five",
        build(measures=MEASURES, services=[service(headline_measures=lead(FIVE))]),
    ),
    Silent(
        "headline-measures-one-sided",
        "both sides are shown",
        build(measures=BOTH, services=[service(headline_measures=lead(range(1, 3)))]),
    ),
    Silent("headline-measures-one-sided", "there are no headlines", build(measures=BOTH)),
    Silent(
        "headline-measure-without-data",
        "the measure without data is no headline",
        build(
            measures=[measure(1, data=DataState.LOST), measure(2, data=DataState.HELD)],
            services=[service(headline_measures=["measure-2"])],
        ),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
