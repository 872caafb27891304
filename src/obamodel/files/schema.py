"""What may a single-file evaluation hold, in a form that other programs can check?"""

import json
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin

import attrs

from obamodel.domain.dates import HOW_TO_WRITE, PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import LONGEST_IDENTIFIER, Rule, rule_of
from obamodel.domain.periods import HOW_TO_WRITE_A_PERIOD, Period
from obamodel.files.conversion import LARGEST_WHOLE
from obamodel.files.homes import SCHEMA_KEY, SCHEMA_VERSION

SCHEMA_FILE = "evaluation.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The forms that PartialDate.parse reads; which days a month has is left to it.
_DATE = (
    r"^(unknown:\s*\S[\s\S]*"
    r"|(about )?([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|(spring|summer|autumn) [0-9]{4}"
    r"|winter [0-9]{4}/[0-9]{2}))$"
)
# A period has a year of four digits in it; what may stand around that is left to Period.parse.
_PERIOD = r"^[^\n]*[0-9]{4}[^\n]*$"


def make_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of the single-file form from the nouns and their rules.

    It says which keys there are, what each holds and in which words. Whether a name refers to
    something is beyond a schema: ``load`` checks that.

    Examples
    --------
    >>> schema = make_schema()
    >>> schema["required"], schema["$defs"]["Risk"]["required"]
    (['schema_version', 'id', 'title'], ['id', 'name'])
    """
    definitions: dict[str, Any] = {}
    whole = _describe_noun(Evaluation, definitions)
    version = {
        "description": "The version of this form.",
        "const": SCHEMA_VERSION,
    }
    return {
        "$schema": _DIALECT,
        "title": "An obamodel evaluation in one file",
        **whole,
        "properties": {SCHEMA_KEY: version, **whole["properties"]},
        "required": [SCHEMA_KEY, *whole["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def write_schema() -> str:
    """Write the schema as it is shipped."""
    return json.dumps(make_schema(), indent=2, ensure_ascii=False) + "\n"


def _describe_noun(noun: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = attrs.fields(noun)
    return {
        "description": (noun.__doc__ or "").splitlines()[0],
        "type": "object",
        "properties": {field.name: _describe_field(field, definitions) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _describe_field(field: "attrs.Attribute[Any]", definitions: dict[str, Any]) -> dict[str, Any]:
    rule = rule_of(field)
    described = _describe_type(field.type, rule, definitions)
    if field.default == "":
        # Said to be empty is the same as not said.
        described["pattern"] = f"^$|{described['pattern']}"
    return {"description": rule.says, **described}


def _describe_type(wanted: Any, rule: Rule, definitions: dict[str, Any]) -> dict[str, Any]:
    if get_origin(wanted) is UnionType:
        (wanted,) = (part for part in get_args(wanted) if part is not type(None))
    if get_origin(wanted) is tuple:
        items = _describe_type(get_args(wanted)[0], rule, definitions)
        unique = {"uniqueItems": True} if rule.refers_to else {}
        return {"type": "array", "items": items, **unique}
    if wanted is PartialDate:
        return {"type": "string", "pattern": _DATE, "$comment": HOW_TO_WRITE}
    if wanted is Period:
        return {"type": "string", "pattern": _PERIOD, "$comment": HOW_TO_WRITE_A_PERIOD}
    if attrs.has(wanted):
        if wanted.__name__ not in definitions:
            # Named before it is described, so that a noun could hold others of its kind.
            definitions[wanted.__name__] = {}
            definitions[wanted.__name__] = _describe_noun(wanted, definitions)
        return {"$ref": f"#/$defs/{wanted.__name__}"}
    if issubclass(wanted, Enum):
        return {"enum": [choice.value for choice in wanted]}
    if wanted is str:
        if rule.pattern:
            pattern = f"^({rule.pattern})$"
            return {"type": "string", "pattern": pattern, "maxLength": LONGEST_IDENTIFIER}
        return {"type": "string", "pattern": r"\S"}
    if wanted is int:
        least = {} if rule.at_least is None else {"minimum": rule.at_least}
        return {"type": "integer", **least, "maximum": LARGEST_WHOLE}
    return {"type": {bool: "boolean", float: "number"}[wanted]}
