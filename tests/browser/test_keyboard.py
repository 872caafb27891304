"""Can a reader with nothing but a keyboard go everywhere, and see where they are?"""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import open_page
from tests.browser.pages import NAMES

pytestmark = pytest.mark.browser

LIST_STOPS = """
  return [...document.querySelectorAll(
      "a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && each.getClientRects().length
      && !each.closest("details:not([open]) > :not(summary)"))
    .map((each, place) => (each.dataset.stop = place, place));
"""
LOOK = """
  const on = document.activeElement;
  if (!on || on === document.body) return null;
  const style = getComputedStyle(on), place = on.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const seen = place.bottom > 0 && place.top < innerHeight && place.right > 0
    && place.left < innerWidth;
  return {stop: on.dataset.stop === undefined ? null : Number(on.dataset.stop),
          ring: ring || style.boxShadow !== "none", seen,
          words: on.textContent.trim().slice(0, 40)};
"""


def press(browser: Any, key: str) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    ActionChains(browser).send_keys(getattr(Keys, key)).perform()


def walk(browser: Any, steps: int) -> list[dict[str, Any] | None]:
    found = []
    for _ in range(steps):
        press(browser, "TAB")
        found.append(browser.execute_script(LOOK))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_tab_comes_to_everything_in_order_and_shows_where_it_is(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    open_page(browser, pages[name])
    stops = browser.execute_script(LIST_STOPS)
    assert stops
    walked = walk(browser, len(stops))
    assert [None if each is None else each["stop"] for each in walked] == stops
    assert [each for each in walked if each and not (each["ring"] and each["seen"])] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_first_thing_to_come_to_leads_past_the_contents(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    open_page(browser, pages[name])
    press(browser, "TAB")
    target = browser.execute_script("return document.activeElement.getAttribute('href')")
    assert target
    assert target.startswith("#")
    press(browser, "ENTER")
    is_within, part = browser.execute_script(
        """
        const target = document.querySelector(arguments[0]);
        const part = target.getBoundingClientRect().top / innerHeight;
        return [document.querySelector("main").contains(target), part];
        """,
        target,
    )
    assert is_within
    assert -0.1 < part < 0.5  # it is in sight
    press(browser, "TAB")
    inside, over = browser.execute_script(
        """
        const main = document.querySelector("main"), on = document.activeElement;
        const kinds = "a[href], button, input, select, summary, [tabindex]";
        const all = [...main.querySelectorAll(kinds)]
          .filter((each) => each.tabIndex >= 0);
        return [main.contains(on), all.length === 0];
        """
    )
    assert inside or over
