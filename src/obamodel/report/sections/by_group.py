"""Who took part, group by group, and who is missing."""

from obamodel import plots
from obamodel.disclosure.breakdown_tables import tabulate_breakdown
from obamodel.disclosure.presence import publish_presence
from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.series import SeriesKind
from obamodel.report.document import (
    Block,
    Note,
    Section,
    list_if_any,
    tabulate_published,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material


def write_by_group(material: Material) -> Section:
    """Write every breakdown as a table, with who is missing where there is a population."""
    blocks: list[Block | None] = []
    references = {one.id: one for one in material.evaluation.breakdowns}
    for one in material.evaluation.breakdowns:
        blocks.append(tabulate_published(tabulate_breakdown(one)))
        if one.reference and one.kind is SeriesKind.COUNT:
            blocks += _write_presence(material, one, references[one.reference])
    return Section(id="by-group", title="Who took part, by group", blocks=blocks)


def _write_presence(
    material: Material, shown: Breakdown, reference: Breakdown
) -> list[Block | None]:
    found = publish_presence(shown, reference, material.protection)
    return [
        make_figure(
            plots.presence,
            found.chart,
            material.vocabulary,
            title=found.chart.title,
        ),
        *(write_paragraphs(found.answer.in_short) if found.answer is not None else ()),
        list_if_any((*(found.answer.details if found.answer is not None else ()), *found.caveats)),
        Note("Who takes part is one question; whether their voices are heard is another."),
    ]
