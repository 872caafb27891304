"""Does the copy of an evaluation that leaves the house hold nothing that may not be shown?"""

import attrs
import pytest

from obamodel.disclosure.curves import AGAIN
from obamodel.disclosure.evaluations import publish_curves, withhold_numbers
from obamodel.domain.easy_read import PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.quantities import Count, Counted
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.waivers import Waiver
from obamodel.files import load_example
from obamodel.files.single_file import write_json
from obamodel.stats.turning.evaluations import assess_evaluation
from tests.disclosure.test_curves import PAST, SINCE, freeze, make


def build(few: int = 3, **more: object) -> Evaluation:
    series = make([*PAST[:2], few, *PAST[3:], *SINCE])
    came = Count(id="came", of="people who came", counted=Counted.PEOPLE, value=few)
    return Evaluation(
        id="small",
        title="Small",
        counts=[came],
        series=[series],
        baselines=[attrs.evolve(freeze(series), id="curve")],
        **more,  # type: ignore[arg-type]  # any part of it
    )


def test_counts_series_and_baselines_are_all_worked_out_from_what_may_be_shown() -> None:
    shown = withhold_numbers(build())
    assert shown.counts[0].value is None
    assert shown.series[0].values[:3] == (40, 50, None)
    assert [one.value for one in shown.baselines[0].history][:3] == [40, 50, None]


@pytest.mark.parametrize("few", [1, 2, 6, 7])
def test_evaluations_that_differ_only_in_hidden_numbers_become_equal(few: int) -> None:
    assert withhold_numbers(build(few)) == withhold_numbers(build())


def test_the_published_curves_say_that_they_were_worked_out_again() -> None:
    (answer,) = publish_curves(build())
    assert answer.caveats[-1] == AGAIN
    assert answer.series.is_public


def test_a_baseline_of_too_small_numbers_is_left_out() -> None:
    series = make([3, 4, 2, 5, 3, 4, 3, 2, 3, 1, 1, 2])
    small = Evaluation(id="small", title="Small", series=[series], baselines=[freeze(series)])
    assert publish_curves(small) == ()


def test_nothing_points_to_a_baseline_that_is_left_out() -> None:
    series = make([3, 4, 2, 5, 3, 4, 3, 2, 3, 1, 1, 2])
    judged = freeze(series).frozen
    small = Evaluation(
        id="small",
        title="Small",
        series=[series],
        baselines=[attrs.evolve(freeze(series), id="curve")],
        outcomes=[Outcome(id="soon", statement="Help comes soon.", population="all")],
        populations=[Population(id="all", name="Everybody", who="all of us")],
        waivers=[Waiver(rule="baseline-old", about="curve", judged=judged)],
        plain_words=[PlainWords(about="curve", text="Fewer wait.", author="we", on=judged.on)],
        cycles=[
            ReflectiveCycle(
                id="first",
                title="First",
                question_set="rolfe",
                responses=[
                    Response(question="what", text="We met.", evidence=["curve", "soon"]),
                ],
            )
        ],
    )
    shown = withhold_numbers(small)
    assert (shown.baselines, shown.waivers, shown.plain_words) == ((), (), ())
    assert shown.cycles[0].responses[0].evidence == ("soon",)
    assert "curve" not in write_json(shown)


def test_a_baseline_no_longer_says_that_it_replaces_one_that_is_left_out() -> None:
    # The earlier one is frozen on three small numbers, the later one on those that followed too.
    series = make([3, 4, 2, *PAST, *SINCE])
    old = attrs.evolve(freeze(series, until="2007"), id="old")
    new = attrs.evolve(freeze(series, until="2016"), id="new", replaces="old")
    shown = withhold_numbers(
        Evaluation(id="small", title="Small", series=[series], baselines=[old, new])
    )
    assert [(one.id, one.replaces) for one in shown.baselines] == [("new", "")]


def test_where_everything_is_public_nothing_changes() -> None:
    for name in ("mime", "trafford"):
        evaluation = load_example(name)
        assert evaluation.protection is not None
        assert evaluation.protection.preset is Preset.NONE
        assert withhold_numbers(evaluation) == evaluation
    trafford = load_example("trafford")
    assert publish_curves(trafford) == assess_evaluation(trafford)


def test_the_rules_are_those_that_the_evaluation_chose() -> None:
    judged = withhold_numbers(build()).baselines[0].frozen
    chosen = Protection(preset=Preset.CMS11, judged=judged)
    assert withhold_numbers(build(protection=chosen)).series[0].values[:3] == (41, 52, None)
