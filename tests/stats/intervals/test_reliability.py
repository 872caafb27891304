"""Whether the mark of reliability is put as the Office for National Statistics puts it."""

import pytest

from obamodel.errors import InvalidError
from obamodel.stats.intervals import UNRELIABLE_BELOW, UNRELIABLE_MARK, mark_unreliable


def test_fewer_than_twenty_events_are_marked_with_a_u() -> None:
    # ONS, User guide to mortality statistics, section 15.
    assert (UNRELIABLE_BELOW, UNRELIABLE_MARK) == (20, "u")
    assert mark_unreliable([0, 19, 20, 2000]).tolist() == [True, True, False, False]


def test_one_number_is_a_row_of_one() -> None:
    assert mark_unreliable(3).tolist() == [True]


def test_what_is_not_a_count_is_refused_by_its_place() -> None:
    with pytest.raises(InvalidError) as refused:
        mark_unreliable([3, -1, 2.5])
    assert [fault.path for fault in refused.value.faults] == [("events", 1), ("events", 2)]
