"""What a question about intervals was given, read and checked, with everything wrong at once."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import say_number

Array: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]


class Reader:
    """Read what was given, keep what is wrong with it, and refuse it all in one go.

    Parameters
    ----------
    what
        What was asked for, such as ``"an interval for a share"``.
    names
        A name for each item of the batch, by which its place is told; none where it is told by
        its number.
    """

    def __init__(self, what: str, names: Iterable[str] | None = None) -> None:
        self.what = what
        self.faults: list[Fault] = []
        self.names: tuple[str, ...] = self._read_names(names)
        self._named = False

    def _read_names(self, names: Iterable[str] | None) -> tuple[str, ...]:
        if names is None:
            return ()
        if isinstance(names, str):
            return (names,)
        read: tuple[object, ...] = tuple(names)
        first_at: dict[str, int] = {}
        for index, name in enumerate(read):
            if not isinstance(name, str):
                found = f"found {show(name)}"
                self.add("wrong-type", found, "write each name as text", "names", index)
            elif name in first_at:
                self.add(
                    "named-twice",
                    f"{show(name)} is already at names[{first_at[name]}]",
                    "give each a name of its own",
                    *("names", index),
                )
            else:
                first_at[name] = index
        return tuple(str(name) for name in read)

    def add(self, code: str, found: str, mend: str, *path: str | int) -> None:
        """Keep one thing that is wrong."""
        self.faults.append(Fault(code, found, mend, path=path))

    def at(self, argument: str, *index: int, named: bool = True) -> tuple[str | int, ...]:
        """Say where an item is: by its name where it has one, else by its number."""
        if named and index and index[0] < len(self.names):
            return (argument, self.names[index[0]], *index[1:])
        return (argument, *index)

    def row(self, given: ArrayLike, argument: str) -> Array:
        """Read one number, or a row of them."""
        return self._numbers(given, argument, 1)

    def table(self, given: ArrayLike, argument: str) -> Array:
        """Read rows of numbers, all of one length; one row is a table of one row."""
        return self._numbers(given, argument, 2)

    def _numbers(self, given: ArrayLike, argument: str, dimensions: int) -> Array:
        try:
            plain = np.asarray(given)
            if plain.dtype == np.bool_ or plain.dtype.kind not in "iufO":
                raise TypeError
            read = plain.astype(np.float64)
        except (TypeError, ValueError):
            wanted = "a number or a row of numbers"
            if dimensions > 1:
                wanted = "numbers, each row as long as the others"
            self.add("wrong-type", f"found {show(given)}", f"give {wanted}", argument)
            return np.empty((0,) * dimensions)
        if read.ndim < dimensions:
            read = read.reshape((1,) * (dimensions - read.ndim) + read.shape)
        if read.ndim != dimensions:
            wanted = "one number for each" if dimensions == 1 else "one row of numbers for each"
            self.add("wrong-shape", f"it is an array of {read.ndim} dimensions", wanted, argument)
            return np.empty((0,) * dimensions)
        if not read.size:
            self.add("nothing-given", "it is empty", "give at least one number", argument)
        return read

    def whole(
        self, read: Array, argument: str, of: str = "people or events", *, named: bool = True
    ) -> None:
        """Refuse what is not a count: below nought, a fraction of one, or not a number.

        ``named`` is for what has an item of the batch at each place; a standard has not.
        """
        for index in np.argwhere(~((read >= 0) & (read == np.floor(read)) & np.isfinite(read))):
            number, place = (
                read[tuple(index)],
                self.at(argument, *(int(at) for at in index), named=named),
            )
            if not self._is_number(number, place):
                continue
            if number < 0:
                self.add("negative", f"found {number:g}", f"{of} are 0 or more", *place)
            else:
                mend = (
                    f"{of} are counted whole; give the number before it was rounded or shared out"
                )
                self.add("not-whole", f"found {number:g}", mend, *place)

    def amounts(
        self, read: Array, argument: str, *, above_nought: bool, mend: str, named: bool = True
    ) -> None:
        """Refuse what is below nought, or also nought itself, or not a number."""
        low = read <= 0 if above_nought else read < 0
        for index in np.argwhere(low | ~np.isfinite(read)):
            number, place = (
                read[tuple(index)],
                self.at(argument, *(int(at) for at in index), named=named),
            )
            if self._is_number(number, place):
                self.add("negative" if number < 0 else "zero", f"found {number:g}", mend, *place)

    def finite(self, read: Array, argument: str) -> None:
        """Refuse what is missing or without end."""
        for index in np.argwhere(~np.isfinite(read)):
            self._is_number(read[tuple(index)], self.at(argument, *(int(at) for at in index)))

    def _is_number(self, number: float, place: tuple[str | int, ...]) -> bool:
        if np.isnan(number):
            mend = "leave it out of the batch, and say beside the answer that it is missing"
            self.add("missing", "there is no number", mend, *place)
        elif np.isinf(number):
            self.add("not-finite", f"found {number}", "give a number", *place)
        else:
            return True
        return False

    def together(
        self,
        parts: Array,
        wholes: Array,
        arguments: tuple[str, str],
        mend: str,
        between: str = "of",
    ) -> None:
        """Refuse a part above its whole, by name and place."""
        if parts.shape != wholes.shape:
            return
        for index in np.argwhere(parts > wholes):
            place = self.at(arguments[0], *(int(at) for at in index))
            part, whole = parts[tuple(index)], wholes[tuple(index)]
            self.add("above-all", f"found {part:g} {between} {whole:g}", mend, *place)

    def same_length(self, **given: Sequence[Any] | Array) -> None:
        """Refuse arrays of different shape, and names that are not as many as the items."""
        shapes = {name: np.shape(one) for name, one in given.items() if np.size(one)}
        if len(set(shapes.values())) > 1:
            found = " and ".join(f"{say_shape(one)} {name}" for name, one in shapes.items())
            self.add("other-length", found, "give as many of each", *list(shapes)[1:2])
        if self.names and shapes and not self._named:
            self._named = True
            first = next(iter(shapes.values()))[0]
            if len(self.names) != first:
                found = f"{say_number(len(self.names), 'name')} for {first}"
                self.add("other-length", found, "give one name for each", "names")

    def confidence(self, confidence: float, argument: str = "confidence") -> float:
        """Read how much of what chance does an interval is to allow for."""
        mend = "give a share between 0 and 1, such as 0.95"
        if isinstance(confidence, bool) or not isinstance(confidence, int | float | np.number):
            self.add("wrong-type", f"found {show(confidence)}", mend, argument)
        elif not 0 < confidence < 1:
            self.add("out-of-range", f"found {confidence}", mend, argument)
        else:
            return float(confidence)
        return 0.95

    def number(self, given: float, argument: str, mend: str) -> float:
        """Read one number above nought."""
        if isinstance(given, bool) or not isinstance(given, int | float | np.number):
            self.add("wrong-type", f"found {show(given)}", mend, argument)
        elif not 0 < given < np.inf:
            self.add("out-of-range", f"found {given}", mend, argument)
        else:
            return float(given)
        return 1.0

    def integer(self, given: object, argument: str, *, at_least: int) -> int:
        """Read one whole number."""
        mend = f"give a whole number, {at_least} or more"
        if isinstance(given, bool) or not isinstance(given, int | np.integer):
            self.add("wrong-type", f"found {show(given)}", mend, argument)
        elif given < at_least:
            self.add("too-small", f"found {given}", mend, argument)
        else:
            return int(given)
        return at_least

    def finish(self) -> None:
        """Refuse everything that is wrong, if anything is.

        Raises
        ------
        InvalidError
            With every fault, in the order in which they were found.
        """
        if self.faults:
            raise InvalidError(self.what, self.faults)


def say_shape(shape: tuple[int, ...]) -> str:
    """Say how long, or how many rows by how many, an array is."""
    return " x ".join(str(length) for length in shape)


def add_up_rows(rows: Array) -> Array:
    """Add up each row exactly: its last digit must not depend on the rows beside it."""
    return np.array([math.fsum(row) for row in rows])
