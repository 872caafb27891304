"""An evaluation with more of everything than any card has room for."""

from typing import Any

import attrs

import obamodel as oba

SENTENCE = (
    "People who use the service say that help comes late where it is asked for in writing, "
    "and sooner where somebody answers the telephone. "
)
LONG = SENTENCE * 4


def make_full_population() -> oba.Evaluation:
    """Make an outcome with five indicators, four of them with two curves each."""
    trafford = oba.load_example("trafford")
    indicators = [
        attrs.evolve(trafford.indicators[0], id=f"i{n}", label=str(n), statement=SENTENCE)
        for n in range(1, 6)
    ]
    names = [one.id for one in indicators]
    series = [attrs.evolve(one, about=names[:4]) if one.about else one for one in trafford.series]
    outcome = attrs.evolve(trafford.outcomes[0], headline_indicators=names)
    return attrs.evolve(
        trafford,
        indicators=indicators,
        series=series,
        outcomes=[outcome],
        plain_words=(),
        **make_full_parts("i1"),
        actions=[oba.Action(id=f"act-{n}", text=SENTENCE, indicators=["i1"]) for n in range(12)],
    )


def make_full_service() -> oba.Evaluation:
    """Make a service with more measures, stories and partners than fit, all of them long."""
    mime = oba.load_example("mime")
    measures = [attrs.evolve(one, name=SENTENCE, finding=LONG) for one in mime.measures]
    return attrs.evolve(
        mime,
        measures=[
            attrs.evolve(one, name=f"{number}: {SENTENCE}")
            for number, one in enumerate(measures, start=1)
        ],
        cycles=(),
        curves=(),
        risks=(),
        plain_words=(),
        **make_full_parts(mime.measures[0].id),
        actions=[oba.Action(id=f"act-{n}", text=SENTENCE) for n in range(12)],
    )


def make_full_parts(about: str) -> dict[str, Any]:
    force = oba.Force(text=SENTENCE, effect=oba.Effect.HELPS, origin=oba.Origin.INTERNAL)
    return {
        "stories": [
            oba.Story(id=f"story-{n}", text=LONG, about=[about], forces=[force] * 9)
            for n in range(2)
        ],
        "ideas": [oba.Idea(id=f"idea-{n}", text=SENTENCE, about=[about]) for n in range(9)],
        "partners": [oba.Partner(id=f"partner-{n}", name=SENTENCE[:50]) for n in range(20)],
    }
