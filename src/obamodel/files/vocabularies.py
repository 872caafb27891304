"""The words that come with the library for each idea."""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from obamodel.domain.fields import show
from obamodel.domain.vocabulary import Vocabulary
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.conversion import structure

_FOLDER = files("obamodel.templates") / "vocabularies"


@functools.cache
def list_vocabularies() -> tuple[str, ...]:
    """Return the names of the vocabularies that come with the library.

    Examples
    --------
    >>> "uk" in list_vocabularies()
    True
    """
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@functools.cache
def read_vocabulary(id: str = "uk") -> Vocabulary:
    """Read a vocabulary that comes with the library.

    Parameters
    ----------
    id
        Its name; the one used in the United Kingdom has a word for every idea.

    Raises
    ------
    InvalidError
        When there is no such vocabulary; the nearest name is given.

    Examples
    --------
    >>> read_vocabulary().find_word("customers")
    'people who use the service'
    """
    if id not in list_vocabularies():
        raise InvalidError("vocabulary", [_refuse_name(id)])
    shipped = tomllib.loads((_FOLDER / f"{id}.toml").read_text(encoding="utf-8"))
    plurals = shipped.pop("plurals", {})
    words = [
        {"idea": idea, "word": word, "plural": plurals.get(idea, "")}
        for idea, word in shipped["words"].items()
    ]
    return structure(shipped | {"words": words}, Vocabulary)


def complete_vocabulary(own: Vocabulary | None) -> Vocabulary:
    """Return a group's words with a shipped one for every idea it has no word for.

    Parameters
    ----------
    own
        The group's words, which may say on which shipped ones they are based; none where it has no
        words of its own.

    Raises
    ------
    InvalidError
        When they are based on words that do not come with the library.

    Examples
    --------
    >>> welsh = complete_vocabulary(Vocabulary(id="ours", title="Ours", based_on="cy"))
    >>> welsh.find_word("indicator"), welsh.find_plural("indicator"), welsh.to_check
    ('dangosydd', 'dangosyddion', 'Not yet checked by a speaker of Welsh.')
    """
    usual = read_vocabulary()
    if own is None:
        return usual
    based = own.complete(read_vocabulary(own.based_on)) if own.based_on else own
    return based.complete(usual)


def check_vocabulary(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Find words that are based on such as do not come with the library.

    Parameters
    ----------
    document
        The mapping an evaluation is read from, whether or not the rest of it is right.
    """
    own = document.get("vocabulary")
    name = own.get("based_on") if isinstance(own, Mapping) else None
    if isinstance(name, str) and name and name not in list_vocabularies():
        yield _refuse_name(name).under("vocabulary", "based_on")


def _refuse_name(name: str) -> Fault:
    known = list_vocabularies()
    nearest = find_nearest(name, known)
    mend = f'did you mean "{nearest}"?' if nearest else "choose one of: " + ", ".join(known)
    return Fault("unknown-vocabulary", f"there are no words called {show(name)}", mend)
