"""The curve on the first page of a sheet for a meeting, and what stands behind it at the end."""

from collections.abc import Iterator

from attrs import evolve, frozen

from obamodel import plots
from obamodel.disclosure import publish_measures
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.report.document import Block, Figure, Paragraph, list_if_any
from obamodel.report.figures import make_figure
from obamodel.report.material import Material


@frozen(kw_only=True)
class CurveShown:
    """What a meeting sees of a curve.

    Parameters
    ----------
    first
        Pictures and the sentence with each, for all to see before anything is said.
    behind
        Their numbers and what to weigh about them, to be looked up at the end.
    """

    first: tuple[Block, ...]
    behind: tuple[Block, ...]


@frozen
class _Behind:
    """Blocks that are left for the end."""

    blocks: tuple[Block, ...]


def show_curve(material: Material, measure: Indicator | PerformanceMeasure) -> CurveShown:
    """Show an indicator or measure: each curve with its verdict, or what is known without numbers.

    Parameters
    ----------
    material
        What may be shown.
    measure
        The indicator or performance measure.
    """
    first: list[Block] = []
    behind: list[Block] = []
    for each in _show_all(material, measure):
        if isinstance(each, _Behind):
            behind += each.blocks
        else:
            first.append(each)
    return CurveShown(first=tuple(first), behind=tuple(behind))


def _show_all(
    material: Material, measure: Indicator | PerformanceMeasure
) -> Iterator[Block | _Behind]:
    series = [one for one in material.evaluation.series if measure.id in one.about]
    replaced = {one.replaces for one in material.evaluation.baselines}
    judged = [
        one
        for one in material.answers
        if measure.id in one.series.about and one.baseline.id not in replaced
    ]
    # The forecast that begins last comes first: it knows most of how things stand.
    judged.sort(key=lambda one: one.baseline.forecast[0].period.start, reverse=True)
    shown = {one.series.id for one in judged}
    words = material.vocabulary
    for answer in judged:
        figure = make_figure(plots.curve, answer, words, title=answer.series.name)
        yield from _show(figure, list_if_any(answer.caveats))
        yield Paragraph(answer.sentence)
    for one in series:
        if one.id not in shown:
            yield from _show(make_figure(plots.series, one, words, title=one.name))
            yield Paragraph(
                "Nobody has written down yet where this curve is heading if nothing changes, "
                "so nobody can say whether it has turned."
            )
    if not series:
        yield from _show_without_numbers(material, measure)


def _show_without_numbers(
    material: Material, measure: Indicator | PerformanceMeasure
) -> Iterator[Block | _Behind]:
    names = {measure.id}
    if isinstance(measure, Indicator):
        names.add(measure.outcome)
    for curve in material.evaluation.curves:
        if names.intersection(curve.about):
            picture = make_figure(plots.schematic, curve, material.vocabulary, title=curve.title)
            yield from _show(picture)
    yield Paragraph(
        "There are no numbers over time for it yet, so nobody can say whether it has turned. "
        "Begin with what you know."
    )
    if isinstance(measure, PerformanceMeasure):
        for row in publish_measures(material.evaluation).rows:
            if row.cells[1] == measure.name:
                yield Paragraph(f"What is known: {row.cells[2].rstrip('.')}.")


def _show(figure: Figure, *more: Block | None) -> Iterator[Block | _Behind]:
    """Show a picture, and put its table and what else there is behind it."""
    yield evolve(figure, table=None)
    blocks: list[Block | None] = [figure.table, *more]
    yield _Behind(tuple(block for block in blocks if block is not None))
