"""The command line as a person uses it."""

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import obamodel as oba
from obamodel.cli import main
from tests.disclosure.test_evaluations import build


def test_one_command_writes_the_mime_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mime.html"
    assert main(["report", "--example", "mime", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert capsys.readouterr().out == f"Wrote {target}\n"


def test_the_ending_chooses_markdown(tmp_path: Path) -> None:
    target = tmp_path / "mime.md"
    assert main(["report", "--example", "mime", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("# ")


def test_an_ending_without_a_printer_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mime.pdf"
    assert main(["report", "--example", "mime", "-o", str(target)]) == 2
    assert (
        'there is no printer for ".pdf"; end the name in .html, open it in a'
        in capsys.readouterr().err
    )
    assert list(tmp_path.iterdir()) == []


def test_a_report_needs_one_evaluation_and_not_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.html"
    assert main(["report", "-o", str(target)]) == 2
    assert main(["report", str(tmp_path), "--example", "mime", "-o", str(target)]) == 2
    said = capsys.readouterr().err
    assert "name one evaluation; give either a folder or --example NAME" in said
    assert "two evaluations are named; give either a folder or --example NAME" in said
    assert not target.exists()


def test_a_misspelt_example_is_answered_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "--example", "mine", "-o", str(tmp_path / "x.html")]) == 2
    assert "mime" in capsys.readouterr().err


def test_new_then_check_then_report_works_from_an_empty_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    assert main(["new", str(folder)]) == 0
    assert main(["check", str(folder)]) in (0, 1)
    assert main(["report", str(folder), "-o", str(tmp_path / "ours.html")]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_new_does_not_write_into_a_folder_that_holds_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_new_can_start_from_mime(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    assert main(["new", str(folder), "--example", "mime"]) == 0
    assert main(["check", str(folder)]) == 1


def test_check_leaves_with_1_where_questions_are_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--example", "mime"]) == 1
    assert "indicator 5" in capsys.readouterr().out.lower()


def test_check_as_json_lists_findings_with_their_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--example", "mime", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["faults"] == []
    assert {"code", "severity", "sentence", "mend", "source"} <= set(said["findings"][0])


def test_check_names_every_fault_of_a_broken_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    main(["new", str(folder)])
    (folder / "factors.toml").write_text(
        '[[factors]]\nid = "A 1"\nlabel = "A1"\nname = ""\ngroop = "x"\n', encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["check", str(folder)]) == 2
    said = capsys.readouterr().err
    assert said.count("factors.toml:") >= 3
    assert main(["check", str(folder), "--json"]) == 2
    assert len(json.loads(capsys.readouterr().out)["faults"]) >= 3


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere-at-all"]) == 2
    assert "nowhere-at-all" in capsys.readouterr().err


def test_python_minus_m_runs_the_same_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "obamodel", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("obamodel ")


def test_check_leaves_with_0_once_every_question_is_let_stand_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    main(["new", str(folder)])
    evaluation = oba.load(folder)
    judged = oba.Judgement(
        author="the group", on=oba.PartialDate.parse("2026-11"), reason="We have only begun."
    )
    codes = {finding.code for finding in oba.review_evaluation(evaluation).open}
    waivers = [oba.Waiver(rule=code, judged=judged) for code in sorted(codes)]
    oba.save(attrs.evolve(evaluation, waivers=waivers), folder)
    capsys.readouterr()
    assert main(["check", str(folder)]) == 0
    assert "We have only begun." in capsys.readouterr().out


# --- curve -------------------------------------------------------------------------------


def test_every_frozen_baseline_of_the_example_is_judged_in_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["curve", "--example", "trafford"]) == 0
    told = capsys.readouterr().out
    assert "(trafford-frozen-too-soon)" in told
    sentence = "there are too few points to set a baseline: 4; at least 8 are wanted."
    assert sentence in " ".join(told.split())
    assert "(trafford-after-2021-22)" in told
    assert "To weigh:" in told
    assert "What else may explain it:" in told


def test_the_verdicts_can_be_read_by_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["curve", "--example", "trafford", "--json"]) == 0
    early, late = json.loads(capsys.readouterr().out)
    assert (early["verdict"], late["verdict"]) == ("too few points", "no turn shown")
    assert (early["points_before"], late["points_before"]) == (4, 8)
    assert [point["period"] for point in late["points"]] == ["2022/23", "2023/24", "2024/25"]
    assert [point["value"] for point in late["points"]] == [14, 14, 14]
    low, high = late["departure"]["lower"], late["departure"]["upper"]
    assert low < late["departure"]["value"] < high
    assert late["comparison"]["left_out"] == []


def test_each_curve_can_be_drawn_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["curve", "--example", "trafford", "--pictures", str(tmp_path)]) == 0
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == ["trafford-after-2021-22.svg", "trafford-frozen-too-soon.svg"]
    assert (tmp_path / drawn[0]).read_text(encoding="utf-8").startswith("<svg")
    assert f"Wrote {tmp_path / drawn[1]}" in capsys.readouterr().out


def test_an_evaluation_without_a_baseline_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["curve", "--example", "mime"]) == 0
    assert "No baseline is frozen in this evaluation" in capsys.readouterr().out


