"""Is every public name still what the list beside this file says it is?"""

import difflib
import subprocess
import sys
from pathlib import Path

from typing_extensions import deprecated

from scripts.public_api import mark_deprecated

PROJECT = Path(__file__).resolve().parents[2]
SNAPSHOT = Path(__file__).with_name("public_api.txt")


def test_the_public_names_are_the_ones_that_were_written_down() -> None:
    # In a program of its own, so that no other test has opened or changed anything.
    program = "import scripts.public_api as api; print(chr(10).join(api.list_public()))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    written = SNAPSHOT.read_text("utf-8").splitlines()
    changed = list(difflib.unified_diff(written, run.stdout.splitlines(), lineterm="", n=0))
    assert changed == [], "if it was meant: python scripts/public_api.py, and the changelog"


def test_the_list_would_show_a_change() -> None:
    written = SNAPSHOT.read_text("utf-8").splitlines()
    for line in (
        "obamodel.load(path: str | os.PathLike[str]) -> Evaluation",
        "obamodel.Verdict  [class: StrEnum]",
        "obamodel.Verdict.TURNED = 'turned'",
        "obamodel.plots.curve(CurveAnswer)  [picture]",
        "obamodel.report  [module]",
    ):
        assert line in written
    # A field says its type, whether it is needed, and how it is given.
    assert "obamodel.Outcome.id: str  [keyword]" in written
    assert any(line.startswith("obamodel.Period.parse(") for line in written)
    assert not any(" object at 0x" in line for line in written)
    assert len(written) == len(set(written))


def test_a_name_on_its_way_out_is_marked_with_what_people_are_told() -> None:
    @deprecated("use find_gap")
    def find_hole() -> None: ...

    @deprecated("use Gap")
    class Hole: ...

    assert mark_deprecated(find_hole) == "  [deprecated: use find_gap]"
    assert mark_deprecated(Hole) == "  [deprecated: use Gap]"
    assert mark_deprecated(test_the_list_would_show_a_change) == ""
    assert mark_deprecated(type("Deeper", (Path,), {})) == ""
