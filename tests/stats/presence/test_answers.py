"""Does the answer hold together, and turn into a table?"""

import math

import pytest

from obamodel.domain.quantities import Precision, Quantity
from obamodel.stats.presence import PresenceStanding, assess_presence
from tests.stats.presence.making import CAME, CENSUS, REACHED, make, make_population

COLUMNS = [
    *("group", "state", "standing", "reason", "number", "base", "share", "lower", "upper"),
    *("reference_share", "reference_share_of_all", "representation_index"),
    *("index_lower", "index_upper", "expected", "adjusted_residual", "p", "p_holm"),
    *("looked_at", "unreliable"),
]


def test_the_table_has_a_row_for_each_group_in_the_population_s_order() -> None:
    parts = [*make(CAME).parts, REACHED]
    answer = assess_presence(make(parts), make_population({**CENSUS, "Roma": 10}))
    frame = answer.to_frame()
    assert list(frame.columns) == COLUMNS
    assert list(frame["group"]) == [*CENSUS, "Roma"]
    asian, roma = frame.iloc[1], frame.iloc[5]
    assert (asian["number"], asian["base"], asian["looked_at"]) == (9, 215, 5)
    assert asian["representation_index"] == pytest.approx(9 / 215 / 0.11)
    assert (roma["state"], roma["standing"]) == ("reached, not counted", "not compared")
    assert math.isnan(roma["number"])
    assert math.isnan(roma["share"])
    assert roma["reference_share_of_all"] == pytest.approx(10 / 1010)
    assert frame["unreliable"].isna().tolist() == [False] * 5 + [True]


def test_who_is_missing_comes_first() -> None:
    answer = assess_presence(make(CAME), make_population(CENSUS))
    assert [group.name for group in answer.missing_first] == [
        *("Asian", "Other", "Mixed", "Black", "White")
    ]
    assert [group.name for group in answer.list_standing(PresenceStanding.NOT_SHOWN)] == [
        *("Other", "Mixed", "Black")
    ]


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (None, None),
        (Quantity(value=430, precision=Precision.AT_LEAST), 0.5),
        (Quantity(value=200, precision=Precision.ABOUT), None),
        (Quantity(precision=Precision.UNKNOWN, reason="no list"), None),
    ],
)
def test_the_response_is_told_where_both_numbers_are_known_and_fit(
    asked: Quantity | None, response: float | None
) -> None:
    answer = assess_presence(make(CAME), make_population(CENSUS), asked=asked)
    assert answer.response == response


def test_an_answer_is_read_and_not_tested() -> None:
    answer = assess_presence(make(CAME), make_population(CENSUS))
    for one in (answer, answer.groups[0]):
        with pytest.raises(TypeError, match="neither true nor false"):
            bool(one)
    assert str(answer) == answer.sentence
    hostile = assess_presence(make(CAME, of="<b>members"), make_population(CENSUS))
    assert "<b>" not in hostile._repr_html_()
