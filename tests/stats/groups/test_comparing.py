"""Who is not yet getting the same: held against R, and never said where it is not shown."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.errors import InvalidError
from obamodel.stats.groups import GapVerdict, compare_groups
from tests.stats.groups.building import (
    MEAN,
    OVERLAPPING,
    RATE,
    ROMA,
    SCORE,
    SHARE,
    WITHHELD,
    build,
    count,
    fraction,
)

# Smokers among four groups of patients (Fleiss 1981), the example of R's prop.test.
SMOKERS = fraction((83, 86), (90, 93), (129, 136), (70, 82))
FOUR = fraction((90, 200), (70, 140), (45, 100), (30, 90))


def rates(*pairs: tuple[int, int]) -> Breakdown:
    return fraction(*pairs, **RATE)


def test_each_group_is_held_against_all_the_others_as_r_does() -> None:
    answer = compare_groups(SMOKERS, polarity=Polarity.HIGH)
    # R 4.2: prop.test(correct = FALSE) of each against the sum of the others, and p.adjust(.,
    # "holm").
    assert [one.chance for one in answer.gaps] == pytest.approx(
        [0.2256829486514, 0.163486491507, 0.4958629976521, 0.0004848245934], rel=1e-8
    )
    assert [one.chance_among_all for one in answer.gaps] == pytest.approx(
        [0.490459474521, 0.490459474521, 0.495862997652, 0.001939298374], rel=1e-8
    )
    assert [one.part.name for one in answer.not_yet] == ["d"]
    assert answer.looked_at == 4


def test_the_intervals_are_newcombes() -> None:
    answer = compare_groups(FOUR, polarity=Polarity.HIGH)
    # Newcombe (1998), method 10, written out in R from Wilson's limits.
    expected = [
        (-0.07568968943, 0.09753053005),
        (-0.01863655219, 0.17171331673),
        (-0.09693680029, 0.11608809456),
        (-0.23290717213, -0.02023185082),
    ]
    for one, (lower, upper) in zip(answer.gaps, expected, strict=True):
        assert one.lower == pytest.approx(100 * lower, abs=1e-7)
        assert one.upper == pytest.approx(100 * upper, abs=1e-7)


def test_small_groups_are_tested_exactly_as_r_does() -> None:
    answer = compare_groups(fraction((8, 20), (5, 9), (0, 12)), polarity=Polarity.HIGH)
    # R 4.2: each against the sum of the others; prop.test(correct = FALSE) of the first, of which
    # 6.3 and more are expected in every place, and fisher.test of the others (2.9 and 3.8).
    assert [one.chance for one in answer.gaps] == pytest.approx(
        [0.26545491843164, 0.11293268651873, 0.00749820388406], rel=1e-8
    )
    assert [one.chance_among_all for one in answer.gaps] == pytest.approx(
        [0.2654549184316, 0.2258653730375, 0.0224946116522], rel=1e-8
    )
    assert answer.gap("c").verdict is GapVerdict.NOT_YET
    assert answer.gap("c").unreliable


def test_one_of_many_that_would_stand_out_alone_is_not_said_to_be_a_gap() -> None:
    answer = compare_groups(FOUR, polarity=Polarity.HIGH)
    last = answer.gap("d")
    # R 4.2: prop.test(c(30, 205), c(90, 440), correct = FALSE); four looked at.
    assert last.chance == pytest.approx(0.02106752363, rel=1e-8)
    assert last.chance_among_all == pytest.approx(0.08427009453, rel=1e-8)
    assert last.stands_out_alone
    assert last.verdict is GapVerdict.NO_GAP
    assert (
        "Looked at alone, d would show a gap; among 4 groups one may do so by luck."
        in answer.caveats
    )
    # Among two it does stand out.
    two = fraction((205, 440), (30, 90))
    assert compare_groups(two, polarity=Polarity.HIGH, against="a").gap("b").verdict is (
        GapVerdict.NOT_YET
    )


def test_groups_are_held_against_the_one_that_is_named() -> None:
    answer = compare_groups(FOUR, polarity=Polarity.HIGH, against="a")
    assert answer.gap("a").verdict is GapVerdict.REFERENCE
    assert answer.looked_at == 3
    # R 4.2: prop.test of each against the first, and Holm over three.
    assert [one.chance for one in answer.gaps[1:]] == pytest.approx(
        [0.3633188022, 1.0, 0.0620081173], rel=1e-8
    )
    assert [one.chance_among_all for one in answer.gaps[1:]] == pytest.approx(
        [0.7266376043, 1.0, 0.1860243519], rel=1e-8
    )


def test_newcombes_own_examples_come_out() -> None:
    # Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
    for pairs, lower, upper in (
        (((56, 70), (48, 80)), 0.0524, 0.3339),
        (((9, 10), (3, 10)), 0.1705, 0.8090),
        (((5, 56), (0, 29)), -0.0381, 0.1926),
    ):
        breakdown = fraction(*pairs, per=1)
        gap = compare_groups(breakdown, polarity=Polarity.HIGH, against="b").gap("a")
        assert gap.lower == pytest.approx(lower, abs=5e-5)
        assert gap.upper == pytest.approx(upper, abs=5e-5)


def test_rates_are_held_against_each_other_by_their_exact_ratio() -> None:
    answer = compare_groups(rates((11, 800), (30, 3011), (25, 1500)), polarity=Polarity.LOW)
    # R 4.2: poisson.test(c(11, 55), c(800, 4511)) and so on.
    expected = [
        (0.72993081333, 0.5322346797, 2.1784446183),
        (0.08128216847, 0.3786870028, 1.0629663616),
        (0.09973796776, 0.9028323271, 2.6090844347),
    ]
    for one, (chance, lower, upper) in zip(answer.gaps, expected, strict=True):
        assert one.chance == pytest.approx(chance, rel=1e-7)
        assert one.ratio_lower == pytest.approx(lower, rel=1e-7)
        assert one.ratio_upper == pytest.approx(upper, rel=1e-7)
        assert one.verdict is GapVerdict.NO_GAP
    assert answer.gap("a").value == 13.75


@pytest.mark.parametrize(
    ("polarity", "lower_is", "higher_is"),
    [
        (Polarity.HIGH, GapVerdict.NOT_YET, GapVerdict.BETTER),
        (Polarity.LOW, GapVerdict.BETTER, GapVerdict.NOT_YET),
        (Polarity.NONE, GapVerdict.DIFFERS, GapVerdict.DIFFERS),
    ],
)
def test_which_way_is_good_decides_who_is_not_yet_getting_the_same(
    polarity: Polarity, lower_is: GapVerdict, higher_is: GapVerdict
) -> None:
    for breakdown in (fraction((20, 100), (80, 100)), rates((20, 1000), (80, 1000))):
        answer = compare_groups(breakdown, polarity=polarity)
        assert [one.verdict for one in answer.gaps] == [lower_is, higher_is]


def test_groups_that_overlap_are_held_against_those_who_are_not_in_them() -> None:
    breakdown = fraction((30, 100), (60, 80), whole=70, whole_out_of=150, **OVERLAPPING)
    answer = compare_groups(breakdown, polarity=Polarity.HIGH)
    # 40 of 50 are not in a; 10 of 70 are not in b.
    assert [one.against for one in answer.gaps] == pytest.approx([80.0, 100 / 7])
    with pytest.raises(InvalidError, match="two groups are not different people"):
        compare_groups(breakdown, polarity=Polarity.HIGH, against="a")
    with pytest.raises(InvalidError, match="write the whole and what it is out of"):
        compare_groups(fraction((3, 9), (4, 8), **OVERLAPPING), polarity=Polarity.HIGH)


def test_groups_without_a_number_are_listed_as_what_they_are() -> None:
    answer = compare_groups(
        fraction((48, 80), (56, 70), more=[ROMA, WITHHELD]), polarity=Polarity.HIGH
    )
    assert [one.verdict for one in answer.gaps[2:]] == [GapVerdict.NOT_COMPARED] * 2
    assert answer.looked_at == 2
    told = str(answer)
    assert "Roma: reached, not counted (nobody kept a list)." in told
    assert "Tilbury: present, number withheld (a small group)." in told
    assert "Taking several years together (pool_years), or groups or areas (pool_parts)" in told
    assert "Roma and Tilbury are not among the others." in answer.caveats


def test_a_group_with_nobody_in_it_is_not_compared() -> None:
    answer = compare_groups(fraction((48, 80), (56, 70), (0, 0)), polarity=Polarity.HIGH)
    empty = answer.gap("c")
    assert (empty.verdict, empty.reason) == (GapVerdict.NOT_COMPARED, "nobody is in it")
    assert answer.looked_at == 2


@pytest.mark.parametrize(
    ("breakdown", "told"),
    [
        (count(12, 5), "a larger group has a larger count, whatever it gets"),
        (build([Part(name="a", value=3)], **MEAN), "a mean alone does not say how far apart"),
        (build([Part(name="a", value=3)], **SCORE), "a score alone does not say how far apart"),
        (
            build([Part(name="a", value=40), Part(name="b", number=1, out_of=2)], **SHARE),
            r'parts\[0\]: nothing says how many out of how many "a" is, so no interval can be',
        ),
        (fraction((3, 9)), "no two groups have somebody in them"),
        (fraction((3, 9), (0, 0)), "no two groups have somebody in them"),
        (build([ROMA], **SHARE), "no two groups have somebody in them"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_right_way(
    breakdown: Breakdown, told: str
) -> None:
    with pytest.raises(InvalidError, match=told):
        compare_groups(breakdown, polarity=Polarity.HIGH)


@pytest.mark.parametrize(
    ("against", "told"),
    [
        ("z", 'against: found "z"; name one of: "a", "b", "Roma"'),
        ("b", '"b" has no number to hold others against: nobody is in it'),
        ("Roma", '"Roma" has no number to hold others against: reached, not counted'),
    ],
)
def test_a_reference_that_cannot_be_one_is_refused(against: str, told: str) -> None:
    with pytest.raises(InvalidError, match=told):
        compare_groups(
            fraction((3, 9), (0, 0), more=[ROMA]), polarity=Polarity.HIGH, against=against
        )


def test_the_confidence_is_how_much_of_what_chance_does_is_allowed_for() -> None:
    assert compare_groups(FOUR, polarity=Polarity.HIGH, confidence=0.9).gap("d").verdict is (
        GapVerdict.NOT_YET
    )
    with pytest.raises(InvalidError, match="confidence"):
        compare_groups(FOUR, polarity=Polarity.HIGH, confidence=1.5)


two_groups = st.lists(
    st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=2,
    max_size=6,
)
kinds = st.sampled_from([SHARE, RATE])
polarities = st.sampled_from(Polarity)


@given(two_groups, kinds, polarities)
def test_nothing_is_claimed_where_the_interval_reaches_nought_or_one_or_luck_would_do(
    pairs: list[tuple[int, int]], about: dict[str, Any], polarity: Polarity
) -> None:
    for one in compare_groups(fraction(*pairs, **about), polarity=polarity).gaps:
        if one.verdict is GapVerdict.NO_GAP:
            continue
        assert one.lower is not None
        assert one.upper is not None
        assert one.lower > 0 or one.upper < 0
        assert one.ratio_lower is None or one.ratio_lower > 1 or (one.ratio_upper or 0) < 1
        assert one.chance_among_all is not None
        assert one.chance_among_all < 0.05


@given(two_groups, kinds)
def test_what_is_not_yet_one_way_is_better_the_other_way(
    pairs: list[tuple[int, int]], about: dict[str, Any]
) -> None:
    breakdown = fraction(*pairs, **about)
    high = compare_groups(breakdown, polarity=Polarity.HIGH).gaps
    low = compare_groups(breakdown, polarity=Polarity.LOW).gaps
    turned = {
        GapVerdict.NOT_YET: GapVerdict.BETTER,
        GapVerdict.BETTER: GapVerdict.NOT_YET,
        GapVerdict.NO_GAP: GapVerdict.NO_GAP,
    }
    assert [turned[one.verdict] for one in high] == [one.verdict for one in low]


@given(two_groups, kinds)
def test_the_order_of_the_groups_changes_nothing(
    pairs: list[tuple[int, int]], about: dict[str, Any]
) -> None:
    breakdown = fraction(*pairs, **about)
    answer = compare_groups(breakdown, polarity=Polarity.HIGH)
    turned = compare_groups(build(breakdown.parts[::-1], **about), polarity=Polarity.HIGH)
    for one in answer.gaps:
        other = turned.gap(one.part.name)
        assert other.verdict is one.verdict
        assert other.chance_among_all == pytest.approx(one.chance_among_all)


def test_people_counted_in_a_rate_are_compared_as_events_are() -> None:
    people = fraction((20, 1000), (80, 1000), kind=SeriesKind.RATE, counted=Counted.PEOPLE)
    assert people.overlap is Overlap.EXCLUSIVE
    verdicts = [one.verdict for one in compare_groups(people, polarity=Polarity.HIGH).gaps]
    assert verdicts == [GapVerdict.NOT_YET, GapVerdict.BETTER]
