"""Do the charts say the same in grey, and to readers who see colours differently?

Set ``OBAMODEL_SHEETS`` to a folder, and a sheet of pictures is left there to be looked at: each
chart as it is, in grey, and as three kinds of colour-blind readers see it.
"""

import base64
import io
import math
import os
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt
import pytest

from tests.browser.pages import NAMES, make_page

pytestmark = pytest.mark.browser

Pixels = npt.NDArray[np.int64]

SVG = "{http://www.w3.org/2000/svg}"
EYES = ("achromatopsia", "deuteranopia", "protanopia", "tritanopia")
MOST = 24
"""The most charts of one page that are looked at: a scorecard has hundreds of one kind."""

MEETING = 48
"""Two pixels beside each other differ where a part of their colour does, by this much of 255."""

SHOWN = 8
"""What is left of that difference can still be seen, from this much on."""


FEW = 2000
"""In the smallest pictures, ten pixels where lines blend are no mark that somebody misses."""


def find_charts(name: str) -> list[str]:
    page = make_page(name)
    charts = [
        base64.b64decode(each).decode("utf-8")
        for each in re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    ]
    # In a page it need not say what it is; by itself it must.
    charts += [
        each if "xmlns=" in each else each.replace("<svg", f'<svg xmlns="{SVG.strip("{}")}"', 1)
        for each in re.findall(r"<svg\b.*?</svg>", page, re.DOTALL)
    ]
    step = max(1, math.ceil(len(charts) / MOST))
    return charts[::step]


def photograph(browser: Any, charts: list[str], eyes: str) -> list[Any]:
    """Draw charts as somebody sees them."""
    from PIL import Image

    shown = "".join(
        f'<p><img src="data:image/svg+xml;base64,{base64.b64encode(each.encode()).decode()}"></p>'
        for each in charts
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    browser.get("about:blank")
    browser.execute_script(
        "document.body.innerHTML = arguments[0];"
        "return Promise.all([...document.images].map((each) => each.decode()));",
        shown,
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedVisionDeficiency", {"type": eyes})
    places = browser.execute_script(
        "return [...document.images].map((each) => each.getBoundingClientRect().toJSON());"
    )
    try:
        return [
            Image.open(
                io.BytesIO(
                    base64.b64decode(
                        browser.execute_cdp_cmd(
                            "Page.captureScreenshot",
                            {
                                "captureBeyondViewport": True,
                                "clip": {
                                    **{key: place[key] for key in ("x", "y", "width", "height")},
                                    "scale": 1,
                                },
                            },
                        )["data"]
                    )
                )
            ).convert("RGB")
            for place in places
        ]
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedVisionDeficiency", {"type": "none"})


def find_lost_edges(seen: Any, other: Any) -> float:
    """Return the share of all places where two colours meet that others cannot see."""
    before, after = (np.asarray(each, dtype=np.int64) for each in (seen, other))
    meeting = lost = 0
    # From each pixel to the next but one: the one between may be a mixture of both sides.
    for here, there in ((np.s_[2:], np.s_[:-2]), (np.s_[:, 2:], np.s_[:, :-2])):
        was: Pixels = np.abs(before[here] - before[there]).max(axis=2)
        now: Pixels = np.abs(after[here] - after[there]).max(axis=2)
        meeting += int((was >= MEETING).sum())
        lost += int(((was >= MEETING) & (now < SHOWN)).sum())
    return lost / max(FEW, meeting)


def find_alike(chart: str) -> Iterator[str]:
    """Name the lines that differ in hue and in nothing else."""
    kinds = set()
    for line in ElementTree.fromstring(chart).iter(f"{SVG}polyline"):
        points = [tuple(map(float, each.split(","))) for each in line.get("points", "").split()]
        if sum(math.dist(*pair) for pair in pairwise(points)) > 60:
            drawn = (line.get("stroke-dasharray", ""), line.get("stroke-width", ""))
            kinds.add((line.get("stroke", ""), drawn))
    for (one, drawn), (other, also) in combinations(sorted(kinds), 2):
        if one != other and drawn == also and contrast(one, other) < 1.5:
            yield f"{one} and {other}, both drawn {drawn}"


def contrast(one: str, other: str) -> float:
    """Return how many times as light one colour is as another (WCAG 2.2, contrast ratio)."""
    low, high = sorted(_find_light(each) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def _find_light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", NAMES)
def test_lines_differ_in_more_than_hue(name: str) -> None:
    assert [said for chart in find_charts(name) for said in find_alike(chart)] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_seen_in_colour_is_seen_by_everybody(
    browser: Any, name: str, tmp_path: Path
) -> None:
    charts = find_charts(name)
    if not charts:
        assert "<img" not in make_page(name)
        return
    seen = photograph(browser, charts, "none")
    others = {eyes: photograph(browser, charts, eyes) for eyes in EYES}
    _keep_sheet(name, [seen, *others.values()], tmp_path)
    lost = {
        (eyes, place): share
        for eyes, drawn in others.items()
        for place, (one, other) in enumerate(zip(seen, drawn, strict=True))
        if (share := find_lost_edges(one, other)) > 0.005
    }
    assert lost == {}


def _keep_sheet(name: str, rows: list[list[Any]], folder: Path) -> None:
    from PIL import Image

    width = max(each.width for row in rows for each in row)
    heights = [max(each.height for each in column) for column in zip(*rows, strict=True)]
    sheet = Image.new("RGB", (width * len(rows), sum(heights)), "white")
    for across, row in enumerate(rows):
        down = 0
        for each, height in zip(row, heights, strict=True):
            sheet.paste(each, (across * width, down))
            down += height
    kept = Path(os.environ.get("OBAMODEL_SHEETS", folder))
    kept.mkdir(parents=True, exist_ok=True)
    sheet.save(kept / f"{name}.png")


def test_a_chart_that_speaks_by_colour_alone_is_found_out(browser: Any) -> None:
    # Red and green of the same lightness: told apart by hue, and by nothing else.
    chart = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt">'
        '<rect width="100" height="90" fill="#d04040"/>'
        '<rect x="100" width="100" height="90" fill="#287828"/>'
        '<polyline points="0,95 200,95" stroke="#d04040" stroke-width="2"/>'
        '<polyline points="0,99 200,99" stroke="#a06000" stroke-width="2"/></svg>'
    )
    (seen,), (grey,) = (photograph(browser, [chart], eyes) for eyes in ("none", "achromatopsia"))
    assert np.ptp(np.asarray(grey), axis=2).max() <= 2  # the filter was at work
    assert np.ptp(np.asarray(seen), axis=2).max() > 100
    assert list(find_alike(chart))
    assert find_lost_edges(seen, seen) == 0
    flat = photograph(browser, [chart.replace("#287828", "#d04040")], "none")[0]
    assert find_lost_edges(seen, flat) > 0.005
    # The green that looks as the red does in grey: what is lost is lost to the grey alone.
    alike = chart.replace("#287828", "#397f39")
    (seen,), (grey,) = (photograph(browser, [alike], eyes) for eyes in ("none", "achromatopsia"))
    assert find_lost_edges(seen, grey) > 0.005
