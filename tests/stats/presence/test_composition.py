"""Is it said plainly how two bodies of people differ?"""

import pytest

from obamodel.stats.presence import compare_composition
from obamodel.stats.presence.composition import BOTH
from tests.stats.presence.making import REACHED, make
from tests.stats.presence.test_comparing import MEN, WOMEN


def test_what_differs_is_said_with_both_shares_and_what_does_not_is_not_called_alike() -> None:
    assert str(compare_composition(WOMEN, MEN)) == (
        "Fewer among women than among men: Republican (30.1%, 39.8%). More among women than among "
        "men: Democrat (48.9%, 40.3%). For Independent the shares are not shown to differ between "
        "women and men. All groups together, the shares are shown to differ: put together by lot, "
        "the two would be as far apart less than once in 1,000 times (chi-square 30.1 on 2 degrees "
        "of freedom; chi-square distribution). 3 groups were looked at, and one of many may stand "
        "out by chance: that is allowed for."
    )


def test_two_groups_are_said_to_be_one_question() -> None:
    said = compare_composition(make([12, 5]), make([7, 7], id="others", of="others")).sentence
    assert said.startswith("For group 0 and group 1 the shares are not shown to differ between")
    assert said.endswith("The two groups are one question.")


def test_a_reader_is_told_of_people_in_both_of_those_who_did_not_say_and_of_those_left_out() -> (
    None
):
    one = make([*make({"North": 12, "South": 9}).parts, REACHED], not_stated=4)
    other = make({"North": 9, "South": 12, "Roma": 3}, id="others", of="others")
    caveats = compare_composition(one, other).caveats
    assert caveats[0].startswith("Roma is reached, not counted (nobody kept a list); it is left")
    assert caveats[1].startswith("4 among members did not say (ethnic group)")
    assert BOTH in caveats


def test_the_table_has_a_row_for_each_group() -> None:
    frame = compare_composition(WOMEN, MEN).to_frame()
    assert list(frame.columns) == [
        *("group", "number", "base", "share", "other_number", "other_base", "other_share"),
        *("difference", "lower", "upper", "adjusted_residual", "p", "p_holm", "looked_at"),
    ]
    assert frame["number"].sum() == 1557
    assert set(frame["other_base"]) == {1200}


def test_an_answer_is_read_and_not_tested() -> None:
    answer = compare_composition(WOMEN, MEN)
    for one in (answer, answer.groups[0]):
        with pytest.raises(TypeError, match="neither true nor false"):
            bool(one)
    assert answer._repr_html_().startswith("<p>Fewer among women")
