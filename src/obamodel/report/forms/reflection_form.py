"""The form with which a group looks back and ahead, round after round."""

from collections.abc import Iterator

from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.questions import Question, QuestionSet
from obamodel.domain.reflection import ReflectiveCycle, start_next_cycle
from obamodel.domain.rounds import (
    count_rounds,
    find_last_round,
    find_round,
    list_standing_promises,
    name_next_round,
)
from obamodel.errors import Fault, InvalidError
from obamodel.files import find_question_set
from obamodel.files.filled_forms.reflection import NO_ROUND_BEFORE, SAYABLE
from obamodel.files.filled_forms.rooms import (
    LONGEST_ROUND,
    check_round_name,
    name_promises,
    name_questions,
    name_room,
)
from obamodel.report.document import (
    AnswerSpace,
    Block,
    Document,
    Kind,
    Note,
    Paragraph,
    Section,
    list_if_any,
)
from obamodel.report.forms.rows import (
    put_if,
    say_how_to_name,
    tabulate_promises,
    write_action_rows,
    write_meeting,
)
from obamodel.report.material import gather_material
from obamodel.stats.answers import join_names


def write_reflection_form(
    evaluation: Evaluation,
    cycle: str | None = None,
    *,
    question_set: str | None = None,
    id: str | None = None,
    title: str | None = None,
    internal: bool = False,
) -> Document:
    """Write the form for the next round of reflection, which starts where the last one ended.

    Parameters
    ----------
    evaluation
        The evaluation.
    cycle
        The name of the round before; the last one where none is given.
    question_set
        The name of the questions to ask; those of the round before where none is given.
    id, title
        The name and the title of the new round; the next number where none is given.
    internal
        Whether to show what may not be published.

    Returns
    -------
    Document
        Each place to write in is called after the round and the question, such as
        ``round-2.now-what``; ``obamodel.files.filled_forms`` reads them back.

    Raises
    ------
    InvalidError
        When there is no such round or set of questions, or something has the new name already.

    Examples
    --------
    >>> empty = Evaluation(id="new", title="A new evaluation")
    >>> form = write_reflection_form(empty, question_set="rolfe")
    >>> [block.name for block in form.find("now-what").blocks if isinstance(block, AnswerSpace)]
    ['round-1.now-what']
    """
    shown = gather_material(evaluation, internal=internal).evaluation
    before = find_last_round(shown) if cycle is None else find_round(shown, cycle)
    questions = _choose_questions(shown, before, question_set)
    stem = id or (name_next_round(shown, before.id, longest=LONGEST_ROUND) if before else "round-1")
    check_round_name(stem)
    if any(thing.id == stem for _, thing in evaluation.each()):
        found = f'something is called "{stem}" already'
        fault = Fault("there-already", found, "give the new round another name")
        raise InvalidError("the round", [fault])
    title = title or f"Round {count_rounds(shown, before) + 1}"
    promises = list_standing_promises(shown, before)
    return Document(
        title=f"Looking back and ahead: {title}",
        subtitle=shown.title,
        internal=internal,
        kind=Kind.FORM,
        sections=[
            _write_beginning(stem),
            _write_promised(before, promises, stem),
            *_write_questions(questions, before, promises, stem),
            _write_actions(stem),
            _write_for_the_desk(stem, title, questions, before),
        ],
    )


def _choose_questions(
    evaluation: Evaluation, before: ReflectiveCycle | None, name: str | None
) -> QuestionSet:
    if name is None and before is None:
        found = "no round is recorded yet, so nobody knows which questions to ask"
        mend = "choose a set of questions, such as rolfe or gibbs"
        raise InvalidError("the round", [Fault("no-questions-chosen", found, mend)])
    return find_question_set(evaluation, name or (before.question_set if before else ""))


