"""What do all files of a folder say together, and where does each thing stand?"""

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import define, field

from obamodel.domain.fields import show
from obamodel.errors import Fault, Step, find_nearest
from obamodel.files.counts import CountsReading, read_counts
from obamodel.files.homes import COUNTS_FILE, HOMES, MAIN_FILE, find_home
from obamodel.files.layout import Layout, lay_out
from obamodel.files.toml import read_toml


@define
class Shelf:
    """The one mapping that the files of a folder make up, with the place of everything in it.

    ``document`` is that mapping; ``unread`` are the keys that may hold more than was read.
    """

    document: dict[str, Any] = field(factory=dict)
    unread: set[str] = field(factory=set)
    # For each key, the files it stands in, each with the place of its first thing in the list.
    _parts: dict[str, list[tuple[int, str]]] = field(factory=dict)
    _strays: list[tuple[str, str, Any]] = field(factory=list)
    _texts: dict[str, str] = field(factory=dict)
    _layouts: dict[str, Layout] = field(factory=dict)
    _counts: CountsReading | None = None

    def read_counts(self, text: str) -> Iterator[Fault]:
        """Take in the table of counts, and tell what is wrong with its writing."""
        self._counts = reading = read_counts(text)
        self._put("counts", reading.rows, COUNTS_FILE)
        if not reading.is_whole:
            self.unread.add("counts")
        for fault in reading.faults:
            yield attrs.evolve(fault, file=COUNTS_FILE)

    def read_toml(self, name: str, text: str) -> Iterator[Fault]:
        """Take in a file of words, and tell what is wrong with its writing."""
        reading = read_toml(text)
        self._texts[name] = reading.text
        if reading.faults:
            self.unread.update(HOMES[name])
        for fault in reading.faults:
            yield attrs.evolve(fault, file=name)
        for key, value in reading.document.items():
            if find_home(key) == name:
                self._put(key, value, name)
            else:
                self._strays.append((name, key, value))

    def take_in_strays(self) -> Iterator[Fault]:
        """Tell what stands in the wrong file; when all are read, so that it is checked as well."""
        for name, key, value in self._strays:
            line = self._lay_out(name).find_line((key,))
            yield attrs.evolve(_refuse_key(key, name), path=(key,), file=name, line=line)
            if find_home(key) is not None and isinstance(value, list):
                self._put(key, value, name)

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
        counts = self._counts
        if counts is None or fault.file != COUNTS_FILE or len(fault.path) < 2:
            return False
        return fault.path[1] in counts.broken or (
            fault.code == "missing" and fault.path[-1] in counts.missing
        )

    def place(self, fault: Fault) -> Fault:
        """Say in which file and line a fault stands, and how it is reached from the file's top."""
        key, path = str(fault.path[0]), fault.path
        index = path[1] if len(path) > 1 else None
        file = find_home(key) or MAIN_FILE
        for start, name in self._parts.get(key, ()):
            if not isinstance(index, int):
                file = name
                break
            if start <= index:
                file, path = name, (key, index - start, *fault.path[2:])
        return attrs.evolve(fault, path=path, file=file, line=self._find_line(file, path))

    def _find_line(self, file: str, path: tuple[Step, ...]) -> int | None:
        if file != COUNTS_FILE:
            if file not in self._texts:
                return None
            return self._lay_out(file).find_line(path) or 1
        if self._counts is None or len(path) < 2 or not isinstance(path[1], int):
            return None
        return self._counts.lines[path[1]]

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
