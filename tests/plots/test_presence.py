"""Is who is missing drawn from what may be shown, and from nothing else?"""

import pytest
from attrs import evolve
from matplotlib.axes import Axes

from obamodel.domain.published_presence import PublishedPresence, PublishedShare
from obamodel.domain.publishing import Mark
from obamodel.plots import presence
from tests.plots.artists import (
    find_lines,
    find_rectangles,
    find_smallest_size,
    find_texts,
    find_trouble,
    lightness,
    make_axes,
    read,
)
from tests.plots.things import LONG, WORDY, make_loss, make_presence

ROWS = [
    ("Thurrock", 5.0, 12.5, "fewer than its share"),
    ("Harlow", None, 7.5, "present, number withheld"),
    ("Basildon", 95.0, 80.0, ""),
]


def draw(chart: PublishedPresence) -> Axes:
    return presence(chart, ax=make_axes(7, 160))


def find_lengths(ax: Axes) -> list[float]:
    """Find how long the bars are, in the numbers of the axes' own scale."""
    return [round(bar.get_width(), 6) for bar in find_rectangles(ax)]


def test_each_bar_is_as_long_as_its_share_from_zero_and_the_population_s_is_under_it() -> None:
    ax = draw(make_presence(*ROWS))
    assert find_lengths(ax) == [5, 12.5, 7.5, 95, 80]
    assert {bar.get_x() for bar in find_rectangles(ax)} == {0}


def test_the_first_bars_say_whose_they_are_and_every_bar_has_its_figure_beside_it() -> None:
    texts = [text.get_text() for text in find_texts(draw(make_presence(*ROWS)))]
    assert "5% of members" in texts
    assert "12.5% of adults in Essex" in texts
    assert {"7.5%", "95%", "80%"} <= set(texts)
    assert "Fewer than its share" in texts


def test_the_two_bars_are_told_apart_without_colour() -> None:
    here, there, *_ = find_rectangles(draw(make_presence(*ROWS)))
    assert abs(here.get_height()) > 1.5 * abs(there.get_height())
    assert abs(lightness(here.get_facecolor()) - lightness(there.get_facecolor())) > 0.4


def test_what_is_withheld_has_words_and_no_bar_of_its_own() -> None:
    ax = draw(make_presence(("Harlow", None, 7.5, "present, number withheld")))
    assert find_lengths(ax) == [7.5]
    assert "Present, number withheld" in read(ax)


def test_nobody_is_a_number_and_not_a_gap() -> None:
    ax = draw(make_presence(("Harlow", 0.0, 7.5, "")))
    assert "0% of members" in read(ax)
    assert find_lengths(ax) == [7.5]


def test_a_share_that_rests_on_few_has_a_letter_and_the_letter_is_explained() -> None:
    shaky = PublishedShare(group="Harlow", share=5, reference_share=7.5, mark=Mark.UNRELIABLE)
    chart = PublishedPresence(title="Who", of="members", reference_of="adults", rows=[shaky])
    assert "5% u of members" in read(draw(chart))
    assert "u: it rests on few people" in read(draw(chart))
    assert "u:" not in read(draw(make_presence(*ROWS)))


def test_a_lost_chart_has_empty_frames_for_bars_and_says_what_was_there() -> None:
    chart = make_presence(
        ("South East", None, 30.0, "too few, says the report"),
        ("West", None, None, "not known"),
        lost=make_loss("that the South East was under its share", "nobody can say how many"),
    )
    ax = draw(chart)
    frames = [bar for bar in find_rectangles(ax) if bar.get_linestyle() not in ("-", "solid")]
    assert len(frames) == 3  # two empty bars, and the frame that says what is lost
    assert find_lengths(ax)[1] == 30
    said = read(ax)
    assert "Members: too few, says the report" in said
    assert "This chart is lost" in said
    assert "Nobody can say how many." in said


