"""Everything agreed about one evaluation: every name in it refers to something in it."""

from typing import Any

import attrs
import pytest

from obamodel.domain.actions import Action
from obamodel.domain.activities import Activity
from obamodel.domain.baselines import Baseline
from obamodel.domain.contributions import Contribution
from obamodel.domain.evaluation import Evaluation, check_references, kinds_with_names
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.feedback import Feedback
from obamodel.domain.fields import rule_of
from obamodel.domain.indicators import Indicator
from obamodel.domain.influences import Influence
from obamodel.domain.outcomes import Outcome
from obamodel.domain.partners import Partner
from obamodel.domain.periods import Period
from obamodel.domain.population import Population
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.series import Observation, Series
from obamodel.domain.vocabulary import Vocabulary
from obamodel.domain.waivers import Waiver
from obamodel.errors import Fault, InvalidError
from tests.domain.building import make

# The collections whose things have names, as the evaluation folder lists them.
NAMED = set(
    "services customers populations responsible_bodies partners outcomes indicators curves"
    " factor_groups factors measures counts breakdowns series baselines targets activities"
    " groups_reached access_adjustments safeguards eligibility products feedback"
    " influences changes contributions stories ideas"
    " actions cycles question_sets lessons success_factors recommendations requests risks"
    " assessments stages versions timeline citations abbreviations losses".split()
)


def parts(**more: Any) -> dict[str, Any]:
    """Return the parts of a small evaluation in which every name is that of something."""
    return {
        "populations": [make(Population)],
        "outcomes": [make(Outcome)],
        "indicators": [make(Indicator)],
        "factor_groups": [make(FactorGroup)],
        "factors": [make(Factor, indicators=["indicator-3"])],
        "activities": [make(Activity, factors=["b1"])],
    } | more


def build(**more: Any) -> Evaluation:
    return Evaluation(id="small", title="A small evaluation", **parts(**more))


def faults_of(**more: Any) -> list[Fault]:
    """Return why a small evaluation is refused, the same from objects and from mappings."""
    try:
        build(**more)
    except InvalidError as error:
        faults = list(error.faults)
    else:
        faults = []
    raw = {
        kind: [attrs.asdict(thing) for thing in things] for kind, things in parts(**more).items()
    }
    # A folder is checked before there are objects: what it says must be the same.
    assert list(check_references(raw)) == faults
    return faults


def read(faults: list[Fault]) -> list[str]:
    return [str(fault) for fault in faults]


# --- names that refer to something ---------------------------------------------------------------


def test_an_evaluation_in_which_every_name_is_that_of_something_is_sound() -> None:
    assert faults_of() == []


def test_an_evaluation_needs_only_a_name_and_a_title() -> None:
    empty = Evaluation(id="small", title="A small evaluation")
    assert list(empty.each()) == []


def test_a_name_of_nothing_is_given_the_nearest_name_of_the_kind_wanted() -> None:
    assert read(faults_of(outcomes=[make(Outcome, population="adult")])) == [
        (
            'outcomes[0].population: "adult" is not the name of one of the populations;'
            ' did you mean "adults"? [refers-to-nothing]'
        )
    ]


def test_the_nearest_name_is_never_one_of_another_kind() -> None:
    # An activity is called almost the same; yet a factor can inform an indicator only.
    near = make(Activity, id="indicator-33")
    (fault,) = faults_of(activities=[near], factors=[make(Factor, indicators=["indicator-333"])])
    assert fault.mend == 'did you mean "indicator-3"?'


def test_a_name_like_none_of_a_few_is_given_them_all() -> None:
    two = [make(Population), make(Population, id="carers")]
    (fault,) = faults_of(populations=two, outcomes=[make(Outcome, population="everybody-else")])
    assert fault.mend == "choose from: adults, carers"


def test_a_name_like_none_of_many_is_told_to_be_added() -> None:
    many = [make(Population, id=f"group-{number}") for number in range(7)]
    (fault,) = faults_of(populations=many, outcomes=[make(Outcome, population="everybody")])
    assert fault.mend == "write the name of one of the populations, or add it"


