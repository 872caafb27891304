"""Made-up evaluations of every shape, for tests that must hold for all of them.

Nouns are made from their own fields and rules, so that a new field is tried as soon as it is
there; only what must fit together within one noun is told here by hand.
"""

import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs
from hypothesis import strategies as st

from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import DatePrecision, PartialDate, Season
from obamodel.domain.evaluation import Evaluation, kinds_with_names
from obamodel.domain.feedback import Rating
from obamodel.domain.fields import ANYTHING, rule_of
from obamodel.domain.ideas import Idea
from obamodel.domain.judgements import Judgement
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, BetterOff, PerformanceMeasure
from obamodel.domain.quantities import Count, Precision, Quantity
from obamodel.domain.questions import Question, QuestionSet
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.files import list_question_sets, read_question_set

Draw = Callable[[st.SearchStrategy[Any]], Any]
Names = dict[str, list[str]]

# Texts on which writers and readers of files come to grief.
AWKWARD = (
    '"quoted"',
    "it's, isn't it",
    "'''",
    '"""',
    'ends with """',
    "back\\slash",
    "\\",
    "two\nlines",
    "\nbegins and ends with a line end\n",
    "a\n\n\nb",
    " spaces around ",
    "\ttab\t",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@here",
    "# not a comment",
    "; no separator, either",
    "a,b",
    '",\n"',
    "[[factors]]",
    "key = 1",
    "true",
    "null",
    "nan",
    "1_000",
    "2011-08-05",
    "£5, café, naïve; 中文; עברית; हिन्दी",
    "👩‍👩‍👧",
    "\u2028line\u2029end",
    "\ufeffmark",
    "\u202eturned",
    "{{ template }} </script> <!--",
    "${HOME} %s %(a)s {0}",
    "x" * 300,
)


@functools.cache
def texts() -> st.SearchStrategy[str]:
    """Words, among them awkward ones; never only spaces."""
    free = st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
        | st.sampled_from("\n\t"),
        min_size=1,
        max_size=12,
    )
    return (st.sampled_from(AWKWARD) | free).filter(lambda text: bool(text.strip()))


@functools.cache
def identifiers() -> st.SearchStrategy[str]:
    """Short names as they are given to things."""
    return st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)


@st.composite
def partial_dates(draw: Draw) -> PartialDate:
    """Dates of every precision."""
    precision = draw(st.sampled_from(DatePrecision))
    if precision is DatePrecision.UNKNOWN:
        return PartialDate(precision=precision, reason=draw(texts()).strip())
    known: dict[str, Any] = {"year": draw(st.integers(1, 9998)), "about": draw(st.booleans())}
    if precision is DatePrecision.SEASON:
        known["season"] = draw(st.sampled_from(Season))
    if precision in (DatePrecision.MONTH, DatePrecision.DAY):
        known["month"] = draw(st.integers(1, 12))
    if precision is DatePrecision.DAY:
        known["day"] = draw(st.integers(1, 28))
    return PartialDate(precision=precision, **known)


# --- what must fit together within one noun ----------------------------------------------


def _fit_quantity(draw: Draw, given: dict[str, Any]) -> None:
    if given.setdefault("precision", Precision.EXACT) is Precision.UNKNOWN:
        given.pop("value", None)
        given["reason"] = draw(texts())
    else:
        # A part must not be larger than what it is a part of, as far as that is sure: so all
        # exact numbers are the same, and none is known to be at least more than that.
        most = {Precision.EXACT: 12, Precision.AT_LEAST: 12}.get(given["precision"], 2**63 - 1)
        least = 12 if given["precision"] is Precision.EXACT else 0
        given["value"] = draw(st.integers(least, most))


def _fit_consent(draw: Draw, given: dict[str, Any]) -> None:
    if given.get("state") is ConsentState.ALREADY_PUBLISHED:
        given["source"] = draw(texts())


def _fit_rating(draw: Draw, given: dict[str, Any]) -> None:
    numbers = st.integers(-5, 5) | st.floats(-1e9, 1e9)
    lowest, value, highest = sorted(draw(st.tuples(numbers, numbers, numbers)))
    given.update(value=value)
    for name, end in (("lowest", lowest), ("highest", highest)):
        if given.pop(name, None) is not None:
            given[name] = end


def _fit_idea(draw: Draw, given: dict[str, Any]) -> None:
    if {"specificity", "leverage", "values", "reach"} & given.keys() and "rated" not in given:
        given["rated"] = draw(nouns(Judgement, {}))


def _fit_measure(draw: Draw, given: dict[str, Any]) -> None:
    given.pop("better_off", None)
    if given["quadrant"] in BETTER_OFF_QUADRANTS:
        given["better_off"] = draw(st.lists(st.sampled_from(BetterOff), min_size=1, max_size=2))


def _fit_question_set(draw: Draw, given: dict[str, Any]) -> None:
    asked = draw(
        st.lists(nouns(Question, {}), min_size=1, max_size=3, unique_by=lambda one: one.id)
    )
    given["questions"] = asked


def _fit_vocabulary(draw: Draw, given: dict[str, Any]) -> None:
    given["words"] = draw(st.lists(nouns(Word, {}), max_size=3, unique_by=lambda one: one.idea))


FITS: dict[type, Callable[[Draw, dict[str, Any]], None]] = {
    Count: _fit_quantity,
    Quantity: _fit_quantity,
    Consent: _fit_consent,
    Rating: _fit_rating,
    Idea: _fit_idea,
    PerformanceMeasure: _fit_measure,
    QuestionSet: _fit_question_set,
    Vocabulary: _fit_vocabulary,
}

