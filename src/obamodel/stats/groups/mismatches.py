"""The answer to: do the parts and the whole fit together?"""

import html
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Part
from obamodel.stats.answers import join_names, refuse_truth, say_number

if TYPE_CHECKING:
    import pandas as pd


class MismatchKind(StrEnum):
    """In which way parts and whole do not fit, or what is to be known before they are compared."""

    LESS_THAN_WHOLE = "less than the whole"
    OVERLAPPING_BELOW = "overlapping, and less than the whole"
    COMPLETE_AFTER_ALL = "complete after all"
    NOTHING_LEFT = "nothing left"
    OUTSIDE_PARTS = "the whole lies outside its parts"
    DIFFERENT_WHOLES = "different wholes"
    SERIES_DIFFERS = "the series says another number"
    # What follows contradicts nothing; a reader should know it all the same.
    GIVEN_AWAY = "a withheld number is given away"
    NOT_COMPLETE = "not complete"
    NOT_STATED = "not stated"
    NOT_COUNTED = "not counted"
    NO_WHOLE = "no whole"
    CANNOT_BE_ADDED = "cannot be added"
    SERIES_SILENT = "the series says nothing"


DISAGREEMENTS = frozenset(
    {
        MismatchKind.LESS_THAN_WHOLE,
        MismatchKind.OVERLAPPING_BELOW,
        MismatchKind.COMPLETE_AFTER_ALL,
        MismatchKind.NOTHING_LEFT,
        MismatchKind.OUTSIDE_PARTS,
        MismatchKind.DIFFERENT_WHOLES,
        MismatchKind.SERIES_DIFFERS,
    }
)
"""The kinds in which two numbers cannot both be right."""


@frozen(kw_only=True)
class Mismatch:
    """One thing that does not fit, or is to be known: what it means and how to mend it.

    Parameters
    ----------
    kind
        In which way it does not fit.
    breakdown
        The id of the breakdown; several, joined by commas, where they disagree with each other.
    parts
        The names of the parts it is about; none where it is about all of them.
    found
        What was found, in a plain sentence without its full stop.
    means
        What that means for a reader.
    mend
        How to mend it, or what to say.
    """

    kind: MismatchKind
    breakdown: str
    parts: tuple[str, ...]
    found: str
    means: str
    mend: str

    @property
    def disagrees(self) -> bool:
        """Whether two numbers cannot both be right; else it is something to know."""
        return self.kind in DISAGREEMENTS

    def __str__(self) -> str:
        return f"{self.found}: {self.means}; {self.mend}"


def tell_given_away(breakdown: Breakdown, parts: Sequence[Part], whole: str) -> Mismatch:
    """Tell that withheld numbers can be worked out, without working them out.

    Parameters
    ----------
    breakdown
        Whose parts they are.
    parts
        The parts whose numbers are withheld.
    whole
        What they can be worked out from, such as "the whole".
    """
    names = tuple(part.name for part in parts)
    one = len(names) == 1
    return Mismatch(
        kind=MismatchKind.GIVEN_AWAY,
        breakdown=breakdown.id,
        parts=names,
        found=f"what is withheld of {join_names(names)} is {whole} less the other parts",
        means="anybody can work out "
        + ("the number that is withheld" if one else "what the withheld numbers add up to"),
        mend="withhold another part too, or the whole, or show fewer and larger parts; "
        "publishing the table through disclosure does it",
    )


@frozen(kw_only=True)
class Reconciliation:
    """Whether parts and wholes fit together, with everything that does not.

    Parameters
    ----------
    breakdowns
        What was looked at.
    mismatches
        Everything that does not fit or is to be known, in the order of the breakdowns.
    adds_up
        The sentences that say what does add up.
    """

    breakdowns: tuple[Breakdown, ...]
    mismatches: tuple[Mismatch, ...]
    adds_up: tuple[str, ...]

    __bool__ = refuse_truth

    @property
    def disagreements(self) -> tuple[Mismatch, ...]:
        """Those mismatches in which two numbers cannot both be right."""
        return tuple(one for one in self.mismatches if one.disagrees)

    @property
    def to_know(self) -> tuple[Mismatch, ...]:
        """Those that contradict nothing, and that a reader should know."""
        return tuple(one for one in self.mismatches if not one.disagrees)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        said = [f"{one.found}: {one.means}." for one in self.to_know]
        if not self.disagreements:
            said.append("That numbers fit together does not show that they are right.")
        return tuple(said)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        names = ", ".join(one.name for one in self.breakdowns)
        wrong, known = len(self.disagreements), len(self.to_know)
        if wrong:
            does = "does" if wrong == 1 else "do"
            said = [f"{names}: {say_number(wrong, 'thing')} {does} not fit together."]
        elif self.adds_up:
            said = [f"{names}: parts and whole fit together."]
        else:
            said = [
                (
                    f"{names}: nothing contradicts anything, but the parts cannot all be held "
                    "against the whole."
                )
            ]
        said += self.adds_up
        said += [f"{_begin(one.found)}." for one in self.disagreements]
        if known:
            said.append(f"To know: {'; '.join(one.found for one in self.to_know)}.")
        return " ".join(said)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each mismatch.

        Returns
        -------
        pandas.DataFrame
            Columns ``breakdown`` (its id), ``kind``, ``disagrees`` (true or false), ``parts``
            (joined by semicolons, empty where it is about all of them), ``found``, ``means`` and
            ``mend`` (texts).
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    one.breakdown,
                    str(one.kind),
                    one.disagrees,
                    "; ".join(one.parts),
                    one.found,
                    one.means,
                    one.mend,
                )
                for one in self.mismatches
            ],
            columns=["breakdown", "kind", "disagrees", "parts", "found", "means", "mend"],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(str(one))}</li>" for one in self.mismatches)
        told = f"<ul>{items}</ul>" if items else ""
        return f"<p>{html.escape(self.sentence)}</p>{told}"


_OUR_WORDS = ("the", "breakdowns", "what")


def _begin(found: str) -> str:
    """Begin a sentence with what was found; a name that begins it stays as it is written."""
    return found[0].upper() + found[1:] if found.split()[0] in _OUR_WORDS else found
