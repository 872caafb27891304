"""Do the pages keep their word?"""

import doctest
import re
from pathlib import Path

import pytest

from obamodel.disclosure.presets import RULES
from obamodel.domain.protection import Preset

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("how-to/*.md")])
WITH_CODE = [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")]


def test_there_are_pages_with_code() -> None:
    assert DOCS / "what-may-leave-the-house.md" in WITH_CODE


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.stem)
def test_what_a_page_says_that_code_prints_is_what_it_prints(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = re.sub(r"^```.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, page.stem, str(page), 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=said.append)
    assert runner.tries > 0
    assert not runner.failures, "".join(said)


def read_table(page: str, heading: str) -> list[list[str]]:
    """Return the rows of the first table after a heading."""
    text = (DOCS / page).read_text(encoding="utf-8").split(f"## {heading}\n")[1]
    lines = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert lines is not None
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines[0].splitlines()[2:]
    ]


def test_the_page_on_disclosure_tells_the_rules_as_the_code_has_them() -> None:
    rows = {
        row[0].strip("`"): row[1:]
        for row in read_table("what-may-leave-the-house.md", "Which rules?")
    }
    assert list(rows) == [str(preset) for preset in Preset]
    for name, (hidden, others, share, average) in rows.items():
        rule = RULES[Preset(name)]
        is_hiding = rule.hides_to >= rule.hides_from
        assert hidden == (f"{rule.hides_from} to {rule.hides_to}" if is_hiding else "nothing")
        assert others == ("as they are" if rule.base == 1 else f"to the nearest {rule.base}")
        assert share == (f"{rule.share_base:g} people or more" if rule.share_base else "nothing")
        wanted = f"more than {rule.average_above} people" if rule.average_above else "nothing"
        assert average == wanted
