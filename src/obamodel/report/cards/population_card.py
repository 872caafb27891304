"""The population card: one outcome for everybody in a place, on one page."""

from collections.abc import Iterator, Sequence

from obamodel import plots
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.outcomes import Outcome
from obamodel.domain.releases import Release
from obamodel.plots.wording import capitalise, end_sentence
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
from obamodel.report.document import Block, Document, Kind, Paragraph, Section
from obamodel.report.figures import make_figure
from obamodel.report.material import Material, gather_material

_INDICATORS, _WITHOUT_FIGURES, _WANTED = 3, 7, 5
_WORDS_OF_A_TITLE = 30


def write_population_card(
    evaluation: Evaluation,
    outcome: str,
    *,
    internal: bool = False,
    earlier: Sequence[Release] = (),
) -> Document:
    """Write the report card of an outcome: one page, and nothing on it about how a service does.

    It has the headline indicators with their curves and verdicts, the story behind them, partners,
    what works, what is to be done, and the figures still wanted. Of each part the first few are
    shown, in the evaluation's order, and the card says how many more there are.

    Parameters
    ----------
    evaluation
        The evaluation.
    outcome
        The name of the outcome.
    internal
        Whether to show what may not be published. Every page then says so.
    earlier
        What left the house before about the same people.

    Raises
    ------
    InvalidError
        When there is no such outcome, or a curve cannot be judged.

    References
    ----------
    Friedman, M. (2005) *Trying Hard Is Not Good Enough*, on report cards for a population.

    Examples
    --------
    >>> from obamodel.files import load_example
    >>> card = write_population_card(load_example("trafford"), "a-good-start")
    >>> str(card.kind), card.title
    ('card', 'Children in Trafford grow up safe and out of trouble.')
    """
    material = gather_material(evaluation, internal=internal, earlier=earlier)
    chosen = choose(material.evaluation.outcomes, outcome, "outcome")
    related = _find_related(material.evaluation, chosen)

    def write(page: OnePage) -> Document:
        card = CardMaterial(
            material=material,
            related=related,
            page=page,
            takes_unnamed=not material.evaluation.services,
        )
        return Document(
            title=end_sentence(chosen.statement),
            subtitle=_say_whom(material, chosen),
            internal=internal,
            kind=Kind.CARD,
            sections=[*_write_parts(card, chosen), write_left_out(page)],
        )

    return fit(write)


def _find_related(evaluation: Evaluation, outcome: Outcome) -> frozenset[str]:
    """Find the names of all that is about an outcome: its indicators, and their sketches."""
    names = {outcome.id, *(one.id for one in evaluation.indicators if one.outcome == outcome.id)}
    return frozenset(names.union(one.id for one in evaluation.curves if names & {*one.about}))


def _write_parts(card: CardMaterial, outcome: Outcome) -> Iterator[Section]:
    headline = _list_headline(card.evaluation, outcome)
    actions = [
        one for one in card.evaluation.actions if _is_for(card, one.indicators, one.measured_by)
    ]
    yield _write_indicators(card, headline)
    yield write_story(card)
    yield write_partners(card)
    yield write_what_works(card)
    yield write_next(card, "What we propose to do", actions)
    yield _write_wanted(card, outcome, headline)


def _is_for(card: CardMaterial, indicators: Sequence[str], measures: Sequence[str]) -> bool:
    return bool(card.related.intersection(indicators)) or (
        card.takes_unnamed and not indicators and not measures
    )


def _say_whom(material: Material, outcome: Outcome) -> str:
    population = material.evaluation.find(outcome.population)
    word = capitalise(material.word("population"))
    return f"{word} card. For: {population.name}. From: {material.evaluation.title}"


def _list_headline(evaluation: Evaluation, outcome: Outcome) -> tuple[Indicator, ...]:
    """List the headline indicators; where nobody chose them, all there are."""
    all_there_are = [one for one in evaluation.indicators if one.outcome == outcome.id]
    chosen = [evaluation.find(name) for name in outcome.headline_indicators]
    return tuple(chosen or all_there_are)


def _write_indicators(card: CardMaterial, headline: tuple[Indicator, ...]) -> Section:
    word = card.material.word("indicator")
    plural = card.material.plural("indicator")
    shown = {one.id: show_curves(card, one.id) for one in headline}
    counted = [one for one in headline if shown[one.id]]
    others = [one for one in headline if not shown[one.id]]
    sections = [
        Section(id=f"curve-{one.id}", title=_name(card, one), blocks=shown[one.id])
        for one in card.page.take(counted, _INDICATORS, word, plural)
    ]
    blocks: list[Block] = []
    if not headline:
        blocks.append(Paragraph(f"No {plural} are agreed yet."))
    if others:
        sections.append(
            Section(
                id="without-figures",
                title="Without figures over time so far",
                blocks=[
                    *_show_sketch(card),
                    *write_list(
                        card,
                        "without-figures",
                        "",
                        [
                            _name(card, one)
                            for one in card.page.take(others, _WITHOUT_FIGURES, word, plural)
                        ],
                        "",
                    ).blocks,
                ],
            )
        )
    return Section(id="indicators", title="How are we doing?", blocks=blocks, sections=sections)


def _show_sketch(card: CardMaterial) -> Iterator[Block]:
    sketches = [one for one in card.evaluation.curves if card.related.intersection(one.about)]
    for one in card.page.take(sketches, 1, "sketch", "sketches"):
        yield make_figure(plots.schematic, one, card.material.vocabulary, title=one.title)


def _name(card: CardMaterial, indicator: Indicator) -> str:
    return f"{indicator.label}. {card.page.shorten(indicator.statement, _WORDS_OF_A_TITLE)}"


def _write_wanted(card: CardMaterial, outcome: Outcome, headline: tuple[Indicator, ...]) -> Section:
    wanted = [card.evaluation.find(name) for name in outcome.data_development_agenda]
    lines = [
        _name(card, one)
        for one in card.page.take(wanted, _WANTED, "figure wanted", "figures wanted")
    ]
    without = [one for one in headline if one.data is not DataState.HELD and one not in wanted]
    otherwise = "Nothing is on the list."
    if without:
        numbers = ", ".join(one.label for one in without)
        otherwise = f"Nothing is on the list yet. There are no good figures for: {numbers}."
    return write_list(card, "wanted", "Figures still wanted", lines, otherwise)
