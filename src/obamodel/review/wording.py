"""How findings name things and count them, in plain words."""

from collections.abc import Sequence

from obamodel.domain.factors import Factor
from obamodel.domain.indicators import Indicator

LONGEST_QUOTED = 80
MOST_LISTED = 6


def quote(text: str, longest: int = LONGEST_QUOTED) -> str:
    """Put words in quotation marks, cut short between two words where they are long.

    Examples
    --------
    >>> quote("Children are safe.")
    '“Children are safe”'
    >>> quote("Children are safe at home and at school.", longest=20)
    '“Children are safe …”'
    """
    plain = " ".join(text.split()).rstrip(".")
    if len(plain) > longest:
        plain = plain[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{plain}”"


def join_names(names: Sequence[str]) -> str:
    """List names as people say them; a long list ends in how many others there are.

    Examples
    --------
    >>> join_names(["A1", "A2", "A3"])
    'A1, A2 and A3'
    >>> join_names(list("abcdefgh"))
    'a, b, c, d, e, f and 2 others'
    """
    shown = list(names)
    if len(shown) > MOST_LISTED + 1:
        shown = [*shown[:MOST_LISTED], f"{len(names) - MOST_LISTED} others"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def say_part(part: int, whole: int, one: str, many: str) -> str:
    """Say how many of the things there are.

    Examples
    --------
    >>> say_part(13, 19, "action", "actions"), say_part(5, 5, "action", "actions")
    ('13 of 19 actions', 'all 5 actions')
    >>> say_part(1, 1, "action", "actions")
    'the only action'
    """
    if part == whole:
        return f"the only {one}" if whole == 1 else f"all {whole} {many}"
    return f"{part} of {whole} {many}"


def start(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def name_indicator(indicator: Indicator) -> str:
    """Name an indicator by its label."""
    return f"indicator {indicator.label}"


def name_factor(factor: Factor) -> str:
    """Name a factor by its label and its name."""
    return f"{factor.label} ({factor.name})"
