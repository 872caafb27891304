"""Does the report say of every curve what can be said, and of the others that nothing can?"""

import attrs
import pytest

import obamodel as oba
from obamodel.domain.period import Period
from obamodel.report.document import Figure, Section
from obamodel.report.material import gather_material
from obamodel.report.sections.turned import write_turned


def write(evaluation: oba.Evaluation, *, internal: bool = False) -> Section:
    return write_turned(gather_material(evaluation, internal=internal))


def read(section: Section) -> str:
    lines = [
        str(getattr(block, name))
        for block in section.blocks
        for name in ("text", "items", "rows", "title")
        if hasattr(block, name)
    ]
    return "\n".join([section.title, *lines, *map(read, section.sections)])


@pytest.fixture(scope="module")
def trafford() -> oba.Evaluation:
    return oba.load_example("trafford")


def test_every_baseline_has_its_picture_sentence_size_and_what_to_weigh(
    trafford: oba.Evaluation,
) -> None:
    chapter = write(trafford)
    for answer in oba.publish_curves(trafford):
        (part,) = (one for one in chapter.sections if one.id == f"curve-{answer.baseline.id}")
        assert any(isinstance(block, Figure) for block in part.blocks)
        text = read(part)
        assert answer.sentence in text
        for said in (*answer.caveats, *answer.rivals):
            assert said in text
    # From the answer itself: 7 lower than wished for, between 37.4 worse and 23.5 better.
    assert "(95% interval: 37.4 worse to 23.5 better)" in read(chapter)


def test_it_begins_with_how_many_were_looked_at_and_what_a_verdict_is_not(
    trafford: oba.Evaluation,
) -> None:
    text = read(write(trafford))
    assert (
        "2 baselines were held against what happened since: too few points (1) and no turn" in text
    )
    assert "It does not say what bent it" in text


def test_a_series_without_a_baseline_is_drawn_and_not_judged(trafford: oba.Evaluation) -> None:
    chapter = write(trafford)
    (part,) = (one for one in chapter.sections if one.id.startswith("series-"))
    assert part.title == "Children cautioned or sentenced in England"
    assert "nobody can say whether it has turned" in read(part)
    # What is only there to compare with is not asked for.
    assert "series-cautioned-or-sentenced-bromley" not in {one.id for one in chapter.sections}


def test_a_baseline_that_was_replaced_says_by_whom_and_why(trafford: oba.Evaluation) -> None:
    first, second = trafford.baselines
    changed = attrs.evolve(trafford, baselines=[first, attrs.evolve(second, replaces=first.id)])
    text = read(write(changed))
    assert f"replaced by a later one by {second.frozen.author}" in text
    assert second.frozen.reason in text


def test_a_target_is_a_wish_beside_the_newest_figure(trafford: oba.Evaluation) -> None:
    target = oba.Target(
        id="fewer",
        series="cautioned-or-sentenced-trafford",
        value=10,
        period=Period.parse("2026/27"),
        reason="What the best of the areas like ours have.",
    )
    text = read(write(attrs.evolve(trafford, targets=[target])))
    assert "It is no forecast." in text
    for said in ("10 per 10,000", "2026/27", "14 per 10,000 aged 10-17 in 2024/25", target.reason):
        assert said in text


def test_where_there_are_no_figures_nothing_is_written() -> None:
    assert write(oba.load_example("mime")).is_empty


def test_a_curve_of_small_numbers_is_left_out_and_that_is_said() -> None:
    series = oba.Series.from_dict(
        {str(year): 3 for year in range(2005, 2017)},
        id="few",
        name="People who left",
        kind=oba.SeriesKind.COUNT,
        unit="people",
        polarity=oba.Polarity.LOW,
    )
    baseline = oba.freeze_baseline(
        series, until="2013", periods=3, as_of="2014", author="us", because="so"
    )
    small = oba.Evaluation(id="small", title="Small", series=[series], baselines=[baseline])
    text = read(write(small))
    assert "One baseline is left out" in text
    assert "turned" not in text.replace("Has the curve turned?", "").replace("has turned", "")
    assert "One baseline was held against" in read(write(small, internal=True))