def test_an_empty_bar_of_a_lost_chart_is_as_long_whatever_it_was() -> None:
    loss = make_loss()
    one = draw(
        make_presence(("South", None, None, "not known"), ("West", None, 30.0, "x"), lost=loss)
    )
    first, second, *_ = find_lengths(one)
    assert first == second


def test_a_lost_chart_without_any_group_is_one_frame() -> None:
    ax = draw(make_presence(lost=make_loss("where they live")))
    assert len(find_rectangles(ax)) == 1
    assert find_lines(ax) == []
    assert "Where they live." in read(ax)


def test_nobody_counted_yet_is_said() -> None:
    assert "Nobody has been counted yet." in read(draw(make_presence()))
    assert presence.alt_text(make_presence()).endswith("Nobody has been counted yet.")


@pytest.mark.parametrize(
    "rows",
    [
        [("all", 100.0, 100.0, "")],
        [("none", 0.0, 0.0, "")],
        [("unknown", None, None, WORDY)],
        [(f"{WORDY}{n}", n / 10, 100 - n / 10, WORDY) for n in range(40)],
        [(LONG, 99.9, 0.1, LONG), (WORDY, None, 8.0, LONG)],
    ],
    ids=["all", "none", "unknown", "many", "long"],
)
@pytest.mark.parametrize("of", ["members", LONG], ids=["short", "long"])
def test_no_words_are_in_the_way_of_others(
    rows: list[tuple[str, float | None, float | None, str]], of: str
) -> None:
    chart = make_presence(*rows, of=of, reference_of=f"{of} of the county", notes=[WORDY])
    ax = draw(chart)
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 9
    assert all(bar.get_x() + bar.get_width() < ax.get_xlim()[1] for bar in find_rectangles(ax))


@pytest.mark.parametrize("words", ["x", WORDY, LONG])
def test_long_words_of_a_loss_stay_in_their_frame(words: str) -> None:
    rows = [(f"{words} 1", None, 50.0, words), (f"{words} 2", None, None, words)]
    chart = make_presence(*rows, lost=make_loss(words, words, title=words))
    assert find_trouble(draw(chart)) == []


def test_the_alt_text_says_for_whom_the_bar_is_shorter_and_what_has_none() -> None:
    assert presence.alt_text(make_presence(*ROWS)) == (
        "Where members live. Bars for 2 groups: the share of members above that of adults in "
        "Essex. Shorter for Thurrock (5% beside 12.5%). "
        "Not both bars: Harlow (present, number withheld)."
    )


def test_neither_the_picture_nor_its_words_call_anybody_representative() -> None:
    chart = make_presence(*ROWS)
    assert "representative" not in (presence.svg(chart) + presence.alt_text(chart)).lower()


def test_the_table_holds_both_shares_of_each_group_and_words_for_what_is_withheld() -> None:
    table = presence.table(
        make_presence(("Thurrock", 5, 12.5, "fewer"), ("Harlow", None, 6, "number withheld"))
    )
    assert table is not None
    assert table.columns == (
        "Group",
        "Share of members (%)",
        "Share of adults in Essex (%)",
        "Good to know",
    )
    assert table.rows == (
        ("Thurrock", "5", "12.5", "fewer"),
        ("Harlow", "number withheld", "6", "-"),
    )


def test_the_table_tells_of_what_is_lost_and_of_what_is_unreliable() -> None:
    chart = make_presence(
        ("Harlow", None, 6, "lost"), lost=make_loss("growth", "no comparison", title="The list")
    )
    table = presence.table(chart)
    assert table is not None
    assert table.notes == (
        "Lost: The list.",
        "What is known of it: growth.",
        "What its loss means: no comparison.",
    )
    shaky = PublishedShare(group="Harlow", share=5, reference_share=6, mark=Mark.UNRELIABLE)
    table = presence.table(evolve(chart, rows=[shaky], lost=None))
    assert table is not None
    assert table.rows == (("Harlow", "5", "6", "u"),)
    assert table.notes[0].startswith("u: ")