def test_what_cannot_be_judged_is_refused_by_the_name_of_its_baseline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluation = oba.load_example("trafford")
    series = evaluation.find("cautioned-or-sentenced-trafford")
    without = attrs.evolve(series, polarity=oba.Polarity.NONE)
    others = [each for each in evaluation.series if each.id != series.id]
    oba.save(attrs.evolve(evaluation, series=[without, *others]), tmp_path / "unsure")
    assert main(["curve", str(tmp_path / "unsure")]) == 2
    told = capsys.readouterr().err
    assert "baselines.trafford-frozen-too-soon" in told
    assert "baselines.trafford-after-2021-22" in told
    assert "does not say whether high or low is good" in told


def test_an_internal_report_is_said_to_be_not_for_publication(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mime.md"
    assert main(["report", "--example", "mime", "--internal", "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"Wrote {target}, which is not for publication\n"
    assert target.read_text(encoding="utf-8").startswith("**Not for publication")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make an evaluation with a curve in which there are small numbers."""
    folder = tmp_path / "small"
    oba.save(build(), folder)
    return folder


def test_a_curve_with_small_numbers_is_judged_from_what_may_be_published(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = tmp_path / "pictures"
    assert main(["curve", str(small), "--json", "--pictures", str(pictures)]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["may_be_published"] is True
    assert [point["value"] for point in told["points"]] == [30, 30, 35]
    assert "Worked out again from the numbers as they may be shown" in told["caveats"][-1]
    assert "ot for publication" not in (pictures / "curve.svg").read_text("utf-8")


def test_at_the_desk_every_number_is_shown_and_the_curve_says_it_is_not_for_publication(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = tmp_path / "pictures"
    command = ["curve", str(small), "--internal", "--pictures", str(pictures)]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("Not for publication")
    assert "Not for publication." in (pictures / "curve.svg").read_text("utf-8")
    assert main([*command, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["may_be_published"] is False
    assert [point["value"] for point in told["points"]] == [31, 28, 33]


def write_folder(folder: Path, preset: str) -> None:
    folder.mkdir()
    (folder / "evaluation.toml").write_text(
        'schema_version = 1\nid = "small"\ntitle = "A small one"\n[protection]\n'
        f'preset = "{preset}"\n[protection.judged]\nauthor = "Board"\non = "2026-11"\n'
        'reason = "So few people took part."\n',
        encoding="utf-8",
    )
    parts = "".join(
        f'[[breakdowns.parts]]\nname = "{place}"\nnumber = {number}\n'
        for place, number in (("Basildon", 40), ("Harlow", 3), ("Tendring", 35), ("Thurrock", 82))
    )
    (folder / "breakdowns.toml").write_text(
        '[[breakdowns]]\nid = "who"\nname = "Who came"\nof = "people who came"\n'
        'counted = "people"\nby = "place"\ntrait = "small place"\noverlap = "exclusive"\n'
        f'complete = true\nperiod = "2014/15"\nwhole = 160\n{parts}',
        encoding="utf-8",
    )


def test_what_a_report_published_is_kept_and_the_next_is_held_against_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "open", "none")
    write_folder(tmp_path / "careful", "cms11")
    kept, page = tmp_path / "kept.json", tmp_path / "page.md"
    assert main(["report", str(tmp_path / "open"), "-o", str(page), "--keep", str(kept)]) == 0
    (table,) = oba.load_release(kept).counts
    assert {cell.number for cell in table.cells} == {40, 3, 35, 82, 160}
    careful = ["report", str(tmp_path / "careful"), "-o", str(page)]
    assert main(careful) == 0
    assert "82" in page.read_text(encoding="utf-8")
    assert "released earlier" not in page.read_text(encoding="utf-8")
    # What was shown before is no secret any more, and the report says so.
    again = tmp_path / "again.json"
    assert main([*careful, "--earlier", str(kept), "--keep", str(again)]) == 0
    assert "1 hidden" in " ".join(oba.load_release(again).notes)
    assert "can be known from what was released earlier" in " ".join(oba.load_release(again).notes)


def test_nothing_is_kept_of_an_internal_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, kept = tmp_path / "page.md", tmp_path / "kept.json"
    arguments = ["report", "--example", "mime", "-o", str(page), "--internal", "--keep", str(kept)]
    assert main(arguments) == 2
    assert "an internal report is not published; leave one of them out" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_evaluation_is_converted_there_and_back_and_what_stays_behind_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", str(tmp_path / "ours"), "--example", "mime"])
    (tmp_path / "ours" / "risks.txt").write_text("not ours", encoding="utf-8")
    file, again = tmp_path / "ours.json", tmp_path / "again"
    capsys.readouterr()
    assert main(["convert", str(tmp_path / "ours"), str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"Wrote {file}"
    assert main(["convert", str(file), str(again)]) == 0
    assert capsys.readouterr().out == f"Wrote {again}\n"
    assert oba.load(again) == oba.load(tmp_path / "ours") == oba.load_example("mime")


def test_notes_between_the_lines_stay_behind_and_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", str(tmp_path / "ours")])
    assert main(["convert", str(tmp_path / "ours"), str(tmp_path / "ours.json")]) == 0
    written = (tmp_path / "ours" / "people.toml").read_text(encoding="utf-8")
    number = sum(line.lstrip().startswith("#") for line in written.splitlines())
    assert f"people.toml: {number} lines of notes" in capsys.readouterr().out


def test_nothing_is_overwritten_by_a_conversion(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", str(tmp_path / "ours")])
    (tmp_path / "ours.json").write_text("keep me", encoding="utf-8")
    assert main(["convert", str(tmp_path / "ours"), str(tmp_path / "ours.json")]) == 2
    assert "something is there already; give a name that nothing has" in capsys.readouterr().err
    assert (tmp_path / "ours.json").read_text(encoding="utf-8") == "keep me"
