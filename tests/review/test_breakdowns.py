"""Do the rules on numbers by group ask when they should, and only then?"""

from obamodel.disclosure.standing_rule import NOTHING_HIDDEN, STANDING
from obamodel.disclosure.withholding import FOR_THE_DESK_ONLY
from obamodel.domain.breakdowns import Breakdown, Part, PartState
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.domain.traits import Trait
from obamodel.review import breakdowns
from obamodel.review.rule import Rule
from tests.disclosure.test_breakdowns import make, share
from tests.review.building import build, count
from tests.review.cases import Asks, Silent, each, find

ALL = {rule.code: rule for rule in vars(breakdowns).values() if isinstance(rule, Rule)}
A = Part(name="A", number=40)
HIDDEN = Part(name="B", state=PartState.WITHHELD, reason="too few to be shown")
CENSUS = make({"A": 400, "B": 300}, id="census", published="Census 2021")


def shares(whole: int) -> Breakdown:
    # 9 of 10 and 30 of 60: 70% on average, and 39 of 70 (56%) together.
    parts = (("A", 9, 10), ("B", 30, 60))
    return share(*parts, whole=whole, whole_out_of=500, complete=False)


ASKS = [
    Asks(
        "breakdown-does-not-reconcile",
        "the parts are said to be all there are and add up to less",
        build(breakdowns=[make({"A": 40, "B": 20}, whole=80)]),
        "does not fit together: the parts add up to 60 of 80",
        ("who-came",),
    ),
    Asks(
        "average-of-percentages",
        "the whole is the average of its parts",
        build(breakdowns=[shares(350)]),
        "may give the average of its parts' percentages",
        ("who-came",),
    ),
    Asks(
        "withheld-number-given-away",
        "the whole less the others is what is hidden",
        build(breakdowns=[make({}, parts=[A, HIDDEN], whole=48)]),
        "gives away what it hides",
        ("who-came",),
    ),
    Asks(
        "no-reference-population",
        "nothing is said of the people who live there",
        build(breakdowns=[make({"A": 40, "B": 20})]),
        "so nobody can see who is missing",
        ("who-came",),
    ),
    Asks(
        "subgroup-under-threshold",
        "three people came from one place",
        build(breakdowns=[make({"A": 40, "B": 3})]),
        "groups too small to be published",
        ("who-came",),
    ),
    Asks(
        "protection-not-chosen",
        "people were counted and nobody chose rules",
        build(counts=[count(1, "people who came", 30)]),
        "Nobody has chosen by which rules small numbers are protected",
        (),
    ),
]
SILENT = [
    Silent(
        "breakdown-does-not-reconcile",
        "the others did not say",
        build(breakdowns=[make({"A": 40, "B": 20}, whole=80, not_stated=20)]),
    ),
    Silent(
        "breakdown-does-not-reconcile",
        "they are rounded",
        build(breakdowns=[make({"A": 40, "B": 20}, whole=65, rounded_to=5)]),
    ),
    Silent(
        "average-of-percentages",
        "the whole is worked out from all of them",
        build(breakdowns=[shares(279)]),
    ),
    Silent(
        "average-of-percentages",
        "the parts are equally large, so that both are the same",
        build(breakdowns=[share(("A", 9, 10), ("B", 3, 10), whole=12, whole_out_of=20)]),
    ),
    Silent(
        "withheld-number-given-away",
        "the whole is not told",
        build(breakdowns=[make({}, parts=[A, HIDDEN])]),
    ),
    Silent(
        "no-reference-population",
        "they are held against the census",
        build(breakdowns=[make({"A": 40, "B": 20}, reference="census"), CENSUS]),
    ),
    Silent(
        "no-reference-population",
        "they are months, which no population has",
        build(breakdowns=[make({"May": 40, "June": 20}, trait=Trait.OTHER)]),
    ),
    Silent(
        "subgroup-under-threshold",
        "those are sessions",
        build(breakdowns=[make({"A": 40, "B": 3}, counted=Counted.THINGS)]),
    ),
    Silent(
        "subgroup-under-threshold",
        "every number is public already",
        build(breakdowns=[make({"A": 40, "B": 3})], protection=NOTHING_HIDDEN),
    ),
    Silent(
        "subgroup-under-threshold",
        "three is a mean, over many",
        build(
            breakdowns=[make({}, parts=[Part(name="A", value=3, out_of=40)], kind=SeriesKind.MEAN)]
        ),
    ),
    Silent(
        "protection-not-chosen",
        "somebody chose",
        build(counts=[count(1, "people who came", 30)], protection=STANDING),
    ),
    Silent(
        "protection-not-chosen",
        "the number is public already",
        build(counts=[count(1, "people who came", 30, published="the report")]),
    ),
]


def test_every_rule_here_has_a_case_for_and_a_case_against() -> None:
    assert {case.code for case in ASKS} == {case.code for case in SILENT} == set(ALL)


@each(ASKS)
def test_the_rule_asks(case: Asks) -> None:
    (found,) = find(case.code, case.evaluation)
    assert case.says in found.sentence
    assert found.concerns == case.concerns
    assert found.mend.endswith(".")


@each(SILENT)
def test_the_rule_does_not_ask(case: Silent) -> None:
    assert find(case.code, case.evaluation) == []


def test_that_a_group_is_small_is_for_the_desk_only() -> None:
    assert "subgroup-under-threshold" in FOR_THE_DESK_ONLY
