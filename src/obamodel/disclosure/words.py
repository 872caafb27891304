"""Where in a noun do the words stand that a reader may see, and how are they changed?"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from obamodel.domain.fields import RULE

Noun = TypeVar("Noun")
Path = tuple[str | int, ...]

# Where something comes from may well be a web address, and nobody spoke it.
NOT_SPOKEN = frozenset(("source", "consent"))


def find_words(thing: Any) -> Iterator[tuple[Path, str]]:
    """Find every text in a noun and its parts, with the way to it.

    Short names, words from a list and sources are left out.

    Examples
    --------
    >>> from obamodel.domain.stories import Story
    >>> list(find_words(Story(id="why", text="Few came.", root_causes=["No bus."])))
    [(('text',), 'Few came.'), (('root_causes', 0), 'No bus.')]
    """
    for attribute, value in _each_field(thing):
        if _is_words(attribute, value):
            yield (attribute.name,), value
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if _is_words(attribute, item):
                    yield (attribute.name, index), item
                elif attrs.has(type(item)):
                    for path, words in find_words(item):
                        yield (attribute.name, index, *path), words
        elif attrs.has(type(value)):
            for path, words in find_words(value):
                yield (attribute.name, *path), words


def change_words(thing: Noun, change: Callable[[str], str]) -> Noun:
    """Make a copy of a noun in which every text that :func:`find_words` finds is changed.

    Examples
    --------
    >>> from obamodel.domain.stories import Story
    >>> change_words(Story(id="why", text="Few came."), str.upper).text
    'FEW CAME.'
    """
    changed = {}
    for attribute, value in _each_field(thing):
        new = _change(attribute, value, change)
        if new != value:
            changed[attribute.name] = new
    return attrs.evolve(thing, **changed) if changed else thing  # type: ignore[misc]  # a noun


def _each_field(thing: Any) -> Iterator[tuple["attrs.Attribute[Any]", Any]]:
    for attribute in attrs.fields(type(thing)):
        if RULE in attribute.metadata and attribute.name not in NOT_SPOKEN:
            value = getattr(thing, attribute.name)
            if value:
                yield attribute, value


def _is_words(attribute: "attrs.Attribute[Any]", value: object) -> bool:
    # A word from a list is a text of its own kind; a name has a pattern to keep to.
    return type(value) is str and not attribute.metadata[RULE].pattern


def _change(attribute: "attrs.Attribute[Any]", value: Any, change: Callable[[str], str]) -> Any:
    if _is_words(attribute, value):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_change(attribute, item, change) for item in value)
    return change_words(value, change) if attrs.has(type(value)) else value
