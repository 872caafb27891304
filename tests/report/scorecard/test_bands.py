"""Does a band hold the values it says it does, with the name of who drew it?"""

from typing import Any

import pytest

from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.errors import InvalidError
from obamodel.report.scorecard.bands import Band, find_faults_of_bands

JUDGED = Judgement(author="the board", on=PartialDate.parse("2024-05"), reason="The national plan.")


def make(name: str = "low", **limits: Any) -> Band:
    return Band(name=name, definition="Under one in ten.", judged=JUDGED, **limits)


def test_a_band_holds_its_lowest_value_and_not_the_one_it_ends_under() -> None:
    band = make(at_least=5, below=10)
    assert [band.holds(value) for value in (4.99, 5, 9.99, 10)] == [False, True, True, False]
    assert make(below=10).holds(-1e9)
    assert make(at_least=10).holds(1e9)


def test_it_says_its_limits_its_meaning_and_who_drew_them_when_and_why() -> None:
    assert make(at_least=5, below=10).sentence == (
        "low: 5 or more, and under 10. Under one in ten. "
        "Set by the board (May 2024): The national plan."
    )
    assert (make(below=10).limits, make(at_least=2.5).limits) == ("under 10", "2.5 or more")


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({}, "band-without-limit"),
        ({"at_least": 10, "below": 10}, "limits-out-of-order"),
        ({"at_least": 11, "below": 10}, "limits-out-of-order"),
        ({"at_least": float("nan")}, "not-finite"),
        ({"below": "ten"}, "wrong-type"),
    ],
)
def test_a_band_that_cannot_be_is_refused(limits: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        make(**limits)
    assert [fault.code for fault in refused.value.faults] == [code]


def test_bands_that_meet_do_not_overlap_and_those_that_share_a_value_do() -> None:
    low, high = make("low", below=10), make("high", at_least=10)
    assert list(find_faults_of_bands([low, high])) == []
    (fault,) = find_faults_of_bands([low, make("wide", at_least=9), high][:2])
    assert (fault.code, fault.mend) == ("bands-overlap", "end one where the other begins")
    assert '"low" and "wide"' in fault.found


def test_bands_about_different_things_may_share_values() -> None:
    one, other = make(below=10, about=["smoking"]), make(below=10, about=["drinking"])
    assert list(find_faults_of_bands([one, other])) == []
    assert len(list(find_faults_of_bands([one, make(below=5)]))) == 1
    assert (one.concerns(["smoking"]), one.concerns(["drinking"]), make(below=1).concerns([])) == (
        True,
        False,
        True,
    )
