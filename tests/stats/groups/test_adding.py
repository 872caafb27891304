"""What adds up and what does not hangs on the kind of number."""

import pytest

from obamodel.domain.series import SeriesKind
from obamodel.stats.groups.adding import (
    Addend,
    add_up,
    find_what_cannot_be_added,
    take_part,
)
from tests.stats.groups.building import fraction


def one(
    name: str = "Essex",
    value: float | None = None,
    number: float | None = None,
    out_of: float | None = None,
) -> Addend:
    return Addend(name=name, value=value, number=number, out_of=out_of, path=("parts", 0))


def tell(kind: SeriesKind, *addends: Addend) -> list[str]:
    return [str(fault) for fault in find_what_cannot_be_added(kind, addends)]


def test_an_average_of_percentages_is_refused_with_the_reason_and_the_right_way() -> None:
    assert tell(SeriesKind.SHARE, one(value=42.5)) == [
        (
            'parts[0]: "Essex" is 42.5, and nothing says how many out of how many that is: '
            "an average of percentages would count a group of ten as much as one of a thousand; "
            "give the number and what it is out of for each; both are added up, and one divided "
            "by the other [average-of-percentages]"
        )
    ]


def test_an_average_of_rates_and_one_of_averages_are_refused_too() -> None:
    assert [told.split("[")[-1] for told in tell(SeriesKind.RATE, one(value=4, number=3))] == [
        "average-of-rates]"
    ]
    assert tell(SeriesKind.MEAN, one(value=4.5)) == [
        (
            'parts[0]: "Essex" is 4.5, and nothing says over how many that mean is: '
            "an average of averages would count a group of ten as much as one of a thousand; "
            "give over how many each mean is; each is multiplied by that, and the sum divided by "
            "how many there are in all [average-of-averages]"
        )
    ]


def test_scores_and_medians_have_no_sum_whatever_is_known_of_them() -> None:
    assert tell(SeriesKind.SCORE, one(value=3, out_of=10)) == [
        (
            'parts[0]: "Essex" is 3, a score: places in an order, medians and scores have no sum, '
            "and no average of several groups' is theirs together; show them side by side; "
            "or count how many reach a certain point, and add up those counts [scores-do-not-add]"
        )
    ]


def test_everything_that_cannot_be_added_is_named_at_once() -> None:
    bare = [one("Essex", 40), one("Kent", 30, 3, 10), one("Suffolk", 20)]
    assert len(tell(SeriesKind.SHARE, *bare)) == 2


def test_counts_add_and_stay_whole() -> None:
    found = add_up(SeriesKind.COUNT, None, [one(value=3), one(value=4)])
    assert (found.value, found.out_of) == (7, None)
    assert type(found.value) is int


@pytest.mark.parametrize(
    ("kind", "per", "addends", "value"),
    [
        # 39 of 220; 39 per 220 and thousand; (4 x 10 + 2.5 x 20) / 30.
        (SeriesKind.SHARE, 100, [(None, 9, 20), (None, 30, 200)], 3900 / 220),
        (SeriesKind.RATE, 1000, [(None, 9, 20), (None, 30, 200)], 39000 / 220),
        (SeriesKind.MEAN, None, [(4, None, 10), (2.5, None, 20)], 3.0),
        (SeriesKind.MEAN, None, [(None, 40, 10), (2.5, None, 20)], 3.0),
    ],
)
def test_fractions_are_worked_out_again_from_what_they_were_made_of(
    kind: SeriesKind,
    per: float | None,
    addends: list[tuple[float | None, float | None, float | None]],
    value: float,
) -> None:
    given = [one("x", *parts) for parts in addends]
    assert tell(kind, *given) == []
    assert add_up(kind, per, given).value == pytest.approx(value, rel=1e-15)


def test_out_of_nobody_there_is_no_share() -> None:
    assert add_up(SeriesKind.SHARE, 100, [one(number=0, out_of=0)]).value is None


def test_a_part_is_taken_with_its_place() -> None:
    breakdown = fraction((9, 20), (30, 200))
    found = take_part(breakdown, breakdown.parts[1])
    assert (found.name, found.value, found.number, found.out_of, found.path) == (
        "b",
        15.0,
        30,
        200,
        ("parts", 1),
    )
