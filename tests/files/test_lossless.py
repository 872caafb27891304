"""Nothing is lost: what was read can be written back equal, and what people wrote stays."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given

import obamodel as oba
from obamodel.domain.frozen import find_changed_baselines
from tests.strategies import evaluations

# Of everything there can be; and with curves for sure, which hold most of the numbers.
ANY = evaluations() | evaluations(holding=("series", "baselines"), most=2)
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


@given(ANY)
def test_a_folder_reads_back_equal(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "folder")
        assert oba.load(place / "folder") == evaluation


@given(ANY)
def test_a_single_file_reads_back_equal_and_is_canonical(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "one.json")
        assert oba.load(place / "one.json") == evaluation
        oba.save(oba.load(place / "one.json"), place / "two.json")
        assert (place / "one.json").read_bytes() == (place / "two.json").read_bytes()


@given(ANY)
def test_saving_unchanged_over_its_own_folder_touches_no_file(evaluation: oba.Evaluation) -> None:
    with empty_place() as place:
        oba.save(evaluation, place / "folder")
        before = remember(place / "folder")
        oba.save(oba.load(place / "folder"), place / "folder")
        assert remember(place / "folder") == before


@given(ANY, ANY)
def test_one_evaluation_saved_over_another_reads_back_equal(
    old: oba.Evaluation, new: oba.Evaluation
) -> None:
    assume(not find_changed_baselines(old.baselines, new.baselines))
    with empty_place() as place:
        for name in ("folder", "one.json"):
            oba.save(old, place / name)
            oba.save(new, place / name)
            assert oba.load(place / name) == new


@given(ANY)
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
    gone = {evaluation.actions[0].id, evaluation.lessons[0].id}
    changed = attrs.evolve(
        evaluation,
        plain_words=[one for one in evaluation.plain_words if one.about not in gone],
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


# --- curves ----------------------------------------------------------------------------------


@pytest.fixture
def curves(tmp_path: Path) -> Path:
    folder = tmp_path / "curves"
    folder.mkdir()
    (folder / "evaluation.toml").write_text(
        'schema_version = 1\nid = "made-up"\ntitle = "Made up"\n', "utf-8"
    )
    (folder / "series.toml").write_text(SERIES, "utf-8")
    (folder / "points.csv").write_text(POINTS, "utf-8")
    (folder / "baselines.toml").write_text(BASELINES, "utf-8")
    return folder


SERIES = """\
# Counted by the youth justice board.
[[series]]
id = "cautioned"
name = "Children cautioned"
kind = "rate"           # not a share: a child can be cautioned twice
unit = "per 10,000 aged 10-17"
per = 10_000
polarity = "low is good"
"""
# As a person keeps it: the latest on top, and a row left free between the places.
POINTS = """\
period,series,value,note
FYE Mar 2016,cautioned,49.50,
FYE Mar 2015,cautioned,51,"a new form, from May"
,,,
FYE Mar 2014,cautioned,54,
"""
BASELINES = """\
[[baselines]]
id = "before-the-club"
series = "cautioned"
method = "given"
agreed_by = "the board"
frozen = {author = "data group", on = "2015-05", reason = "No new money."}
# As it was known then.
history = [
  {period = "2013/14", value = 54},
  {period = "2014/15", value = 51.0},   # provisional
]
forecast = [
  {period = "2015/16", value = 51, lower = 46.5, upper = 55.5},
]
"""


def read_all(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def change_baseline(folder: Path, **changes: Any) -> oba.Evaluation:
    evaluation = oba.load(folder)
    (baseline,) = evaluation.baselines
    return attrs.evolve(evaluation, baselines=[attrs.evolve(baseline, **changes)])


def test_a_new_point_is_one_new_row_and_no_other_file_is_touched(curves: Path) -> None:
    before, evaluation = remember(curves), oba.load(curves)
    (series,) = evaluation.series
    assert list(series.values) == [54, 51, 49.5]
    more = series.extend(
        [attrs.evolve(series.observations[-1], period=series.periods[-1].shift(1))]
    )
    oba.save(attrs.evolve(evaluation, series=[more]), curves)
    assert (curves / "points.csv").read_text("utf-8") == POINTS.replace(
        "note\n", "note\nFYE Mar 2017,cautioned,49.5,\n", 1
    )
    after = remember(curves)
    assert [name for name in before if before[name] != after[name]] == ["points.csv"]


def test_new_words_about_a_series_leave_its_points_alone(curves: Path) -> None:
    before, evaluation = remember(curves), oba.load(curves)
    series = attrs.evolve(evaluation.series[0], name="Children cautioned or sentenced")
    oba.save(attrs.evolve(evaluation, series=[series]), curves)
    assert (curves / "series.toml").read_text("utf-8") == SERIES.replace(
        "Children cautioned", "Children cautioned or sentenced"
    )
    assert remember(curves)["points.csv"] == before["points.csv"]


def test_how_a_source_prints_its_periods_survives_another_form(curves: Path) -> None:
    single = curves.parent / "one.json"
    oba.save(oba.load(curves), single)
    oba.save(oba.load(single), curves.parent / "again")
    (series,) = oba.load(curves.parent / "again").series
    assert [str(period) for period in series.periods] == [
        "FYE Mar 2014",
        "FYE Mar 2015",
        "FYE Mar 2016",
    ]


def test_a_whole_number_stays_whole_in_both_forms(curves: Path) -> None:
    single = curves.parent / "one.json"
    oba.save(oba.load(curves), single)
    for place in (curves, single):
        evaluation = oba.load(place)
        assert [repr(value) for value in evaluation.series[0].values] == ["54", "51", "49.5"]
        history = evaluation.baselines[0].history
        assert [repr(point.value) for point in history] == ["54", "51.0"]


@pytest.mark.parametrize("name", ["curves", "one.json"])
def test_a_frozen_baseline_is_never_made_anew_quietly(curves: Path, name: str) -> None:
    place = curves.parent / name
    if not place.exists():
        oba.save(oba.load(curves), place)
    old = oba.load(place)
    moved = change_baseline(place, forecast=[attrs.evolve(old.baselines[0].forecast[0], value=50)])
    with pytest.raises(oba.InvalidError) as caught:
        oba.save(moved, place)
    (fault,) = caught.value.faults
    assert str(fault) == (
        f"{'baselines.toml' if name == 'curves' else name} baselines[0]: "
        '"before-the-club" was frozen before, and this would change its forecast; give the new '
        'one another id, and write replaces = "before-the-club" in it [frozen-baseline-changed]'
    )
    assert oba.load(place) == old


def test_a_baseline_under_another_name_stands_beside_the_one_it_replaces(curves: Path) -> None:
    evaluation = oba.load(curves)
    (first,) = evaluation.baselines
    second = attrs.evolve(
        first,
        id="after-the-review",
        replaces="before-the-club",
        forecast=[attrs.evolve(first.forecast[0], value=50)],
    )
    oba.save(attrs.evolve(evaluation, baselines=[first, second]), curves)
    assert oba.load(curves).baselines == (first, second)
    written = read_all(curves)["baselines.toml"]
    assert written.startswith(BASELINES)
    assert '\nreplaces = "before-the-club"\n' in written
    assert '\n  {period = "2015/16", value = 50, lower = 46.5, upper = 55.5},\n' in written


def test_what_is_still_said_of_a_frozen_baseline_is_written_beside_it(curves: Path) -> None:
    ended = oba.load(curves).series[0].periods[-1]
    oba.save(change_baseline(curves, ended=ended, rivals=["Fewer police."]), curves)
    assert read_all(curves)["baselines.toml"] == (
        BASELINES + 'ended = "FYE Mar 2016"\nrivals = ["Fewer police."]\n'
    )


def test_a_single_file_that_cannot_be_read_is_no_baseline_to_keep(curves: Path) -> None:
    single = curves.parent / "one.json"
    single.write_text("{", "utf-8")
    oba.save(oba.load(curves), single)
    assert oba.load(single) == oba.load(curves)
