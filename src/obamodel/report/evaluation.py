"""The evaluation report, in the order such reports have."""

from collections.abc import Sequence

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.releases import Release
from obamodel.report.document import Document, Paragraph, Section
from obamodel.report.material import gather_material
from obamodel.report.sections.about import write_about
from obamodel.report.sections.asked import write_asked
from obamodel.report.sections.background import write_background
from obamodel.report.sections.brief import write_brief
from obamodel.report.sections.delivered import write_delivered
from obamodel.report.sections.difference import write_difference
from obamodel.report.sections.every_number import write_every_number
from obamodel.report.sections.gaps import write_gaps
from obamodel.report.sections.method import write_method
from obamodel.report.sections.not_shown import write_not_shown
from obamodel.report.sections.plans import write_plans
from obamodel.report.sections.reflection import write_reflection
from obamodel.report.sections.turned import write_turned
from obamodel.report.sections.wanted import write_wanted

CHAPTERS = (
    write_brief,
    write_background,
    write_method,
    write_wanted,
    write_delivered,
    write_difference,
    write_turned,
    write_reflection,
    write_plans,
    write_asked,
    write_not_shown,
    write_gaps,
    write_about,
    write_every_number,
)
NOTHING_RECORDED = "Nothing is recorded about this yet."
# What is worked out from the rest is not missing, where there is nothing to work it out from.
_NOTHING_HERE = {
    "turned": "There are no figures over time here, so there is no curve to judge.",
    "not-shown": "There is too little here yet to read too much into.",
    "every-number": "There is no number in this report.",
}


def write_evaluation(
    evaluation: Evaluation, *, internal: bool = False, earlier: Sequence[Release] = ()
) -> Document:
    """Write the report of an evaluation: a document that any printer can print.

    Every chapter is there, so that what is missing shows; parts of a chapter that have nothing
    in them are left out.

    Parameters
    ----------
    evaluation
        The evaluation.
    internal
        Whether to show what may not be published. Every page is then marked as not for
        publication.
    earlier
        What left the house before about the same people: what was shown then may give away what
        is hidden now.

    Examples
    --------
    >>> report = write_evaluation(Evaluation(id="new", title="A new evaluation"))
    >>> report.find("plans").blocks[0].text
    'Nothing is recorded about this yet.'
    """
    material = gather_material(evaluation, internal=internal, earlier=earlier)
    return Document(
        title=evaluation.title,
        subtitle=f"An evaluation by {evaluation.framework}",
        internal=internal,
        sections=[_complete(write(material)) for write in CHAPTERS],
    )


def _complete(chapter: Section) -> Section:
    if chapter.is_empty:
        return Section(
            id=chapter.id,
            title=chapter.title,
            blocks=[Paragraph(_NOTHING_HERE.get(chapter.id, NOTHING_RECORDED))],
        )
    return _prune(chapter)


def _prune(section: Section) -> Section:
    kept = tuple(_prune(one) for one in section.sections if not one.is_empty)
    return Section(id=section.id, title=section.title, blocks=section.blocks, sections=kept)
