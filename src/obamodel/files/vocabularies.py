"""The words that come with the library for each idea."""

import functools
import tomllib
from importlib.resources import files

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
    known = list_vocabularies()
    if id not in known:
        nearest = find_nearest(id, known)
        mend = f'did you mean "{nearest}"?' if nearest else "choose one of: " + ", ".join(known)
        fault = Fault("unknown-vocabulary", f"there are no words called {show(id)}", mend)
        raise InvalidError("vocabulary", [fault])
    shipped = tomllib.loads((_FOLDER / f"{id}.toml").read_text(encoding="utf-8"))
    words = [{"idea": idea, "word": word} for idea, word in shipped["words"].items()]
    return structure(shipped | {"words": words}, Vocabulary)
