"""Are several breakdowns of one and the same whole?"""

from collections.abc import Iterator

from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.stats.answers import join_names
from obamodel.stats.groups.mismatches import Mismatch, MismatchKind, tell_given_away
from obamodel.stats.groups.sums import imply_whole, leaves_only_withheld, list_sums


def find_what_is_not_one(breakdowns: tuple[Breakdown, ...]) -> Iterator[Fault]:
    """Find why breakdowns cannot be of one whole."""
    if not breakdowns:
        yield Fault("nothing-given", "there is no breakdown", "give one or more")
        return
    first = breakdowns[0]
    for place, other in enumerate(breakdowns[1:], start=1):
        if other.counted is not first.counted:
            yield Fault(
                "not-one-whole",
                f"{show(other.id)} counts {other.counted}, and {show(first.id)} {first.counted}",
                "hold people against people, and attendances against attendances",
                path=(place, "counted"),
            )
        if (other.kind, other.per) != (first.kind, first.per):
            yield Fault(
                "not-one-whole",
                f"{show(other.id)} is a {_say_kind(other)}, and {show(first.id)} a "
                f"{_say_kind(first)}",
                "hold numbers of one kind against each other",
                path=(place, "kind"),
            )
        if other.period is not None and first.period is not None and other.period != first.period:
            yield Fault(
                "not-one-whole",
                f"{show(other.id)} is of {other.period}, and {show(first.id)} of {first.period}",
                "hold breakdowns of one period against each other",
                path=(place, "period"),
            )


def _say_kind(breakdown: Breakdown) -> str:
    return str(breakdown.kind) + ("" if breakdown.per is None else f" per {breakdown.per:g}")


def compare_wholes(breakdowns: tuple[Breakdown, ...]) -> Iterator[Mismatch]:
    """Find where breakdowns of one whole differ in how large it is."""
    by_field: dict[str, list[tuple[Breakdown, float, float]]] = {"number": [], "out_of": []}
    for breakdown in breakdowns:
        for sums in list_sums(breakdown):
            by_field[sums.field].append((breakdown, *imply_whole(breakdown, sums)))
    yield from _find_what_others_give_away(breakdowns)
    for field, spans in by_field.items():
        if len(spans) < 2:
            continue
        if max(lowest for _, lowest, _ in spans) <= min(highest for *_, highest in spans):
            continue
        said = [f"{one.id} {_say_span(low, high)}" for one, low, high in spans]
        thing = "how many there are" if field == "number" else "out of how many it is"
        yield Mismatch(
            kind=MismatchKind.DIFFERENT_WHOLES,
            breakdown=", ".join(one.id for one, *_ in spans),
            parts=(),
            found=f"breakdowns of one whole differ in {thing}: {join_names(said)}",
            means="they do not show the same people or things, so they cannot be read together",
            mend="find out whom one of them leaves out, and write those under not_stated or as a "
            "part; or say that they are of different wholes",
        )


def _find_what_others_give_away(breakdowns: tuple[Breakdown, ...]) -> Iterator[Mismatch]:
    """Find a whole that is left out to protect a part, and that another breakdown gives."""
    for breakdown in breakdowns:
        for sums in list_sums(breakdown):
            if sums.whole is not None or not leaves_only_withheld(breakdown, sums):
                continue
            givers = [
                other.id
                for other in breakdowns
                for theirs in list_sums(other)
                if theirs.field == sums.field and len(set(imply_whole(other, theirs))) == 1
            ]
            if givers:
                whole = f"the whole that {join_names(givers)} gives"
                yield tell_given_away(breakdown, sums.without, whole)


def _say_span(lowest: float, highest: float) -> str:
    if highest == lowest:
        return f"says {lowest:g}"
    if highest == float("inf"):
        return f"says {lowest:g} or more"
    return f"says {lowest:g} to {highest:g}"
