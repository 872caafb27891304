"""Do the rules on data to be developed ask when they should, and only then?"""

from obamodel.domain.indicators import DataState
from obamodel.domain.levels import Level
from tests.review.building import build, indicator, measure, outcome, powers, service
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

ASKS = [
    Asks(
        "wanted-data-not-on-agenda",
        "an indicator with two high powers has weak data",
        build(indicators=[indicator(powers=powers(data=Level.LOW))]),
        "Indicator 1 says much in plain words, its data are weak or missing",
        ("indicator-1",),
    ),
    Asks(
        "wanted-data-not-on-agenda",
        "a measure with two high powers has no data",
        build(measures=[measure(powers=powers(data=Level.HIGH), data=DataState.MISSING)]),
        "The measure “Measure 1” says much",
        ("measure-1",),
    ),
    Asks(
        "agenda-has-data",
        "an indicator on it has good data",
        build(
            indicators=[indicator(data=DataState.HELD)],
            outcomes=[outcome(data_development_agenda=["indicator-1"])],
        ),
        "Indicator 1 is on the list of data to develop, and its data are there",
        ("indicator-1",),
    ),
    Asks(
        "no-data-agenda",
        "data are missing and there is no agenda",
        build(measures=[measure(1), measure(2, data=DataState.HELD)]),
        "Open Door lacks data for 1 of 2 measures, and has no list of data to develop",
        ("service",),
    ),
]

SILENT = [
    Silent(
        "wanted-data-not-on-agenda",
        "it is on the agenda of the outcome",
        build(
            indicators=[indicator(powers=powers())],
            outcomes=[outcome(data_development_agenda=["indicator-1"])],
        ),
    ),
    Silent(
        "wanted-data-not-on-agenda",
        "its data are good",
        build(indicators=[indicator(powers=powers(data=Level.HIGH), data=DataState.HELD)]),
    ),
    Silent(
        "wanted-data-not-on-agenda",
        "few would understand it",
        build(indicators=[indicator(powers=powers(communication=Level.MEDIUM))]),
    ),
    Silent("wanted-data-not-on-agenda", "nobody judged it", build(indicators=[indicator()])),
    Silent(
        "agenda-has-data",
        "its data are held and judged weak",
        build(
            indicators=[indicator(powers=powers(data=Level.MEDIUM), data=DataState.HELD)],
            outcomes=[outcome(data_development_agenda=["indicator-1"])],
        ),
    ),
    Silent(
        "no-data-agenda",
        "there is an agenda",
        build(measures=[measure()], services=[service(data_development_agenda=["measure-1"])]),
    ),
    Silent("no-data-agenda", "no data are missing", build(measures=[measure(data=DataState.WEAK)])),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
