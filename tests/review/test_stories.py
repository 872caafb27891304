"""Do the rules on stories ask when they should, and only then?"""

from obamodel.domain.stories import Effect, Force, Origin, Teller
from tests.review.building import build, curve, story
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def force(effect: Effect, origin: Origin) -> Force:
    return Force(text="A push.", effect=effect, origin=origin)


HELPS_INSIDE = force(Effect.HELPS, Origin.INTERNAL)
HINDERS_INSIDE = force(Effect.HINDERS, Origin.INTERNAL)
HELPS_OUTSIDE = force(Effect.HELPS, Origin.EXTERNAL)

ASKS = [
    Asks(
        "curve-without-story",
        "no story is told of it",
        build(curves=[curve()], stories=[story()]),
        "The curve “Being heard” has no story that says why",
        ("curve",),
    ),
    Asks(
        "story-without-lived-experience",
        "only a manager told it",
        build(stories=[story(told_by=[Teller(who="a manager")])]),
        "The story “Few were asked” was told without anybody who lives with it",
        ("story",),
    ),
    Asks(
        "story-without-root-cause",
        "it stops at the surface",
        build(stories=[story()]),
        "does not say what lies underneath",
        ("story",),
    ),
    Asks(
        "story-one-sided",
        "everything helps",
        build(stories=[story(forces=[HELPS_INSIDE, HELPS_OUTSIDE])]),
        "names only what helps.",
        ("story",),
    ),
    Asks(
        "story-one-sided",
        "everything comes from inside",
        build(stories=[story(forces=[HELPS_INSIDE, HINDERS_INSIDE])]),
        "names only forces that are internal to the service",
        ("story",),
    ),
    Asks(
        "story-without-question",
        "nothing is left to find out",
        build(stories=[story()]),
        "leaves nothing to find out",
        ("story",),
    ),
]

SILENT = [
    Silent(
        "curve-without-story",
        "a story is about it",
        build(curves=[curve()], stories=[story(about=["curve"])]),
    ),
    Silent(
        "curve-without-story",
        "a story is about the outcome that it shows",
        build(curves=[curve(about=["heard"])], stories=[story(about=["heard"])]),
    ),
    Silent(
        "story-without-lived-experience",
        "one of two tellers lives with it",
        build(
            stories=[
                story(
                    told_by=[Teller(who="a manager"), Teller(who="a carer", lived_experience=True)]
                )
            ]
        ),
    ),
    Silent(
        "story-without-root-cause",
        "it says what lies underneath",
        build(stories=[story(root_causes=["Nobody is paid to ask."])]),
    ),
    Silent(
        "story-one-sided",
        "forces help and hinder, from inside and outside",
        build(stories=[story(forces=[HINDERS_INSIDE, HELPS_OUTSIDE])]),
    ),
    Silent("story-one-sided", "no forces are named", build(stories=[story()])),
    Silent(
        "story-without-question",
        "something is left to find out",
        build(stories=[story(still_to_find_out=["Who was not asked?"])]),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
