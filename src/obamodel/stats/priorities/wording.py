"""How are candidates, places and choices said, in words a twelve-year-old can follow?"""

from collections.abc import Sequence

MOST_NAMED = 6
"""With more, a sentence names some and counts the others."""


def join_names(names: Sequence[str], *, most: int | None = MOST_NAMED) -> str:
    """Join names as in a sentence, counting those for which there is no room.

    Parameters
    ----------
    names
        The names.
    most
        How many there is room for; none where all must be named.

    Examples
    --------
    >>> join_names(["one", "two", "three"]), join_names(list("ABCDEFGH"))
    ('one, two and three', 'A, B, C, D, E, F and 2 more')
    """
    given = list(names)
    if most is not None and len(given) > most:
        given = [*given[:most], f"{len(given) - most} more"]
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} and {given[-1]}"


def say_places(lowest: int, highest: int) -> str:
    """Say which place something has, or between which places it lies.

    Examples
    --------
    >>> say_places(2, 2), say_places(1, 2), say_places(2, 4)
    ('place 2', 'place 1 or 2', 'place 2 to 4')
    """
    if lowest == highest:
        return f"place {lowest}"
    return f"place {lowest} {'or' if highest == lowest + 1 else 'to'} {highest}"


def begin_sentence(said: str) -> str:
    """Put a capital at the beginning, and leave the rest as it is.

    Examples
    --------
    >>> begin_sentence("indicator 1 is a UK figure.")
    'Indicator 1 is a UK figure.'
    """
    return said[:1].upper() + said[1:]
