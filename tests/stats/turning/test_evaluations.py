"""Which curves of an evaluation have turned?"""

import attrs
import pytest

import obamodel as oba
from obamodel.stats.turning import assess_evaluation


@pytest.fixture(scope="module")
def trafford() -> oba.Evaluation:
    return oba.load_example("trafford")


def test_baselines_are_judged_in_the_order_of_the_evaluation(trafford: oba.Evaluation) -> None:
    answers = assess_evaluation(trafford)
    assert [one.baseline.id for one in answers] == [one.id for one in trafford.baselines]


def test_a_baseline_without_a_family_is_judged_alone(trafford: oba.Evaluation) -> None:
    assert [one.family for one in assess_evaluation(trafford)] == [None, None]


def test_baselines_of_one_family_are_judged_together_wherever_they_stand(
    trafford: oba.Evaluation,
) -> None:
    early, late = trafford.baselines
    alone = attrs.evolve(late, id="alone")
    together = [attrs.evolve(one, family="crime") for one in (early, late)]
    changed = attrs.evolve(trafford, baselines=[together[0], alone, together[1]])
    families = [one.family for one in assess_evaluation(changed)]
    assert families[1] is None
    assert families[0] is not None
    assert families[2] is not None
    assert [families[0].looked_at, families[2].looked_at] == [2, 2]


def test_each_is_compared_with_the_series_it_names(trafford: oba.Evaluation) -> None:
    late = assess_evaluation(trafford)[1]
    assert late.comparison is not None
    assert len(late.comparison.others) == 9


def test_all_that_stands_in_the_way_is_named_at_once(trafford: oba.Evaluation) -> None:
    wrong = [attrs.evolve(one, standing=oba.Standing.ILLUSTRATIVE) for one in trafford.series]
    with pytest.raises(oba.InvalidError) as caught:
        assess_evaluation(attrs.evolve(trafford, series=wrong))
    places = [fault.path[:2] for fault in caught.value.faults]
    assert places == [
        ("baselines", "trafford-frozen-too-soon"),
        ("baselines", "trafford-after-2021-22"),
    ]
