"""How wide is a column, how high is a row, and on which side do cells stand?"""

from collections.abc import Sequence

from obamodel.report.workbook.cells import Cell, Number, Shorthand

_NARROWEST, _WIDEST = 12, 60
_MOST_LINES = 3  # of a heading, where its words are short enough
_LINE = 15.5  # points, for letters of 12 points
_HIGHEST = 409.0  # as high as a spreadsheet lets a row be
# How many letters there are to the width of a digit, by which columns are measured.
_LETTERS, _BOLD_LETTERS = 1.1, 1.0


def find_width(heading: str, cells: Sequence[Cell]) -> int:
    """Find how wide a column must be for what stands in it, in signs, within reason.

    Examples
    --------
    >>> find_width("Seen (per 10,000 aged 10 to 17)", ["54", "no value"])
    14
    """
    longest = max((len(_show(cell)) for cell in cells), default=0)
    words = max((len(word) for word in heading.split()), default=0)
    share = -(-len(heading) // _MOST_LINES) + 2
    return min(max(_NARROWEST, longest + 2, words + 3, share + 1), _WIDEST)


def find_height(cells: Sequence[Cell], widths: Sequence[int], *, bold: bool = False) -> float:
    """Find how high a row must be, in points, for the longest of its cells.

    Parameters
    ----------
    cells
        What stands in it.
    widths
        How wide the columns are, in signs.
    bold
        Whether it stands in bold letters, which are wider.
    """
    most = max(
        _count_lines(_show(cell), int(width * (_BOLD_LETTERS if bold else _LETTERS)))
        for cell, width in zip(cells, widths, strict=True)
    )
    return min(most * _LINE + 1, _HIGHEST)


def choose_sides(columns: Sequence[Sequence[Cell]]) -> list[str]:
    """Choose the side on which the cells of each column stand.

    They stand on the right where all are numbers or stand for them; on the left otherwise, and
    a little apart from a column before that stands on the right.
    """
    sides: list[str] = []
    for cells in columns:
        numbers = any(isinstance(cell, Number) for cell in cells)
        if numbers and not any(isinstance(cell, str) for cell in cells):
            sides.append("right")
        else:
            sides.append("apart" if sides[-1:] == ["right"] else "left")
    return sides


def _count_lines(text: str, width: int) -> int:
    """Count the lines of a text that is broken between words, and within longer ones."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        lines, used = lines + max(used - 1, 0) // width, (used - 1) % width + 1
    return lines


def _show(cell: Cell) -> str:
    if isinstance(cell, Number):
        return f"{cell.value:,.3f}"
    return cell.value if isinstance(cell, Shorthand) else cell
