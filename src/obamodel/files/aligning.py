"""Which thing of an old list has become which of a new one?"""

from collections.abc import Hashable, Sequence


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int | None]:
    """Find for each new thing the place of the old one that it was.

    Things of the same name are the same. One with a new name that stands where one with an old
    name stood is taken for it: it was probably renamed.

    Parameters
    ----------
    old, new
        The names of the things, in their order.

    Examples
    --------
    >>> align(["a", "b", "c"], ["c", "a", "d"])
    [2, 0, 1]
    >>> align(["a"], ["a", "b"])
    [0, None]
    """
    places: dict[Hashable, list[int]] = {}
    for index, name in enumerate(old):
        places.setdefault(name, []).append(index)
    matches = [places[name].pop(0) if places.get(name) else None for name in new]
    free = {index for left in places.values() for index in left}
    before = -1
    for index, match in enumerate(matches):
        if match is None and before + 1 in free:
            match = matches[index] = before + 1
            free.remove(match)
        before = before if match is None else match
    return matches
