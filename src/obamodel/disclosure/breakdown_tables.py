"""Breakdowns as tables for readers, made from what may be shown."""

from obamodel.disclosure.breakdowns import say_withheld
from obamodel.disclosure.shares import UNRELIABLE_BELOW
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind

UNRELIABLE = (
    f"u: worked out from fewer than {UNRELIABLE_BELOW}, so it may well be otherwise; do not lean "
    "on it."
)
ATTENDANCES = "Attendances, not people: somebody who came three times is counted three times."
_COLUMNS = {
    SeriesKind.COUNT: ("How many",),
    SeriesKind.SHARE: ("How many", "Out of", "Share"),
    SeriesKind.RATE: ("How many", "Out of", "Rate"),
    SeriesKind.MEAN: ("Mean", "Over how many"),
    SeriesKind.SCORE: ("Score", "Over how many"),
}
_NO_NUMBER = {
    PartState.REACHED: ("reached, not counted", Mark.UNKNOWN),
    PartState.UNKNOWN: ("not known", Mark.UNKNOWN),
}


def tabulate_breakdown(shown: Breakdown) -> PublishedTable:
    """Lay out a breakdown that was published: a line for each group, those not counted too.

    Parameters
    ----------
    shown
        A breakdown as ``publish`` leaves it. It is not checked again.

    Examples
    --------
    >>> from obamodel.domain.traits import Trait
    >>> who = Breakdown(
    ...     id="who", name="Who came", of="people", counted=Counted.PEOPLE, by="age",
    ...     trait=Trait.CHARACTERISTIC, overlap=Overlap.EXCLUSIVE, complete=False,
    ...     parts=[
    ...         Part(name="under 65", number=40),
    ...         Part(name="over 65", state=PartState.WITHHELD, reason="a small number"),
    ...     ],
    ... )
    >>> [row.cells for row in tabulate_breakdown(who).rows]
    [('under 65', '40'), ('over 65', 'present, number withheld')]
    """
    rows = [_make_row(shown, part) for part in shown.parts]
    if shown.not_stated is not None:
        rows.append(_pad(shown, "did not say", str(shown.not_stated), shown.not_stated))
    rows += _tell_whole(shown)
    return PublishedTable(
        title=shown.name,
        columns=[shown.by[:1].upper() + shown.by[1:], *_COLUMNS[shown.kind]],
        rows=rows,
        notes=_write_notes(shown, rows),
    )


def _make_row(shown: Breakdown, part: Part) -> PublishedRow:
    if not part.is_counted:
        said, mark = _NO_NUMBER.get(part.state) or (say_withheld(part), Mark.WITHHELD)
        blank = ["-"] * (len(_COLUMNS[shown.kind]) - 1)
        return PublishedRow(
            cells=[part.name, said, *blank],
            marks=[Mark.WORDS, mark, *(Mark.WORDS for _ in blank)],
        )
    if shown.kind is SeriesKind.COUNT:
        return PublishedRow(cells=[part.name, f"{part.number:,}"], number=part.number)
    if shown.kind in (SeriesKind.MEAN, SeriesKind.SCORE):
        over = "-" if part.out_of is None else f"{part.out_of:,}"
        return PublishedRow(cells=[part.name, f"{shown.value_of(part):g}", over])
    if part.number is None or part.out_of is None:
        return PublishedRow(cells=[part.name, "-", "-", _write(shown, part)])
    cells = [part.name, f"{part.number:,}", f"{part.out_of:,}", _write(shown, part)]
    return PublishedRow(cells=cells, number=part.number)


def _write(shown: Breakdown, part: Part) -> str:
    value = shown.value_of(part)
    if value is None:
        return "-"
    few = part.number is not None and part.number < UNRELIABLE_BELOW
    mark = " u" if few and shown.counted is not Counted.THINGS else ""
    if shown.per == 100:
        return f"{value:.0f}%{mark}"
    return f"{value:.3g}{'' if shown.per in (None, 1) else f' per {shown.per:,g}'}{mark}"


def _tell_whole(shown: Breakdown) -> list[PublishedRow]:
    if shown.whole is None:
        return []
    if shown.kind is SeriesKind.COUNT:
        return [_pad(shown, "altogether", f"{shown.whole:,}", shown.whole)]
    if shown.kind in (SeriesKind.SHARE, SeriesKind.RATE) and shown.whole_out_of is not None:
        whole = Part(name="altogether", number=shown.whole, out_of=shown.whole_out_of)
        return [_make_row(shown, whole)]
    return []


def _pad(shown: Breakdown, name: str, said: str, number: int) -> PublishedRow:
    blank = ["-"] * (len(_COLUMNS[shown.kind]) - 1)
    return PublishedRow(cells=[name, said, *blank], number=None if blank else number)


def _write_notes(shown: Breakdown, rows: list[PublishedRow]) -> list[str]:
    notes = [shown.note] if shown.note else []
    if shown.counted is Counted.ATTENDANCES:
        notes.append(ATTENDANCES)
    if shown.overlap is Overlap.OVERLAPPING:
        notes.append("Somebody can be in two of these groups, so they do not add up.")
    if not shown.complete:
        notes.append("These are not all the groups there are.")
    reached = [part.name for part in shown.parts if part.state is PartState.REACHED]
    if reached:
        notes.append("Reached, not counted: people were there, and nobody wrote down how many.")
    if any(cell.endswith(" u") for row in rows for cell in row.cells):
        notes.append(UNRELIABLE)
    if shown.published:
        notes.append(_tell_rule(shown))
    return notes


def _tell_rule(shown: Breakdown) -> str:
    if shown.rounded_to or any(part.state is PartState.WITHHELD for part in shown.parts):
        return shown.published.replace(" (*)", "")
    return f"These numbers are public: {shown.published}"
