"""The folder: what lies in it, and what is written into it."""

from pathlib import Path

import attrs
import pytest

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Count, Counted
from obamodel.domain.risks import Risk
from obamodel.errors import InvalidError
from obamodel.files import load, load_example, save

SMALL = Evaluation(id="small", title="Small", risks=[Risk(id="frost", name="Frost")])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(SMALL, tmp_path / "small")
    return tmp_path / "small"


def refuse(folder: Path) -> InvalidError:
    with pytest.raises(InvalidError) as caught:
        load(folder)
    return caught.value


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_with_nothing_to_say_is_not_made(folder: Path) -> None:
    assert list_names(folder) == ["evaluation.toml", "recommendations.toml"]


def test_the_version_is_the_first_line(folder: Path) -> None:
    assert (folder / "evaluation.toml").read_text("utf-8").startswith("schema_version = 1\n")


def test_a_file_is_made_once_there_is_something_to_say(folder: Path) -> None:
    few = Count(id="few", of="members", counted=Counted.PEOPLE, value=3)
    save(attrs.evolve(SMALL, counts=[few]), folder)
    assert list_names(folder) == ["counts.csv", "evaluation.toml", "recommendations.toml"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_line_ends_and_a_byte_order_mark_stay_as_they_were(
    folder: Path, mark: bytes, line_end: bytes
) -> None:
    file = folder / "recommendations.toml"
    before = mark + (b"# ours\n\n" + file.read_bytes()).replace(b"\n", line_end)
    file.write_bytes(before)
    assert load(folder) == SMALL
    risks = [Risk(id="frost", name="Frost", cause="a\nb"), Risk(id="flood", name="Flood")]
    save(attrs.evolve(SMALL, risks=risks), folder)
    after = file.read_bytes()
    assert after.startswith(before.rstrip(b"\r\n"))
    assert after.count(line_end) == after.count(b"\n")
    assert load(folder).risks == tuple(risks)


def test_lines_with_ends_of_two_kinds_keep_each_its_own(folder: Path) -> None:
    file = folder / "recommendations.toml"
    file.write_bytes(b'# one\r\n[[risks]]\nid = "frost"\r\nname = "Frost"\n# two\r\n')
    save(attrs.evolve(SMALL, risks=[Risk(id="frost", name="Snow")]), folder)
    assert file.read_bytes() == b'# one\r\n[[risks]]\nid = "frost"\r\nname = "Snow"\n# two\r\n'


@pytest.mark.parametrize(
    "name",
    ["README.md", "notes.docx", "analyse.py", "factors.toml~", ".#factors.toml", "~$counts.csv"],
)
def test_other_files_are_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\x00\xff")
    assert load(folder) == SMALL
    save(attrs.evolve(SMALL, title="New"), folder)
    assert (folder / name).read_bytes() == b"\x00\xff"


def test_other_folders_are_left_alone(folder: Path) -> None:
    (folder / "older").mkdir()
    (folder / "older" / "weather.toml").touch()
    assert load(folder) == SMALL


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("Factors.toml", 'did you mean "factors.toml"?'),
        ("factors.TOML", 'did you mean "factors.toml"?'),
        ("count.csv", 'did you mean "counts.csv"?'),
        ("pyproject.toml", "the files are: evaluation.toml, people.toml"),
    ],
)
def test_a_file_of_an_unknown_name_is_answered_with_the_nearest(
    folder: Path, name: str, mend: str
) -> None:
    (folder / name).touch()
    (fault,) = refuse(folder).faults
    assert (fault.file, fault.code) == (name, "unknown-file")
    assert mend in fault.mend


def test_files_that_cannot_be_read_are_named_beside_the_faults_of_the_others(
    folder: Path,
) -> None:
    (folder / "people.toml").write_bytes(b"\xff")
    (folder / "factors.toml").mkdir()
    (folder / "method.toml").symlink_to("/etc/hosts")
    (folder / "feedback.toml").symlink_to("nowhere")
    (folder / "words.toml").write_text("[vocabulary]\n", "utf-8")
    assert [(fault.file, fault.code) for fault in refuse(folder).faults] == [
        ("factors.toml", "not-a-file"),
        ("feedback.toml", "link"),
        ("method.toml", "link"),
        ("people.toml", "not-utf-8"),
        ("words.toml", "missing"),
        ("words.toml", "missing"),
    ]


def test_a_file_that_cannot_be_read_makes_no_false_alarm_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "mime"
    save(load_example(), folder)
    factors = folder / "factors.toml"
    factors.write_text(factors.read_text("utf-8") + 'name = "open\n', "utf-8")
    (fault,) = refuse(folder).faults
    assert (fault.file, fault.code) == ("factors.toml", "open-quotation")