# Names that point to something of the same kind: given once all of that kind are known.
_CHAINS = {"counts": "subset_of", "cycles": "follows"}


@st.composite
def nouns(draw: Draw, /, noun: type, names: Names, **fixed: Any) -> Any:
    """One noun of a class, whose references are among the names there are."""
    given: dict[str, Any] = dict(fixed)
    for attribute in attrs.fields(noun):
        if attribute.name in given or attribute.name in _CHAINS.values():
            continue
        is_wanted = attribute.default is attrs.NOTHING
        if not is_wanted and draw(st.integers(0, 2)) > 0:
            continue
        values = _values(attribute, names)
        if values is not None:
            given[attribute.name] = draw(values)
    if noun in FITS:
        FITS[noun](draw, given)
    return noun(**given)


def _values(attribute: "attrs.Attribute[Any]", names: Names) -> st.SearchStrategy[Any] | None:
    """What a field may hold; nothing where it must refer to something and there is nothing."""
    rule = rule_of(attribute)
    is_list = "tuple" in str(attribute.type)
    if rule.refers_to:
        known = sorted(
            name
            for kind, held in names.items()
            if kind in rule.refers_to or ANYTHING in rule.refers_to
            for name in held
        )
        if not known:
            return None
        one: st.SearchStrategy[Any] = st.sampled_from(known)
        return st.lists(one, unique=True, max_size=3) if is_list else one
    if rule.part is PartialDate:
        one = partial_dates()
    elif rule.part is not None and issubclass(rule.part, StrEnum):
        one = st.sampled_from(rule.part)
    elif rule.part is not None:
        one = nouns(rule.part, names)
    elif rule.pattern:
        one = identifiers()
    elif attribute.type is bool:
        one = st.booleans()
    elif "int" in str(attribute.type):
        one = st.integers(rule.at_least or 0, 50)
    elif "float" in str(attribute.type):
        one = st.floats(-1e9, 1e9)
    else:
        one = texts()
    return st.lists(one, max_size=3) if is_list else one


# --- the whole -----------------------------------------------------------------------------


@functools.cache
def _needs() -> dict[str, tuple[str, ...]]:
    """The kinds without which a thing of each kind cannot be: those it must refer to."""
    return {
        attribute.name: tuple(
            rule.refers_to[0]
            for field in attrs.fields(part)
            if field.default is attrs.NOTHING and (rule := rule_of(field)).refers_to
        )
        for attribute in attrs.fields(Evaluation)
        if (part := rule_of(attribute).part) is not None
    }


KINDS = tuple(_needs())


@st.composite
def evaluations(draw: Draw, holding: tuple[str, ...] = (), most: int = 6) -> Evaluation:
    """Whole evaluations with some of the kinds of things there are, referring to one another.

    Parameters
    ----------
    holding
        Kinds of things of which there is to be at least one.
    most
        The most kinds that are drawn besides, each with one to three things.
    """
    drawn = draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=most))
    wanted = list(dict.fromkeys((*holding, *drawn)))
    for kind in wanted:
        wanted += [needed for needed in _needs()[kind] if needed not in wanted]
    numbers = {kind: draw(st.integers(1, 3)) for kind in wanted if kind in kinds_with_names()}
    taken = draw(
        st.lists(
            identifiers(),
            unique=True,
            min_size=sum(numbers.values()),
            max_size=sum(numbers.values()),
        )
    )
    supply = iter(taken)
    names: Names = {kind: [next(supply) for _ in range(number)] for kind, number in numbers.items()}
    given: dict[str, Any] = {}
    for attribute in attrs.fields(Evaluation):
        kind, part = attribute.name, rule_of(attribute).part
        if part is None:
            if attribute.default is attrs.NOTHING or draw(st.integers(0, 3)) == 0:
                values = _values(attribute, names)
                assert values is not None
                given[kind] = draw(values)
        elif kind in names and kind != "cycles":
            given[kind] = [
                draw(nouns(part, names, **_chain(draw, kind, names[kind], index), id=name))
                for index, name in enumerate(names[kind])
            ]
        elif kind in wanted and kind not in names and kind == "vocabulary":
            given[kind] = draw(nouns(part, names))
        elif kind in wanted and kind not in names:
            given[kind] = draw(st.lists(nouns(part, names), min_size=1, max_size=2))
    given["cycles"] = [
        draw(_cycles(names, given.get("question_sets", []), index, name))
        for index, name in enumerate(names.get("cycles", []))
    ]
    return Evaluation(**given)


def _chain(draw: Draw, kind: str, names: list[str], index: int) -> dict[str, str]:
    if kind not in _CHAINS or not index or draw(st.booleans()):
        return {}
    return {_CHAINS[kind]: draw(st.sampled_from(names[:index]))}


@st.composite
def _cycles(
    draw: Draw, names: Names, own: list[QuestionSet], index: int, name: str
) -> ReflectiveCycle:
    known = [one for one in list_question_sets() if one not in {each.id for each in own}]
    asked = draw(st.sampled_from([*own, *map(read_question_set, known)]))
    question = st.sampled_from([question.id for question in asked.questions])
    responses = draw(
        st.lists(question.flatmap(lambda one: nouns(Response, names, question=one)), max_size=2)
    )
    chained = _chain(draw, "cycles", names["cycles"], index)
    cycle: ReflectiveCycle = draw(
        nouns(
            ReflectiveCycle, names, id=name, question_set=asked.id, responses=responses, **chained
        )
    )
    return cycle
