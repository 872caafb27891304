"""How a fault names its place, what was found and how to mend it."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import (
    Fault,
    InvalidError,
    MissingExtraError,
    ObamodelError,
    find_nearest,
    write_path,
)


def blank(**parts: Any) -> Fault:
    return attrs.evolve(Fault("blank", "it is empty", "say it in a few words"), **parts)


# --- a fault ---------------------------------------------------------------------------------


def test_a_fault_reads_place_then_what_was_found_then_the_mend_then_its_code() -> None:
    fault = blank(path=("outcomes", 0, "statement"), file="outcomes.toml", line=7)
    assert str(fault) == (
        "outcomes.toml:7 outcomes[0].statement: it is empty; say it in a few words [blank]"
    )


def test_a_fault_without_a_place_begins_with_what_was_found() -> None:
    assert str(blank()) == "it is empty; say it in a few words [blank]"


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({}, ""),
        ({"file": "counts.csv"}, "counts.csv"),
        ({"file": "counts.csv", "line": 3}, "counts.csv:3"),
        ({"path": ("risks", 1)}, "risks[1]"),
        ({"file": "counts.csv", "path": ("counts", 0, "value")}, "counts.csv counts[0].value"),
        # A line says nothing without the file it is in.
        ({"line": 3, "path": ("title",)}, "title"),
    ],
)
def test_the_place_tells_as_much_as_is_known(parts: dict[str, object], place: str) -> None:
    assert blank(**parts).place == place


def test_a_fault_seen_from_further_up_has_a_longer_path_and_is_else_the_same() -> None:
    near = blank(path=["state"], file="feedback.toml", line=12)
    far = near.under("feedback", 3, "consent")
    assert far.path == ("feedback", 3, "consent", "state")
    assert attrs.evolve(far, path=near.path) == near
    assert near.path == ("state",)


def test_a_fault_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        blank().found = "something else"  # type: ignore[misc]  # that is the test


def test_faults_with_the_same_parts_are_one_and_the_same() -> None:
    assert len({blank(path=["name"]), blank(path=("name",)), blank(path=("text",))}) == 2


# --- a path ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), ""),
        (("title",), "title"),
        (("feedback", 3), "feedback[3]"),
        (("feedback", 3, "consent", "state"), "feedback[3].consent.state"),
        (("cycles", 0, "responses", 12, "evidence", 1), "cycles[0].responses[12].evidence[1]"),
        ((0, "name"), "[0].name"),
    ],
)
def test_a_path_is_written_with_dots_and_with_places_in_brackets(
    path: tuple[str | int, ...], written: str
) -> None:
    assert write_path(path) == written


# --- the nearest name ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "known", "nearest"),
    [
        ("indicater", ["factor", "indicator"], "indicator"),
        ("populaton", ["population", "populations"], "population"),
        ("weather", ["factor", "indicator"], None),
        ("anything", [], None),
        ("", ["factor"], None),
    ],
)
def test_the_nearest_name_is_a_likely_one_or_none(
    word: str, known: list[str], nearest: str | None
) -> None:
    assert find_nearest(word, known) == nearest
    assert find_nearest(word, iter(known)) == nearest


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=6))
def test_the_nearest_name_is_always_one_of_the_known(word: str, known: list[str]) -> None:
    assert find_nearest(word, known) in [None, *known]


# --- all faults at once ----------------------------------------------------------------------


def test_an_invalid_error_counts_its_faults_and_gives_each_a_line() -> None:
    error = InvalidError("Outcome", [blank(path=("statement",)), blank(path=("population",))])
    assert str(error) == (
        "Outcome: 2 problems to mend\n"
        "  statement: it is empty; say it in a few words [blank]\n"
        "  population: it is empty; say it in a few words [blank]"
    )


def test_one_problem_is_one_problem() -> None:
    assert str(InvalidError("Outcome", [blank()])).startswith("Outcome: 1 problem to mend\n")


def test_faults_may_come_from_a_generator_and_are_kept_in_order() -> None:
    faults = [blank(line=number) for number in (3, 1, 2)]
    assert InvalidError("folder", (fault for fault in faults)).faults == tuple(faults)


def test_a_hundred_faults_are_all_shown() -> None:
    lines = str(InvalidError("folder", [blank()] * 100)).splitlines()
    assert len(lines) == 101
    assert "more" not in lines[-1]


def test_of_many_faults_a_hundred_are_shown_and_the_rest_are_counted_and_kept() -> None:
    error = InvalidError("folder", [blank()] * 250)
    lines = str(error).splitlines()
    assert lines[0] == "folder: 250 problems to mend"
    assert lines[-1] == "  ... and 150 more"
    assert len(lines) == 1 + 100 + 1
    assert len(error.faults) == 250


def test_an_invalid_error_can_be_caught_as_ours_or_as_a_value_error() -> None:
    assert issubclass(InvalidError, ObamodelError)
    assert issubclass(InvalidError, ValueError)
    # Not everything that goes wrong is about a value.
    assert not issubclass(ObamodelError, ValueError)


def test_an_invalid_error_survives_the_way_from_another_process() -> None:
    error = InvalidError("Outcome", [blank(path=("statement",))])
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.what, copy.faults, str(copy)) == (error.what, error.faults, str(error))


# --- what is not installed -------------------------------------------------------------------


def test_a_missing_extra_names_the_exact_command() -> None:
    error = MissingExtraError("an interrupted time series", "statsmodels", "its")
    assert str(error) == (
        "an interrupted time series needs statsmodels, which is not installed; "
        'run: pip install "obamodel[its]"'
    )
    assert isinstance(error, ObamodelError)
    assert isinstance(error, ImportError)


def test_a_missing_extra_survives_the_way_from_another_process() -> None:
    error = MissingExtraError("a panel", "dask", "dask")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
