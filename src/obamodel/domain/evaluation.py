"""Everything agreed about one evaluation, checked as one whole."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from obamodel.domain.actions import Action
from obamodel.domain.activities import (
    AccessAdjustment,
    Activity,
    Eligibility,
    GroupReached,
    Safeguard,
)
from obamodel.domain.baselines import Baseline
from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.changes import Change
from obamodel.domain.choices import Choice
from obamodel.domain.contributions import Contribution
from obamodel.domain.curves import SchematicCurve
from obamodel.domain.easy_read import EasyReadCheck, PlainWords
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.feedback import Feedback
from obamodel.domain.fields import (
    ANYTHING,
    IDENTIFIER,
    check,
    documented,
    find_references,
    identifier,
    many,
    one,
    prose,
    prose_list,
    rule_of,
    show,
    to_tuple,
)
from obamodel.domain.frozen import check_baselines
from obamodel.domain.ideas import Idea
from obamodel.domain.indicators import Indicator
from obamodel.domain.influences import Influence
from obamodel.domain.learning import Lesson, SuccessFactor
from obamodel.domain.losses import Loss
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.method import (
    Abbreviation,
    Assessment,
    Citation,
    DocumentVersion,
    EvaluationStage,
    Event,
)
from obamodel.domain.outcomes import Outcome
from obamodel.domain.partners import Partner
from obamodel.domain.population import Population, ResponsibleBody
from obamodel.domain.products import Product
from obamodel.domain.protection import Protection
from obamodel.domain.quantities import Count, Precision
from obamodel.domain.questions import QuestionSet
from obamodel.domain.recommendations import Recommendation, Request
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.domain.risks import Risk
from obamodel.domain.series import Series
from obamodel.domain.services import Customers, Service
from obamodel.domain.stories import Story
from obamodel.domain.targets import Target
from obamodel.domain.vocabulary import Vocabulary
from obamodel.domain.waivers import Waiver
from obamodel.errors import Fault, find_nearest


@documented
@frozen(kw_only=True)
class Evaluation:
    """Everything agreed about one evaluation; every name in it refers to something in it.

    Names are unique across the whole evaluation, so that evidence can be given by name alone.

    Examples
    --------
    >>> from obamodel.domain.outcomes import Outcome
    >>> from obamodel.domain.population import Population
    >>> evaluation = Evaluation(
    ...     id="small",
    ...     title="A small evaluation",
    ...     populations=[Population(id="adults", name="Adults", who="all adults in Essex")],
    ...     outcomes=[Outcome(id="heard", statement="Views are heard.", population="adults")],
    ... )
    >>> evaluation.find("heard").statement
    'Views are heard.'
    """

    id: str = field(metadata=identifier("The evaluation's own short name."))
    title: str = field(metadata=prose("The title a report gets."))
    summary: str = field(default="", metadata=prose("What was evaluated and found, in brief."))
    framework: str = field(
        default="Outcomes Based Accountability",
        metadata=prose("The framework's name; always the same one."),
    )
    framework_reason: str = field(default="", metadata=prose("Why this framework was chosen."))
    background: str = field(default="", metadata=prose("How the work came about."))
    drivers: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What people hoped to make better.")
    )
    challenges: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What was expected to be hard.")
    )
    conclusion: str = field(default="", metadata=prose("What the group concludes."))
    source: str = field(default="", metadata=prose("The document the facts come from."))
    protection: Protection | None = field(
        default=None, metadata=one(Protection, "By which rules small numbers are protected.")
    )

    populations: tuple[Population, ...] = field(
        converter=to_tuple, default=(), metadata=many(Population, "For whom.")
    )
    responsible_bodies: tuple[ResponsibleBody, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(ResponsibleBody, "Who is responsible for them."),
    )
    outcomes: tuple[Outcome, ...] = field(
        converter=to_tuple, default=(), metadata=many(Outcome, "What is wanted for them.")
    )
    indicators: tuple[Indicator, ...] = field(
        converter=to_tuple, default=(), metadata=many(Indicator, "How we would recognise it.")
    )
    services: tuple[Service, ...] = field(
        converter=to_tuple, default=(), metadata=many(Service, "The services that help.")
    )
    customers: tuple[Customers, ...] = field(
        converter=to_tuple, default=(), metadata=many(Customers, "The people they serve.")
    )
    factor_groups: tuple[FactorGroup, ...] = field(
        converter=to_tuple, default=(), metadata=many(FactorGroup, "Factors that belong together.")
    )
    factors: tuple[Factor, ...] = field(
        converter=to_tuple, default=(), metadata=many(Factor, "What the service is judged by.")
    )
    measures: tuple[PerformanceMeasure, ...] = field(
        converter=to_tuple, default=(), metadata=many(PerformanceMeasure, "How it does.")
    )
    counts: tuple[Count, ...] = field(
        converter=to_tuple, default=(), metadata=many(Count, "What was counted.")
    )
    breakdowns: tuple[Breakdown, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(Breakdown, "Numbers by the groups or places that make them up."),
    )
    series: tuple[Series, ...] = field(
        converter=to_tuple, default=(), metadata=many(Series, "What was observed over time.")
    )
    baselines: tuple[Baseline, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(Baseline, "Where we have been and where we are heading if nothing changes."),
    )
    targets: tuple[Target, ...] = field(
        converter=to_tuple, default=(), metadata=many(Target, "What is wished for, by when.")
    )
    choices: tuple[Choice, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(Choice, "Which of two or more, if only one could be had."),
    )
    activities: tuple[Activity, ...] = field(
        converter=to_tuple, default=(), metadata=many(Activity, "What was delivered.")
    )
    groups_reached: tuple[GroupReached, ...] = field(
        converter=to_tuple, default=(), metadata=many(GroupReached, "Groups seldom heard, reached.")
    )
    access_adjustments: tuple[AccessAdjustment, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(AccessAdjustment, "How taking part was eased."),
    )
    safeguards: tuple[Safeguard, ...] = field(
        converter=to_tuple, default=(), metadata=many(Safeguard, "What kept people safe.")
    )
    eligibility: tuple[Eligibility, ...] = field(
        converter=to_tuple, default=(), metadata=many(Eligibility, "Who was invited.")
    )
    products: tuple[Product, ...] = field(
        converter=to_tuple, default=(), metadata=many(Product, "What was made.")
    )
    feedback: tuple[Feedback, ...] = field(
        converter=to_tuple, default=(), metadata=many(Feedback, "What people said.")
    )
    influences: tuple[Influence, ...] = field(
        converter=to_tuple, default=(), metadata=many(Influence, "What views changed.")
    )
    changes: tuple[Change, ...] = field(
        converter=to_tuple, default=(), metadata=many(Change, "What changed for people.")
    )
    contributions: tuple[Contribution, ...] = field(
        converter=to_tuple, default=(), metadata=many(Contribution, "What helps which indicator.")
    )
    curves: tuple[SchematicCurve, ...] = field(
        converter=to_tuple, default=(), metadata=many(SchematicCurve, "Curves in words.")
    )
    stories: tuple[Story, ...] = field(
        converter=to_tuple, default=(), metadata=many(Story, "The stories behind the curves.")
    )
    partners: tuple[Partner, ...] = field(
        converter=to_tuple, default=(), metadata=many(Partner, "Who has a part to play.")
    )
    ideas: tuple[Idea, ...] = field(
        converter=to_tuple, default=(), metadata=many(Idea, "What might work.")
    )
    actions: tuple[Action, ...] = field(
        converter=to_tuple, default=(), metadata=many(Action, "What was decided.")
    )
    cycles: tuple[ReflectiveCycle, ...] = field(
        converter=to_tuple, default=(), metadata=many(ReflectiveCycle, "Rounds of reflection.")
    )
    question_sets: tuple[QuestionSet, ...] = field(
        converter=to_tuple, default=(), metadata=many(QuestionSet, "Question sets of its own.")
    )
    lessons: tuple[Lesson, ...] = field(
        converter=to_tuple, default=(), metadata=many(Lesson, "What was learned.")
    )
    success_factors: tuple[SuccessFactor, ...] = field(
        converter=to_tuple, default=(), metadata=many(SuccessFactor, "What helped.")
    )
    recommendations: tuple[Recommendation, ...] = field(
        converter=to_tuple, default=(), metadata=many(Recommendation, "What is recommended.")
    )
    requests: tuple[Request, ...] = field(
        converter=to_tuple, default=(), metadata=many(Request, "What readers are asked for.")
    )
    risks: tuple[Risk, ...] = field(
        converter=to_tuple, default=(), metadata=many(Risk, "What might go wrong.")
    )
    losses: tuple[Loss, ...] = field(
        converter=to_tuple, default=(), metadata=many(Loss, "What is lost.")
    )
    assessments: tuple[Assessment, ...] = field(
        converter=to_tuple, default=(), metadata=many(Assessment, "Who evaluated whom.")
    )
    stages: tuple[EvaluationStage, ...] = field(
        converter=to_tuple, default=(), metadata=many(EvaluationStage, "How it was made.")
    )
    versions: tuple[DocumentVersion, ...] = field(
        converter=to_tuple, default=(), metadata=many(DocumentVersion, "The report's versions.")
    )
    timeline: tuple[Event, ...] = field(
        converter=to_tuple, default=(), metadata=many(Event, "What happened around it.")
    )
    citations: tuple[Citation, ...] = field(
        converter=to_tuple, default=(), metadata=many(Citation, "Works it builds on.")
    )
    abbreviations: tuple[Abbreviation, ...] = field(
        converter=to_tuple, default=(), metadata=many(Abbreviation, "Short forms.")
    )
    vocabulary: Vocabulary | None = field(
        default=None, metadata=one(Vocabulary, "The group's own words.")
    )
    plain_words: tuple[PlainWords, ...] = field(
        converter=to_tuple, default=(), metadata=many(PlainWords, "The same in everyday words.")
    )
    easy_read_checks: tuple[EasyReadCheck, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(EasyReadCheck, "Who has checked the plain-words edition."),
    )
    waivers: tuple[Waiver, ...] = field(
        converter=to_tuple, default=(), metadata=many(Waiver, "Findings let stand, and why.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        faults = tuple(
            check_references(
                {
                    attribute.name: getattr(self, attribute.name)
                    for attribute in attrs.fields(Evaluation)
                }
            )
        )
        yield from faults
        yield from self._check_parts()
        if not faults:
            yield from check_baselines(self.series, self.baselines)
            yield from self._check_choices()

    def _check_parts(self) -> Iterator[Fault]:
        # Only what is sure is held against people: about 13 may be among 12.
        exact = {one.id: one for one in self.counts if one.precision is Precision.EXACT}
        for index, part in enumerate(self.counts):
            whole = exact.get(part.subset_of)
            is_sure = part.precision in (Precision.EXACT, Precision.AT_LEAST)
            if not is_sure or whole is None or part.counted is not whole.counted:
                continue
            if (part.value or 0) > (whole.value or 0):
                yield Fault(
                    "part-larger-than-whole",
                    f"{part.value} are said to be a part of {whole.value} ({whole.id})",
                    "check both numbers, and which is a part of which",
                    path=("counts", index, "value"),
                )

    def _check_choices(self) -> Iterator[Fault]:
        holders = {one.id: f"outcome {show(one.outcome)}" for one in self.indicators}
        holders |= {one.id: f"service {show(one.service)}" for one in self.measures}
        for index, choice in enumerate(self.choices):
            wanted = holders[choice.chosen]
            for place, name in enumerate(choice.over):
                if holders[name] != wanted:
                    yield Fault(
                        "not-of-one-list",
                        f"{show(name)} belongs to {holders[name]}, and {show(choice.chosen)} to "
                        f"{wanted}",
                        "choose for one outcome or one service at a time",
                        path=("choices", index, "over", place),
                    )

    def find(self, name: str) -> Any:
        """Return the one thing with this name, whatever it is.

        Raises
        ------
        KeyError
            When nothing has that name; the nearest name is given.
        """
        for _, thing in self.each():
            if thing.id == name:
                return thing
        nearest = find_nearest(name, (thing.id for _, thing in self.each()))
        raise KeyError(f'nothing is called "{name}"' + (f'; is it "{nearest}"?' if nearest else ""))

    def each(self) -> Iterator[tuple[str, Any]]:
        """Go through everything with a name of its own, with the kind it is."""
        for kind in kinds_with_names():
            for thing in getattr(self, kind):
                yield kind, thing


def kinds_with_names() -> tuple[str, ...]:
    """Return the kinds of things in an evaluation that have names others can use."""
    return tuple(
        attribute.name
        for attribute in attrs.fields(Evaluation)
        if (part := rule_of(attribute).part) is not None
        and attribute.name != "vocabulary"
        and attrs.has(part)
        and "id" in attrs.fields_dict(part)
    )


def check_references(parts: Mapping[str, Any]) -> Iterator[Fault]:
    """Find names used twice, names that refer to nothing, and circles of parts or of rounds.

    Parameters
    ----------
    parts
        The evaluation's collections by kind: objects, or the mappings they are read from. So a
        file that cannot be turned into objects yet has all its faults named in one go.
    """
    places: dict[str, list[tuple[str, int]]] = {}
    for kind in kinds_with_names():
        for index, thing in _listed(parts, kind):
            name = _get(thing, "id")
            if isinstance(name, str):
                places.setdefault(name, []).append((kind, index))
    for name, where in places.items():
        first_kind, first_index = where[0]
        for kind, index in where[1:]:
            yield Fault(
                "named-twice",
                f"{show(name)} is already the name of {first_kind}[{first_index}]",
                "give each thing a name of its own",
                path=(kind, index, "id"),
            )
    for attribute in attrs.fields(Evaluation):
        rule = rule_of(attribute)
        if rule.part is None or not attrs.has(rule.part):
            continue
        for index, thing in _listed(parts, attribute.name):
            for path, found_rule, name in find_references(rule.part, thing):
                fault = _check_name(name, found_rule.refers_to, places)
                if fault is not None:
                    yield fault.under(attribute.name, index, *path)
    yield from _check_circles(parts, "counts", "subset_of", "a part of itself")
    yield from _check_circles(parts, "breakdowns", "reference", "what it is held against itself")
    yield from _check_circles(parts, "cycles", "follows", "its own follower")
    yield from _check_circles(parts, "baselines", "replaces", "its own replacement")


def _check_name(
    name: str, kinds: tuple[str, ...], places: Mapping[str, list[tuple[str, int]]]
) -> Fault | None:
    found = [kind for kind, _ in places.get(name, ())]
    if found and (ANYTHING in kinds or any(kind in kinds for kind in found)):
        return None
    known = [
        other
        for other, where in places.items()
        # A name that is itself at fault is no advice.
        if IDENTIFIER.fullmatch(other)
        and (ANYTHING in kinds or any(kind in kinds for kind, _ in where))
    ]
    if ANYTHING in kinds:
        wanted = "anything in the evaluation"
        otherwise = "write the name of something in the evaluation, or add it"
    else:
        wanted = "the " + " or ".join(kind.replace("_", " ") for kind in kinds)
        otherwise = f"write the name of one of {wanted}, or add it"
    nearest = find_nearest(name, known)
    if nearest:
        mend = f'did you mean "{nearest}"?'
    elif known and len(known) <= 6:
        mend = "choose from: " + ", ".join(known)
    else:
        mend = otherwise
    if found:
        told = f"{show(name)} is one of the {found[0].replace('_', ' ')}, not of {wanted}"
        return Fault("wrong-kind-of-reference", told, mend)
    of = "" if ANYTHING in kinds else "one of "
    return Fault("refers-to-nothing", f"{show(name)} is not the name of {of}{wanted}", mend)


def _check_circles(parts: Mapping[str, Any], kind: str, link: str, what: str) -> Iterator[Fault]:
    onward = {_get(thing, "id"): _get(thing, link) for _, thing in _listed(parts, kind)}
    for index, thing in _listed(parts, kind):
        start = _get(thing, "id")
        seen = {start}
        step = onward.get(start)
        while isinstance(step, str) and step and step not in seen:
            seen.add(step)
            step = onward.get(step)
        if isinstance(step, str) and step == start and len(seen) > 1:
            yield Fault(
                "circle",
                f"going from one to the next, {show(start)} becomes {what}",
                f"mend {link} in one of them",
                path=(kind, index, link),
            )


def _listed(parts: Mapping[str, Any], kind: str) -> Iterator[tuple[int, Any]]:
    value = parts.get(kind)
    if isinstance(value, (list, tuple)):
        yield from enumerate(value)


def _get(thing: Any, name: str) -> Any:
    value = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    # A list or a table where a name should be is another check's business, and cannot be a key.
    return value if isinstance(value, str) else None
