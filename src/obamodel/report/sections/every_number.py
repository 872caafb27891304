"""Every number of the report in one place, with its source, its period and its rule."""

from collections.abc import Iterator

from obamodel import plots
from obamodel.disclosure import publish_counts, publish_measures
from obamodel.disclosure.breakdown_tables import tabulate_breakdown
from obamodel.disclosure.counts import is_protected
from obamodel.disclosure.presets import find_rule
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.domain.series import Series
from obamodel.plots.wording import capitalise, without_stop
from obamodel.report.document import (
    Block,
    Paragraph,
    Section,
    Table,
    tabulate_published,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.material import Material

_NO_PERIOD, _NO_SOURCE = "not recorded", "this evaluation"
_HOW = (
    "Each number stands here once more, with where it comes from, what time it is about, and what "
    "was done to it before it was shown."
)


def write_every_number(material: Material) -> Section:
    """Write the appendix: counts, measures, numbers by group, and figures over time."""
    sections = [
        Section(id="number-counts", title="Counts", blocks=[_tabulate_counts(material)]),
        Section(
            id="number-measures",
            title=capitalise(material.plural("performance_measure")),
            blocks=[_tabulate_measures(material)],
        ),
        Section(id="number-groups", title="Numbers by group", blocks=_write_breakdowns(material)),
        Section(id="number-series", title="Figures over time", blocks=_write_series(material)),
    ]
    filled = any(not one.is_empty for one in sections)
    return Section(
        id="every-number",
        title="Every number, and where it comes from",
        blocks=write_paragraphs(_HOW) if filled else (),
        sections=sections,
    )


def _tabulate_counts(material: Material) -> Table | None:
    counts = material.evaluation.counts
    shown = publish_counts(counts, title="Counts", protection=material.protection)
    return tabulate_words(
        "What was counted",
        ("What was counted", "How many", "People, attendances or things", "When", "Rule", "Source"),
        [
            (
                capitalise(row.cells[0]),
                row.cells[1],
                count.counted,
                count.when.in_words() if count.when else _NO_PERIOD,
                _say_rule(material, count),
                count.source or _NO_SOURCE,
            )
            for count, row in zip(counts, shown.rows, strict=True)
        ],
    )


def _say_rule(material: Material, count: Count) -> str:
    """Say what was done to a count before it was shown."""
    if count.precision is Precision.WITHHELD:
        return "hidden, because it is about few people"
    if count.precision is Precision.UNKNOWN:
        return "not known"
    if count.published:
        return f"as it is: public already ({without_stop(count.published)})"
    if count.counted is Counted.THINGS or not is_protected(count):
        return "as it is: it is about no people"
    base = find_rule(material.protection).base
    return "as it is" if base == 1 else f"rounded to the nearest {base}"


def _tabulate_measures(material: Material) -> Table | None:
    sources = {one.name: one.source for one in material.evaluation.measures}
    return tabulate_words(
        capitalise(material.plural("performance_measure")),
        ("What is measured", "What is known", "Source"),
        [
            (row.cells[1], row.cells[2], sources[row.cells[1]] or _NO_SOURCE)
            for row in publish_measures(material.evaluation).rows
        ],
    )


def _write_breakdowns(material: Material) -> Iterator[Block | None]:
    for one in material.evaluation.breakdowns:
        yield tabulate_published(tabulate_breakdown(one))
        when = str(one.period) if one.period is not None else _NO_PERIOD
        yield Paragraph(
            f"When: {when}. Source: {without_stop(one.source) or _NO_SOURCE}. Rule: "
            f"{find_rule(material.protection).sentence.replace(' (*)', '')}"
        )


def _write_series(material: Material) -> Iterator[Block | None]:
    for series in material.evaluation.series:
        said = plots.series.table(series, material.vocabulary)
        if said is not None:
            yield Table(
                title=f"{series.name}: every value",
                columns=said.columns,
                rows=said.rows,
                notes=[*said.notes, *_tell_series(series)],
            )


def _tell_series(series: Series) -> Iterator[str]:
    if series.definition:
        yield f"What it is: {series.definition}"
    yield f"Source: {without_stop(series.source) or _NO_SOURCE}."
    if series.published:
        whose = without_stop(series.published)
        yield f"Rule: shown as it is, because it is public already ({whose})."
    elif series.counted is not Counted.PEOPLE:
        yield "Rule: shown as it is, because it counts no people."
    else:
        yield "Rule: small numbers are hidden, and the others rounded, as is said above."
