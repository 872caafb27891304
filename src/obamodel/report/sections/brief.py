"""In brief: what a reader with one minute takes away."""

from obamodel.disclosure import publish_totals
from obamodel.domain.activities import ActivityKind
from obamodel.report.document import (
    Note,
    Section,
    list_if_any,
    write_paragraphs,
)
from obamodel.report.material import Material
from obamodel.review import Severity
from obamodel.stats import choose_counts
from obamodel.stats.answers import join_names

_CURVES = 4


def write_brief(material: Material) -> Section:
    """Write the summary, the main figures and how sure one can be of them."""
    evaluation, coverage = material.evaluation, material.coverage
    known = [*_list_curves(material), *(coverage.gaps if evaluation.factors else ())]
    counts = choose_counts(evaluation, ActivityKind.TRAINING)
    if counts:
        totals = publish_totals(counts, occasion="course", protection=material.protection)
        known += [f"Training: {said}" for said in totals]
    shown = len(material.voices.feedback)
    if shown:
        known.append(f"{shown} voices are given below, each as a gist in our own words.")
    source = evaluation.source.rstrip(".")
    if source:
        known.append(
            f'The facts are taken from: {source}. Where it says "the report", that is meant.'
        )
    known.append('Where a note says "we", it means those who made this report.')
    return Section(
        id="in-brief",
        title="In brief",
        blocks=[
            *write_paragraphs(evaluation.summary),
            list_if_any(known),
            _write_open_questions(material),
        ],
    )


def _list_curves(material: Material) -> list[str]:
    """List what is said of the first few curves, by the newest baseline of each."""
    replaced = {one.replaces for one in material.evaluation.baselines}
    newest = sorted(material.answers, key=lambda one: one.baseline.until.ordinal)
    said = {one.series.id: one.sentence for one in newest if one.baseline.id not in replaced}
    listed = [said[one.id] for one in material.evaluation.series if one.id in said]
    if len(listed) > _CURVES:
        listed[_CURVES:] = [f"{len(listed) - _CURVES} more curves are in the chapter about them."]
    return listed


def _write_open_questions(material: Material) -> Note | None:
    found = [
        f"{said} ({number})"
        for severity, said in (
            (Severity.GAP, "what is missing"),
            (Severity.WORTH_ASKING, "what is worth asking"),
            (Severity.NOTE, "what to bear in mind"),
        )
        if (number := sum(one.severity is severity for one in material.review.open))
    ]
    if not found:
        return None
    return Note(f"The chapter on what we do not know says {join_names(found)}.")
