"""The performance card: one service and the people who use it, on one page."""

from collections.abc import Iterator, Sequence

from obamodel.disclosure import publish_measures
from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.releases import Release
from obamodel.domain.services import Service
from obamodel.plots.wording import capitalise, end_sentence, without_stop
from obamodel.report.cards.choosing import choose
from obamodel.report.cards.one_page import OnePage, fit
from obamodel.report.cards.parts import (
    CardMaterial,
    show_curves,
    write_left_out,
    write_list,
    write_next,
    write_partners,
    write_story,
    write_what_works,
)
from obamodel.report.document import Block, Bullets, Document, Kind, Paragraph, Section
from obamodel.report.material import gather_material
from obamodel.report.sections.difference import name_quadrant

_CUSTOMERS, _MEASURES, _CURVES, _CHANGES, _CONTRIBUTIONS = 5, 5, 2, 3, 3
_WORDS_OF_A_SERVICE, _WORDS_OF_A_MEASURE, _WORDS_OF_A_TITLE = 60, 40, 30
_NOT_ALONE = (
    "A service is one helper among many. Others who help, and what else could explain it, are "
    "named in the report."
)
_SOME_PEOPLE = "These are what some people lived through, not how many."


def write_performance_card(
    evaluation: Evaluation,
    service: str,
    *,
    internal: bool = False,
    earlier: Sequence[Release] = (),
) -> Document:
    """Write the report card of a service: one page, and no indicator of a whole population's life.

    It has the people who use the service, the three questions with their measures, a curve where
    there is one, the story, partners, what works, next steps, stories of change, and what it
    contributes to. Of each part the first few are shown: headline measures first, then those of
    which something is known, in the evaluation's order. The card says how many more there are.

    Parameters
    ----------
    evaluation
        The evaluation.
    service
        The name of the service.
    internal
        Whether to show what may not be published. Every page then says so.
    earlier
        What left the house before about the same people.

    Raises
    ------
    InvalidError
        When there is no such service, or a curve cannot be judged.

    References
    ----------
    Friedman, M. (2005) *Trying Hard Is Not Good Enough*, on report cards for a programme.

    Examples
    --------
    >>> from obamodel.files import load_example
    >>> card = write_performance_card(load_example("mime"), "mime-project")
    >>> [part.title for part in card.sections][:3]
    ['Service users and carers', 'How much did we do?', 'How well did we do it?']
    """
    material = gather_material(evaluation, internal=internal, earlier=earlier)
    chosen = choose(material.evaluation.services, service, "service")
    measures = [one for one in material.evaluation.measures if one.service == chosen.id]
    related = _find_related(material.evaluation, measures)

    def write(page: OnePage) -> Document:
        card = CardMaterial(
            material=material,
            related=related,
            page=page,
            takes_unnamed=len(material.evaluation.services) == 1,
        )
        return Document(
            title=chosen.name,
            subtitle=f"Performance card. From: {material.evaluation.title}",
            internal=internal,
            kind=Kind.CARD,
            sections=[*_write_parts(card, chosen, measures), write_left_out(page)],
        )

    return fit(write)


def _find_related(evaluation: Evaluation, measures: Sequence[PerformanceMeasure]) -> frozenset[str]:
    """Find the names of all that is about a service: its measures, factors and their curves."""
    names = {one.id for one in measures}.union(*(one.factors for one in measures))
    if len(evaluation.services) == 1:
        names.update(one.id for one in evaluation.factors)
    return frozenset(names.union(one.id for one in evaluation.curves if names & {*one.about}))


def _write_parts(
    card: CardMaterial, service: Service, measures: Sequence[PerformanceMeasure]
) -> Iterator[Section]:
    yield _write_people(card, service)
    yield from _write_questions(card, service, measures)
    yield _write_curves(card, service, measures)
    yield write_story(card)
    yield write_partners(card)
    yield write_what_works(card)
    yield write_next(card, "Next steps", _list_actions(card))
    yield _write_changes(card)
    yield _write_contributions(card)


