"""Do the rules on outcomes ask when they should, and only then?"""

from typing import Any

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.services import Customers
from tests.review.building import build, indicator, outcome, service
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def about(statement: str, **parts: Any) -> Evaluation:
    return build(outcomes=[outcome(statement)], **parts)


ASKS = [
    Asks("no-outcome", "no outcome is written", build(outcomes=[]), "whole population", ()),
    Asks(
        "outcome-names-service",
        "it names a declared service",
        about("Open Door is full every day."),
        "may name a service (“Open Door”)",
        ("heard",),
    ),
    Asks(
        "outcome-names-service",
        "it uses a word for a service",
        about("There is a good advice service in every town."),
        "may name a service (“service”)",
        ("heard",),
    ),
    Asks(
        "outcome-with-number",
        "it carries a percentage",
        about("90% of children are ready for school."),
        "may carry a number (“90%”)",
        ("heard",),
    ),
    Asks(
        "outcome-with-number",
        "it carries a share in words",
        about("Half of all families are out of debt."),
        "may carry a number (“Half of”)",
        ("heard",),
    ),
    Asks(
        "outcome-with-direction",
        "it says reduce",
        about("Reduce loneliness among older people."),
        "may say which way to move (“Reduce”)",
        ("heard",),
    ),
    Asks(
        "outcome-with-direction",
        "it says improved",
        about("Health in Essex is improved."),
        "(“improved”)",
        ("heard",),
    ),
    Asks(
        "outcome-about-services",
        "it is about commissioning",
        about("Views of residents inform the commissioning strategy."),
        "may be about how services work",
        ("heard",),
    ),
    Asks(
        "outcome-about-services",
        "it is about people who use services",
        about("People who use mental health services are heard."),
        "may be about how services work",
        ("heard",),
    ),
    Asks(
        "outcome-about-services",
        "it is about the customers by name",
        about(
            "Day guests are heard.",
            customers=[Customers(id="guests", name="Day guests", service="service")],
        ),
        "may be about how services work",
        ("heard",),
    ),
    Asks(
        "outcome-without-indicator",
        "nothing would show that it came about",
        build(),
        "“Adults in Essex are heard” has no indicator",
        ("heard",),
    ),
    Asks(
        "outcome-without-experience",
        "it does not say what people would notice",
        build(),
        "see, hear or feel",
        ("heard",),
    ),
]

SILENT = [
    Silent("no-outcome", "one outcome is written", build()),
    Silent(
        "outcome-names-service",
        "services are named only to say who the people are",
        about("The views of people who use mental health services are heard."),
    ),
    Silent(
        "outcome-names-service",
        "a service's name is part of a longer word",
        build(
            services=[service(name="Mind")],
            outcomes=[outcome("People in Essex are minded.")],
        ),
    ),
    Silent(
        "outcome-with-number",
        "the only number is an age",
        about("Children aged 0-4 and people over 65 are safe."),
    ),
    Silent(
        "outcome-with-number", "a word only contains a number", about("People do not feel often.")
    ),
    Silent(
        "outcome-with-direction",
        "it says how things are",
        about("People in Essex live free of crime, in produce-rich places."),
    ),
    Silent(
        "outcome-about-services",
        "it is about everybody's life",
        about("People with mental health problems live where they choose."),
    ),
    Silent("outcome-without-indicator", "there is one", build(indicators=[indicator()])),
    Silent(
        "outcome-without-experience",
        "it says what people would notice",
        build(outcomes=[outcome(experience="People ring back.")]),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
