"""Is a curve shown with its verdict first, and its numbers and caveats behind it?"""

import attrs
import pytest

import obamodel as oba
from obamodel.disclosure import publish_curves
from obamodel.files.filled_forms.turning import find_measure
from obamodel.report.document import Block, Bullets, Figure, Paragraph, Table
from obamodel.report.forms.curve_first import CurveShown, show_curve
from obamodel.report.material import gather_material

MEASURE = "children-cautioned-or-sentenced"


def show(evaluation: oba.Evaluation, about: str) -> CurveShown:
    material = gather_material(evaluation)
    return show_curve(material, find_measure(material.evaluation, about))


def list_words(blocks: tuple[Block, ...]) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Paragraph)]


@pytest.fixture(scope="module")
def trafford() -> oba.Evaluation:
    return oba.load_example("trafford")


def test_each_baseline_has_a_picture_and_its_sentence_the_latest_forecast_first(
    trafford: oba.Evaluation,
) -> None:
    shown = show(trafford, MEASURE)
    from_2018, from_2022 = publish_curves(trafford)
    assert list_words(shown.first) == [from_2022.sentence, from_2018.sentence]
    assert [type(one) for one in shown.first] == [Figure, Paragraph, Figure, Paragraph]
    assert all(one.alt for one in shown.first if isinstance(one, Figure))


def test_the_numbers_and_every_caveat_stand_behind(trafford: oba.Evaluation) -> None:
    shown = show(trafford, MEASURE)
    assert sum(isinstance(one, Table) for one in shown.behind) == 2
    told = {line for one in shown.behind if isinstance(one, Bullets) for line in one.items}
    for answer in publish_curves(trafford):
        assert set(answer.caveats) <= told


def test_a_baseline_that_was_replaced_is_not_shown_again(trafford: oba.Evaluation) -> None:
    first, second = trafford.baselines
    replacing = attrs.evolve(second, replaces=first.id)
    shown = show(attrs.evolve(trafford, baselines=[first, replacing]), MEASURE)
    assert [one.partition(":")[0] for one in list_words(shown.first)] == [
        "Children cautioned or sentenced in Trafford"
    ]


def test_without_a_baseline_no_verdict_is_given(trafford: oba.Evaluation) -> None:
    shown = show(attrs.evolve(trafford, baselines=[]), MEASURE)
    (said,) = list_words(shown.first)
    assert "nobody can say whether it has turned" in said
    assert isinstance(shown.first[0], Figure)


def test_without_numbers_what_is_known_is_told() -> None:
    mime = oba.load_example("mime")
    (*_, said) = list_words(show(mime, "indicator-1").first)
    assert said.startswith("There are no numbers over time for it yet")
    measure = show(mime, "measure-training-places")
    assert list_words(measure.first)[-1].startswith("What is known: ")
    assert measure.behind == ()
