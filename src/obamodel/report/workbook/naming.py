"""Names that a workbook can bear: of its sheets, of its tables and of their columns."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

COVER, NOTES = "Cover", "Notes"
_LONGEST_SHEET = 31
_LONGEST_HEADING = 250
_NOT_IN_SHEET = re.compile(r"[\[\]:*?/\\']")
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")
_MOST_LETTERS = 40
# A name does not end in these.
_SMALL_WORDS = frozenset(
    (
        *("a", "all", "an", "and", "are", "as", "at", "by", "each", "for", "from", "how", "in"),
        *("is", "it", "its", "of", "on", "or", "that", "the", "their", "to", "was", "we", "were"),
        *("what", "which", "who", "with"),
    )
)


def name_sheet(number: int, title: str) -> str:
    """Name the sheet of a table: its number, and as much of its title as has room.

    Examples
    --------
    >>> name_sheet(3, "What was counted: training and support")
    '3 What was counted training'
    """
    words = _NOT_IN_SHEET.sub(" ", title.replace("'", "")).split()
    kept = list(words)
    while kept and _measure(f"{number} {' '.join(kept)}") > _LONGEST_SHEET:
        kept.pop()
    while len(kept) < len(words) and kept and kept[-1].strip(",;").lower() in _SMALL_WORDS:
        kept.pop()
    return f"{number} {' '.join(kept)}".rstrip(" ,;.-")


def name_sheets(titles: Sequence[str]) -> list[str]:
    """Name the sheets of tables; of titles that begin alike, what comes after counts.

    Examples
    --------
    >>> name_sheets(["Who came: training", "Who came: meetings", "Plans: next"])
    ['1 Training', '2 Meetings', '3 Plans next']
    """
    openings = Counter(title.partition(": ")[0] for title in titles)
    named = []
    for number, title in enumerate(titles, start=1):
        opening, _, rest = title.partition(": ")
        told = rest[:1].upper() + rest[1:] if openings[opening] > 1 else ""
        named.append(name_sheet(number, told or title))
    return named


def name_table(number: int, title: str) -> str:
    """Name a table for programs: letters of a to z, digits and low lines.

    Examples
    --------
    >>> name_table(3, "Who came: 2012/13?")
    'table_3_who_came_2012_13'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = _NOT_IN_NAME.sub("_", plain).strip("_")
    return f"table_{number}_{words[:_MOST_LETTERS]}".strip("_")


def name_columns(headings: Iterable[str]) -> list[str]:
    """Give each column a heading of its own, as a table in a workbook needs.

    Examples
    --------
    >>> name_columns(["Seen", "", "seen"])
    ['Seen', 'Column 2', 'seen (2)']
    """
    named: list[str] = []
    taken: set[str] = set()
    for place, heading in enumerate(headings, start=1):
        wanted = heading[:_LONGEST_HEADING] or f"Column {place}"
        name, again = wanted, 1
        while name.casefold() in taken:
            again += 1
            name = f"{wanted} ({again})"
        taken.add(name.casefold())
        named.append(name)
    return named


def _measure(name: str) -> int:
    """Count as spreadsheets do: a sign beyond the first 65,536 counts twice."""
    return len(name.encode("utf-16-le")) // 2
