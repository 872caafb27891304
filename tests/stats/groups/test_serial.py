"""The whole of a breakdown is held against the series it is a moment of."""

from typing import Any

import pytest

from obamodel.domain.breakdowns import Breakdown, Part
from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.errors import InvalidError
from obamodel.stats.groups import MismatchKind, reconcile_breakdown
from tests.stats.groups.building import OVERLAPPING, SHARE, WITHHELD, build, count, fraction, see

YEAR: dict[str, Any] = {"period": Period.parse("2014/15")}
COUNTS = see({"2013/14": 19, "2014/15": 20, "2015/16": None})
SHARES = see({"2013/14": (10, 30), "2014/15": (12, 30)}, **SHARE)


def look(breakdown: Breakdown, series: Series) -> list[str]:
    found = reconcile_breakdown(breakdown, series=series).mismatches
    kinds = (MismatchKind.SERIES_DIFFERS, MismatchKind.SERIES_SILENT)
    return [one.found for one in found if one.kind in kinds]


def test_a_whole_that_the_series_says_too_fits() -> None:
    assert look(count(12, 8, whole=20, **YEAR), COUNTS) == []
    assert look(count(12, 8, **YEAR), COUNTS) == []


def test_another_number_in_the_series_is_named() -> None:
    assert look(count(12, 9, whole=21, **YEAR), COUNTS) == [
        "Calls says 20 in 2014/15, and the breakdown says 21"
    ]
    # Without the whole, what the parts add up to; overlapping ones only bound it.
    assert look(count(12, 9, **YEAR), COUNTS) == [
        "Calls says 20 in 2014/15, and the breakdown says 21"
    ]
    assert look(count(12, 9, **YEAR, **OVERLAPPING), COUNTS) == []
    assert look(count(10, 9, **YEAR, **OVERLAPPING), COUNTS) == [
        "Calls says 20 in 2014/15, and the breakdown says 10 to 19"
    ]


def test_a_share_is_compared_in_the_unit_of_the_series_and_by_its_numbers() -> None:
    assert look(fraction((9, 20), (3, 10), **YEAR), SHARES) == []
    fractions = see({"2014/15": (12, 30)}, **(SHARE | {"per": 1}))
    assert look(fraction((9, 20), (3, 10), **YEAR), fractions) == []
    assert look(fraction((9, 20), (4, 10), **YEAR), SHARES) == [
        "Calls says 12 in 2014/15, and the breakdown says 13 in the numerator",
        "Calls says 40 in 2014/15, and the breakdown says 43.3333",
    ]


def test_a_series_that_is_printed_rounded_agrees_within_its_rounding() -> None:
    rounded = see({"2014/15": 43}, **SHARE)
    assert look(fraction((9, 20), (4, 10), **YEAR), rounded) == []
    assert len(look(fraction((9, 20), (4, 10), **YEAR), see({"2014/15": 44}, **SHARE))) == 1


def test_rounded_numbers_are_given_the_room_that_rounding_takes() -> None:
    near = count(10, 10, whole=22, rounded_to=5, **YEAR)
    assert look(near, COUNTS) == []
    assert look(count(10, 15, whole=25, rounded_to=5, **YEAR), COUNTS) == [
        "Calls says 20 in 2014/15, and the breakdown says 22.5 to 27.5"
    ]


def test_a_percentage_alone_says_nothing_of_the_whole() -> None:
    bare = build([Part(name="Essex", value=41)], **SHARE, **YEAR)
    assert look(bare, SHARES) == []


def test_a_series_that_gives_a_withheld_number_away_is_told() -> None:
    hidden = count(12, 5, more=[WITHHELD], **YEAR)
    found = reconcile_breakdown(hidden, series=COUNTS).mismatches
    assert [one.found for one in found if one.kind is MismatchKind.GIVEN_AWAY] == [
        "what is withheld of Tilbury is what Calls says less the other parts"
    ]
    shares = fraction((9, 20), more=[WITHHELD], **YEAR)
    kinds = [one.kind for one in reconcile_breakdown(shares, series=SHARES).mismatches]
    assert MismatchKind.GIVEN_AWAY not in kinds


def test_a_series_without_a_value_says_nothing_and_why() -> None:
    last: dict[str, Any] = {"period": Period.parse("2015/16")}
    assert look(count(12, 8, **last), COUNTS) == ["Calls has no value in 2015/16 (nobody counted)"]
    later: dict[str, Any] = {"period": Period.parse("2016/17")}
    assert look(count(12, 8, **later), COUNTS) == [
        "Calls has no value in 2016/17 (nothing is said of it)"
    ]


def test_a_series_that_cannot_be_held_against_it_is_refused() -> None:
    with pytest.raises(InvalidError) as caught:
        reconcile_breakdown(count(12, 8), series=SHARES)
    assert [str(fault) for fault in caught.value.faults] == [
        'period: nothing says of which period "who-came" is; write its period [period-missing]',
        (
            'kind: "who-came" is a count, and "calls" a share; give a series of the same kind '
            "[mixed-kinds]"
        ),
    ]
    running = see({"2014/15": 20}, running_total=True)
    with pytest.raises(InvalidError, match='"calls" is a running total; give the series of what'):
        reconcile_breakdown(count(12, 8, **YEAR), series=running)
