"""Made-up evaluations of every shape, for tests that must hold for all of them.

Nouns are made from their own fields and rules, so that a new field is tried as soon as it is
there; only what must fit together within one noun is told here by hand.
"""

import datetime
import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs
from hypothesis import strategies as st

from obamodel.domain.baselines import Baseline, Expected, Method, Scenario
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.choices import Choice
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import DatePrecision, PartialDate, Season
from obamodel.domain.easy_read import EasyReadCheck
from obamodel.domain.evaluation import Evaluation, kinds_with_names
from obamodel.domain.feedback import Rating
from obamodel.domain.fields import ANYTHING, rule_of
from obamodel.domain.ideas import Idea
from obamodel.domain.judgements import Judgement
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, BetterOff, PerformanceMeasure
from obamodel.domain.periods import (
    ACADEMIC_YEAR,
    CALENDAR_YEAR,
    FINANCIAL_YEAR,
    Calendar,
    Frequency,
    Period,
)
from obamodel.domain.quantities import Count, Precision, Quantity
from obamodel.domain.questions import Question, QuestionSet
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.series import Flag, Observation, Series, SeriesKind
from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.files import list_question_sets, list_vocabularies, read_question_set

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


def _numbers() -> st.SearchStrategy[float]:
    """Numbers of both kinds, whole ones as well."""
    return st.integers(-(10**6), 10**6) | st.floats(-1e9, 1e9)


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


CALENDARS = (
    CALENDAR_YEAR,
    FINANCIAL_YEAR,
    ACADEMIC_YEAR,
    Calendar(month=11),
    Calendar(month=4, day=6),
)
# One period in each way that sources print them, with what some leave open.
PRINTED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("2014/15", {}),
    ("2014/15", {"calendar": "academic"}),
    ("2014-15", {"calendar": "financial"}),
    ("2014-15", {"pooled": 2}),
    ("2014/2015", {}),
    ("FY2014/15", {}),
    ("FYE Mar 2015", {}),
    ("2021/22 Q1", {}),
    ("Q1 2021/22", {}),
    ("2021Q1", {}),
    ("Jan 2014", {}),
    ("2014-01", {}),
    ("Jan 2014 - Dec 2014", {}),
    ("2009 - 11", {}),
    ("2009-11", {"pooled": 3}),
    ("2009-11", {"frequency": "month"}),
    ("2009\u20132011", {}),
    ("2015/16 - 19/20", {}),
    ("w/e 07/01/2011", {}),
    ("w/c 3 Jan 2011", {}),
    ("2011-W01", {}),
    ("2024April", {}),
    ("13/04/2011", {}),
)


@st.composite
def periods(draw: Draw) -> Period:
    """Periods of every kind, some as a source prints them."""
    if draw(st.booleans()):
        written, given = draw(st.sampled_from(PRINTED))
        return Period.parse(written, **given).shift(draw(st.integers(-300, 300)))
    # Far enough from the last year that one can go on from it for a while.
    day = draw(st.dates(datetime.date(2, 1, 1), datetime.date(9900, 12, 31)))
    frequency = draw(st.sampled_from(Frequency))
    period = Period.containing(day, frequency, draw(st.sampled_from(CALENDARS)))
    if frequency is Frequency.YEAR:
        return attrs.evolve(period, years=draw(st.integers(1, 5)))
    if frequency is Frequency.WEEK:
        return attrs.evolve(period, start=day)
    return period


# --- what must fit together within one noun ----------------------------------------------


def _fit_quantity(draw: Draw, given: dict[str, Any]) -> None:
    given.setdefault("precision", Precision.EXACT)
    if given["precision"] in (Precision.UNKNOWN, Precision.WITHHELD):
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


def _fit_easy_read_check(draw: Draw, given: dict[str, Any]) -> None:
    given["mark"] = draw(st.from_regex(r"[0-9a-f]{4}(-[0-9a-f]{4}){2}", fullmatch=True))
    given["on"] = draw(partial_dates().filter(lambda date: date.is_known))


def _fit_expected(draw: Draw, given: dict[str, Any]) -> None:
    lower, value, upper = sorted(draw(st.tuples(*[_numbers()] * 3)))
    given.pop("lower", None)
    given.pop("upper", None)
    given.update(value=value)
    if draw(st.booleans()):
        given.update(lower=lower, upper=upper)


def _fit_observation(draw: Draw, given: dict[str, Any]) -> None:
    lower, value, upper = sorted(draw(st.tuples(*[_numbers()] * 3)))
    if "missing" in given:
        for name in ("value", "lower", "upper"):
            given.pop(name, None)
    else:
        given["value"] = value
        given.update({"lower": lower} if "lower" in given else {})
        given.update({"upper": upper} if "upper" in given else {})
    if "denominator" in given:
        given["denominator"] = abs(given["denominator"]) + 1


