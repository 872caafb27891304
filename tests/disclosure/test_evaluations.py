"""Does the copy of an evaluation that leaves the house hold nothing that may not be shown?"""

import attrs
import pytest

from obamodel.disclosure.curves import AGAIN
from obamodel.disclosure.evaluations import publish_curves, withhold_numbers
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.quantities import Count, Counted
from obamodel.files import load_example
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
