"""Is a reader told what not to conclude, and only where there is a reason to?"""

import attrs

import obamodel as oba
from obamodel.domain.quantities import Count, Counted
from obamodel.report.document import Bullets, Section
from obamodel.report.material import gather_material
from obamodel.report.sections.not_shown import write_not_shown


def list_said(evaluation: oba.Evaluation) -> list[str]:
    chapter: Section = write_not_shown(gather_material(evaluation))
    return [
        item
        for part in chapter.sections
        for block in part.blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]


def has(said: list[str], words: str) -> bool:
    return any(words in one for one in said)


def test_an_evaluation_with_nothing_in_it_is_not_preached_at() -> None:
    assert list_said(oba.Evaluation(id="new", title="New")) == []


def test_mime_says_what_its_sketch_its_voices_and_its_lost_charts_cannot_tell() -> None:
    said = list_said(oba.load_example("mime"))
    for words in (
        "Evidence of views, over time is a sketch: there are no figures in that line.",
        "How things stand with indicators 1, 2, 3, 4 and 5: good figures are not there.",
        "Not measured, or the figures are not there: ",
        "Nobody counted, or wrote down: people at the session for interviewers",
        "They show what some people felt, not how many felt it.",
        "that are lost: ",
        "others helped too",
        "Stories of change say what some people lived through.",
    ):
        assert has(said, words), words
    assert not has(said, "A curve that")
    # The same is noted of what people said and of what changed for them: it is told once.
    assert len(said) == len(set(said))


def test_trafford_says_what_its_curves_do_not_show_and_what_has_too_few_points() -> None:
    said = list_said(oba.load_example("trafford"))
    # No curve turned there: nothing is said about curves that did.
    assert not has(said, "A curve that turned")
    assert has(said, "does not say that nothing helped")
    assert has(
        said,
        "(baseline until 2017/18): too few points. There can be an answer from a new baseline "
        "with 2024/25.",
    )
    assert not has(said, "baseline until 2021/22): ")
    assert has(said, "nobody has frozen a baseline: Children cautioned or sentenced in England.")


def test_what_is_hidden_is_counted_and_is_not_none() -> None:
    few = [
        Count(id=f"few-{n}", of=f"people at {n}", counted=Counted.PEOPLE, value=n)
        for n in (2, 3, 40)
    ]
    small = oba.Evaluation(id="small", title="Small", counts=few)
    assert has(list_said(small), "2 numbers about few people, or that would give these away.")
    open_ = attrs.evolve(small, counts=few[2:])
    assert not has(list_said(open_), "few people")
