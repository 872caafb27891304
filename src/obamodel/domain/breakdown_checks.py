"""What can be wrong with a breakdown, each by the name of the part and its place?"""

from collections.abc import Iterator

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.fields import show
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.domain.series_checks import find_tolerance
from obamodel.errors import Fault

_WHOLE = (SeriesKind.SHARE, SeriesKind.RATE)
_OVER = (SeriesKind.MEAN, SeriesKind.SCORE)


def find_faults_of_breakdown(breakdown: Breakdown) -> Iterator[Fault]:
    """Find what does not fit together within a breakdown."""
    if breakdown.reference and breakdown.reference == breakdown.id:
        yield Fault(
            "held-against-itself",
            "it is held against itself",
            "name the breakdown of those it should be held against",
            path=("reference",),
        )
    yield from _check_per(breakdown)
    yield from _check_names(breakdown)
    for index, part in enumerate(breakdown.parts):
        for fault in _check_part(breakdown, part):
            yield fault.under("parts", index)
    yield from _check_whole(breakdown)
    yield from _check_parts_against_whole(breakdown)


def _check_per(breakdown: Breakdown) -> Iterator[Fault]:
    kind, per = breakdown.kind, breakdown.per
    if kind in _WHOLE:
        if per is None:
            yield Fault(
                "per-missing",
                f"nothing says what this {kind} is per",
                "write per: 100 for %, 1 for a fraction, 10000 for a number per 10,000",
                path=("per",),
            )
        elif per <= 0:
            mend = "write more than 0, such as 100 for %"
            yield Fault("too-small", f"found {per:g}", mend, path=("per",))
    elif per is not None:
        found = f"a {kind} is not per anything, and {per:g} is written"
        yield Fault("per-of-none", found, "leave it out, or choose share or rate", path=("per",))


def _check_names(breakdown: Breakdown) -> Iterator[Fault]:
    if not breakdown.parts:
        yield Fault("no-parts", "it has no parts", "give its parts", path=("parts",))
    first_at: dict[str, int] = {}
    for index, part in enumerate(breakdown.parts):
        plain = " ".join(part.name.casefold().split())
        if plain in first_at:
            yield Fault(
                "named-twice",
                f"{show(part.name)} is already at parts[{first_at[plain]}]",
                "give each part a name of its own, or keep the one that is right",
                path=("parts", index, "name"),
            )
        first_at.setdefault(plain, index)


# --- one part ----------------------------------------------------------------------------


def _check_part(breakdown: Breakdown, part: Part) -> Iterator[Fault]:
    kind = breakdown.kind
    named = show(part.name)
    if kind is SeriesKind.COUNT:
        yield from _check_part_of_a_count(part)
    elif kind is SeriesKind.SCORE and part.number is not None:
        yield Fault(
            "sum-of-scores",
            f"{named} has the number {part.number}, and scores do not add up to anything",
            "write the score as its value, and under out_of how many people it is over",
            path=("number",),
        )
    elif part.number is not None and part.out_of is None:
        yield Fault(
            "out-of-missing",
            f"nothing says out of how many {named} has {part.number}",
            f"write out_of: a {kind} needs what it is out of",
            path=("out_of",),
        )
    elif part.number is not None and part.out_of is not None:
        yield from _check_fraction(breakdown, part.number, part.out_of, named, "number")
    yield from _check_value(breakdown, part)


def _check_part_of_a_count(part: Part) -> Iterator[Fault]:
    named = show(part.name)
    if part.value is not None:
        yield Fault(
            "value-of-a-count",
            f"{named} has the value {part.value:g}, and this is a count",
            "write it as its number, or choose the kind mean, score, share or rate",
            path=("value",),
        )
    if part.out_of is not None:
        yield Fault(
            "out-of-a-count",
            f"{named} is out of {part.out_of}, and this is a count",
            "leave it out, or choose the kind share or rate",
            path=("out_of",),
        )


def _check_fraction(
    breakdown: Breakdown, number: int, out_of: int, named: str, field: str
) -> Iterator[Fault]:
    found = f"{named}: found {number} out of {out_of}"
    share = breakdown.kind is SeriesKind.SHARE
    people = breakdown.kind is SeriesKind.RATE and breakdown.counted is Counted.PEOPLE
    if number > out_of and (share or people):
        mend = "a share is of the same people; choose the kind rate if events are counted"
        if people:
            mend = (
                "there are not more people than there are; count attendances or things if one "
                "person can be counted twice, or choose the kind mean"
            )
        yield Fault("above-all", found, mend, path=(field,))
    elif number > 0 and out_of == 0:
        yield Fault("out-of-nobody", found, "write out of how many: more than 0", path=(field,))


def _check_value(breakdown: Breakdown, part: Part) -> Iterator[Fault]:
    value, per = part.value, breakdown.per
    if value is None or breakdown.kind is SeriesKind.COUNT:
        return
    named = show(part.name)
    if breakdown.kind in _WHOLE and value < 0:
        mend = f"a {breakdown.kind} is never below 0"
        yield Fault("negative", f"{named}: found {value:g}", mend, path=("value",))
    if breakdown.kind is SeriesKind.SHARE and per is not None and value > per > 0:
        mend = f"a share is never above {per:g}, all of them"
        yield Fault("above-all", f"{named}: found {value:g} of {per:g}", mend, path=("value",))
    if part.out_of == 0:
        found = f"{named}: found {value:g} out of nobody"
        yield Fault("out-of-nobody", found, "leave the value out: there is none", path=("value",))
    if part.number is None or not part.out_of or (breakdown.kind in _WHOLE and not per):
        return
    expected = part.number * (per or 1) / part.out_of
    if breakdown.kind in (*_WHOLE, SeriesKind.MEAN) and abs(value - expected) > find_tolerance(
        value, expected
    ):
        by = f" x {per:g}" if per not in (None, 1) else ""
        sums = f"{part.number} / {part.out_of}{by} is {expected:.6g}"
        yield Fault(
            "does-not-agree",
            f"{named}: found {value:g}, but {sums}",
            "correct the one that is wrong",
            path=("value",),
        )


