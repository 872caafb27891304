"""Which word does an interval earn?"""

import numpy as np
import numpy.typing as npt

from obamodel.stats.forecasting.components import Array
from obamodel.stats.turning.contrasts import Contrast
from obamodel.stats.turning.words import AfterEnd, Verdict

Codes = npt.NDArray[np.int8]

LEAST_BEFORE = 8
"""With fewer values before the start no verdict is given."""
LEAST_FOR_LIMITS = 5
"""With fewer, no limits of a forecast either."""
ENOUGH_BEFORE = 12
"""With fewer, the baseline is called a trial one."""
LEAST_AFTER = 3
"""With fewer values after the start, or after the end, no verdict is given."""

VERDICTS = tuple(Verdict)
ENDINGS = tuple(AfterEnd)
CODES = {word: code for code, word in enumerate(VERDICTS)}
END_CODES = {word: code for code, word in enumerate(ENDINGS)}


def rank_verdict(verdict: Verdict) -> int | None:
    """Return where a verdict stands from the worst (0) to the best (4); none where it is no answer.

    *No turn shown* and *no worthwhile turn* stand side by side: both say that no turn was shown,
    and the second how much of one is ruled out.

    Examples
    --------
    >>> rank_verdict(Verdict.NO_TURN_SHOWN), rank_verdict(Verdict.NO_WORTHWHILE_TURN)
    (2, 2)
    """
    ranks = {
        Verdict.WORSE: 0,
        Verdict.SIGNS_OF_WORSENING: 1,
        Verdict.NO_TURN_SHOWN: 2,
        Verdict.NO_WORTHWHILE_TURN: 2,
        Verdict.SIGNS_OF_A_TURN: 3,
        Verdict.TURNED: 4,
    }
    return ranks.get(verdict)


def judge(contrast: Contrast, before: Array, worthwhile: Array | float | None = None) -> Codes:
    """Return the code of the verdict on each series.

    A curve has *turned* where the 95% interval of the mean departure lies above 0, and there are
    *signs* of it where only the 80% interval does; below 0 the mirror image. Otherwise *no turn*
    is *shown*, or, where a worthwhile change lies above the 95% interval, there is *no
    worthwhile turn*.

    Parameters
    ----------
    contrast
        The mean departure since the start, above 0 better.
    before
        How many values each baseline rests on.
    worthwhile
        The smallest change worth having, in the unit of the departure; NaN or none where no one
        was stated.

    Returns
    -------
    numpy.ndarray
        Places in ``tuple(Verdict)``.
    """
    found = np.full(len(contrast.value), CODES[Verdict.NO_TURN_SHOWN], dtype=np.int8)
    if worthwhile is not None:
        found[contrast.upper < worthwhile] = CODES[Verdict.NO_WORTHWHILE_TURN]
    found[contrast.lower_inner > 0] = CODES[Verdict.SIGNS_OF_A_TURN]
    found[contrast.lower > 0] = CODES[Verdict.TURNED]
    found[contrast.upper_inner < 0] = CODES[Verdict.SIGNS_OF_WORSENING]
    found[contrast.upper < 0] = CODES[Verdict.WORSE]
    return close_early(found, contrast, before)


def close_early(found: Codes, contrast: Contrast, before: Array) -> Codes:
    """Take back what too few values cannot carry, whatever they are."""
    early = (contrast.number < LEAST_AFTER) | (before < LEAST_BEFORE)
    early |= np.isnan(contrast.half_outer)
    found[early] = CODES[Verdict.TOO_EARLY]
    found[before < LEAST_FOR_LIMITS] = CODES[Verdict.TOO_FEW]
    return found


def judge_after_end(during: Contrast, after: Contrast, change: Contrast, before: Array) -> Codes:
    """Return the code of what became of each curve after its initiative ended.

    No sign of a turn during: *turned late* if the 95% interval after the end lies above 0, else
    *not turned*. Turned during: *sustained* if the 95% interval after the end lies above 0;
    *reverted* if it does not and the 95% interval of after less during lies below 0; otherwise
    *fading or unclear*. Where only an 80% interval speaks, it is *signs* of the same.

    Parameters
    ----------
    during, after
        The mean departures up to the end and since, above 0 better.
    change
        The mean departure after less that during.
    before
        How many values each baseline rests on.

    Returns
    -------
    numpy.ndarray
        Places in ``tuple(AfterEnd)``.
    """
    turned, signs = during.lower > 0, during.lower_inner > 0
    words = np.select(
        [
            ~signs & (after.lower > 0),
            ~signs,
            turned & (after.lower > 0),
            turned & (change.upper < 0),
            after.lower_inner > 0,
            change.upper_inner < 0,
        ],
        [
            END_CODES[AfterEnd.TURNED_LATE],
            END_CODES[AfterEnd.NOT_TURNED],
            END_CODES[AfterEnd.SUSTAINED],
            END_CODES[AfterEnd.REVERTED],
            END_CODES[AfterEnd.SIGNS_SUSTAINED],
            END_CODES[AfterEnd.SIGNS_REVERTED],
        ],
        END_CODES[AfterEnd.UNCLEAR],
    )
    found = words.astype(np.int8)
    early = (after.number < LEAST_AFTER) | (during.number < LEAST_AFTER)
    early |= (before < LEAST_BEFORE) | np.isnan(after.half_outer) | np.isnan(during.half_outer)
    found[early] = END_CODES[AfterEnd.TOO_EARLY]
    return found
