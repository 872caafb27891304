"""From the sheets of a workbook to the mapping of an evaluation, with the place of each part."""

from collections.abc import Mapping
from typing import Any

import attrs
from attrs import Factory, define

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError, Step, find_nearest
from obamodel.files.conversion import structure
from obamodel.files.homes import HOMES, MAIN_FILE
from obamodel.files.sharing_out import find_order
from obamodel.files.workbook.opening import Page
from obamodel.files.workbook.places import Places
from obamodel.files.workbook.plan import (
    EXPLAINING_SHEETS,
    MAIN_SHEET,
    ORDER,
    Sheet,
    find_parts,
    find_sheet,
    plan_main,
    plan_sheets,
)
from obamodel.files.workbook.sheet_rows import (
    FoundRow,
    Name,
    SheetReading,
    read_main,
    read_sheet,
    tidy,
)

Path = tuple[Step, ...]
Owners = Mapping[Name, tuple[Path, Any]]


@define
class Gathering:
    """What is gathered from the sheets.

    ``document`` is the mapping, ``places`` where each part of it stands and ``told`` what is wrong
    with the sheets; ``unread`` are the keys of which not all could be read.
    """

    places: Places
    document: dict[str, Any] = Factory(dict)
    told: list[Fault] = Factory(list)
    unread: set[str] = Factory(set)
    _known: set[Path] = Factory(set)
    _absent: set[tuple[str, str]] = Factory(set)
    _things: dict[tuple[str, ...], dict[Name, tuple[Path, Any]]] = Factory(dict)

    def gather(self, pages: tuple[Page, ...]) -> None:
        """Gather everything from the sheets of a workbook."""
        found = self._match(pages)
        if MAIN_SHEET in found:
            reading, rows = read_main(found[MAIN_SHEET], plan_main())
            self.places.main.update(rows)
            self._take(reading, MAIN_SHEET, HOMES[MAIN_FILE])
            for row in reading.rows:
                self.document.update(row.thing)
                self._tell_of(row, ())
        else:
            self.unread.update(HOMES[MAIN_FILE])
            said = f'there is no sheet called "{MAIN_SHEET}", and every evaluation has one'
            mend = "give the workbook of an evaluation, or give the sheet its name back"
            self._tell(Fault("not-there", said, mend))
        for sheet in plan_sheets():
            if sheet.name not in found:
                continue
            reading = read_sheet(found[sheet.name], sheet)
            self._take(reading, sheet.name, (sheet.kind,))
            if sheet.above:
                self._give_parts(sheet, reading.rows)
            elif reading.rows:
                self._keep_things(sheet, reading.rows)

    def is_told(self, fault: Fault) -> bool:
        """Whether a fault only repeats what was told of a cell, a column or a sheet."""
        if fault.path in self._known:
            return True
        placed = self.places.place(fault).path
        return fault.code == "missing" and placed in self._absent

    # --- sheets --------------------------------------------------------------------------

    def _match(self, pages: tuple[Page, ...]) -> dict[str, Page]:
        names = (MAIN_SHEET, *(sheet.name for sheet in plan_sheets()))
        known = {tidy(name): name for name in (*names, *EXPLAINING_SHEETS)}
        found: dict[str, Page] = {}
        strange = []
        for page in pages:
            name = known.get(tidy(page.name))
            if name is None:
                strange.append(page)
            elif name in found:
                said, mend = f'two sheets are called "{name}"', "keep one of them"
                self._tell(Fault("written-twice", said, mend, path=(page.name,)))
            elif name not in EXPLAINING_SHEETS:
                found[name] = attrs.evolve(page, name=name)
        for page in strange:
            # A sheet that spreadsheets add by themselves says nothing as long as it is empty.
            if any(page.is_row_filled(row) for row in range(len(page.cells))):
                self._refuse_page(page, [name for name in names if name not in found])
        return found

    def _refuse_page(self, page: Page, missing: list[str]) -> None:
        nearest = find_nearest(page.name, missing)
        mend = "put what is not part of the evaluation into another workbook"
        if nearest:
            mend = f'did you mean "{nearest}"? Otherwise {mend}'
            sheet = next((one for one in plan_sheets() if one.name == nearest), None)
            self.unread.update((sheet.kind,) if sheet else HOMES[MAIN_FILE])
        found = "an evaluation has no sheet of this name"
        self._tell(Fault("unknown-sheet", found, mend, path=(page.name,)))

    def _take(self, reading: SheetReading, name: str, keys: tuple[str, ...]) -> None:
        for fault in reading.faults:
            self._tell(fault)
        self._absent.update((name, heading) for heading in reading.absent)
        if not reading.is_sure:
            self.unread.update(keys)

    # --- things and their parts ----------------------------------------------------------

    def _keep_things(self, sheet: Sheet, rows: list[FoundRow]) -> None:
        held = self._things.setdefault(sheet.steps, {})
        for index, found in enumerate(rows):
            if sheet.is_single and index:
                said, mend = "there is a second row, and only one can be", "keep one of them"
                self._tell(Fault("many-for-one", said, mend, path=(sheet.name,), line=found.row))
                continue
            path: Path = (sheet.kind,) if sheet.is_single else (sheet.kind, index)
            self._remember(sheet, found, path)
            name = found.thing.get("id")
            if isinstance(name, str):
                held.setdefault((name,), (path, found.thing))
        things = [found.thing for found in rows]
        self.document[sheet.kind] = things[0] if sheet.is_single else things

    def _remember(self, sheet: Sheet, found: FoundRow, path: Path) -> None:
        """Remember where a thing stands, and give it the lists that it must have."""
        self.places.rows[path] = (sheet, found.row)
        self._tell_of(found, path)
        if not isinstance(found.thing, dict):
            return
        for column in sheet.columns:
            is_absent = (sheet.name, column.heading) in self._absent
            if column.is_needed and column.holds.is_list and not is_absent:
                found.thing.setdefault(column.keys[0], [])
        for below in find_parts(sheet):
            if below.is_expected:
                found.thing.setdefault(below.steps[-1], [])

    def _give_parts(self, sheet: Sheet, rows: list[FoundRow]) -> None:
        """Give each thing its parts, in their order."""
        owners = self._things.get(sheet.steps[:-1], {})
        held = self._things.setdefault(sheet.steps, {})
        shared: dict[Name, list[FoundRow]] = {}
        for found in rows:
            shared.setdefault(found.names, []).append(found)
        for names, parts in shared.items():
            if names not in owners:
                self._refuse_parts(sheet, names, parts, owners)
                continue
            path, thing = owners[names]
            ordered = self._arrange(sheet, parts)
            thing[sheet.steps[-1]] = [found.thing for _, found in ordered]
            for index, (number, found) in enumerate(ordered):
                inner = (*path, sheet.steps[-1], index)
                self._remember(sheet, found, inner)
                held.setdefault((*names, number), (inner, found.thing))

    def _arrange(self, sheet: Sheet, parts: list[FoundRow]) -> list[tuple[int, FoundRow]]:
        """Put the parts of one thing in their order, each with its number."""
        if sheet.is_timed:
            order = find_order([found.thing for found in parts])
            return [(number, parts[at]) for number, at in enumerate(order, start=1)]
        numbered: dict[int, FoundRow] = {}
        number = 0
        for found in parts:
            number = number + 1 if found.order is None else found.order
            if number in numbered:
                said = f"another part of the same thing has the number {number}"
                mend = "give each a number of its own, or leave them all empty"
                path = (sheet.name, ORDER)
                self._tell(Fault("named-twice", said, mend, path=path, line=found.row))
                self.unread.add(sheet.kind)
            numbered.setdefault(number, found)
        return sorted(numbered.items(), key=lambda each: each[0])

    def _refuse_parts(
        self, sheet: Sheet, names: Name, parts: list[FoundRow], owners: Owners
    ) -> None:
        """Refuse rows that belong to nothing: once for each name, and each for its own faults."""
        if None in names:
            for found in parts:
                self._miss_name(sheet, found)
        elif sheet.kind not in self.unread:
            self._tell(_refuse_name(sheet, parts, owners))
        for found in parts:
            self._check_alone(sheet, found)

    def _miss_name(self, sheet: Sheet, found: FoundRow) -> None:
        path = (sheet.name, sheet.above[found.names.index(None)])
        told = {(fault.path, fault.line) for fault in self.told}
        if path not in self._absent and (path, found.row) not in told:
            mend = "write what it belongs to"
            self._tell(Fault("missing", "it is missing", mend, path=path, line=found.row))

    def _check_alone(self, sheet: Sheet, found: FoundRow) -> None:
        path: Path = (sheet.name, found.row)
        self.places.rows[path] = (sheet, found.row)
        self._tell_of(found, path)
        if sheet.noun is None:
            return
        thing = found.thing | {below.steps[-1]: [] for below in find_parts(sheet)}
        try:
            structure(thing, sheet.noun)
        except InvalidError as error:
            for fault in error.faults:
                placed = fault.under(*path)
                if not self.is_told(placed):
                    self.told.append(self.places.place(placed))

    # --- telling -------------------------------------------------------------------------

    def _tell(self, fault: Fault) -> None:
        self.told.append(attrs.evolve(fault, file=self.places.file))

    def _tell_of(self, found: FoundRow, path: Path) -> None:
        """Tell what is wrong with the cells of a row, now that it is known what it belongs to."""
        for fault in found.faults:
            placed = fault.under(*path)
            self._known.add(placed.path)
            self.told.append(self.places.place(placed))


def _refuse_name(sheet: Sheet, parts: list[FoundRow], owners: Owners) -> Fault:
    *above, name = parts[0].names
    known = [str(one[-1]) for one in owners if list(one[:-1]) == above]
    held_in = find_sheet(sheet.steps[:-1])
    assert held_in is not None, "parts belong to something"
    nearest = find_nearest(name, known) if isinstance(name, str) else None
    if nearest:
        mend = f'did you mean "{nearest}"?'
    elif 0 < len(known) <= 6:
        mend = "choose from: " + ", ".join(known)
    else:
        mend = f'write one that stands in "{held_in.name}", or add it there'
    more = f", here and in {len(parts) - 1} more rows" if len(parts) > 1 else ""
    if isinstance(name, str):
        found = f'{show(name)} is not one of the names in "{held_in.name}"{more}'
        column = sheet.above[0]
    else:
        found = f'"{held_in.name}" has no number {name} of {show(above[0])}{more}'
        column = sheet.above[-1]
    path = (sheet.name, column)
    return Fault("refers-to-nothing", found, mend, path=path, line=parts[0].row)
