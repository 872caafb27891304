"""The page of messages names every code there is, with what the library really says."""

import json
from functools import cache
from typing import Any

import pytest

from tests.messages import CATALOGUE, ROOT, SOURCE, find_patterns

PATTERNS = find_patterns(everywhere=True)
# Readers say in words of their own how to mend these, since they know more of the file.
MENDED_OTHERWISE = {"percent-as-fraction"}
HOW = "collect the messages anew: see tests/messages.py"


@cache
def load_catalogue() -> dict[str, list[dict[str, str]]]:
    catalogue: dict[str, list[dict[str, str]]] = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    return catalogue


@cache
def read_source() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py")))


def test_every_code_in_the_source_is_explained() -> None:
    assert sorted(set(find_patterns()).difference(load_catalogue())) == [], HOW


@pytest.mark.parametrize("code", list(load_catalogue()))
def test_every_message_explained_is_one_that_the_library_gives(code: str) -> None:
    if code not in PATTERNS:
        # It is put together from parts, or handed on by a name; the parts stand in the source.
        assert code in read_source() or all(part in read_source() for part in code.split("-")), HOW
        return
    for example in load_catalogue()[code]:
        assert any(
            pattern.found.search(example["found"])
            and (code in MENDED_OTHERWISE or pattern.mend.search(example["mend"]))
            for pattern in PATTERNS[code]
        ), HOW
        assert example["says"].endswith(f"; {example['mend']} [{code}]")


def test_the_page_has_a_heading_for_each_code_and_says_each_message_as_it_is() -> None:
    docutils_core: Any = pytest.importorskip("docutils.core")
    parser: Any = pytest.importorskip("myst_parser.docutils_")
    page = _write_page()
    shown = docutils_core.publish_doctree(
        page, parser=parser.Parser(), settings_overrides={"myst_suppress_warnings": ["myst.header"]}
    ).astext()
    for code, examples in load_catalogue().items():
        assert f"\n{code}\n" in shown
        for example in examples:
            assert example["found"] in shown
            assert example["mend"] in shown


def _write_page() -> str:
    made: dict[str, Any] = {"__file__": str(ROOT / "docs" / "messages_page.py")}
    exec((ROOT / "docs" / "messages_page.py").read_text(encoding="utf-8"), made)
    page: str = made["write_page"](load_catalogue())
    return page
