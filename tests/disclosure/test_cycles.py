"""Are two rounds that leave the house compared from what may be shown?"""

import attrs

import obamodel as oba
from obamodel.disclosure.curves import AGAIN
from obamodel.disclosure.cycles import publish_cycles
from obamodel.stats.cycles import compare_cycles
from tests.stats.test_cycles import make


def make_of_people(few: int) -> oba.Evaluation:
    open_ = make()
    values = [
        few if place == 2 else one.value for place, one in enumerate(open_.series[0].observations)
    ]
    series = attrs.evolve(
        open_.series[0],
        counted=oba.Counted.PEOPLE,
        observations=[
            attrs.evolve(one, value=value)
            for one, value in zip(open_.series[0].observations, values, strict=True)
        ],
    )
    baseline = oba.freeze_baseline(
        series, until="2012", periods=3, as_of="2013-01-31", author="us", because="so", id="base"
    )
    return attrs.evolve(open_, series=[series], baselines=[baseline])


def test_where_nothing_is_hidden_both_are_the_same() -> None:
    assert publish_cycles(make(), "first", "second") == compare_cycles(make(), "first", "second")


def test_a_small_number_changes_nothing_that_is_shown_and_that_is_said() -> None:
    one, other = (publish_cycles(make_of_people(few), "first", "second") for few in (2, 6))
    assert one == other
    assert AGAIN in one.caveats
