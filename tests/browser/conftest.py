"""A browser as readers have it, one for all tests, and the pages it opens."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import make_pages
from tests.browser.programs import find_program


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every page, by its name."""
    return make_pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Debian's Chromium, with no network and no window."""
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ModuleNotFoundError:
        pytest.fail('selenium is not on this machine: pip install ".[checks]"')
    options = webdriver.ChromeOptions()
    options.binary_location = find_program("chromium")
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--force-device-scale-factor=1",
        "--host-resolver-rules=MAP * ~NOTFOUND",  # a page that asks for anything gets nothing
        f"--user-data-dir={tmp_path_factory.mktemp('browser')}",
    ):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(find_program("chromedriver")))
    driver.set_script_timeout(120)
    yield driver
    driver.quit()
