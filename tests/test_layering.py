"""Does each room import only from the rooms to its left, and keep its strangers in?"""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "obamodel"

# errors <- domain <- { stats, files } <- disclosure <- review <- plots <- report <- cli
# Templates are data, read by the two rooms that read data or lay out pages.
MAY_IMPORT: dict[str, set[str]] = {
    "templates": set(),
    "errors": set(),
    "domain": {"errors"},
    "stats": {"errors", "domain"},
    "files": {"errors", "domain", "templates", "examples"},
    "disclosure": {"errors", "domain", "stats", "files"},
    "review": {"errors", "domain", "stats", "files", "disclosure"},
    "plots": {"errors", "domain", "stats", "files", "disclosure", "review"},
    "report": {
        *("errors", "domain", "stats", "files", "disclosure", "review", "plots"),
        "templates",
    },
    "cli": {"errors", "domain", "stats", "files", "disclosure", "review", "plots", "report"},
    "__main__": {"cli"},
}
# An example stands outside the house and uses it as any other project would.
MAY_IMPORT["examples"] = set(MAY_IMPORT) - {"__main__"}
# The front door is names only, and may name every room.
MAY_IMPORT["__init__"] = set(MAY_IMPORT) - {"__main__"}

# Who may come in by the front door; the others would meet the rooms to their right there.
THROUGH_THE_DOOR = {"cli", "examples", "__main__", "__init__"}

# A stranger lives in the rooms named beside it and in no other.
STRANGERS: dict[str, set[str]] = {
    "argparse": {"cli"},
    "cattrs": {"files"},
    "csv": {"files"},
    "docx": {"report"},
    "jinja2": {"report"},
    "json": {"files", "cli"},
    "markupsafe": {"report"},
    "matplotlib": {"plots"},
    "python_calamine": {"files"},
    "tomlkit": {"files"},
    "tomllib": {"files"},
    "xlsxwriter": {"files", "report"},
    "xml": {"files", "plots"},
}


def find_trespasses(package: Path) -> list[str]:
    """Name every import, print and unknown room that the plan of the house does not allow."""
    return [
        f"{path.relative_to(package).as_posix()}:{trespass}"
        for path in sorted(package.rglob("*.py"))
        for trespass in _find_in_module(path, package)
    ]


def _find_in_module(path: Path, package: Path) -> Iterator[str]:
    steps = path.relative_to(package).with_suffix("").parts
    room = steps[0]
    if room not in MAY_IMPORT:
        yield f"1: no room is called {room}"
        return
    if not (path.parent / "__init__.py").is_file():
        yield "1: its folder has no __init__.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for line, module in _find_imports(node, steps):
            trespass = _judge(room, module)
            if trespass:
                yield f"{line}: {trespass}"
        if isinstance(node, ast.Name) and node.id == "print" and room != "cli":
            yield f"{node.lineno}: {room} prints"


