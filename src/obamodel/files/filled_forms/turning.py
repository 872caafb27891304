"""What does a filled-in sheet of a turn-the-curve meeting become in the evaluation?"""

from collections.abc import Iterator

import attrs

from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.ideas import Cost
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.rounds import TURNING, find_turning_rounds
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import (
    COLUMNS,
    Meeting,
    ReadBack,
    check_round_name,
    find_no_meeting,
    find_round_name,
    list_rows,
    name_room,
    name_row,
    read_actions,
    read_meeting,
    refuse_known,
)
from obamodel.files.filled_forms.sheet_contents import STEPS, SheetContents, SheetMaking


def find_measure(evaluation: Evaluation, about: str) -> Indicator | PerformanceMeasure:
    """Find the indicator or performance measure that a meeting is about.

    Raises
    ------
    InvalidError
        When there is none of that name; the nearest is given.
    """
    known: dict[str, Indicator | PerformanceMeasure] = {
        **{one.id: one for one in evaluation.indicators},
        **{one.id: one for one in evaluation.measures},
    }
    if about in known:
        return known[about]
    nearest = find_nearest(about, known)
    if nearest:
        mend = f'did you mean "{nearest}"?'
    else:
        mend = f"choose one of: {', '.join(known)}" if known else "add one to the evaluation first"
    fault = Fault("unknown-measure", f"no indicator or measure is called {show(about)}", mend)
    raise InvalidError("the curve", [fault])


def add_turning(evaluation: Evaluation, form: FilledForm, about: str) -> ReadBack:
    """Add a filled-in sheet to an evaluation: story, partners, ideas and actions of one curve.

    What was written at each step is also kept as it is, as the answers of a round.

    Parameters
    ----------
    evaluation
        The evaluation as it is kept, not as it is published.
    form
        What people wrote into the sheet that was printed for it.
    about
        The name of the indicator or performance measure.

    Raises
    ------
    InvalidError
        Naming all that cannot be read. Then nothing is added.
    """
    measure = find_measure(evaluation, about)
    stem = find_round_name(form)
    check_round_name(stem)
    faults = list(refuse_known(evaluation, form, stem))
    faults += _refuse_other(form, stem, about)
    known = tuple(list_turning_rooms(stem, list_rows(form, stem)))
    faults += form.find_strangers(known)
    meeting = read_meeting(form, stem, faults)
    is_indicator = isinstance(measure, Indicator)
    actions = read_actions(
        evaluation,
        form,
        stem,
        faults,
        indicators=(about,) if is_indicator else (),
        measured_by=() if is_indicator else (about,),
    )
    made = SheetMaking(evaluation, form, stem, about, meeting).make()
    if not (faults or made.responses or actions):
        found = "nothing is written in it but what was printed"
        mend = "write at least one answer before it is read"
        faults.append(Fault("not-filled-in", found, mend, file=form.file))
    if faults:
        raise InvalidError(form.file, faults)
    earlier = find_turning_rounds(evaluation, about)
    title = _name(measure)
    cycle = ReflectiveCycle(
        id=stem,
        title=f"Turning the curve: {title}",
        question_set=TURNING,
        responses=(*made.responses, *_keep_actions(actions, meeting, about)),
        follows=earlier[-1].id if earlier else "",
    )
    return ReadBack(
        evaluation=attrs.evolve(
            evaluation,
            cycles=(*evaluation.cycles, cycle),
            stories=(*evaluation.stories, *made.stories),
            partners=made.partners,
            ideas=(*evaluation.ideas, *made.ideas),
            actions=(*evaluation.actions, *actions),
        ),
        round=stem,
        added=(*made.added, *(f'New action "{one.id}": {one.text}' for one in actions)),
        notes=(*form.find_missing(known), *_find_left_out(form, meeting, made, actions)),
    )


def list_turning_rooms(stem: str, rows: tuple[int, ...]) -> Iterator[str]:
    """List the names of all places that a sheet for one curve has, in their order."""
    yield from (name_room(stem, part) for part in ("on", "role"))
    yield from (name_room(stem, part) for parts in STEPS.values() for part in parts)
    yield from (name_row(stem, row, column) for row in rows for column in COLUMNS)
    yield name_room(stem, "about")


def _name(measure: Indicator | PerformanceMeasure) -> str:
    said = measure.statement if isinstance(measure, Indicator) else measure.name
    return " ".join(said.split()).rstrip(".")


def _refuse_other(form: FilledForm, stem: str, about: str) -> Iterator[Fault]:
    room = name_room(stem, "about")
    if form.say(room) != about:
        found = f"the sheet is about {show(form.say(room))}, and it is to be read for {show(about)}"
        mend = "give the name that the sheet was printed for"
        yield Fault("another-curve", found, mend, path=(room,), file=form.file)


def _keep_actions(actions: tuple[Action, ...], meeting: Meeting, about: str) -> Iterator[Response]:
    for action in actions:
        yield Response(
            question="action-plan",
            text=action.text,
            role=meeting.role,
            on=meeting.on,
            evidence=[about],
        )


def _find_left_out(
    form: FilledForm, meeting: Meeting, made: SheetContents, actions: tuple[Action, ...]
) -> Iterator[Fault]:
    yield from find_no_meeting(form, meeting)
    if made.ideas and not any(idea.cost in (Cost.NONE, Cost.LOW) for idea in made.ideas):
        found = "there is no idea that costs nothing or little"
        yield Fault("no-cheap-idea", found, "find one, so that you can begin now", file=form.file)
    if not actions:
        found = "nothing was promised"
        mend = "choose at least one idea, with who and by when"
        yield Fault("no-actions", found, mend, file=form.file)
