"""Do the rules on the population ask when they should, and only then?"""

from typing import Any

from obamodel.domain.partners import Partner
from obamodel.domain.population import Population, PopulationRole, ResponsibleBody
from obamodel.domain.services import Customers
from tests.review.building import build
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def adults(**parts: Any) -> Population:
    return Population(id="adults", name="Adults", who="everybody over 17", **parts)


GUESTS = Customers(id="guests", name="Day guests", service="service")

ASKS = [
    Asks(
        "population-without-body",
        "nobody is responsible",
        build(populations=[adults()]),
        "“Adults” has no public body that is named as responsible",
        ("adults",),
    ),
    Asks(
        "customers-same-as-population",
        "both have the same name",
        build(customers=[Customers(id="everybody", name="  adults ", service="service")]),
        "the whole population and of the people the service serves",
        ("everybody",),
    ),
    Asks("outcome-without-partners", "there is no partner", build(), "No partners are named", ()),
    Asks(
        "service-without-customers",
        "nobody is named whom it serves",
        build(),
        "Open Door does not say which people it serves",
        ("service",),
    ),
]

SILENT = [
    Silent(
        "population-without-body",
        "a body is responsible",
        build(
            populations=[adults(responsible_bodies=["council"])],
            responsible_bodies=[ResponsibleBody(id="council", name="The council")],
        ),
    ),
    Silent(
        "population-without-body",
        "these people are only reached too",
        build(populations=[adults(role=PopulationRole.ALSO_REACHED)]),
    ),
    Silent("customers-same-as-population", "the names differ", build(customers=[GUESTS])),
    Silent(
        "outcome-without-partners",
        "there is a partner",
        build(partners=[Partner(id="forum", name="The forum")]),
    ),
    Silent("outcome-without-partners", "nothing is wanted yet", build(outcomes=[])),
    Silent("service-without-customers", "its customers are named", build(customers=[GUESTS])),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
