"""Do the rules on performance measures ask when they should, and only then?"""

from obamodel.domain.indicators import DataState
from obamodel.domain.measures import Quadrant
from obamodel.domain.quantities import Counted
from tests.review.building import build, count, factor, measure
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

PEOPLE = count(1)
VISITS = count(2, "visits to the drop-in", 40, counted=Counted.ATTENDANCES)

ASKS = [
    Asks(
        "factor-without-measure",
        "one of two factors has no measure",
        build(factors=[factor(1), factor(2)], measures=[measure(factors=["a1"])]),
        "1 of 2 factors the service is judged by has no measure with a unit: A2 (Surveys).",
        ("a2",),
    ),
    Asks(
        "factor-without-measure",
        "its only measure has no unit",
        build(factors=[factor()], measures=[measure(factors=["a1"], unit="")]),
        "The only factor the service is judged by has no measure with a unit",
        ("a1",),
    ),
    Asks(
        "measure-without-unit",
        "two measures have no unit",
        build(measures=[measure(1, unit=""), measure(2, unit=""), measure(3)]),
        "2 of 3 measures have no unit: “Measure 1” and “Measure 2”.",
        ("measure-1", "measure-2"),
    ),
    Asks(
        "share-without-denominator",
        "a better off percentage is of nobody knows what",
        build(measures=[measure(1, Quadrant.BETTER_OFF_SHARE), measure(2)]),
        "The only percentage does not say out of whom or what",
        ("measure-1",),
    ),
    Asks(
        "share-without-denominator",
        "a measure of how well is in per cent",
        build(measures=[measure(1, Quadrant.HOW_WELL, unit="%")]),
        "does not say out of whom",
        ("measure-1",),
    ),
    Asks(
        "data-held-not-given",
        "data are said to be held and none are given",
        build(measures=[measure(data=DataState.HELD)]),
        "Data are said to be there, and are not given here, for “Measure 1”.",
        ("measure-1",),
    ),
    Asks(
        "measure-mixes-people",
        "it is filled by people and by visits",
        build(counts=[PEOPLE, VISITS], measures=[measure(counts=["count-1", "count-2"])]),
        "“Measure 1” puts counts of people beside counts of attendances",
        ("measure-1",),
    ),
]

SILENT = [
    Silent(
        "factor-without-measure",
        "every factor has a measure with a unit",
        build(factors=[factor()], measures=[measure(factors=["a1"])]),
    ),
    Silent("measure-without-unit", "every measure has a unit", build(measures=[measure()])),
    Silent(
        "share-without-denominator",
        "it says out of whom",
        build(
            measures=[measure(1, Quadrant.BETTER_OFF_SHARE, denominator="everybody who was asked")]
        ),
    ),
    Silent(
        "share-without-denominator",
        "it is a number of people",
        build(measures=[measure(1, Quadrant.BETTER_OFF_NUMBER)]),
    ),
    Silent(
        "data-held-not-given",
        "what is known is said in words",
        build(measures=[measure(data=DataState.HELD, finding="The feedback was warm.")]),
    ),
    Silent("data-held-not-given", "no data are said to be held", build(measures=[measure()])),
    Silent(
        "measure-mixes-people",
        "people and visits are two measures",
        build(
            counts=[PEOPLE, VISITS],
            measures=[measure(1, counts=["count-1"]), measure(2, counts=["count-2"])],
        ),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
