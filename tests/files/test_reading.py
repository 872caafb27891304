"""Only ordinary files of an ordinary size are ever read."""

import os
from pathlib import Path

import pytest

from obamodel.errors import Fault, InvalidError
from obamodel.files.reading import (
    LARGEST_FILE,
    decode,
    is_folder,
    open_file,
    read_file,
    refuse_path,
)


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
    told = "a.toml: it is not an ordinary file; take it away [not-a-file]"
    assert str(refuse(tmp_path / "a.toml")) == told


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


# --- word for word: what somebody is told -------------------------------------------------


def say(error: InvalidError) -> tuple[str, str]:
    (fault,) = error.faults
    return error.what, str(fault)


def test_each_thing_that_is_no_ordinary_file_is_named_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.toml").touch()
    (tmp_path / "link.toml").symlink_to(tmp_path / "a.toml")
    (tmp_path / "con.toml").touch()
    (tmp_path / "large.toml").write_bytes(b"##")
    for name, largest, told in (
        (
            "con.toml",
            9,
            "some computers keep this name for a device; give the file another name [device-name]",
        ),
        ("link.toml", 9, "it is a link to somewhere else; put the file itself here [link]"),
        (".", 9, "it is a folder; put a file of that name here [not-a-file]"),
        ("gone.toml", 9, "there is no such file or folder; check the name [not-there]"),
        ("large.toml", 1, "it is larger than 0 MB; keep only what is needed in it [too-large]"),
    ):  # fmt: skip
        path = tmp_path / name
        with pytest.raises(InvalidError) as caught:
            read_file(path, largest=largest)
        assert say(caught.value) == (str(path), f"{path.name}: {told}")


def test_the_largest_size_that_is_named_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"12345")
    assert read_file(path, largest=5) == b"12345"
    assert read_file(path, largest=6) == b"12345"
    with pytest.raises(InvalidError):
        read_file(path, largest=4)


@pytest.mark.parametrize(
    ("path", "error", "told"),
    [
        (
            "https://example.org/a.toml",
            FileNotFoundError(),
            (
                "a.toml: it is an address on a network, and nothing is fetched from there; "
                "save it on this computer, and give that file [address]"
            ),
        ),
        (
            "a.toml",
            PermissionError(),
            "a.toml: this computer does not let you use it; ask for permission [not-allowed]",
        ),
        (
            "a.toml",
            FileNotFoundError(),
            "a.toml: there is no such file or folder; check the name [not-there]",
        ),
        (
            "a.toml",
            OSError(5, "Input/output error"),
            "a.toml: the computer says: Input/output error; check the name [not-readable]",
        ),
        (
            "a.toml",
            ValueError("embedded null byte"),
            "a.toml: the computer says: embedded null byte; check the name [not-readable]",
        ),
        (
            "/",
            OSError(5, "Input/output error"),
            "/: the computer says: Input/output error; check the name [not-readable]",
        ),
    ],
)
def test_why_the_system_refuses_is_put_into_words(
    path: str, error: OSError | ValueError, told: str
) -> None:
    refused = refuse_path(Path(path), error)
    assert say(refused) == (str(Path(path)), told)
    assert refuse_path(Path("other"), refused) is refused


def test_a_disk_of_one_letter_is_no_address() -> None:
    (fault,) = refuse_path(Path("C:/data/a.toml"), FileNotFoundError()).faults
    assert fault.code == "not-there"


def test_text_that_is_not_utf_8_is_told_with_how_to_save_it() -> None:
    with pytest.raises(InvalidError) as caught:
        decode(b"a\nb\xe9\n", "a.csv")
    assert say(caught.value) == (
        "a.csv",
        (
            "a.csv:2: it is not UTF-8 text; save it as UTF-8; in a spreadsheet choose "
            '"CSV UTF-8" [not-utf-8]'
        ),
    )


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="this system opens links like files")
def test_what_is_swapped_between_the_look_and_the_opening_is_still_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.toml").write_text("secret")
    link, pipe = tmp_path / "link.toml", tmp_path / "pipe.toml"
    link.symlink_to(tmp_path / "a.toml")
    os.mkfifo(pipe)
    # As if they had been ordinary files when they were looked at.
    monkeypatch.setattr("obamodel.files.reading.refuse_strange", lambda path: None)
    with pytest.raises(InvalidError) as caught:
        read_file(link)
    assert caught.value.faults[0].code == "not-readable"
    with pytest.raises(InvalidError) as caught:
        read_file(pipe)
    told = "pipe.toml: it is not an ordinary file; take it away [not-a-file]"
    assert say(caught.value) == (str(pipe), told)
    with pytest.raises(InvalidError) as caught:
        read_file(tmp_path)
    assert say(caught.value) == (
        str(tmp_path), f"{tmp_path.name}: it is not an ordinary file; take it away [not-a-file]"
    )  # fmt: skip


def test_nothing_stays_open_and_nothing_is_handed_on(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch()
    descriptor = open_file(path)
    try:
        assert not os.get_inheritable(descriptor)
    finally:
        os.close(descriptor)
    descriptors = Path("/proc/self/fd")
    if descriptors.is_dir():
        before = len(list(descriptors.iterdir()))
        for _ in range(3):
            read_file(path)
            with pytest.raises(InvalidError):
                read_file(tmp_path)
        assert len(list(descriptors.iterdir())) == before
