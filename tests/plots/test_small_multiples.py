"""Are many curves shown over the same time, each with its name, its last value and its verdict?"""

import pytest

from obamodel.domain.series import Flag
from obamodel.errors import InvalidError
from obamodel.plots import CurvePanel, small_multiples
from obamodel.plots.drawing import Drawing, Line, Words
from obamodel.plots.wording import choose_words
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read
from tests.plots.things import (
    LONG,
    WORDY,
    make_answer,
    make_baseline,
    make_full_answer,
    make_given_answer,
    make_panel,
    make_series,
)


def arrange(panel: CurvePanel, width: float = 468) -> Drawing:
    return small_multiples.arrange(panel, choose_words(None), width)


@pytest.mark.parametrize("width", [3.2, 4.5, 6.5, 10])
@pytest.mark.parametrize("name", ["Area", WORDY, LONG], ids=["short", "wordy", "long"])
@pytest.mark.parametrize("number", [1, 2, 7])
def test_no_words_are_in_the_way_of_others(name: str, number: int, width: float) -> None:
    panel = make_panel(*(f"{name} {place}" for place in range(number)))
    ax = small_multiples(panel, ax=make_axes(width, 80))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 6


def test_a_panel_of_curves_of_every_sort_is_whole() -> None:
    answers = (make_full_answer(), make_given_answer(), make_full_answer(LONG, WORDY))
    panel = CurvePanel(answers=answers, title="All")
    ax = small_multiples(panel, ax=make_axes(6.5, 60))
    assert find_trouble(ax) == []
    assert "provisional: Asked for a view" in read(ax)


def test_it_says_how_many_are_shown_and_how_many_have_each_verdict_the_best_first() -> None:
    said = read(small_multiples(make_panel(*"abcdefg"), ax=make_axes()))
    assert "7 curves shown. Turned: 2; no turn shown: 3; signs of worsening: 2." in said
    assert "1 curve shown." in read(small_multiples(make_panel("a"), ax=make_axes()))


def test_each_has_its_name_its_verdict_and_its_last_value_in_the_order_given() -> None:
    names = ["Wigan", "Bury", "Trafford"]
    texts = [item.text for item in arrange(make_panel(*names)).items if isinstance(item, Words)]
    assert [text for text in texts if text in names] == names
    for name, verdict in zip(names, ("No turn shown", "Turned", "Signs of worsening"), strict=True):
        after = texts[texts.index(name) :]
        assert verdict in after
    assert " ".join(texts).count("Last: 14 per 10,000") == 3


def test_all_stand_over_the_same_time() -> None:
    early = make_answer(make_series(name="Early", first="2010/11"))
    late = make_answer(make_series(name="Late"))
    drawing = arrange(CurvePanel(answers=[early, late], title="Two"))
    texts = [item.text for item in drawing.items if isinstance(item, Words)]
    assert texts.count("2010/11") == 2
    # The frozen histories end 4 years apart, so their upright lines do as well.
    upright = [
        item.points[0][0]
        for item in drawing.items
        if isinstance(item, Line)
        and len(item.points) == 2
        and item.weight == 0.7
        and item.points[0][0] == item.points[1][0]
    ]
    assert len(upright) == 2
    said = small_multiples.alt_text(CurvePanel(answers=[early, late], title="Two"))
    assert "2 small pictures of curves from 2010/11 to 2025/26." in said


def test_periods_of_two_kinds_are_refused() -> None:
    yearly, monthly = make_series(), make_series(first="2014-01")
    panel = CurvePanel(
        answers=[
            make_answer(yearly, make_baseline(yearly)),
            make_answer(monthly, make_baseline(monthly)),
        ],
        title="Two",
    )
    with pytest.raises(InvalidError, match="are not periods of one kind"):
        small_multiples(panel, ax=make_axes())


def test_shapes_that_need_a_name_are_named_once_with_the_curves_that_have_them() -> None:
    answers = [
        make_answer(make_series(name=name, flags={9: Flag.PROVISIONAL}))
        for name in ("Bury", "Wigan")
    ]
    said = read(small_multiples(CurvePanel(answers=answers, title="Two"), ax=make_axes()))
    assert said.count("provisional: Bury and Wigan") == 1


def test_an_empty_panel_says_so_and_a_panel_without_a_title_is_refused() -> None:
    empty = CurvePanel(answers=[], title="Nothing")
    assert "There is no curve yet." in read(small_multiples(empty, ax=make_axes()))
    assert small_multiples.alt_text(empty) == "Nothing. There is no curve yet."
    with pytest.raises(InvalidError, match="title: it is empty"):
        CurvePanel(answers=[], title=" ")
    with pytest.raises(InvalidError, match="give a CurveAnswer"):
        CurvePanel(answers=["turned"], title="Nothing")


def test_the_alt_text_names_some_of_the_curves_of_each_verdict() -> None:
    said = small_multiples.alt_text(make_panel("Wigan", "Bury", "Trafford"))
    assert said == (
        "Children cautioned or sentenced. 3 small pictures of curves from 2014/15 to 2025/26. "
        "Turned (Bury); no turn shown (Wigan); signs of worsening (Trafford)."
    )


def test_the_table_holds_every_curve_with_its_verdict_and_numbers() -> None:
    panel = make_panel("Trafford", "Bury")
    table = small_multiples.table(panel)
    assert table is not None
    for answer in panel.answers:
        rows = [row for row in table.rows if row[0] == answer.series.name]
        assert {row[1] for row in rows} == {str(answer.verdict)}
        seen = [f"{one.value:g}" for one in answer.series.observations]
        assert [row[4] for row in rows if row[4] != "-"] == seen
        expected = [f"{one.value:g}" for one in answer.baseline.forecast]
        assert [row[5] for row in rows if row[5] != "-"] == expected


def test_the_table_has_a_column_for_the_unit_where_units_differ() -> None:
    others = [make_answer(), make_answer(make_series(unit="children"))]
    table = small_multiples.table(CurvePanel(title="Both", answers=others))
    assert table is not None
    assert table.columns[:2] == ("Curve", "Unit")
    assert {row[1] for row in table.rows} == {"per 10,000 aged 10 to 17", "children"}
    assert "Seen" in table.columns


def test_an_empty_panel_has_no_table() -> None:
    assert small_multiples.table(CurvePanel(title="None", answers=[])) is None
