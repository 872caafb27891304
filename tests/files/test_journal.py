"""What a save noted down is believed only as far as the files bear it out."""

import contextlib
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.risks import Risk
from obamodel.errors import InvalidError
from obamodel.files import load, save
from obamodel.files.journal import (
    JOURNAL,
    Entry,
    find_sum,
    read_journal,
    sum_up,
    write_journal,
)
from obamodel.files.locking import LOCK_FILE

OLD = Evaluation(id="small", title="Small", risks=[Risk(id="frost", name="Frost")])
NEW = attrs.evolve(OLD, title="New", risks=[Risk(id="frost", name="Snow")])
NAMES = ("evaluation.toml", "recommendations.toml")
READY = {name: f".obamodel-{number:016x}.new" for number, name in enumerate(NAMES)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the old evaluation, the new one lying ready and noted, and nothing done yet."""
    save(OLD, tmp_path / "small")
    save(NEW, tmp_path / "new")
    for name in NAMES:
        shutil.copy(tmp_path / "new" / name, tmp_path / "small" / READY[name])
    entries = make_entries(tmp_path / "small")
    (tmp_path / "small" / JOURNAL).write_bytes(write_journal(entries))
    return tmp_path / "small"


def make_entries(folder: Path) -> list[Entry]:
    entries = []
    for name in NAMES:
        content = (folder / READY[name]).read_bytes()
        old = sum_up((folder / name).read_bytes())
        entries.append(Entry(name, READY[name], len(content), sum_up(content), old))
    return entries


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refuse(folder: Path) -> list[tuple[str, str]]:
    """Load and save, both in vain, with nothing changed; return the codes and files named."""
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(InvalidError) as loading:
        load(folder)
    with pytest.raises(InvalidError) as saving:
        save(OLD, folder)
    assert loading.value.faults == saving.value.faults
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert after == before
    return [(fault.code, fault.file) for fault in loading.value.faults]


# --- finishing and undoing ---------------------------------------------------------------


@pytest.mark.parametrize("done", [(), NAMES[:1], NAMES])
def test_a_noted_save_is_finished_whichever_files_are_in_their_places(
    folder: Path, done: tuple[str, ...]
) -> None:
    for name in done:
        (folder / READY[name]).replace(folder / name)
    assert load(folder) == NEW
    assert list_names(folder) == sorted(NAMES)


def test_a_noted_save_of_which_no_file_is_left_is_undone(folder: Path) -> None:
    for name in NAMES:
        (folder / READY[name]).unlink()
    assert load(folder) == OLD
    assert list_names(folder) == sorted(NAMES)


def test_a_noted_save_of_which_a_file_is_gone_and_none_is_in_its_place_is_undone(
    folder: Path,
) -> None:
    (folder / READY[NAMES[0]]).unlink()
    assert load(folder) == OLD
    assert list_names(folder) == sorted(NAMES)


def test_a_file_that_lies_ready_and_holds_something_else_is_not_used(folder: Path) -> None:
    (folder / READY[NAMES[0]]).write_bytes(b"x" * len((folder / READY[NAMES[0]]).read_bytes()))
    assert load(folder) == OLD
    assert list_names(folder) == sorted(NAMES)


def test_half_a_save_whose_other_half_is_gone_is_named_and_not_guessed(folder: Path) -> None:
    (folder / READY[NAMES[0]]).replace(folder / NAMES[0])
    (folder / READY[NAMES[1]]).unlink()
    assert refuse(folder) == [("half-saved", NAMES[1])]
    (folder / JOURNAL).unlink()
    assert load(folder).title == "New"


def test_what_was_changed_by_hand_since_is_neither_lost_nor_mixed_in(folder: Path) -> None:
    text = (folder / NAMES[1]).read_text("utf-8").replace("Frost", "Ice")
    (folder / NAMES[1]).write_text(text, "utf-8")
    assert refuse(folder) == [("changed-since", NAMES[1])]
    with pytest.raises(InvalidError, match=READY[NAMES[1]]):
        load(folder)


def test_of_two_versions_the_one_that_is_left_counts(folder: Path) -> None:
    text = (folder / NAMES[1]).read_text("utf-8").replace("Frost", "Ice")
    (folder / NAMES[1]).write_text(text, "utf-8")
    other = folder.parent / "other"
    shutil.copytree(folder, other)
    (folder / READY[NAMES[1]]).unlink()
    assert load(folder) == attrs.evolve(NEW, risks=[Risk(id="frost", name="Ice")])
    (other / NAMES[1]).unlink()
    assert load(other) == NEW
    assert list_names(folder) == list_names(other) == sorted(NAMES)


def test_a_save_goes_on_from_what_was_finished(folder: Path) -> None:
    save(attrs.evolve(NEW, title="Newer"), folder)
    assert load(folder) == attrs.evolve(NEW, title="Newer")


def test_a_folder_that_is_only_for_reading_is_read_as_the_finished_save(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = os.open

    def read_only(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(30, "Read-only file system")
        return done(path, flags, mode)

    monkeypatch.setattr(os, "open", read_only)
    for name in ("replace", "unlink", "rename"):
        monkeypatch.setattr(os, name, None)
    names = list_names(folder)
    assert load(folder) == NEW
    assert list_names(folder) == names
    (folder / READY[NAMES[0]]).write_bytes(b"spoilt")
    assert load(folder) == OLD


# --- what is left behind -----------------------------------------------------------------


def test_what_a_stopped_save_left_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    save(OLD, folder)
    theirs = [
        *(".obamodel.toml.new", ".obamodel-notes.new", ".obamodel-0123456789ABCDEF.new"),
        *(".obamodel-0123456789abcdef.new.txt", "obamodel-0123456789abcdef.new"),
        *(".evaluation.toml.0123456789ab.tmp", "evaluation.toml~"),
    ]
    for name in theirs:
        (folder / name).write_text("ours", "utf-8")
    (folder / ".obamodel-0000000000000000.new").mkdir()
    (folder / ".obamodel-1111111111111111.new").symlink_to(tmp_path)
    kept = list_names(folder)
    for name in (".obamodel-0123456789abcdef.new", LOCK_FILE):
        (folder / name).touch()
    assert load(folder) == OLD
    assert list_names(folder) == kept


def test_a_save_clears_away_as_well(tmp_path: Path) -> None:
    save(OLD, tmp_path / "one.json")
    (tmp_path / ".obamodel-0123456789abcdef.new").touch()
    save(NEW, tmp_path / "one.json")
    assert list_names(tmp_path) == ["one.json"]


# --- notes that were tampered with -------------------------------------------------------


def note(folder: Path, entries: list[Entry]) -> None:
    (folder / JOURNAL).write_bytes(write_journal(entries))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../outside.toml",
            "/etc/outside.toml",
            "..",
            ".",
            "",
            "a/b.toml",
            "a\\b.toml",
            "C:a.toml",
        ),
        *(
            "CON",
            "nul.toml",
            "com1.csv",
            "LPT9",
            "aux.",
            "a.toml:stream",
            "a.toml ",
            "a\u202eb.toml",
        ),
        *(
            "a\x00b",
            "a\x1bb",
            "a\u200bb",
            "a\x85b",
            JOURNAL,
            LOCK_FILE,
            ".OBAMODEL.lock",
            "x" * 300,
        ),
    ],
)
def test_a_note_that_names_a_file_elsewhere_or_a_strange_one_is_refused(
    folder: Path, name: str
) -> None:
    first, second = make_entries(folder)
    note(folder, [first, attrs.evolve(second, name=name)])
    assert refuse(folder) == [("bad-journal", JOURNAL)]
    assert list_names(folder.parent) == ["new", "small"]


@pytest.mark.parametrize(
    "ready", ["../new/evaluation.toml", "factors.toml", ".obamodel-0.new", "", JOURNAL]
)
def test_a_note_takes_nothing_from_elsewhere(folder: Path, ready: str) -> None:
    first, second = make_entries(folder)
    note(folder, [first, attrs.evolve(second, ready=ready)])
    assert refuse(folder) == [("bad-journal", JOURNAL)]


def test_a_link_that_lies_ready_is_not_put_in_the_place_of_a_file(folder: Path) -> None:
    content = (folder / READY[NAMES[1]]).read_bytes()
    (folder.parent / "secret").write_bytes(content)
    (folder / READY[NAMES[1]]).unlink()
    (folder / READY[NAMES[1]]).symlink_to(folder.parent / "secret")
    assert refuse(folder) == [("bad-journal", JOURNAL)]
    assert (folder / NAMES[1]).is_file()
    assert (folder.parent / "secret").read_bytes() == content


def test_a_link_in_the_place_of_a_file_or_of_the_note_is_not_followed(folder: Path) -> None:
    (folder.parent / "secret").write_bytes(b"secret")
    (folder / NAMES[1]).unlink()
    (folder / NAMES[1]).symlink_to(folder.parent / "secret")
    assert refuse(folder) == [("link", NAMES[1])]
    (folder / JOURNAL).rename(folder.parent / "note")
    (folder / JOURNAL).symlink_to(folder.parent / "note")
    assert refuse(folder) == [("bad-journal", JOURNAL)]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "without its last sign": lambda content: content[:-1],
    "half": lambda content: content[: len(content) // 2],
    "with a line more": lambda content: content + b"\n",
    "changed": lambda content: content.replace(b"recommendations", b"recommendation5"),
    "of a later kind": lambda content: content.replace(b"save 1", b"save 2"),
    "not UTF-8": lambda content: b"\xff" + content,
    "endless": lambda _: b"\n" * 5_000_000,
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_note_that_is_not_whole_is_refused(folder: Path, spoilt: str) -> None:
    content = (folder / JOURNAL).read_bytes()
    (folder / JOURNAL).write_bytes(SPOILT[spoilt](content))
    assert refuse(folder) == [("bad-journal", JOURNAL)]
    with pytest.raises(InvalidError, match=f'then delete "{JOURNAL}"'):
        load(folder)


def test_a_note_that_names_a_file_twice_or_claims_endless_files_is_refused(folder: Path) -> None:
    first, second = make_entries(folder)
    for entries in (
        [first, first],
        [first, attrs.evolve(second, name=first.name.upper())],
        [first, attrs.evolve(second, ready=first.ready)],
        [first, attrs.evolve(second, size=2**31)],
    ):
        note(folder, entries)
        assert refuse(folder) == [("bad-journal", JOURNAL)]


def test_an_endless_file_that_lies_ready_is_not_read(folder: Path) -> None:
    with (folder / READY[NAMES[0]]).open("wb") as opened:
        opened.truncate(2**40)
    assert load(folder) == OLD
    assert find_sum(folder / NAMES[0], size=1) == ""


class Spoilt(io.FileIO):
    """A file on a disk that does not give it back."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_file_that_the_disk_does_not_give_back_is_told_of_in_our_own_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fdopen", Spoilt)
    with pytest.raises(InvalidError, match=r"evaluation\.toml: the computer says: Input/output"):
        find_sum(folder / NAMES[0])


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_note_nothing_but_our_own_error_comes_of_it(content: bytes) -> None:
    lines = b"obamodel save 1\n" + content + b"\n"
    signed = lines + f"end {sum_up(lines)}\n".encode()
    for written in (content, signed):
        with contextlib.suppress(InvalidError):
            assert read_journal(written) == ()


PLAIN = st.from_regex(r"[a-z]{1,8}\.(toml|csv)", fullmatch=True)
SUMS = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)


@given(st.dictionaries(PLAIN, st.tuples(SUMS, SUMS | st.none(), st.integers(0, 2**20)), max_size=8))
def test_a_note_reads_back_equal(files: dict[str, tuple[str, str | None, int]]) -> None:
    entries = tuple(
        Entry(name, f".obamodel-{number:016x}.new", size, new, old)
        for number, (name, (new, old, size)) in enumerate(files.items())
    )
    assert read_journal(write_journal(entries)) == entries
