"""Gaps read in words that blame nobody, and turn into a table."""

import pytest

from obamodel.domain.series import Polarity
from obamodel.stats.groups import GapVerdict, compare_groups
from tests.stats.groups.building import RATE, ROMA, WITHHELD, fraction

BOTH = fraction((48, 80), (56, 70), more=[ROMA])


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="GroupGaps is neither true nor false"):
        bool(compare_groups(BOTH, polarity=Polarity.HIGH))


def test_the_words_are_these_and_none_of_them_ranks_people() -> None:
    said = [str(word) for word in GapVerdict]
    assert said == [
        *("not yet getting the same", "faring better", "differs", "no gap shown"),
        *("held against", "not compared"),
    ]
    for polarity in Polarity:
        answer = compare_groups(BOTH, polarity=polarity)
        told = f"{answer} {answer.caveats} {answer.to_frame().to_csv()}".lower()
        for word in ("behind", "worst", "best", "lag", "fail", "caused"):
            assert word not in told


def test_the_sentence_says_who_how_much_and_how_many_were_looked_at() -> None:
    # 60% against 80%: Newcombe (1998) has 5.24 to 33.39 percentage points.
    assert str(compare_groups(BOTH, polarity=Polarity.HIGH, against="b")) == (
        "Who came to the courses: 1 group (where they live) was looked at, held against b. "
        "Not yet getting the same: a, 60% against 80% for b (5.2 to 33.4 percentage points less). "
        "Roma: reached, not counted (nobody kept a list)."
    )
    rates = fraction((80, 1000), (20, 1000), **RATE)
    told = str(compare_groups(rates, polarity=Polarity.LOW, against="b"))
    assert "Not yet getting the same: a, 80 per 1,000 against 20 per 1,000 for b (" in told
    assert " per 1,000 more)." in told


def test_no_gap_shown_is_not_said_to_be_no_gap() -> None:
    told = str(compare_groups(fraction((48, 80), (42, 70)), polarity=Polarity.HIGH))
    assert told == (
        "Who came to the courses: 2 groups (where they live) were looked at, each held against "
        "all the others together. No gap is shown for a and b, which does not show that there "
        "is none."
    )


def test_pooling_is_offered_for_groups_that_are_withheld_or_small() -> None:
    small = fraction((5, 9), (56, 70), more=[WITHHELD])
    assert compare_groups(small, polarity=Polarity.HIGH).offers == (
        (
            "Taking several years together (pool_years), or groups or areas (pool_parts), may "
            "give a number that can be shown."
        ),
        "Taking years or groups together would say more about a.",
    )
    assert compare_groups(BOTH, polarity=Polarity.HIGH).offers == ()


def test_what_a_reader_should_weigh_is_told() -> None:
    about = {"not_stated": 4, "whole": 110, "whole_out_of": 160, "rounded_to": 5}
    breakdown = fraction((50, 80), (55, 70), more=[ROMA], **about)
    caveats = compare_groups(breakdown, polarity=Polarity.HIGH).caveats
    assert caveats[0] == "A gap says nothing about where it comes from."
    assert caveats[1].startswith("2 groups were looked at; ")
    assert "Roma is not among the others." in caveats
    assert "4 did not say which group they belong to." in caveats
    assert caveats[-1].startswith("The numbers are rounded to the nearest 5, which the intervals")


def test_the_table_has_a_row_for_each_group_with_all_its_numbers() -> None:
    frame = compare_groups(BOTH, polarity=Polarity.HIGH).to_frame()
    assert list(frame.columns) == [
        *("group", "state", "number", "out_of", "value", "against", "difference", "lower"),
        *("upper", "ratio", "ratio_lower", "ratio_upper", "chance", "chance_among_all"),
        *("looked_at", "unreliable", "verdict", "reason"),
    ]
    assert frame["verdict"].tolist() == [
        *("not yet getting the same", "faring better", "not compared")
    ]
    assert frame["value"].tolist()[:2] == [60.0, 80.0]
    assert frame.loc[2, "reason"] == "nobody kept a list"
    assert frame["difference"].isna().tolist() == [False, False, True]


def test_markup_is_made_inert_in_a_notebook() -> None:
    shown = compare_groups(
        fraction((48, 80), (56, 70), by="age <30>"), polarity=Polarity.HIGH
    )._repr_html_()
    assert "age &lt;30&gt;" in shown
