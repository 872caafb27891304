"""What every answer does alike."""

from collections.abc import Iterable
from typing import NoReturn

MOST_NAMED = 6
"""With more, a sentence names some and counts the others."""


def refuse_truth(answer: object) -> NoReturn:
    """Refuse to stand for yes or no: an answer is read, not tested.

    Raises
    ------
    TypeError
        Always; it says what to ask instead.
    """
    raise TypeError(
        f"{type(answer).__name__} is neither true nor false; "
        "print it, or ask for the number or verdict it holds"
    )


def say_number(number: int, thing: str) -> str:
    """Say how many things there are.

    Examples
    --------
    >>> say_number(1, "link"), say_number(13, "link")
    ('1 link', '13 links')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def join_names(names: Iterable[str], *, most: int | None = None) -> str:
    """Join names as in a sentence, counting those for which there is no room.

    Parameters
    ----------
    names
        The names.
    most
        How many there is room for; none where all must be named.

    Examples
    --------
    >>> join_names(["Essex", "Kent", "Surrey"]), join_names(list("ABCDEFGH"), most=MOST_NAMED)
    ('Essex, Kent and Surrey', 'A, B, C, D, E, F and 2 more')
    """
    given = list(names)
    if most is not None and len(given) > most:
        given = [*given[:most], f"{len(given) - most} more"]
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} and {given[-1]}"
