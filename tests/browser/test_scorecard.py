"""Can a reader choose and sort the rows of the one page with a script, with a keyboard alone?"""

from pathlib import Path
from typing import Any

import pytest

from obamodel.report.scorecard import make_area_scorecard, print_interactive
from tests.browser.looking import find_too_wide, open_page
from tests.report.scorecard.things import BETTER, FLAT, WORSE, make_answer, make_series

pytestmark = pytest.mark.browser

ROWS = "return [...document.querySelectorAll('tbody tr:not([hidden]) th')].map(e => e.textContent)"
COUNT = "return document.getElementById('count').textContent"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four areas: one worse, one as it was, one better, and one without a baseline."""
    answers = [
        make_answer("Bury", BETTER),
        make_answer("Wigan", WORSE),
        make_answer("Ynys Môn", id="ynys"),
    ]
    made = make_area_scorecard(
        answers,
        as_of="2021",
        title="Falls",
        measured="Falls",
        without_baseline=[make_series("Hale", FLAT)],
        owners={"bury": "The board"},
    )
    path = tmp_path_factory.mktemp("scorecard") / "scorecard.html"
    path.write_text(print_interactive(made), "utf-8")
    return path


def wait_for(browser: Any, told: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 5).until(lambda one: told in one.execute_script(COUNT))


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    ActionChains(browser).send_keys(*(getattr(Keys, key, key) for key in keys)).perform()


def focus(browser: Any, where: str) -> None:
    browser.execute_script("document.querySelector(arguments[0]).focus()", where)


def test_words_choose_rows_and_the_number_is_told(browser: Any, page: Path) -> None:
    open_page(browser, page)
    wait_for(browser, "All 4 rows are shown.")
    focus(browser, "#find")
    press(browser, "mon")
    wait_for(browser, "1 of 4 rows is shown.")
    assert browser.execute_script(ROWS) == ["Ynys Môn"]
    press(browser, "x")
    wait_for(browser, "No row fits.")
    focus(browser, "#all")
    press(browser, "ENTER")
    wait_for(browser, "All 4 rows are shown.")


def test_a_verdict_and_a_missing_owner_choose_rows(browser: Any, page: Path) -> None:
    open_page(browser, page)
    focus(browser, "#verdict")
    press(browser, "t")  # as in turned: a list goes to what begins with the letter
    press(browser, "TAB")
    wait_for(browser, "1 of 4 rows is shown.")
    assert browser.execute_script(ROWS) == ["Bury"]
    focus(browser, "#all")
    press(browser, "SPACE")
    focus(browser, "#unowned")
    press(browser, "SPACE")
    wait_for(browser, "3 of 4 rows are shown.")
    assert browser.execute_script(ROWS) == ["Wigan", "Ynys Môn", "Hale"]


def test_a_heading_sorts_both_ways_says_so_and_keeps_its_place(browser: Any, page: Path) -> None:
    open_page(browser, page)
    wait_for(browser, "All 4")
    assert browser.execute_script(ROWS) == ["Wigan", "Ynys Môn", "Bury", "Hale"]
    sort = "return document.querySelector('thead th').getAttribute('aria-sort')"
    focus(browser, "thead button")
    for key, order, told in (
        ("ENTER", "ascending", "Sorted by Area: A to Z."),
        ("SPACE", "descending", "Sorted by Area: Z to A."),
    ):
        press(browser, key)
        wait_for(browser, told)
        assert browser.execute_script(sort) == order
        rows = browser.execute_script(ROWS)
        assert rows == sorted(rows, reverse=order == "descending")
        assert browser.execute_script("return document.activeElement.textContent") == "Area"


def test_it_fits_on_a_telephone_and_runs_without_a_word_of_complaint(
    browser: Any, page: Path
) -> None:
    for dark in (False, True):
        open_page(browser, page, dark=dark, size=(390, 844))
        assert find_too_wide(browser) == []
    assert [one for one in browser.get_log("browser") if one["level"] == "SEVERE"] == []
