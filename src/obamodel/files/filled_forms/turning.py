"""What does a filled-in sheet of a turn-the-curve meeting become in the evaluation?"""

from collections.abc import Iterator

import attrs
from attrs import frozen

from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.ideas import Cost, Idea
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.partners import Partner
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.rounds import TURNING, find_turning_rounds
from obamodel.domain.stories import Effect, Force, Origin, Story, Teller
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import (
    COLUMNS,
    Meeting,
    ReadBack,
    check_round_name,
    find_round_name,
    list_rows,
    name_anew,
    name_room,
    name_row,
    read_actions,
    read_meeting,
    refuse_known,
    split_lines,
)
from obamodel.files.naming import Names

FORCES = {
    "helps-inside": (Effect.HELPS, Origin.INTERNAL),
    "helps-around": (Effect.HELPS, Origin.EXTERNAL),
    "hinders-inside": (Effect.HINDERS, Origin.INTERNAL),
    "hinders-around": (Effect.HINDERS, Origin.EXTERNAL),
}
"""What forces each place holds: which way they push, and where they come from."""

IDEAS: dict[str, tuple[Cost, str]] = {
    "ideas-free": (Cost.NONE, ""),
    "ideas-cheap": (Cost.LOW, ""),
    "ideas-bold": (Cost.NOT_KNOWN, "an off-the-wall idea"),
    "ideas-other": (Cost.NOT_KNOWN, ""),
}
"""What ideas each place holds: what they cost, and what is said of where they come from."""

STEPS: dict[str, tuple[str, ...]] = {
    "data": ("data",),
    "story": ("story", *FORCES, "root", "find-out"),
    "partners": ("partners",),
    "what-works": tuple(IDEAS),
}
"""The places of each step, by the question of the set ``turn-the-curve`` that it answers."""

_ONLY_FORCES = "Told as forces that help and forces that hinder."
_SAID = {
    "helps-inside": "What helps, from inside",
    "helps-around": "What helps, from around us",
    "hinders-inside": "What hinders, from inside",
    "hinders-around": "What hinders, from around us",
    "root": "What lies under it",
    "find-out": "Still to find out",
    "ideas-free": "At no cost",
    "ideas-cheap": "At little cost",
    "ideas-bold": "Off the wall",
    "ideas-other": "Other ideas",
}


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
    made = _Making(evaluation, form, stem, about, meeting).make()
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


@frozen
class _Made:
    """What came out of a sheet."""

    responses: tuple[Response, ...]
    stories: tuple[Story, ...]
    partners: tuple[Partner, ...]
    ideas: tuple[Idea, ...]
    added: tuple[str, ...]


@frozen
class _Making:
    """Makes of the words on a sheet what an evaluation holds."""

    evaluation: Evaluation
    form: FilledForm
    round: str
    about: str
    meeting: Meeting

    def make(self) -> _Made:
        names = name_anew(self.evaluation)
        added = []
        stories = tuple(self._tell_story(names.give(f"{self.round}-story", instead="story")))
        for story in stories:
            forces = f"{len(story.forces)} force{'' if len(story.forces) == 1 else 's'}"
            added.append(f'New story "{story.id}", with {forces}.')
        partners = list(self.evaluation.partners)
        added += [self._add_partner(partners, line, names) for line in self._list("partners")]
        ideas: list[Idea] = []
        for part, (cost, said) in IDEAS.items():
            for line in self._list(part):
                name = names.give(f"{self.round}-idea-{len(ideas) + 1}", instead="idea")
                source = f"{self._source}: {said}" if said else self._source
                ideas.append(Idea(id=name, text=line, cost=cost, about=[self.about], source=source))
                added.append(f'New idea "{name}": {line}')
        return _Made(
            tuple(self._keep_words()), stories, tuple(partners), tuple(ideas), tuple(added)
        )

    @property
    def _source(self) -> str:
        day = f", {self.meeting.on.in_words()}" if self.meeting.on else ""
        return f"a meeting about the curve{day}"

    def _say(self, part: str) -> str:
        return self.form.say(name_room(self.round, part))

    def _list(self, part: str) -> tuple[str, ...]:
        return split_lines(self._say(part))

    def _tell_story(self, name: str) -> Iterator[Story]:
        forces = [
            Force(text=line, effect=effect, origin=origin)
            for part, (effect, origin) in FORCES.items()
            for line in self._list(part)
        ]
        told, roots, open_ends = self._say("story"), self._list("root"), self._list("find-out")
        if not (told or forces or roots or open_ends):
            return
        yield Story(
            id=name,
            text=told or _ONLY_FORCES,
            about=[self.about],
            forces=forces,
            root_causes=roots,
            told_by=[Teller(who=self.meeting.role)] if self.meeting.role else [],
            still_to_find_out=open_ends,
            source=self._source,
        )

    def _add_partner(self, partners: list[Partner], line: str, names: Names) -> str:
        name, _, part = (word.strip() for word in line.partition(":"))
        name = name or line
        for place, known in enumerate(partners):
            if " ".join(known.name.split()).casefold() == " ".join(name.split()).casefold():
                about = known.about if self.about in known.about else (*known.about, self.about)
                partners[place] = attrs.evolve(known, about=about, part=known.part or part)
                said = f'Partner "{known.id}" can help to turn this curve.'
                if part and known.part and part != known.part:
                    return f"{said} Its part stays ({known.part}); the sheet says: {part}"
                return said
        made = Partner(
            id=names.give(name, instead="partner", longest=60),
            name=name,
            part=part,
            about=[self.about],
            source=self._source,
        )
        partners.append(made)
        return f'New partner "{made.id}": {name}'

    def _keep_words(self) -> Iterator[Response]:
        """Keep what was written at each step as the answer to its question."""
        for question, parts in STEPS.items():
            said = [
                f"{_SAID[part]}:\n{written}" if part in _SAID else written
                for part in parts
                if (written := self._say(part))
            ]
            if said:
                yield Response(
                    question=question,
                    text="\n\n".join(said),
                    role=self.meeting.role,
                    on=self.meeting.on,
                    evidence=[self.about],
                )


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
    form: FilledForm, meeting: Meeting, made: _Made, actions: tuple[Action, ...]
) -> Iterator[Fault]:
    if meeting.on is None:
        yield Fault(
            "no-date", "it does not say when you met", "add it to the answers", file=form.file
        )
    if not meeting.role:
        found = "it does not say who took part"
        yield Fault("no-role", found, "add it to the answers, as roles or groups", file=form.file)
    if made.ideas and not any(idea.cost in (Cost.NONE, Cost.LOW) for idea in made.ideas):
        found = "there is no idea that costs nothing or little"
        yield Fault("no-cheap-idea", found, "find one, so that you can begin now", file=form.file)
    if not actions:
        found = "nothing was promised"
        mend = "choose at least one idea, with who and by when"
        yield Fault("no-actions", found, mend, file=form.file)
