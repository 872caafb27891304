"""Between nouns and the plain mappings that files hold; nothing is coerced and nothing guessed."""

import contextlib
import datetime
import functools
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn

from obamodel.domain.dates import HOW_TO_WRITE, PartialDate
from obamodel.domain.fields import check_field, rule_of
from obamodel.domain.periods import HOW_TO_WRITE_A_PERIOD, Period
from obamodel.errors import MOST_TOLD, Fault, InvalidError, tell_of_more
from obamodel.files.homes import suggest_key
from obamodel.files.showing import show_key, show_value

Noun = TypeVar("Noun")
Hook = Callable[[Any, Any], Any]

TEXTS = (PartialDate, Period)
"""Nouns that a file holds as words, in a notation of their own, and not as a table."""

# What can be added in brackets to a period that could be several, most likely first.
_ASIDES = (
    *("financial", "academic", "academic, year", "pooled", "month"),
    *("day first", "month first"),
)

# What TOML readers everywhere can hold; JSON readers may round anything larger.
LARGEST_WHOLE = 2**63 - 1


def structure(value: Any, noun: type[Noun]) -> Noun:
    """Turn a plain value into a noun, or name everything in it that is not as it must be.

    Parameters
    ----------
    value
        What a file holds: a mapping for a noun, a list for a tuple, a text for a date.
    noun
        The class wanted.

    Raises
    ------
    InvalidError
        With the path to each fault, seen from the value.

    Examples
    --------
    >>> from obamodel.domain.risks import Risk
    >>> structure({"id": "funding-ends", "name": "The funding ends."}, Risk).name
    'The funding ends.'
    """
    return _converter().structure(value, noun)


def unstructure(thing: object) -> Any:
    """Turn a noun into plain mappings, lists and texts, leaving out what says nothing new.

    Examples
    --------
    >>> from obamodel.domain.risks import Risk
    >>> unstructure(Risk(id="funding-ends", name="The funding ends."))
    {'id': 'funding-ends', 'name': 'The funding ends.'}
    """
    return _converter().unstructure(thing)


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    # A value of the wrong type is passed on as it is: the field's own rule refuses it by name.
    converter.register_structure_hook(str, _leave_text)
    converter.register_structure_hook(bool, _leave)
    converter.register_structure_hook(int, _leave_number)
    converter.register_structure_hook(float, _leave_number)
    converter.register_structure_hook_factory(_is_optional, _make_optional_hook)
    converter.register_structure_hook_factory(_is_tuple, _make_list_hook)
    converter.register_structure_hook_factory(attrs.has, _make_noun_hook)
    converter.register_structure_hook(PartialDate, _read_date)
    converter.register_structure_hook(Period, _read_period)

    converter.register_unstructure_hook_func(_is_any_tuple, _make_list_writer(converter))
    converter.register_unstructure_hook_factory(
        attrs.has,
        lambda noun: make_dict_unstructure_fn(noun, converter, _cattrs_omit_if_default=True),
    )
    converter.register_unstructure_hook(PartialDate, str)
    converter.register_unstructure_hook(Period, _write_period)
    return converter


def _leave(value: Any, _: Any) -> Any:
    return value


def _leave_text(value: Any, wanted: Any) -> Any:
    # Each choice is also a text, so cattrs brings the choices here too.
    if issubclass(wanted, Enum):
        return next((choice for choice in wanted if value == choice.value), value)
    return value


def _leave_number(value: Any, _: Any) -> Any:
    if type(value) is int and abs(value) > LARGEST_WHOLE:
        raise _refuse("too-large", "found a number of more than 18 digits", "check the number")
    return value


def _is_optional(wanted: Any) -> bool:
    return get_origin(wanted) in (Union, UnionType) and type(None) in get_args(wanted)


def _make_optional_hook(wanted: Any, converter: cattrs.Converter) -> Hook:
    (part,) = (part for part in get_args(wanted) if part is not type(None))
    hook = converter.get_structure_hook(part)
    return lambda value, _: hook(value, part)


def _is_tuple(wanted: Any) -> bool:
    return get_origin(wanted) is tuple


def _is_any_tuple(wanted: Any) -> bool:
    return wanted is tuple or _is_tuple(wanted)


def _make_list_hook(wanted: Any, converter: cattrs.Converter) -> Hook:
    part = get_args(wanted)[0]
    hook = converter.get_structure_hook(part)

    def structure_list(value: Any, _: Any) -> Any:
        if isinstance(value, Mapping) and attrs.has(part):
            raise _refuse(
                "one-for-many",
                "found one table where a list of them belongs",
                "write its heading with two brackets on each side, as in [[outcomes]]",
            )
        if not isinstance(value, list):
            return value
        items, faults = [], []
        for index, item in enumerate(value):
            try:
                items.append(hook(item, part))
            except InvalidError as error:
                faults += [fault.under(index) for fault in error.faults]
            if len(faults) > MOST_TOLD:
                faults.append(tell_of_more().under(index))
                break
        if faults:
            raise InvalidError("list", faults)
        return tuple(items)

    return structure_list