def _write_people(card: CardMaterial, service: Service) -> Section:
    mine = [one for one in card.evaluation.customers if one.service == service.id]
    names = [
        without_stop(one.name)
        for one in card.page.take(mine, _CUSTOMERS, "group of people", "groups of people")
    ]
    blocks: list[Block] = [
        Paragraph(card.page.shorten(service.description, _WORDS_OF_A_SERVICE)),
        Bullets(names) if names else Paragraph("Nobody has written down yet who they are."),
    ]
    return Section(id="people", title=capitalise(card.material.word("customers")), blocks=blocks)


def _write_questions(
    card: CardMaterial, service: Service, measures: Sequence[PerformanceMeasure]
) -> Iterator[Section]:
    known = {row.cells[:2]: row.cells[2] for row in publish_measures(card.evaluation).rows}
    first = {name: place for place, name in enumerate(service.headline_measures)}
    word = card.material.word("performance_measure")
    plural = card.material.plural("performance_measure")
    for quadrant in Quadrant:
        mine = [one for one in measures if one.quadrant is quadrant]

        def order(one: PerformanceMeasure) -> tuple[int, bool]:
            said = known[str(one.quadrant), one.name].lower()
            return first.get(one.id, len(first)), said.startswith(("not known", "not measured"))

        shown = card.page.take(sorted(mine, key=order), _MEASURES, word, plural)
        lines = [
            card.page.shorten(
                end_sentence(f"{one.name}: {known[str(quadrant), one.name]}"), _WORDS_OF_A_MEASURE
            )
            for one in shown
        ]
        yield Section(
            id=f"question-{list(Quadrant).index(quadrant) + 1}",
            title=name_quadrant(card.material, quadrant),
            blocks=[Bullets(lines) if lines else Paragraph("Nothing is measured yet.")],
        )


def _write_curves(
    card: CardMaterial, service: Service, measures: Sequence[PerformanceMeasure]
) -> Section:
    first = {name: place for place, name in enumerate(service.headline_measures)}
    in_order = sorted(measures, key=lambda one: first.get(one.id, len(first)))
    drawn = [
        Section(
            id=f"curve-{one.id}",
            title=card.page.shorten(one.name, _WORDS_OF_A_TITLE),
            blocks=blocks,
        )
        for one in in_order
        if (blocks := show_curves(card, one.id))
    ]
    return Section(
        id="curves",
        title="Has the curve turned?",
        blocks=[] if drawn else [Paragraph("There are no figures over time yet.")],
        sections=card.page.take(drawn, _CURVES, "curve"),
    )


def _list_actions(card: CardMaterial) -> tuple[Action, ...]:
    # What is meant to help a population alone stands on its own card.
    return tuple(
        one
        for one in card.evaluation.actions
        if card.related.intersection(one.measured_by)
        or (card.takes_unnamed and not one.indicators and not one.measured_by)
    )


def _write_changes(card: CardMaterial) -> Section:
    word = card.material.word("change")
    plural = card.material.plural("change")
    shown = card.page.take(card.material.voices.changes, _CHANGES, word, plural)
    made = write_list(
        card,
        "changes",
        "Stories of change",
        [one.gist for one in shown],
        "None may be shown, or none are written down.",
    )
    told = [Paragraph(_SOME_PEOPLE)] if shown else []
    return Section(id=made.id, title=made.title, blocks=[*made.blocks, *told])


def _write_contributions(card: CardMaterial) -> Section:
    mine = [one for one in card.evaluation.contributions if one.of in card.related]
    lines = []
    for one in card.page.take(mine, _CONTRIBUTIONS, card.material.word("contribution")):
        indicator = card.evaluation.find(one.to)
        giver = card.evaluation.find(one.of)
        lines.append(f"{giver.name} contributes to this: {indicator.statement}")
    made = write_list(
        card, "contributes", "What it contributes to", lines, "Nothing is written down yet."
    )
    told = [Paragraph(_NOT_ALONE)] if lines else []
    return Section(id=made.id, title=made.title, blocks=[*made.blocks, *told])
