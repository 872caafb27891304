"""Does the picture show who joined, who left and how many members that makes?"""

from collections.abc import Callable

import pytest

from obamodel.domain.series import Standing
from obamodel.plots import Recruitment, recruitment
from obamodel.plots.drawing import Box, Drawing, Line, Words
from obamodel.plots.wording import choose_words
from obamodel.stats.recruitment import count_members
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read
from tests.plots.things import JOINED, LEFT, LONG, WORDY, make_counted, make_recruitment

CHARTS: dict[str, Callable[[], Recruitment]] = {
    "ordinary": make_recruitment,
    "wordy": lambda: make_recruitment(WORDY, WORDY),
    "long": lambda: make_recruitment(LONG, LONG),
    "joined alone": lambda: Recruitment(joined=make_counted(JOINED, "joined")),
    "a gap": lambda: Recruitment.from_membership(
        count_members(make_counted((4, None, 6, 8), "joined", words=WORDY))
    ),
    "many": lambda: Recruitment.from_membership(
        count_members(make_counted([place % 13 for place in range(150)], "joined"))
    ),
    "huge": lambda: Recruitment(joined=make_counted((1_000_000, 3_456_789), "joined")),
    "one": lambda: Recruitment(joined=make_counted((7,), "joined")),
    "nobody": lambda: Recruitment(joined=make_counted((0, 0, 0), "joined")),
}


def arrange(chart: Recruitment) -> Drawing:
    return recruitment.arrange(chart, choose_words(None), 468)


def find_bars(drawing: Drawing) -> list[Box]:
    return [item for item in drawing.items if isinstance(item, Box)]


@pytest.mark.parametrize("width", [3.2, 6.5])
@pytest.mark.parametrize("name", CHARTS)
def test_no_words_are_in_the_way_of_others(name: str, width: float) -> None:
    ax = recruitment(CHARTS[name](), ax=make_axes(width, 40))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 6


def test_who_joined_stands_upwards_and_who_left_downwards_in_stripes() -> None:
    bars = find_bars(arrange(make_recruitment()))
    joined, left = bars[:7], bars[7:]
    (zero,) = {round(bar.y + bar.height, 6) for bar in joined}
    assert {round(bar.y, 6) for bar in left} == {zero}
    assert not any(bar.striped for bar in joined)
    assert all(bar.striped for bar in left)
    unit = joined[0].height / 14
    assert [bar.height / unit for bar in joined] == pytest.approx([14, 22, 9, 12, 7, 6, 3])
    assert [bar.height / unit for bar in left] == pytest.approx([0, 3, 4, 8, 6, 9, 5])


def test_each_bar_has_its_number_where_there_is_room() -> None:
    texts = [item.text for item in arrange(make_recruitment()).items if isinstance(item, Words)]
    assert "22" in texts
    many = [item.text for item in arrange(CHARTS["many"]()).items if isinstance(item, Words)]
    assert "7" not in many


def test_bars_and_line_stand_over_the_same_periods() -> None:
    drawing = arrange(make_recruitment())
    line = max(
        (item for item in drawing.items if isinstance(item, Line)), key=lambda one: len(one.points)
    )
    assert [x for x, _ in line.points] == pytest.approx(
        [bar.centre[0] for bar in find_bars(drawing)[:7]]
    )


def test_members_are_marked_as_a_running_total_from_which_no_verdict_is_drawn() -> None:
    said = read(recruitment(make_recruitment(), ax=make_axes()))
    assert "Members, a running total (people)" in said
    assert "38 in 2015 a running total" in said  # 73 joined and 35 left
    assert "Members are a running total, from which no verdict is drawn." in said
    counted = Recruitment(
        joined=make_counted(JOINED, "joined"), members=make_counted((14, 33, 38), "Members")
    )
    assert "running total" not in read(recruitment(counted, ax=make_axes()))


def test_a_target_is_a_dotted_line_with_its_date_and_its_reason() -> None:
    drawing = arrange(make_recruitment())
    (line,) = [item for item in drawing.items if isinstance(item, Line) and item.dotted]
    assert line.points[0][1] == line.points[1][1]
    said = read(recruitment(make_recruitment(), ax=make_axes()))
    assert "Target 60 by 2014" in said
    assert (
        "Target: 60 by 2014, wanted by the data group: enough people to send two to every meeting."
        in said
    )
    assert "Target" not in read(recruitment(CHARTS["joined alone"](), ax=make_axes()))


def test_a_sketch_says_so_across_the_picture_once_and_in_the_alt_text() -> None:
    joined = make_counted(JOINED, "joined", standing=Standing.SCHEMATIC)
    chart = Recruitment.from_membership(count_members(joined))
    said = read(recruitment(chart, ax=make_axes()))
    assert said.count("Sketch: not real figures") == 1
    assert recruitment.alt_text(chart).startswith("Sketch: not real figures. ")


def test_a_chart_without_a_number_says_so() -> None:
    empty = Recruitment(joined=make_counted((None, None), "joined"))
    assert "There is no value yet." in read(recruitment(empty, ax=make_axes()))
    assert "of which no value is known" in recruitment.alt_text(empty)


def test_what_is_unknown_from_some_period_on_is_marked_with_its_reason() -> None:
    said = read(recruitment(CHARTS["a gap"](), ax=make_axes()))
    assert "no value (it is not known how many joined in 2010): 2010, 2011 and 2012" in said


def test_the_alt_text_says_bars_line_and_target() -> None:
    assert recruitment.alt_text(make_recruitment()) == (
        "Bars for each period: joined, from 14 in 2009 to 3 in 2015; left, from 0 in 2009 to 5 in "
        "2015. A line for Members (a running total), from 14 in 2009 to 38 in 2015. Target: 60 by "
        "2014, wanted by the data group: enough people to send two to every meeting."
    )


def test_the_table_holds_who_joined_and_left_and_how_many_members_that_makes() -> None:
    table = recruitment.table(make_recruitment())
    assert table is not None
    members = [sum(JOINED[: place + 1]) - sum(LEFT[: place + 1]) for place in range(len(JOINED))]
    assert [row[1:4] for row in table.rows] == [
        (str(joined), str(left), str(there))
        for joined, left, there in zip(JOINED, LEFT, members, strict=True)
    ]
    assert [row[4] for row in table.rows if row[4] != "-"] == ["60"]
    assert "Members are a running total, from which no verdict is drawn." in table.notes
