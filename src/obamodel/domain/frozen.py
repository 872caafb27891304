"""Do frozen baselines fit their series and one another, and has any been made anew?"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from obamodel.domain.baselines import Baseline
from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.errors import Fault

MAY_CHANGE = frozenset(
    {
        *("ended", "worthwhile", "worthwhile_judged", "comparisons", "family"),
        *("rivals", "note", "source"),
    }
)
"""What may still be said, or said otherwise, of a baseline that is frozen."""


def find_changed_baselines(old: Iterable[Baseline], new: Iterable[Baseline]) -> tuple[str, ...]:
    """Find the baselines that were frozen before and would say something else now.

    Parameters
    ----------
    old, new
        The baselines as they were kept, and as they are to be kept.

    Returns
    -------
    tuple of str
        Their names. What is only in one of the two is no change; neither is what may still change
        in a frozen one: :data:`MAY_CHANGE`.

    Examples
    --------
    >>> find_changed_baselines((), ())
    ()
    """
    return tuple(name for _, name, _ in find_changed_parts(old, new))


def find_changed_parts(
    old: Iterable[Baseline], new: Iterable[Baseline]
) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Find for each baseline that changed its place among the new, its name and what changed."""
    kept = {each.id: each for each in old}
    for index, each in enumerate(new):
        before = kept.get(each.id)
        if before is None:
            continue
        changed = tuple(
            attribute.name
            for attribute in attrs.fields(Baseline)
            if attribute.name not in MAY_CHANGE
            and getattr(before, attribute.name) != getattr(each, attribute.name)
        )
        if changed:
            yield index, each.id, changed


def check_baselines(series: Sequence[Series], baselines: Sequence[Baseline]) -> Iterator[Fault]:
    """Find what does not fit between baselines, their series and the baselines they replace."""
    by_name = {each.id: each for each in series}
    others = {each.id: each for each in baselines}
    for index, each in enumerate(baselines):
        for fault in (
            *_check_series(each, by_name[each.series]),
            *_check_comparisons(each, by_name),
            *(_check_replaced(each, others[each.replaces]) if each.replaces else ()),
        ):
            yield fault.under("baselines", index)


def _check_series(baseline: Baseline, series: Series) -> Iterator[Fault]:
    kind = _find_kind(series)
    if kind is not None and not baseline.until.comparable_with(kind):
        yield Fault(
            "other-periods",
            f"its history is of {baseline.until.kind_in_words}, "
            f"and the series {series.id} of {kind.kind_in_words}",
            "give both the same kind of period",
            path=("history", len(baseline.history) - 1, "period"),
        )


def _check_comparisons(baseline: Baseline, series: dict[str, Series]) -> Iterator[Fault]:
    for index, name in enumerate(baseline.comparisons):
        path = ("comparisons", index)
        kind = _find_kind(series[name])
        if name == baseline.series:
            found = "a series is compared with itself"
            yield Fault("compared-with-itself", found, "name another series", path=path)
        elif kind is not None and not baseline.until.comparable_with(kind):
            yield Fault(
                "other-periods",
                f"the series {name} is of {kind.kind_in_words}, "
                f"and this baseline of {baseline.until.kind_in_words}",
                "name series of the same kind of period only",
                path=path,
            )


def _check_replaced(baseline: Baseline, replaced: Baseline) -> Iterator[Fault]:
    path = ("replaces",)
    if replaced is baseline or replaced.id == baseline.id:
        found, mend = "a baseline cannot replace itself", "name the one before, or leave it out"
        yield Fault("replaces-itself", found, mend, path=path)
        return
    if replaced.series != baseline.series:
        yield Fault(
            "replaces-another-series",
            f"{replaced.id} is about the series {replaced.series}, not {baseline.series}",
            "name an earlier baseline of the same series",
            path=path,
        )
    latest, earliest = baseline.frozen.on.latest(), replaced.frozen.on.earliest()
    # Only what is sure is held against people: both may be of the same month, or of unknown dates.
    if latest is not None and earliest is not None and earliest > latest:
        yield Fault(
            "replaces-a-later-one",
            f"{replaced.id} was frozen later, {replaced.frozen.on.in_words()}",
            "name an earlier one, or check both dates",
            path=path,
        )


def _find_kind(series: Series) -> Period | None:
    return series.observations[0].period if series.observations else None
