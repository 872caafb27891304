"""What do all files of a folder say together, and where does each thing stand?"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from attrs import define, field

from obamodel.domain.fields import show
from obamodel.errors import MOST_TOLD, Fault, Step, find_nearest, tell_of_more
from obamodel.files.counts import read_counts
from obamodel.files.homes import (
    COUNTS_FILE,
    HOMES,
    MAIN_FILE,
    POINTS_FILE,
    POINTS_KEY,
    find_home,
)
from obamodel.files.layout import Layout, lay_out
from obamodel.files.points import read_points
from obamodel.files.sharing_out import share_out
from obamodel.files.table import TableReading
from obamodel.files.toml import read_toml

TABLES: Mapping[str, Callable[[str], TableReading]] = MappingProxyType(
    {COUNTS_FILE: read_counts, POINTS_FILE: read_points}
)


@define
class Shelf:
    """The one mapping that the files of a folder make up, with the place of everything in it.

    ``document`` is that mapping; ``unread`` are the keys that may hold more than was read, and
    the files without a key of their own.
    """

    document: dict[str, Any] = field(factory=dict)
    unread: set[str] = field(factory=set)
    # For each key, the files it stands in, each with the place of its first thing in the list.
    _parts: dict[str, list[tuple[int, str]]] = field(factory=dict)
    _strays: list[tuple[str, str, Any]] = field(factory=list)
    _texts: dict[str, str] = field(factory=dict)
    _layouts: dict[str, Layout] = field(factory=dict)
    _tables: dict[str, TableReading] = field(factory=dict)
    # Which row of the table of points each observation of each series stands in.
    _rows: dict[tuple[Step, Step], int] = field(factory=dict)

    def leave_unread(self, name: str) -> None:
        """Remember that a file may hold more than was read."""
        self.unread.update(HOMES.get(name) or (name,))

    def read_file(self, name: str, text: str) -> Iterator[Fault]:
        """Take in a file, and tell what is wrong with its writing."""
        return self._read_table(name, text) if name in TABLES else self._read_toml(name, text)

    def _read_table(self, name: str, text: str) -> Iterator[Fault]:
        self._tables[name] = reading = TABLES[name](text)
        for key in HOMES[name]:
            self._put(key, reading.rows, name)
        if not reading.is_whole:
            self.leave_unread(name)
        for fault in reading.faults:
            yield attrs.evolve(fault, file=name)

    def _read_toml(self, name: str, text: str) -> Iterator[Fault]:
        reading = read_toml(text)
        self._texts[name] = reading.text
        if reading.faults:
            self.leave_unread(name)
        for fault in reading.faults:
            yield attrs.evolve(fault, file=name)
        for key, value in reading.document.items():
            if find_home(key) == name:
                self._put(key, value, name)
            else:
                self._strays.append((name, key, value))

    def take_in_strays(self) -> Iterator[Fault]:
        """Tell what stands in the wrong file; when all are read, so that it is checked as well."""
        for number, (name, key, value) in enumerate(self._strays):
            if number > MOST_TOLD:
                yield attrs.evolve(tell_of_more(), file=name)
                return
            line = self._lay_out(name).find_line((key,))
            yield attrs.evolve(_refuse_key(key, name), path=(key,), file=name, line=line)
            if find_home(key) is not None and isinstance(value, list):
                self._put(key, value, name)

    def share_out_points(self) -> Iterator[Fault]:
        """Give each series its observations; tell what is wrong with rows that belong to none."""
        listed = self.document.get("series")
        series = list(listed) if isinstance(listed, list) else []
        names: dict[str, int] = {}
        for index, each in enumerate(series):
            if not isinstance(each, Mapping):
                continue
            if POINTS_KEY in each:
                found = f"the points of a series belong in {POINTS_FILE}"
                mend = f"write each as a row of {POINTS_FILE}"
                path = ("series", index, POINTS_KEY)
                yield self.place(Fault("wrong-file", found, mend, path=path))
                series[index] = {name: each[name] for name in each if name != POINTS_KEY}
            if isinstance(each.get("id"), str):
                names.setdefault(each["id"], index)
        reading = self._tables.get(POINTS_FILE)
        if reading is not None:
            shares = share_out(reading, names, is_sure="series" not in self.unread)
            self._rows = shares.rows
            for index, observations in shares.observations.items():
                series[index] = {**series[index], POINTS_KEY: observations}
            for fault in shares.faults:
                fault = attrs.evolve(fault, file=POINTS_FILE)
                if not self.is_told(fault):
                    yield fault
        if series:
            self.document["series"] = series

    def _put(self, key: str, value: Any, name: str) -> None:
        held = self.document.get(key)
        if isinstance(held, list) and isinstance(value, list):
            self._parts[key].append((len(held), name))
            self.document[key] = [*held, *value]
        elif key not in self.document:
            self._parts[key] = [(0, name)]
            self.document[key] = value

    def is_told(self, fault: Fault) -> bool:
        """Whether the reader of the table has said what is wrong here, in words of its own."""
        table = self._tables.get(fault.file)
        if table is None or len(fault.path) < 2:
            return False
        return fault.path[1] in table.broken or (
            fault.code == "missing" and fault.path[-1] in table.missing
        )

    def place(self, fault: Fault) -> Fault:
        """Say in which file and line a fault stands, and how it is reached from the file's top."""
        key, path = str(fault.path[0]), fault.path
        if key == "series" and path[2:3] == (POINTS_KEY,) and len(path) > 3:
            return self._place_point(fault)
        index = path[1] if len(path) > 1 else None
        file = find_home(key) or MAIN_FILE
        for start, name in self._parts.get(key, ()):
            if not isinstance(index, int):
                file = name
                break
            if start <= index:
                file, path = name, (key, index - start, *fault.path[2:])
        return attrs.evolve(fault, path=path, file=file, line=self._find_line(file, path))

    def _place_point(self, fault: Fault) -> Fault:
        _, index, _, place, *steps = fault.path
        lines = self._tables[POINTS_FILE].lines

        def find_row(place: Step) -> int:
            return self._rows[index, place]

        found = re.sub(
            rf"{POINTS_KEY}\[(\d+)\]", lambda at: f"line {lines[find_row(int(at[1]))]}", fault.found
        )
        row = find_row(place)
        path = ("points", row, *steps)
        return attrs.evolve(fault, found=found, path=path, file=POINTS_FILE, line=lines[row])

    def _find_line(self, file: str, path: tuple[Step, ...]) -> int | None:
        table = self._tables.get(file)
        if table is not None:
            return table.lines[path[1]] if len(path) > 1 and isinstance(path[1], int) else None
        if file not in self._texts:
            return None
        return self._lay_out(file).find_line(path) or 1

    def _lay_out(self, name: str) -> Layout:
        if name not in self._layouts:
            self._layouts[name] = lay_out(self._texts[name])
        return self._layouts[name]


def _refuse_key(key: str, name: str) -> Fault:
    home = find_home(key)
    found = f"{show(key)} is not a key here"
    if home is not None:
        mend = f"move it to {home}"
        if home == COUNTS_FILE:
            mend = f"write each as a row of {home}"
        elif home == MAIN_FILE:
            mend += f", or write a heading such as [[{HOMES[name][0]}]] over it"
        return Fault("wrong-file", f"{show(key)} belongs in {home}", mend)
    nearest = find_nearest(key, HOMES[name])
    elsewhere = (
        None if nearest else find_nearest(key, (one for keys in HOMES.values() for one in keys))
    )
    if elsewhere:
        mend = f'did you mean "{elsewhere}"? It belongs in {find_home(elsewhere)}'
    elif nearest:
        mend = f'did you mean "{nearest}"?'
    else:
        mend = "the keys here are: " + ", ".join(HOMES[name])
    return Fault("unknown-key", found, mend)