def test_a_name_where_there_is_nothing_to_name_is_told_to_be_added() -> None:
    (fault,) = faults_of(populations=[])
    assert fault.mend == "write the name of one of the populations, or add it"


def test_a_name_that_could_be_of_several_kinds_says_which() -> None:
    (fault,) = faults_of(
        indicators=[], factors=[], activities=[], feedback=[make(Feedback, bears_on=["x-ray"])]
    )
    assert (fault.path, fault.code) == (("feedback", 0, "bears_on", 0), "refers-to-nothing")
    assert fault.mend == "write the name of one of the indicators or factors or measures, or add it"


def test_a_name_that_could_be_of_anything_reads_well_when_it_is_of_nothing() -> None:
    many = [make(Population, id=f"group-{number}") for number in range(7)]
    (fault,) = faults_of(
        populations=[*many, make(Population)], waivers=[make(Waiver, about="somewhere-else")]
    )
    assert fault.found == '"somewhere-else" is not the name of anything in the evaluation'
    assert "one of the anything" not in fault.mend


def test_a_name_of_something_of_another_kind_says_what_it_is() -> None:
    assert read(faults_of(outcomes=[make(Outcome, population="indicator-3")])) == [
        (
            'outcomes[0].population: "indicator-3" is one of the indicators,'
            " not of the populations; choose from: adults [wrong-kind-of-reference]"
        )
    ]


def test_the_kinds_are_told_in_words() -> None:
    (fault,) = faults_of(factors=[make(Factor, group="adults")])
    assert fault.found == '"adults" is one of the populations, not of the factor groups'


def test_a_contribution_is_of_a_factor_or_measure_to_an_indicator() -> None:
    sound = make(Contribution, of="b1", to="indicator-3")
    assert faults_of(contributions=[sound]) == []
    faults = faults_of(contributions=[attrs.evolve(sound, of="heard", to="b1")])
    assert [(fault.path, fault.found) for fault in faults] == [
        (
            ("contributions", 0, "of"),
            '"heard" is one of the outcomes, not of the factors or measures',
        ),
        (("contributions", 0, "to"), '"b1" is one of the factors, not of the indicators'),
    ]


def test_all_names_of_nothing_are_told_at_once_with_their_places() -> None:
    faults = faults_of(
        outcomes=[make(Outcome, population="x-1")],
        factors=[make(Factor, group="x-2", indicators=["indicator-3", "x-3"])],
        actions=[make(Action), make(Action, id="other", indicators=["x-4"])],
    )
    assert {fault.path for fault in faults} == {
        ("outcomes", 0, "population"),
        ("factors", 0, "group"),
        ("factors", 0, "indicators", 1),
        ("actions", 1, "indicators", 0),
    }
    assert len(faults) == 4


def test_evidence_inside_an_answer_of_a_round_is_checked_at_its_place() -> None:
    answers = [
        make(Response),
        make(Response, evidence=["b1", "adults", "first-round", "modul"]),
    ]
    assert read(faults_of(cycles=[make(ReflectiveCycle, responses=answers)])) == [
        (
            'cycles[0].responses[1].evidence[3]: "modul" is not the name of anything in the'
            ' evaluation; did you mean "module"? [refers-to-nothing]'
        )
    ]


REFERENCES = [
    (kind, part, tuple) if str(part.type).startswith("tuple[") else (kind, part, str)
    for kind in [*sorted(NAMED), "waivers"]
    for part in attrs.fields(rule_of(attrs.fields_dict(Evaluation)[kind]).part)  # type: ignore[arg-type]
    if rule_of(part).refers_to
]


def test_there_are_references_to_check() -> None:
    assert len(REFERENCES) > 30


@pytest.mark.parametrize(
    ("kind", "part", "shape"), REFERENCES, ids=lambda value: getattr(value, "name", None)
)
def test_no_reference_is_left_unchecked(
    kind: str, part: "attrs.Attribute[Any]", shape: type
) -> None:
    value = ["no-such-thing"] if shape is tuple else "no-such-thing"
    path = (kind, 0, part.name, *((0,) if shape is tuple else ()))
    faults = list(check_references({kind: [{part.name: value}]}))
    assert [(fault.path, fault.code) for fault in faults] == [(path, "refers-to-nothing")]


