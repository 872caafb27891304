"""What every answer does alike."""

from typing import NoReturn


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
