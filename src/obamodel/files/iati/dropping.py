"""What of an evaluation has no place in an IATI file?"""

from collections.abc import Iterator
from typing import Any

import attrs

from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.outcomes import Outcome
from obamodel.domain.series import Series
from obamodel.errors import Fault
from obamodel.files.iati.grouping import SAID_TOGETHER, Given, bundle_series, list_names

_CARRIED = {
    Indicator: ("id", "statement", "outcome", "definition", "unit", "data", "source"),
    Outcome: ("id", "statement", "note", "source"),
    PerformanceMeasure: ("id", "name", "unit", "data", "source"),
}
_KEEP_IT = "it stays in your evaluation"


def find_dropped(given: Given) -> Iterator[Fault]:
    """Name everything that was handed over and has no place in an IATI file."""
    for one in given.series:
        yield from _drop_of_series(one)
    known = list_names(given)
    written = {name for one in given.series for name in one.about if name in known}
    sliced = {
        one.id: bundle
        for bundle in bundle_series(given)
        if len(bundle.series) > 1
        for one in bundle.series
    }
    for one in given.series:
        others = [name for name in one.about if name in known][1:]
        if others:
            found = f"it is also about {', '.join(others)}, and stands in one place only"
            yield _drop(found, "series", one.id)
        if one.id in sliced:
            apart = [
                part
                for part in SAID_TOGETHER
                if getattr(one, part)
                and len({getattr(other, part) for other in sliced[one.id].series}) > 1
            ]
            if apart:
                found = f"its {', '.join(apart)}: other slices of the indicator say something else"
                yield _drop(found, "series", one.id)
    for indicator in given.indicators:
        if indicator.id not in written and indicator.data is not DataState.STATEMENT_ONLY:
            found = "it has no series among them, and is no statement in words"
            yield _drop(found, "indicators", indicator.id)
    nouns: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("indicators", given.indicators),
        ("measures", given.measures),
        ("outcomes", given.outcomes),
    )
    for kind, listed in nouns:
        for noun in listed:
            unused = [
                attribute.name
                for attribute in attrs.fields(type(noun))
                if attribute.name not in _CARRIED[type(noun)]
                and getattr(noun, attribute.name) != attribute.default
            ]
            if unused:
                yield _drop(f"its {', '.join(unused)}", kind, noun.id)
    used = {bundle.head.id for bundle in bundle_series(given)}
    for outcome in given.outcomes:
        if outcome.id not in used:
            yield _drop("no indicator among them is about it", "outcomes", outcome.id)


def _drop_of_series(series: Series) -> Iterator[Fault]:
    for names, what in (
        (("numerator", "denominator"), "the numbers that its values are worked out from"),
        (("lower", "upper"), "the limits of its values"),
    ):
        if any(getattr(one, name) is not None for one in series.observations for name in names):
            yield _drop(what, "series", series.id)
    for one in series.observations:
        if one.value is None:
            found = f"that {one.period.in_words()} has no value: {one.missing}"
            yield _drop(found, "series", series.id)


def _drop(found: str, *path: str) -> Fault:
    return Fault("no-place", found, _KEEP_IT, path=path)
