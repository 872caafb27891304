"""Do the rules on indicators ask when they should, and only then?"""

import pytest

from obamodel.domain.indicators import DataState
from obamodel.domain.services import Customers
from tests.review.building import build, contribution, factor, feedback, indicator
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence, find

ASKS = [
    Asks(
        "indicator-evidence-only",
        "one indicator has a factor, the other only feedback",
        build(
            indicators=[indicator(1), indicator(2)],
            factors=[factor(indicators=["indicator-1"])],
            feedback=[feedback(bears_on=["indicator-2"])],
        ),
        "Indicator 2 is informed by no factor: the only evidence",
        ("indicator-2",),
    ),
    Asks(
        "indicator-uninformed",
        "nothing bears on an indicator",
        build(
            indicators=[indicator(1), indicator(2)], factors=[factor(indicators=["indicator-1"])]
        ),
        "Indicator 2 is informed by nothing",
        ("indicator-2",),
    ),
    Asks(
        "factor-without-indicator",
        "one of two factors informs no indicator",
        build(indicators=[indicator()], factors=[factor(1, indicators=["indicator-1"]), factor(2)]),
        "1 of 2 factors informs no indicator: A2 (Surveys).",
        ("a2",),
    ),
    Asks(
        "indicator-may-be-performance",
        "it is about the skills of people who use services",
        build(indicators=[indicator(2, "Service users have skills to do research.")]),
        "Indicator 2 may be about the people the service works with",
        ("indicator-2",),
    ),
    Asks(
        "indicator-may-be-performance",
        "it names the customers",
        build(
            indicators=[indicator(1, "Day guests sleep well.")],
            customers=[Customers(id="guests", name="Day guests", service="service")],
        ),
        "Indicator 1 may be about the people the service works with",
        ("indicator-1",),
    ),
    Asks(
        "indicator-may-be-performance",
        "two of three are about members' skills",
        build(
            indicators=[
                indicator(1, "Members are confident in meetings."),
                indicator(2, "Streets are safe."),
                indicator(3, "Staff have the skills to listen."),
            ]
        ),
        "Indicators 1 and 3 may be about the people the service works with",
        ("indicator-1", "indicator-3"),
    ),
    Asks(
        "nothing-quantified",
        "all indicators are statements only",
        build(indicators=[indicator(1), indicator(2, data=DataState.LOST)]),
        "Not one of the 2 indicators has any figures, so there is no starting value",
        ("indicator-1", "indicator-2"),
    ),
    Asks(
        "indicator-without-definition",
        "there are data and no definition",
        build(indicators=[indicator(1, data=DataState.HELD), indicator(2)]),
        "not written exactly what is counted for indicator 1.",
        ("indicator-1",),
    ),
]

TARGETS = [
    "Employment rises by 5 points.",
    "At least 80 people a year find work.",
    "60% of adults say they are heard.",
    "60 per cent of adults say they are heard.",
    "All adults are registered by March 2015.",
    "The rate of burglary is halved.",
    "Adults with a target of two visits a year.",
]
NO_TARGETS = [
    "% of adults who say they are heard",
    "Burglaries per 1,000 households",
    "Children who have had 5 portions of fruit a day",
    "People aged at least 65 who feel safe",
    "People supported for more than 12 months",
    "Views of the target group are on file",
    "Commissioners hold views during the 3-year project",
]

ASKS += [
    Asks(
        "indicator-with-target",
        f"it says: {statement}",
        build(indicators=[indicator(1, statement)]),
        "Indicator 1 may have a target inside it",
        ("indicator-1",),
    )
    for statement in TARGETS
]

SILENT = [
    Silent(
        "indicator-evidence-only",
        "a factor informs it beside the feedback",
        build(
            indicators=[indicator()],
            factors=[factor(indicators=["indicator-1"])],
            feedback=[feedback(bears_on=["indicator-1"])],
        ),
    ),
    Silent(
        "indicator-evidence-only",
        "nobody uses factors here",
        build(indicators=[indicator()], feedback=[feedback(bears_on=["indicator-1"])]),
    ),
    Silent(
        "indicator-uninformed",
        "there is feedback on it",
        build(indicators=[indicator()], feedback=[feedback(bears_on=["indicator-1"])]),
    ),
    Silent(
        "indicator-uninformed",
        "it has data of its own",
        build(indicators=[indicator(data=DataState.HELD)]),
    ),
    Silent(
        "indicator-uninformed",
        "a contribution to it is argued",
        build(indicators=[indicator()], factors=[factor()], contributions=[contribution()]),
    ),
    Silent(
        "factor-without-indicator",
        "every factor informs one",
        build(indicators=[indicator()], factors=[factor(indicators=["indicator-1"])]),
    ),
    Silent("factor-without-indicator", "there are no indicators yet", build(factors=[factor()])),
    Silent(
        "indicator-may-be-performance",
        "the skills are everybody's",
        build(indicators=[indicator(1, "Adults in Essex have the skills they need for work.")]),
    ),
    Silent(
        "indicator-may-be-performance",
        "people are named and not what they learned",
        build(indicators=[indicator(1, "Carers in Essex have a break every week.")]),
    ),
    Silent(
        "nothing-quantified",
        "one of two indicators has data",
        build(indicators=[indicator(1), indicator(2, data=DataState.WEAK)]),
    ),
    Silent("nothing-quantified", "there is no indicator", build()),
    Silent(
        "indicator-without-definition",
        "the one with data has a definition",
        build(indicators=[indicator(1, data=DataState.HELD, definition="Q7"), indicator(2)]),
    ),
    *(
        Silent(
            "indicator-with-target",
            f"it says: {statement}",
            build(indicators=[indicator(1, statement)]),
        )
        for statement in NO_TARGETS
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)


@pytest.mark.parametrize("statement", TARGETS)
def test_a_rule_that_reads_prose_says_may(statement: str) -> None:
    (finding,) = find("indicator-with-target", build(indicators=[indicator(1, statement)]))
    assert " may " in finding.sentence