def _fit_series(draw: Draw, given: dict[str, Any]) -> None:
    kind = given["kind"]
    given.pop("per", None)
    if kind in (SeriesKind.SHARE, SeriesKind.RATE):
        given["per"] = draw(st.sampled_from((1, 100, 10_000)))
    per = given.get("per", 1)
    counted = draw(st.booleans()) and kind not in (SeriesKind.COUNT, SeriesKind.SCORE)
    period = draw(periods())
    observations = []
    for _ in range(draw(st.integers(0, 4))):
        seen = {"period": period, **draw(_marks())}
        # Between 1 and 900, so that none is a thousand times the others.
        number = draw(st.integers(1, 900))
        if counted:
            seen.update(numerator=number, denominator=1000, value=number / 1000 * per)
        elif kind is SeriesKind.SHARE:
            # No percentages that could be fractions.
            seen["value"] = per * (0.1 + number / 1000)
        else:
            seen["value"] = number
        if draw(st.integers(0, 4)) == 0:
            seen = {"period": period, "missing": draw(texts())}
        elif draw(st.booleans()):
            seen.update(lower=seen["value"], upper=seen["value"])
        observations.append(Observation(**seen))
        period = period.shift(draw(st.integers(1, 3)))
    given["observations"] = observations


@st.composite
def _marks(draw: Draw) -> dict[str, Any]:
    marks: dict[str, Any] = {}
    if draw(st.integers(0, 2)) == 0:
        marks["note"] = draw(texts())
    if draw(st.integers(0, 2)) == 0:
        marks["flags"] = draw(st.lists(st.sampled_from(Flag), max_size=2))
    return marks


def _fit_baseline(draw: Draw, given: dict[str, Any]) -> None:
    for name in ("covariance", "widening", "freedom", "worthwhile", "worthwhile_judged", "ended"):
        given.pop(name, None)
    if given.get("method") is Method.GIVEN:
        given["agreed_by"] = draw(texts())
    steps = len(given["forecast"])
    if draw(st.booleans()):
        size = steps * (steps + 1) // 2
        given["covariance"] = draw(st.lists(_numbers(), min_size=size, max_size=size))
        above = st.floats(1, 9)
        given["widening"] = draw(st.lists(above, min_size=steps, max_size=steps))
        given["freedom"] = draw(st.none() | st.floats(1, 99))
    if draw(st.booleans()):
        given["worthwhile"] = draw(st.floats(1e-9, 1e9))
        given["worthwhile_judged"] = draw(nouns(Judgement, {}))
    if draw(st.booleans()):
        given["ended"] = given["forecast"][draw(st.integers(0, steps - 1))].period


def _fit_question_set(draw: Draw, given: dict[str, Any]) -> None:
    asked = draw(
        st.lists(nouns(Question, {}), min_size=1, max_size=3, unique_by=lambda one: one.id)
    )
    given["questions"] = asked


def _fit_vocabulary(draw: Draw, given: dict[str, Any]) -> None:
    given["words"] = draw(st.lists(nouns(Word, {}), max_size=3, unique_by=lambda one: one.idea))
    given["based_on"] = draw(st.sampled_from(["", *list_vocabularies()]))


def _fit_part(draw: Draw, given: dict[str, Any]) -> None:
    # One part of a count: those of other kinds are made with their breakdown.
    for name in ("number", "out_of", "value", "reason"):
        given.pop(name, None)
    if given.setdefault("state", PartState.COUNTED) is PartState.COUNTED:
        given["number"] = draw(st.integers(0, 50))
    else:
        given["reason"] = draw(texts())


def _fit_breakdown(draw: Draw, given: dict[str, Any]) -> None:
    for name in ("per", "whole", "whole_out_of", "not_stated"):
        given.pop(name, None)
    kind = given.setdefault("kind", SeriesKind.COUNT)
    named = draw(
        st.lists(
            texts(), min_size=1, max_size=4, unique_by=lambda one: " ".join(one.casefold().split())
        )
    )
    parts = [draw(nouns(Part, {}, name=name)) for name in named]
    if kind is not SeriesKind.COUNT:
        parts = [
            attrs.evolve(part, number=None, value=draw(st.integers(0, 1)), out_of=None)
            if part.is_counted
            else part
            for part in parts
        ]
    given["parts"] = parts
    if kind in (SeriesKind.SHARE, SeriesKind.RATE):
        given["per"] = draw(st.sampled_from([1, 100, 10000]))
    if kind is SeriesKind.COUNT and draw(st.booleans()):
        numbers = [part.number or 0 for part in parts]
        least = sum(numbers) if given["overlap"] is Overlap.EXCLUSIVE else max(numbers)
        given["not_stated"] = draw(st.integers(0, 3))
        given["whole"] = least + given["not_stated"] + draw(st.integers(0, 3))