def _make_list_writer(converter: cattrs.Converter) -> Callable[[Any], list[Any]]:
    return lambda value: [converter.unstructure(item) for item in value]


def _make_noun_hook(noun: Any, converter: cattrs.Converter) -> Hook:
    fields = {attribute.name: attribute for attribute in attrs.fields(noun)}
    hooks = {name: _make_field_hook(field, converter) for name, field in fields.items()}
    wanted = [name for name, field in fields.items() if field.default is attrs.NOTHING]

    def structure_noun(value: Any, _: Any) -> Any:
        if isinstance(value, list):
            found = "found a list where one table belongs"
            raise _refuse("many-for-one", found, "write its heading once, with one [ and one ]")
        if not isinstance(value, Mapping):
            raise _refuse(
                "wrong-type",
                f"found {show_value(value)}",
                "give a table, { }, with some of these keys: " + ", ".join(fields),
            )
        given: dict[str, Any] = {}
        faults: list[Fault] = []
        for key, raw in value.items():
            if len(faults) > MOST_TOLD:
                faults.append(tell_of_more())
                break
            if key not in fields:
                found = f"{show_key(key)} is not a key here"
                faults.append(Fault("unknown-key", found, suggest_key(key, fields), path=(key,)))
                continue
            try:
                given[key] = hooks[key](raw)
            except InvalidError as error:
                faults += [fault.under(key) for fault in error.faults]
        for name in wanted:
            if name not in value:
                says = rule_of(fields[name]).says
                faults.append(Fault("missing", "it is missing", f"write it: {says}", path=(name,)))
        if not faults:
            return noun(**given)
        # The object cannot be made, so its fields are asked one by one what is wrong with them.
        for name, part in given.items():
            faults += [fault.under(name) for fault in check_field(fields[name], part)]
        raise InvalidError(noun.__name__, faults)

    return structure_noun


def _make_field_hook(
    field: "attrs.Attribute[Any]", converter: cattrs.Converter
) -> Callable[[Any], Any]:
    hook = converter.get_structure_hook(field.type)

    def structure_field(value: Any) -> Any:
        if value is None:
            raise _refuse("nothing", "found null", "give a value, or leave it out altogether")
        return hook(value, field.type)

    return structure_field


def _read_date(value: Any, _: Any) -> PartialDate:
    # A moment is also a date to Python; its hour would be lost without a word.
    if type(value) is datetime.date:
        value = value.isoformat()
    if not isinstance(value, str):
        raise _refuse("bad-date", f"found {show_value(value)}", HOW_TO_WRITE)
    return PartialDate.parse(value)


def _read_period(value: Any, _: Any) -> Period:
    if type(value) is datetime.date:
        value = value.isoformat()
    if type(value) is int and 1000 <= value <= 9999:
        mend = f'write it in quotation marks: "{value}"'
        raise _refuse("bad-period", f"found {value}, a number", mend)
    if not isinstance(value, str):
        raise _refuse("bad-period", f"found {show_value(value)}", HOW_TO_WRITE_A_PERIOD)
    try:
        return _parse_period(value)
    except InvalidError as error:
        if error.faults[0].code != "ambiguous-period":
            raise
        ways = list(dict.fromkeys(_find_ways(value)))
        if len(ways) < 2:
            raise
        # Whoever writes a file gives no arguments to a function, but writes it in another way.
        mend = "write " + " or ".join(f'"{way}"' for way in ways)
        raise _refuse("ambiguous-period", error.faults[0].found, mend) from None


# The same few periods stand in every series, and reading one takes longer than all the rest.
@functools.lru_cache(maxsize=4096)
def _parse_period(written: str) -> Period:
    return Period.parse(written)


def _find_ways(written: str) -> Iterator[str]:
    """Find the ways to write a period so that it can mean one thing only."""
    for aside in _ASIDES:
        with contextlib.suppress(InvalidError):
            yield Period.parse(f"{written} ({aside})").notation


def _write_period(period: Period) -> str:
    return _write_text(period, period.written)


@functools.lru_cache(maxsize=4096)
def _write_text(period: Period, written: str) -> str:
    # Two periods are equal however they are printed, so how this one is belongs to its key.
    assert period.written == written
    return period.text


def _refuse(code: str, found: str, mend: str) -> InvalidError:
    return InvalidError("value", [Fault(code, found, mend)])
