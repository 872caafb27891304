"""Is a page filled from the top down?"""

from obamodel.plots.drawing import Words
from obamodel.plots.page import Page
from tests.plots.things import WORDY


def test_what_is_added_stands_under_what_is_there_and_inside_the_page() -> None:
    page = Page(300)
    page.add_title(WORDY)
    page.add_notes(["First note.", WORDY])
    drawing = page.finish()
    heights = [item.y for item in drawing.items if isinstance(item, Words)]
    assert len(heights) == len(drawing.items)
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)
    assert heights[-1] < drawing.height
    assert drawing.width == 300


def test_no_notes_take_no_room() -> None:
    plain, noted = Page(300), Page(300)
    noted.add_notes([])
    assert plain.finish() == noted.finish()


def test_a_page_may_have_narrower_margins_and_begin_further_down() -> None:
    page = Page(100, y=30, margin=4)
    assert (page.left, page.right, page.inner_width) == (4, 96, 92)
    page.add_notes(["Note."])
    (words,) = page.items
    assert isinstance(words, Words)
    assert words.x == 4
    assert words.y > 30
