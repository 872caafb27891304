"""What can be wrong, where it is, and how to mend it."""

import difflib
import unicodedata
from collections.abc import Iterable

from attrs import evolve, field, frozen

Step = str | int


MOST_TOLD = 1_000
"""So many problems of one list are told; whoever has more of them has one, many times over."""

_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def make_visible(text: str) -> str:
    r"""Write out by number what nobody sees: breaks, signs that turn the order of letters, halves.

    Examples
    --------
    >>> make_visible("re\u202etrop.toml")
    're<U+202E>trop.toml'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in _UNSEEN else sign for sign in text
    )


def _as_steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(steps)


@frozen
class Fault:
    """One thing that is wrong: its place, what was found and how to mend it.

    Parameters
    ----------
    code
        A short stable name of the kind of fault, such as ``"blank"`` or ``"unknown-key"``.
    found
        What was found, in plain words.
    mend
        What would be right, in plain words.
    path
        The steps from the whole to the part at fault, such as ``("feedback", 3, "consent")``.
    file
        The name of the file inside the evaluation folder, where there is one.
    line
        The line in that file, counted from 1, where the format allows.

    Examples
    --------
    >>> fault = Fault("blank", "it is empty", "say it in a few words", path=("risks", 0, "name"))
    >>> print(fault)
    risks[0].name: it is empty; say it in a few words [blank]
    """

    code: str
    found: str
    mend: str
    path: tuple[Step, ...] = field(converter=_as_steps, default=())
    file: str = ""
    line: int | None = None

    @property
    def place(self) -> str:
        """Where the fault is: file, line and path, as far as they are known."""
        where = self.file + (f":{self.line}" if self.file and self.line else "")
        return " ".join(part for part in (where, write_path(self.path)) if part)

    def under(self, *steps: Step) -> "Fault":
        """Return the same fault seen from further up."""
        return evolve(self, path=(*steps, *self.path))

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        # The names of files and of columns are other people's words.
        return make_visible(f"{place}{self.found}; {self.mend} [{self.code}]")


def tell_of_more() -> Fault:
    """Say that the rest was not looked at, after as many problems as anybody mends at once."""
    return Fault(
        "more-problems",
        f"it has more than {MOST_TOLD:,} problems, and the rest of it was not looked at",
        "mend what is told first, then check again",
    )


def write_path(path: Iterable[Step]) -> str:
    """Write the steps to a part as people read them.

    Examples
    --------
    >>> write_path(("feedback", 3, "consent", "state"))
    'feedback[3].consent.state'
    """
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            written += f".{step}" if written else step
    return written


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that a misspelt one most likely stands for.

    Examples
    --------
    >>> find_nearest("indicater", ["factor", "indicator"])
    'indicator'
    >>> find_nearest("weather", ["factor", "indicator"]) is None
    True
    """
    by_small_letters = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word.lower(), list(by_small_letters), n=1, cutoff=0.6)
    return by_small_letters[close[0]] if close else None


class ObamodelError(Exception):
    """Anything this library refuses to do, with its reason."""


class InvalidError(ObamodelError, ValueError):
    """Something is not as it must be; every fault found is listed at once.

    Parameters
    ----------
    what
        The thing that was refused, such as ``"Outcome"`` or a folder's name.
    faults
        Every fault found, in the order of their places.
    """

    SHOWN = 100

    def __init__(self, what: str, faults: Iterable[Fault]) -> None:
        self.what = what
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(what, self.faults)

    def __str__(self) -> str:
        number = len(self.faults)
        lines = [f"{make_visible(self.what)}: {number} problem{'s' if number != 1 else ''} to mend"]
        lines += [f"  {fault}" for fault in self.faults[: self.SHOWN]]
        if number > self.SHOWN:
            lines.append(f"  ... and {number - self.SHOWN} more")
        return "\n".join(lines)


class MissingExtraError(ObamodelError, ImportError):
    """Something wants a package that is installed only where it was asked for.

    Parameters
    ----------
    what
        What was asked for, such as ``"an interrupted time series"``.
    package
        The package that is not there.
    extra
        The extra of this library that brings it.

    Examples
    --------
    >>> print(MissingExtraError("an interrupted time series", "statsmodels", "its"))
    an interrupted time series needs statsmodels, which is not installed; run:
    pip install "obamodel[its]"
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        self.what = what
        self.package = package
        self.extra = extra
        super().__init__(what, package, extra)

    def __str__(self) -> str:
        return (
            f"{self.what} needs {self.package}, which is not installed; "
            f'run: pip install "obamodel[{self.extra}]"'
        )
