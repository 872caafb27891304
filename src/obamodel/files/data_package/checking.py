"""Is a Data Package described as the standard asks?"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from obamodel.domain.fields import show
from obamodel.errors import Fault

_NAME = re.compile(r"[a-z0-9._-]+", re.ASCII)
_TYPES = (
    *("string", "number", "integer", "boolean", "object", "list", "array", "datetime", "date"),
    *("time", "year", "yearmonth", "duration", "geopoint", "geojson", "any"),
)


def check_descriptor(descriptor: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Find what in a description of a Data Package is not as the standard asks (version 2, 2024).

    Looked at is what a reader needs: the resources with their names and paths, and the columns of
    tables with their types and keys. Paths are plain names inside the package.

    Examples
    --------
    >>> print(*check_descriptor({"resources": [{"name": "a", "path": "../a.csv"}]}))
    resources[0].path: found "../a.csv"; give the name of a file inside the package [bad-path]
    """
    return tuple(_check_package(descriptor))


def _check_package(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        mend = "list at least one, each with a name and a path"
        yield Fault("missing", "there are no resources", mend, path=("resources",))
        return
    names: list[str] = []
    for index, resource in enumerate(resources):
        if not isinstance(resource, Mapping):
            fault = Fault("wrong-type", f"found {show(resource)}", "give a name and a path")
            yield fault.under("resources", index)
            continue
        for fault in _check_resource(resource, names):
            yield fault.under("resources", index)
        if isinstance(resource.get("name"), str):
            names.append(resource["name"])


def _check_resource(resource: Mapping[str, Any], names: list[str]) -> Iterator[Fault]:
    name, path = resource.get("name"), resource.get("path")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        mend = "write small letters, digits, points and hyphens"
        yield Fault("bad-name", f"found {show(name)}", mend, path=("name",))
    elif name in names:
        yield Fault("named-twice", f"two are called {show(name)}", "rename one", path=("name",))
    if not isinstance(path, str) or not is_plain_path(path):
        mend = "give the name of a file inside the package"
        yield Fault("bad-path", f"found {show(path)}", mend, path=("path",))
    schema = resource.get("schema")
    if schema is None:
        return
    if not isinstance(schema, Mapping):
        mend = "write the schema itself here"
        yield Fault("wrong-type", f"found {show(schema)}", mend, path=("schema",))
        return
    for fault in _check_schema(schema):
        yield fault.under("schema")


def _check_schema(schema: Mapping[str, Any]) -> Iterator[Fault]:
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        yield Fault("missing", "there are no fields", "list the columns", path=("fields",))
        return
    names: list[str] = []
    for index, field in enumerate(fields):
        name = field.get("name") if isinstance(field, Mapping) else None
        if not isinstance(name, str) or not name:
            found, mend = f"found {show(name)}", "name the column as its heading does"
            yield Fault("bad-name", found, mend, path=("fields", index, "name"))
            continue
        if name in names:
            found = f"two columns are called {show(name)}"
            yield Fault("named-twice", found, "rename one", path=("fields", index, "name"))
        names.append(name)
        kind = field.get("type", "any")
        if kind not in _TYPES:
            mend = f"write one of {', '.join(_TYPES)}"
            yield Fault(
                "unknown-choice", f"found {show(kind)}", mend, path=("fields", index, "type")
            )
    keys = schema.get("primaryKey", [])
    listed = [keys] if isinstance(keys, str) else keys if isinstance(keys, list) else []
    for key in listed:
        if key not in names:
            found = f"{show(key)} is not a column"
            yield Fault("refers-to-nothing", found, "name a column", path=("primaryKey",))


def is_plain_path(path: str) -> bool:
    """Say whether a path is the plain name of a file inside a folder: no link out, no device.

    Examples
    --------
    >>> [is_plain_path(name) for name in ("a.csv", "../a.csv", "/a.csv", "data:x", "con.csv")]
    [True, False, False, False, False]
    """
    stem = path.partition(".")[0].strip().lower()
    device = stem in {"con", "prn", "aux", "nul"} or re.fullmatch(r"(com|lpt)[0-9]", stem)
    return bool(re.fullmatch(r"[\w][\w .-]*", path)) and ".." not in path and not device
