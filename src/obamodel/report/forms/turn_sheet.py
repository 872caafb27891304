"""The sheet for a turn-the-curve meeting: the chart first, then five steps with room to write."""

from attrs import frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.questions import QuestionSet
from obamodel.domain.rounds import TURNING, name_turning_round
from obamodel.files import read_question_set
from obamodel.files.filled_forms.rooms import LONGEST_ROUND, name_room
from obamodel.files.filled_forms.turning import find_measure
from obamodel.report.document import AnswerSpace, Block, Document, Kind, Note, Paragraph, Section
from obamodel.report.forms.already_known import (
    find_related,
    list_known_actions,
    list_known_ideas,
    list_known_partners,
    tell_known_stories,
)
from obamodel.report.forms.curve_first import CurveShown, show_curve
from obamodel.report.forms.rows import say_how_to_name, write_action_rows, write_meeting
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
    measure = find_measure(material.evaluation, about)
    sheet = _Sheet(
        material=material,
        measure=measure,
        round=name_turning_round(evaluation, about, longest=LONGEST_ROUND),
        questions=read_question_set(TURNING),
        shown=show_curve(material, measure),
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


@frozen(kw_only=True)
class _Sheet:
    """Writes the parts of the sheet of one curve."""

    material: Material
    measure: Indicator | PerformanceMeasure
    round: str
    questions: QuestionSet
    shown: CurveShown

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
        return find_related(self.evaluation, self.measure)

    # --- the chart ---------------------------------------------------------------------------

    def write_curve(self) -> Section:
        """Show the curve before anything is said about it."""
        told = Paragraph("What to weigh about the picture, and its numbers, stand at the end.")
        return Section(
            id="curve",
            title="The curve",
            blocks=[self._say_whose(), *self.shown.first, told if self.shown.behind else None],
        )

    def write_behind(self) -> Section | None:
        """Put the numbers and the caveats at the end, so that the first page is for all to see."""
        if not self.shown.behind:
            return None
        return Section(
            id="behind", title="What stands behind the picture", blocks=self.shown.behind
        )

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
                *tell_known_stories(self.evaluation, self.related),
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
                *list_known_partners(self.evaluation, self.related),
                Paragraph("Write one in each line: who, then a colon, then the part to play."),
                self._leave_room(
                    "partners", "Who could help, and who has not been asked yet?", lines=5
                ),
            ],
        )

    def write_what_works(self) -> Section:
        return self._write_step(
            "what-works",
            "What works",
            [
                *list_known_ideas(self.evaluation, self.related),
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
                *list_known_actions(self.evaluation, self.measure),
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
