"""What a field may hold, and what it means in the world.

A noun of the domain declares each field with one of the rules below. When an object is made,
:func:`check` goes through all of them and refuses it with every fault at once, so that an
invalid object is never born. Readers, the file schema and the documentation use the same rules.
"""

import functools
import inspect
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeGuard, TypeVar

import attrs

from obamodel.errors import Fault, InvalidError, find_nearest, make_visible

RULE = "obamodel"
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_IDENTIFIER = 80

Class = TypeVar("Class", bound=type)
Check = Callable[[Any], Iterator[Fault]]


@attrs.frozen(kw_only=True)
class Rule:
    """What one field may hold."""

    says: str
    check: Check
    refers_to: tuple[str, ...] = ()
    part: type | None = None
    pattern: str = ""
    at_least: int | None = None


ANYTHING = "anything"


def rule_of(attribute: "attrs.Attribute[Any]") -> Rule:
    """Return the rule a field was declared with."""
    rule = attribute.metadata[RULE]
    assert isinstance(rule, Rule)
    return rule


def to_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Turn a list into a tuple, and leave anything that is not a list to the checks."""
    # Neither is a text a list of letters, nor has a set or a mapping an order that was meant.
    if isinstance(value, (str, bytes, Mapping, set, frozenset)) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]  # refused by name by the field's own rule
    return tuple(value)


# --- the rules ---------------------------------------------------------------------------


def identifier(
    says: str = "A short name to refer to it by: a-z, 0-9 and hyphens.",
) -> dict[str, Rule]:
    """Declare a field that holds the name others refer to."""
    return _rule(says=says, check=_check_identifier, pattern=IDENTIFIER.pattern)


def prose(says: str) -> dict[str, Rule]:
    """Declare a field that holds words."""
    return _rule(says=says, check=_check_text)


def prose_list(says: str) -> dict[str, Rule]:
    """Declare a field that holds a list of words."""
    return _rule(says=says, check=_each(_check_text))


def flag(says: str) -> dict[str, Rule]:
    """Declare a field that holds true or false."""
    return _rule(says=says, check=_check_type(bool, "true or false"))


def whole(says: str, *, at_least: int = 0) -> dict[str, Rule]:
    """Declare a field that holds a whole number."""

    def check_whole(value: object) -> Iterator[Fault]:
        if type(value) is not int:
            yield Fault("wrong-type", f"found {show(value)}", "write a whole number")
        elif value < at_least:
            yield Fault("too-small", f"found {value}", f"write {at_least} or more")

    return _rule(says=says, check=check_whole, at_least=at_least)


def number(says: str) -> dict[str, Rule]:
    """Declare a field that holds a number."""
    return _rule(says=says, check=_check_number)


def numbers(says: str) -> dict[str, Rule]:
    """Declare a field that holds a list of numbers."""
    return _rule(says=says, check=_each(_check_number))


def choice(options: type[StrEnum], says: str) -> dict[str, Rule]:
    """Declare a field that holds one of a few words."""
    return _rule(says=says, check=_check_choice(options), part=options)


def choices(options: type[StrEnum], says: str) -> dict[str, Rule]:
    """Declare a field that holds some of a few words."""
    return _rule(says=says, check=_each(_check_choice(options)), part=options)


def one(part: type, says: str) -> dict[str, Rule]:
    """Declare a field that holds one object of a class."""
    return _rule(says=says, check=_check_type(part, _with_article(part)), part=part)


def many(part: type, says: str) -> dict[str, Rule]:
    """Declare a field that holds a list of objects of a class."""
    return _rule(says=says, check=_each(_check_type(part, _with_article(part))), part=part)


def reference(says: str, *kinds: str) -> dict[str, Rule]:
    """Declare a field that names something else in the evaluation."""
    return _rule(says=says, check=_check_identifier, refers_to=kinds, pattern=IDENTIFIER.pattern)


def references(says: str, *kinds: str) -> dict[str, Rule]:
    """Declare a field that names several other things in the evaluation."""

    def check_references(value: object) -> Iterator[Fault]:
        yield from _each(_check_identifier)(value)
        if isinstance(value, tuple):
            for index, name in enumerate(value):
                if name in value[:index]:
                    yield Fault(
                        "named-twice", f"{show(name)} is named twice", "name it once", path=(index,)
                    )

    return _rule(says=says, check=check_references, refers_to=kinds, pattern=IDENTIFIER.pattern)


# --- using them --------------------------------------------------------------------------


def check(thing: Any) -> None:
    """Refuse an object with every fault in its fields at once.

    Raises
    ------
    InvalidError
        Listing each fault with its place and its mend.
    """
    faults = tuple(find_faults(thing))
    if faults:
        raise InvalidError(type(thing).__name__, faults)


def find_faults(thing: Any) -> Iterator[Fault]:
    """Find what is wrong with an object's own fields, and then with them taken together."""
    sound = True
    for attribute in attrs.fields(type(thing)):
        for fault in check_field(attribute, getattr(thing, attribute.name)):
            sound = False
            yield fault.under(attribute.name)
    if sound and hasattr(thing, "_check_together"):
        yield from thing._check_together()


def check_field(attribute: "attrs.Attribute[Any]", value: object) -> Iterator[Fault]:
    """Find what is wrong with the value of one field."""
    if type(value) is type(attribute.default) and value == attribute.default:
        return
    for fault in rule_of(attribute).check(value):
        if fault.code == "blank" and not fault.path and attribute.default is not attrs.NOTHING:
            fault = attrs.evolve(fault, mend=f"{fault.mend}, or leave the line out")
        yield fault


