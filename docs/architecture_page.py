"""Writes the page on the architecture, with a picture of the imports that there really are."""

import ast
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from obamodel.plots.drawing import Box, Drawing, Item, Words, draw_arrow
from obamodel.plots.svg import write_svg

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "src" / "obamodel"
TEMPLATE = HERE / "_architecture" / "page.md"
PICTURE = HERE / "_architecture" / "rooms.svg"
PAGE = HERE / "architecture.md"

ROOMS = (
    "errors",
    "domain",
    "stats",
    "files",
    "disclosure",
    "review",
    "plots",
    "report",
    "cli",
)


def count_imports(package: Path = PACKAGE) -> Counter[tuple[str, str]]:
    """Count of each pair of rooms how many files of the first use the second."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0]
        if room in ROOMS or room == "errors.py":
            room = room.removesuffix(".py")
            found.update((room, other) for other in {*_find_rooms(path)} - {room})
    return found


def _find_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            first, _, rest = name.partition(".")
            room = rest.partition(".")[0]
            if first == "obamodel" and room in ROOMS:
                yield room


def measure(package: Path = PACKAGE) -> Mapping[str, tuple[int, int]]:
    """Count the files and lines of each room."""
    sizes = {}
    for room in ROOMS:
        single = package / f"{room}.py"
        files = [single] if single.exists() else sorted((package / room).rglob("*.py"))
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
        sizes[room] = (len(files), lines)
    return sizes


_WIDTH, _HEIGHT, _STEP = 150.0, 30.0, 58.0
_LEFT, _TOP = 20.0, 20.0


def draw_rooms(imports: Mapping[tuple[str, str], int]) -> Drawing:
    """Draw the rooms below each other, with an arrow from each to those it uses."""
    items: list[Item] = []
    edge = _LEFT + _WIDTH
    for (room, other), number in sorted(imports.items()):
        start, end = (_find_middle(one) for one in (room, other))
        reach = 26 + 17 * abs(ROOMS.index(room) - ROOMS.index(other)) ** 1.15
        weight = 0.7 + 0.55 * math.log2(number)
        points = [
            (edge + reach * math.sin(math.pi * at / 24), start + (end - start) * at / 24)
            for at in range(25)
        ]
        shades = ("#1c1c1c", "#5a5a5a") if number > 9 else ("#8a8a8a", "#8a8a8a")
        items += draw_arrow(points, weight=weight, size=8, colour=shades[ROOMS.index(room) % 2])
    for room in ROOMS:
        middle = _find_middle(room)
        items.append(
            Box(x=_LEFT, y=middle - _HEIGHT / 2, width=_WIDTH, height=_HEIGHT, edge="#1c1c1c")
        )
        items.append(
            Words(x=_LEFT + _WIDTH / 2, y=middle + 5, text=room, size=14, bold=True, align="center")
        )
    return Drawing(width=430, height=_TOP * 2 + _STEP * (len(ROOMS) - 1) + _HEIGHT, items=items)


def _find_middle(room: str) -> float:
    return _TOP + _HEIGHT / 2 + _STEP * ROOMS.index(room)


def _tabulate(imports: Mapping[tuple[str, str], int]) -> str:
    used = [room for room in ROOMS if room != "cli"]
    lines = ["| room | " + " | ".join(used) + " |", "|---|" + "--:|" * len(used)]
    for room in ROOMS:
        cells = [str(imports.get((room, other), "")) for other in used]
        lines.append(f"| **{room}** | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def make_page() -> None:
    """Write the page and its picture; both are made anew at every build."""
    imports, sizes = count_imports(), measure()
    uses = "; ".join(
        f"{room} uses {', '.join(other for other in ROOMS if (room, other) in imports) or 'none'}"
        for room in ROOMS
    )
    alt = f"Nine rooms below each other, with arrows from each to the rooms above it uses: {uses}."
    PICTURE.write_text(write_svg(draw_rooms(imports), alt), encoding="utf-8")
    rows = [f"| {room} | {files} | {lines:,} |" for room, (files, lines) in sizes.items()]
    sized = "\n".join(["| room | files | lines |", "|---|--:|--:|", *rows])
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, filled in (("alt", alt), ("table", _tabulate(imports)), ("sizes", sized)):
        text = text.replace(f"@{name}@", filled)
    PAGE.write_text(text, encoding="utf-8")
