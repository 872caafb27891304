"""The Sicilian smoking ban: admissions for acute coronary events by month, and what R finds.

The figures are those that Lopez Bernal, Cummins and Gasparrini (2017), Int J Epidemiol 46: 348-355,
published with their tutorial: admissions, and the age-standardised population, in Sicily from
January 2002 to November 2006. The ban began in January 2005, month 37.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from obamodel.domain.periods import Period
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind

ADMISSIONS = np.array(
    [
        *(728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858),
        *(887, 766, 851, 769, 781, 756, 766, 752, 765, 831, 879, 928),
        *(914, 808, 937, 840, 916, 828, 845, 818, 860, 839, 887, 886),
        *(831, 796, 833, 820, 877, 758, 767, 738, 781, 843, 850, 908),
        *(1021, 859, 976, 888, 962, 838, 810, 876, 843, 936, 912),
    ],
    dtype=float,
)
POPULATION = np.array(
    [
        *(379875.3, 376495.5, 377040.8, 377116.4, 377383.4, 374113.1),
        *(379513.3, 376295.5, 374653.2, 378485.6, 375955.5, 378349.7),
        *(376762.4, 379032.3, 379360.4, 376162.0, 377972.4, 381830.7),
        *(379888.6, 380872.2, 380966.9, 381240.4, 382104.9, 381802.7),
        *(381656.3, 383680.0, 383504.2, 386462.9, 383783.1, 380836.8),
        *(383483.0, 380906.2, 382926.8, 384052.4, 384449.6, 383428.4),
        *(388153.2, 388373.2, 386470.1, 386033.2, 383686.4, 385509.3),
        *(385901.9, 386516.6, 388436.5, 383255.2, 390148.7, 385874.9),
        *(391613.6, 391750.4, 394005.6, 391364.9, 391664.6, 389022.3),
        *(391878.5, 388575.3, 392989.0, 390018.8, 390712.3),
    ]
)
MONTHS = np.arange(2002 * 12, 2002 * 12 + 59)
BAN = 2005 * 12


def make_series(values: Iterable[float | None] = ADMISSIONS, **parts: Any) -> Series:
    """Make a monthly series from January 2002 on."""
    about: dict[str, Any] = {
        "id": "admissions",
        "name": "Heart admissions",
        "kind": SeriesKind.COUNT,
        "unit": "admissions",
        "polarity": Polarity.LOW,
    }
    first = Period.parse("2002-01")
    observations = [
        Observation(period=first.shift(month), missing="nobody counted")
        if value is None
        else Observation(period=first.shift(month), value=float(value))
        for month, value in enumerate(values)
    ]
    return Series(**{**about, "observations": observations, **parts})


def make_rates() -> Series:
    """Make the admissions per 100,000 people, with what they are made of."""
    observations = [
        Observation(
            period=Period.parse("2002-01").shift(month),
            value=float(count / people * 100_000),
            numerator=float(count),
            denominator=float(people),
        )
        for month, (count, people) in enumerate(zip(ADMISSIONS, POPULATION, strict=True))
    ]
    return make_series(
        kind=SeriesKind.RATE, per=100_000, unit="per 100,000", observations=observations
    )