def test_nothing_is_written_over_a_folder_that_cannot_be_read(folder: Path) -> None:
    (folder / "factors.toml").write_text("factors = 5\n", "utf-8")
    before = {name: (folder / name).read_bytes() for name in list_names(folder)}
    with pytest.raises(InvalidError, match="cannot be read, so nothing was written") as caught:
        save(attrs.evolve(SMALL, title="New"), folder)
    assert [fault.file for fault in caught.value.faults] == ["factors.toml"]
    assert {name: (folder / name).read_bytes() for name in list_names(folder)} == before


def test_a_folder_with_other_things_in_it_can_be_saved_into(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours", "utf-8")
    save(SMALL, tmp_path)
    assert load(tmp_path) == SMALL
    assert list_names(tmp_path) == ["README.md", "evaluation.toml", "recommendations.toml"]


def test_a_number_that_no_file_holds_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    many = Count(id="many", of="grains of sand", counted=Counted.THINGS, value=10**19)
    for name in ("folder", "one.json"):
        with pytest.raises(InvalidError, match="check the number"):
            save(attrs.evolve(SMALL, counts=[many]), tmp_path / name)
    assert list_names(tmp_path) == []


# --- what is told, and what stays ---------------------------------------------------------


def test_a_folder_without_its_main_file_is_told_so_once(tmp_path: Path) -> None:
    (tmp_path / "risks.txt").touch()
    refused = refuse(tmp_path)
    assert refused.what == str(tmp_path)
    (fault,) = refused.faults
    assert str(fault) == (
        "evaluation.toml: there is no such file in the folder, and it is the one that every "
        "evaluation has; write it, beginning with schema_version = 1, or give the folder in "
        "which it lies [not-there]"
    )


def test_a_main_file_that_cannot_be_opened_is_told_for_what_it_is(folder: Path) -> None:
    (folder / "evaluation.toml").unlink()
    (folder / "evaluation.toml").mkdir()
    assert [(fault.file, fault.code) for fault in refuse(folder).faults] == [
        ("evaluation.toml", "not-a-file")
    ]


def test_of_a_newer_version_nothing_else_is_told(folder: Path) -> None:
    main = folder / "evaluation.toml"
    main.write_text('schema_version = 99\nid = "a"\nnew = true\n', "utf-8")
    (folder / "words.toml").write_text("[vocabulary]\n", "utf-8")
    assert [(fault.file, fault.code) for fault in refuse(folder).faults] == [
        ("evaluation.toml", "newer-schema")
    ]


def test_a_strange_file_is_answered_in_whole_sentences(folder: Path) -> None:
    (folder / "count.old.csv").touch()
    (fault,) = refuse(folder).faults
    assert str(fault) == (
        "count.old.csv: an evaluation has no file of this name; did you mean "
        '"counts.csv"? Put a file that is not part of the evaluation elsewhere [unknown-file]'
    )


def test_a_file_that_goes_while_the_folder_is_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_all(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    (folder / "pyproject.toml").touch()
    (folder / "weather.toml").touch()
    monkeypatch.setattr("obamodel.files.folder.refuse_strange", refuse_all)
    told = [(fault.file, fault.code) for fault in refuse(folder).faults]
    for name in ("pyproject.toml", "weather.toml"):
        assert (name, "not-allowed") in told
        assert (name, "unknown-file") in told


FEW = Count(id="few", of="members", counted=Counted.PEOPLE, value=3)
MORE = Count(id="more", of="meetings", counted=Counted.THINGS, value=4)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_row_of_a_table_changes_where_it_stands_and_the_others_stay(
    tmp_path: Path, mark: bytes
) -> None:
    evaluation = attrs.evolve(SMALL, counts=[FEW, MORE])
    save(evaluation, tmp_path)
    table = tmp_path / "counts.csv"
    before = mark + table.read_bytes()
    table.write_bytes(before)
    risks = (tmp_path / "recommendations.toml").read_bytes()
    save(attrs.evolve(evaluation, counts=[FEW, attrs.evolve(MORE, value=5)]), tmp_path)
    after = table.read_bytes()
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), after.splitlines(), strict=True)
        if old != new
    ]
    ((old, new),) = changed
    assert new == old.replace(b"4", b"5")
    assert after.startswith(mark)
    assert (tmp_path / "recommendations.toml").read_bytes() == risks
    assert load(tmp_path).counts == (FEW, attrs.evolve(MORE, value=5))


