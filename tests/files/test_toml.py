"""Everything wrong in the writing of a TOML text is named, and the rest is read."""

import tomllib

import pytest

from obamodel.files.toml import read_toml

# The text; the line and code of each fault; what is read all the same.
CASES: list[tuple[str, list[tuple[int, str]], dict[str, object]]] = [
    ('a = 1\nb = "x\nc = 3\n', [(2, "open-quotation")], {"a": 1, "c": 3}),
    ("a = 1\na = 2\nb = 3\n", [(2, "written-twice")], {"a": 1, "b": 3}),
    ("a = x\nb = 1\nc = y\n", [(1, "not-toml"), (3, "not-toml")], {"b": 1}),
    ("a = [1,\n2\nb = 3\n", [(1, "open-bracket")], {"b": 3}),
    ("a = [\n[[b]]\nc = 1\n", [(1, "open-bracket")], {"b": [{"c": 1}]}),
    ("[[a]\nb = 1\n[[c]]\nd = 2\n", [(1, "open-bracket")], {"c": [{"d": 2}]}),
    ("a = {b = 1,\nc = 2}\nd = 3\n", [(1, "open-bracket")], {"d": 3}),
    ("a = {b = 1,\n[[c]]\nd = 3\n", [(1, "open-bracket")], {"c": [{"d": 3}]}),
    ('a = 1\nb = """x\n\ny\n', [(2, "open-quotation")], {"a": 1}),
    ("a = 1\nb = '''x\n", [(2, "open-quotation")], {"a": 1}),
    ('a = "C:\\Users"\nb = 1\n', [(1, "backslash")], {"b": 1}),
    ("a 1\nb = 1\n", [(1, "not-toml")], {"b": 1}),
    ("a = 1 2\nb = 1\n", [(1, "not-toml")], {"b": 1}),
    ("a = 2011-02-30\nb = 1\n", [(1, "bad-date")], {"b": 1}),
    ('a = "\x07"\nb = 1\n', [(1, "unwritable-character")], {"b": 1}),
    ("[a]\nx = 1\n[a]\ny = 1\n", [(3, "written-twice")], {"a": {"x": 1}}),
    ("a = [1, 2\n", [(1, "open-bracket")], {}),
    ("a = {b = 1, b = 2}\nc = 1\n", [(1, "written-twice")], {"c": 1}),
    ("\ufeffa = 1", [(1, "not-toml")], {}),
]


@pytest.mark.parametrize(("text", "faults", "document"), CASES)
def test_it_names_each_fault_by_its_line_and_reads_on(
    text: str, faults: list[tuple[int, str]], document: dict[str, object]
) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    reading = read_toml(text)
    assert sorted((fault.line or 0, fault.code) for fault in reading.faults) == faults
    assert reading.document == document


def test_a_text_without_fault_is_read_as_pythons_own_reader_reads_it() -> None:
    text = 'a = 1\r\nb = """x\r\ny"""\r\n[[c]]\r\nd = {e = [1,\r\n2]}\r\n'
    assert read_toml(text).document == tomllib.loads(text)
    assert read_toml(text).faults == ()


def test_lines_keep_their_numbers_where_a_wrong_one_was_taken_out() -> None:
    reading = read_toml("a = 1\nb = x\nc = 3\n")
    assert reading.text.split("\n") == ["a = 1", "", "c = 3", ""]


def test_curly_quotation_marks_are_called_by_their_name() -> None:
    (fault,) = read_toml("a = \u201cpasted from a letter\u201d\n").faults
    assert str(fault) == (
        'there are curly quotation marks; write straight ones, "like this" [not-toml]'
    )


def test_nothing_is_said_of_what_follows_three_quotation_marks_left_open() -> None:
    reading = read_toml('a = """x\nb = y\nc = z\n')
    assert len(reading.faults) == 1


def test_a_text_that_is_wrong_on_every_line_does_not_take_for_ever() -> None:
    reading = read_toml("a = x\n" * 20_000)
    assert 10 < len(reading.faults) < 200
    assert reading.document == {}
