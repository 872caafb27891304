"""What stands on a filled-in sheet: the story and its forces, partners, ideas, and the words."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Cost, Idea
from obamodel.domain.partners import Partner
from obamodel.domain.reflection import Response
from obamodel.domain.stories import Effect, Force, Origin, Story, Teller
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import Meeting, name_anew, name_room, split_lines
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


@frozen
class SheetContents:
    """What came out of a sheet."""

    responses: tuple[Response, ...]
    stories: tuple[Story, ...]
    partners: tuple[Partner, ...]
    ideas: tuple[Idea, ...]
    added: tuple[str, ...]


@frozen
class SheetMaking:
    """Makes of the words on a sheet what an evaluation holds."""

    evaluation: Evaluation
    form: FilledForm
    round: str
    about: str
    meeting: Meeting

    def make(self) -> SheetContents:
        """Make everything, with a line for each new thing."""
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
        return SheetContents(
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
