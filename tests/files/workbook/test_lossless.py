"""What is written into a workbook is read back equal, and by any way round the other forms."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import obamodel as oba
from obamodel.files.document import write_document
from obamodel.files.workbook import read_workbook, write_workbook
from tests.strategies import KINDS, evaluations

ANY = evaluations() | evaluations(holding=("series", "baselines"), most=2)
FORMS = ("folder", "one.json", "one.xlsx")


def read_back(evaluation: oba.Evaluation) -> oba.Evaluation | None:
    reading = read_workbook(write_workbook(evaluation), "one.xlsx")
    assert reading.faults == ()
    return reading.evaluation


@settings(max_examples=40)
@given(ANY)
def test_a_workbook_reads_back_equal_to_the_last_letter(evaluation: oba.Evaluation) -> None:
    again = read_back(evaluation)
    assert again == evaluation
    assert write_document(again) == write_document(evaluation)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=3)
@given(data=st.data())
def test_things_of_every_kind_are_kept(kind: str, data: st.DataObject) -> None:
    evaluation = data.draw(evaluations(holding=(kind,), most=0))
    assert getattr(evaluation, kind)
    assert read_back(evaluation) == evaluation


@settings(max_examples=10)
@given(ANY)
def test_the_same_evaluation_is_always_the_same_bytes(evaluation: oba.Evaluation) -> None:
    written = write_workbook(evaluation)
    read = read_workbook(written, "one.xlsx").evaluation
    assert read is not None
    assert write_workbook(read) == written


@pytest.mark.parametrize("example", ["mime", "trafford"])
def test_the_examples_are_equal_after_any_way_round_the_forms(example: str, tmp_path: Path) -> None:
    evaluation = oba.load_example(example)
    for number, way in enumerate(permutations(FORMS)):
        place = tmp_path / str(number)
        place.mkdir()
        held = evaluation
        for form in way:
            oba.save(held, place / form)
            held = oba.load(place / form)
            assert held == evaluation
            assert write_document(held) == write_document(evaluation)


@pytest.mark.slow
@settings(max_examples=500)
@given(evaluations(most=12))
def test_large_evaluations_are_kept(evaluation: oba.Evaluation) -> None:
    assert read_back(evaluation) == evaluation
