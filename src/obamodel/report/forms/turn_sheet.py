"""The sheet for a turn-the-curve meeting: the chart first, then five steps with room to write."""

import functools
from collections.abc import Iterator

from attrs import evolve, frozen

from obamodel import plots
from obamodel.disclosure import publish_measures
from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Cost, Idea
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.partners import Partner
from obamodel.domain.questions import QuestionSet
from obamodel.domain.rounds import TURNING, find_turning_rounds, name_turning_round
from obamodel.domain.stories import Origin, Story
from obamodel.files import read_question_set
from obamodel.files.filled_forms.rooms import LONGEST_ROUND, name_room
from obamodel.files.filled_forms.turning import find_measure
from obamodel.report.document import (
    AnswerSpace,
    Block,
    Document,
    Figure,
    Kind,
    Note,
    Paragraph,
    Section,
    list_if_any,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.forms.rows import (
    put_if,
    say_how_to_name,
    tabulate_promises,
    write_action_rows,
    write_meeting,
)
from obamodel.report.material import Material, gather_material

MINUTES = {"data": 10, "story": 20, "partners": 10, "what-works": 20, "action-plan": 15}
"""How long each step may take: with a welcome and a close, a meeting of an hour and a half."""


def write_turn_sheet(evaluation: Evaluation, about: str, *, internal: bool = False) -> Document:
    """Write the sheet for a meeting of 60 to 90 minutes about one indicator or measure.

    It shows the curve and what is said of it, then leads through the five steps: how are we doing,
    the story behind it, partners, what works, what we propose to do. What is already recorded
    stands under each step, beside room to write.

    Parameters
    ----------
    evaluation
        The evaluation.
    about
        The name of the indicator or performance measure.
    internal
        Whether to show what may not be published.

    Returns
    -------
    Document
        Each place to write in is called after the meeting, such as ``turn-calls.story``;
        ``obamodel.files.filled_forms`` reads them back.

    Raises
    ------
    InvalidError
        When no indicator or measure has that name, or a curve cannot be judged.

    References
    ----------
    Friedman, M. (2005) *Trying Hard Is Not Good Enough*.
    """
    material = gather_material(evaluation, internal=internal)
    sheet = _Sheet(
        material=material,
        measure=find_measure(material.evaluation, about),
        round=name_turning_round(evaluation, about, longest=LONGEST_ROUND),
        questions=read_question_set(TURNING),
    )
    return Document(
        title=f"Turning the curve: {sheet.name}",
        subtitle=material.evaluation.title,
        internal=internal,
        kind=Kind.FORM,
        sections=[
            sheet.write_curve(),
            sheet.write_meeting(),
            sheet.write_data(),
            sheet.write_story(),
            sheet.write_partners(),
            sheet.write_what_works(),
            sheet.write_plan(),
            sheet.write_behind(),
            sheet.write_for_the_desk(),
        ],
    )


@frozen
class _Behind:
    """What stands behind a picture, to be looked up."""

    blocks: tuple[Block, ...]


@frozen(kw_only=True, slots=False)
class _Sheet:
    """Writes the parts of the sheet of one curve."""

    material: Material
    measure: Indicator | PerformanceMeasure
    round: str
    questions: QuestionSet

    @property
    def evaluation(self) -> Evaluation:
        return self.material.evaluation

    @property
    def name(self) -> str:
        measure = self.measure
        said = measure.statement if isinstance(measure, Indicator) else measure.name
        return " ".join(said.split()).rstrip(".")

    @property
    def related(self) -> frozenset[str]:
        """The names of what belongs to this curve: itself, its curves in words, its factors."""
        measure, evaluation = self.measure, self.evaluation
        names = {measure.id}
        names.update(one.id for one in evaluation.curves if measure.id in one.about)
        if isinstance(measure, PerformanceMeasure):
            names.update(measure.factors)
        else:
            names.update(one.id for one in evaluation.factors if measure.id in one.indicators)
        return frozenset(names)

    # --- the chart ---------------------------------------------------------------------------

    def write_curve(self) -> Section:
        """Show the curve before anything is said about it."""
        shown = [each for each in self.curves if not isinstance(each, _Behind)]
        told = Paragraph("What to weigh about the picture, and its numbers, stand at the end.")
        return Section(
            id="curve",
            title="The curve",
            blocks=[self._say_whose(), *shown, told if len(shown) < len(self.curves) else None],
        )

    def write_behind(self) -> Section | None:
        """Put the numbers and the caveats at the end, so that the first page is for all to see."""
        behind = [each for each in self.curves if isinstance(each, _Behind)]
        blocks = [block for each in behind for block in each.blocks]
        if not blocks:
            return None
        return Section(id="behind", title="What stands behind the picture", blocks=blocks)

    def write_meeting(self) -> Section:
        """Say how long it takes, and leave room for when and who."""
        whole = sum(MINUTES.values())
        return Section(
            id="meeting",
            title="Our meeting",
            blocks=[
                Paragraph(
                    f"Five steps, {whole} minutes together; with a welcome and a close, plan for "
                    f"{whole + 15}. One of you reads out, one writes, one looks at the clock. You "
                    "may leave any place empty."
                ),
                *write_meeting(self.round),
            ],
        )

    def _say_whose(self) -> Block:
        measure = self.measure
        if isinstance(measure, Indicator):
            outcome = self.evaluation.find(measure.outcome)
            word = self.material.word("outcome")
            return Paragraph(f"It helps to show the {word}: {outcome.statement}")
        service = self.evaluation.find(measure.service)
        return Paragraph(f"It is about the {self.material.word('service')}: {service.name}.")

    @functools.cached_property
    def curves(self) -> tuple[Block | _Behind, ...]:
        """What is shown of the curve, and what stands behind it."""
        return tuple(self._show_curves())

    def _show_curves(self) -> Iterator[Block | _Behind]:
        measure = self.measure
        series = [one for one in self.evaluation.series if measure.id in one.about]
        replaced = {one.replaces for one in self.evaluation.baselines}
        judged = [
            one
            for one in self.material.answers
            if measure.id in one.series.about and one.baseline.id not in replaced
        ]
        shown = {one.series.id for one in judged}
        words = self.material.vocabulary
        for answer in judged:
            figure = make_figure(plots.curve, answer, words, title=answer.series.name)
            yield from _show(figure, list_if_any(answer.caveats))
            yield Paragraph(answer.sentence)
        for one in series:
            if one.id not in shown:
                yield from _show(make_figure(plots.series, one, words, title=one.name))
                yield Paragraph(
                    "Nobody has written down yet where this curve is heading if nothing changes, "
                    "so nobody can say whether it has turned."
                )
        if not series:
            yield from self._show_without_numbers()

    def _show_without_numbers(self) -> Iterator[Block | _Behind]:
        measure = self.measure
        names = {measure.id}
        if isinstance(measure, Indicator):
            names.add(measure.outcome)
        for curve in self.evaluation.curves:
            if names.intersection(curve.about):
                words = self.material.vocabulary
                yield from _show(make_figure(plots.schematic, curve, words, title=curve.title))
        yield Paragraph(
            "There are no numbers over time for it yet, so nobody can say whether it has turned. "
            "Begin with what you know."
        )
        if isinstance(measure, PerformanceMeasure):
            for row in publish_measures(self.evaluation).rows:
                if row.cells[1] == measure.name:
                    yield Paragraph(f"What is known: {row.cells[2].rstrip('.')}.")

    # --- the five steps ----------------------------------------------------------------------

    def write_data(self) -> Section:
        return self._write_step(
            "data",
            "How are we doing?",
            [
                Paragraph(
                    "Look at the picture in silence for a minute. Then ask: is it all right if it "
                    "goes on like this?"
                ),
                self._leave_room("data", "What do we notice? Where is it heading?", lines=5),
            ],
        )

    def write_story(self) -> Section:
        return self._write_step(
            "story",
            "The story behind the curve",
            [
                *self._tell_stories(),
                Note(
                    "What is written here may be shown in a report. Leave out what would lead to "
                    "one person."
                ),
                self._leave_room("story", "Why does the curve look as it does?", lines=5),
                Paragraph("Which forces push it? Write one in each line."),
                self._leave_room("helps-inside", "What helps, and comes from inside?", lines=3),
                self._leave_room("helps-around", "What helps, and comes from around us?", lines=3),
                self._leave_room("hinders-inside", "What hinders, and comes from inside?", lines=3),
                self._leave_room(
                    "hinders-around", "What hinders, and comes from around us?", lines=3
                ),
                self._leave_room(
                    "root", "Ask why, and then why again: what lies under it?", lines=3
                ),
                self._leave_room("find-out", "What do we still need to find out?", lines=2),
            ],
        )

    def write_partners(self) -> Section:
        return self._write_step(
            "partners",
            "Partners who can help",
            [
                *self._list_partners(),
                Paragraph("Write one in each line: who, then a colon, then the part to play."),
                self._leave_room(
                    "partners", "Who could help, and who has not been asked yet?", lines=5
                ),
            ],
        )

    def write_what_works(self) -> Section:
        ideas = [one for one in self.evaluation.ideas if self.related.intersection(one.about)]
        return self._write_step(
            "what-works",
            "What works",
            [
                *put_if(_tabulate_ideas(ideas)),
                Paragraph(
                    "Write one idea in each line. Find at least one that costs nothing or little, "
                    "and one that is off the wall."
                ),
                self._leave_room("ideas-free", "Ideas that cost nothing", lines=3),
                self._leave_room("ideas-cheap", "Ideas that cost little", lines=3),
                self._leave_room("ideas-bold", "An idea that is off the wall", lines=2),
                self._leave_room("ideas-other", "Other ideas", lines=3),
            ],
        )

    def write_plan(self) -> Section:
        made = self._write_step(
            "action-plan",
            "What we propose to do",
            [
                *put_if(tabulate_promises(self._find_actions(), title="What is already promised")),
                Paragraph("Choose the few ideas that would bend the curve most."),
                say_how_to_name(),
            ],
        )
        return Section(
            id=made.id,
            title=made.title,
            blocks=made.blocks,
            sections=write_action_rows(self.round),
        )

    def write_for_the_desk(self) -> Section:
        return Section(
            id="desk",
            title="For whoever types this up",
            blocks=[
                Paragraph(
                    "This part is filled in already. Please leave it as it is: the answers are "
                    "put in their place by it when the sheet is read back."
                ),
                AnswerSpace(
                    name=name_room(self.round, "about"),
                    prompt="What the sheet is about",
                    text=self.measure.id,
                    lines=0,
                ),
                Note(f"The five steps come from {self.questions.attribution}."),
            ],
        )

    def _write_step(self, question: str, title: str, blocks: list[Block]) -> Section:
        number = list(MINUTES).index(question) + 1
        return Section(
            id=question,
            title=f"Step {number}: {title} ({MINUTES[question]} minutes)",
            blocks=blocks,
        )

    def _leave_room(self, part: str, prompt: str, *, lines: int) -> AnswerSpace:
        return AnswerSpace(name=name_room(self.round, part), prompt=prompt, lines=lines)

    # --- what is already recorded ------------------------------------------------------------

    def _tell_stories(self) -> Iterator[Block]:
        for story in self.evaluation.stories:
            if self.related.intersection(story.about):
                yield from write_paragraphs(story.text)
                yield from put_if(_tabulate_forces(story))
                yield from put_if(
                    list_if_any(f"Still to find out: {one}" for one in story.still_to_find_out)
                )

    def _list_partners(self) -> Iterator[Block]:
        mine = [one for one in self.evaluation.partners if self.related.intersection(one.about)]
        yield from put_if(_tabulate_partners(mine))
        others = [one.name for one in self.evaluation.partners if one not in mine]
        if others:
            yield Paragraph(f"Others who are known to us: {'; '.join(others)}.")

    def _find_actions(self) -> tuple[Action, ...]:
        rounds = {one.id for one in find_turning_rounds(self.evaluation, self.measure.id)}
        return tuple(
            one
            for one in self.evaluation.actions
            if self.measure.id in (*one.indicators, *one.measured_by) or one.cycle in rounds
        )


def _show(figure: Figure, *more: Block | None) -> Iterator[Block | _Behind]:
    """Show a picture, and put its table and what else there is behind it."""
    yield evolve(figure, table=None)
    blocks: list[Block | None] = [figure.table, *more]
    yield _Behind(tuple(block for block in blocks if block is not None))


def _tabulate_forces(story: Story) -> Block | None:
    inside = {Origin.INTERNAL: "inside", Origin.EXTERNAL: "around us"}
    return tabulate_words(
        "The forces that are already named",
        ("Force", "Helps or hinders", "From where"),
        [(one.text, one.effect, inside[one.origin]) for one in story.forces],
    )


def _tabulate_partners(partners: list[Partner]) -> Block | None:
    return tabulate_words(
        "Partners who are already named",
        ("Who", "Part"),
        [(one.name, one.part) for one in partners],
    )


def _tabulate_ideas(ideas: list[Idea]) -> Block | None:
    return tabulate_words(
        "Ideas that are already there",
        ("Idea", "Cost"),
        [(one.text, "not known yet" if one.cost is Cost.NOT_KNOWN else one.cost) for one in ideas],
    )