def _write_beginning(stem: str) -> Section:
    return Section(
        id="meeting",
        title="Our meeting",
        blocks=[
            Paragraph(
                "Read each question aloud and talk about it. Then write down what you agree on, "
                "and where you see it differently. You may leave any place empty."
            ),
            *write_meeting(stem),
        ],
    )


def _write_promised(
    before: ReflectiveCycle | None, promises: tuple[Action, ...], stem: str
) -> Section:
    title = "What we promised last time, and what became of it"
    if before is None:
        first = "This is the first round, so there is nothing to look back at yet."
        return Section(id="promised", title=title, blocks=[Paragraph(first)])
    if not promises:
        nothing = f"In the round before ({before.title}) no action was written down."
        return Section(id="promised", title=title, blocks=[Paragraph(nothing)])
    parts = name_promises(promises)
    is_older = any(action.cycle != before.id for action in promises)
    whence = "From the rounds before; the last was" if is_older else "From the round before"
    words = join_names([f'"{status}"' for status in SAYABLE]).replace(" and ", " or ")
    return Section(
        id="promised",
        title=title,
        blocks=[
            *put_if(tabulate_promises(promises, title=f"{whence}: {before.title}")),
            Paragraph(
                f"How far is each of them today? Begin with {words}, and then say why, where it "
                "helps. Leave it empty where the table is still right. What was not done is not a "
                "fault: say what stood in the way."
            ),
            *(
                AnswerSpace(
                    name=name_room(stem, parts[action.id]),
                    prompt=f"{number}. {action.text}",
                    lines=1,
                )
                for number, action in enumerate(promises, start=1)
            ),
        ],
    )


def _write_questions(
    questions: QuestionSet,
    before: ReflectiveCycle | None,
    promises: tuple[Action, ...],
    stem: str,
) -> Iterator[Section]:
    parts = name_questions(questions)
    for place, question in enumerate(questions.questions):
        carried = () if place else _carry(questions, before, promises)
        yield Section(
            id=question.id,
            title=_head(question, place + 1),
            blocks=[
                *(put_if(Paragraph(question.help)) if question.help else ()),
                *put_if(list_if_any(carried)),
                AnswerSpace(
                    name=name_room(stem, parts[question.id]), prompt=question.text, lines=6
                ),
            ],
        )


def _head(question: Question, number: int) -> str:
    return f"Question {number}: {question.stage}"


def _carry(
    questions: QuestionSet, before: ReflectiveCycle | None, promises: tuple[Action, ...]
) -> tuple[str, ...]:
    """Find what the last round wanted next, where no action says it already."""
    if before is None or before.question_set != questions.id:
        return ()
    said = {" ".join(action.text.split()) for action in promises}
    begun = start_next_cycle(before, questions, id="next", title="next").responses
    return tuple(
        one.text
        for one in begun
        if not any(" ".join(one.text.split()).endswith(text) for text in said)
    )


def _write_actions(stem: str) -> Section:
    return Section(
        id="actions",
        title="What we promise for next time",
        blocks=[
            Paragraph(
                "Write down only what somebody here will see to. The next round starts with it."
            ),
            say_how_to_name(),
        ],
        sections=write_action_rows(stem),
    )


def _write_for_the_desk(
    stem: str, title: str, questions: QuestionSet, before: ReflectiveCycle | None
) -> Section:
    blocks: list[Block] = [
        Paragraph(
            "This part is filled in already. Please leave it as it is: the answers are put in "
            "their place by it when the form is read back."
        ),
        AnswerSpace(
            name=name_room(stem, "title"), prompt="What this round is called", text=title, lines=0
        ),
        AnswerSpace(
            name=name_room(stem, "set"), prompt="The questions", text=questions.id, lines=0
        ),
        AnswerSpace(
            name=name_room(stem, "follows"),
            prompt="The round before",
            text=before.id if before else NO_ROUND_BEFORE,
            lines=0,
        ),
        Note(f"The questions are {questions.title}. Source: {questions.attribution}."),
    ]
    return Section(id="desk", title="For whoever types this up", blocks=blocks)
