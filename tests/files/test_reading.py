"""Only ordinary files of an ordinary size are ever read."""

import os
from pathlib import Path

import pytest

from obamodel.errors import Fault, InvalidError
from obamodel.files.reading import LARGEST_FILE, decode, is_folder, read_file


def refuse(path: Path) -> Fault:
    with pytest.raises(InvalidError) as caught:
        read_file(path)
    (fault,) = caught.value.faults
    return fault


def test_an_ordinary_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a\r\n\x00\xff")
    assert read_file(path) == b"a\r\n\x00\xff"


def test_a_file_that_is_too_large_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"#" * LARGEST_FILE)
    assert len(read_file(path)) == LARGEST_FILE
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    assert str(refuse(path)).startswith("a.toml: it is larger than 5 MB")


def test_a_link_is_refused_even_to_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.toml").touch()
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    assert (refuse(tmp_path / "b.toml").file, refuse(tmp_path / "b.toml").code) == (
        "b.toml",
        "link",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    assert refuse(tmp_path / "a.toml").code == "not-a-file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices as files")
def test_a_device_that_never_ends_is_refused() -> None:
    assert refuse(Path("/dev/zero")).code == "not-a-file"


@pytest.mark.parametrize("name", ["con.toml", "NUL", "lpt1.json"])
def test_a_name_that_some_computers_keep_for_a_device_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("", encoding="utf-8")
    assert refuse(tmp_path / name).code == "device-name"


@pytest.mark.parametrize("path", ["https://example.org/a.toml", "file:///etc/passwd"])
def test_nothing_is_fetched_from_an_address(path: str) -> None:
    fault = refuse(Path(path))
    assert (fault.code, fault.found[:30]) == ("address", "it is an address on a network,")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refuse(tmp_path).found == "it is a folder"


@pytest.mark.parametrize("name", ["nowhere.toml", "a\x00b.toml", "x" * 5_000])
def test_a_name_that_leads_nowhere_is_refused_and_raises_nothing_else(
    tmp_path: Path, name: str
) -> None:
    assert refuse(tmp_path / name).mend
    assert not is_folder(tmp_path / name)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch(mode=0)
    assert refuse(path).code == "not-allowed"


def test_a_byte_order_mark_is_not_a_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfid", "a.toml") == "id"


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a\nb\xe9\n", 2), ("id = 1".encode("utf-16"), 1), (b"\n\n\xed\xa0\x80", 3)],
)
def test_text_that_is_not_utf_8_is_named_by_its_line(content: bytes, line: int) -> None:
    with pytest.raises(InvalidError) as caught:
        decode(content, "a.csv")
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.code) == ("a.csv", line, "not-utf-8")
