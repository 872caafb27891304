"""What is it like on paper?"""

import base64
from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import find_too_wide, open_page
from tests.browser.pages import NAMES, ON_ONE_SHEET
from tests.browser.programs import (
    count_pages,
    find_blank,
    find_paper_size,
    picture_paper,
    read_paper,
)

pytestmark = pytest.mark.browser

A4 = (595.3, 841.9)
DOTS_A_POINT = 96 / 72
SIDES_IN_POINTS = 2 * 16 / 25.4 * 72  # the margins that the pages ask for


@pytest.fixture(scope="module")
def papers(
    browser: Any, pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Every page as its browser prints it."""
    folder = tmp_path_factory.mktemp("papers")
    for name, page in pages.items():
        open_page(browser, page)
        printed = browser.execute_cdp_cmd(
            "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
        )
        (folder / f"{name}.pdf").write_bytes(base64.b64decode(printed["data"]))
    return {name: folder / f"{name}.pdf" for name in pages}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a4_and_as_long_as_it_may_be(papers: dict[str, Path], name: str) -> None:
    # Upright, or on its side where many columns stand beside each other.
    assert sorted(find_paper_size(papers[name])) == pytest.approx(A4, abs=1)
    pages = count_pages(papers[name])
    assert pages == 1 if name in ON_ONE_SHEET else pages >= 1


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_paper(
    browser: Any, pages: dict[str, Path], papers: dict[str, Path], name: str
) -> None:
    across, _ = find_paper_size(papers[name])
    width = int((across - SIDES_IN_POINTS) * DOTS_A_POINT)
    open_page(browser, pages[name], printed=True, size=(width, 960))
    assert find_too_wide(browser) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_sheet_is_empty_and_every_heading_is_there(
    browser: Any, pages: dict[str, Path], papers: dict[str, Path], name: str, tmp_path: Path
) -> None:
    assert find_blank(picture_paper(papers[name], tmp_path)) == []
    open_page(browser, pages[name])
    headings = browser.execute_script(
        """
        return [...document.querySelectorAll("main h1, main h2, main h3")]
          .filter((each) => each.getClientRects().length).map((each) => each.textContent);
        """
    )
    words = read_paper(papers[name])
    assert headings
    assert [each for each in headings if " ".join(each.split()) not in words] == []
