"""Whether the answer to a comparison keeps to what every answer does alike."""

import pytest

from obamodel.stats.intervals import Standing, compare_rates, compare_shares


def test_a_row_of_the_table_is_a_comparison() -> None:
    frame = compare_shares([56, 3], [70, 8], [48, 3], [80, 9], names=["Essex", "Kent"]).to_frame()
    assert list(frame.columns) == [
        *("name", "first", "second", "difference", "lower", "upper"),
        *("ratio", "ratio_lower", "ratio_upper", "confidence", "verdict", "unreliable", "reason"),
    ]
    assert frame["verdict"].tolist() == ["higher", "cannot be told apart"]
    assert frame["unreliable"].tolist() == [False, True]


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(compare_shares(1, 2, 1, 2))


def test_higher_and_lower_are_said_only_beyond_chance() -> None:
    answer = compare_rates([60, 20, 6], [100, 100, 100], [20, 60, 7], [100, 100, 100])
    assert answer.verdicts == (Standing.HIGHER, Standing.LOWER, Standing.CANNOT_TELL)


def test_what_is_compared_stays_with_the_answer() -> None:
    answer = compare_shares(56, 70, 48, 80, confidence=0.9, names=["Essex"])
    assert (answer.first.events[0], answer.second.bases[0]) == (56, 80)
    assert (answer.confidence, answer.names, len(answer)) == (0.9, ("Essex",), 1)


def test_a_reader_is_told_that_a_difference_has_no_cause_in_it() -> None:
    caveats = compare_shares(56, 70, 48, 80).caveats
    assert any("nothing about where it comes from" in one for one in caveats)
    assert any("different people" in one for one in caveats)


def test_markup_is_made_inert_in_a_notebook() -> None:
    shown = compare_shares(1, 2, 1, 2, groups=("<i>now</i>", "then"))._repr_html_()
    assert "<i>" not in shown
