"""Every number of the report in one place, with its source, its period and its rule."""

from collections.abc import Iterator, Sequence
from math import ceil

from attrs import evolve

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
_WHEN = "When"
_EVERY = ": every value"
_PERIOD_AND_VALUE, _MOST_ACROSS = 2, 5
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
    return _drop_unrecorded(
        tabulate_words(
            "What was counted",
            ("What was counted", "How many", "Counted in", _WHEN, "Rule", "Source"),
            [
                (
                    capitalise(row.cells[0]),
                    row.cells[1],
                    count.counted,
                    _say_when(material, count),
                    _say_rule(material, count),
                    _say_source(count),
                )
                for count, row in zip(counts, shown.rows, strict=True)
            ],
        )
    )


def _drop_unrecorded(table: Table | None) -> Table | None:
    """Say once under a table that no row has a date, instead of in each row."""
    if table is None:
        return None
    at = table.columns.index(_WHEN)
    if any(row[at] != _NO_PERIOD for row in table.rows):
        return table
    return evolve(
        table,
        columns=_leave_out(table.columns, at),
        rows=[_leave_out(row, at) for row in table.rows],
        notes=[*table.notes, "When it was is not recorded for any of these."],
    )


def _leave_out(cells: tuple[str, ...], at: int) -> tuple[str, ...]:
    return (*cells[:at], *cells[at + 1 :])


def _say_when(material: Material, count: Count) -> str:
    """Say when a count was made, or else when that took place which it is about."""
    when = count.when
    if when is None and count.activity:
        when = material.evaluation.find(count.activity).when
    return when.in_words() if when is not None else _NO_PERIOD


def _say_source(count: Count) -> str:
    """Say where a count comes from, and where it is public already."""
    public, source = without_stop(count.published), count.source
    if source in public:
        return public or _NO_SOURCE
    return f"{public}; {source}" if public else source


def _say_rule(material: Material, count: Count) -> str:
    """Say what was done to a count before it was shown."""
    if count.precision is Precision.WITHHELD:
        return "hidden, because it is about few people"
    if count.precision is Precision.UNKNOWN:
        return "not known"
    if count.published:
        return "as it is: public already"
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
    """Write each series as a table; those that are told alike stand side by side in one."""
    tables = [
        Table(
            title=f"{series.name}{_EVERY}",
            columns=said.columns,
            rows=said.rows,
            notes=[*said.notes, *_tell_series(series)],
        )
        for series in material.evaluation.series
        if (said := plots.series.table(series, material.vocabulary)) is not None
    ]
    for alike in _group(tables):
        yield from alike if len(alike) == 1 else _put_side_by_side(alike)


def _group(tables: Sequence[Table]) -> list[list[Table]]:
    """Put those together that have the same heading, periods and notes."""
    groups: dict[object, list[Table]] = {}
    for table in tables:
        periods = tuple(row[0] for row in table.rows)
        shares = len(table.columns) == _PERIOD_AND_VALUE
        alike = (table.columns, periods, table.notes) if shares else table.title
        groups.setdefault(alike, []).append(table)
    return list(groups.values())


def _put_side_by_side(alike: Sequence[Table]) -> Iterator[Table]:
    """Put tables side by side, a few at a time, so that they fit across a page."""
    first = alike[0]
    title = f"Every value {first.columns[1].lower()}"
    across = ceil(len(alike) / ceil(len(alike) / _MOST_ACROSS))
    parts = [alike[at : at + across] for at in range(0, len(alike), across)]
    for number, part in enumerate(parts, start=1):
        yield Table(
            title=title if len(parts) == 1 else f"{title} ({number} of {len(parts)})",
            columns=(first.columns[0], *(one.title.removesuffix(_EVERY) for one in part)),
            rows=[
                (rows[0][0], *(row[1] for row in rows))
                for rows in zip(*(one.rows for one in part), strict=True)
            ],
            notes=first.notes,
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
