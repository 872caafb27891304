"""Which series stand in the same IATI result, and which in the same indicator of it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from obamodel.domain.fields import show
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.outcomes import Outcome
from obamodel.domain.series import Series, Standing
from obamodel.domain.targets import Target
from obamodel.errors import Fault, find_nearest
from obamodel.files.iati.nouns import IatiMeasure, IatiResultType
from obamodel.files.iati.slices import IatiSlice

SAID_TOGETHER = ("definition", "note", "source")
"""What series say in words, and slices of one indicator can only say together."""

_PUBLISH = "publish it first: obamodel.publish(series)"


@frozen(kw_only=True)
class Given:
    """What is to be written, as it was handed over."""

    series: tuple[Series, ...]
    result_type: IatiResultType | Mapping[str, IatiResultType]
    targets: tuple[Target, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    measures: tuple[PerformanceMeasure, ...] = ()
    slices: Mapping[str, IatiSlice] = {}
    measured: Mapping[str, IatiMeasure] = {}
    starting_values: bool = False


@frozen(kw_only=True)
class Head:
    """What an IATI result is made of: an outcome, a measure, or a series alone."""

    id: str
    title: str
    description: str = ""


@frozen(kw_only=True)
class Bundle:
    """What one IATI indicator is made of: one series, several slices of one, or words alone."""

    head: Head
    id: str
    title: str
    definition: str = ""
    source: str = ""
    series: tuple[Series, ...] = ()


def find_faults(given: Given) -> Iterator[Fault]:
    """Find everything that keeps what was handed over from being published."""
    seen: set[str] = set()
    for one in given.series:
        if one.id in seen:
            found = f"there are two series called {show(one.id)}"
            yield Fault("named-twice", found, "give each once", path=("series", one.id))
        seen.add(one.id)
        if one.standing is not Standing.OBSERVED:
            found = f"it is {one.standing}: it shows what could be, and was not seen"
            mend = "give observed series only"
            yield Fault("not-observed", found, mend, path=("series", one.id))
        elif not one.is_public:
            found = "it may hold numbers that lead to people"
            yield Fault("not-published", found, _PUBLISH, path=("series", one.id))
        if given.measured.get(one.id) is IatiMeasure.QUALITATIVE and one.observations:
            found = "a qualitative indicator has no numbers"
            yield Fault("number-of-words", found, "choose another", path=("measured", one.id))
    for target in given.targets:
        if target.series not in seen:
            found = f"it is for the series {show(target.series)}, which is not among them"
            mend = "give that series too, or leave the target out"
            yield Fault("unknown-reference", found, mend, path=("targets", target.id))
    for name in ("slices", "measured"):
        for key in getattr(given, name):
            if key not in seen:
                found = f"there is no series called {show(key)}"
                yield Fault("unknown-key", found, _suggest(key, seen), path=(name, str(key)))
    yield from _check_types(given)
    if not given.series and not given.indicators:
        found = "there is nothing to write"
        yield Fault("missing", found, "give series or indicators", path=("series",))


def _check_types(given: Given) -> Iterator[Fault]:
    types: object = given.result_type
    if isinstance(types, IatiResultType):
        return
    if not isinstance(types, Mapping):
        found, mend = f"found {show(types)}", "give an IatiResultType"
        yield Fault("wrong-type", found, mend, path=("result_type",))
        return
    heads = {bundle.head.id: bundle.head for bundle in bundle_series(given)}
    for key, head in heads.items():
        if not isinstance(types.get(key), IatiResultType):
            found = f"nothing says what sort of result {show(head.title)} is"
            mend = f'give result_type={{"{key}": IatiResultType.OUTCOME}}, or another'
            yield Fault("result-type-missing", found, mend, path=("result_type", key))
    for key in types:
        if key not in heads:
            found = f"there is no result made of {show(key)}"
            yield Fault("unknown-key", found, _suggest(key, heads), path=("result_type", str(key)))


def _suggest(key: object, known: Iterable[str]) -> str:
    names = list(known)
    nearest = find_nearest(key, names) if isinstance(key, str) else None
    if nearest:
        return f'did you mean "{nearest}"?'
    return "choose one of: " + ", ".join(names[:20]) if names else "leave it out"


# --- putting together ----------------------------------------------------------------------


def bundle_series(given: Given) -> list[Bundle]:
    """Put series together: those of an indicator that differ only in whom they are about.

    They become one IATI indicator if the slice of each is given, no two have the same, and they
    are in the same unit and direction. All others get an indicator of their own.
    """
    by_part: dict[str, list[Series]] = {}
    known = list_names(given)
    for one in given.series:
        part = next((name for name in one.about if name in known), one.id)
        by_part.setdefault(part, []).append(one)
    bundles: list[Bundle] = []
    for part, series in by_part.items():
        bundles += _bundle_part(part, series, given)
    for indicator in given.indicators:
        if indicator.id not in by_part and indicator.data is DataState.STATEMENT_ONLY:
            bundles.append(_bundle_of_words(indicator, given))
    return bundles


def list_names(given: Given) -> set[str]:
    """Return the names of the indicators and measures that a series can be about."""
    return {one.id for one in given.indicators} | {one.id for one in given.measures}


def _bundle_part(part: str, series: Sequence[Series], given: Given) -> Iterator[Bundle]:
    indicator = next((one for one in given.indicators if one.id == part), None)
    measure = next((one for one in given.measures if one.id == part), None)
    definition = source = ""
    if indicator is not None:
        head = _find_head(indicator, given)
        title, definition, source = indicator.statement, indicator.definition, indicator.source
    elif measure is not None:
        head = Head(id=measure.id, title=measure.name)
        title, source = measure.name, measure.source
    else:
        # It is about nothing that was given, so it stands alone.
        head = Head(id=part, title=series[0].name)
        title = series[0].name
    whole = Bundle(
        head=head, id=part, title=title, definition=definition, source=source, series=tuple(series)
    )
    if len(series) == 1 or _are_slices(series, given):
        yield whole
        return
    for one in series:
        yield evolve(whole, id=one.id, title=one.name, series=(one,))


def _are_slices(series: Sequence[Series], given: Given) -> bool:
    """Whether series differ in nothing but whom they are about."""
    slices = [given.slices.get(one.id) for one in series]
    forms = {
        (one.kind, one.unit, one.polarity, one.per, given.measured.get(one.id)) for one in series
    }
    return None not in slices and len(set(slices)) == len(slices) and len(forms) == 1


def _bundle_of_words(indicator: Indicator, given: Given) -> Bundle:
    return Bundle(
        head=_find_head(indicator, given),
        id=indicator.id,
        title=indicator.statement,
        definition=indicator.definition,
        source=indicator.source,
    )


def _find_head(indicator: Indicator, given: Given) -> Head:
    for outcome in given.outcomes:
        if outcome.id == indicator.outcome:
            said = "\n".join(filter(None, (outcome.note, cite(outcome.source))))
            return Head(id=outcome.id, title=outcome.statement, description=said)
    return Head(id=indicator.id, title=indicator.statement)


def cite(source: str) -> str:
    """Say where something comes from, in the words of a description."""
    return f"Source: {source}" if source else ""


def find_type(given: Given, head: Head) -> IatiResultType:
    """Return the type that was given for a result."""
    if isinstance(given.result_type, Mapping):
        return given.result_type[head.id]
    return given.result_type