def documented(noun: Class) -> Class:
    """Add a noun's fields, in their own words, to its docstring."""
    lines = ["Parameters", "----------"]
    for attribute in attrs.fields(noun):
        lines += [attribute.name, f"    {rule_of(attribute).says}"]
    written = inspect.cleandoc(noun.__doc__ or "")
    before, heading, after = written.partition("Examples\n--------")
    noun.__doc__ = "\n".join([before.rstrip(), "", *lines, "", heading + after]).rstrip() + "\n"
    return noun


def find_references(noun: type, thing: Any) -> Iterator[tuple[tuple[str | int, ...], Rule, str]]:
    """Find every name by which an object, or the mapping it is read from, refers to another.

    Yields the path to the name, the field's rule and the name itself. Values of a wrong kind are
    passed over: another check names them.
    """
    for attribute in attrs.fields(noun):
        rule = attribute.metadata.get(RULE)
        if rule is None:
            continue
        value = (
            thing.get(attribute.name)
            if isinstance(thing, Mapping)
            else getattr(thing, attribute.name, None)
        )
        listed = isinstance(value, (list, tuple))
        items: Iterable[Any] = value if isinstance(value, (list, tuple)) else (value,)
        for index, item in enumerate(items):
            path: tuple[str | int, ...] = (attribute.name, *((index,) if listed else ()))
            if rule.refers_to and isinstance(item, str) and item:
                yield path, rule, item
            elif (
                _is_noun(rule.part)
                and _may_refer(rule.part)
                and isinstance(item, (Mapping, rule.part))
            ):
                for deeper, found_rule, name in find_references(rule.part, item):
                    yield (*path, *deeper), found_rule, name


@functools.cache
def _may_refer(noun: type) -> bool:
    """Whether anything in a noun can name something else: the many points of a series do not."""
    rules = [attribute.metadata.get(RULE) for attribute in attrs.fields(noun)]
    return any(
        rule.refers_to or (_is_noun(rule.part) and _may_refer(rule.part))
        for rule in rules
        if rule is not None
    )


def _is_noun(part: type | None) -> TypeGuard[type]:
    return part is not None and attrs.has(part)


def show(value: object) -> str:
    """Show a value in a message, cut short and with hidden characters made visible."""
    shown = repr(value) if not isinstance(value, str) else f'"{value}"'
    # What is cut off is not looked at: it may be megabytes long.
    visible = make_visible(shown[:61])
    return visible if len(visible) <= 60 else visible[:57] + "..."


# --- checks ------------------------------------------------------------------------------


def _rule(**parts: Any) -> dict[str, Rule]:
    return {RULE: Rule(**parts)}


def _check_identifier(value: object) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield Fault("wrong-type", f"found {show(value)}", "write a name in quotation marks")
    elif not IDENTIFIER.fullmatch(value) or len(value) > LONGEST_IDENTIFIER:
        yield Fault(
            "bad-name",
            f"found {show(value)}",
            "use only a-z, 0-9 and single hyphens between them, "
            f"at most {LONGEST_IDENTIFIER} characters",
        )


def _check_text(value: object) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield Fault("wrong-type", f"found {show(value)}", "write words in quotation marks")
    elif not value.strip():
        yield Fault("blank", "it is empty", "say it in a few words")
    elif not value.isprintable():  # most texts are, and need no look at every character
        bad = sorted({char for char in value if not _is_writable(char)})
        if bad:
            codes = ", ".join(f"U+{ord(char):04X}" for char in bad)
            yield Fault(
                "unwritable-character",
                f"found {codes}, which not every file can hold",
                "take the character out",
            )


def _is_writable(char: str) -> bool:
    # Word and JSON let through characters that XML, CSV or UTF-8 cannot carry: they would be
    # lost, or stop a report, long after anybody remembers where they came from.
    if char in "\n\t":
        return True
    stands_for_nothing = ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"
    return unicodedata.category(char) not in ("Cc", "Cs") and not stands_for_nothing


def _check_number(value: object) -> Iterator[Fault]:
    if type(value) not in (int, float):
        yield Fault("wrong-type", f"found {show(value)}", "write a number")
    elif value != value or value in (float("inf"), float("-inf")):
        yield Fault("not-finite", f"found {value}", "write an ordinary number")


def _with_article(part: type) -> str:
    return f"{'an' if part.__name__[0] in 'AEIOU' else 'a'} {part.__name__}"


def _check_type(wanted: type, name: str) -> Check:
    def check_type(value: object) -> Iterator[Fault]:
        if not isinstance(value, wanted):
            yield Fault("wrong-type", f"found {show(value)}", f"give {name}")

    return check_type


def _check_choice(options: type[StrEnum]) -> Check:
    def check_choice(value: object) -> Iterator[Fault]:
        if not isinstance(value, options):
            known = [str(option) for option in options]
            if isinstance(value, str) and value in known:
                member = f"{options.__name__}.{options(value).name}"
                yield Fault("unknown-choice", f"found the text {show(value)}", f"give {member}")
                return
            nearest = find_nearest(value, known) if isinstance(value, str) else None
            hint = f'did you mean "{nearest}"?' if nearest else "choose one of: " + ", ".join(known)
            yield Fault("unknown-choice", f"found {show(value)}", hint)

    return check_choice


def _each(check_item: Check) -> Check:
    def check_each(value: object) -> Iterator[Fault]:
        if not isinstance(value, tuple):
            yield Fault("wrong-type", f"found {show(value)}", "give a list")
            return
        for index, item in enumerate(value):
            for fault in check_item(item):
                yield fault.under(index)

    return check_each