def test_a_question_set_may_be_one_that_is_shipped_and_so_is_not_looked_for_here() -> None:
    assert faults_of(cycles=[make(ReflectiveCycle, question_set="gibbs")]) == []


# --- names used twice ----------------------------------------------------------------------------


def test_a_name_used_twice_is_refused_even_across_kinds() -> None:
    faults = faults_of(
        partners=[make(Partner, id="adults"), make(Partner), make(Partner)],
    )
    assert read(faults) == [
        (
            'partners[0].id: "adults" is already the name of populations[0];'
            " give each thing a name of its own [named-twice]"
        ),
        (
            'partners[2].id: "links" is already the name of partners[1];'
            " give each thing a name of its own [named-twice]"
        ),
    ]


def test_a_name_used_three_times_is_refused_the_second_and_the_third_time() -> None:
    faults = faults_of(partners=[make(Partner)] * 3)
    assert [fault.path for fault in faults] == [("partners", 1, "id"), ("partners", 2, "id")]
    assert {fault.found for fault in faults} == {'"links" is already the name of partners[0]'}


def test_the_vocabulary_has_a_shelf_of_its_own_and_may_share_a_name() -> None:
    assert build(vocabulary=make(Vocabulary, id="adults")).find("adults").name == "Adults"


# --- circles -------------------------------------------------------------------------------------


def counts(**subset_of: str) -> list[Count]:
    return [make(Count, id=name, value=12, subset_of=larger) for name, larger in subset_of.items()]


def cycles(**follows: str) -> list[ReflectiveCycle]:
    return [make(ReflectiveCycle, id=name, follows=before) for name, before in follows.items()]


def test_a_part_of_a_part_is_no_circle() -> None:
    assert faults_of(counts=counts(a="", b="a", c="b", d="b")) == []


def test_two_counts_that_are_parts_of_each_other_are_refused() -> None:
    assert read(faults_of(counts=counts(a="b", b="a"))) == [
        (
            'counts[0].subset_of: going from one to the next, "a" becomes a part of itself;'
            " mend subset_of in one of them [circle]"
        ),
        (
            'counts[1].subset_of: going from one to the next, "b" becomes a part of itself;'
            " mend subset_of in one of them [circle]"
        ),
    ]


def test_three_counts_in_a_circle_are_refused_and_the_one_beside_it_is_not() -> None:
    faults = faults_of(counts=counts(a="b", b="c", c="a", beside="a"))
    assert [(fault.path, fault.code) for fault in faults] == [
        (("counts", 0, "subset_of"), "circle"),
        (("counts", 1, "subset_of"), "circle"),
        (("counts", 2, "subset_of"), "circle"),
    ]


def test_rounds_may_follow_one_another_and_one_round_may_be_followed_by_two() -> None:
    assert faults_of(cycles=cycles(a="", b="a", c="b", d="b")) == []


def test_two_rounds_that_follow_each_other_are_refused() -> None:
    assert read(faults_of(cycles=cycles(a="b", b="a"))) == [
        (
            'cycles[0].follows: going from one to the next, "a" becomes its own follower;'
            " mend follows in one of them [circle]"
        ),
        (
            'cycles[1].follows: going from one to the next, "b" becomes its own follower;'
            " mend follows in one of them [circle]"
        ),
    ]


def test_three_rounds_in_a_circle_are_refused_and_the_one_after_it_is_not() -> None:
    faults = faults_of(cycles=cycles(a="b", b="c", c="a", after="a"))
    assert [fault.path for fault in faults] == [
        ("cycles", 0, "follows"),
        ("cycles", 1, "follows"),
        ("cycles", 2, "follows"),
    ]


def baselines(**replaces: str) -> list[Baseline]:
    return [make(Baseline, id=name, replaces=before) for name, before in replaces.items()]


