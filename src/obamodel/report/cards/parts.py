"""The parts that both cards have: curves, the story, partners, what works, and what comes next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from obamodel import plots
from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Cost, Idea
from obamodel.plots.card_curve import card_curve
from obamodel.plots.wording import capitalise, end_sentence, without_stop
from obamodel.report.cards.one_page import OnePage
from obamodel.report.document import Block, Bullets, Paragraph, Section
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.stats.turning.curves import CurveAnswer

CURVES = 2
_WORDS_OF_A_STORY, _FORCES = 130, 6
_PARTNERS, _IDEAS, _ACTIONS = 12, 5, 7
_WORDS_OF_A_LINE = 40


@frozen(kw_only=True)
class CardMaterial:
    """What a card is made from.

    Parameters
    ----------
    material
        What may be shown of the evaluation.
    related
        The names of all that the card is about.
    page
        The room there is.
    takes_unnamed
        Whether what is said to be about nothing in particular stands on this card.
    """

    material: Material
    related: frozenset[str]
    page: OnePage
    takes_unnamed: bool

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation as it may be shown."""
        return self.material.evaluation

    def is_mine(self, about: Iterable[str]) -> bool:
        """Say whether what is about these things stands on the card."""
        names = frozenset(about)
        return bool(self.related & names) or (self.takes_unnamed and not names)


def choose_answers(material: Material) -> tuple[CurveAnswer, ...]:
    """Choose the answers about baselines that no later one has replaced."""
    replaced = {one.replaces for one in material.evaluation.baselines}
    return tuple(one for one in material.answers if one.baseline.id not in replaced)


def show_curves(card: CardMaterial, about: str) -> tuple[Block, ...]:
    """Show the curves of an indicator or a measure, each with its verdict in words.

    Returns
    -------
    tuple
        Nothing where there are no figures.
    """
    return tuple(_list_curves(card, about))


def _list_curves(card: CardMaterial, about: str) -> Iterator[Block]:
    words = card.material.vocabulary
    answers = [one for one in choose_answers(card.material) if about in one.series.about]
    # The newest baseline of a series comes first.
    answers.sort(key=lambda one: one.baseline.until.ordinal, reverse=True)
    named = Counter(one.series.id for one in answers)
    for answer in card.page.take(answers, CURVES, "curve"):
        until = f" (baseline until {answer.baseline.until})" if named[answer.series.id] > 1 else ""
        yield make_figure(card_curve, answer, words, title=answer.series.name + until)
        yield Paragraph(capitalise(answer.sentence.removeprefix(f"{answer.series.name}: ")))
    judged = {one.series.id for one in answers}
    series = [one for one in card.evaluation.series if about in one.about and one.id not in judged]
    for one in card.page.take(series, max(CURVES - len(answers), 0), "curve"):
        yield make_figure(plots.series, one, words, title=one.name)
        yield Paragraph("No baseline is agreed yet, so there is no verdict.")


def write_story(card: CardMaterial) -> Section:
    """Write the story behind the curve, and the forces that are named in it."""
    blocks: list[Block] = []
    mine = [one for one in card.evaluation.stories if card.is_mine(one.about)]
    for story in card.page.take(mine, 1, "story", "stories"):
        blocks.append(Paragraph(card.page.shorten(story.text, _WORDS_OF_A_STORY)))
        forces = card.page.take(story.forces, _FORCES, "force")
        if forces:
            blocks.append(
                Bullets([f"{capitalise(one.effect)}: {_line(card, one.text)}" for one in forces])
            )
    title = "The story behind the curve"
    return _write("story", title, blocks, "No story is written down yet.")


def write_partners(card: CardMaterial) -> Section:
    """Write who has a part to play, those first who were named as key."""
    mine = [one for one in card.evaluation.partners if not one.about or card.is_mine(one.about)]
    mine.sort(key=lambda one: not one.named_as_key)
    word = card.material.word("partner")
    plural = card.material.plural("partner")
    shown = card.page.take(mine, _PARTNERS, word, plural)
    names = [without_stop(one.name) for one in shown]
    blocks = [Paragraph(end_sentence(capitalise("; ".join(names))))] if names else []
    return _write(
        "partners", f"{capitalise(plural)} with a part to play", blocks, "None are named yet."
    )


def write_what_works(card: CardMaterial) -> Section:
    """Write the ideas that might work, and what each would cost."""
    word = card.material.word("idea")
    plural = card.material.plural("idea")
    mine = [one for one in card.evaluation.ideas if card.is_mine(one.about)]
    return _write_list(
        "what-works",
        "What works",
        [_tell_idea(card, one) for one in card.page.take(mine, _IDEAS, word, plural)],
        f"No {plural} are written down yet.",
    )


def write_next(card: CardMaterial, title: str, actions: Sequence[Action]) -> Section:
    """Write what is to be done, by whom and by when."""
    word = card.material.word("action")
    plural = card.material.plural("action")
    shown = card.page.take(actions, _ACTIONS, word, plural)
    return _write_list(
        "next", title, [_tell_action(card, one) for one in shown], "Nothing is agreed yet."
    )


def write_left_out(page: OnePage) -> Section | None:
    """Say what the other parts had no room for; ask it when they are written."""
    note = page.say()
    return None if note is None else Section(id="more", title="What is not on it", blocks=[note])


def write_list(
    card: CardMaterial, id: str, title: str, lines: Iterable[str], otherwise: str
) -> Section:
    """Write a part that is a list, each line as long as there is room."""
    return _write_list(id, title, [_line(card, one) for one in lines], otherwise)


def _write_list(id: str, title: str, lines: Sequence[str], otherwise: str) -> Section:
    return _write(id, title, [Bullets(lines)] if lines else [], otherwise)


def _write(id: str, title: str, blocks: Sequence[Block], otherwise: str) -> Section:
    return Section(id=id, title=title, blocks=blocks or [Paragraph(otherwise)])


def _tell_idea(card: CardMaterial, idea: Idea) -> str:
    said = _line(card, idea.text)
    return said if idea.cost is Cost.NOT_KNOWN else f"{said} ({capitalise(idea.cost)}.)"


def _tell_action(card: CardMaterial, action: Action) -> str:
    who = without_stop(action.owner) or "nobody is named yet"
    when = action.by.in_words() if action.by else "no date yet"
    return f"{_line(card, action.text)} ({capitalise(who)}; {when}; {action.status}.)"


def _line(card: CardMaterial, text: str) -> str:
    return card.page.shorten(text, _WORDS_OF_A_LINE)
