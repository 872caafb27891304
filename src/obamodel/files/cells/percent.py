"""What is 1 out of 1 in a column of shares: 100, as in percent, or 1, as in fractions?"""

import re
from collections.abc import Sequence

from obamodel.domain.fields import show
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault

_PERCENT = re.compile(r"%|\b(?:per\s?cent|percentage|pct)\b", re.IGNORECASE)
_FRACTION = re.compile(r"\b(?:proportion|fraction)\b", re.IGNORECASE)
_SAY = "say per=100 for percent, or per=1 for fractions"


def decide_per(
    values: Sequence[float | None],
    signs: tuple[int, int],
    *,
    kind: SeriesKind | str | None,
    unit: str = "",
    per: float | None = None,
    name: str = "value",
) -> tuple[float | None, tuple[Fault, ...], tuple[Fault, ...]]:
    """Decide for a column as a whole whether it is in percent.

    Parameters
    ----------
    values
        The numbers, without their signs.
    signs
        How many have a sign for percent, and how many have none.
    kind
        What sort of number a value is; none where that is not known.
    unit
        The unit, as it is said.
    per
        What 1 out of 1 would be, where it is said.
    name
        The heading of the column.

    Returns
    -------
    per, decided, faults
        What 1 out of 1 is, none where that does not arise; what was settled, and what stands in
        the way.

    Examples
    --------
    >>> per, decided, _ = decide_per([54.2, 61.0], (0, 2), kind="share")
    >>> per, decided[0].found
    (100, 'a share above 1 is no fraction (61), so the column is in percent')
    >>> print(*decide_per([0.4, 0.9], (0, 2), kind="share")[2])
    value: no number is above 1: these can be fractions, or percent below 1; say per=100 for
    percent, or per=1 for fractions [ambiguous-share]
    """
    with_sign, without = signs

    def tell(code: str, found: str, mend: str) -> tuple[Fault, ...]:
        return (Fault(code, found, mend, path=(name,)),)

    if with_sign:
        if per is not None and per != 100:
            found = f"numbers have a % sign, and per is {per:g}"
            return per, (), tell("per-contradicted", found, "say per=100, or leave it out")
        if without and per is None and not _PERCENT.search(unit):
            found = f"a % sign stands with {with_sign} of {with_sign + without} numbers"
            mend = "write the sign with all or none, or say per=100 if all are in percent"
            return per, (), tell("mixed-percent", found, mend)
        if kind is None or kind == SeriesKind.SHARE:
            decided = tell("in-percent", "the column is in percent", "nothing is to be done")
            return 100, decided, ()
        if kind == SeriesKind.RATE and per == 100:
            return per, (), ()
        if kind == SeriesKind.RATE or kind == SeriesKind.COUNT or not _PERCENT.search(unit):
            found = f"numbers have a % sign, and kind is {show(str(kind))}"
            mend = 'say kind="share", or unit="%" for a mean or score in percent'
            return per, (), tell("percent-of-none", found, mend)
        return per, (), ()
    if kind != SeriesKind.SHARE or per is not None:
        return per, (), ()
    return _decide_share([one for one in values if one is not None], unit, name)


def _decide_share(
    values: list[float], unit: str, name: str
) -> tuple[float | None, tuple[Fault, ...], tuple[Fault, ...]]:
    """Decide of shares without any sign; what the unit says, then the heading, goes first."""
    for said, where in ((unit, "unit"), (name, "heading")):
        for pattern, per, what in ((_PERCENT, 100, "percent"), (_FRACTION, 1, "fractions")):
            if pattern.search(said):
                found = f"the {where} {show(said)} says that the column is in {what}"
                return per, (_settle(found, name),), ()
    largest = max(values, default=0)
    if 1 < largest <= 100:
        found = f"a share above 1 is no fraction ({largest:g}), so the column is in percent"
        return 100, (_settle(found, name),), ()
    if largest > 100:
        found = f"there is a share of {largest:g}, more than 100%"
        mend = "say per= what all of them would be, such as per=1000, or choose another kind"
        return None, (), (Fault("ambiguous-share", found, mend, path=(name,)),)
    found = "no number is above 1: these can be fractions, or percent below 1"
    return None, (), (Fault("ambiguous-share", found, _SAY, path=(name,)),)


def _settle(found: str, name: str) -> Fault:
    return Fault("in-percent", found, "say per= if it is otherwise", path=(name,))
