"""Where in a workbook does each part of an evaluation stand?"""

import re
from collections.abc import Iterable

import attrs
from attrs import define, field

from obamodel.errors import Fault, Step
from obamodel.files.showing import show_step
from obamodel.files.workbook.plan import MAIN_SHEET, Sheet, find_sheet, plan_main, plan_sheets

Path = tuple[Step, ...]

_PLACE = re.compile(r"\b([a-z_]+)\[([0-9]+)\]")


@define
class Places:
    """The sheet and the row of each thing, by the path to it; rows are counted from 1."""

    file: str
    rows: dict[Path, tuple[Sheet, int]] = field(factory=dict)
    main: dict[str, int] = field(factory=dict)

    def place(self, fault: Fault) -> Fault:
        """Place a fault of the evaluation by its sheet, row and column."""
        sheet, row, column = self._find(fault.path)
        path = tuple(step for step in (sheet, column) if step)
        found = _PLACE.sub(self._name_place, fault.found)
        return attrs.evolve(fault, file=self.file, line=row, path=path, found=found)

    def _find(self, path: Path) -> tuple[str, int | None, str]:
        for length in range(len(path), 0, -1):
            held = self.rows.get(path[:length])
            if held is not None:
                sheet, row = held
                return sheet.name, row, _find_column(sheet, path[length:])
        keys = tuple(str(step) for step in path)
        for column in plan_main():
            if column.keys == keys[: len(column.keys)] or keys == column.keys[: len(keys)]:
                return MAIN_SHEET, self.main.get(column.heading), column.heading
        known = find_sheet(keys[:1])
        return known.name if known else MAIN_SHEET, None, ""

    def _name_place(self, match: "re.Match[str]") -> str:
        """Write for feedback[3] where a person finds it."""
        held = self.rows.get((match[1], int(match[2])))
        return f'row {held[1]} of "{held[0].name}"' if held else match[0]


def arrange(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Put faults in the order of their sheets, rows and columns; none of them twice."""
    sheets = {MAIN_SHEET: 0}
    columns = {(MAIN_SHEET, column.heading): at for at, column in enumerate(plan_main())}
    for number, sheet in enumerate(plan_sheets(), start=1):
        sheets[sheet.name] = number
        columns |= {(sheet.name, heading): at for at, heading in enumerate(sheet.headings)}

    def find_order(fault: Fault) -> tuple[int, int, int, str]:
        sheet = str(fault.path[0]) if fault.path else ""
        column = str(fault.path[1]) if len(fault.path) > 1 else ""
        return (
            sheets.get(sheet, -1),
            fault.line or 0,
            columns.get((sheet, column), -1),
            fault.code,
        )

    ordered = sorted(dict.fromkeys(faults), key=find_order)
    return tuple(attrs.evolve(fault, path=map(show_step, fault.path)) for fault in ordered)


def _find_column(sheet: Sheet, path: Path) -> str:
    keys = tuple(step for step in path if isinstance(step, str))
    if not keys:
        return sheet.columns[0].heading if sheet.noun is None else ""
    for column in sheet.columns:
        if column.keys == keys[: len(column.keys)] or keys == column.keys[: len(keys)]:
            return column.heading
    below = find_sheet((*sheet.steps, keys[0]))
    return below.name if below else ""
