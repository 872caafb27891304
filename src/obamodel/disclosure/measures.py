"""What may be shown of each performance measure?"""

from obamodel.disclosure.counts import write_count
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.publishing import PublishedRow, PublishedTable


def publish_measures(evaluation: Evaluation) -> PublishedTable:
    """Make the table of performance measures by quadrant that may leave the house.

    Rows come in the order of the quadrants, and within one in the evaluation's order.
    """
    rows = tuple(
        PublishedRow(cells=(str(quadrant), measure.name, _say_what_is_known(evaluation, measure)))
        for quadrant in Quadrant
        for measure in evaluation.measures
        if measure.quadrant is quadrant
    )
    return PublishedTable(
        title="What was measured, by the question it answers",
        columns=("Quadrant", "Measure", "What is known"),
        rows=rows,
    )


def _say_what_is_known(evaluation: Evaluation, measure: PerformanceMeasure) -> str:
    counts = [evaluation.find(name) for name in measure.counts]
    if len(counts) == 1:
        said = [write_count(counts[0])]
    else:
        said = [f"{count.of}: {write_count(count)}" for count in counts]
    if measure.finding:
        said.append(measure.finding)
    if not said:
        state = {DataState.LOST: "the data are lost"}.get(measure.data, "not measured yet")
        said.append(f"Not known. {measure.data_note}" if measure.data_note else state)
    return "; ".join(said)
