"""Is one series drawn whatever its standing, and is that standing said?"""

from collections.abc import Callable

import pytest

from obamodel.domain.series import Flag, Series, SeriesKind, Standing
from obamodel.errors import InvalidError
from obamodel.plots import series
from obamodel.plots.drawing import Words
from obamodel.plots.wording import choose_words
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read
from tests.plots.things import JOINED, LONG, WORDY, make_counted, make_series

SERIES: dict[str, Callable[[], Series]] = {
    "ordinary": make_series,
    "one": lambda: make_series((5,)),
    "gaps": lambda: make_series((5, None, None, 4, 3), flags={3: Flag.BREAK}, words=WORDY),
    "long": lambda: make_series(name=LONG, unit=LONG, note=WORDY),
    "many": lambda: make_series([20 + place % 7 for place in range(300)], first="1990-01"),
    "huge": lambda: make_series([1_000_000_000, 2_000_000_000], kind=SeriesKind.COUNT, unit="£"),
    "below zero": lambda: make_series([-3, -5, 2], kind=SeriesKind.SCORE, unit="points"),
}


@pytest.mark.parametrize("width", [3.2, 6.5])
@pytest.mark.parametrize("name", SERIES)
def test_no_words_are_in_the_way_of_others(name: str, width: float) -> None:
    ax = series(SERIES[name](), ax=make_axes(width, 30))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 6


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.ILLUSTRATIVE, "Illustration: not real figures"),
        (Standing.SCHEMATIC, "Sketch: not real figures"),
    ],
)
def test_what_is_not_real_says_so_across_the_picture_and_in_the_alt_text(
    standing: Standing, words: str
) -> None:
    thing = make_series(standing=standing)
    drawing = series.arrange(thing, choose_words(None), 468)
    (banner,) = [item for item in drawing.items if isinstance(item, Words) and item.text == words]
    sizes = [item.size for item in drawing.items if isinstance(item, Words)]
    assert banner.size == max(sizes)
    assert banner.align == "center"
    assert series.alt_text(thing).startswith(f"{words}. ")
    with pytest.raises(InvalidError):
        thing.refuse_statistics("a verdict")


def test_observed_figures_need_no_such_words() -> None:
    assert "real figures" not in read(series(make_series(), ax=make_axes()))
    assert "real figures" not in series.alt_text(make_series())


def test_a_running_total_is_marked_as_one_and_refuses_a_verdict() -> None:
    total = make_counted([14, 36, 45], "Members", running_total=True)
    said = read(series(total, ax=make_axes()))
    assert "45 in 2011 running total" in said
    assert "says nothing about a turn" in said
    assert "Running total" in series.alt_text(total)
    with pytest.raises(InvalidError):
        total.refuse_statistics("a verdict")
    plain = make_counted(JOINED, "joined")
    assert "running total" not in read(series(plain, ax=make_axes())).lower()
    plain.refuse_statistics("a verdict")


def test_a_series_without_a_value_says_so() -> None:
    for empty in (make_series((None, None)), make_series(())):
        assert "There is no value yet." in read(series(empty, ax=make_axes()))
        assert series.alt_text(empty) == "Children cautioned or sentenced. There is no value yet."


def test_the_alt_text_counts_the_periods_without_a_value() -> None:
    assert "1 of the periods between has no value." in series.alt_text(make_series((5, None, 4)))
    assert "2 of the periods between have no value." in (
        series.alt_text(make_series((5, None, None, 4)))
    )


def test_one_value_is_told_alone() -> None:
    assert series.alt_text(make_counted((5,), "joined")) == ("Joined, 5 people in 2009.")


def test_the_table_holds_every_value_with_its_unit_in_the_heading() -> None:
    shown = make_series((54, 45, None, 31.5), flags={1: Flag.PROVISIONAL, 3: Flag.BREAK})
    table = series.table(shown)
    assert table is not None
    assert table.columns == ("Period", "Seen (per 10,000 aged 10 to 17)", "Good to know")
    assert table.rows == (
        ("2014/15", "54", "-"),
        ("2015/16", "45", "provisional"),
        ("2016/17", "no value", "the survey was not held"),
        ("2017/18", "31.5", "counted in a new way from here: the survey was not held"),
    )
    assert table.notes == ("Lower is better.",)
