"""A reconciliation reads, tells what to know and turns into a table."""

import pytest

from obamodel.stats.groups import MismatchKind, reconcile_breakdown
from obamodel.stats.groups.mismatches import DISAGREEMENTS
from tests.stats.groups.building import ROMA, count


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="Reconciliation is neither true nor false"):
        bool(reconcile_breakdown(count(12, 5)))


def test_it_is_known_of_each_kind_whether_two_numbers_contradict_each_other() -> None:
    to_know = set(MismatchKind) - DISAGREEMENTS
    assert {str(one) for one in to_know} == {
        *("a withheld number is given away", "not complete", "not stated", "not counted"),
        *("no whole", "cannot be added", "the series says nothing"),
    }


def test_the_sentence_says_first_whether_it_fits() -> None:
    assert str(reconcile_breakdown(count(12, 5, whole=17))) == (
        "Who came to the courses: parts and whole fit together. "
        "The parts add up to all 17 people who came."
    )
    assert str(reconcile_breakdown(count(12, 5, whole=18, not_stated=0))) == (
        "Who came to the courses: 1 thing does not fit together. "
        "The parts add up to 17 of 18 people who came."
    )


def test_what_is_to_be_known_comes_last() -> None:
    told = str(reconcile_breakdown(count(12, more=[ROMA], whole=17, not_stated=1)))
    assert told.endswith(
        "To know: 1 of 17 (5.9%) did not say which part they belong to (where they live); "
        "Roma is reached, not counted (nobody kept a list)."
    )


def test_the_table_has_a_row_for_each_mismatch_and_columns_without_any() -> None:
    columns = ["breakdown", "kind", "disagrees", "parts", "found", "means", "mend"]
    frame = reconcile_breakdown(count(12, more=[ROMA])).to_frame()
    assert list(frame.columns) == columns
    assert frame["kind"].tolist() == ["not counted", "no whole"]
    assert frame["parts"].tolist() == ["Roma", ""]
    assert list(reconcile_breakdown(count(12, whole=12)).to_frame().columns) == columns


def test_that_numbers_fit_is_not_said_to_show_that_they_are_right() -> None:
    assert reconcile_breakdown(count(12, 5, whole=17)).caveats == (
        "That numbers fit together does not show that they are right.",
    )


def test_markup_is_made_inert_in_a_notebook() -> None:
    shown = reconcile_breakdown(count(1, of="people with <3 visits", whole=2))._repr_html_()
    assert "&lt;3 visits" in shown
    assert "<3 visits" not in shown
