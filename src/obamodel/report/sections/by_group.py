"""Who took part, group by group."""

from obamodel.disclosure.breakdown_tables import tabulate_breakdown
from obamodel.report.document import Section, tabulate_published
from obamodel.report.material import Material


def write_by_group(material: Material) -> Section:
    """Write every breakdown as a table; those they are held against stand under them."""
    return Section(
        id="by-group",
        title="Who took part, by group",
        blocks=[
            tabulate_published(tabulate_breakdown(one)) for one in material.evaluation.breakdowns
        ],
    )
