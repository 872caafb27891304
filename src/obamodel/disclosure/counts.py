"""Which counts may be shown?"""

from collections.abc import Mapping, Sequence

from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.stats.totals import bound_people, total_places

SMALLEST_SHOWN = 10
WITHHELD = "a small number, not shown"
_WHY_WITHHELD = (
    f"Counts of people from 1 to {SMALLEST_SHOWN - 1} are not shown unless the very number is "
    "already public, so that nobody can be picked out."
)
_ALREADY_PUBLIC = "Small numbers shown here were already public in the source they are taken from."
_KINDS = {
    Counted.PEOPLE: "People.",
    Counted.ATTENDANCES: "Attendances, not people.",
    Counted.THINGS: "Things.",
}
_PRECISIONS = {
    Precision.EXACT: "An exact count.",
    Precision.ABOUT: "About so many.",
    Precision.AT_LEAST: "There may have been more.",
    Precision.UNKNOWN: "The number is not known.",
}


def is_withheld(count: Count) -> bool:
    """Say whether a count is too small to be shown.

    Counts of people and of attendances from 1 to 9 are withheld, unless that very number is
    already public. Things are not people, and are shown.

    Examples
    --------
    >>> is_withheld(Count(id="few", of="members who came", counted=Counted.PEOPLE, value=3))
    True
    """
    small = count.value is not None and 0 < count.value < SMALLEST_SHOWN
    return small and count.counted is not Counted.THINGS and not count.published


def write_count(count: Count) -> str:
    """Write a count as it may be shown."""
    return WITHHELD if is_withheld(count) else str(count.quantity)


def publish_counts(counts: Sequence[Count], *, title: str) -> PublishedTable:
    """Make the table of counts that may leave the house.

    Parameters
    ----------
    counts
        The counts to show, in order.
    title
        What the table shows.

    Examples
    --------
    >>> few = Count(id="few", of="members who came", counted=Counted.PEOPLE, value=3)
    >>> publish_counts([few], title="Who came").rows[0].cells[:2]
    ('members who came', 'a small number, not shown')
    """
    names = {count.id: count.of for count in counts}
    kinds = {count.counted for count in counts}
    kind_matters = len(kinds) > 1 or Counted.ATTENDANCES in kinds
    rows = tuple(
        PublishedRow(
            cells=(count.of, write_count(count), _explain(count, names, kind_matters=kind_matters)),
            number=None if is_withheld(count) else count.value,
        )
        for count in counts
    )
    notes = []
    if any(is_withheld(count) for count in counts):
        notes.append(_WHY_WITHHELD)
    if any(_is_small_but_public(count) for count in counts):
        notes.append(_ALREADY_PUBLIC)
    return PublishedTable(
        title=title,
        columns=("What was counted", "How many", "Good to know"),
        rows=rows,
        notes=tuple(notes),
    )


def publish_totals(counts: Sequence[Count], *, occasion: str = "occasion") -> tuple[str, ...]:
    """Say how many places were taken and how many people that can have been, if it may be said.

    A total of counts of which one is withheld would give it back by subtraction: it is withheld
    too.
    """
    if any(is_withheld(count) for count in counts):
        return ("The total is not shown, because a small number in it is not.",)
    places = total_places(counts, occasion=occasion)
    people = bound_people(counts, occasion=occasion)
    return (places.sentence, people.sentence)


def _is_small_but_public(count: Count) -> bool:
    small = count.value is not None and 0 < count.value < SMALLEST_SHOWN
    return small and count.counted is not Counted.THINGS and bool(count.published)


def _explain(count: Count, names: Mapping[str, str], *, kind_matters: bool) -> str:
    said = [_KINDS[count.counted]] if kind_matters else []
    if count.subset_of:
        larger = names.get(count.subset_of, "another count")
        said.append(f"The same people again as some of: {larger}.")
    if count.precision in (Precision.ABOUT, Precision.AT_LEAST) and count.reason:
        said.append(count.reason)
    if count.note:
        said.append(count.note)
    return " ".join(said) or _PRECISIONS[count.precision]
