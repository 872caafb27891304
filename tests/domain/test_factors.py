"""The criteria a service is judged by."""

from obamodel.domain.factors import Factor
from tests.domain.building import make, refuse


def test_a_factor_belongs_to_a_group() -> None:
    assert [fault.path for fault in refuse(Factor, group="")] == [("group",)]


def test_a_factor_may_inform_several_indicators_or_none_yet() -> None:
    # A2 informs the first and the fourth: fact sheet, section 6.
    assert make(Factor, label="A2", indicators=["indicator-1", "indicator-4"]).indicators == (
        "indicator-1",
        "indicator-4",
    )
    assert make(Factor).indicators == ()


def test_an_indicator_is_informed_once_by_the_same_factor() -> None:
    faults = refuse(Factor, indicators=["indicator-1", "indicator-1"])
    assert [(fault.path, fault.code) for fault in faults] == [(("indicators", 1), "named-twice")]
