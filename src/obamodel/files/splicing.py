"""Changes to a text, each at its own place, made all at once."""

from attrs import define, field


class OverlapError(Exception):
    """Two changes to the same stretch of a text."""


@define
class Splices:
    """Pieces of a text that are to be replaced, none of them reaching into another.

    Examples
    --------
    >>> splices = Splices()
    >>> splices.add(0, 3, "Five")
    >>> splices.add(9, 9, " today")
    >>> splices.apply("Two walks")
    'Five walks today'
    """

    _pieces: list[tuple[int, int, str]] = field(factory=list)

    def add(self, start: int, end: int, replacement: str) -> None:
        """Replace what stands from one offset to another; at one place, first come first."""
        self._pieces.append((start, end, replacement))

    def apply(self, text: str, start: int = 0, end: int | None = None) -> str:
        """Return the text, or a stretch of it, with every change made.

        Raises
        ------
        OverlapError
            When one change reaches into another.
        """
        parts = []
        for piece_start, piece_end, replacement in sorted(
            self._pieces, key=lambda piece: piece[:2]
        ):
            if piece_start < start:
                raise OverlapError
            parts += [text[start:piece_start], replacement]
            start = piece_end
        return "".join([*parts, text[start:end]])