FITS: dict[type, Callable[[Draw, dict[str, Any]], None]] = {
    Baseline: _fit_baseline,
    Breakdown: _fit_breakdown,
    Count: _fit_quantity,
    Quantity: _fit_quantity,
    Consent: _fit_consent,
    Rating: _fit_rating,
    EasyReadCheck: _fit_easy_read_check,
    Expected: _fit_expected,
    Observation: _fit_observation,
    Part: _fit_part,
    Series: _fit_series,
    Idea: _fit_idea,
    PerformanceMeasure: _fit_measure,
    QuestionSet: _fit_question_set,
    Vocabulary: _fit_vocabulary,
}

# Names that point to something of the same kind: given once all of that kind are known.
_CHAINS = {
    "counts": "subset_of",
    "cycles": "follows",
    "baselines": "replaces",
    "breakdowns": "reference",
}


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
    elif rule.part is Period:
        one = periods()
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
        one = _numbers()
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
    if "choices" in holding:  # two to choose from
        numbers |= {"outcomes": 1, "indicators": max(2, numbers["indicators"])}
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
        elif kind in names and kind not in ("cycles", "baselines"):
            given[kind] = [
                draw(nouns(part, names, **_chain(draw, kind, names[kind], index), id=name))
                for index, name in enumerate(names[kind])
            ]
        elif kind in wanted and kind not in names and kind in ("vocabulary", "protection"):
            given[kind] = draw(nouns(part, names))
        elif kind in wanted and kind not in names and kind != "choices":
            given[kind] = draw(st.lists(nouns(part, names), min_size=1, max_size=2))
    given["cycles"] = [
        draw(_cycles(names, given.get("question_sets", []), index, name))
        for index, name in enumerate(names.get("cycles", []))
    ]
    if "choices" in wanted:
        given["choices"] = draw(_choices(given))
    baselines: list[Baseline] = []
    for name in names.get("baselines", []):
        baselines.append(draw(_baselines(names, given["series"], baselines, name)))
    return Evaluation(**given, baselines=baselines)


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


@st.composite
def _choices(draw: Draw, given: dict[str, Any]) -> list[Choice]:
    """Choices among the indicators of one outcome, or the measures of one service."""
    lists: dict[str, list[str]] = {}
    for one in given.get("indicators", []):
        lists.setdefault(one.outcome, []).append(one.id)
    for one in given.get("measures", []):
        lists.setdefault(one.service, []).append(one.id)
    to_choose_from = [names for names in lists.values() if len(names) > 1]
    if not to_choose_from:
        return []
    chosen, *others = draw(st.sampled_from(to_choose_from).flatmap(st.permutations))
    over = others[: draw(st.integers(1, len(others)))]
    return [Choice(chosen=chosen, over=over, judged=draw(nouns(Judgement, {})))]


@st.composite
def _baselines(
    draw: Draw, names: Names, series: list[Series], earlier: list[Baseline], name: str
) -> Baseline:
    """One baseline whose periods are of the kind that its series has."""
    about = draw(st.sampled_from(series))
    start = about.observations[0].period if about.observations else draw(periods())
    length, steps = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    times = [start.shift(step) for step in range(length + steps)]
    frozen = draw(nouns(Judgement, {}))
    others = [
        each.id
        for each in series
        if each is not about
        and not (each.observations and not each.observations[0].period.comparable_with(start))
    ]
    replaced = [
        each.id
        for each in earlier
        if each.series == about.id
        and not (
            (after := each.frozen.on.earliest())
            and (before := frozen.on.latest())
            and after > before
        )
    ]
    more: dict[str, Any] = {}
    if replaced and draw(st.booleans()):
        more["replaces"] = draw(st.sampled_from(replaced))
    if others and draw(st.booleans()):
        more["comparisons"] = draw(st.lists(st.sampled_from(others), unique=True, max_size=2))
    expected = [nouns(Expected, {}, period=one) for one in times[length:]]
    baseline: Baseline = draw(
        nouns(
            Baseline,
            {},
            id=name,
            series=about.id,
            frozen=frozen,
            history=[draw(nouns(Observation, {}, period=one)) for one in times[:length]],
            forecast=[draw(one) for one in expected],
            scenarios=draw(
                st.lists(nouns(Scenario, {}, values=[draw(one) for one in expected]), max_size=2)
            ),
            **more,
        )
    )
    return baseline
