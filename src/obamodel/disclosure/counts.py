"""Which counts may be shown?"""

from collections.abc import Mapping, Sequence

from attrs import evolve

from obamodel.disclosure.presets import Rule, find_rule
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.stats.totals import bound_people, total_places

WITHHELD = "a small number, not shown"
_ALREADY_PUBLIC = "Numbers that were already public are shown as they stand in their source."
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
    Precision.WITHHELD: "The number is not shown.",
}


def protect_counts(counts: Sequence[Count], protection: Protection) -> tuple[Count, ...]:
    """Hide and round counts by the group's rules, so that nothing made of them tells more.

    Counts of people and of attendances are protected, unless that very number is public already.
    Things are not people, and stay. Where the rules do not round, a part is hidden too when it
    leaves few of a whole that is shown. Counts that were protected before do not change.

    Parameters
    ----------
    counts
        The counts as they are kept.
    protection
        The rules that the group chose.

    Examples
    --------
    >>> came = [
    ...     Count(id="came", of="people who came", counted=Counted.PEOPLE, value=43),
    ...     Count(id="few", of="people who spoke", counted=Counted.PEOPLE, value=3),
    ... ]
    >>> [str(count.quantity) for count in protect_counts(came, STANDING)]
    ['about 45', 'a small number, not shown']
    """
    if protection.preset is Preset.NONE:
        return tuple(counts)
    rule = find_rule(protection)
    whole = {count.id: count for count in counts}
    return tuple(_protect(count, whole.get(count.subset_of), rule) for count in counts)


def is_protected(count: Count) -> bool:
    """Say whether a count is of people or attendances, and not public already."""
    return count.counted is not Counted.THINGS and not count.published and count.value is not None


def _protect(count: Count, whole: Count | None, rule: Rule) -> Count:
    if not is_protected(count) or count.value is None:
        return count
    if rule.is_small(count.value) or _leaves_few(count, whole, rule):
        return _withhold(count)
    if rule.base == 1 or (count.value == 0 and rule.find_counts(0) == (0, 0)):
        return count
    rounded = f"Rounded to the nearest {rule.base}."
    shown = rule.round(count.value)
    precision = Precision.ABOUT
    if count.precision is Precision.AT_LEAST:
        # Rounded up, "at least" would not be true.
        shown = count.value // rule.base * rule.base
        rounded, precision = f"Rounded down to a multiple of {rule.base}.", count.precision
        if rule.is_small(shown) or not shown:
            return _withhold(count)
    # What was rounded before says so already.
    said = () if rounded in count.reason else (rounded,)
    reason = " ".join(part for part in (count.reason, *said) if part)
    return evolve(count, value=shown, precision=precision, reason=reason)


def _leaves_few(count: Count, whole: Count | None, rule: Rule) -> bool:
    """Whether those of the whole who are not in this part would be given away as few."""
    if whole is None or whole.value is None or count.value is None or rule.base > 1:
        return False
    left_over = whole.value - count.value
    return left_over > 0 and rule.is_small(left_over) and count.counted is whole.counted


def _withhold(count: Count) -> Count:
    return evolve(count, value=None, precision=Precision.WITHHELD, reason=WITHHELD)


def write_count(count: Count) -> str:
    """Write a count that was protected."""
    return str(count.quantity)


def publish_counts(
    counts: Sequence[Count], *, title: str, protection: Protection = STANDING
) -> PublishedTable:
    """Make the table of counts that may leave the house.

    Parameters
    ----------
    counts
        The counts to show, in order.
    title
        What the table shows.
    protection
        The rules that the group chose; those called ``hes`` where it chose none.

    Examples
    --------
    >>> few = Count(id="few", of="members who came", counted=Counted.PEOPLE, value=3)
    >>> publish_counts([few], title="Who came").rows[0].cells[:2]
    ('members who came', 'a small number, not shown')
    """
    shown = protect_counts(counts, protection)
    names = {count.id: count.of for count in counts}
    kinds = {count.counted for count in counts}
    kind_matters = len(kinds) > 1 or Counted.ATTENDANCES in kinds
    rows = tuple(
        PublishedRow(
            cells=(count.of, write_count(count), _explain(count, names, kind_matters=kind_matters)),
            number=count.value,
            marks=(Mark.WORDS, _mark(count), Mark.WORDS),
        )
        for count in shown
    )
    notes = []
    if protection.preset is not Preset.NONE and any(
        is_protected(count) or count.precision is Precision.WITHHELD for count in counts
    ):
        notes.append(find_rule(protection).sentence.replace(" (*)", ""))
    if any(count.published and count.counted is not Counted.THINGS for count in counts):
        notes.append(_ALREADY_PUBLIC)
    return PublishedTable(
        title=title,
        columns=("What was counted", "How many", "Good to know"),
        rows=rows,
        notes=tuple(notes),
    )


def publish_totals(
    counts: Sequence[Count], *, occasion: str = "occasion", protection: Protection = STANDING
) -> tuple[str, ...]:
    """Say how many places were taken and how many people that can have been, if it may be said.

    Both are worked out from the counts as they may be shown. A total of counts of which one is
    withheld would give it back by subtraction: it is withheld too.
    """
    shown = protect_counts(counts, protection)
    if any(count.precision is Precision.WITHHELD for count in shown):
        return ("The total is not shown, because a small number in it is not.",)
    places = total_places(shown, occasion=occasion)
    people = bound_people(shown, occasion=occasion)
    return (places.sentence, people.sentence)


def _mark(count: Count) -> Mark:
    return Mark.WITHHELD if count.precision is Precision.WITHHELD else Mark.WORDS


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