# --- the whole ---------------------------------------------------------------------------


def _check_whole(breakdown: Breakdown) -> Iterator[Fault]:
    kind, whole, out_of = breakdown.kind, breakdown.whole, breakdown.whole_out_of
    if kind is SeriesKind.COUNT and out_of is not None:
        yield Fault(
            "out-of-a-count",
            f"the whole is out of {out_of}, and this is a count",
            "leave it out, or choose the kind share or rate",
            path=("whole_out_of",),
        )
    if kind is SeriesKind.SCORE and whole is not None:
        yield Fault(
            "sum-of-scores",
            f"the whole is {whole}, and scores do not add up to anything",
            "leave it out; write under whole_out_of how many people there are scores of",
            path=("whole",),
        )
    if kind not in (SeriesKind.COUNT, *_OVER) and whole is not None and out_of is not None:
        yield from _check_fraction(breakdown, whole, out_of, "the whole", "whole")
    all_of_it, field = _name_all(breakdown)
    if all_of_it is not None and (breakdown.not_stated or 0) > all_of_it:
        yield Fault(
            "above-the-whole",
            f"{breakdown.not_stated} did not say, of {all_of_it} in all",
            f"correct not_stated or {field}: those who did not say are in the whole",
            path=("not_stated",),
        )


def _name_all(breakdown: Breakdown) -> tuple[int | None, str]:
    """Return what those who did not say belong to, and the name of its field."""
    if breakdown.kind is SeriesKind.COUNT:
        return breakdown.whole, "whole"
    return breakdown.whole_out_of, "whole_out_of"


def _check_parts_against_whole(breakdown: Breakdown) -> Iterator[Fault]:
    faults: list[Fault] = []
    if breakdown.kind is not SeriesKind.SCORE:
        faults += _check_against(breakdown, "number", breakdown.whole, "whole")
    if breakdown.kind is not SeriesKind.COUNT:
        faults += _check_against(breakdown, "out_of", breakdown.whole_out_of, "whole_out_of")
    if breakdown.kind is SeriesKind.SHARE and not faults:
        faults += _check_those_without(breakdown)
    yield from faults


def _check_those_without(breakdown: Breakdown) -> Iterator[Fault]:
    """Name a part in which more are without than in the whole: 2 of 10, where it is 15 of 20."""
    if breakdown.whole is None or breakdown.whole_out_of is None:
        return
    without = breakdown.whole_out_of - breakdown.whole
    if without < 0:
        return  # named already
    # A difference of two rounded numbers may be off by twice as much as one.
    off = breakdown.rounded_to or 0
    total = 0
    for index, part in enumerate(breakdown.parts):
        if part.number is None or part.out_of is None:
            continue
        of_part = part.out_of - part.number
        total += of_part
        if of_part > without + 2 * off:
            yield Fault(
                "above-the-whole",
                f"{show(part.name)}: found {part.number} out of {part.out_of}, which leaves "
                f"{of_part} without, and the whole, {breakdown.whole} out of "
                f"{breakdown.whole_out_of}, leaves {without}",
                "correct the part or the whole: no part is larger than the whole",
                path=("parts", index, "number"),
            )
            return
    if breakdown.overlap is Overlap.EXCLUSIVE and total > without + off * (
        len(breakdown.parts) + 1
    ):
        yield Fault(
            "parts-above-whole",
            f"the parts leave {total} without, and the whole, {breakdown.whole} out of "
            f"{breakdown.whole_out_of}, leaves {without}",
            "correct a part or the whole",
            path=("parts",),
        )


def _check_against(
    breakdown: Breakdown, name: str, whole: int | None, whole_name: str
) -> Iterator[Fault]:
    if whole is None:
        return
    silent = (breakdown.not_stated or 0) if _name_all(breakdown)[1] == whole_name else 0
    if silent > whole:
        return  # named already
    there = whole - silent
    # Each rounded number may be off by half of what it is rounded to.
    off = (breakdown.rounded_to or 0) / 2
    less = f", {silent} of whom did not say" if silent else ""
    sound = True
    for index, part in enumerate(breakdown.parts):
        size = getattr(part, name)
        if size is not None and size > there + 3 * off:
            sound = False
            yield Fault(
                "above-the-whole",
                f"{show(part.name)}: found {size}, and the whole is {whole}{less}",
                f"correct the {name} or {whole_name}: no part is larger than the whole",
                path=("parts", index, name),
            )
    total = sum(getattr(part, name) or 0 for part in breakdown.parts)
    if (
        sound
        and breakdown.overlap is Overlap.EXCLUSIVE
        and (total > there + off * (len(breakdown.parts) + 2))
    ):
        yield Fault(
            "parts-above-whole",
            f"the parts add up to {total} ({name}), and the whole is {whole}{less}",
            f"correct a part or {whole_name}; "
            'write overlap "overlapping" if one can be in two parts',
            path=("parts",),
        )
