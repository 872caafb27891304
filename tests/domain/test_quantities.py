"""Quantities say how well they are known, and an unknown one why it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.quantities import Count, Counted, Precision, Quantity
from tests.domain.building import make, refuse

NOUNS = [Quantity, Count]


def test_the_ways_to_know_a_number_are_these_five() -> None:
    assert [str(word) for word in Precision] == [
        "exact",
        "about",
        "at least",
        "unknown",
        "withheld",
    ]


def test_people_attendances_and_things_are_counted_apart() -> None:
    assert [str(word) for word in Counted] == ["people", "attendances", "things"]


# The numbers are MIME's: fact sheet, sections 7.1, 7.2 and 7.4.
@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (Quantity(value=65), "65"),
        (Quantity(value=45, precision=Precision.ABOUT), "about 45"),
        (Quantity(value=2, precision=Precision.AT_LEAST), "at least 2"),
        (Quantity(value=0), "0"),
        (
            Quantity(precision=Precision.UNKNOWN, reason="the session was not counted"),
            "not known: the session was not counted",
        ),
    ],
    ids=str,
)
def test_a_quantity_is_written_with_its_honesty(quantity: Quantity, written: str) -> None:
    assert str(quantity) == written


def test_nought_is_a_number_and_unknown_is_none() -> None:
    assert Quantity(value=0).is_known
    assert not Quantity(precision=Precision.UNKNOWN, reason="nobody counted").is_known


@pytest.mark.parametrize("noun", NOUNS)
def test_a_quantity_without_a_number_is_not_taken_for_nought(noun: type) -> None:
    for precision in (Precision.EXACT, Precision.ABOUT, Precision.AT_LEAST):
        assert [str(fault) for fault in refuse(noun, value=None, precision=precision)] == [
            (
                'value: there is no number; write the number, or precision "unknown" with a reason;'
                " an empty place is not zero [number-missing]"
            )
        ]


@pytest.mark.parametrize("noun", NOUNS)
def test_an_unknown_quantity_without_a_reason_is_refused(noun: type) -> None:
    assert [str(fault) for fault in refuse(noun, value=None, precision=Precision.UNKNOWN)] == [
        (
            "reason: the quantity is unknown and nothing says why;"
            " write the reason [unknown-without-reason]"
        )
    ]


@pytest.mark.parametrize("noun", NOUNS)
def test_an_unknown_quantity_with_a_number_is_refused(noun: type) -> None:
    faults = refuse(noun, value=45, precision=Precision.UNKNOWN, reason="somebody guessed")
    assert [str(fault) for fault in faults] == [
        (
            "value: the quantity is unknown, yet has the number 45;"
            " take the number away, or say how well it is known [number-of-an-unknown]"
        )
    ]


@pytest.mark.parametrize("noun", NOUNS)
def test_an_unknown_quantity_wrong_in_both_ways_is_told_both(noun: type) -> None:
    faults = refuse(noun, value=45, precision=Precision.UNKNOWN)
    assert [fault.code for fault in faults] == ["number-of-an-unknown", "unknown-without-reason"]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("value", [-1, 4.5, "45", "~45", True])
def test_a_quantity_is_a_whole_number_of_at_least_nought(noun: type, value: object) -> None:
    assert [fault.path for fault in refuse(noun, value=value)] == [("value",)]


def test_a_known_quantity_may_say_why_it_is_only_about_right() -> None:
    assert refuse(Quantity, value=45, precision=Precision.ABOUT, reason="the report says so") == ()


@given(st.integers(0, 10**9), st.sampled_from([Precision.ABOUT, Precision.AT_LEAST]))
def test_a_number_that_is_not_exact_never_prints_as_if_it_were(
    value: int, precision: Precision
) -> None:
    assert str(Quantity(value=value, precision=precision)) == f"{precision.value} {value}"


def test_a_count_gives_its_quantity_with_all_its_honesty() -> None:
    count = make(
        Count, value=None, precision=Precision.UNKNOWN, reason="the session was not counted"
    )
    assert count.quantity == Quantity(
        precision=Precision.UNKNOWN, reason="the session was not counted"
    )
    about = make(Count, value=45, precision=Precision.ABOUT)
    assert about.quantity == Quantity(value=45, precision=Precision.ABOUT)


def test_a_count_says_what_it_counts() -> None:
    assert [fault.path for fault in refuse(Count, counted=None)] == [("counted",)]
    assert [fault.path for fault in refuse(Count, of="")] == [("of",)]


def test_a_count_is_no_part_of_itself() -> None:
    assert [str(fault) for fault in refuse(Count, id="carers", subset_of="carers")] == [
        "subset_of: a count cannot be a part of itself; name the larger count [part-of-itself]"
    ]


def test_a_withheld_quantity_says_why_and_has_no_number() -> None:
    withheld = Quantity(precision=Precision.WITHHELD, reason="a small number, not shown")
    assert str(withheld) == "a small number, not shown"
    assert not withheld.is_known
    (fault,) = refuse(Quantity, value=3, precision=Precision.WITHHELD, reason="few")
    assert fault.found == "the quantity is withheld, yet has the number 3"
