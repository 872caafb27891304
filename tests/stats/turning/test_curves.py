"""The answer to: has the curve turned?"""

import pytest

from tests.stats.turning.building import depart


def test_the_table_has_a_row_for_each_value_that_was_judged() -> None:
    table = depart(10.0, 30.0, -5.0, 2.0).to_frame()
    assert list(table) == [
        "series", "baseline", "period", "value", "expected", "lower", "upper", "departure",
        "outside",
    ]  # fmt: skip
    assert table.period.tolist() == ["2012", "2013", "2014", "2015"]
    assert table.departure.tolist() == [10.0, 30.0, -5.0, 2.0]
    assert table.outside.tolist() == [False, True, False, False]
    assert set(table.series) == {"heard"}
    assert set(table.baseline) == {"frozen"}


def test_the_table_keeps_its_columns_where_nothing_was_seen() -> None:
    table = depart().to_frame()
    assert (len(table), len(table.columns)) == (0, 9)


def test_an_answer_says_itself_and_is_neither_true_nor_false() -> None:
    answer = depart(10.0, 12.0, 14.0)
    assert str(answer) == answer.sentence
    assert answer._repr_html_() == f"<p>{answer.sentence}</p>"
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)