def test_a_table_that_stays_as_it_is_is_not_written_again(tmp_path: Path) -> None:
    evaluation = attrs.evolve(SMALL, counts=[FEW])
    save(evaluation, tmp_path)
    table = tmp_path / "counts.csv"
    # Written by hand in another order and with spaces, it still says the same.
    by_hand = table.read_bytes().rstrip(b"\n") + b"\n\n"
    table.write_bytes(by_hand)
    save(attrs.evolve(evaluation, title="New"), tmp_path)
    assert table.read_bytes() == by_hand
    assert load(tmp_path).title == "New"


@pytest.mark.parametrize(
    ("before", "end"),
    [
        # Two of three lines end as in Windows, or one of three does.
        (b'[[risks]]\r\nid = "frost"\r\nname = "Frost"\n', b"\r\n"),
        (b'[[risks]]\r\nid = "frost"\nname = "Frost"\n', b"\n"),
        # As many end in one way as in the other.
        (b'# ours\r\n[[risks]]\r\nid = "frost"\nname = "Frost"\n', b"\n"),
    ],
)
def test_a_new_line_ends_as_most_lines_do(folder: Path, before: bytes, end: bytes) -> None:
    file = folder / "recommendations.toml"
    file.write_bytes(before)
    risks = [Risk(id="frost", name="Frost"), Risk(id="flood", name="Flood")]
    save(attrs.evolve(SMALL, risks=risks), folder)
    after = file.read_bytes()
    assert after.startswith(before)
    assert b'id = "flood"' + end in after
    added = after[len(before) :]
    assert added.count(end) == added.count(b"\n")
    assert (b"\r" in added) == (b"\r" in end)


def test_each_old_line_keeps_its_end_when_lines_come_between(folder: Path) -> None:
    file = folder / "recommendations.toml"
    frost, flood = Risk(id="frost", name="Frost"), Risk(id="flood", name="Flood")
    file.write_bytes(
        b'# a\n[[risks]]\r\nid = "frost"\r\nname = "Frost"\r\n'
        b'# b\n[[risks]]\nid = "flood"\r\nname = "Flood"\r\n# end\n'
    )
    both = attrs.evolve(SMALL, risks=[frost, flood])
    assert load(folder) == both
    save(attrs.evolve(both, risks=[attrs.evolve(frost, cause="Ice"), flood]), folder)
    after = file.read_bytes()
    for kept in (b"# a\n", b'name = "Frost"\r\n', b"# b\n[[risks]]\n", b'"Flood"\r\n# end\n'):
        assert kept in after
    assert b'cause = "Ice"\r\n' in after
    assert load(folder).risks == (attrs.evolve(frost, cause="Ice"), flood)


def test_a_file_that_somebody_changes_during_a_save_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = b'[[risks]]\nid = "frost"\nname = "Black frost"\n'

    def change_meanwhile(*about: object) -> None:
        (folder / "recommendations.toml").write_bytes(by_hand)

    # The last thing that is done before anything is written.
    monkeypatch.setattr("obamodel.files.folder.check_kept", change_meanwhile)
    risks = [Risk(id="frost", name="Frost", cause="Cold")]
    with pytest.raises(InvalidError) as caught:
        save(attrs.evolve(SMALL, risks=risks), folder)
    assert [(fault.code, fault.file) for fault in caught.value.faults] == [
        ("changed-meanwhile", "recommendations.toml")
    ]
    assert (folder / "recommendations.toml").read_bytes() == by_hand


def test_a_frozen_baseline_that_would_change_is_named_with_its_folder_and_file(
    tmp_path: Path,
) -> None:
    evaluation = load_example("trafford")
    save(evaluation, tmp_path)
    first = evaluation.baselines[0]
    changed = attrs.evolve(first, frozen=attrs.evolve(first.frozen, author="Somebody else"))
    with pytest.raises(InvalidError) as caught:
        save(attrs.evolve(evaluation, baselines=[changed, *evaluation.baselines[1:]]), tmp_path)
    assert caught.value.what == str(tmp_path)
    (fault,) = caught.value.faults
    assert (fault.code, fault.file) == ("frozen-baseline-changed", "baselines.toml")


def test_what_cannot_be_kept_is_told_with_the_folder_it_was_meant_for(folder: Path) -> None:
    (folder / "recommendations.toml").write_bytes(b"[[risks]]\nid = 1\n")
    with pytest.raises(InvalidError) as caught:
        save(SMALL, folder)
    assert str(folder) in caught.value.what
    assert {fault.file for fault in caught.value.faults} == {"recommendations.toml"}
