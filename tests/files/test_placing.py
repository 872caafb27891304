"""Faults are told in the order of their places."""

from obamodel.errors import Fault, Step
from obamodel.files.placing import arrange_faults


def make(file: str, line: int | None, *path: Step) -> Fault:
    return Fault("blank", "it is empty", "fill it", path=path, file=file, line=line)


def test_files_come_by_name_lines_by_number_and_the_tenth_thing_after_the_ninth() -> None:
    expected = [
        make("a.toml", None),
        make("a.toml", 2, "risks", 9),
        make("a.toml", 2, "risks", 10),
        make("a.toml", 11, "id"),
        make("b.toml", 1, "id"),
    ]
    assert list(arrange_faults(reversed(expected))) == expected


def test_the_same_fault_is_told_once() -> None:
    assert len(arrange_faults([make("a.toml", 1, "id"), make("a.toml", 1, "id")])) == 1