def _find_imports(node: ast.AST, steps: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Find the full name of what a node imports, or would import if it is written as text."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield node.lineno, alias.name
    elif isinstance(node, ast.ImportFrom):
        # The steps end in the module's own name, `__init__` included, so one dot drops one step.
        above = ("obamodel", *steps)[: len(steps) + 1 - node.level] if node.level else ()
        source = ".".join([*above, *filter(None, [node.module])])
        if source == "obamodel":
            for alias in node.names:
                yield node.lineno, f"obamodel.{alias.name}"
        else:
            yield node.lineno, source
    elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in ("import_module", "__import__") and isinstance(node.args[0].value, str):
            yield node.lineno, node.args[0].value


def _judge(room: str, module: str) -> str | None:
    """Say what is wrong with a room importing a module, if anything is."""
    top, _, rest = module.partition(".")
    if top != "obamodel":
        allowed = STRANGERS.get(top)
        return f"{room} imports {top}" if allowed is not None and room not in allowed else None
    other = rest.partition(".")[0]
    if other in MAY_IMPORT:
        allowed = MAY_IMPORT[room] | {room}
        return None if other in allowed else f"{room} imports {other}"
    if room in THROUGH_THE_DOOR or other == "__version__":
        return None
    return f"{room} imports {other or 'everything'} through the front door"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house with the rooms of the real one, in which a test may plant something."""
    for room in MAY_IMPORT:
        if (PACKAGE / room).is_dir():
            write_module(tmp_path, f"{room}/__init__.py", "")
    return tmp_path


def write_module(house: Path, module: str, text: str) -> None:
    """Write a module, and the packages it lies in where they are not there yet."""
    written = house / module
    written.parent.mkdir(parents=True, exist_ok=True)
    for folder in written.relative_to(house).parents:
        (house / folder / "__init__.py").touch()
    written.write_text(text + "\n", encoding="utf-8")


def test_every_room_imports_only_from_its_left_and_keeps_its_strangers_in() -> None:
    assert find_trespasses(PACKAGE) == []


@pytest.mark.parametrize(
    ("module", "line", "trespass"),
    [
        ("domain/planted.py", "import obamodel.report", "domain imports report"),
        ("domain/planted.py", "from obamodel import files", "domain imports files"),
        ("domain/planted.py", "from obamodel.stats.coverage import x", "domain imports stats"),
        ("domain/planted.py", "from ..report import save", "domain imports report"),
        ("domain/planted.py", "from .. import review", "domain imports review"),
        ("domain/deep/planted.py", "from ...cli import main", "domain imports cli"),
        ("errors.py", "from .domain import dates", "errors imports domain"),
        ("domain/__init__.py", "from ..stats import x", "domain imports stats"),
        ("domain/planted.py", "def late():\n    import obamodel.cli", "domain imports cli"),
        ("domain/planted.py", "import_module('obamodel.plots')", "domain imports plots"),
        ("stats/planted.py", "from obamodel.files import load", "stats imports files"),
        ("files/planted.py", "from obamodel.stats import x", "files imports stats"),
        ("files/planted.py", "from obamodel.disclosure import x", "files imports disclosure"),
        ("review/planted.py", "from obamodel.plots import x", "review imports plots"),
        ("plots/planted.py", "import obamodel.report.html", "plots imports report"),
        ("report/planted.py", "from obamodel.cli import main", "report imports cli"),
        ("report/planted.py", "from obamodel.examples import mime", "report imports examples"),
        ("templates/planted.py", "import obamodel.errors", "templates imports errors"),
        ("stats/planted.py", "import obamodel as oba", "stats imports everything through the"),
        ("domain/planted.py", "from obamodel import load", "domain imports load through the"),
        ("stats/planted.py", "import matplotlib.pyplot as plt", "stats imports matplotlib"),
        ("report/planted.py", "from matplotlib.axes import Axes", "report imports matplotlib"),
        ("domain/planted.py", "from cattrs import Converter", "domain imports cattrs"),
        ("report/planted.py", "import json", "report imports json"),
        ("review/planted.py", "import csv", "review imports csv"),
        ("plots/planted.py", "import tomllib", "plots imports tomllib"),
        ("files/planted.py", "import jinja2", "files imports jinja2"),
        ("plots/planted.py", "from docx import Document", "plots imports docx"),
        ("report/planted.py", "import argparse", "report imports argparse"),
        ("report/planted.py", "print('done')", "report prints"),
        ("helpers.py", "", "no room is called helpers"),
    ],
)
def test_a_planted_trespass_is_found_and_named(
    house: Path, module: str, line: str, trespass: str
) -> None:
    write_module(house, module, line)
    (found,) = find_trespasses(house)
    assert found.startswith(f"{module}:")
    assert f": {trespass}" in found


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/planted.py", "from obamodel.errors import Fault"),
        ("domain/planted.py", "from .dates import PartialDate"),
        ("domain/planted.py", "from ..errors import Fault"),
        ("files/planted.py", "import csv, json, tomllib, tomlkit, cattrs"),
        ("files/planted.py", "from obamodel import __version__"),
        ("disclosure/planted.py", "from obamodel import domain, files, stats"),
        ("plots/planted.py", "from matplotlib.axes import Axes"),
        ("report/planted.py", "import jinja2, docx, obamodel.plots"),
        ("cli.py", "import argparse, json, obamodel\nprint(obamodel.report)"),
        ("examples/planted/__init__.py", "import obamodel as oba"),
    ],
)
def test_an_import_from_the_left_is_let_in(house: Path, module: str, line: str) -> None:
    write_module(house, module, line)
    assert find_trespasses(house) == []


def test_a_trespass_planted_in_the_real_house_is_found(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(PACKAGE, tmp_path / "obamodel"))
    noun = copy / "domain" / "outcomes.py"
    lines = noun.read_text(encoding="utf-8").splitlines()
    noun.write_text("\n".join([*lines, "import obamodel.report"]), encoding="utf-8")
    assert f"domain/outcomes.py:{len(lines) + 1}: domain imports report" in find_trespasses(copy)


def test_a_folder_of_code_without_an_init_is_named(house: Path) -> None:
    loose = house / "domain" / "loose.py"
    loose.touch()
    (house / "domain" / "__init__.py").unlink()
    assert find_trespasses(house) == ["domain/loose.py:1: its folder has no __init__.py"]


# --- what the front door costs -------------------------------------------------------------


def find_loaded(statement: str) -> set[str]:
    """Run a statement in a Python of its own and name the packages it has loaded."""
    program = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_opening_the_front_door_loads_nothing_heavy() -> None:
    heavy = {
        *("cattrs", "dask", "docx", "jinja2", "matplotlib", "numpy", "pandas"),
        *("python_calamine", "scipy", "statsmodels", "tomlkit", "tqdm", "xlsxwriter"),
    }
    loaded = find_loaded("import obamodel")
    assert "obamodel" in loaded
    assert loaded & heavy == set()


def test_what_a_late_import_loads_is_seen() -> None:
    assert "jinja2" in find_loaded("def late():\n    import jinja2\nlate()")
