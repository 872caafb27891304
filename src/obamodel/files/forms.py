"""Forms of files that other packages bring, found by name and opened only when asked for."""

import os
from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol, TypeVar

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.carrying import Exported, Imported

READERS = "obamodel.readers"
"""The group of entry points in which a package names what it reads."""
WRITERS = "obamodel.writers"
"""The group of entry points in which a package names what it writes."""


Answer = TypeVar("Answer", Imported, Exported)


class Reader(Protocol):
    """What another package gives to read a form: a function of a path and options of its own."""

    def __call__(self, path: str | os.PathLike[str], /, **options: Any) -> Imported:
        """Read a file."""
        ...


class Writer(Protocol):
    """What another package gives to write a form: a function of what to write, and of where."""

    def __call__(self, thing: Any, path: str | os.PathLike[str], /, **options: Any) -> Exported:
        """Write a file."""
        ...


def list_readers() -> tuple[str, ...]:
    """List the names of the forms that packages installed here can read.

    Examples
    --------
    >>> isinstance(list_readers(), tuple)
    True
    """
    return _list_names(READERS)


def list_writers() -> tuple[str, ...]:
    """List the names of the forms that packages installed here can write."""
    return _list_names(WRITERS)


def read_form(name: str, path: str | os.PathLike[str], **options: Any) -> Imported:
    """Read a file with what another package brings.

    Parameters
    ----------
    name
        The name of the form, one of :func:`list_readers`.
    path
        The file.
    **options
        What that reader wants to know besides.

    Returns
    -------
    Imported
        What was read, and what could not be carried.

    Raises
    ------
    InvalidError
        When no package brings that form, two do, what it brings cannot be opened, or it gives
        something else than it should; and for whatever is wrong with the file.
    """
    answer = _open(READERS, name)(path, **options)
    return _check(answer, Imported, READERS, name)


def write_form(name: str, thing: Any, path: str | os.PathLike[str], **options: Any) -> Exported:
    """Write a file with what another package brings.

    Whatever is given is handed on as it is: publish it first (``obamodel.publish``), where it is to
    leave the house.

    Parameters
    ----------
    name
        The name of the form, one of :func:`list_writers`.
    thing
        What to write.
    path
        The file.
    **options
        What that writer wants to know besides.

    Returns
    -------
    Exported
        What was written, and what was dropped.

    Raises
    ------
    InvalidError
        As for :func:`read_form`.
    """
    answer = _open(WRITERS, name)(thing, path, **options)
    return _check(answer, Exported, WRITERS, name)


def _list_names(group: str) -> tuple[str, ...]:
    return tuple(sorted({one.name for one in entry_points(group=group)}))


def _open(group: str, name: str) -> Any:
    found = _by_package(one for one in entry_points(group=group) if one.name == name)
    if not found:
        known = _list_names(group)
        nearest = find_nearest(name, known)
        mend = (
            f'did you mean "{nearest}"?'
            if nearest
            else f"there are: {', '.join(known)}"
            if known
            else "install the package that brings it"
        )
        raise _refuse(name, "unknown-form", f"no package here brings {show(name)}", mend)
    if len(found) > 1:
        said = " and ".join(sorted(found))
        raise _refuse(
            name, "two-forms", f"{said} both bring {show(name)}", "remove one of the two packages"
        )
    ((package, one),) = found.items()
    try:
        opened = one.load()
    # Whatever a stranger's module does when it is imported, the reader is told whose it is.
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise _refuse(
            name,
            "form-not-opened",
            f"what {package} brings cannot be opened ({why})",
            f"upgrade or mend {package}",
        ) from error
    if not callable(opened):
        found_kind = type(opened).__name__
        raise _refuse(
            name,
            "form-not-opened",
            f"what {package} brings is no function, but of the type {found_kind}",
            f"upgrade or mend {package}",
        )
    return opened


def _by_package(found: Iterable[EntryPoint]) -> Mapping[str, EntryPoint]:
    return {one.dist.name if one.dist is not None else one.value: one for one in found}


def _check(answer: Any, wanted: type[Answer], group: str, name: str) -> Answer:
    if isinstance(answer, wanted):
        return answer
    act = "reads" if group == READERS else "writes"
    raise _refuse(
        name,
        "wrong-answer",
        f"what {act} {show(name)} gave something of the type {type(answer).__name__}",
        f"it has to give an {wanted.__name__}, from obamodel.files.carrying",
    )


def _refuse(name: str, code: str, found: str, mend: str) -> InvalidError:
    return InvalidError(f"the form {name}", [Fault(code, found, mend)])
