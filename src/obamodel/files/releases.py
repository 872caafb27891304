"""A release as one JSON file: what left the house, kept for the next time."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import attrs

from obamodel.domain.releases import Release
from obamodel.errors import Fault, InvalidError
from obamodel.files.conversion import structure, unstructure
from obamodel.files.document import check_version
from obamodel.files.homes import SCHEMA_KEY, SCHEMA_VERSION
from obamodel.files.placing import arrange_faults
from obamodel.files.reading import decode, read_file
from obamodel.files.single_file import find_lines, read_json
from obamodel.files.writing import write_files

_KIND_KEY, _KIND = "kind", "release"


def write_release(release: Release) -> str:
    """Write a release as JSON; what is left at its default is left out.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.protection import Preset, Protection
    >>> judged = Judgement(author="Board", on=PartialDate.parse("2026"), reason="Few people.")
    >>> release = Release(protection=Protection(preset=Preset.HES, judged=judged))
    >>> print(write_release(release)[:46])
    {
      "schema_version": 1,
      "kind": "release",
    >>> read_release(write_release(release)) == release
    True
    """
    document = {SCHEMA_KEY: SCHEMA_VERSION, _KIND_KEY: _KIND, **unstructure(release)}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def read_release(text: str, name: str = "release.json") -> Release:
    """Read a release from its JSON text.

    Parameters
    ----------
    text
        The text.
    name
        The name of the file, for the messages.

    Raises
    ------
    InvalidError
        With every fault at once, each with its line.
    """
    reading = read_json(text)
    faults = list(reading.faults)
    release = None
    if reading.document is not None and not faults:
        content = dict(reading.document)
        faults += _check_kind(content)
        faults += check_version(content)
        if not any(fault.code in ("newer-schema", "not-a-release") for fault in faults):
            content.pop(SCHEMA_KEY, None)
            content.pop(_KIND_KEY, None)
            try:
                release = structure(content, Release)
            except InvalidError as error:
                faults += error.faults
        lines = find_lines(text) if faults else None
        if lines is not None:
            faults = [attrs.evolve(one, line=lines.find_line(one.path)) for one in faults]
    if release is None or faults:
        placed = arrange_faults(attrs.evolve(fault, file=name) for fault in faults)
        raise InvalidError(name, placed)
    return release


def save_release(release: Release, path: str | os.PathLike[str]) -> None:
    """Keep a release in a file ending in .json, so that the next can be held against it.

    Parameters
    ----------
    release
        What left the house.
    path
        The file; one that is there already is replaced, whole or not at all.

    Raises
    ------
    InvalidError
        When it cannot be written there.
    """
    place = Path(path)
    if place.suffix.lower() != ".json":
        fault = Fault(
            "cannot-save",
            "a release is kept as one .json file",
            "end the name in .json",
            file=place.name,
        )
        raise InvalidError(str(place), [fault])
    write_files(place.parent, {place.name: write_release(release).encode()})


def load_release(path: str | os.PathLike[str]) -> Release:
    """Load a release that was kept.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    InvalidError
        With everything that is wrong with it at once.
    """
    place = Path(path)
    return read_release(decode(read_file(place), place.name), place.name)


def _check_kind(content: dict[str, object]) -> Iterator[Fault]:
    if content.get(_KIND_KEY) != _KIND:
        yield Fault(
            "not-a-release",
            f'nothing in it says "{_KIND_KEY}": "{_KIND}"',
            "give a file that was kept when something was published",
            path=(_KIND_KEY,),
        )
