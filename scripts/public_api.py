"""Write down every public name of the library, with its signature, fields, members and values.

Public is what ``obamodel``, ``obamodel.plots`` and ``obamodel.report`` list in ``__all__``, and of
each class there every name without an underscore before it. ``python scripts/public_api.py``
writes the list to ``tests/release/public_api.txt``; the test beside that file fails where the list
and the library differ, so that no name goes or changes by accident.

A name on its way out (``typing_extensions.deprecated``) is marked with what people are told.
Annotations and defaults stand as they do in the source, because Python itself writes some of them
differently from one version to the next.
"""

import ast
import enum
import functools
import importlib
import inspect
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

PROJECT = Path(__file__).resolve().parents[1]
SNAPSHOT = PROJECT / "tests" / "release" / "public_api.txt"
DOORS = ("obamodel", "obamodel.plots", "obamodel.report")


@functools.cache
def _parse(module: str) -> ast.Module:
    source = inspect.getsource(sys.modules[module])
    return ast.parse(source)


def _find_node(module: str, qualified: str) -> Any:
    """Find the class or function in the source of its module."""
    body: list[ast.stmt] = _parse(module).body
    node: Any = None
    for name in qualified.split("."):
        # The last of several of that name is the one in force.
        node = next(
            each
            for each in reversed(body)
            if isinstance(each, ast.ClassDef | ast.FunctionDef) and each.name == name
        )
        body = node.body
    return node


def _write_function(function: Any) -> str:
    """Write a signature as it stands in the source."""
    function = inspect.unwrap(function)
    node = _find_node(function.__module__, function.__qualname__)
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"({ast.unparse(node.args)}){returns}"


def _list_fields(owner: type) -> Iterator[str]:
    """List what an attrs class is made with, in its order."""
    written: dict[str, str] = {}
    for each in reversed(owner.__mro__):
        if each.__module__.startswith("obamodel"):
            node = _find_node(each.__module__, each.__qualname__)
            written |= {
                stated.target.id: ast.unparse(stated.annotation)
                for stated in node.body
                if isinstance(stated, ast.AnnAssign) and isinstance(stated.target, ast.Name)
            }
    for field in attrs.fields(owner):
        if field.init:
            needed = "" if field.default is attrs.NOTHING else " = ..."
            how = "keyword" if field.kw_only else "in order"
            yield f".{field.alias}: {written[field.name]}{needed}  [{how}]"
        elif not field.name.startswith("_"):
            yield f".{field.name}: {written[field.name]}  [not given]"


def _list_members(owner: type) -> Iterator[str]:
    """List what can be asked of a class and is not a field."""
    fields = {each.name for each in attrs.fields(owner)} if attrs.has(owner) else set()
    seen: set[str] = set()
    for each in owner.__mro__:
        if not each.__module__.startswith("obamodel"):
            continue
        for name, value in vars(each).items():
            if name.startswith("_") or name in fields or name in seen:
                continue
            seen.add(name)
            if isinstance(value, classmethod | staticmethod):
                kind = type(value).__name__
                yield f".{name}{_write_function(value.__func__)}  [{kind}]"
            elif isinstance(value, property | functools.cached_property):
                getter = value.fget if isinstance(value, property) else value.func
                yield f".{name}{_write_function(getter)}  [property]"
            elif isinstance(value, types.FunctionType):
                yield f".{name}{_write_function(value)}{mark_deprecated(value)}"
            elif isinstance(value, types.MemberDescriptorType):
                yield f".{name}  [attribute]"
            elif not isinstance(value, enum.Enum | type):
                yield f".{name} = {value!r}"


def _list_class(name: str, owner: type) -> Iterator[str]:
    bases = [each.__name__ for each in owner.__bases__ if each is not object]
    yield f"{name}  [class{': ' + ', '.join(bases) if bases else ''}]"
    if issubclass(owner, enum.Enum):
        for member in owner:
            yield f"{name}.{member.name} = {member.value!r}"
    if attrs.has(owner):
        yield from (f"{name}{line}" for line in _list_fields(owner))
    elif "__init__" in vars(owner):
        yield f"{name}{_write_function(owner.__init__)}  [made with]"  # type: ignore[misc]
    yield from sorted(f"{name}{line}" for line in _list_members(owner))


def mark_deprecated(value: Any) -> str:
    """Say what people are told who use a name that is on its way out."""
    told = vars(value).get("__deprecated__") if hasattr(value, "__dict__") else None
    return f"  [deprecated: {told}]" if told else ""


def list_public() -> list[str]:
    """List the public names, one line each, in the order of the alphabet."""
    lines: list[str] = []
    for door in DOORS:
        module = importlib.import_module(door)
        for short in sorted(module.__all__):
            name, value = f"{door}.{short}", getattr(module, short)
            if isinstance(value, types.ModuleType):
                lines.append(f"{name}  [module]")
            elif isinstance(value, type):
                first, *rest = _list_class(name, value)
                lines += [first + mark_deprecated(value), *rest]
            elif callable(value):
                drawn = getattr(value, "takes", None)
                shown = f"({drawn.__name__})  [picture]" if drawn else _write_function(value)
                lines.append(f"{name}{shown}{mark_deprecated(value)}")
            else:
                lines.append(f"{name} = {value!r}")
    return lines


def main() -> None:
    """Write the list down."""
    sys.path.insert(0, str(PROJECT / "src"))
    SNAPSHOT.write_text("".join(f"{line}\n" for line in list_public()), "utf-8")


if __name__ == "__main__":
    main()
