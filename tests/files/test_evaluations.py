"""The ending of a path, or what lies there, chooses the form."""

import os
import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.frozen import find_changed_baselines
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.errors import Fault, InvalidError
from obamodel.files import load, save
from tests.strategies import KINDS, evaluations

SMALL = Evaluation(id="small", title="Small")


def refuse_saving(path: Path, evaluation: Evaluation = SMALL) -> Fault:
    with pytest.raises(InvalidError) as caught:
        save(evaluation, path)
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize("name", ["small", "small.json", "small.JSON"])
def test_both_forms_are_saved_and_loaded_by_path_or_by_text(tmp_path: Path, name: str) -> None:
    save(SMALL, str(tmp_path / name))
    assert load(str(tmp_path / name)) == load(tmp_path / name) == SMALL
    assert (tmp_path / name).is_dir() is (name == "small")


@pytest.mark.parametrize("name", ["small.toml", "small.ods", "small.json.txt", "v1.0"])
def test_an_ending_of_no_form_is_refused(tmp_path: Path, name: str) -> None:
    fault = refuse_saving(tmp_path / name)
    assert "end the name in .json or .xlsx for one file, or in nothing for a folder" in fault.mend
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "v1.0").mkdir()
    save(SMALL, tmp_path / "v1.0")
    assert load(tmp_path / "v1.0") == SMALL


def test_a_file_is_not_taken_for_a_folder_nor_a_folder_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    (tmp_path / "folder.json").mkdir()
    assert refuse_saving(tmp_path / "notes").found == "it is a file, not a folder"
    assert refuse_saving(tmp_path / "folder.json").found == "it is a folder, and ends like a file"
    assert refuse_saving(tmp_path / "nowhere" / "new").found == "there is no such folder"
    assert refuse_saving(tmp_path / "nowhere" / "new.json").found == "there is no such folder"


def test_a_file_of_the_folder_is_answered_with_the_folder(tmp_path: Path) -> None:
    save(SMALL, tmp_path / "small")
    with pytest.raises(InvalidError, match="give the folder of the evaluation") as caught:
        load(tmp_path / "small" / "evaluation.toml")
    assert str(tmp_path / "small") in str(caught.value)


@pytest.mark.parametrize("name", ["", "nowhere", "nowhere.json", "a\x00b", "x" * 5_000])
def test_a_path_that_leads_nowhere_is_refused_and_raises_nothing_else(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidError):
        load(name)


def test_a_single_file_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    save(SMALL, path)
    os.utime(path, ns=(1, 1))
    save(load(path), path)
    assert path.stat().st_mtime_ns == 1
    save(attrs.evolve(SMALL, title="New"), path)
    assert path.stat().st_mtime_ns != 1


def test_every_fault_of_a_single_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    path.write_text(
        '{\n "schema_version": 1,\n "id": "A",\n "titel": "x",\n "risks": [\n'
        '  {"id": "r", "name": "x", "curves": ["none"]}\n ],\n "risks": []}\n',
        "utf-8",
    )
    with pytest.raises(InvalidError) as caught:
        load(path)
    assert [(fault.file, fault.line, fault.code) for fault in caught.value.faults] == [
        ("small.json", 1, "missing"),
        ("small.json", 3, "bad-name"),
        ("small.json", 4, "unknown-key"),
        ("small.json", 8, "written-twice"),
    ]


@pytest.mark.parametrize(
    ("question_set", "question", "mend"),
    [("gibs", "feelings", 'did you mean "gibbs"?'), ("gibbs", "feling", "feelings")],
)
def test_a_round_that_answers_what_nobody_asks_is_not_saved(
    tmp_path: Path, question_set: str, question: str, mend: str
) -> None:
    cycle = ReflectiveCycle(
        id="first",
        title="First",
        question_set=question_set,
        responses=[Response(question=question, text="Well.")],
    )
    fault = refuse_saving(tmp_path / "new", attrs.evolve(SMALL, cycles=[cycle]))
    assert mend in fault.mend
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=2)
@given(data=st.data())
def test_things_of_every_kind_are_kept_in_both_forms(kind: str, data: st.DataObject) -> None:
    evaluation = data.draw(evaluations(holding=(kind,), most=0))
    assert getattr(evaluation, kind)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("new", "new.json"):
            save(evaluation, Path(folder) / name)
            assert load(Path(folder) / name) == evaluation


@pytest.mark.slow
@settings(max_examples=2_000)
@given(evaluations(most=12), evaluations(most=12))
def test_large_evaluations_are_kept_in_both_forms_and_over_one_another(
    old: Evaluation, new: Evaluation
) -> None:
    assume(not find_changed_baselines(old.baselines, new.baselines))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("new", "new.json"):
            for evaluation in (old, new, old):
                save(evaluation, Path(folder) / name)
                assert load(Path(folder) / name) == evaluation
