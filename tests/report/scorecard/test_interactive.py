"""Is the page with a script whole without it, closed to everything else, and small?"""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest

from obamodel.files import load_example
from obamodel.report.scorecard import (
    Scorecard,
    make_area_scorecard,
    make_scorecard,
    print_interactive,
)
from tests.report.scorecard.things import (
    BETTER,
    FLAT,
    SAME,
    WORSE,
    make_answer,
    make_family,
    make_series,
)

HOSTILE = "</script><script>alert(1)</script>\"' onload=x {{ 7 * 7 }} " + chr(0x202E)
SCRIPT = files("obamodel") / "templates" / "report" / "interactive.js"


def make_areas(**about: Any) -> Scorecard:
    answers = [make_answer("Bury", BETTER), make_answer("Wigan", WORSE), make_answer("Hale", SAME)]
    given = {
        "as_of": "2021",
        "title": "Falls",
        "without_baseline": [make_series("New", FLAT)],
    }
    return make_area_scorecard(answers, **(given | about))


def parse(page: str) -> ElementTree.Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)  # type: ignore[no-any-return]


def read(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("example", ["mime", "trafford"])
def test_the_page_of_an_example_is_sound_html(example: str) -> None:
    parse(print_interactive(make_scorecard(load_example(example), as_of="2026-05")))


def test_without_its_script_it_is_a_plain_table_of_every_row() -> None:
    root = parse(print_interactive(make_areas()))
    rows = root.findall(".//tbody/tr")
    assert [read(row[0]) for row in rows] == ["Wigan", "Hale", "Bury", "New"]
    assert [row.get("data-verdict") for row in rows] == [
        "worse than the baseline",
        "no turn shown",
        "turned",
        "no baseline yet",
    ]
    # Nothing that would do nothing without the script is to be seen, and no row is hidden.
    (form,) = root.findall(".//form")
    assert form.get("hidden") is not None
    assert not root.findall(".//thead//button")
    assert not [row for row in rows if row.get("hidden") is not None]


def test_each_picture_is_told_in_words() -> None:
    pictures = list(parse(print_interactive(make_areas())).iter("{http://www.w3.org/2000/svg}svg"))
    assert len(pictures) == 3
    for one in pictures:
        assert one.get("role") == "img"
        assert str(one.get("aria-label")).startswith("History: from 50 in 2010")


def test_each_control_has_a_label_and_the_count_is_told_to_those_who_listen() -> None:
    root = parse(
        print_interactive(make_areas(as_of="2030", owners={}, outcome={"bury": "A", "hale": "B"}))
    )
    labels = {label.get("for") for label in root.iter("label")}
    controls = {one.get("id") for tag in ("input", "select") for one in root.iter(tag)}
    assert controls == labels == {"find", "verdict", "group", "area", "stale", "unowned"}
    (count,) = (one for one in root.iter("p") if one.get("id") == "count")
    assert (count.get("role"), count.get("aria-live")) == ("status", "polite")


def test_what_would_choose_nothing_is_left_out() -> None:
    root = parse(
        print_interactive(make_area_scorecard([make_answer("Bury")], as_of="2021", title="F"))
    )
    controls = {one.get("id") for tag in ("input", "select") for one in root.iter(tag)}
    assert controls == {"find"}


def test_only_its_own_script_and_style_may_run_and_nothing_is_fetched() -> None:
    page = print_interactive(make_areas())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert not re.findall(r'\b(?:src|href)="(?!#)', page)
    assert "://" not in page
    assert "url(" not in page
    assert " style=" not in page
    assert not re.findall(r"\son[a-z]+=", page)


def test_the_script_writes_no_markup_and_asks_for_nothing() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    for word in (
        *("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function("),
        *("fetch(", "XMLHttpRequest", "import(", "WebSocket", "localStorage", "cookie", "Date"),
    ):
        assert word not in script


def test_what_people_wrote_is_inert() -> None:
    answer = make_answer("Bury", BETTER, name=HOSTILE)
    made = make_area_scorecard(
        [answer, make_answer("Hale")],
        as_of="2021",
        title=HOSTILE,
        subtitle=HOSTILE,
        measured=HOSTILE,
        outcome={"bury": HOSTILE},
        owners={"bury": HOSTILE},
        notes=[HOSTILE],
    )
    page = print_interactive(made)
    assert page.count("<script") == 1
    assert chr(0x202E) not in page
    assert "{{ 7 * 7 }}" in page
    root = parse(page)
    assert {one.tag for one in root.iter() if one.get("onload") is not None} == set()


def test_an_internal_one_says_so_on_top_and_in_its_title() -> None:
    answer = make_answer("Bury", published="")
    made = make_area_scorecard([answer], as_of="2021", title="Falls", internal=True)
    root = parse(print_interactive(made))
    assert [read(one) for one in root.iter("p") if one.get("class") == "stamp"] == [
        "Not for publication: this shows numbers or words that may expose people."
    ]
    assert read(next(root.iter("title"))).startswith("Not for publication")


def test_indicators_and_measures_stand_in_two_tables() -> None:
    root = parse(print_interactive(make_scorecard(load_example("mime"), as_of="2014")))
    assert [read(one) for one in root.iter("h2")] == ["Indicators", "Performance measures"]
    assert len(list(root.iter("table"))) == 2


def test_hundreds_of_rows_are_small_enough_to_send() -> None:
    family = make_family(*(f"Area {number:03}" for number in range(100)))
    page = print_interactive(make_area_scorecard(family, as_of="2021", title="All"))
    # 337 areas are to take less than 1 MB.
    assert len(page.encode()) < 1_000_000 * 100 / 337 + 25_000


def test_the_same_scorecard_gives_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    code = (
        "import sys; from obamodel.files import load_example;"
        "from obamodel.report.scorecard import make_scorecard, print_interactive;"
        "made = make_scorecard(load_example('trafford'), as_of='2026-05');"
        "sys.stdout.buffer.write(print_interactive(made).encode())"
    )
    source = str(Path(__file__).resolve().parents[3] / "src")
    pages = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, folder in (("1", "UTC", tmp_path), ("2", "Asia/Tokyo", Path("/")))
    }
    assert len(pages) == 1


