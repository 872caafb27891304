"""Every note once, with its number, wherever it is referred to."""

from collections.abc import Iterable

from attrs import define, field


@define
class Notes:
    """The notes of a workbook, numbered in the order in which they are met."""

    numbers: dict[str, int] = field(factory=dict)
    places: dict[int, list[int]] = field(factory=dict)

    def refer(self, notes: Iterable[str], table: int) -> list[int]:
        """Take notes of a table, and return their numbers; the same words have the same number."""
        found = []
        for note in dict.fromkeys(note for note in notes if note):
            number = self.numbers.setdefault(note, len(self.numbers) + 1)
            self.places.setdefault(number, []).append(table)
            found.append(number)
        return found


def write_markers(numbers: Iterable[int]) -> str:
    """Write the markers that lead to notes.

    Examples
    --------
    >>> write_markers([1, 4])
    '[note 1] [note 4]'
    """
    return " ".join(f"[note {number}]" for number in numbers)
