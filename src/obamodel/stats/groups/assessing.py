"""For which groups has the curve turned?"""

from collections.abc import Iterable, Mapping
from typing import Any

from obamodel.domain.baselines import Baseline
from obamodel.domain.breakdowns import Part
from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.freezing import freeze_baseline
from obamodel.stats.groups.curves import GroupCurves
from obamodel.stats.turning.assessing import assess_family
from obamodel.stats.turning.measuring import measure


def freeze_groups(
    groups: Mapping[str, Series],
    *,
    until: Period | str,
    periods: int,
    as_of: PartialDate | str,
    author: str,
    because: str,
    **about: Any,
) -> dict[str, tuple[Baseline, Series]]:
    """Freeze a baseline for each group's series, all in the same way.

    Parameters
    ----------
    groups
        For each group, by its name, its series; as ``Series.from_frame(..., by=...)`` gives them.
    until, periods, as_of, author, because, about
        As for :func:`obamodel.stats.forecasting.freezing.freeze_baseline`.

    Returns
    -------
    dict
        For each group its baseline and its series, for :func:`assess_groups`.

    Raises
    ------
    InvalidError
        Naming, for every group at once, what stands in the way.
    """
    found: dict[str, tuple[Baseline, Series]] = {}
    faults: list[Fault] = []
    for group, series in groups.items():
        try:
            baseline = freeze_baseline(
                series,
                until=until,
                periods=periods,
                as_of=as_of,
                author=author,
                because=because,
                **about,
            )
        except InvalidError as error:
            faults += [fault.under(group) for fault in error.faults]
        else:
            found[group] = (baseline, series)
    if faults:
        raise InvalidError("baselines of groups", faults)
    return found


def assess_groups(
    name: str,
    groups: Mapping[str, tuple[Baseline, Series]],
    *,
    uncounted: Iterable[Part] = (),
) -> GroupCurves:
    """Judge each group's curve against its own frozen baseline, together with the others.

    Looking at many groups finds a turn by luck sooner or later, so they are judged as one family
    (Holm 1979). A group with too few points gets that for its answer, and a group that was reached
    and not counted, or whose number is withheld, is listed as such.

    Parameters
    ----------
    name
        What the groups share, such as the measure.
    groups
        For each group, by its name, its frozen baseline and its series.
    uncounted
        The groups without a number.

    Raises
    ------
    InvalidError
        Naming, for every group at once, what stands in the way of judging it.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> years = [str(year) for year in range(2005, 2019)]
    >>> def count(name, values):
    ...     return Series.from_dict(
    ...         dict(zip(years, values)), id=name, name=name, kind=SeriesKind.COUNT,
    ...         unit="people", polarity=Polarity.HIGH, frequency="year", calendar="calendar",
    ...     )
    >>> groups = freeze_groups(
    ...     {
    ...         "women": count("women", [5, 6, 5, 4, 5, 6, 4, 5, 6, 5, 5, 20, 21, 22]),
    ...         "men": count("men", [5, 4, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 5]),
    ...     },
    ...     until="2015", periods=3, as_of="2016-02", author="Data group", because="As agreed.",
    ... )
    >>> print(assess_groups("Who joined", groups))
    Who joined: 2 groups were judged together. Turned: women. No turn shown: men.
    """
    faults: list[Fault] = []
    if not groups:
        mend = "give one or more groups, each with its baseline and its series"
        faults.append(Fault("nothing-given", "no group has a curve", mend))
    for group, (baseline, series) in groups.items():
        try:
            measure(baseline, series)
        except InvalidError as error:
            faults += [fault.under(group) for fault in error.faults]
    without = tuple(uncounted)
    for place, part in enumerate(without):
        if part.is_counted:
            found = f"{show(part.name)} has a number"
            mend = "give its baseline and its series among the groups"
            faults.append(Fault("counted", found, mend, path=("uncounted", place)))
        elif part.name in groups:
            found = f"{show(part.name)} is also among those with a curve"
            faults.append(Fault("named-twice", found, "name it once", path=("uncounted", place)))
    if faults:
        raise InvalidError(f"curves of groups ({name})", faults)
    answers = assess_family(name, list(groups.values()))
    return GroupCurves(
        name=name, answers=dict(zip(groups, answers, strict=True)), uncounted=without
    )