# --- the script, in node -----------------------------------------------------------------


def run(code: str) -> Any:
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is not on this machine: run apt-get install nodejs")
    told = subprocess.run(
        [
            node,
            "-e",
            f"const page = require('./interactive.js'); console.log(JSON.stringify({code}))",
        ],
        cwd=str(Path(str(SCRIPT)).parent),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(told.stdout)


@pytest.mark.slow
def test_words_are_found_whatever_their_case_and_accents() -> None:
    assert run('page.simplify("Ynys M\\u00f4n")') == "ynys mon"
    assert run('page.listWords("  North  YORK ")') == ["north", "york"]


@pytest.mark.slow
def test_a_row_is_wanted_when_it_has_every_word_and_is_what_was_chosen() -> None:
    row = json.dumps(
        {
            "text": "north yorkshire turned",
            "verdict": "turned",
            "group": "0",
            "area": "A",
            "stale": True,
            "unowned": False,
        }
    )
    nothing = {
        "words": [],
        "verdict": "",
        "group": "",
        "area": "",
        "stale": False,
        "unowned": False,
    }
    for wanted, fits in (
        ({}, True),
        ({"words": ["york", "north"]}, True),
        ({"words": ["york", "south"]}, False),
        ({"verdict": "turned"}, True),
        ({"verdict": "no turn shown"}, False),
        ({"group": "1"}, False),
        ({"area": "A", "stale": True}, True),
        ({"unowned": True}, False),
    ):
        assert run(f"page.isWanted({row}, {json.dumps(nothing | wanted)})") is fits, wanted


@pytest.mark.slow
def test_rows_are_sorted_by_number_or_by_name_and_what_has_none_comes_last_both_ways() -> None:
    for keys, up, down in (
        ([3, None, -1, 20], [-1, 3, 20, None], [20, 3, -1, None]),
        (
            ["b", None, "A", "a 10", "a 9"],
            ["A", "a 9", "a 10", "b", None],
            ["b", "a 10", "a 9", "A", None],
        ),
    ):
        rows = json.dumps([{"keys": [key], "place": place} for place, key in enumerate(keys)])
        for way, expected in (("false", up), ("true", down)):
            assert run(f"page.sortRows({rows}, 0, {way}).map((row) => row.keys[0])") == expected


@pytest.mark.slow
def test_rows_that_are_alike_stay_in_their_first_order() -> None:
    rows = json.dumps([{"keys": [1], "place": place} for place in range(5)])
    for way in ("false", "true"):
        assert run(f"page.sortRows({rows}, 0, {way}).map((row) => row.place)") == [0, 1, 2, 3, 4]


@pytest.mark.slow
def test_the_number_of_rows_is_said_in_a_sentence() -> None:
    assert run("[[0, 3], [1, 3], [2, 3], [3, 3]].map((one) => page.sayCount(...one))") == [
        "No row fits. Choose less, or show all rows.",
        "1 of 3 rows is shown.",
        "2 of 3 rows are shown.",
        "All 3 rows are shown.",
    ]


@pytest.mark.slow
def test_a_cell_is_read_as_its_number_its_words_or_nothing() -> None:
    assert run(
        '[["9% in 2024", "9"], ["-", "-"], ["-"], ["Bury"]].map((one) => page.readKey(...one))'
    ) == [
        9,
        None,
        None,
        "Bury",
    ]