def test_two_baselines_that_replace_each_other_are_refused() -> None:
    series = [make(Series)]
    assert faults_of(series=series, baselines=baselines(a="", b="a", c="b")) == []
    assert read(faults_of(series=series, baselines=baselines(a="b", b="a"))) == [
        (
            'baselines[0].replaces: going from one to the next, "a" becomes its own replacement;'
            " mend replaces in one of them [circle]"
        ),
        (
            'baselines[1].replaces: going from one to the next, "b" becomes its own replacement;'
            " mend replaces in one of them [circle]"
        ),
    ]


# --- curves --------------------------------------------------------------------------------------


def test_a_baseline_and_its_comparisons_are_of_series_that_are_there() -> None:
    odd = make(Baseline, series="cautoned", comparisons=["indicator-3", "cautioned"])
    assert read(faults_of(series=[make(Series)], baselines=[odd])) == [
        (
            'baselines[0].series: "cautoned" is not the name of one of the series;'
            ' did you mean "cautioned"? [refers-to-nothing]'
        ),
        (
            'baselines[0].comparisons[0]: "indicator-3" is one of the indicators, not of the'
            " series; choose from: cautioned [wrong-kind-of-reference]"
        ),
    ]


def test_a_baseline_that_does_not_fit_its_series_is_refused_by_the_whole() -> None:
    point = Observation(period=Period.parse("2014 Q1"), value=54)
    with pytest.raises(InvalidError) as caught:
        build(series=[make(Series, observations=[point])], baselines=[make(Baseline)])
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        (("baselines", 0, "history", 0, "period"), "other-periods")
    ]


# --- parts and wholes ----------------------------------------------------------------------------


def judge_part(part: dict[str, Any], whole: dict[str, Any]) -> list[str]:
    """Return why a count is refused as a part of another."""
    try:
        build(
            counts=[
                make(Count, id="whole", **whole),
                make(Count, id="part", subset_of="whole", **part),
            ]
        )
    except InvalidError as error:
        return read(list(error.faults))
    return []


TOO_MANY = (
    "counts[1].value: {} are said to be a part of 12 (whole);"
    " check both numbers, and which is a part of which [part-larger-than-whole]"
)
ABOUT, AT_LEAST = Precision.ABOUT, Precision.AT_LEAST
UNKNOWN: dict[str, Any] = {
    "value": None,
    "precision": Precision.UNKNOWN,
    "reason": "nobody counted",
}


@pytest.mark.parametrize("value", [0, 4, 12])
def test_a_part_may_be_as_large_as_its_whole(value: int) -> None:
    # The second session of facilitation had 4 of the 12: fact sheet, section 7.4.
    assert judge_part({"value": value}, {"value": 12}) == []


def test_a_part_larger_than_its_whole_is_refused() -> None:
    assert judge_part({"value": 13}, {"value": 12}) == [TOO_MANY.format(13)]


def test_a_part_that_is_at_least_larger_than_its_whole_is_refused() -> None:
    # However many they were, they were not among twelve.
    assert len(judge_part({"value": 13, "precision": AT_LEAST}, {"value": 12})) == 1


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ({"value": 13, "precision": ABOUT}, {"value": 12}),
        ({"value": 13}, {"value": 12, "precision": ABOUT}),
        ({"value": 13}, {"value": 12, "precision": AT_LEAST}),
        ({"value": 12, "precision": AT_LEAST}, {"value": 12}),
        (UNKNOWN, {"value": 12}),
        ({"value": 13}, UNKNOWN),
        # Twelve people can have come a hundred times.
        ({"value": 100, "counted": Counted.ATTENDANCES}, {"value": 12}),
    ],
)
def test_a_part_that_can_be_true_is_not_refused(
    part: dict[str, Any], whole: dict[str, Any]
) -> None:
    assert judge_part(part, whole) == []


