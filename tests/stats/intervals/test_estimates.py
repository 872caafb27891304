"""Whether the answer keeps to what every answer does alike."""

import attrs
import numpy as np
import pytest

from obamodel.stats.intervals import Measured, find_share_interval, standardise_directly


def test_a_row_of_the_table_is_an_item() -> None:
    frame = find_share_interval([65, 3], [100, 4], names=["Essex", "Kent"]).to_frame()
    assert list(frame.columns) == [
        *("name", "value", "lower", "upper", "confidence", "events", "base", "per", "method"),
        *("unreliable", "reason"),
    ]
    assert frame["name"].tolist() == ["Essex", "Kent"]
    assert frame["base"].tolist() == [100.0, 4.0]
    assert frame["unreliable"].tolist() == [False, True]


def test_without_names_the_column_of_names_is_empty() -> None:
    assert find_share_interval([1, 2], [3, 4]).to_frame()["name"].tolist() == ["", ""]


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="Estimates is neither true nor false"):
        bool(find_share_interval(1, 2))


def test_an_answer_cannot_be_changed_and_does_not_change_with_what_was_given() -> None:
    counted = np.array([1.0, 2.0])
    answer = find_share_interval(counted, [3, 4])
    counted[0] = 3
    assert answer.events.tolist() == [1.0, 2.0]
    with pytest.raises(ValueError, match="read-only"):
        answer.value[0] = 0.5
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        answer.kind = Measured.RATE  # type: ignore[misc]


def test_a_name_with_markup_is_made_inert_in_a_notebook() -> None:
    shown = find_share_interval(1, 2, names=["<b>Essex</b>"])._repr_html_()
    assert "<b>" not in shown
    assert "&lt;b&gt;Essex" in shown


def test_an_answer_says_where_its_method_comes_from() -> None:
    assert "Wilson 1927" in find_share_interval(1, 2).method
    assert "Dobson and others 1991" in standardise_directly([30], [100], standard=[1]).method


def test_length_is_the_number_of_items() -> None:
    assert len(find_share_interval([1, 2, 3], [4, 5, 6])) == 3
