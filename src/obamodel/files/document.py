"""Between an evaluation and the one mapping that all its files make up together."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from obamodel.domain.evaluation import Evaluation, check_references
from obamodel.domain.fields import ANYTHING, Rule, rule_of, show
from obamodel.domain.frozen import find_changed_parts
from obamodel.errors import Fault, InvalidError, Step
from obamodel.files.conversion import structure, unstructure
from obamodel.files.homes import SCHEMA_KEY, SCHEMA_VERSION
from obamodel.files.question_sets import check_cycles
from obamodel.files.showing import show_value
from obamodel.files.vocabularies import check_vocabulary

# What can be said of one key whatever stands beside it, even in a file that is not whole.
_SURE = {
    *("ambiguous-period", "bad-period", "spreadsheet-date"),
    *("bad-date", "bad-name", "blank", "many-for-one", "named-twice", "not-finite", "nothing"),
    *("one-for-many", "too-large"),
    *("too-small", "unknown-choice", "unknown-key", "unwritable-character", "wrong-type"),
    *("refers-to-nothing", "wrong-kind-of-reference"),
}
_REFERENCE = {"refers-to-nothing", "wrong-kind-of-reference", "unknown-question-set"}


@frozen
class DocumentReading:
    """What was read: the evaluation, or everything that is wrong."""

    evaluation: Evaluation | None
    faults: tuple[Fault, ...]


def write_document(evaluation: Evaluation) -> dict[str, Any]:
    """Write an evaluation as one plain mapping, its schema version first.

    Examples
    --------
    >>> write_document(Evaluation(id="small", title="A small one"))
    {'schema_version': 1, 'id': 'small', 'title': 'A small one'}
    """
    return {SCHEMA_KEY: SCHEMA_VERSION, **unstructure(evaluation)}


def read_document(document: Mapping[str, Any], unread: Collection[str] = ()) -> DocumentReading:
    """Read an evaluation from one mapping, or find everything that is wrong with it.

    Parameters
    ----------
    document
        The mapping, with its schema version.
    unread
        The keys whose file could not be read, or only in part: nothing is said to be missing
        that may stand there.

    Returns
    -------
    DocumentReading
        The evaluation, or the faults: each with its path, none of them twice.
    """
    faults: dict[tuple[Step, ...], list[Fault]] = {}

    def add(fault: Fault, *, only_news: bool = False) -> None:
        others = faults.setdefault(fault.path, [])
        if fault not in others and not (only_news and others):
            others.append(fault)

    if SCHEMA_KEY not in unread:
        for fault in check_version(document):
            if fault.code == "newer-schema":
                # What a newer form allows, this one cannot judge.
                return DocumentReading(None, (fault,))
            add(fault)
    content = {key: value for key, value in document.items() if key != SCHEMA_KEY}
    evaluation = None
    try:
        evaluation = structure(content, Evaluation)
    except InvalidError as error:
        for fault in error.faults:
            add(fault)
        for fault in check_references(content):
            add(fault, only_news=True)
    for fault in (*check_cycles(content), *check_vocabulary(content)):
        add(fault, only_news=True)
    told = [fault for listed in faults.values() for fault in listed if _is_sure(fault, unread)]
    return DocumentReading(
        None if told or unread else evaluation,
        tuple(_describe(fault, document) for fault in told),
    )


def check_kept(evaluation: Evaluation, reading: DocumentReading, what: str) -> None:
    """Refuse to write anything that would not be read back as the same evaluation.

    Raises
    ------
    InvalidError
        With what a reader would say.
    """
    if reading.faults:
        raise InvalidError(what, reading.faults)
    if reading.evaluation != evaluation:
        found, mend = "it would not be read back the same", "please tell us: this is our mistake"
        raise InvalidError(what, [Fault("not-kept", found, mend)])


def check_frozen(old: Evaluation, new: Evaluation, what: str, file: str) -> None:
    """Refuse to write a baseline anew that was frozen before: it is never recomputed quietly.

    Parameters
    ----------
    old, new
        What is kept, and what is to be kept in its place.
    what, file
        Where that is, and in which file of it the baselines stand.

    Raises
    ------
    InvalidError
        Naming each baseline that would change, and what in it.
    """
    faults = [
        Fault(
            "frozen-baseline-changed",
            f"{show(name)} was frozen before, and this would change its {', '.join(parts)}",
            f'give the new one another id, and write replaces = "{name}" in it',
            path=("baselines", index),
            file=file,
        )
        for index, name, parts in find_changed_parts(old.baselines, new.baselines)
    ]
    if faults:
        raise InvalidError(what, faults)


def check_version(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Find a schema version that is missing, not a number, or not known to this library."""
    mend = f"write {SCHEMA_KEY} = {SCHEMA_VERSION}"
    if SCHEMA_KEY not in document:
        found = "nothing says in which form this is written"
        yield Fault("missing", found, f"{mend}, before everything else", path=(SCHEMA_KEY,))
        return
    version = document[SCHEMA_KEY]
    if type(version) is not int:
        found = f"found {show_value(version)}"
        yield Fault("wrong-type", found, mend, path=(SCHEMA_KEY,))
    elif version > SCHEMA_VERSION:
        yield Fault(
            "newer-schema",
            f"it was written by a newer obamodel (schema {show_value(version)}); "
            f"this one reads up to {SCHEMA_VERSION}",
            "upgrade obamodel",
            path=(SCHEMA_KEY,),
        )
    elif version < SCHEMA_VERSION:
        found = f"there is no schema {show_value(version)}"
        yield Fault("unknown-schema", found, mend, path=(SCHEMA_KEY,))


def _is_sure(fault: Fault, unread: Collection[str]) -> bool:
    """Whether a fault stands, whatever the files that could not be read may hold."""
    if not unread:
        return True
    if fault.path[0] in unread and fault.code not in _SURE:
        return False
    if fault.code not in _REFERENCE:
        return True
    rule = _find_rule(fault.path)
    kinds = rule.refers_to if rule is not None else ()
    if fault.code == "unknown-question-set":
        kinds = ("question_sets",)
    return ANYTHING not in kinds and not any(kind in unread for kind in kinds)


def _find_rule(path: tuple[Step, ...]) -> Rule | None:
    noun: type | None = Evaluation
    rule = None
    for step in path:
        if isinstance(step, str):
            if noun is None or not attrs.has(noun) or step not in attrs.fields_dict(noun):
                return None
            rule = rule_of(attrs.fields_dict(noun)[step])
            noun = rule.part
    return rule


def _describe(fault: Fault, document: Mapping[str, Any]) -> Fault:
    """Say in the words of files, not of Python, what was found in place of something else."""
    if fault.code != "wrong-type":
        return fault
    value: Any = document
    for step in fault.path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return fault
    return attrs.evolve(fault, found=f"found {show_value(value)}")