# --- mappings that are not objects yet -----------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"outcomes": None},
        {"outcomes": "text"},
        {"outcomes": {"id": "heard"}},
        {"outcomes": [None, 3, "text", []]},
        {"outcomes": [{}]},
        {"outcomes": [{"id": ["heard"], "population": {"name": "adults"}}]},
        {"counts": [{"id": 3, "subset_of": 3}, {"id": None, "subset_of": {"id": "a"}}]},
        {"cycles": [{"id": "a", "responses": "text"}, {"id": "b", "responses": [None, {}]}]},
        {"nonsense": [{"id": "a"}], "vocabulary": {"id": "a"}},
    ],
    ids=str,
)
def test_what_is_of_a_wrong_kind_is_left_to_the_check_that_names_it(raw: dict[str, Any]) -> None:
    assert list(check_references(raw)) == []


def test_odd_names_in_a_file_are_shown_with_nothing_hidden_and_cut_short() -> None:
    odd = "a\x1b[31m\u202e"
    raw = {
        "populations": [{"id": odd}, {"id": odd}],
        "outcomes": [{"id": "heard", "population": "x\x07" * 100}],
        "counts": [{"id": "b\x1b", "subset_of": "c"}, {"id": "c", "subset_of": "b\x1b"}],
    }
    faults = list(check_references(raw))
    assert {fault.code for fault in faults} == {"named-twice", "refers-to-nothing", "circle"}
    for fault in faults:
        assert str(fault).isprintable()
        assert len(str(fault)) < 300


# --- finding -------------------------------------------------------------------------------------


def test_anything_is_found_by_its_name_whatever_it_is() -> None:
    evaluation = build(counts=[make(Count, activity="module")])
    assert evaluation.find("adults").who == "all adults in Essex"
    assert evaluation.find("indicator-3").label == "3"
    assert evaluation.find("carers").value == 5


def test_what_is_not_there_is_said_with_the_nearest_name() -> None:
    with pytest.raises(KeyError) as caught:
        build().find("indicator-2")
    assert caught.value.args == ('nothing is called "indicator-2"; is it "indicator-3"?',)


def test_what_is_like_nothing_there_is_said_without_a_guess() -> None:
    with pytest.raises(KeyError) as caught:
        build().find("weather")
    assert caught.value.args == ('nothing is called "weather"',)
    with pytest.raises(KeyError, match="small"):
        build().find("small")  # the evaluation itself is not one of its things


def test_going_through_everything_gives_each_thing_once_with_its_kind() -> None:
    assert [(kind, thing.id) for kind, thing in build().each()] == [
        ("populations", "adults"),
        ("outcomes", "heard"),
        ("indicators", "indicator-3"),
        ("factor_groups", "empower"),
        ("factors", "b1"),
        ("activities", "module"),
    ]


def test_the_kinds_with_names_are_the_collections_of_the_folder_but_for_the_waivers() -> None:
    kinds = kinds_with_names()
    assert set(kinds) == NAMED
    assert len(kinds) == len(NAMED)


# --- the whole -----------------------------------------------------------------------------------


def test_an_evaluation_is_checked_again_when_a_part_is_changed() -> None:
    evaluation = build()
    with pytest.raises(InvalidError) as caught:
        attrs.evolve(evaluation, populations=[])
    assert [fault.path for fault in caught.value.faults] == [("outcomes", 0, "population")]
    assert attrs.evolve(evaluation, title="Another title").title == "Another title"


def test_the_own_fields_of_an_evaluation_are_mended_before_its_names_are_looked_at() -> None:
    with pytest.raises(InvalidError) as caught:
        Evaluation(id="Small", title="", drivers="one", outcomes=[make(Outcome)])
    assert [fault.path for fault in caught.value.faults] == [("id",), ("title",), ("drivers",)]


def test_a_thing_on_the_shelf_of_another_kind_is_refused() -> None:
    with pytest.raises(InvalidError) as caught:
        build(influences=[make(Influence), make(Outcome)])
    assert [fault.path for fault in caught.value.faults] == [("influences", 1)]
    assert caught.value.faults[0].mend == "give an Influence"


def test_an_evaluation_names_its_framework_in_one_way_unless_told_otherwise() -> None:
    assert build().framework == "Outcomes Based Accountability"
