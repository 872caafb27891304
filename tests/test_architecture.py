"""Is the picture of the architecture made from the imports that there really are?"""

import runpy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.test_layering import MAY_IMPORT

SCRIPT = Path(__file__).resolve().parents[1] / "docs" / "architecture_page.py"


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


def test_each_file_that_uses_another_room_is_counted_once(
    page: dict[str, Any], tmp_path: Path
) -> None:
    for name, text in {
        "errors.py": "import json",
        "domain/dates.py": "from obamodel.errors import Fault\nfrom obamodel.errors import show",
        "stats/totals.py": "import obamodel.errors\nfrom obamodel.domain import dates",
        "stats/means.py": "def ask():\n    from obamodel.domain.dates import x",
        "__init__.py": "from obamodel.domain import dates",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = page["count_imports"](tmp_path)
    assert found == {("domain", "errors"): 1, ("stats", "errors"): 1, ("stats", "domain"): 2}


def test_there_is_an_arrow_for_each_use_and_none_that_the_plan_forbids(
    page: dict[str, Any],
) -> None:
    imports = page["count_imports"]()
    assert all(other in MAY_IMPORT[room] for room, other in imports)
    drawing = page["draw_rooms"](imports)
    svg = ElementTree.fromstring(page["write_svg"](drawing, "rooms"))
    words = ["".join(each.itertext()) for each in svg.iter() if each.tag.endswith("text")]
    assert sorted(words) == sorted(page["ROOMS"])
    heads = [each for each in svg.iter() if each.tag.endswith("polygon")]
    assert len(heads) == len(imports)
