"""Do the rules on ideas ask when they should, and only then?"""

from obamodel.domain.ideas import Basis, Cost, Idea
from tests.review.building import build, curve, story
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def idea(number: int = 1, cost: Cost = Cost.SOME, basis: Basis = Basis.HUNCH) -> Idea:
    return Idea(id=f"idea-{number}", text=f"Try thing {number}.", cost=cost, basis=basis)


ASKS = [
    Asks("no-ideas", "there is a story", build(stories=[story()]), "no idea is written", ()),
    Asks("no-ideas", "there is a curve", build(curves=[curve()]), "no idea is written", ()),
    Asks(
        "no-low-cost-idea",
        "all cost something, or nobody knows",
        build(ideas=[idea(1), idea(2, Cost.NOT_KNOWN)]),
        "Not one of the 2 ideas is known to cost little or nothing.",
        ("idea-1", "idea-2"),
    ),
    Asks(
        "no-low-cost-idea",
        "the only idea costs something",
        build(ideas=[idea(1)]),
        "The only idea is not known to cost little or nothing.",
        ("idea-1",),
    ),
    Asks(
        "idea-without-basis",
        "none rests on anything written",
        build(ideas=[idea(1, basis=Basis.NOT_RECORDED), idea(2, basis=Basis.NOT_RECORDED)]),
        "For both ideas, nothing says why anybody thinks they might work.",
        ("idea-1", "idea-2"),
    ),
    Asks(
        "idea-without-basis",
        "one rests on nothing written",
        build(ideas=[idea(1), idea(2, basis=Basis.NOT_RECORDED)]),
        "For 1 of 2 ideas, nothing says why anybody thinks it might work: “Try thing 2”.",
        ("idea-2",),
    ),
]

SILENT = [
    Silent("no-ideas", "there is an idea", build(stories=[story()], ideas=[idea()])),
    Silent("no-ideas", "the work has not come so far", build()),
    Silent("no-low-cost-idea", "one costs nothing", build(ideas=[idea(1), idea(2, Cost.NONE)])),
    Silent("no-low-cost-idea", "there are no ideas", build()),
    Silent("idea-without-basis", "a hunch is said to be one", build(ideas=[idea()])),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
