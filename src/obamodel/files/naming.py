"""What are things called that come from elsewhere, so that no two have the same name?"""

import re
import unicodedata

from obamodel.domain.fields import LONGEST_IDENTIFIER

_LONGEST_STEM = 40


class Names:
    """Names that are given out once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, *parts: str, instead: str, longest: int = LONGEST_IDENTIFIER) -> str:
        """Give a name made from words; a number is added where it is taken already.

        Parameters
        ----------
        parts
            The words, in their order.
        instead
            What to call it where no letter of them can be used.
        longest
            How many characters it may have.

        Examples
        --------
        >>> names = Names()
        >>> names.give("People trained", instead="it"), names.give("People trained", instead="it")
        ('people-trained', 'people-trained-2')
        """
        stem = "-".join(filter(None, (write_name(part) for part in parts))) or instead
        name = start = _cut(stem, longest)
        while name in self._taken:
            # A file may have the same title a hundred thousand times.
            number = self._next.get(start, 2)
            self._next[start] = number + 1
            ending = f"-{number}"
            name = _cut(stem, longest - len(ending)) + ending
        self._taken.add(name)
        return name


def give_stem(names: Names, words: str, instead: str) -> str:
    """Give a short name, to which others can be added."""
    return names.give(words, instead=instead, longest=_LONGEST_STEM)


def write_name(words: str) -> str:
    """Write words as a name: a-z, 0-9 and hyphens.

    Examples
    --------
    >>> write_name("Écoles (rurales)")
    'ecoles-rurales'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _cut(name: str, longest: int) -> str:
    return name[:longest].strip("-")
