"""How well was it done, and is anyone better off?"""

from collections.abc import Iterable, Sequence

from obamodel import plots
from obamodel.disclosure import PublishedVoice, publish_measures
from obamodel.domain.influences import Influence, Reply
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, BetterOff, Quadrant
from obamodel.domain.publishing import PublishedTable
from obamodel.report.document import (
    Block,
    Card,
    Cards,
    Note,
    Section,
    Table,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.stats.answers import join_names


def write_difference(material: Material) -> Section:
    """Write the four quadrants, the voices, what changed, and what helps which indicator."""
    return Section(
        id="difference",
        title=f"{material.word('how_well')} {material.word('better_off')}",
        sections=[
            _write_quadrants(material),
            _write_voices(material),
            _write_influences(material),
            _write_changes(material),
            _write_contributions(material),
        ],
    )


def name_quadrant(material: Material, quadrant: Quadrant) -> str:
    """Return the question a quadrant answers, in the group's words."""
    return {
        Quadrant.HOW_MUCH: material.word("how_much"),
        Quadrant.HOW_WELL: material.word("how_well"),
        Quadrant.BETTER_OFF_NUMBER: f"{material.word('better_off')} How many",
        Quadrant.BETTER_OFF_SHARE: f"{material.word('better_off')} What share",
    }[quadrant]


def _write_quadrants(material: Material) -> Section:
    published = publish_measures(material.evaluation)
    if not published.rows:
        return Section(id="quadrants", title="The four questions")
    judges = sorted({one.placed.author for one in material.evaluation.measures})
    return Section(
        id="quadrants",
        title="The four questions",
        blocks=[
            make_figure(
                plots.quadrants,
                published,
                material.vocabulary,
                title=published.title,
            ),
            *(_tabulate_quadrant(material, published, quadrant) for quadrant in Quadrant),
            Note(
                "Which question a measure answers is a judgement. It was made by: "
                + "; ".join(judges)
                + "."
            ),
        ],
    )


def _tabulate_quadrant(
    material: Material, published: PublishedTable, quadrant: Quadrant
) -> Table | None:
    measures = {one.name: one for one in material.evaluation.measures}
    rows = [row.cells[1:] for row in published.rows if row.cells[0] == quadrant]
    is_better_off = quadrant in BETTER_OFF_QUADRANTS
    return tabulate_words(
        name_quadrant(material, quadrant),
        (*published.columns[1:], *(["In what way"] if is_better_off else []), "Why it stands here"),
        [
            (
                *(name, known),
                *([say_ways(measures[name].better_off)] if is_better_off else []),
                measures[name].placed.reason,
            )
            for name, known in rows
        ],
    )


def say_ways(ways: Iterable[BetterOff]) -> str:
    """Say in what way people are better off.

    Examples
    --------
    >>> say_ways([BetterOff.SKILLS_KNOWLEDGE, BetterOff.BEHAVIOUR])
    'skills or knowledge; behaviour'
    """
    return "; ".join(way.replace("/", " or ") for way in ways)


def _write_voices(material: Material) -> Section:
    voices = material.voices
    blocks: list[Block] = [Note(note) for note in voices.notes]
    unselected = sum(not one.selected for one in material.evaluation.feedback)
    if unselected:
        some = unselected < len(material.evaluation.feedback)
        blocks.append(
            Note(
                "How these voices were chosen from all that was said is not recorded"
                + (f" for {unselected} of them. " if some else ". ")
                + "They show what some people felt, not how many."
            )
        )
    blocks += _make_cards(material, voices.feedback)
    return Section(id="voices", title="What people said", blocks=blocks)


def _make_cards(material: Material, voices: tuple[PublishedVoice, ...]) -> list[Block]:
    if not voices:
        return []
    return [Cards(_make_card(material, one) for one in voices)]


def _make_card(material: Material, voice: PublishedVoice) -> Card:
    under = voice.said
    if voice.bears_on:
        under += f". {_say_indicators(material, voice.bears_on, 'Bears on')}"
    if voice.better_off:
        under += f". In what way better off: {say_ways(voice.better_off)}"
    return Card(text=voice.gist, under=under, caveats=voice.caveats)


def _say_indicators(material: Material, labels: Sequence[str], verb: str) -> str:
    word = material.word("indicator") if len(labels) == 1 else material.plural("indicator")
    return f"{verb} {word} {join_names(labels)}"


def _write_changes(material: Material) -> Section:
    return Section(
        id="changes",
        title="Stories of change",
        blocks=[
            *(Note(note) for note in material.voices.change_notes),
            *_make_cards(material, material.voices.changes),
        ],
    )


def _write_influences(material: Material) -> Section:
    evaluation = material.evaluation
    return Section(
        id="influence",
        title="What people's views changed",
        blocks=[
            Cards(_tell_influence(material, one) for one in evaluation.influences)
            if evaluation.influences
            else None
        ],
    )


def _tell_influence(material: Material, influence: Influence) -> Card:
    said = [f"Answer: {_say_reply(influence)}"]
    if influence.what_changed:
        said.append(f"What is different: {influence.what_changed}")
    if influence.told_back is not None and influence.told_back.is_known:
        how = f" ({influence.told_how.rstrip('.')})" if influence.told_how else ""
        said.append(f"People were told: {influence.told_back.in_words()}{how}.")
    elif influence.told_how:
        said.append(f"People were told: {influence.told_how}")
    else:
        said.append("Whether people were told is not recorded.")
    labels = [one.label for one in material.evaluation.indicators if one.id in influence.indicators]
    under = _say_indicators(material, labels, "Evidence for") if labels else ""
    return Card(
        heading=influence.view,
        text=" ".join(said),
        under=under,
        caveats=(influence.note,) if influence.note else (),
    )


def _say_reply(influence: Influence) -> str:
    is_open = influence.reply in (Reply.NOT_RECORDED, Reply.PENDING)
    said = str(influence.reply)
    if influence.answered_by:
        said += (
            f"; it lies with {influence.answered_by}"
            if is_open
            else f", by {influence.answered_by}"
        )
    if influence.because:
        return f"{said}, because {influence.because.rstrip('.')}."
    return f"{said}." if is_open else f"{said}; why is not recorded."


def _write_contributions(material: Material) -> Section:
    evaluation = material.evaluation
    cards = []
    for one in evaluation.contributions:
        giver, indicator = evaluation.find(one.of), evaluation.find(one.to)
        caveats = []
        if one.other_contributors:
            caveats.append("Others who contribute: " + "; ".join(one.other_contributors) + ".")
        if one.rival_explanations:
            caveats.append("What else could explain it: " + "; ".join(one.rival_explanations) + ".")
        cards.append(
            Card(
                heading=(
                    f"{giver.name} contributes to {material.word('indicator')} {indicator.label}"
                ),
                text=one.reasoning,
                caveats=caveats,
            )
        )
    return Section(
        id="contributions",
        title="What helps which indicator",
        blocks=[
            *(
                write_paragraphs(
                    "A service is one helper among many. What follows is the reasoning, "
                    "with the others who help and with what else could explain it."
                )
                if cards
                else ()
            ),
            Cards(cards) if cards else None,
        ],
    )
