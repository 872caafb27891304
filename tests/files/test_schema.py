"""The shipped schema says what the library writes and refuses what it refuses."""

import copy
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import obamodel as oba
from obamodel.files.document import read_document, write_document
from obamodel.files.schema import SCHEMA_FILE, write_schema
from tests.strategies import evaluations

SHIPPED = (files("obamodel") / "templates" / SCHEMA_FILE).read_text(encoding="utf-8")
CHECKER = jsonschema.Draft202012Validator(json.loads(SHIPPED))


def test_the_shipped_schema_is_the_one_that_the_nouns_make() -> None:
    assert write_schema() == SHIPPED


def test_the_schema_is_itself_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(SHIPPED))


def test_what_save_writes_of_mime_fits_the_schema(tmp_path: Path) -> None:
    target = tmp_path / "mime.json"
    oba.save(oba.load_example("mime"), target)
    assert list(CHECKER.iter_errors(json.loads(target.read_text(encoding="utf-8")))) == []


@given(evaluations())
def test_whatever_save_writes_fits_the_schema(evaluation: oba.Evaluation) -> None:
    written = json.loads(json.dumps(write_document(evaluation)))
    assert [error.message for error in CHECKER.iter_errors(written)] == []


def drop_version(document: dict[str, Any]) -> None:
    del document["schema_version"]


def newer_version(document: dict[str, Any]) -> None:
    document["schema_version"] = 2


def misspelt_key(document: dict[str, Any]) -> None:
    document["factors"][0]["lable"] = "A1"


def missing_key(document: dict[str, Any]) -> None:
    del document["factors"][0]["name"]


def unknown_choice(document: dict[str, Any]) -> None:
    document["activities"][0]["status"] = "finished"


def text_for_number(document: dict[str, Any]) -> None:
    document["counts"][0]["value"] = "45"


def negative_number(document: dict[str, Any]) -> None:
    document["counts"][0]["value"] = -1


def british_date(document: dict[str, Any]) -> None:
    document["feedback"][0]["given"] = "26/01/2011"


def unknown_without_reason(document: dict[str, Any]) -> None:
    document["feedback"][0]["given"] = "unknown:"


def bad_name(document: dict[str, Any]) -> None:
    document["factors"][0]["id"] = "Factor 1"


def blank_text(document: dict[str, Any]) -> None:
    document["outcomes"][0]["statement"] = "  "


def one_for_many(document: dict[str, Any]) -> None:
    document["factors"][0]["indicators"] = "indicator-1"


def named_twice(document: dict[str, Any]) -> None:
    document["factors"][0]["indicators"] = ["indicator-1", "indicator-1"]


@pytest.mark.parametrize(
    "break_it",
    [
        drop_version,
        newer_version,
        misspelt_key,
        missing_key,
        unknown_choice,
        text_for_number,
        negative_number,
        british_date,
        unknown_without_reason,
        bad_name,
        blank_text,
        one_for_many,
        named_twice,
    ],
)
def test_what_the_library_refuses_the_schema_refuses_too(
    break_it: Callable[[dict[str, Any]], None],
) -> None:
    document = copy.deepcopy(write_document(oba.load_example("mime")))
    assert CHECKER.is_valid(document)
    break_it(document)
    assert not CHECKER.is_valid(document)
    assert read_document(document).faults


def empty_note(document: dict[str, Any]) -> None:
    document["factors"][0]["note"] = ""


def several_lines(document: dict[str, Any]) -> None:
    document["factors"][0]["note"] = "two\nlines"


def unknown_date_over_two_lines(document: dict[str, Any]) -> None:
    document["feedback"][0]["given"] = "unknown: nobody\nwrote it down"


@pytest.mark.parametrize("change_it", [empty_note, several_lines, unknown_date_over_two_lines])
def test_what_the_library_reads_the_schema_lets_through(
    change_it: Callable[[dict[str, Any]], None],
) -> None:
    document = copy.deepcopy(write_document(oba.load_example("mime")))
    change_it(document)
    assert read_document(document).faults == ()
    assert [error.message for error in CHECKER.iter_errors(document)] == []
