"""The question sets that come with the library, and an evaluation's own."""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.questions import QuestionSet
from obamodel.domain.reflection import ReflectiveCycle, Response, find_unknown_questions
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.conversion import structure

_FOLDER = files("obamodel.templates") / "question_sets"


@functools.cache
def list_question_sets() -> tuple[str, ...]:
    """Return the names of the question sets that come with the library.

    Examples
    --------
    >>> "gibbs" in list_question_sets()
    True
    """
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@functools.cache
def read_question_set(id: str) -> QuestionSet:
    """Read a question set that comes with the library.

    Parameters
    ----------
    id
        Its name, one of those that :func:`list_question_sets` gives.

    Raises
    ------
    InvalidError
        When there is no such set; the nearest name is given.

    Examples
    --------
    >>> [question.stage for question in read_question_set("rolfe").questions]
    ['What?', 'So what?', 'Now what?']
    """
    if id not in list_question_sets():
        raise InvalidError("question set", [_refuse_name(id, list_question_sets())])
    text = (_FOLDER / f"{id}.toml").read_text(encoding="utf-8")
    return structure(tomllib.loads(text), QuestionSet)


def find_question_set(evaluation: Evaluation, id: str) -> QuestionSet:
    """Find a question set by its name: one of the evaluation's own, or one that comes along.

    Raises
    ------
    InvalidError
        When there is no such set; the nearest name is given.
    """
    for own in evaluation.question_sets:
        if own.id == id:
            return own
    if id not in list_question_sets():
        known = (*(own.id for own in evaluation.question_sets), *list_question_sets())
        raise InvalidError("question set", [_refuse_name(id, known)])
    return read_question_set(id)


def check_cycles(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Find rounds of reflection that answer an unknown question set, or questions it does not ask.

    Parameters
    ----------
    document
        The mapping an evaluation is read from, whether or not the rest of it is right.
    """
    own = {
        each["id"]: each
        for each in _go_through_tables(document.get("question_sets"))
        if isinstance(each.get("id"), str)
    }
    cycles = document.get("cycles")
    for index, cycle in enumerate(cycles if isinstance(cycles, list) else ()):
        name = cycle.get("question_set") if isinstance(cycle, Mapping) else None
        if not isinstance(name, str):
            continue
        if name not in own and name not in list_question_sets():
            fault = _refuse_name(name, (*own, *list_question_sets()))
            yield fault.under("cycles", index, "question_set")
            continue
        try:
            asked = structure(own[name], QuestionSet) if name in own else read_question_set(name)
        except InvalidError:
            # What is wrong with the set is named where it stands.
            continue
        for fault in _check_responses(cycle.get("responses"), asked):
            yield fault.under("cycles", index)


def _check_responses(responses: Any, asked: QuestionSet) -> Iterator[Fault]:
    """Check each answer by itself, so that one that is wrong in itself hides no other."""
    for index, response in enumerate(responses if isinstance(responses, list) else ()):
        question = response.get("question") if isinstance(response, Mapping) else None
        try:
            # Whatever stands there is tried: what is no name at all is refused, and passed over.
            answer = Response(question=question, text="answer")  # type: ignore[arg-type]
        except InvalidError:
            continue
        cycle = ReflectiveCycle(
            id="round", title="round", question_set=asked.id, responses=[answer]
        )
        for fault in find_unknown_questions(cycle, asked):
            yield attrs.evolve(fault, path=("responses", index, "question"))


def _go_through_tables(value: Any) -> Iterator[Mapping[str, Any]]:
    for each in value if isinstance(value, list) else ():
        if isinstance(each, Mapping):
            yield each


def _refuse_name(name: str, known: tuple[str, ...]) -> Fault:
    nearest = find_nearest(name, known)
    return Fault(
        "unknown-question-set",
        f"there is no question set called {show(name)}",
        f'did you mean "{nearest}"?' if nearest else "choose one of: " + ", ".join(known),
    )
