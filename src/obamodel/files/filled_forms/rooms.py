"""What are the places of a form called, and what is read from several of them together?"""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import IDENTIFIER, show
from obamodel.domain.questions import QuestionSet
from obamodel.errors import Fault, InvalidError
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.written_dates import read_written_date
from obamodel.files.naming import Names

LONGEST_ROUND = 32
"""The longest name of a round on a form: with what follows, a place has at most 64 signs."""
LONGEST_PART = 31
ROWS = 4
"""How many new actions a form has room for; more are read where somebody adds them."""
COLUMNS = ("what", "who", "by")

_LONGEST_PROMISE = LONGEST_PART - len("became.")
_ROW = re.compile(r"action-([1-9][0-9]{0,2})\.(what|who|by)", re.ASCII)
_MARKED = re.compile(r"\s*(?:[-*\u2022\u2013\u2014\u00b7]|\d{1,2}[.)])\s+")


def name_room(stem: str, part: str) -> str:
    """Name a place of a form.

    Examples
    --------
    >>> name_room("round-2", "now-what")
    'round-2.now-what'
    """
    return f"{stem}.{part}"


def name_questions(questions: QuestionSet) -> dict[str, str]:
    """Name the part of each question: its own name, or its number where that is too long."""
    return {
        question.id: question.id if len(question.id) <= LONGEST_PART else f"question-{place}"
        for place, question in enumerate(questions.questions, start=1)
    }


def name_promises(actions: Iterable[Action]) -> dict[str, str]:
    """Name the part that says what became of each action: by its name, or its number."""
    return {
        action.id: f"became.{action.id if len(action.id) <= _LONGEST_PROMISE else place}"
        for place, action in enumerate(actions, start=1)
    }


def check_round_name(id: str) -> None:
    """Refuse a name of a round that is none, or too long for a form.

    Raises
    ------
    InvalidError
        When it is.
    """
    if not IDENTIFIER.fullmatch(id) or len(id) > LONGEST_ROUND:
        mend = f"use a-z, 0-9 and single hyphens between them, at most {LONGEST_ROUND} characters"
        raise InvalidError("the round", [Fault("bad-name", f"found {show(id)}", mend)])


def find_round_name(form: FilledForm) -> str:
    """Find which round a form is about: what all its places have in front of their dot.

    Raises
    ------
    InvalidError
        When they are about several, or none.
    """
    found = list(dict.fromkeys(name.partition(".")[0] for name in form.rooms if "." in name))
    if len(found) == 1 and IDENTIFIER.fullmatch(found[0]):
        return found[0]
    said = (
        f"its places are of several forms: {', '.join(found)}" if found else "it is no form of ours"
    )
    mend = "fill in one form that obamodel printed, and nothing else"
    raise InvalidError(form.file, [Fault("not-one-form", said, mend, file=form.file)])


def refuse_known(evaluation: Evaluation, form: FilledForm, stem: str) -> Iterator[Fault]:
    """Find a name that is there already: a form is read once, and nothing is written over."""
    if any(thing.id == stem for _, thing in evaluation.each()):
        found = f'"{stem}" is in the evaluation already, and nothing is written over'
        mend = "this form may have been read before; for another meeting, print a form anew"
        yield Fault("there-already", found, mend, file=form.file)


def split_lines(text: str) -> tuple[str, ...]:
    """Read what stands one in a line, without the signs that people put before it.

    Examples
    --------
    >>> split_lines("- The bus is late." + chr(10) * 2 + "2. Nobody knows us.")
    ('The bus is late.', 'Nobody knows us.')
    """
    lines = (_MARKED.sub("", line, count=1).strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)


@frozen(kw_only=True)
class Meeting:
    """When a form was filled in, and by whom."""

    on: PartialDate | None
    role: str


def read_meeting(form: FilledForm, stem: str, faults: list[Fault]) -> Meeting:
    """Read when a form was filled in, and by whom; what is wrong is added to the faults."""
    return Meeting(
        on=read_date(form, name_room(stem, "on"), faults),
        role=" ".join(form.say(name_room(stem, "role")).split()),
    )


def find_no_meeting(form: FilledForm, meeting: Meeting) -> Iterator[Fault]:
    """Find what was not said of a meeting, and will be asked for later."""
    if meeting.on is None:
        found = "it does not say when you met"
        yield Fault("no-date", found, "add it to the answers", file=form.file)
    if not meeting.role:
        found = "it does not say who took part"
        yield Fault("no-role", found, "add it to the answers, as roles or groups", file=form.file)


def read_date(form: FilledForm, name: str, faults: list[Fault]) -> PartialDate | None:
    """Read a date, or nothing where nothing is written."""
    written = form.say(name)
    if not written:
        return None
    try:
        return read_written_date(written)
    except InvalidError as error:
        (fault,) = error.faults
        faults.append(Fault(fault.code, fault.found, fault.mend, path=(name,), file=form.file))
        return None


def list_rows(form: FilledForm, stem: str) -> tuple[int, ...]:
    """List the numbers of the rows for actions that a form has, at least those printed."""
    numbers = set(range(1, ROWS + 1))
    for name in form.rooms:
        match = _ROW.fullmatch(name.removeprefix(f"{stem}."))
        if match and name.startswith(f"{stem}."):
            numbers.add(int(match[1]))
    return tuple(sorted(numbers))


def name_row(stem: str, number: int, column: str) -> str:
    """Name a place in a row for an action."""
    return name_room(stem, f"action-{number}.{column}")


def read_actions(
    evaluation: Evaluation,
    form: FilledForm,
    stem: str,
    faults: list[Fault],
    *,
    indicators: tuple[str, ...] = (),
    measured_by: tuple[str, ...] = (),
) -> tuple[Action, ...]:
    """Read the new actions; what is wrong with them is added to the faults."""
    names = name_anew(evaluation)
    actions = []
    for number in list_rows(form, stem):
        rooms = {column: name_row(stem, number, column) for column in COLUMNS}
        what = form.say(rooms["what"])
        by = read_date(form, rooms["by"], faults)
        if not what:
            if form.say(rooms["who"]) or form.say(rooms["by"]):
                found = "somebody or a date is named, and not what is to be done"
                path = (rooms["what"],)
                mend = "say in a few words what will be done"
                faults.append(Fault("no-action", found, mend, path=path, file=form.file))
            continue
        actions.append(
            Action(
                id=names.give(f"{stem}-action-{number}", instead="action"),
                text=what,
                owner=" ".join(form.say(rooms["who"]).split()),
                by=by,
                status=ActionStatus.PLANNED,
                cycle=stem,
                indicators=indicators,
                measured_by=measured_by,
            )
        )
    return tuple(actions)


def name_anew(evaluation: Evaluation) -> Names:
    """Give names that nothing in an evaluation has."""
    names = Names()
    for _, thing in evaluation.each():
        names.give(thing.id, instead="thing")
    return names


@frozen(kw_only=True)
class ReadBack:
    """What became of a form that was filled in.

    Parameters
    ----------
    evaluation
        The evaluation with all that the form says.
    round
        The name of the round that the form has become.
    added
        What is new or changed, a sentence each.
    notes
        What to look at: places that are gone, words that stand elsewhere.
    """

    evaluation: Evaluation
    round: str
    added: tuple[str, ...]
    notes: tuple[Fault, ...] = ()
