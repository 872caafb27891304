"""Small evaluations with candidates to choose from."""

from collections.abc import Mapping
from typing import Any

from obamodel.domain.choices import Choice
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.judgements import Judgement
from obamodel.domain.levels import Level
from obamodel.domain.measures import BetterOff, PerformanceMeasure, Quadrant
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.powers import Powers
from obamodel.domain.services import Service

JUDGED = Judgement(
    author="Data group", on=PartialDate.parse("2026-11-23"), reason="We talked it over."
)
LETTERS = {"H": Level.HIGH, "M": Level.MEDIUM, "L": Level.LOW}


def judge(letters: str) -> Powers | None:
    """Make three powers of three letters: communication, proxy, data; none where empty."""
    if not letters:
        return None
    communication, proxy, data = (LETTERS[letter] for letter in letters)
    return Powers(communication=communication, proxy=proxy, data=data, judged=JUDGED)


def choose(chosen: str, *over: str, author: str = "Data group") -> Choice:
    judged = Judgement(author=author, on=JUDGED.on, reason=JUDGED.reason)
    return Choice(chosen=chosen, over=over, judged=judged)


def indicator(
    name: str, letters: str = "", data: DataState = DataState.HELD, outcome: str = "safe"
) -> Indicator:
    return Indicator(
        id=name,
        label=name.upper(),
        statement="It is so.",
        outcome=outcome,
        data=data,
        powers=judge(letters),
    )


def measure(
    id: str,
    quadrant: Quadrant = Quadrant.HOW_WELL,
    letters: str = "",
    data: DataState = DataState.HELD,
    ways: tuple[BetterOff, ...] = (BetterOff.SKILLS_KNOWLEDGE,),
    **more: Any,
) -> PerformanceMeasure:
    is_better_off = quadrant in (Quadrant.BETTER_OFF_NUMBER, Quadrant.BETTER_OFF_SHARE)
    parts: dict[str, Any] = {
        "name": f"Measure {id.upper()}",
        "unit": "%",
        "service": "advice",
        **more,
    }
    return PerformanceMeasure(
        id=id,
        quadrant=quadrant,
        placed=JUDGED,
        better_off=ways if is_better_off else (),
        data=data,
        powers=judge(letters),
        **parts,
    )


def evaluate(
    *things: Indicator | PerformanceMeasure,
    outcome: Mapping[str, Any] | None = None,
    service: Mapping[str, Any] | None = None,
) -> Evaluation:
    """Make an evaluation with two outcomes and two services."""
    return Evaluation(
        id="small",
        title="A small evaluation",
        populations=[Population(id="children", name="Children", who="all children in Essex")],
        outcomes=[
            Outcome(
                id="safe",
                statement="Children are safe.",
                population="children",
                **(outcome or {}),
            ),
            Outcome(id="healthy", statement="Children are healthy.", population="children"),
        ],
        services=[
            Service(id="advice", name="Advice", description="It advises.", **(service or {})),
            Service(id="club", name="The club", description="It is open after school."),
        ],
        indicators=[one for one in things if isinstance(one, Indicator)],
        measures=[one for one in things if isinstance(one, PerformanceMeasure)],
    )
