"""What does a filled-in form for looking back become in the evaluation?"""

import re
from collections.abc import Iterator

import attrs

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import IDENTIFIER, show
from obamodel.domain.questions import QuestionSet
from obamodel.domain.reflection import ReflectiveCycle, Response, start_next_cycle
from obamodel.domain.rounds import find_round, list_standing_promises
from obamodel.errors import Fault, InvalidError
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import (
    COLUMNS,
    Meeting,
    ReadBack,
    check_round_name,
    find_no_meeting,
    find_round_name,
    list_rows,
    name_promises,
    name_questions,
    name_room,
    name_row,
    read_actions,
    read_meeting,
    refuse_known,
)
from obamodel.files.question_sets import find_question_set

NO_ROUND_BEFORE = "none"
SAYABLE = (
    ActionStatus.PLANNED,
    ActionStatus.UNDER_WAY,
    ActionStatus.DONE,
    ActionStatus.STOPPED,
)
_SAID = re.compile(
    rf"(?P<status>{'|'.join(SAYABLE)})\b[\s.,;:\u2013\u2014-]*(?:because\b[\s,:]*)?(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)


def add_reflection(evaluation: Evaluation, form: FilledForm) -> ReadBack:
    """Add a filled-in form to an evaluation: a new round, its answers, and new actions.

    Parameters
    ----------
    evaluation
        The evaluation as it is kept, not as it is published.
    form
        What people wrote into the form that was printed for it.

    Returns
    -------
    ReadBack
        A changed copy of the evaluation, what is new in it, and what to look at.

    Raises
    ------
    InvalidError
        Naming all that cannot be read. Then nothing is added.
    """
    stem = find_round_name(form)
    check_round_name(stem)
    faults = list(refuse_known(evaluation, form, stem))
    before = _find_before(evaluation, form, stem, faults)
    questions = _find_questions(evaluation, form, stem, before, faults)
    if questions is None:
        raise InvalidError(form.file, faults)
    promises = list_standing_promises(evaluation, before)
    known = tuple(list_rooms(questions, stem, promises, list_rows(form, stem)))
    faults += form.find_strangers(known)
    meeting = read_meeting(form, stem, faults)
    answers = _read_answers(form, questions, stem, meeting)
    changed = _read_what_became(form, stem, promises, faults)
    actions = read_actions(evaluation, form, stem, faults)
    if not (faults or answers or actions or _says_what_became(form, stem, promises)):
        found = "nothing is written in it but what was printed"
        mend = "write at least one answer before it is read"
        faults.append(Fault("not-filled-in", found, mend, file=form.file))
    if faults:
        raise InvalidError(form.file, faults)
    title = " ".join(form.say(name_room(stem, "title")).split()) or stem
    cycle = _start(questions, before, stem, title)
    cycle = attrs.evolve(cycle, responses=(*cycle.responses, *answers))
    kept = tuple(changed.get(action.id, action) for action in evaluation.actions)
    return ReadBack(
        evaluation=attrs.evolve(
            evaluation, cycles=(*evaluation.cycles, cycle), actions=(*kept, *actions)
        ),
        round=stem,
        added=tuple(_tell(cycle, answers, promises, changed, actions)),
        notes=(
            *form.find_missing(known),
            *_find_left_out(form, questions, meeting, answers, actions),
        ),
    )


def list_rooms(
    questions: QuestionSet, stem: str, promises: tuple[Action, ...], rows: tuple[int, ...]
) -> Iterator[str]:
    """List the names of all places that a form for looking back has, in their order."""
    yield from (name_room(stem, part) for part in ("on", "role"))
    yield from (name_room(stem, part) for part in name_promises(promises).values())
    yield from (name_room(stem, part) for part in name_questions(questions).values())
    yield from (name_row(stem, row, column) for row in rows for column in COLUMNS)
    yield from (name_room(stem, part) for part in ("title", "set", "follows"))


def _find_before(
    evaluation: Evaluation, form: FilledForm, stem: str, faults: list[Fault]
) -> ReflectiveCycle | None:
    room = name_room(stem, "follows")
    written = form.say(room)
    if written in ("", NO_ROUND_BEFORE):
        return None
    try:
        return find_round(evaluation, written)
    except InvalidError as error:
        faults += [attrs.evolve(one, path=(room,), file=form.file) for one in error.faults]
        return None


def _find_questions(
    evaluation: Evaluation,
    form: FilledForm,
    stem: str,
    before: ReflectiveCycle | None,
    faults: list[Fault],
) -> QuestionSet | None:
    room = name_room(stem, "set")
    name = form.say(room) or (before.question_set if before else "")
    if not IDENTIFIER.fullmatch(name):
        found = f"found {show(name)}" if name else "it does not say which questions were answered"
        mend = "write the name of the set of questions, such as rolfe"
        faults.append(Fault("unknown-question-set", found, mend, path=(room,), file=form.file))
        return None
    try:
        return find_question_set(evaluation, name)
    except InvalidError as error:
        faults += [attrs.evolve(one, path=(room,), file=form.file) for one in error.faults]
        return None


def _read_answers(
    form: FilledForm, questions: QuestionSet, stem: str, meeting: Meeting
) -> tuple[Response, ...]:
    parts = name_questions(questions)
    return tuple(
        Response(question=question.id, text=text, role=meeting.role, on=meeting.on)
        for question in questions.questions
        if (text := form.say(name_room(stem, parts[question.id])))
    )


def _read_what_became(
    form: FilledForm, stem: str, promises: tuple[Action, ...], faults: list[Fault]
) -> dict[str, Action]:
    """Read how far the promises have come; only what was said of them is changed."""
    changed = {}
    parts = name_promises(promises)
    for action in promises:
        room = name_room(stem, parts[action.id])
        said = form.say(room)
        if not said:
            continue
        match = _SAID.fullmatch(said.strip())
        if match is None:
            mend = f"begin with one of: {', '.join(SAYABLE)}; then say why, where it helps"
            fault = Fault("no-status", f"found {show(said)}", mend, path=(room,), file=form.file)
            faults.append(fault)
            continue
        status = ActionStatus(match["status"].lower())
        # What was said before is not lost where nothing new is.
        reason = match["reason"].strip() or (action.reason if status is action.status else "")
        if reason == action.reason and status is action.status:
            continue
        changed[action.id] = attrs.evolve(action, status=status, reason=reason)
    return changed


def _says_what_became(form: FilledForm, stem: str, promises: tuple[Action, ...]) -> bool:
    """Say whether anything is written of a promise; that it stands as before is worth a round."""
    return any(form.say(name_room(stem, part)) for part in name_promises(promises).values())


def _start(
    questions: QuestionSet, before: ReflectiveCycle | None, stem: str, title: str
) -> ReflectiveCycle:
    if before is not None and before.question_set == questions.id:
        return start_next_cycle(before, questions, id=stem, title=title)
    return ReflectiveCycle(
        id=stem,
        title=title,
        question_set=questions.id,
        follows="" if before is None else before.id,
    )


def _tell(
    cycle: ReflectiveCycle,
    answers: tuple[Response, ...],
    promises: tuple[Action, ...],
    changed: dict[str, Action],
    actions: tuple[Action, ...],
) -> Iterator[str]:
    number = f"{len(answers)} answer{'' if len(answers) == 1 else 's'}"
    yield f'New round "{cycle.id}" ({cycle.title}), with {number}.'
    for action in promises:
        if action.id in changed:
            after = changed[action.id]
            reason = f" ({after.reason})" if after.reason else ""
            yield f'Action "{action.id}": {action.status} before, {after.status} now{reason}.'
            if action.reason and action.reason != after.reason:
                yield f'  Its reason until now, which is replaced: "{action.reason}"'
    for action in actions:
        yield f'New action "{action.id}": {action.text}'


def _find_left_out(
    form: FilledForm,
    questions: QuestionSet,
    meeting: Meeting,
    answers: tuple[Response, ...],
    actions: tuple[Action, ...],
) -> Iterator[Fault]:
    """Find what was not said and will be asked for later."""
    yield from find_no_meeting(form, meeting)
    if not answers and (meeting.on is not None or meeting.role):
        told = [str(meeting.on) if meeting.on else "", meeting.role]
        found = (
            "no question is answered, and only an answer keeps when you met and who took part: "
            f"{show('; '.join(filter(None, told)))}"
        )
        mend = "write one answer into the round, with the date and the roles"
        yield Fault("no-answers", found, mend, file=form.file)
    leads = any(question.leads_to_action for question in questions.questions)
    if leads and not actions:
        found = "nothing was promised for the time until the next round"
        mend = "make an action of what you want to do next, with who and by when"
        yield Fault("no-actions", found, mend, file=form.file)
