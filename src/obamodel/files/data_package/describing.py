"""What stands in the tables of a Data Package, described for any program (Table Schema, 2024)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import attrs

from obamodel.domain.fields import rule_of
from obamodel.domain.observations import Flag, Observation
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, Series, SeriesKind, Standing
from obamodel.domain.traits import Trait

PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
DESCRIPTOR = "datapackage.json"
SERIES, DEFINITIONS = "series", "series-definitions"

NUMBERS = ("value", "numerator", "denominator", "lower", "upper")
SERIES_COLUMNS = (
    *("series", "period", "start", "end"),
    *NUMBERS,
    *("flags", "note", "missing"),
)
DEFINITION_COLUMNS = tuple(
    part.name for part in attrs.fields(Series) if part.name != "observations"
)
_CHOICES: Mapping[str, type[StrEnum]] = {
    "kind": SeriesKind,
    "polarity": Polarity,
    "standing": Standing,
    "counted": Counted,
    "trait": Trait,
}
_SAYS = {
    "series": "Which series: its id among the definitions.",
    "start": "The first day of the period.",
    "end": "The last day of the period.",
}


def describe_series(names: Sequence[str]) -> dict[str, Any]:
    """Describe the table of values: one row for each series and period.

    Parameters
    ----------
    names
        The ids of the series in it.
    """
    fields = []
    for name in SERIES_COLUMNS:
        one: dict[str, Any] = {"name": name, "type": _find_type(name)}
        one["description"] = _SAYS.get(name) or _say(Observation, name)
        if name in ("series", "period", "start", "end"):
            one["constraints"] = {"required": True}
        if name == "series":
            one["constraints"]["enum"] = list(names)
        if name == "flags":
            one["description"] += f" Of: {', '.join(Flag)}; joined by a comma."
        fields.append(one)
    return {
        "$schema": SCHEMA_PROFILE,
        "fields": fields,
        "missingValues": [""],
        "primaryKey": ["series", "period"],
        "foreignKeys": [
            {"fields": ["series"], "reference": {"resource": DEFINITIONS, "fields": ["id"]}}
        ],
    }


def describe_definitions() -> dict[str, Any]:
    """Describe the table of definitions: one row for each series."""
    fields = []
    for name in DEFINITION_COLUMNS:
        one: dict[str, Any] = {"name": name, "type": "string", "description": _say(Series, name)}
        if name == "per":
            one["type"] = "number"
        if name == "running_total":
            one |= {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}
        if name == "about":
            one["description"] += " Joined by spaces."
        if name in _CHOICES:
            one["constraints"] = {"required": True, "enum": [str(each) for each in _CHOICES[name]]}
        if name in ("id", "name", "unit"):
            one["constraints"] = {"required": True}
        fields.append(one)
    return {
        "$schema": SCHEMA_PROFILE,
        "fields": fields,
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _find_type(name: str) -> str:
    if name in NUMBERS:
        return "number"
    return "date" if name in ("start", "end") else "string"


def _say(noun: type, name: str) -> str:
    return rule_of(attrs.fields_dict(noun)[name]).says
