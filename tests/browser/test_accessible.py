"""Does axe-core, which knows the guidelines on accessibility, find fault with a page?"""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import find_too_wide, open_page
from tests.browser.pages import NAMES, WITH_A_SCRIPT
from tests.browser.programs import find_axe

pytestmark = pytest.mark.browser

NARROW = (320, 640)  # WCAG 2.2, 1.4.10: what a page is on a screen enlarged four times


def find_violations(browser: Any) -> list[str]:
    browser.execute_script(find_axe())
    found = browser.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ["violations"]}).then(
          (answer) => done(answer.violations.map((each) =>
            `${each.id} (${each.impact}): ${each.help}: `
            + each.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", "))),
          (error) => done([String(error)]));
        """
    )
    return list(found)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_fault(browser: Any, pages: dict[str, Path], name: str, dark: bool) -> None:
    open_page(browser, pages[name], dark=dark)
    assert find_violations(browser) == []


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_fault_on_a_narrow_screen_and_nothing_is_cut_off(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    open_page(browser, pages[name], size=NARROW)
    assert find_too_wide(browser) == []
    assert find_violations(browser) == []


@pytest.mark.parametrize("name", NAMES)
def test_dark_is_dark_and_light_is_light(browser: Any, pages: dict[str, Path], name: str) -> None:
    papers = []
    for dark in (False, True):
        open_page(browser, pages[name], dark=dark)
        colour = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        papers.append(sum(int(part) for part in colour.strip("rgba()").split(",")[:3]))
    assert papers[0] > 3 * 240
    assert papers[1] < 3 * 64


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_and_nothing_is_run(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    open_page(browser, pages[name])
    asked, scripts, complaints = browser.execute_script(
        """
        return [
          performance.getEntriesByType("resource").map((each) => each.name)
            .filter((each) => !each.startsWith("data:")),
          document.scripts.length,
          document.querySelectorAll("[onclick], [onload], iframe, object, embed").length,
        ];
        """
    )
    assert asked == []
    assert scripts == (1 if name in WITH_A_SCRIPT else 0)
    assert complaints == 0
    assert [each for each in browser.get_log("browser") if each["level"] == "SEVERE"] == []


def test_a_page_with_faults_is_found_out(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "faulty.html"
    page.write_text(
        '<html><body style="margin:0"><p style="color:#aaa">Pale</p>'
        '<img src="data:," style="width:2000px"></body></html>'
    )
    open_page(browser, page)
    said = " ".join(find_violations(browser))
    for fault in ("color-contrast", "image-alt", "html-has-lang", "document-title"):
        assert fault in said
    assert find_too_wide(browser)
