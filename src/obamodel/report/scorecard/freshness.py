"""Are the newest figures as new as they should be by some day?"""

import datetime

from attrs import frozen

from obamodel.domain.periods import Period
from obamodel.domain.series import Series

WAIT = 1
"""How many periods a figure is waited for after its own has ended, where nobody says."""


@frozen(kw_only=True)
class Freshness:
    """How new the figures of a series are.

    Parameters
    ----------
    newest
        The last period that has a value.
    expected
        The last period that should have one by now; none where the newest is new enough.
    """

    newest: Period
    expected: Period | None = None

    @property
    def is_stale(self) -> bool:
        """Whether a newer figure should be there by now."""
        return self.expected is not None


def find_freshness(series: Series, day: datetime.date, *, wait: int = WAIT) -> Freshness | None:
    """Find how new the figures of a series are on a day; nothing where it has no value at all.

    A figure should be there when its period has ended and as many whole periods again have passed
    as it takes to gather and publish it. So a yearly figure for 2022 is new enough until the end
    of 2024: only then should the one for 2023 be there.

    Parameters
    ----------
    series
        The series.
    day
        The day on which it is asked.
    wait
        How many periods a figure is waited for, 0 or more.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> smoking = Series.from_dict(
    ...     {"2021": 14.0, "2022": 13.1}, id="smoking", name="Adults who smoke",
    ...     kind=SeriesKind.SHARE, unit="%", per=100, polarity=Polarity.LOW,
    ... )
    >>> find_freshness(smoking, datetime.date(2024, 12, 31)).is_stale
    False
    >>> print(find_freshness(smoking, datetime.date(2025, 1, 1)).expected)
    2023
    """
    known = [one.period for one in series.observations if one.value is not None]
    if not known:
        return None
    newest, step = known[-1], series.step
    late = 0
    while newest.shift((late + 1 + wait) * step).end < day:
        late += 1
    return Freshness(newest=newest, expected=newest.shift(late * step) if late else None)
