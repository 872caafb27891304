"""Is a chart of recruitment made of what fits together, or refused?"""

from typing import Any

import pytest

from obamodel.domain.periods import Period
from obamodel.domain.series import Standing
from obamodel.errors import InvalidError
from obamodel.plots import Recruitment, Target
from obamodel.plots.recruiting import each
from obamodel.stats.recruitment import count_members
from tests.plots.things import JOINED, LEFT, make_counted, make_judgement, make_series

TARGET = Target(value=60, by=Period.parse("2014"), wanted=make_judgement())


def make(**about: Any) -> Recruitment:
    return Recruitment(**{"joined": make_counted(JOINED, "joined"), **about})


def test_what_was_counted_becomes_a_chart() -> None:
    membership = count_members(make_counted(JOINED, "joined"), make_counted(LEFT, "left"))
    chart = Recruitment.from_membership(membership, target=TARGET)
    assert chart.series == (membership.joined, membership.left, membership.members)
    assert chart.target == TARGET


@pytest.mark.parametrize(
    ("about", "place", "mend"),
    [
        ({"joined": make_series()}, "joined", "give counts of people"),
        (
            {"joined": make_counted(JOINED, "joined", running_total=True)},
            "joined",
            "give how many it was in each period alone",
        ),
        ({"target": TARGET}, "target", "give the members; count_members adds them up"),
        ({"left": "nobody"}, "left", "give a Series"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    about: dict[str, Any], place: str, mend: str
) -> None:
    with pytest.raises(InvalidError, match=mend) as refused:
        make(**about)
    assert refused.value.faults[0].path[0] == place


def test_periods_of_two_kinds_are_refused() -> None:
    members = make_counted(JOINED, "members")
    month = Target(value=60, by=Period.parse("2014-01"), wanted=make_judgement())
    with pytest.raises(InvalidError, match=r"target: 2014-01 is not a period like 2009"):
        make(members=members, target=month)


def test_a_target_needs_a_date_and_a_reason() -> None:
    with pytest.raises(TypeError, match="'by' and 'wanted'"):
        Target(value=60)  # type: ignore[call-arg]


def test_the_least_real_part_says_how_real_the_whole_is() -> None:
    sketched = make_counted(LEFT, "left", standing=Standing.SCHEMATIC)
    assert make().standing is Standing.OBSERVED
    assert make(left=sketched).standing is Standing.SCHEMATIC


def test_one_series_or_none_is_a_list() -> None:
    joined = make_counted(JOINED, "joined")
    assert (each(joined), each(None)) == ((joined,), ())
