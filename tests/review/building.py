"""Small evaluations for the rules: each part as it should be, unless a test says otherwise."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from obamodel.domain.actions import Action
from obamodel.domain.activities import Activity, ActivityKind, ActivityStatus
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.contributions import Contribution
from obamodel.domain.curves import SchematicCurve
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.indicators import Indicator
from obamodel.domain.influences import Influence
from obamodel.domain.judgements import Judgement
from obamodel.domain.levels import Level
from obamodel.domain.measures import (
    BETTER_OFF_QUADRANTS,
    BetterOff,
    PerformanceMeasure,
    Quadrant,
)
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.powers import Powers
from obamodel.domain.quantities import Count, Counted
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.domain.services import Service
from obamodel.domain.stories import Story

Noun = TypeVar("Noun")

DAY = PartialDate.parse("2011-10-28")
UNKNOWN_DAY = PartialDate.parse("unknown: the form was not dated")


def build(**parts: Any) -> Evaluation:
    """Build an evaluation with a population, an outcome and a service to refer to."""
    given: dict[str, Any] = {
        "populations": [Population(id="adults", name="Adults", who="everybody in Essex over 17")],
        "outcomes": [outcome()],
        "services": [service()],
        "factor_groups": [FactorGroup(id="group", label="A", name="Ways in")],
    }
    return Evaluation(id="small", title="A small evaluation", **(given | parts))


def outcome(statement: str = "Adults in Essex are heard.", **parts: Any) -> Outcome:
    return _make(Outcome, parts, id="heard", statement=statement, population="adults")


def service(**parts: Any) -> Service:
    return _make(Service, parts, id="service", name="Open Door", description="A drop-in.")


def indicator(
    number: int = 1, statement: str = "Adults say they are heard.", **parts: Any
) -> Indicator:
    return _make(
        Indicator,
        parts,
        id=f"indicator-{number}",
        label=str(number),
        statement=statement,
        outcome="heard",
    )


def factor(number: int = 1, **parts: Any) -> Factor:
    return _make(Factor, parts, id=f"a{number}", label=f"A{number}", name="Surveys", group="group")


def judged() -> Judgement:
    return Judgement(author="Steering group", on=DAY, reason="We talked it over.")


def powers(
    communication: Level = Level.HIGH, proxy: Level = Level.HIGH, data: Level = Level.LOW
) -> Powers:
    return Powers(communication=communication, proxy=proxy, data=data, judged=judged())


def measure(
    number: int = 1, quadrant: Quadrant = Quadrant.HOW_MUCH, **parts: Any
) -> PerformanceMeasure:
    ways = [BetterOff.SKILLS_KNOWLEDGE] if quadrant in BETTER_OFF_QUADRANTS else []
    return _make(
        PerformanceMeasure,
        parts,
        id=f"measure-{number}",
        name=f"Measure {number}",
        service="service",
        quadrant=quadrant,
        placed=judged(),
        unit="people",
        better_off=ways,
    )


def count(
    number: int = 1, of: str = "people at the first day", value: int | None = 12, **parts: Any
) -> Count:
    return _make(Count, parts, id=f"count-{number}", of=of, counted=Counted.PEOPLE, value=value)


def activity(number: int = 1, **parts: Any) -> Activity:
    return _make(
        Activity,
        parts,
        id=f"activity-{number}",
        name=f"Activity {number}",
        kind=ActivityKind.TRAINING,
        status=ActivityStatus.DONE,
    )


def feedback(number: int = 1, **parts: Any) -> Feedback:
    return _make(
        Feedback,
        parts,
        id=f"feedback-{number}",
        gist="Learned a lot.",
        came_by=FeedbackSource.TRAINING_FORM,
        given=DAY,
        consent=consent(ConsentState.PUBLISH),
        selected="all the forms there are",
    )


def consent(state: ConsentState, withdrawn: PartialDate | None = None) -> Consent:
    source = "the yearly report" if state is ConsentState.ALREADY_PUBLISHED else ""
    return Consent(state=state, source=source, withdrawn=withdrawn)


def change(number: int = 1, **parts: Any) -> Change:
    return _make(
        Change,
        parts,
        id=f"change-{number}",
        whose="a member",
        gist="Speaks at meetings now.",
        kinds=[BetterOff.BEHAVIOUR],
        told=Told.BY_THEMSELVES,
        consent=consent(ConsentState.PUBLISH),
    )


def influence(number: int = 1, **parts: Any) -> Influence:
    return _make(Influence, parts, id=f"influence-{number}", view=f"View {number}")


def curve(**parts: Any) -> SchematicCurve:
    return _make(
        SchematicCurve,
        parts,
        id="curve",
        title="Being heard",
        upwards="views heard",
        start="now and then",
        wanted="always",
    )


def story(**parts: Any) -> Story:
    return _make(Story, parts, id="story", text="Few were asked.")


def action(number: int = 1, **parts: Any) -> Action:
    return _make(Action, parts, id=f"action-{number}", text=f"Do thing {number}.")


def cycle(number: int = 1, **parts: Any) -> ReflectiveCycle:
    return _make(
        ReflectiveCycle, parts, id=f"round-{number}", title=f"Round {number}", question_set="own"
    )


def contribution(**parts: Any) -> Contribution:
    return _make(
        Contribution,
        parts,
        id="contribution",
        of="a1",
        to="indicator-1",
        reasoning="Surveys contribute to being heard.",
    )


def _make(noun: Callable[..., Noun], parts: Mapping[str, Any], **given: Any) -> Noun:
    return noun(**(given | dict(parts)))
