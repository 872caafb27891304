"""What would a practitioner ask about the population, and the people a service serves?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.population import PopulationRole
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.rule import Noticed, rule
from obamodel.review.wording import quote


@rule("population-without-body", severity=Severity.GAP, source=sources.PRACTICE)
def population_without_body(evaluation: Evaluation) -> Iterator[Noticed]:
    """Who is responsible for these people?"""
    for population in evaluation.populations:
        if population.role is PopulationRole.MAIN and not population.responsible_bodies:
            yield Noticed(
                place="the population",
                sentence=f"No public body is named as responsible for {quote(population.name)}.",
                mend="Name the bodies that are responsible for these people, and for which place.",
                about=population.id,
            )


@rule("outcome-without-partners", severity=Severity.GAP, source=sources.NOT_ONE_ALONE)
def outcome_without_partners(evaluation: Evaluation) -> Iterator[Noticed]:
    """Who else has a part to play?"""
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
    """Does the service really serve everybody in the population?"""
    named = {_plain(population.name) for population in evaluation.populations}
    for customers in evaluation.customers:
        if _plain(customers.name) in named:
            yield Noticed(
                place="the population",
                sentence=(
                    "The whole population and the people a service serves "
                    f"have the same name, {quote(customers.name)}."
                ),
                mend="Say who everybody in the population is, and which of them the service meets.",
                about=customers.id,
            )


@rule("service-without-customers", severity=Severity.GAP, source=sources.SEVEN_QUESTIONS)
def service_without_customers(evaluation: Evaluation) -> Iterator[Noticed]:
    """Whom does the service serve?"""
    served = {customers.service for customers in evaluation.customers}
    for service in evaluation.services:
        if service.id not in served:
            yield Noticed(
                place=f"the service {service.name}",
                sentence=f"It is not written which people {service.name} serves.",
                mend="Name the people who use the service, group by group.",
                about=service.id,
            )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
