"""Into which fifth or tenth does each place fall?"""

import html
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from attrs import field, frozen
from numpy.typing import ArrayLike, NDArray

from obamodel.stats.answers import refuse_truth, say_number
from obamodel.stats.intervals.estimates import as_numbers
from obamodel.stats.intervals.reading import Array, Reader

if TYPE_CHECKING:
    import pandas as pd

Whole: TypeAlias = NDArray[np.intp]

_SETS = {2: "halves", 3: "thirds", 4: "quarters", 5: "fifths", 10: "tenths"}
_NO_VALUE = "it has no value"


def _as_whole(given: ArrayLike) -> Whole:
    read = np.array(given, dtype=np.intp)
    read.flags.writeable = False
    return read


@frozen(kw_only=True, eq=False)
class QuantileGroups:
    """Which of several groups, equally large as far as that can be, each place falls into.

    Parameters
    ----------
    values
        What the places were ranked by, of shape (places,); not-a-number where there is none.
    group
        The number of each place's group, from 1; 0 where it has none and ``reasons`` says why.
    number
        How many groups there are.
    highest_first
        Whether group 1 holds the highest values, or the lowest.
    within
        For each place, within what it was ranked, such as its region; empty where all were ranked
        together.
    reasons
        Why a place has no group; empty where it has one.
    method
        The rule, with its source.
    caveats
        What a reader should weigh.
    names
        A name for each place; empty where none were given.
    """

    values: Array = field(converter=as_numbers)
    group: Whole = field(converter=_as_whole)
    number: int
    highest_first: bool
    within: tuple[str, ...]
    reasons: tuple[str, ...]
    method: str
    caveats: tuple[str, ...]
    names: tuple[str, ...] = ()

    __bool__ = refuse_truth

    def __len__(self) -> int:
        return len(self.group)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many places are in group 1, 2 and so on."""
        return tuple(int(one) for one in np.bincount(self.group, minlength=self.number + 1)[1:])

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        placed = int(np.count_nonzero(self.group))
        sets = _SETS.get(self.number, f"{self.number} groups")
        if not placed:
            return f"No place could be put into {sets}: {self.reasons[0]}."
        first = "highest" if self.highest_first else "lowest"
        each = sorted(set(self.sizes))
        size = f"{each[0]}" if len(each) == 1 else f"{each[0]} to {each[-1]}"
        said = (
            f"{say_number(placed, 'place')} in {sets}, group 1 with the {first} values: "
            f"{size} in each."
        )
        if placed < len(self):
            verb = "has" if len(self) - placed == 1 else "have"
            said += f" {len(self) - placed} more {verb} no group."
        return said

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each place.

        Returns
        -------
        pandas.DataFrame
            Columns ``name``, ``within``, ``value``, ``group`` (whole numbers, missing where there
            is none), ``groups`` (how many there are) and ``reason`` (text).
        """
        import pandas as pd

        group = pd.array([int(one) if one else pd.NA for one in self.group], dtype="Int64")
        return pd.DataFrame(
            {
                "name": list(self.names) or [""] * len(self),
                "within": list(self.within) or [""] * len(self),
                "value": self.values,
                "group": group,
                "groups": self.number,
                "reason": list(self.reasons),
            }
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def find_quantile_groups(
    values: ArrayLike,
    number: int = 10,
    *,
    highest_first: bool = True,
    within: Sequence[str] | None = None,
    names: Iterable[str] | None = None,
) -> QuantileGroups:
    r"""Put places into fifths, tenths or other groups as public health in England does.

    Parameters
    ----------
    values
        What the places are ranked by, of shape (places,); not-a-number where there is none.
    number
        How many groups there are to be: 2 or more.
    highest_first
        Whether group 1 is to hold the highest values, as for deprivation, or the lowest.
    within
        For each place, within what it is ranked, such as its region; all together if nothing is
        said.
    names
        A name for each place.

    Returns
    -------
    QuantileGroups
        Where there are fewer places than groups, nothing is put anywhere, and the reason is given.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    With :math:`m` places, :math:`k` groups and the rank :math:`r` of a place (places with one value
    share the lowest of their ranks), the group is :math:`k + 1 - \lceil (m + 1 - r) k / m \rceil`:
    *Assigning Deprivation Categories*, technical guidance of the Office for Health Improvement and
    Disparities; ``phe_quantile`` of PHEindicatormethods. Worked out in whole numbers; in decimal
    ones, as there, about one place in 40,000 falls into the group beside it.

    Examples
    --------
    >>> answer = find_quantile_groups([3.0, 9.0, 9.0, 1.0, 5.0, 7.0], 3)
    >>> answer.group  # from the highest: 9 and 9, then 7 and 5, then 3 and 1
    array([3, 1, 1, 3, 2, 2])
    >>> print(answer)
    6 places in thirds, group 1 with the highest values: 2 in each.
    """
    reader = Reader("groups of places", names)
    read = reader.row(values, "values")
    reader.same_length(values=read)
    for at in np.flatnonzero(np.isinf(read)):
        place = reader.at("values", int(at))
        reader.add("not-finite", f"found {read[at]}", "give a number", *place)
    many = reader.integer(number, "number", at_least=2)
    sets = () if within is None else tuple(str(one) for one in within)
    if within is not None and read.size and len(sets) != len(read):
        found = f"{len(sets)} for {len(read)} values"
        reader.add("other-length", found, "say for each place within what it is ranked", "within")
    reader.finish()

    group = np.zeros(len(read), dtype=np.intp)
    reasons = ["" if known else _NO_VALUE for known in np.isfinite(read)]
    where = np.array(sets) if sets else np.zeros(len(read), dtype=np.intp)
    tied = False
    for one in dict.fromkeys(where.tolist()):
        places = np.flatnonzero((where == one) & np.isfinite(read))
        if len(places) < many:
            too_few = f"there are only {say_number(len(places), 'place')} for {many} groups"
            for at in places:
                reasons[at] = too_few
            continue
        group[places] = _divide(read[places], many, highest_first)
        tied = tied or len(np.unique(read[places])) < len(places)
    caveats = ["Places near the edge of a group differ little from those just across it."]
    if tied:
        caveats.append("Places with one value are in one group, so groups may differ in size.")
    return QuantileGroups(
        values=read,
        group=group,
        number=many,
        highest_first=highest_first,
        within=sets,
        reasons=tuple(reasons),
        method="ranked and divided as in the OHID technical guidance and phe_quantile",
        caveats=tuple(caveats),
        names=reader.names,
    )


def _divide(values: Array, number: int, highest_first: bool) -> Whole:
    ranked = -values if highest_first else values
    ranks = np.searchsorted(np.sort(ranked), ranked, side="left") + 1
    many = len(values)
    # Rounded up in whole numbers: minus the floor of the negative.
    from_above = -(-(many + 1 - ranks) * number // many)
    return np.asarray(number + 1 - from_above, dtype=np.intp)
