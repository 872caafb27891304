"""Releases as plain data and back."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import rule_of, show
from obamodel.domain.periods import Period
from obamodel.domain.releases import Release
from obamodel.errors import Fault, InvalidError, Step

_BY_TEXT = (PartialDate, Period)


def write_release(release: Release) -> dict[str, Any]:
    """Write a release as plain data; what is left at its default is left out."""
    written = _write(release)
    assert isinstance(written, dict)
    return written


def read_release(data: Mapping[str, Any]) -> Release:
    """Make a release of plain data, or name everything that is wrong with them."""
    faults: list[Fault] = []
    made = _read(Release, data, (), faults)
    if faults:
        raise InvalidError("Release", faults)
    assert isinstance(made, Release)
    return made


def _write(value: Any) -> Any:
    if isinstance(value, Period):
        return value.text
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_write(each) for each in value]
    if attrs.has(type(value)):
        return {
            part.name: _write(getattr(value, part.name))
            for part in attrs.fields(type(value))
            if getattr(value, part.name) != part.default
        }
    return value


def _read(noun: type, data: Any, path: tuple[Step, ...], faults: list[Fault]) -> Any:
    if not isinstance(data, Mapping):
        found = f"found {show(data)}"
        faults.append(Fault("wrong-type", found, f"give the parts of a {noun.__name__}", path=path))
        return None
    parts = {part.name: part for part in attrs.fields(noun)}
    faults += [
        Fault("unknown-key", f"found {show(key)}", "leave it out", path=path)
        for key in data
        if key not in parts
    ]
    faults += [
        Fault("missing-key", f"{name} is missing", "write it", path=path)
        for name, part in parts.items()
        if part.default is attrs.NOTHING and name not in data
    ]
    before = len(faults)
    read = {
        name: _read_part(rule_of(parts[name]).part, value, (*path, name), faults)
        for name, value in data.items()
        if name in parts
    }
    if len(faults) > before or any(fault.path == path for fault in faults):
        return None
    try:
        return noun(**read)
    except InvalidError as error:
        faults += [fault.under(*path) for fault in error.faults]
        return None


def _read_part(part: type | None, value: Any, path: tuple[Step, ...], faults: list[Fault]) -> Any:
    if isinstance(value, list):
        return [_read_part(part, each, (*path, index), faults) for index, each in enumerate(value)]
    if part in _BY_TEXT and isinstance(value, str):
        try:
            return part.parse(value)
        except InvalidError as error:
            faults += [fault.under(*path) for fault in error.faults]
            return None
    if part is not None and issubclass(part, StrEnum) and isinstance(value, str):
        known = {str(option): option for option in part}
        return known.get(value, value)
    if part is not None and attrs.has(part):
        return _read(part, value, path, faults)
    return value
