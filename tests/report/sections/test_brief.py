"""Does a reader with one minute learn what became of the curves?"""

import obamodel as oba
from obamodel.report.document import Bullets
from obamodel.report.material import gather_material
from obamodel.report.sections.brief import write_brief


def list_items(evaluation: oba.Evaluation) -> tuple[str, ...]:
    blocks = write_brief(gather_material(evaluation)).blocks
    return next(block.items for block in blocks if isinstance(block, Bullets))


def test_of_each_series_the_newest_baseline_is_told_first_of_all() -> None:
    trafford = oba.load_example("trafford")
    newest = max(oba.publish_curves(trafford), key=lambda one: one.baseline.until.ordinal)
    items = list_items(trafford)
    assert items[0] == newest.sentence
    assert sum("Trafford" in one and "forecast" in one for one in items) == 1


def test_an_evaluation_without_curves_begins_with_what_informs_nothing() -> None:
    assert "informs" in list_items(oba.load_example("mime"))[0]
