"""Is the MIME evaluation drawn whole, with what its fact sheet says?"""

from functools import cache
from typing import Any

import pytest

from obamodel import plots
from obamodel.disclosure import publish_counts, publish_measures
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Counted
from obamodel.files import list_question_sets, load_example, read_question_set
from obamodel.stats.coverage import map_coverage
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read


@cache
def load() -> Evaluation:
    return load_example("mime")


@cache
def list_things() -> tuple[tuple[Any, Any], ...]:
    evaluation = load()
    people = [count for count in evaluation.counts if count.counted is not Counted.THINGS]
    return (
        (plots.counts, publish_counts(people, title="Who came")),
        (plots.coverage, map_coverage(evaluation)),
        (plots.network, plots.Network.from_evaluation(evaluation)),
        (plots.quadrants, publish_measures(evaluation)),
        *((plots.schematic, curve) for curve in evaluation.curves),
        *((plots.lost, loss) for loss in evaluation.losses),
        *((plots.cycle, read_question_set(name)) for name in list_question_sets()),
    )


def test_every_picture_of_mime_and_every_shipped_set_of_questions_is_whole() -> None:
    words = load().vocabulary
    assert len({picture.__name__ for picture, _ in list_things()}) == 7
    for picture, thing in list_things():
        ax = picture(thing, ax=make_axes(6.5, 20), vocabulary=words)
        assert find_trouble(ax) == []
        assert find_smallest_size(ax) >= 9


def test_the_alt_texts_use_no_code_words() -> None:
    for picture, thing in list_things():
        said = picture.alt_text(thing, load().vocabulary)
        for word in ("orphan", "proxy", "attacker", "rejected", "evidence_only", "None", "="):
            assert word not in said


def test_the_fifth_indicator_has_evidence_and_no_factor() -> None:
    # The fact sheet, section 6.
    said = plots.coverage.alt_text(map_coverage(load()))
    assert "(11)" in said
    assert "(13 in all)" in said
    assert "Indicator 5 is informed by no factor; some evidence bears on it" in said


def test_the_quadrants_say_cause_where_others_say_effort() -> None:
    # The fact sheet, section 4.
    ax = plots.quadrants(
        publish_measures(load()), ax=make_axes(6.5, 20), vocabulary=load().vocabulary
    )
    assert "Cause" in read(ax)
    assert "Effort" not in read(ax)


@pytest.mark.parametrize("name", ["forums", "peer support", "day service", "residential", "CDW"])
def test_the_network_joins_mime_to_the_six_it_names(name: str) -> None:
    # The fact sheet, section 7.1.
    network = plots.Network.from_evaluation(load())
    assert len(network.partners) == 6
    assert name.lower() in plots.network.alt_text(network).lower()
    assert plots.network.alt_text(network).startswith("MIME stands in the middle")
