"""A form printed for a meeting, filled in by people, and read back into the evaluation."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import obamodel as oba
from obamodel.cli import main
from tests.filling import fill_markdown, fill_word

Capture = pytest.CaptureFixture[str]
Fill = Callable[[bytes, Mapping[str, str]], bytes]
BOTH = pytest.mark.parametrize(("ending", "fill"), [(".docx", fill_word), (".md", fill_markdown)])
MEASURE = "children-cautioned-or-sentenced"
ROUND = {
    "2.on": "12 March 2012",
    "2.role": "6 members and 2 staff",
    "became.plan-1": "under way: two forums wrote to us",
    "became.plan-3": "done",
    "2.now": "More people come, but few from the South East.",
    "action-1.what": "Ring the forums in the South East",
    "action-1.who": "The chair",
    "action-1.by": "June 2012",
}
SHEET = {
    ".on": "3 May 2025",
    ".role": "4 young people and 3 staff",
    ".story": "Police give second chances more often.",
    ".helps-inside": "A youth worker in the custody suite",
    ".find-out": "Who is cautioned twice?",
    ".partners": "The football club: a place to meet",
    ".ideas-free": "Ask young people to write the letter",
    "action-1.what": "Meet the club",
    "action-1.who": "The youth worker",
    "action-1.by": "June 2025",
}


@pytest.fixture
def mime(tmp_path: Path) -> Path:
    oba.start_folder(tmp_path / "mime", example="mime")
    return tmp_path / "mime"


@pytest.fixture
def trafford(tmp_path: Path) -> Path:
    oba.start_folder(tmp_path / "trafford", example="trafford")
    return tmp_path / "trafford"


def run(*words: object) -> int:
    return main([str(word) for word in words])


def fill(form: Path, fill: Fill, answers: Mapping[str, str]) -> Path:
    target = form.with_stem("filled-in")
    target.write_bytes(fill(form.read_bytes(), answers))
    return target


def read_folder(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- a round of reflection -----------------------------------------------------------------


@BOTH
def test_a_form_that_people_filled_in_becomes_the_next_round(
    mime: Path, tmp_path: Path, capsys: Capture, ending: str, fill: Fill
) -> None:
    form = tmp_path / f"form{ending}"
    assert run("reflect", mime, "-o", form) == 0
    assert f"--read {form}" in capsys.readouterr().out
    filled = tmp_path / f"filled{ending}"
    filled.write_bytes(fill(form.read_bytes(), ROUND))
    before = oba.load(mime)
    assert run("reflect", mime, "--read", filled) == 0
    told = capsys.readouterr().out
    assert 'New round "cycle-2011-2" (Round 2), with 1 answer.' in told
    assert 'Action "plan-3": planned before, done now.' in told
    after = oba.load(mime)
    held = after.find("cycle-2011-2")
    assert held.follows == "cycle-2011"
    answer = held.responses[-1]
    assert (answer.question, answer.text) == ("now", ROUND["2.now"])
    assert (answer.role, str(answer.on)) == ("6 members and 2 staff", "2012-03-12")
    first = after.find("plan-1")
    assert (first.status, first.reason) == (oba.ActionStatus.UNDER_WAY, "two forums wrote to us")
    new = after.find("cycle-2011-2-action-1")
    assert (new.text, new.owner, new.cycle) == (
        "Ring the forums in the South East",
        "The chair",
        "cycle-2011-2",
    )
    # Nothing else is touched.
    assert len(after.actions) == len(before.actions) + 1
    assert after.feedback == before.feedback


def test_the_round_after_looks_back_at_every_promise_that_is_still_open(
    mime: Path, tmp_path: Path
) -> None:
    form = tmp_path / "form.md"
    assert run("reflect", mime, "-o", form) == 0
    assert run("reflect", mime, "--read", fill(form, fill_markdown, ROUND)) == 0
    assert run("reflect", mime, "-o", tmp_path / "third.md") == 0
    text = (tmp_path / "third.md").read_text(encoding="utf-8")
    assert text.startswith("# Looking back and ahead: Round 3\n")
    for open_ in ("plan-1", "plan-2", "plan-4", "plan-5", "cycle-2011-2-action-1"):
        assert f"became.{open_} -->" in text
    assert "became.plan-3 -->" not in text
    assert "From the rounds before; the last was: Round 2" in text
    later = {"became.plan-2": "done", "became.cycle-2011-2-action-1": "stopped: nobody answered"}
    (tmp_path / "filled-in.md").unlink()
    later_form = fill(tmp_path / "third.md", fill_markdown, {**later, ".on": "2013", ".role": "us"})
    assert run("reflect", mime, "--read", later_form) == 0
    kept = oba.load(mime)
    assert kept.find("plan-2").status is oba.ActionStatus.DONE
    assert kept.find("cycle-2011-2-action-1").reason == "nobody answered"


def test_a_form_is_read_once(mime: Path, tmp_path: Path, capsys: Capture) -> None:
    form = tmp_path / "form.md"
    assert run("reflect", mime, "-o", form) == 0
    filled = fill(form, fill_markdown, ROUND)
    assert run("reflect", mime, "--read", filled) == 0
    before = read_folder(mime)
    capsys.readouterr()
    assert run("reflect", mime, "--read", filled) == 2
    assert "nothing is written over" in capsys.readouterr().err
    assert read_folder(mime) == before


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "[not-filled-in]"),
        ({**ROUND, "became.plan-2": "not now"}, "begin with one of: planned, under way, done, st"),
        ({**ROUND, "action-1.by": "soon"}, "action-1.by"),
        ({**ROUND, "2.on": "yesterday"}, "2.on"),
        ({"action-1.who": "The chair"}, "action-1"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_place_and_nothing_is_changed(
    mime: Path, tmp_path: Path, capsys: Capture, answers: dict[str, str], said: str
) -> None:
    form = tmp_path / "form.docx"
    assert run("reflect", mime, "-o", form) == 0
    before = read_folder(mime)
    assert run("reflect", mime, "--read", fill(form, fill_word, answers)) == 2
    assert said in capsys.readouterr().err
    assert read_folder(mime) == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a form", b"\xff\xfe\x00"])
@pytest.mark.parametrize("ending", [".docx", ".md"])
def test_what_is_no_form_is_refused(
    mime: Path, tmp_path: Path, capsys: Capture, content: bytes, ending: str
) -> None:
    (tmp_path / f"form{ending}").write_bytes(content)
    before = read_folder(mime)
    assert run("reflect", mime, "--read", tmp_path / f"form{ending}") == 2
    assert f"form{ending}" in capsys.readouterr().err
    assert read_folder(mime) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "no-output"),
        (("-o", "form.pdf"), "unknown-ending"),
        (("--read", "form.pdf"), "unknown-ending"),
        (("--read", "form.md", "-o", "form.md"), "two-at-once"),
        (("--after", "cycle-2012", "-o", "form.md"), "unknown-round"),
        (("--set", "rolph", "-o", "form.md"), "unknown-question-set"),
        (("--id", "plan-1", "-o", "form.md"), "there-already"),
        (("--compare", "cycle-2011", "cycle-2011", "-o", "form.md"), "not-later"),
    ],
)
def test_each_slip_of_the_hand_is_told(
    mime: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    words: tuple[str, ...],
    code: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("reflect", mime, *words) == 2
    assert f"[{code}]" in capsys.readouterr().err
    assert not list(tmp_path.glob("form.*"))


def test_a_form_with_answers_is_never_written_over(
    mime: Path, tmp_path: Path, capsys: Capture
) -> None:
    form = tmp_path / "form.md"
    form.write_text("our answers", encoding="utf-8")
    assert run("reflect", mime, "-o", form) == 2
    assert "it may be a form with answers" in capsys.readouterr().err
    assert form.read_text(encoding="utf-8") == "our answers"


def test_two_rounds_are_compared(mime: Path, tmp_path: Path) -> None:
    form, paper = tmp_path / "form.md", tmp_path / "compared.md"
    assert run("reflect", mime, "-o", form) == 0
    assert run("reflect", mime, "--read", fill(form, fill_markdown, ROUND)) == 0
    assert run("reflect", mime, "--compare", "cycle-2011", "cycle-2011-2", "-o", paper) == 0
    text = paper.read_text(encoding="utf-8")
    assert "5 actions promised: 1 done, 1 under way, 3 planned still." in text
    assert "under way: two forums wrote to us" in text
    assert "Ring the forums in the South East" in text


def test_what_was_not_said_is_asked_for_and_the_rest_is_kept(
    mime: Path, trafford: Path, tmp_path: Path, capsys: Capture
) -> None:
    form = tmp_path / "form.md"
    assert run("reflect", mime, "-o", form) == 0
    filled = fill(form, fill_markdown, {"2.now": "More people come."})
    assert run("reflect", mime, "--read", filled) == 0
    told = capsys.readouterr().out
    for code in ("no-date", "no-role", "no-actions"):
        assert f"[{code}]" in told
    sheet = tmp_path / "sheet.md"
    assert run("turn", trafford, MEASURE, "-o", sheet) == 0
    filled = fill(sheet, fill_markdown, {".ideas-bold": "A boat for everybody"})
    assert run("turn", trafford, MEASURE, "--read", filled) == 0
    assert "[no-cheap-idea]" in capsys.readouterr().out


def test_the_first_round_asks_which_questions(tmp_path: Path, capsys: Capture) -> None:
    oba.start_folder(tmp_path / "new")
    assert run("reflect", tmp_path / "new", "-o", tmp_path / "form.md") == 2
    assert "[no-questions-chosen]" in capsys.readouterr().err
    assert run("reflect", tmp_path / "new", "--set", "rolfe", "-o", tmp_path / "form.md") == 0


def test_two_forms_in_one_file_are_refused(
    mime: Path, trafford: Path, tmp_path: Path, capsys: Capture
) -> None:
    form, sheet = tmp_path / "form.md", tmp_path / "sheet.md"
    assert run("reflect", mime, "-o", form) == 0
    assert run("turn", trafford, MEASURE, "-o", sheet) == 0
    form.write_bytes(fill_markdown(form.read_bytes(), ROUND) + sheet.read_bytes())
    assert run("reflect", mime, "--read", form) == 2
    assert "[not-one-form]" in capsys.readouterr().err


# --- a meeting about one curve -------------------------------------------------------------


@BOTH
def test_a_sheet_that_people_filled_in_becomes_story_partners_ideas_and_actions(
    trafford: Path, tmp_path: Path, ending: str, fill: Fill
) -> None:
    sheet, filled = tmp_path / f"sheet{ending}", tmp_path / f"filled{ending}"
    assert run("turn", trafford, MEASURE, "-o", sheet) == 0
    filled.write_bytes(fill(sheet.read_bytes(), SHEET))
    assert run("turn", trafford, MEASURE, "--read", filled) == 0
    kept = oba.load(trafford)
    (story,) = kept.stories
    assert (story.text, story.about) == (SHEET[".story"], (MEASURE,))
    assert [one.text for one in story.forces] == [SHEET[".helps-inside"]]
    assert story.still_to_find_out == (SHEET[".find-out"],)
    partner = kept.partners[-1]
    assert (partner.name, partner.part) == ("The football club", "a place to meet")
    assert MEASURE in partner.about
    (idea,) = kept.ideas
    assert (idea.text, idea.cost) == (SHEET[".ideas-free"], oba.Cost.NONE)
    (action,) = kept.actions
    assert (action.text, action.owner) == ("Meet the club", "The youth worker")
    # The next sheet shows what is known now.
    assert run("turn", trafford, MEASURE, "-o", tmp_path / "next.md") == 0
    text = (tmp_path / "next.md").read_text(encoding="utf-8")
    for said in (SHEET[".story"], "The football club", SHEET[".ideas-free"], "Meet the club"):
        assert said in text


def test_the_chart_comes_first_and_the_five_steps_after_it(trafford: Path, tmp_path: Path) -> None:
    assert run("turn", trafford, MEASURE, "-o", tmp_path / "sheet.md") == 0
    text = (tmp_path / "sheet.md").read_text(encoding="utf-8")
    order = ["## The curve", "no turn is shown", *(f"## Step {step}: " for step in range(1, 6))]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_a_sheet_of_another_curve_or_form_is_refused(
    mime: Path, trafford: Path, tmp_path: Path, capsys: Capture
) -> None:
    sheet, form = tmp_path / "sheet.md", tmp_path / "form.md"
    assert run("turn", mime, "indicator-1", "-o", sheet) == 0
    filled = fill(sheet, fill_markdown, {**SHEET})
    before = read_folder(trafford)
    assert run("turn", trafford, MEASURE, "--read", filled) == 2
    assert "indicator-1" in capsys.readouterr().err
    assert run("turn", mime, "indicator-2", "--read", filled) == 2
    assert "[another-curve]" in capsys.readouterr().err
    assert run("reflect", mime, "-o", form) == 0
    shutil.move(filled, tmp_path / "other.md")
    assert run("turn", trafford, MEASURE, "--read", fill(form, fill_markdown, ROUND)) == 2
    assert read_folder(trafford) == before


def test_a_curve_that_is_not_there_is_refused_with_those_that_are(
    trafford: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert run("turn", trafford, "cautioned", "-o", tmp_path / "sheet.md") == 2
    assert f"choose one of: {MEASURE} [unknown-measure]" in capsys.readouterr().err
    assert not (tmp_path / "sheet.md").exists()
