"""Nothing is lost: what was read can be written back equal, and what people wrote stays."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import obamodel as oba
from tests.strategies import evaluations

MIME = Path(oba.__file__).parent / "examples" / "mime"


@contextmanager
def empty_place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def remember(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


@pytest.fixture
def mime(tmp_path: Path) -> Path:
    folder = tmp_path / "mime"
    oba.start_folder(folder, example="mime")
    return folder


@given(evaluations())
def test_a_folder_reads_back_equal(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "folder")
        assert oba.load(place / "folder") == evaluation


@given(evaluations())
def test_a_single_file_reads_back_equal_and_is_canonical(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "one.json")
        assert oba.load(place / "one.json") == evaluation
        oba.save(oba.load(place / "one.json"), place / "two.json")
        assert (place / "one.json").read_bytes() == (place / "two.json").read_bytes()


@given(evaluations())
def test_saving_unchanged_over_its_own_folder_touches_no_file(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "folder")
        before = remember(place / "folder")
        oba.save(oba.load(place / "folder"), place / "folder")
        assert remember(place / "folder") == before


@given(evaluations(), evaluations())
def test_one_evaluation_saved_over_another_reads_back_equal(
    old: oba.Evaluation, new: oba.Evaluation
) -> None:
    with empty_place() as place:
        oba.save(old, place / "folder")
        oba.save(new, place / "folder")
        assert oba.load(place / "folder") == new


@given(evaluations())
def test_the_two_forms_say_the_same(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "folder")
        oba.save(oba.load(place / "folder"), place / "one.json")
        assert oba.load(place / "one.json") == evaluation


def test_the_mime_folder_saved_over_itself_changes_no_byte(mime: Path) -> None:
    before = remember(mime)
    oba.save(oba.load(mime), mime)
    assert remember(mime) == before


def test_one_changed_word_changes_one_line_of_one_file(mime: Path) -> None:
    before = remember(mime)
    evaluation = oba.load(mime)
    factors = tuple(
        attrs.evolve(factor, name="A site on the web") if factor.id == "c5" else factor
        for factor in evaluation.factors
    )
    oba.save(attrs.evolve(evaluation, factors=factors), mime)
    after = remember(mime)
    assert [name for name in before if before[name] != after[name]] == ["factors.toml"]
    lines = zip(
        before["factors.toml"][0].splitlines(), after["factors.toml"][0].splitlines(), strict=True
    )
    assert [(one, two) for one, two in lines if one != two] == [
        (b'name = "Website"', b'name = "A site on the web"')
    ]


def test_notes_of_people_survive_additions_removals_and_a_new_order(mime: Path) -> None:
    notes = {}
    for path in sorted(mime.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(f"# kept at the top of {path.name}\n{text}# kept at the end\n", "utf-8")
        notes[path.name] = [
            line for line in path.read_text("utf-8").splitlines() if line.startswith("#")
        ]
    evaluation = oba.load(mime)
    changed = attrs.evolve(
        evaluation,
        actions=(
            *reversed(evaluation.actions[1:]),
            oba.Action(id="plan-new", text="Ask more people.", owner="the group"),
        ),
        lessons=evaluation.lessons[1:],
        title="Another title",
    )
    oba.save(changed, mime)
    assert oba.load(mime) == changed
    for name, lines in notes.items():
        kept = (mime / name).read_text("utf-8").splitlines()
        assert [line for line in lines if line not in kept] == []


def test_a_default_that_somebody_wrote_out_and_a_bare_date_stay_as_they_are(mime: Path) -> None:
    path = mime / "recommendations.toml"
    text = path.read_text("utf-8")
    written = text.replace('made_on = "2011-10-28"', "made_on = 2011-10-28", 1)
    assert written != text
    path.write_text(written, "utf-8")
    before = remember(mime)
    oba.save(oba.load(mime), mime)
    assert remember(mime) == before


def test_a_crash_while_saving_leaves_the_old_file_and_nothing_beside_it(
    mime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: content for name, (content, _) in remember(mime).items()}
    evaluation = attrs.evolve(oba.load(mime), title="Another title", summary="Another summary.")

    def break_off(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", break_off)
    with pytest.raises(oba.InvalidError):
        oba.save(evaluation, mime)
    assert {name: content for name, (content, _) in remember(mime).items()} == before


def test_a_file_that_has_nothing_left_to_say_keeps_its_notes(mime: Path) -> None:
    evaluation = oba.load(mime)
    actions = tuple(attrs.evolve(action, cycle="") for action in evaluation.actions)
    oba.save(
        attrs.evolve(evaluation, lessons=(), success_factors=(), cycles=(), actions=actions), mime
    )
    left = (mime / "reflection.toml").read_text("utf-8")
    assert "#" in left
    assert all(line.startswith("#") for line in left.splitlines() if line.strip())


def test_the_single_file_begins_with_its_version_and_ends_with_a_line(tmp_path: Path) -> None:
    target = tmp_path / "mime.json"
    oba.save(oba.load_example("mime"), target)
    text = target.read_text("utf-8")
    assert text.startswith('{\n  "schema_version": 1,\n')
    assert text.endswith("}\n")
    assert json.loads(text)["title"] == "Evaluation of the MIME project"
