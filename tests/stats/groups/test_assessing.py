"""Curves and verdicts group by group."""

from collections.abc import Sequence
from typing import Any

import pytest

from obamodel.domain.baselines import Baseline
from obamodel.domain.breakdowns import Part
from obamodel.domain.series import Polarity, Series
from obamodel.errors import InvalidError
from obamodel.stats.groups import assess_groups, freeze_groups
from obamodel.stats.turning import Verdict, assess_curve, assess_family
from tests.stats.groups.building import ROMA, see
from tests.stats.turning.building import expect, follow

FROZEN: dict[str, Any] = {
    "until": "2013",
    "periods": 3,
    "as_of": "2014-02",
    "author": "Data group",
    "because": "As agreed.",
}
BEFORE = [48, 52, 49, 51, 50, 47, 53, 50, 49, 51, 48, 52, 50, 51]


def group(name: str, values: Sequence[int | None], first: int = 2000) -> Series:
    named = {str(first + place): value for place, value in enumerate(values)}
    return see(
        named, id=name, name=name, polarity=Polarity.HIGH, frequency="year", calendar="calendar"
    )


def curve(*departures: float) -> tuple[Baseline, Series]:
    """Make a curve with independent normal errors of 10 about a forecast of 50."""
    baseline = expect([50.0] * 3)
    return baseline, follow(baseline, [50.0 + one for one in departures])


def test_the_verdicts_are_those_of_curves_judged_together() -> None:
    groups = {"women": curve(12, 12, 12), "men": curve(1, 0, -1), "older": curve(-14, -14, -14)}
    answer = assess_groups("Who is heard", groups)
    together = assess_family("Who is heard", list(groups.values()))
    assert list(answer.verdicts.values()) == [one.verdict for one in together]
    assert list(answer.answers) == ["women", "men", "older"]
    assert answer.looked_at == 3


def test_looking_at_many_groups_does_not_find_a_turn_by_luck() -> None:
    # 11.4 is just beyond half the 95% interval of three values, 11.32: alone it has turned.
    alone = assess_groups("Who is heard", {"women": curve(11.4, 11.4, 11.4)})
    assert alone.verdicts["women"] is Verdict.TURNED
    others = {f"group {place}": curve(1, 0, -1) for place in range(5)}
    among = assess_groups("Who is heard", {"women": curve(11.4, 11.4, 11.4)} | others)
    assert among.verdicts["women"] is not Verdict.TURNED
    family = among.answers["women"].family
    assert family is not None
    assert (family.alone, family.looked_at) == (Verdict.TURNED, 6)


def test_too_few_points_is_an_answer_of_its_group() -> None:
    groups = freeze_groups(
        {"many": group("many", [*BEFORE, 50, 51, 49]), "few": group("few", [5, 6, 5, 4, 3], 2012)},
        **FROZEN,
    )
    answer = assess_groups("Who came", groups)
    assert answer.verdicts["few"] is Verdict.TOO_FEW
    assert answer.verdicts["many"] is Verdict.NO_TURN_SHOWN


def test_each_group_gets_the_baseline_it_would_have_alone() -> None:
    series = {"a": group("a", [*BEFORE, 50]), "b": group("b", [*BEFORE[::-1], 50])}
    groups = freeze_groups(series, family="groups", **FROZEN)
    assert [baseline.family for baseline, _ in groups.values()] == ["groups", "groups"]
    assert [kept.id for _, kept in groups.values()] == ["a", "b"]
    alone = assess_curve(*groups["a"])
    assert assess_groups("x", {"a": groups["a"]}).verdicts["a"] is alone.verdict


def test_what_stands_in_the_way_is_named_for_every_group_at_once() -> None:
    running = see({"2013": 1}, running_total=True, frequency="year", calendar="calendar")
    with pytest.raises(InvalidError) as caught:
        freeze_groups({"a": group("a", [1], 2010), "b": running, "c": group("c", BEFORE)}, **FROZEN)
    assert [(fault.path[0], fault.code) for fault in caught.value.faults] == [
        ("a", "unknown-period"),
        ("b", "running-total"),
    ]
    baseline, _ = curve(1, 2, 3)
    with pytest.raises(InvalidError) as caught:
        assess_groups(
            "x", {"a": (baseline, group("other", BEFORE)), "b": (baseline, group("x", BEFORE))}
        )
    assert {fault.path[0] for fault in caught.value.faults} == {"a", "b"}


def test_a_group_is_either_counted_or_not() -> None:
    with pytest.raises(InvalidError) as caught:
        assess_groups("x", {"Roma": curve(1, 2, 3)}, uncounted=[ROMA, Part(name="a", number=3)])
    assert [fault.code for fault in caught.value.faults] == ["named-twice", "counted"]
    with pytest.raises(InvalidError, match="no group has a curve"):
        assess_groups("x", {})
