"""In brief: what a reader with one minute takes away."""

from obamodel.disclosure import publish_totals
from obamodel.domain.activities import ActivityKind
from obamodel.report.document import Note, Section, list_if_any, write_paragraphs
from obamodel.report.material import Material
from obamodel.stats import choose_counts


def write_brief(material: Material) -> Section:
    """Write the summary, the main figures and how sure one can be of them."""
    evaluation, coverage = material.evaluation, material.coverage
    known = [coverage.sentence] if coverage.indicators else []
    counts = choose_counts(evaluation, ActivityKind.TRAINING)
    known += [f"Training: {said}" for said in publish_totals(counts)] if counts else []
    shown = len(material.voices.feedback)
    if shown:
        known.append(f"{shown} voices are given below, each as a gist in our own words.")
    source = evaluation.source.rstrip(".")
    if source:
        known.append(
            f'The facts are taken from: {source}. Where it says "the report", that is meant.'
        )
    gaps = len(material.review.open)
    note = Note(
        f"This evaluation leaves {gaps} questions open. The chapter on what we do not know "
        "lists them, with what would mend each."
    )
    return Section(
        id="in-brief",
        title="In brief",
        blocks=[*write_paragraphs(evaluation.summary), list_if_any(known), note if gaps else None],
    )
