"""Opening a page as different people do: light or dark, wide or narrow, on screen or on paper."""

from pathlib import Path
from typing import Any

SCREEN = (1280, 900)


def open_page(
    browser: Any,
    page: Path,
    *,
    dark: bool = False,
    printed: bool = False,
    size: tuple[int, int] = SCREEN,
) -> None:
    """Open a page."""
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {
            "media": "print" if printed else "",
            "features": [
                {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ],
        },
    )
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False},
    )
    browser.get(page.as_uri())


def find_too_wide(browser: Any) -> list[str]:
    """Name what reaches past the right edge of the page, and does not scroll by itself."""
    return list(
        browser.execute_script(
            """
            const edge = document.documentElement.clientWidth + 1, found = [];
            const scrolls = (node) => {
              for (let each = node.parentElement; each; each = each.parentElement)
                if (getComputedStyle(each).overflowX !== "visible") return true;
              return false;
            };
            if (document.documentElement.scrollWidth > edge) found.push("the page as a whole");
            for (const node of document.body.querySelectorAll("*")) {
              const place = node.getBoundingClientRect();
              if (place.width && place.right > edge && !scrolls(node))
                found.push(`${node.tagName} ${node.className} ${node.textContent.slice(0, 60)}`);
            }
            return found.slice(0, 10);
            """
        )
    )
