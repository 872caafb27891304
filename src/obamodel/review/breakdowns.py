"""What would a practitioner ask about numbers by group, and how they are protected?"""

from collections.abc import Iterator, Sequence

from obamodel.disclosure.presets import Rule, find_rule
from obamodel.disclosure.standing_rule import find_protection
from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.protection import Preset
from obamodel.domain.quantities import Count, Counted
from obamodel.domain.series import Series, SeriesKind
from obamodel.domain.traits import Trait
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part
from obamodel.stats.groups import MismatchKind, reconcile_breakdown

_FRACTIONS = (SeriesKind.SHARE, SeriesKind.RATE)


@rule("breakdown-does-not-reconcile", severity=Severity.GAP, source=sources.PRACTICE)
def breakdown_does_not_reconcile(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: do the parts and the whole fit together?"""
    for breakdown in evaluation.breakdowns:
        for mismatch in reconcile_breakdown(breakdown).disagreements:
            yield notice_one(
                breakdown,
                f"does not fit together: {mismatch.found}",
                f"{mismatch.mend[:1].upper()}{mismatch.mend[1:]}.",
            )


@rule("withheld-number-given-away", severity=Severity.GAP, source=sources.PRACTICE)
def withheld_number_given_away(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: can I work out what you hide?"""
    for breakdown in evaluation.breakdowns:
        for mismatch in reconcile_breakdown(breakdown).to_know:
            if mismatch.kind is MismatchKind.GIVEN_AWAY:
                yield notice_one(
                    breakdown,
                    f"gives away what it hides: {mismatch.found}",
                    "Choose a second number to leave out, or leave out the whole.",
                )


@rule("no-reference-population", severity=Severity.WORTH_ASKING, source=sources.WHO_TAKES_PART)
def no_reference_population(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: and how many of them live here?"""
    references = {one.reference for one in evaluation.breakdowns}
    compared = [
        one
        for one in evaluation.breakdowns
        if one.counted is not Counted.THINGS
        and one.trait is not Trait.OTHER
        and one.kind is SeriesKind.COUNT
        and one.id not in references
    ]
    alone = [one for one in compared if not one.reference]
    if alone:
        part = say_part(len(alone), len(compared), "breakdown of people", "breakdowns of people")
        verb = "is" if len(alone) == 1 else "are"
        yield notice_some(
            "breakdowns",
            f"{part} {verb} not held against any population{list_part(alone, compared)}, "
            "so nobody can see who is missing.",
            "Add the same groups from a census or a caseload, and name it under reference.",
            alone,
        )


@rule("average-of-percentages", severity=Severity.GAP, source=sources.PRACTICE)
def average_of_percentages(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is this whole the average of its parts' percentages?"""
    for breakdown in evaluation.breakdowns:
        if _is_averaged(breakdown):
            yield notice_one(
                breakdown,
                "may give the average of its parts' percentages as the percentage of the whole, "
                "in which a group of ten weighs as much as one of a thousand",
                "Add up the numbers of the parts, and divide by all they are out of.",
            )


@rule("subgroup-under-threshold", severity=Severity.NOTE, source=sources.PRACTICE)
def subgroup_under_threshold(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: may this be published, with so few in it?"""
    protection = find_protection(evaluation)
    if protection.preset is Preset.NONE:
        return
    rule = find_rule(protection)
    few = [one for one in evaluation.breakdowns if _has_few(one, rule)]
    if few:
        every = evaluation.breakdowns
        part = say_part(len(few), len(every), "breakdown", "breakdowns")
        verb = "has" if len(few) == 1 else "have"
        yield notice_some(
            "breakdowns",
            f"{part} {verb} groups too small to be published{list_part(few, every)}: "
            "they will read present, number withheld.",
            "Take years, places or groups together, so that people are seen and not picked out.",
            few,
        )


@rule("protection-not-chosen", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def protection_not_chosen(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: by which rules do you keep people from being picked out?"""
    counted: tuple[Count | Breakdown | Series, ...] = (
        *evaluation.counts,
        *evaluation.breakdowns,
        *evaluation.series,
    )
    open_to_view = all(one.counted is Counted.THINGS or one.published for one in counted)
    if not open_to_view and evaluation.protection is None:
        yield Noticed(
            place="protection",
            sentence="Nobody has chosen by which rules small numbers are protected, so those of "
            "hospital statistics are used: 1 to 7 are hidden, and the rest rounded to the "
            "nearest 5.",
            mend="Choose the rules together, and write under protection which, who and why.",
        )


def _is_averaged(breakdown: Breakdown) -> bool:
    whole, out_of = breakdown.whole, breakdown.whole_out_of
    parts = [part for part in breakdown.parts if part.number is not None and part.out_of]
    if (
        breakdown.kind not in _FRACTIONS
        or breakdown.rounded_to
        or whole is None
        or not out_of
        or len(parts) < max(2, len(breakdown.parts))
    ):
        return False
    said = whole / out_of
    shares = [(part.number or 0) / (part.out_of or 1) for part in parts]
    averaged = sum(shares) / len(shares)
    together = sum(part.number or 0 for part in parts) / sum(part.out_of or 0 for part in parts)
    # A whole is given to about half a person; the two must lie further apart than that.
    hair = 0.5 / out_of
    return abs(said - averaged) <= hair and abs(said - together) > 2 * hair


def _has_few(breakdown: Breakdown, rule: Rule) -> bool:
    if breakdown.published or breakdown.counted is Counted.THINGS:
        return False
    numbers: Sequence[int | None] = [
        part.out_of if breakdown.kind not in (SeriesKind.COUNT, *_FRACTIONS) else part.number
        for part in breakdown.parts
    ]
    return breakdown.trait.is_sensitive and any(
        number is not None and rule.is_small(number) for number in numbers
    )
