"""What a reader of the command line gets of each curve."""

import json
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest

import obamodel as oba
from obamodel.report import curves
from obamodel.stats.turning import CurveAnswer


@pytest.fixture(scope="module")
def answers() -> tuple[CurveAnswer, ...]:
    return oba.assess_evaluation(oba.load_example("trafford"))


def say(answer: CurveAnswer) -> str:
    return " ".join(curves.write_text(answer).split())


def test_the_text_begins_with_the_series_and_the_name_of_the_baseline(
    answers: tuple[CurveAnswer, ...],
) -> None:
    first = curves.write_text(answers[1]).splitlines()[0]
    assert first == "Children cautioned or sentenced in Trafford (trafford-after-2021-22)"


def test_no_line_is_wider_than_a_screen(answers: tuple[CurveAnswer, ...]) -> None:
    lines = [line for answer in answers for line in curves.write_text(answer).splitlines()]
    assert max(map(len, lines)) <= 88


def test_the_text_holds_the_sentence_the_size_the_caveats_and_the_rivals(
    answers: tuple[CurveAnswer, ...],
) -> None:
    answer = answers[1]
    told = say(answer)
    assert answer.sentence in told
    assert all(caveat in told for caveat in answer.caveats)
    assert all(rival in told for rival in answer.rivals)
    assert all(one.sentence in told for one in answer.evidence)
    assert "per 10,000 aged 10-17 worse than forecast on average (95% interval:" in told


def test_a_baseline_without_limits_has_no_interval(answers: tuple[CurveAnswer, ...]) -> None:
    assert "95% interval" not in say(answers[0])


def test_before_anything_is_seen_nothing_else_has_to_explain_it() -> None:
    evaluation = oba.load_example("trafford")
    baseline = evaluation.find("trafford-after-2021-22")
    series = evaluation.find(baseline.series).until("2021/22")
    told = say(oba.assess_curve(baseline, series))
    assert "Nothing has been seen since the start." in told
    assert "What else may explain it" not in told


def test_what_could_not_be_compared_is_named_with_the_reason() -> None:
    evaluation = oba.load_example("trafford")
    baseline = evaluation.find("trafford-after-2021-22")
    england = evaluation.find("cautioned-or-sentenced-england")
    surrey = evaluation.find("cautioned-or-sentenced-surrey").since("2019/20")
    answer = oba.assess_curve(
        baseline, evaluation.find(baseline.series), comparisons=[england, surrey]
    )
    assert "Children cautioned or sentenced in Surrey was left out:" in say(answer)


def test_the_record_is_plain_and_says_the_same(answers: tuple[CurveAnswer, ...]) -> None:
    for answer in answers:
        told = json.loads(json.dumps(curves.describe(answer)))
        assert told["verdict"] == str(answer.verdict)
        assert told["sentence"] == answer.sentence
        assert told["caveats"] == list(answer.caveats)
        assert answer.departure is not None
        assert told["departure"]["value"] == answer.departure.value
        assert len(told["points"]) == answer.points_after


def test_each_picture_is_named_after_its_baseline_and_can_be_read(
    answers: tuple[CurveAnswer, ...], tmp_path: Path
) -> None:
    written = curves.save_pictures(answers, tmp_path / "pictures")
    assert [path.name for path in written] == [f"{one.baseline.id}.svg" for one in answers]
    for path in written:
        assert ElementTree.parse(path).getroot().tag.endswith("svg")


def test_a_family_says_how_many_were_looked_at(answers: tuple[CurveAnswer, ...]) -> None:
    late = answers[1]
    baselines = [attrs.evolve(late.baseline, id=f"baseline-{number}") for number in range(3)]
    family = oba.assess_family("crime", [(one, late.series) for one in baselines])
    assert [curves.describe(one)["looked_at"] for one in family] == [3, 3, 3]
    assert "one of 3 in the family crime" in say(family[0])
