"""What stands in the way of judging a panel?"""

from typing import Any

import numpy as np

from obamodel.domain.baselines import Method
from obamodel.domain.fields import show
from obamodel.domain.period import Frequency
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import count_marks
from obamodel.stats.panels.choosing import Whole
from obamodel.stats.panels.laying import Laid
from obamodel.stats.panels.reading import list_faults

_SHOWN = 3


def check_options(method: Any, gaps: str, tile: int, n_jobs: int) -> Method:
    """Return the method, where all that was chosen can be done.

    Raises
    ------
    InvalidError
        Naming each choice that is none.
    """
    faults = []
    if method not in tuple(Method) or method == Method.GIVEN:
        known = ", ".join(one for one in Method if one is not Method.GIVEN)
        found = f"found {show(method)}"
        faults.append(Fault("unknown-choice", found, f"choose one of: {known}", path=("method",)))
    if gaps not in ("refuse", "missing"):
        faults.append(
            Fault(
                "unknown-choice", f"found {show(gaps)}", "write refuse or missing", path=("gaps",)
            )
        )
    for name, number in (("tile", tile), ("n_jobs", n_jobs)):
        if number < 1:
            faults.append(Fault("too-small", f"found {number}", "write 1 or more", path=(name,)))
    if faults:
        raise InvalidError("assess_panel", faults)
    return Method(method)


def refuse_early_ends(laid: Laid, start: Whole, end: Whole) -> None:
    """Refuse an end that lies before the start of the same series.

    Parameters
    ----------
    laid
        The series.
    start, end
        The places of the two, for all or for each.

    Raises
    ------
    InvalidError
        Naming each series of which that is said.
    """
    number = len(laid.names)
    starts, ends = np.broadcast_to(start, number), np.broadcast_to(end, number)

    def refuse(place: int) -> Fault:
        began, ended = laid.write_period(int(starts[place])), laid.write_period(int(ends[place]))
        return Fault(
            "ended-before-it-began",
            f"the initiative of {laid.name(place)} is said to have ended with {ended}, before it "
            f"began with {began}",
            "write the period in which it began, or a later one",
            path=("ended",),
        )

    early = np.flatnonzero(ends < starts).tolist()
    if early:
        raise InvalidError("assess_panel", list_faults(early, refuse))


def refuse_gaps(laid: Laid) -> None:
    """Refuse series that have no row for a period between their first and their last.

    Raises
    ------
    InvalidError
        Naming each of them, with its first few gaps.
    """
    is_there = laid.is_there
    if is_there is None:
        return
    width = is_there.shape[1]
    first = is_there.argmax(axis=1)
    last = width - 1 - is_there[:, ::-1].argmax(axis=1)
    short = np.flatnonzero(count_marks(is_there) != last - first + 1).tolist()
    if not short:
        return
    mend = 'add a row with NaN for each, or write gaps="missing"'
    if next(iter(laid.periods.values())).frequency in (Frequency.DAY, Frequency.WEEK):
        mend += '; or say frequency="year" where these dates stand for years'

    def refuse(place: int) -> Fault:
        gone = np.flatnonzero(~is_there[place, : last[place]])
        gone = gone[gone > first[place]].tolist()
        told = ", ".join(laid.write_period(one) for one in gone[:_SHOWN])
        more = "" if len(gone) <= _SHOWN else f" and {len(gone) - _SHOWN} more"
        return Fault("silent-gap", f"{laid.name(place)} has no row for {told}{more}", mend)

    raise InvalidError("assess_panel", list_faults(short, refuse))
