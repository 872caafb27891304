"""What is wanted, for whom, and how we would recognise it."""

from obamodel import plots
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.population import PopulationRole
from obamodel.plots.wording import capitalise, end_sentence
from obamodel.report.document import (
    Block,
    Note,
    Section,
    list_if_any,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.report.sections.chosen import write_chosen

_DATA = {
    DataState.HELD: "figures are held",
    DataState.WEAK: "weak figures",
    DataState.MISSING: "no figures yet",
    DataState.LOST: "the figures are lost",
    DataState.STATEMENT_ONLY: "words only, no figures",
}


def write_wanted(material: Material) -> Section:
    """Write the population, the outcome, its indicators, the factors and how they join up."""
    return Section(
        id="wanted",
        title="What is wanted, and how we would recognise it",
        sections=[
            _write_populations(material),
            _write_outcomes(material),
            _write_factors(material),
            _write_coverage(material),
            write_chosen(material),
        ],
    )


def _write_populations(material: Material) -> Section:
    evaluation = material.evaluation
    blocks: list[Block | None] = []
    for population in evaluation.populations:
        also = "" if population.role is PopulationRole.MAIN else " (also reached)"
        places = f" Places: {'; '.join(population.places)}." if population.places else ""
        who = population.who.rstrip(".")
        blocks += write_paragraphs(f"{population.name}{also}: {who}.{places} {population.note}")
    blocks.append(
        tabulate_words(
            "Who is responsible for them",
            ("Body", "What it is", "Place"),
            [(body.name, body.kind, body.place) for body in evaluation.responsible_bodies],
        )
    )
    return Section(id="population", title="For whom", blocks=blocks)


def _write_outcomes(material: Material) -> Section:
    evaluation = material.evaluation
    blocks: list[Block | None] = []
    for outcome in evaluation.outcomes:
        word = capitalise(material.word("outcome"))
        blocks += write_paragraphs(f"{word}: {outcome.statement}")
        if outcome.aim:
            blocks += write_paragraphs(f"How the service means to help: {outcome.aim}")
        if outcome.experience:
            blocks += write_paragraphs(f"What people would notice: {outcome.experience}")
        indicators = [one for one in evaluation.indicators if one.outcome == outcome.id]
        blocks.append(
            tabulate_words(
                f"How we would recognise it: the {material.plural('indicator')}",
                ("No.", "What would be seen", "Which list", "What there is to measure it with"),
                [
                    (
                        one.label,
                        one.statement,
                        _name_list(one, outcome.headline_indicators, outcome.secondary_indicators),
                        _DATA[one.data],
                    )
                    for one in indicators
                ],
            )
        )
        blocks += write_paragraphs(outcome.note)
        blocks.append(
            list_if_any(
                f"{capitalise(material.word('indicator'))} {one.label}: "
                + " ".join(end_sentence(said) for said in (one.definition, one.note) if said)
                for one in indicators
                if one.definition or one.note
            )
        )
    return Section(id="outcome", title="What is wanted", blocks=blocks)


def _name_list(indicator: Indicator, headline: tuple[str, ...], secondary: tuple[str, ...]) -> str:
    if indicator.id in headline:
        return "headline"
    return "secondary" if indicator.id in secondary else "neither"


def _write_factors(material: Material) -> Section:
    evaluation = material.evaluation
    labels = {indicator.id: indicator.label for indicator in evaluation.indicators}
    groups = {group.id: group for group in evaluation.factor_groups}
    origins = dict.fromkeys(group.origin for group in groups.values() if group.origin)
    return Section(
        id="factors",
        title=f"The {material.plural('factor')} the {material.word('service')} is judged by",
        blocks=[
            tabulate_words(
                f"{capitalise(material.plural('factor'))}, and the "
                f"{material.plural('indicator')} they inform",
                (
                    capitalise(material.word("factor")),
                    "Group",
                    capitalise(material.plural("indicator")),
                ),
                [
                    (
                        f"{one.label} {one.name}",
                        f"{groups[one.group].label}. {groups[one.group].name}",
                        ", ".join(labels[name] for name in one.indicators) or "none",
                    )
                    for one in evaluation.factors
                ],
            ),
            *(Note(f"These come from {origin.rstrip('.')}.") for origin in origins),
        ],
    )


def _write_coverage(material: Material) -> Section:
    coverage = material.coverage
    # With nothing on one side there is nothing to join, and a picture would be empty.
    if not coverage.indicators or not material.evaluation.factors:
        return Section(id="coverage", title="What informs what")
    return Section(
        id="coverage",
        title="What informs what",
        blocks=[
            *write_paragraphs(coverage.sentence),
            make_figure(
                plots.coverage,
                coverage,
                material.vocabulary,
                title=f"Which {material.word('factor')} informs which {material.word('indicator')}",
            ),
            *(Note(caveat) for caveat in coverage.caveats),
        ],
    )
