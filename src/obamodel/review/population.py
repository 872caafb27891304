"""What would a practitioner ask about the population, and the people a service serves?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.population import PopulationRole
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.rule import rule


@rule("population-without-body", severity=Severity.GAP, source=sources.PRACTICE)
def population_without_body(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who is responsible for these people?"""
    for population in evaluation.populations:
        if population.role is PopulationRole.MAIN and not population.responsible_bodies:
            yield notice_one(
                population,
                "has no public body that is named as responsible",
                "Name the bodies that are responsible for them, and for which place.",
            )


@rule("outcome-without-partners", severity=Severity.GAP, source=sources.NOT_ONE_ALONE)
def outcome_without_partners(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who else has a part to play?"""
    if evaluation.outcomes and not evaluation.partners:
        yield Noticed(
            place="partners",
            sentence="No partners are named, and no service can bring an outcome about alone.",
            mend="Name those who have a part to play, and say what part.",
        )


@rule(
    "customers-same-as-population",
    severity=Severity.WORTH_ASKING,
    source=sources.TWO_ACCOUNTABILITIES,
)
def customers_same_as_population(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: does the service really serve everybody in the population?"""
    named = {_plain(population.name) for population in evaluation.populations}
    for customers in evaluation.customers:
        if _plain(customers.name) in named:
            yield notice_one(
                customers,
                "is the name of the whole population and of the people the service serves",
                "Say who everybody in the population is, and which of them the service meets.",
            )


@rule("service-without-customers", severity=Severity.GAP, source=sources.SEVEN_QUESTIONS)
def service_without_customers(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: whom does the service serve?"""
    served = {customers.service for customers in evaluation.customers}
    for service in evaluation.services:
        if service.id not in served:
            yield notice_one(
                service,
                "does not say which people it serves",
                "Name the people who use the service, group by group.",
            )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
