"""What must be known and is not in the file: asked for by name, for all or one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import frozen

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import IDENTIFIER, show
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.domain.traits import Trait
from obamodel.errors import Fault, find_nearest

Told = TypeVar("Told")


@frozen(kw_only=True)
class Answers:
    """What somebody who knows the file says of it.

    What is told for everything at once is given as it is; what differs is given as a mapping by
    the short name of the indicator or the result.
    """

    polarity: Polarity | Mapping[str, Polarity] | None = None
    kind: SeriesKind | Mapping[str, SeriesKind] | None = None
    per: float | Mapping[str, float] | None = None
    unit: str | Mapping[str, str] | None = None
    population: str | Mapping[str, str] | None = None
    target_reason: str | Mapping[str, str] | None = None
    counted: Counted | Mapping[str, Counted] | None = None
    trait: Trait | Mapping[str, Trait] | None = None
    calendar: Calendar | None = None
    starting_values: bool = False

    def find_faults(self, indicators: Iterable[str], results: Iterable[str]) -> Iterator[Fault]:
        """Find answers of a wrong kind, and those to what the file does not have."""
        for_indicators, for_results = list(indicators), list(results)
        for name, (is_right, mend) in _WANTED.items():
            given = getattr(self, name)
            known = for_results if name == "population" else for_indicators
            pairs = given.items() if isinstance(given, Mapping) else [(None, given)]
            for key, value in pairs:
                path = (name,) if key is None else (name, str(key))
                if key is not None and key not in known:
                    yield Fault("unknown-key", _say_unknown(key), _suggest(key, known), path=path)
                elif value is not None and not is_right(value):
                    yield Fault("wrong-type", f"found {show(value)}", mend, path=path)


def find_answer(given: Told | Mapping[str, Told] | None, key: str) -> Told | None:
    """Find what was said of one indicator or result, or of all.

    Examples
    --------
    >>> find_answer({"people-trained": 1}, "people-trained"), find_answer(100, "any")
    (1, 100)
    >>> find_answer({"people-trained": 1}, "clinics") is None
    True
    """
    if isinstance(given, Mapping):
        return given.get(key)
    return given


def _is_one(options: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, options)


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(IDENTIFIER.fullmatch(value))


def _is_per(value: Any) -> bool:
    return type(value) in (int, float) and 0 < value < float("inf")


_WANTED: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "polarity": (_is_one(Polarity), "give a Polarity, such as Polarity.HIGH"),
    "kind": (_is_one(SeriesKind), "give a SeriesKind, such as SeriesKind.MEAN"),
    "per": (_is_per, "give a number above 0, such as 100 for %"),
    "unit": (_is_words, "say it in a few words"),
    "population": (_is_id, "give the id of a population: a-z, 0-9 and hyphens"),
    "target_reason": (_is_words, "say it in a few words"),
    "counted": (_is_one(Counted), "give a Counted, such as Counted.THINGS"),
    "trait": (_is_one(Trait), "give a Trait, such as Trait.LARGE_PLACE"),
}


def _say_unknown(key: Any) -> str:
    return f"nothing in the file has the short name {show(key)}"


def _suggest(key: Any, known: list[str]) -> str:
    nearest = find_nearest(key, known) if isinstance(key, str) else None
    if nearest:
        return f'did you mean "{nearest}"?'
    return "choose one of: " + ", ".join(known[:20]) if known else "leave it out"
