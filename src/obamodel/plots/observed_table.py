"""Observed values in a table: their headings, their numbers, and what has to be said of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from obamodel.disclosure.presence import NOT_SHOWN
from obamodel.disclosure.series import FEW, NEARLY_ALL, NOT_CHECKED, NOT_WHOLE, SMALL, TOO_NEAR
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation, Series, Standing
from obamodel.plots.observed import BANNERS, find_gaps, say_amount
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.wording import without_stop

NOTHING = "-"
NO_VALUE = "no value"
GOOD_TO_KNOW = "Good to know"
NO_REASON = "no value, and nothing says why"
_HIDDEN = frozenset((SMALL, FEW, NEARLY_ALL, NOT_CHECKED, NOT_WHOLE, TOO_NEAR, NOT_SHOWN))
_Row = tuple[str, ...]


def head_numbers(name: str, series: Series) -> str:
    """Write the heading of a column of numbers: what they are, and their unit.

    Parameters
    ----------
    name
        What they are.
    series
        Whose unit they have.
    """
    unit = without_stop(series.unit)
    return f"{name} ({unit})" if unit else name


def write_number(series: Series, value: float | None, *, worked_out: bool = False) -> str:
    """Write a number as the picture does; its unit stands in the heading.

    Parameters
    ----------
    series
        Whose value it is.
    value
        The value; none where there is nothing to write.
    worked_out
        Whether it is not observed.
    """
    if value is None:
        return NOTHING
    return say_amount(series, value, worked_out=worked_out).removesuffix("%")


def write_observed(series: Series, observation: Observation | None) -> str:
    """Write what was observed, or that there is no value, or that it is not shown."""
    if observation is None:
        return NO_VALUE
    if observation.value is None:
        return NOT_SHOWN if observation.missing in _HIDDEN else NO_VALUE
    return write_number(series, observation.value)


def list_periods(observations: Sequence[Observation]) -> list[tuple[Period, Observation | None]]:
    """List all periods from the first to the last; none stands for one of which nothing is said."""
    told: list[tuple[Period, Observation | None]] = [(one.period, one) for one in observations]
    told += [(period, None) for period in find_gaps(observations)]
    return sorted(told, key=lambda pair: pair[0].ordinal)


def list_remarks(observation: Observation | None) -> Iterator[str]:
    """List what a picture says of one value: why there is none, and how it came about."""
    if observation is None:
        yield NO_REASON
        return
    if observation.value is None:
        yield without_stop(observation.missing)
    for flag in observation.flags:
        if flag is not Flag.BREAK:
            yield str(flag)
    if Flag.BREAK in observation.flags:
        why = f": {without_stop(observation.note)}" if observation.note else ""
        yield f"counted in a new way from here{why}"


def write_remarks(remarks: Iterable[str]) -> str:
    """Write remarks into one cell."""
    return "; ".join(remarks) or NOTHING


def say_standing(*standings: Standing) -> list[str]:
    """Say what has to be known before anything is read off numbers that are not real."""
    return [f"{BANNERS[one]}." for one in dict.fromkeys(standings) if one in BANNERS]


def make_table(
    columns: Sequence[str], rows: Iterable[_Row], notes: Iterable[str] = ()
) -> PictureTable | None:
    """Make a table without the columns in which nothing stands; none where there are no rows.

    Parameters
    ----------
    columns
        The headings; the first column always stays.
    rows
        A cell for each heading.
    notes
        What a reader must know to read it.

    Examples
    --------
    >>> make_table(["Period", "Seen", "Good to know"], [("2012", "4", "-")]).columns
    ('Period', 'Seen')
    """
    given = list(rows)
    if not given:
        return None
    kept = [
        place
        for place in range(len(columns))
        if place == 0 or any(row[place] != NOTHING for row in given)
    ]
    return PictureTable(
        columns=[columns[place] for place in kept],
        rows=[tuple(row[place] for place in kept) for row in given],
        notes=tuple(notes),
    )


def fill_periods(periods: Iterable[Period]) -> list[Period]:
    """List the periods that are given, and every one between them, in the order of time.

    Examples
    --------
    >>> [str(one) for one in fill_periods([Period.parse("2014"), Period.parse("2012")])]
    ['2012', '2013', '2014']
    """
    given = sorted(dict.fromkeys(periods), key=lambda period: period.ordinal)
    filled = given[:1]
    for before, after in pairwise(given):
        filled += [before.shift(step) for step in range(1, after.ordinal - before.ordinal)]
        filled.append(after)
    return filled
