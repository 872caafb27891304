"""Does a number rest on so few events that it cannot be relied on?"""

import numpy as np
from numpy.typing import ArrayLike

from obamodel.stats.intervals.reading import Mask, Reader

UNRELIABLE_BELOW = 20
"""With fewer events than this a number is marked as unreliable."""

UNRELIABLE_MARK = "u"
"""The letter that stands beside an unreliable number in a table."""


def mark_unreliable(events: ArrayLike) -> Mask:
    """Mark what rests on fewer than 20 events.

    The mark says that a few events more or fewer would make the number another one. It says
    nothing about whether the number may be shown: that is for the rules of disclosure.

    Parameters
    ----------
    events
        How many events, or people counted, each number rests on: one number or a row.

    Raises
    ------
    InvalidError
        Where a count is negative, a fraction, or missing.

    Notes
    -----
    As the Office for National Statistics marks rates of births and deaths with a "u": its *User
    guide to mortality statistics*, section 15.

    Examples
    --------
    >>> mark_unreliable([19, 20, 0]).tolist()
    [True, False, True]
    """
    reader = Reader("a mark of reliability")
    read = reader.row(events, "events")
    reader.whole(read, "events")
    reader.finish()
    return np.asarray(read < UNRELIABLE_BELOW)
