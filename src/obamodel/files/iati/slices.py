"""For whom and where is a value? What stands in one place must never be added to another."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from obamodel.errors import InvalidError
from obamodel.files.iati.activity import IatiActivity
from obamodel.files.iati.nouns import IatiBaseline, IatiValue
from obamodel.files.iati.parsing import parse_xml
from obamodel.files.iati.parts import IatiDimension, IatiLocation

_UNNAMED = "not named"


def _sort_places(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(given))


def _sort_groups(given: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in given))


@frozen(kw_only=True)
class IatiSlice:
    """The places and groups that a value is about; none of both is everybody everywhere.

    Parameters
    ----------
    locations
        Names of places of the activity. Several mean them all together.
    dimensions
        What the group differs by and which it is, such as ``("sex", "female")``.

    Examples
    --------
    >>> IatiSlice(dimensions=[("sex", "female")]) == IatiSlice()
    False
    >>> print(IatiSlice(locations=["AF-KAN"], dimensions=[("sex", "female"), ("age", "adult")]))
    age adult, sex female, at AF-KAN
    """

    locations: tuple[str, ...] = field(default=(), converter=_sort_places)
    dimensions: tuple[tuple[str, str], ...] = field(default=(), converter=_sort_groups)

    @classmethod
    def of(cls, value: IatiValue | IatiBaseline) -> "IatiSlice":
        """Return the slice that a value belongs to; in which order it is told does not matter."""
        return cls(
            locations=[one.ref or _UNNAMED for one in value.locations],
            dimensions=[(one.name, one.value) for one in value.dimensions],
        )

    @property
    def is_everybody(self) -> bool:
        """Whether nothing is said of places and groups."""
        return not self.locations and not self.dimensions

    def in_words(self, places: Mapping[str, str]) -> str:
        """Say it in words, with the names of places where they are known."""
        groups = [" ".join(filter(None, pair)) or _UNNAMED for pair in self.dimensions]
        named = [places.get(ref, ref) for ref in self.locations]
        return ", ".join(groups + ([f"at {' and '.join(named)}"] if named else []))

    def make_parts(self) -> dict[str, Any]:
        """Make the parts of a value that say to whom and where it belongs."""
        return {
            "locations": [IatiLocation(ref=ref) for ref in self.locations],
            "dimensions": [IatiDimension(name=name, value=of) for name, of in self.dimensions],
        }

    def __str__(self) -> str:
        return self.in_words({})


def find_places(activity: IatiActivity) -> dict[str, str]:
    """Find what the activity calls its places in words, by the names that values use."""
    places: dict[str, str] = {}
    for part in activity.parts:
        if part.name != "location":
            continue
        try:
            location = parse_xml(part.xml.encode(), "location").root
        except InvalidError:
            continue  # a name is all that is wanted of it
        name = location.find("name")
        narrative = name.find("narrative") if name else None
        ref = location.attributes.get("ref", "").strip()
        if ref and narrative and narrative.words:
            places.setdefault(ref, f"{narrative.words} ({ref})")
    return places
