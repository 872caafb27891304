"""Shares, counts, rates and averages with their intervals: the answer."""

import html
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from obamodel.stats.answers import refuse_truth
from obamodel.stats.intervals.reading import Array, Mask

if TYPE_CHECKING:
    import pandas as pd


class Measured(StrEnum):
    """What a number is."""

    SHARE = "share"
    COUNT = "count"
    RATE = "rate"
    MEAN = "average"
    DIRECT_RATE = "directly standardised rate"
    INDIRECT_RATIO = "indirectly standardised ratio"
    INDIRECT_RATE = "indirectly standardised rate"


def as_numbers(given: Iterable[float] | Array) -> Array:
    """Copy a row of numbers so that nobody can change it."""
    read = np.array(given, dtype=np.float64)
    read.flags.writeable = False
    return read


def as_marks(given: Iterable[bool] | Mask) -> Mask:
    """Copy a row of marks so that nobody can change it."""
    read = np.array(given, dtype=np.bool_)
    read.flags.writeable = False
    return read


def _as_numbers_or_none(given: Array | None) -> Array | None:
    return None if given is None else as_numbers(given)


@frozen(kw_only=True, eq=False)
class Estimates:
    """A batch of numbers of one kind with their intervals; one number is a batch of one.

    All arrays are of shape (items,) and cannot be changed.

    Parameters
    ----------
    kind
        What the numbers are.
    value, lower, upper
        The numbers and the ends of their intervals: a share lies between 0 and 1, a rate is in
        units of ``per``. Not-a-number where ``reasons`` says why.
    confidence
        How much of what chance does the intervals allow for, such as 0.95.
    events
        How many people or events each number rests on; for an average, how many values.
    bases
        Out of how many, or the population; for a standardised ratio, how many were expected.
        Not-a-number for a plain count.
    per
        What a rate is per, such as 100,000; else 1.
    method
        How the intervals were found, with its source.
    methods
        The way taken for each item, such as ``"exact"`` or ``"Byar"``.
    unreliable
        Which rest on fewer than 20 events. It is apart from whether they may be shown.
    reasons
        Why an item has no number, or no interval; empty where it has both.
    caveats
        What a reader should weigh.
    names
        A name for each item; empty where none were given.
    deviations
        For averages, the standard deviation of the values.
    standard
        For directly standardised rates, the standard population; for indirectly standardised
        ones, the reference rates.
    """

    kind: Measured
    value: Array = field(converter=as_numbers)
    lower: Array = field(converter=as_numbers)
    upper: Array = field(converter=as_numbers)
    confidence: float
    events: Array = field(converter=as_numbers)
    bases: Array = field(converter=as_numbers)
    per: float = 1.0
    method: str
    methods: tuple[str, ...]
    unreliable: Mask = field(converter=as_marks)
    reasons: tuple[str, ...]
    caveats: tuple[str, ...]
    names: tuple[str, ...] = ()
    deviations: Array | None = field(converter=_as_numbers_or_none, default=None)
    standard: Array | None = field(converter=_as_numbers_or_none, default=None)

    __bool__ = refuse_truth

    def __len__(self) -> int:
        return len(self.value)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        from obamodel.stats.intervals.saying import say_estimates

        return say_estimates(self)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each item.

        Returns
        -------
        pandas.DataFrame
            Columns ``name`` (text; empty where none was given), ``value``, ``lower``, ``upper``,
            ``confidence``, ``events``, ``base``, ``per``, ``method`` (the way taken),
            ``unreliable`` (true or false) and ``reason`` (text).
        """
        import pandas as pd

        return pd.DataFrame(
            {
                "name": list(self.names) or [""] * len(self),
                "value": self.value,
                "lower": self.lower,
                "upper": self.upper,
                "confidence": self.confidence,
                "events": self.events,
                "base": self.bases,
                "per": self.per,
                "method": list(self.methods),
                "unreliable": self.unreliable,
                "reason": list(self.reasons),
            }
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"
