"""What we do not know: written by the library from what is missing."""

from obamodel.report.document import Section, list_if_any, tabulate_words, write_paragraphs
from obamodel.report.material import Material
from obamodel.report.sections.judged import say_judged
from obamodel.review import Finding, Review, Severity

_TITLES = {
    Severity.GAP: "What is missing",
    Severity.WORTH_ASKING: "What is worth asking",
    Severity.NOTE: "What to bear in mind",
}

_HOW = (
    "This chapter is put together by the software from what is missing in the evaluation. None of "
    "it is a reproach: it says what a reader should not conclude, and what would mend it."
)
_NOTHING_FOUND = (
    "The software looked for what is missing in the evaluation, and found nothing to ask about. "
    "It can only see what is written down."
)


def write_gaps(material: Material) -> Section:
    """Write what the review found missing or open, what is lost, and what was let stand."""
    review = material.review
    found = review.open or review.waived or material.evaluation.losses
    return Section(
        id="gaps",
        title="What we do not know",
        blocks=write_paragraphs(_HOW if found else _NOTHING_FOUND),
        sections=[
            *(
                Section(
                    id=f"gaps-{number}",
                    title=_TITLES[severity],
                    blocks=[list_if_any(_tell(one) for one in _choose(review, severity))],
                )
                for number, severity in enumerate(Severity, start=1)
            ),
            _write_losses(material),
            Section(
                id="waived",
                title="Looked at and let stand",
                blocks=[list_if_any(_tell_waived(finding) for finding in review.waived)],
            ),
        ],
    )


def _choose(review: Review, severity: Severity) -> tuple[Finding, ...]:
    return tuple(finding for finding in review.open if finding.severity is severity)


def _tell(finding: Finding) -> str:
    return f"{finding.sentence} What would mend it: {finding.mend[:1].lower()}{finding.mend[1:]}"


def _tell_waived(finding: Finding) -> str:
    assert finding.waiver is not None
    return f"{finding.sentence} Let stand by {say_judged(finding.waiver.judged)}"


def _write_losses(material: Material) -> Section:
    return Section(
        id="lost",
        title="What is lost",
        blocks=[
            tabulate_words(
                "Charts, figures and notes that are lost",
                (
                    "What",
                    "Kind",
                    "What it is known to have shown",
                    "What cannot be said without it",
                ),
                [
                    (
                        one.title,
                        one.kind,
                        one.showed or "not known",
                        one.means or "not recorded",
                    )
                    for one in material.evaluation.losses
                ],
            )
        ],
    )
