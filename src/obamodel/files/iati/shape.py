"""What the published schema of IATI 2.03 lets stand in a result, and in which order."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from obamodel.files.iati.nouns import IatiMeasure, IatiResultType


class Holds(StrEnum):
    """What an attribute may say."""

    WORDS = "words"
    FLAG = "true or false"
    DAY = "a day"
    YEAR = "a year"
    LINK = "a link"
    RESULT_TYPE = "a type of result"
    MEASURE = "a measure"


CODES: Mapping[Holds, type[StrEnum]] = {
    Holds.RESULT_TYPE: IatiResultType,
    Holds.MEASURE: IatiMeasure,
}


@frozen
class Part:
    """Which shape a child has, and how often it may stand there."""

    shape: str
    least: int = 0
    most: int | None = None


def _freeze(mapping: Mapping[str, object]) -> Mapping[str, object]:
    return MappingProxyType(dict(mapping))


@frozen
class Shape:
    """What an element may have: attributes, children in their order, and things from elsewhere."""

    needed: Mapping[str, Holds] = field(factory=dict, converter=_freeze)
    allowed: Mapping[str, Holds] = field(factory=dict, converter=_freeze)
    children: Mapping[str, Part] = field(factory=dict, converter=_freeze)
    has_words: bool = False
    keeps_attributes: bool = True
    keeps_elements: bool = True

    @cached_property
    def known(self) -> dict[str, Holds]:
        """Every attribute it may have."""
        return {**self.needed, **self.allowed}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each child in their order."""
        return {name: place for place, name in enumerate(self.children)}

    @cached_property
    def least(self) -> list[str]:
        """The children that must be there."""
        return [name for name, part in self.children.items() if part.least]

    @cached_property
    def most(self) -> list[str]:
        """The children of which there may be only so many."""
        return [name for name, part in self.children.items() if part.most is not None]


_W, _F, _D, _Y, _L = Holds.WORDS, Holds.FLAG, Holds.DAY, Holds.YEAR, Holds.LINK
_ABOUT = {
    "title": Part("text", 1, 1),
    "description": Part("text", 0, 1),
    "document-link": Part("document-link"),
}
_PLACED = {"location": Part("location"), "dimension": Part("dimension")}
_SAID = {"comment": Part("text", 0, 1)}
_LINKED = {"document-link": Part("document-link")}

SHAPES: Mapping[str, Shape] = {
    "result": Shape(
        needed={"type": Holds.RESULT_TYPE},
        allowed={"aggregation-status": _F},
        children=_ABOUT
        | {"reference": Part("result-reference"), "indicator": Part("indicator", 1)},
    ),
    "indicator": Shape(
        needed={"measure": Holds.MEASURE},
        allowed={"ascending": _F, "aggregation-status": _F},
        children=_ABOUT
        | {
            "reference": Part("indicator-reference"),
            "baseline": Part("baseline"),
            "period": Part("period"),
        },
    ),
    # In a baseline the documents stand before the comment, in a target and an actual after it.
    "baseline": Shape(
        needed={"year": _Y},
        allowed={"iso-date": _D, "value": _W},
        children=_PLACED | _LINKED | _SAID,
    ),
    "period": Shape(
        children={
            "period-start": Part("day", 1, 1),
            "period-end": Part("day", 1, 1),
            "target": Part("value"),
            "actual": Part("value"),
        }
    ),
    "value": Shape(
        allowed={"value": _W}, children=_PLACED | _SAID | _LINKED, keeps_attributes=False
    ),
    "day": Shape(needed={"iso-date": _D}),
    "location": Shape(allowed={"ref": _W}),
    "dimension": Shape(allowed={"name": _W, "value": _W}),
    "result-reference": Shape(
        needed={"code": _W, "vocabulary": _W}, allowed={"vocabulary-uri": _L}
    ),
    "indicator-reference": Shape(
        needed={"vocabulary": _W, "code": _W}, allowed={"indicator-uri": _L}
    ),
    "document-link": Shape(
        needed={"url": _L, "format": _W},
        children={
            "title": Part("text", 1, 1),
            "description": Part("text", 0, 1),
            "category": Part("code", 1),
            "language": Part("code"),
            "document-date": Part("day", 0, 1),
        },
    ),
    "code": Shape(needed={"code": _W}),
    "text": Shape(children={"narrative": Part("narrative", 1)}),
    "narrative": Shape(has_words=True, keeps_elements=False),
}

# The children of an activity in the order of the schema; those that must be there are marked.
ACTIVITY_PARTS: Mapping[str, bool] = {
    "iati-identifier": True,
    "reporting-org": True,
    "title": True,
    "description": True,
    "participating-org": True,
    "other-identifier": False,
    "activity-status": True,
    "activity-date": True,
    "contact-info": False,
    "activity-scope": False,
    "recipient-country": False,
    "recipient-region": False,
    "location": False,
    "sector": False,
    "tag": False,
    "country-budget-items": False,
    "humanitarian-scope": False,
    "policy-marker": False,
    "collaboration-type": False,
    "default-flow-type": False,
    "default-finance-type": False,
    "default-aid-type": False,
    "default-tied-status": False,
    "budget": False,
    "planned-disbursement": False,
    "capital-spend": False,
    "transaction": False,
    "document-link": False,
    "related-activity": False,
    "legacy-data": False,
    "conditions": False,
    "result": False,
    "crs-add": False,
    "fss": False,
}
