"""One JSON file: one canonical form, and what is wrong in another is named by its line."""

import json

import pytest
from hypothesis import given

from obamodel.domain.evaluation import Evaluation
from obamodel.files.document import write_document
from obamodel.files.single_file import find_lines, read_json, write_json
from tests.strategies import evaluations


@given(evaluations(most=3))
def test_what_is_written_is_what_pythons_own_writer_writes_of_the_document(
    evaluation: Evaluation,
) -> None:
    written = write_json(evaluation)
    assert json.loads(written) == write_document(evaluation)
    assert json.dumps(json.loads(written), indent=2, ensure_ascii=False) + "\n" == written


def test_letters_stay_letters() -> None:
    assert '"title": "Café: 5 £"' in write_json(Evaluation(id="a", title="Café: 5 £"))


@pytest.mark.parametrize(
    ("text", "line", "code", "phrase"),
    [
        ("", 1, "not-json", "there is no value"),
        ('{"a": 1\n "b": 2}', 2, "not-json", "a comma is missing"),
        # Whatever Python is used: later ones name the comma, earlier ones the bracket after it.
        ('{"a": 1,\n\n}', 1, "not-json", "a comma follows the last one; take the comma away"),
        ('{"a": [1\n,\n]}', 2, "not-json", "a comma follows the last one; take the comma away"),
        ('{"a": [\n,]}', 2, "not-json", "there is no value"),
        ("{b: 1}", 1, "not-json", "there is no key"),
        ('{"a"\n 1}', 2, "not-json", "a colon is missing"),
        ('{"a": yes}', 1, "not-json", "put words in quotation marks"),
        ('{"a": "x\ny"}', 1, "not-json", "a line ends inside words"),
        ('{"a": "\\q"}', 1, "not-json", "backslash"),
        ('{"a": "x}', 1, "not-json", "a quotation mark is opened and not closed"),
        ("{}\n{}", 2, "not-json", "keep one evaluation in the file"),
        ("[]", None, "wrong-type", "begin it with {"),
        ("[" * 100_000, 1, "too-large", "brackets stand more than 64 deep"),
        ('{"a": ' + "9" * 5_000 + "}", 1, "too-large", "a number of 5000 digits"),
    ],
)
def test_a_text_that_is_not_json_is_answered_in_plain_words(
    text: str, line: int | None, code: str, phrase: str
) -> None:
    reading = read_json(text)
    assert reading.document is None
    (fault,) = reading.faults
    assert (fault.line, fault.code) == (line, code)
    assert phrase in str(fault)


def test_all_keys_written_twice_and_all_words_for_numbers_are_named() -> None:
    text = '{"a": [{"b": 1,\n"b": 2}],\n"c": NaN,\n"d": {"e": -Infinity},\n"a": []}'
    assert [(fault.path, fault.line, fault.code) for fault in read_json(text).faults] == [
        (("a", 0, "b"), 2, "written-twice"),
        (("c",), 3, "not-finite"),
        (("d", "e"), 4, "not-finite"),
        (("a",), 5, "written-twice"),
    ]


def test_words_that_look_like_that_are_left_alone() -> None:
    assert read_json('{"a": "NaN", "b": "\\"b\\": 1", "c": {"a": 1}}').faults == ()


def test_each_part_has_its_line() -> None:
    lines = find_lines('{\n  "a": [\n    {"b": 1},\n    {"c": "x, \\"y\\" ]"}\n  ],\n  "d": {}\n}')
    assert lines.find_line(("a", 1, "c")) == 4
    assert lines.find_line(("a", 1, "missing")) == 4
    assert lines.find_line(("d",)) == 6
    assert lines.find_line(("e",)) == 1
