"""One mapping is an evaluation, or everything that is wrong with it is told."""

from typing import Any

import pytest
from hypothesis import given

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import Fault, InvalidError
from obamodel.files.document import DocumentReading, check_kept, read_document, write_document
from tests.strategies import evaluations

SMALL: dict[str, Any] = {"schema_version": 1, "id": "small", "title": "Small"}


def tell(document: dict[str, Any], *unread: str) -> list[tuple[tuple[str | int, ...], str]]:
    return [(fault.path, fault.code) for fault in read_document(document, unread).faults]


@given(evaluations())
def test_a_document_reads_back_equal(evaluation: Evaluation) -> None:
    assert read_document(write_document(evaluation)) == DocumentReading(evaluation, ())


@pytest.mark.parametrize(
    ("version", "code", "phrase"),
    [
        (2, "newer-schema", "written by a newer obamodel (schema 2); this one reads up to 1"),
        (10**30, "newer-schema", "upgrade obamodel"),
        (0, "unknown-schema", "there is no schema 0"),
        (-1, "unknown-schema", "there is no schema -1"),
        ("1", "wrong-type", 'found "1"; write schema_version = 1'),
        (1.0, "wrong-type", "found 1.0"),
        (True, "wrong-type", "found true"),
        (None, "wrong-type", "found null"),
    ],
)
def test_a_version_that_this_library_does_not_know_is_refused(
    version: object, code: str, phrase: str
) -> None:
    (fault,) = read_document({**SMALL, "schema_version": version}).faults
    assert fault.code == code
    assert phrase in str(fault)


def test_of_a_newer_form_nothing_else_is_said() -> None:
    assert tell({"schema_version": 2, "weather": "fine"}) == [(("schema_version",), "newer-schema")]


def test_what_stands_in_place_of_something_else_is_called_as_files_call_it() -> None:
    faults = read_document({**SMALL, "drivers": [True], "summary": {"a": 1}}).faults
    assert [fault.found for fault in faults] == ["found a table", "found true"]


def test_names_that_refer_to_nothing_are_found_beside_faults_of_every_other_kind() -> None:
    document = {
        **SMALL,
        "outcomes": [{"id": "a", "statement": "", "population": "nobody"}],
        "indicators": [{"id": "a", "label": "1", "statement": "x", "outcome": "b"}],
    }
    assert tell(document) == [
        (("outcomes", 0, "statement"), "blank"),
        (("indicators", 0, "id"), "named-twice"),
        (("outcomes", 0, "population"), "refers-to-nothing"),
        (("indicators", 0, "outcome"), "refers-to-nothing"),
    ]


def test_a_name_that_is_wrong_in_itself_is_not_told_a_second_time() -> None:
    document = {**SMALL, "outcomes": [{"id": "a", "statement": "x", "population": "Nobody !"}]}
    assert tell(document) == [(("outcomes", 0, "population"), "bad-name")]


def test_nothing_is_said_to_be_missing_that_may_stand_in_a_file_that_was_not_read() -> None:
    document = {
        **SMALL,
        "outcomes": [{"id": "a", "statement": "x", "population": "adults"}],
        "lessons": [{"id": "b", "text": "x", "activities": ["c"]}],
        "waivers": [
            {
                "rule": "x",
                "about": "d",
                "judged": {"author": "a", "on": "2011", "reason": "r"},
            }
        ],
    }
    assert tell(document, "populations") == [(("lessons", 0, "activities", 0), "refers-to-nothing")]


def test_of_a_file_that_was_read_in_part_only_what_is_sure_is_said() -> None:
    document = {**SMALL, "risks": [{"id": "a", "nmae": "x", "cause": 5}]}
    assert tell(document, "risks") == [
        (("risks", 0, "nmae"), "unknown-key"),
        (("risks", 0, "cause"), "wrong-type"),
    ]


def test_what_would_not_be_read_back_the_same_is_not_written() -> None:
    here, there = Evaluation(id="a", title="A"), Evaluation(id="a", title="B")
    check_kept(here, DocumentReading(here, ()), "somewhere")
    with pytest.raises(InvalidError, match="it would not be read back the same"):
        check_kept(here, DocumentReading(there, ()), "somewhere")
    with pytest.raises(InvalidError, match="too long"):
        check_kept(here, DocumentReading(None, (Fault("x", "too long", "y"),)), "somewhere")
