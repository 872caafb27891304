"""An ordered set of questions, with who asked them first."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    identifier,
    many,
    prose,
    to_tuple,
)
from obamodel.errors import Fault


class QuestionSetKind(StrEnum):
    """How a set of questions is used."""

    CYCLE = "cycle"
    QUESTIONS = "questions"
    SCALE = "scale"


class Wording(StrEnum):
    """Whose words the questions are in."""

    OURS = "ours"
    THEIRS = "theirs"


@documented
@frozen(kw_only=True)
class Question:
    """One question of a set, at its stage."""

    id: str = field(metadata=identifier())
    stage: str = field(metadata=prose("The name of its stage, standard or principle."))
    text: str = field(metadata=prose("The question."))
    help: str = field(default="", metadata=prose("A sentence that helps to answer it."))
    leads_to_action: bool = field(
        default=False, metadata=flag("Whether answers to it become actions.")
    )

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class QuestionSet:
    """An ordered set of questions with an attribution: data, so that anybody can add one."""

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("What it is called."))
    kind: QuestionSetKind = field(metadata=choice(QuestionSetKind, "How it is used."))
    attribution: str = field(metadata=prose("Who made it, and where."))
    wording: Wording = field(metadata=choice(Wording, "Whose words the questions are in."))
    questions: tuple[Question, ...] = field(
        converter=to_tuple, metadata=many(Question, "The questions, in their order.")
    )
    note: str = field(default="", metadata=prose("What to know before using it."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for index, question in enumerate(self.questions):
            if question.id in seen:
                yield Fault(
                    "named-twice",
                    f'two questions are called "{question.id}"',
                    "give each a name of its own",
                    path=("questions", index, "id"),
                )
            seen.add(question.id)
        if not self.questions:
            yield Fault(
                "no-questions", "there are no questions", "write one or more", path=("questions",)
            )
