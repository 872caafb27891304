"""A table of counts: what fits together and what is refused, by name and place."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Overlap, Trait
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted
from obamodel.domain.tables import Adding, CountCell, CountTable, Dimension, Grouping
from obamodel.errors import InvalidError
from tests.domain.building import make, refuse

PLACE = Dimension(name="place", categories=["North", "South"], trait=Trait.SMALL_PLACE)
SEX = Dimension(name="sex", categories=["f", "m"], trait=Trait.CHARACTERISTIC)
ABOUT: dict[str, Any] = {
    "id": "t",
    "title": "Who came",
    "of": "people who came",
    "counted": Counted.PEOPLE,
}


def put(numbers: Mapping[str, int | None]) -> list[CountCell]:
    return [CountCell(at=at.split(" | "), number=number) for at, number in numbers.items()]


def refuse_table(dimensions: list[Dimension], numbers: Mapping[str, int | None]) -> list[str]:
    faults = refuse(CountTable, dimensions=dimensions, cells=put(numbers))
    return [str(fault) for fault in faults]


# --- dimensions ----------------------------------------------------------------------------------


def test_a_dimension_knows_its_lines_and_what_they_are_made_up_of() -> None:
    both = Grouping(name="both", categories=["North", "South"])
    place = make(Dimension, categories=["North", "South"], groupings=[both], total="All")
    assert place.names == ("North", "South", "both", "All")
    assert place.find_categories("North") == ("North",)
    assert place.find_categories("All") == ("North", "South")


@pytest.mark.parametrize(
    ("trait", "is_sensitive"),
    [
        (Trait.CHARACTERISTIC, True),
        (Trait.SMALL_PLACE, True),
        (Trait.LARGE_PLACE, False),
        (Trait.OTHER, False),
    ],
)
def test_characteristics_and_small_places_are_sensitive(trait: Trait, is_sensitive: bool) -> None:
    assert make(Dimension, trait=trait).is_sensitive is is_sensitive
    table = make(CountTable, dimensions=[make(Dimension, trait=trait)])
    assert table.is_sensitive is is_sensitive
    things = make(CountTable, dimensions=[make(Dimension, trait=trait)], counted=Counted.THINGS)
    assert not things.is_sensitive


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"categories": []}, "categories: it has no categories; name its categories"),
        (
            {"categories": ["A", "A"]},
            'two lines of "place" are called "A"; give each line a name of its own',
        ),
        (
            {"categories": ["A", "Total"]},
            'two lines of "place" are called "Total"; give each line a name of its own',
        ),
        (
            {"categories": ["A"], "groupings": [Grouping(name="g", categories=["B"])]},
            (
                'groupings[0].categories: "g" has "B", which is no category; '
                "name one of the categories"
            ),
        ),
        (
            {"categories": ["A"], "groupings": [Grouping(name="g", categories=["A", "A"])]},
            'groupings[0].categories: "g" has a category twice; name each once',
        ),
    ],
)
def test_a_dimension_that_does_not_hold_together_is_refused(
    parts: dict[str, Any], message: str
) -> None:
    (fault,) = refuse(Dimension, **parts)
    assert str(fault).startswith(message)


# --- cells ---------------------------------------------------------------------------------------


def test_impossible_numbers_are_refused_by_place() -> None:
    with pytest.raises(InvalidError, match="found -1; write 0 or more"):
        CountCell(at=["North"], number=-1)
    with pytest.raises(InvalidError, match=r"found 4\.5; write a whole number"):
        CountCell(at=["North"], number=4.5)  # type: ignore[arg-type]  # that is the test
    assert refuse_table([PLACE], {"North": 100_000_001}) == [
        (
            "cells[0].number: North is 100000001, more people than any service has; "
            "check it [too-large]"
        )
    ]


def test_a_cell_stands_somewhere_and_only_once() -> None:
    assert refuse_table([PLACE, SEX], {"North": 1, "East | f": 2, "North | f": 3}) == [
        (
            "cells[0].at: North has 1 names for 2 dimensions; give one name a dimension, in their "
            "order [misplaced-cell]"
        ),
        (
            'cells[1].at: "East" is no line of "place"; choose one of: North, South, Total '
            "[unknown-category]"
        ),
    ]
    twice = [CountCell(at=["North"], number=1), CountCell(at=["North"], number=1)]
    (fault,) = refuse(CountTable, dimensions=[PLACE], cells=twice)
    assert str(fault) == (
        "cells[1].at: North stands at cell 0 already; give each number once [named-twice]"
    )


def test_every_total_that_does_not_fit_is_named() -> None:
    numbers = {
        "North | f": 1,
        "North | m": 2,
        "South | f": 3,
        "South | m": 4,
        "North | Total": 3,
        "South | Total": 8,
        "Total | f": 3,
        "Total | Total": 11,
    }
    assert refuse_table([PLACE, SEX], numbers) == [
        (
            'cells[5].number: South | Total is 8, and its parts by "sex" add up to 7; correct '
            "them, add the part that is missing, or say that it is not complete [total-mismatch]"
        ),
        (
            'cells[6].number: Total | f is 3, and its parts by "place" add up to 4; correct the '
            "parts or the whole; where people can be in two parts, say so [parts-above-the-whole]"
        ),
    ]


def test_a_grouping_is_checked_against_its_categories() -> None:
    both = Grouping(name="both", categories=["North", "South"])
    place = make(Dimension, categories=["North", "South", "East"], groupings=[both])
    (fault,) = refuse_table([place], {"North": 1, "South": 2, "both": 4})
    assert 'both is 4, and its parts by "place" add up to 3' in fault


def test_a_slice_of_which_a_part_is_not_known_is_only_held_to_what_is_known() -> None:
    assert refuse_table([PLACE], {"North": 5, "South": None, "Total": 9}) == []
    assert refuse_table([PLACE], {"North": 5, "South": None, "Total": 4}) != []
    assert refuse_table([PLACE], {"North": 5, "Total": 9}) == []


def test_overlapping_and_incomplete_parts_are_held_to_what_must_be_true_of_them() -> None:
    overlapping = make(
        Dimension, categories=["North", "South"], overlap=Overlap.OVERLAPPING, complete=False
    )
    assert refuse_table([overlapping], {"North": 5, "South": 6, "Total": 7}) == []
    (fault,) = refuse_table([overlapping], {"North": 5, "South": 8, "Total": 7})
    assert "South is 8, above its whole Total, which is 7" in fault
    all_in = make(Dimension, categories=["North", "South"], overlap=Overlap.OVERLAPPING)
    (fault,) = refuse_table([all_in], {"North": 2, "South": 3, "Total": 7})
    assert 'Total is 7, more than its parts by "place" together, 5' in fault
    partly = make(Dimension, categories=["North", "South"], complete=False)
    assert refuse_table([partly], {"North": 5, "South": 6, "Total": 12}) == []


def test_a_running_total_ends_after_it_begins() -> None:
    may, april = Period.parse("2014-05"), Period.parse("2014-04")
    assert make(CountTable, period=may, since=april).since == april
    (fault,) = refuse(CountTable, period=april, since=may)
    assert fault.code == "ends-before-it-begins"
    (fault,) = refuse(CountTable, since=may)
    assert fault.code == "period-missing"


def test_attendances_add_over_periods_and_people_do_only_where_that_is_said() -> None:
    assert make(CountTable, counted=Counted.ATTENDANCES).adds
    assert not make(CountTable).adds
    assert make(CountTable, adding=Adding.ADDS).adds
    assert not make(CountTable, counted=Counted.ATTENDANCES, adding=Adding.SAME_AGAIN).adds


# --- frames --------------------------------------------------------------------------------------


def test_a_long_frame_and_a_crosstab_make_the_same_table() -> None:
    long = pd.DataFrame(
        {
            "place": ["North", "North", "South", "South"],
            "sex": ["f", "m", "f", "m"],
            "number": [1, 2, 3, 4],
        }
    )
    wide = long.pivot(index="place", columns="sex", values="number")
    one = CountTable.from_frame(long, dimensions=[PLACE, SEX], **ABOUT)
    assert one == CountTable.from_frame(wide, dimensions=[PLACE, SEX], **ABOUT)
    assert (one.find("South", "Total"), one.find("Total", "m"), one.find("Total", "Total")) == (
        7,
        6,
        10,
    )


def test_a_total_is_never_made_of_parts_of_which_one_is_missing() -> None:
    frame = pd.DataFrame({"place": ["North"], "number": [5]})
    table = CountTable.from_frame(frame, dimensions=[PLACE], **ABOUT)
    assert table.find("South") is None
    assert ("Total",) not in table.numbers
    nobody = CountTable.from_frame(frame, dimensions=[PLACE], absent_is_nobody=True, **ABOUT)
    assert (nobody.find("South"), nobody.find("Total")) == (0, 5)


def test_a_total_that_is_given_is_kept_and_checked() -> None:
    frame = pd.DataFrame({"n": [5, 6, 12]}, index=["North", "South", "Total"])
    with pytest.raises(InvalidError, match="Total is 12, and its parts"):
        CountTable.from_frame(frame, dimensions=[PLACE], number="n", **ABOUT)


def test_overlapping_categories_are_never_added_up() -> None:
    place = make(Dimension, categories=["North", "South"], overlap=Overlap.OVERLAPPING)
    frame = pd.DataFrame({"place": ["North", "South"], "number": [5, 6]})
    table = CountTable.from_frame(frame, dimensions=[place], **ABOUT)
    assert ("Total",) not in table.numbers


def test_every_fault_of_a_frame_is_named_by_its_row() -> None:
    frame = pd.DataFrame(
        {"place": ["North", "East", "South", "South"], "number": [-1, 2, 2.5, 3]},
        index=["a", "b", "c", "d"],
    )
    with pytest.raises(InvalidError) as caught:
        CountTable.from_frame(frame, dimensions=[PLACE], **ABOUT)
    assert [str(fault) for fault in caught.value.faults] == [
        "a: found -1; write 0 or more [too-small]",
        'b: "East" is no line of "place"; choose one of: North, South, Total [unknown-category]',
        "c: found 2.5; write a whole number, or leave it empty where it is not known [wrong-type]",
        "d: South is at c already; keep the one that is right; they are not added [named-twice]",
    ]


def test_a_frame_without_the_columns_is_refused() -> None:
    with pytest.raises(InvalidError, match="there is no column"):
        CountTable.from_frame(pd.DataFrame({"place": ["North"]}), dimensions=[PLACE], **ABOUT)
    with pytest.raises(InvalidError, match="the frame has no columns"):
        CountTable.from_frame(
            pd.DataFrame({"a": [1]}), dimensions=[PLACE, SEX, make(Dimension, name="x")], **ABOUT
        )


@given(st.lists(st.lists(st.integers(0, 50), min_size=2, max_size=2), min_size=2, max_size=2))
def test_the_totals_that_are_made_are_the_sums(inner: list[list[int]]) -> None:
    frame = pd.DataFrame(inner, index=["North", "South"], columns=["f", "m"])
    table = CountTable.from_frame(frame, dimensions=[PLACE, SEX], **ABOUT)
    assert table.find("Total", "Total") == sum(map(sum, inner))
    assert table.find("North", "Total") == sum(inner[0])
    back = table.to_frame()
    assert list(back.columns) == ["place", "sex", "number"]
    assert CountTable.from_frame(back, dimensions=[PLACE, SEX], **ABOUT) == table
