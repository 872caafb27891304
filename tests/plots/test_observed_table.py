"""Are observed values written in tables as pictures write them?"""

import pytest

from obamodel.disclosure.series import publish_series
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.series import Observation, SeriesKind, Standing
from obamodel.plots.observed_table import (
    head_numbers,
    list_periods,
    list_remarks,
    make_table,
    say_standing,
    write_number,
    write_observed,
)
from tests.plots.things import make_judgement, make_periods, make_series


def test_the_unit_stands_in_the_heading_and_not_in_the_cell() -> None:
    share = make_series((31, 30.5), kind=SeriesKind.SHARE, unit="%")
    assert head_numbers("Seen", share) == "Seen (%)"
    assert write_number(share, 30.5) == "30.5"
    assert write_number(share, None) == "-"


@pytest.mark.parametrize(("worked_out", "written"), [(False, "12"), (True, "12.3")])
def test_what_is_worked_out_has_a_decimal_more_where_numbers_are_small(
    worked_out: bool, written: str
) -> None:
    assert write_number(make_series((54, 45)), 12.34, worked_out=worked_out) == written


def test_a_value_that_was_hidden_is_said_to_be_not_shown_with_the_rule_s_reason() -> None:
    counted = make_series((14, 3), kind=SeriesKind.COUNT, unit="people", published="")
    shown = publish_series(counted, Protection(preset=Preset.HES, judged=make_judgement()))
    kept, hidden = shown.observations
    assert write_observed(shown, kept) == "15"
    assert write_observed(shown, hidden) == "not shown"
    assert list(list_remarks(hidden)) == ["a small number, not shown"]


def test_a_period_of_which_nothing_is_said_stands_in_its_place() -> None:
    first, gap, last = make_periods(3)
    told = list_periods([Observation(period=one, value=4.0) for one in (first, last)])
    assert [period for period, _ in told] == [first, gap, last]
    assert told[1][1] is None
    assert write_observed(make_series(), None) == "no value"
    assert list(list_remarks(None)) == ["no value, and nothing says why"]


def test_a_column_in_which_nothing_stands_is_left_out_but_never_the_first() -> None:
    table = make_table(("a", "b", "c"), [("-", "-", "1"), ("-", "-", "-")])
    assert table is not None
    assert table.columns == ("a", "c")
    assert make_table(("a",), []) is None


def test_numbers_that_are_not_real_say_so() -> None:
    assert say_standing(Standing.OBSERVED, Standing.ILLUSTRATIVE, Standing.ILLUSTRATIVE) == [
        "Illustration: not real figures."
    ]
