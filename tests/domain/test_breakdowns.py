"""A breakdown is valid or not made: what cannot be is refused by the name and place of the part."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState, Trait
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.errors import InvalidError
from tests.domain.building import make, refuse


def refuse_in_words(noun: type, **parts: Any) -> list[str]:
    return [str(fault) for fault in refuse(noun, **parts)]


def numbered(*numbers: int) -> list[Part]:
    return [Part(name=f"place {index}", number=number) for index, number in enumerate(numbers)]


def fractions(*pairs: tuple[int, int]) -> list[Part]:
    return [Part(name=f"p{index}", number=a, out_of=b) for index, (a, b) in enumerate(pairs)]


SHARE = {"kind": SeriesKind.SHARE, "per": 100}
RATE = {"kind": SeriesKind.RATE, "per": 1000}


def test_the_words_for_overlap_state_and_trait_are_these() -> None:
    assert [str(word) for word in Overlap] == ["exclusive", "overlapping"]
    assert [str(word) for word in PartState] == [
        "counted",
        "reached, not counted",
        "present, number withheld",
        "not known",
    ]
    assert [str(word) for word in Trait] == [
        "characteristic",
        "small place",
        "large place",
        "other",
    ]


# --- one part ----------------------------------------------------------------------------


def test_nought_is_a_number_and_nothing_written_is_not_taken_for_it() -> None:
    assert Part(name="Roma", number=0).is_counted
    assert refuse_in_words(Part, name="Roma", number=None) == [
        (
            'number: "Roma" has no number; write the number, or a state such as '
            '"reached, not counted" with the reason; an empty place is not zero [number-missing]'
        )
    ]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (-1, "number: found -1; write 0 or more [too-small]"),
        (4.5, "number: found 4.5; write a whole number [wrong-type]"),
        (True, "number: found True; write a whole number [wrong-type]"),
    ],
)
def test_a_negative_count_and_a_fraction_of_a_person_are_refused(number: object, told: str) -> None:
    assert refuse_in_words(Part, number=number) == [told]


@pytest.mark.parametrize("state", [PartState.REACHED, PartState.WITHHELD, PartState.UNKNOWN])
def test_a_part_that_was_not_counted_has_no_number_and_says_why(state: PartState) -> None:
    assert refuse_in_words(Part, name="Roma", number=3, state=state) == [
        (
            f'number: "Roma" is {state}, yet has the number 3; '
            "take the number away, or write the state counted [number-of-an-uncounted]"
        ),
        (
            f'reason: "Roma" is {state}, and nothing says why; write the reason '
            "[uncounted-without-reason]"
        ),
    ]
    assert refuse(Part, name="Roma", number=None, state=state, reason="nobody kept a list") == ()


def test_a_part_that_is_not_counted_has_no_mean_either() -> None:
    faults = refuse(Part, number=None, value=4.5, state=PartState.REACHED, reason="no list")
    assert [fault.path for fault in faults] == [("value",)]


def test_a_reason_to_withhold_a_number_that_is_there_is_asked_about() -> None:
    assert refuse_in_words(Part, name="Roma", number=3, reason="fewer than five") == [
        (
            'reason: "Roma" has a number, and a reason why it has none; write what a reader should '
            'know under note, or a state such as "present, number withheld" without the number '
            "[reason-of-a-counted]"
        )
    ]


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (Part(name="Thurrock", number=5), "Thurrock: 5"),
        (Part(name="Thurrock", number=5, out_of=8), "Thurrock: 5 of 8"),
        (Part(name="Thurrock", value=4.5), "Thurrock: 4.5"),
        (Part(name="Thurrock", value=4.5, out_of=8), "Thurrock: 4.5 over 8"),
        (
            Part(name="Roma", state=PartState.WITHHELD, reason="a small group"),
            "Roma: present, number withheld (a small group)",
        ),
    ],
    ids=str,
)
def test_a_part_is_written_with_what_is_known_of_it(part: Part, written: str) -> None:
    assert str(part) == written


# --- a breakdown -------------------------------------------------------------------------


def test_a_breakdown_needs_parts() -> None:
    assert refuse_in_words(Breakdown, parts=[]) == [
        "parts: it has no parts; give its parts [no-parts]"
    ]


def test_two_parts_of_one_name_are_refused_however_they_are_written() -> None:
    twice = [Part(name="Thurrock", number=5), Part(name=" thurrock", number=6)]
    assert refuse_in_words(Breakdown, parts=twice) == [
        (
            'parts[1].name: " thurrock" is already at parts[0]; give each part a name of its own, '
            "or keep the one that is right [named-twice]"
        )
    ]


def test_a_breakdown_is_not_held_against_itself() -> None:
    assert refuse_in_words(Breakdown, id="who-came", reference="who-came") == [
        (
            "reference: it is held against itself; "
            "name the breakdown of those it should be held against [held-against-itself]"
        )
    ]


def test_a_part_larger_than_the_whole_is_refused_by_name_and_place() -> None:
    told = (
        'parts[1].number: "place 1": found 12, and the whole is 10; '
        "correct the number or whole: no part is larger than the whole [above-the-whole]"
    )
    for overlap in Overlap:
        parts = numbered(3, 12)
        assert refuse_in_words(Breakdown, parts=parts, whole=10, overlap=overlap) == [told]


def test_those_who_did_not_say_are_in_the_whole_and_in_no_part() -> None:
    assert refuse(Breakdown, parts=numbered(3, 5), whole=10, not_stated=2) == ()
    assert refuse_in_words(Breakdown, parts=numbered(9), whole=10, not_stated=2) == [
        (
            'parts[0].number: "place 0": found 9, and the whole is 10, 2 of whom did not say; '
            "correct the number or whole: no part is larger than the whole [above-the-whole]"
        )
    ]
    assert refuse_in_words(Breakdown, parts=numbered(3), whole=10, not_stated=11) == [
        (
            "not_stated: 11 did not say, of 10 in all; "
            "correct not_stated or whole: those who did not say are in the whole [above-the-whole]"
        )
    ]


def test_exclusive_parts_do_not_add_up_to_more_than_the_whole() -> None:
    assert refuse_in_words(Breakdown, parts=numbered(6, 5), whole=10) == [
        (
            "parts: the parts add up to 11 (number), and the whole is 10; correct a part or whole; "
            'write overlap "overlapping" if one can be in two parts [parts-above-whole]'
        )
    ]
    parts = numbered(6, 5)
    assert refuse(Breakdown, parts=parts, whole=10, overlap=Overlap.OVERLAPPING) == ()
    assert refuse(Breakdown, parts=parts, whole=11) == ()


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("overlap", list(Overlap))
def test_parts_that_add_up_to_less_are_kept_for_the_answer_to_name(
    complete: bool, overlap: Overlap
) -> None:
    parts = numbered(3, 2)
    assert refuse(Breakdown, parts=parts, whole=10, complete=complete, overlap=overlap) == ()


# --- shares, rates, means and scores -----------------------------------------------------


def test_a_numerator_above_its_denominator_is_refused_by_name_and_place() -> None:
    assert refuse_in_words(Breakdown, parts=fractions((3, 5), (12, 10)), **SHARE) == [
        (
            'parts[1].number: "p1": found 12 out of 10; '
            "a share is of the same people; choose the kind rate if events are counted [above-all]"
        )
    ]
    assert refuse_in_words(
        Breakdown, parts=fractions((1, 5)), whole=9, whole_out_of=8, **SHARE
    ) == [
        (
            "whole: the whole: found 9 out of 8; "
            "a share is of the same people; choose the kind rate if events are counted [above-all]"
        )
    ]


def test_more_people_than_there_are_is_refused_and_more_events_is_not() -> None:
    faults = refuse(Breakdown, parts=fractions((12, 10)), counted=Counted.PEOPLE, **RATE)
    assert [(fault.path, fault.code) for fault in faults] == [(("parts", 0, "number"), "above-all")]
    for counted in (Counted.ATTENDANCES, Counted.THINGS):
        assert refuse(Breakdown, parts=fractions((12, 10)), counted=counted, **RATE) == ()


def test_somebody_out_of_nobody_is_refused_and_nobody_out_of_nobody_is_not() -> None:
    events = {"counted": Counted.THINGS, **RATE}
    assert refuse_in_words(Breakdown, parts=fractions((1, 0)), **events) == [
        (
            'parts[0].number: "p0": found 1 out of 0; write out of how many: more than 0 '
            "[out-of-nobody]"
        )
    ]
    assert refuse(Breakdown, parts=fractions((0, 0)), **SHARE) == ()


def test_a_share_says_out_of_how_many_or_is_a_percentage_alone() -> None:
    assert refuse_in_words(Breakdown, parts=numbered(3), **SHARE) == [
        (
            'parts[0].out_of: nothing says out of how many "place 0" has 3; '
            "write out_of: a share needs what it is out of [out-of-missing]"
        )
    ]
    assert refuse(Breakdown, parts=[Part(name="Thurrock", value=42.5)], **SHARE) == ()
    assert refuse_in_words(Breakdown, parts=[Part(name="Thurrock", value=142.5)], **SHARE) == [
        (
            'parts[0].value: "Thurrock": found 142.5 of 100; a share is never above 100, '
            "all of them [above-all]"
        )
    ]
    assert refuse_in_words(Breakdown, parts=[Part(name="Thurrock", value=-2.0)], **SHARE) == [
        'parts[0].value: "Thurrock": found -2; a share is never below 0 [negative]'
    ]


def test_a_percentage_that_its_own_numbers_belie_is_refused() -> None:
    # 1 of 3 is 33.333... %, so 33 and 33.3 are roundings of it and 34 is not.
    for value, sound in ((33, True), (33.3, True), (34, False)):
        parts = [Part(name="Thurrock", number=1, out_of=3, value=value)]
        told = refuse_in_words(Breakdown, parts=parts, **SHARE)
        assert told == (
            []
            if sound
            else [
                (
                    'parts[0].value: "Thurrock": found 34, but 1 / 3 x 100 is 33.3333; '
                    "correct the one that is wrong [does-not-agree]"
                )
            ]
        )


def test_a_share_says_what_it_is_per_and_a_count_is_not_per_anything() -> None:
    share = {"kind": SeriesKind.SHARE, "parts": fractions((1, 3))}
    assert [fault.code for fault in refuse(Breakdown, **share)] == ["per-missing"]
    assert [fault.code for fault in refuse(Breakdown, per=0, **share)] == ["too-small"]
    assert [fault.code for fault in refuse(Breakdown, per=100)] == ["per-of-none"]


def test_a_count_has_numbers_and_neither_a_mean_nor_a_denominator() -> None:
    parts = [Part(name="Thurrock", value=4.5), Part(name="Essex", number=3, out_of=9)]
    faults = refuse(Breakdown, parts=parts, whole_out_of=20)
    assert [(fault.path, fault.code) for fault in faults] == [
        (("parts", 0, "value"), "value-of-a-count"),
        (("parts", 1, "out_of"), "out-of-a-count"),
        (("whole_out_of",), "out-of-a-count"),
    ]


def test_a_mean_is_a_value_or_a_sum_over_how_many_and_a_score_is_a_value() -> None:
    mean, score = {"kind": SeriesKind.MEAN}, {"kind": SeriesKind.SCORE}
    for parts in ([Part(name="Essex", value=4.5, out_of=8)], fractions((36, 8))):
        assert refuse(Breakdown, parts=parts, **mean) == ()
    assert [fault.code for fault in refuse(Breakdown, parts=numbered(36), **mean)] == [
        "out-of-missing"
    ]
    assert refuse_in_words(Breakdown, parts=numbered(36), whole=40, **score) == [
        (
            'parts[0].number: "place 0" has the number 36, and scores do not add up to anything; '
            "write the score as its value, and under out_of how many people it is over "
            "[sum-of-scores]"
        ),
        (
            "whole: the whole is 40, and scores do not add up to anything; leave it out; "
            "write under whole_out_of how many people there are scores of [sum-of-scores]"
        ),
    ]


def test_numerators_and_denominators_are_each_held_against_their_own_whole() -> None:
    parts = fractions((2, 30), (3, 30))
    told = refuse_in_words(Breakdown, parts=parts, whole=4, whole_out_of=50, **SHARE)
    assert told == [
        (
            "parts: the parts add up to 5 (number), and the whole is 4; correct a part or whole; "
            'write overlap "overlapping" if one can be in two parts [parts-above-whole]'
        ),
        (
            "parts: the parts add up to 60 (out_of), and the whole is 50; correct a part or "
            'whole_out_of; write overlap "overlapping" if one can be in two parts '
            "[parts-above-whole]"
        ),
    ]


def test_a_part_in_which_more_are_without_than_in_the_whole_is_refused() -> None:
    # 15 of 20 leaves 5 without; 2 of 10 alone would leave 8.
    share = {"whole": 15, "whole_out_of": 20, "overlap": Overlap.OVERLAPPING, **SHARE}
    assert refuse_in_words(Breakdown, parts=fractions((2, 10)), **share) == [
        (
            'parts[0].number: "p0": found 2 out of 10, which leaves 8 without, and the whole, '
            "15 out of 20, leaves 5; correct the part or the whole: "
            "no part is larger than the whole [above-the-whole]"
        )
    ]
    assert refuse(Breakdown, parts=fractions((5, 10), (4, 9)), **share) == ()
    exclusive = share | {"overlap": Overlap.EXCLUSIVE}
    assert refuse_in_words(Breakdown, parts=fractions((5, 10), (4, 9)), **exclusive) == [
        (
            "parts: the parts leave 10 without, and the whole, 15 out of 20, leaves 5; "
            "correct a part or the whole [parts-above-whole]"
        )
    ]


def test_a_mean_over_nobody_is_refused() -> None:
    parts = [Part(name="Essex", value=4.5, out_of=0)]
    assert refuse_in_words(Breakdown, parts=parts, kind=SeriesKind.MEAN) == [
        (
            'parts[0].value: "Essex": found 4.5 out of nobody; leave the value out: there is none '
            "[out-of-nobody]"
        )
    ]


def test_everything_wrong_with_a_breakdown_is_told_at_once() -> None:
    parts = [
        Part(name="Thurrock", number=12, out_of=10),
        Part(name="Thurrock", number=1),
        Part(name="Essex", value=101),
    ]
    faults = refuse(Breakdown, parts=parts, reference="who-came", **SHARE)
    assert [fault.code for fault in faults] == [
        "held-against-itself",
        "named-twice",
        "above-all",
        "out-of-missing",
        "above-all",
    ]


# --- what it can be asked ----------------------------------------------------------------


def test_a_part_is_found_by_its_name_and_a_wrong_name_lists_the_right_ones() -> None:
    breakdown = make(Breakdown)
    assert breakdown.part("Thurrock").number == 5
    with pytest.raises(InvalidError) as caught:
        breakdown.part("Essex")
    assert [str(fault) for fault in caught.value.faults] == [
        'who-came has no part "Essex"; name one of: "Basildon", "Thurrock" [unknown-part]'
    ]


def test_counted_and_uncounted_parts_are_told_apart_and_none_is_lost() -> None:
    roma = Part(name="Roma", state=PartState.REACHED, reason="nobody kept a list")
    breakdown = make(Breakdown, parts=[roma, *numbered(3, 4)])
    assert breakdown.uncounted_parts == (roma,)
    assert [part.number for part in breakdown.counted_parts] == [3, 4]


def test_the_base_is_those_who_said() -> None:
    assert make(Breakdown, whole=20, not_stated=3).base == 17
    assert make(Breakdown, whole=20).base == 20
    assert make(Breakdown).base is None
    share = make(
        Breakdown, parts=fractions((1, 3)), whole=9, whole_out_of=40, not_stated=4, **SHARE
    )
    assert share.base == 36


@pytest.mark.parametrize(
    ("kind", "part", "value"),
    [
        ({}, Part(name="a", number=7), 7),
        (SHARE, Part(name="a", number=9, out_of=20), 45.0),
        (SHARE, Part(name="a", value=45.0), 45.0),
        (SHARE, Part(name="a", number=0, out_of=0), None),
        ({**RATE, "counted": Counted.THINGS}, Part(name="a", number=3, out_of=400), 7.5),
        ({"kind": SeriesKind.MEAN}, Part(name="a", number=36, out_of=8), 4.5),
        ({"kind": SeriesKind.SCORE}, Part(name="a", value=3.0, out_of=8), 3.0),
    ],
    ids=str,
)
def test_the_value_of_a_part_is_in_the_unit_of_the_breakdown(
    kind: dict[str, Any], part: Part, value: float | None
) -> None:
    breakdown = make(Breakdown, parts=[part], **kind)
    assert breakdown.value_of(part) == value


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.integers(0, 50))
def test_exclusive_parts_of_a_whole_that_holds_them_are_always_taken(
    numbers: list[int], more: int
) -> None:
    parts, whole = numbered(*numbers), sum(numbers) + more
    assert make(Breakdown, parts=parts, whole=whole, not_stated=more).base == sum(numbers)
    one_fewer = refuse(Breakdown, parts=parts, whole=max(whole - 1, 0), not_stated=more)
    assert bool(one_fewer) == (whole > 0)


def test_rounded_parts_may_add_up_to_a_little_more_than_their_rounded_whole() -> None:
    # 8 + 8 + 8 = 24 people, each rounded to the nearest 5: 10 + 10 + 10 and 25.
    parts = [Part(name=name, number=10) for name in "abc"]
    assert make(Breakdown, parts=parts, whole=25, rounded_to=5).whole == 25
    (fault,) = refuse(Breakdown, parts=parts, whole=25)
    assert fault.found == "the parts add up to 30 (number), and the whole is 25"
    far = [Part(name=name, number=20) for name in "abc"]
    (fault,) = refuse(Breakdown, parts=far, whole=25, rounded_to=5)
    assert fault.code == "parts-above-whole"
