"""How are candidates, places and choices said, in words a twelve-year-old can follow?"""


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
