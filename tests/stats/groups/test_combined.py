"""A combination reads, tells its caveats and turns into a table."""

import numpy as np
import pytest

from obamodel.stats.groups import combine_parts
from tests.stats.groups.building import OVERLAPPING, ROMA, count, fraction


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="CombinedParts is neither true nor false"):
        bool(combine_parts(count(12, 5)))


def test_the_table_has_a_row_for_each_part_and_one_for_all() -> None:
    frame = combine_parts(fraction((9, 20), (30, 200), more=[ROMA])).to_frame()
    assert list(frame.columns) == [
        *("breakdown", "part", "state", "number", "out_of", "value", "lowest", "highest")
    ]
    assert frame["part"].tolist() == ["a", "b", "Roma", ""]
    assert frame["state"].tolist() == ["counted", "counted", "reached, not counted", ""]
    np.testing.assert_array_equal(frame["number"], [9, 30, np.nan, 39])
    np.testing.assert_array_equal(frame["out_of"], [20, 200, np.nan, 220])


def test_a_combined_share_says_that_an_average_would_be_another_number() -> None:
    caveats = combine_parts(fraction((9, 20), (30, 200))).caveats
    assert caveats == (
        (
            "It is worked out from the numbers of all of them, so it leans towards the larger "
            "ones; the average of their percentages would be another number."
        ),
    )


def test_overlap_and_rounding_are_told() -> None:
    found = combine_parts(count(10, 5, rounded_to=5, **OVERLAPPING))
    assert found.caveats == (
        (
            "The numbers are rounded to the nearest 5, and what is worked out from them is "
            "about right only."
        ),
        "One can be in more than one of them, and nobody counted how many are.",
    )


def test_many_parts_are_numbered_and_not_named() -> None:
    assert str(combine_parts(count(*range(8)))) == "The 8 parts together: 28 people who came."


def test_an_answer_shows_itself_in_a_notebook_with_markup_made_inert() -> None:
    shown = combine_parts(count(1, of="people with <3 visits"))._repr_html_()
    assert shown == "<p>a: 1 people with &lt;3 visits.</p>"
