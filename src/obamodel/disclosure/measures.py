"""What may be shown of each performance measure?"""

from collections.abc import Mapping

from obamodel.disclosure.counts import protect_counts, write_count
from obamodel.disclosure.standing_rule import find_protection
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.publishing import PublishedRow, PublishedTable


def publish_measures(evaluation: Evaluation) -> PublishedTable:
    """Make the table of performance measures by quadrant that may leave the house.

    Rows come in the order of the quadrants, and within one in the evaluation's order.
    """
    counts = protect_counts(evaluation.counts, find_protection(evaluation))
    written = {count.id: (count.of, write_count(count)) for count in counts}
    rows = tuple(
        PublishedRow(cells=(str(quadrant), measure.name, _say_what_is_known(written, measure)))
        for quadrant in Quadrant
        for measure in evaluation.measures
        if measure.quadrant is quadrant
    )
    return PublishedTable(
        title="What was measured, by the question it answers",
        columns=("Quadrant", "Measure", "What is known"),
        rows=rows,
    )


def _say_what_is_known(written: Mapping[str, tuple[str, str]], measure: PerformanceMeasure) -> str:
    counts = [written[name] for name in measure.counts]
    if len(counts) == 1:
        said = [number for _, number in counts]
    else:
        said = [f"{of}: {number}" for of, number in counts]
    if measure.finding:
        said.append(measure.finding)
    if not said:
        state = {DataState.LOST: "the data are lost"}.get(measure.data, "not measured yet")
        said.append(f"Not known. {measure.data_note}" if measure.data_note else state)
    return "; ".join(said)
