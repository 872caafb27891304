"""Does a reader see what is planned, what for, and who rated the ideas?"""

import attrs

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.domain.levels import Level
from obamodel.report.document import Bullets, Table
from obamodel.report.material import gather_material
from obamodel.report.sections.plans import write_plans

JUDGED = oba.Judgement(
    author="The parents' group", on=PartialDate.parse("2026-03-01"), reason="We talked it over."
)


def read_actions(evaluation: oba.Evaluation) -> Table:
    actions = write_plans(gather_material(evaluation)).sections[0]
    (table,) = (block for block in actions.blocks if isinstance(block, Table))
    return table


def test_what_no_action_says_has_no_column() -> None:
    mime = oba.load_example("mime")
    assert not any(one.indicators or one.measured_by for one in mime.actions)
    assert read_actions(mime).columns == ("What", "Who", "By when", "How far it has come")


def test_an_action_says_what_it_is_for_and_what_will_show_whether_it_helped() -> None:
    mime = oba.load_example("mime")
    first, *others = mime.actions
    indicator, measure = mime.indicators[0], mime.measures[0]
    aimed = attrs.evolve(first, indicators=[indicator.id], measured_by=[measure.id])
    table = read_actions(attrs.evolve(mime, actions=[aimed, *others]))
    assert table.columns[4:] == ("What it is for", "What will show whether it helped")
    assert table.rows[0][4:] == (indicator.statement.rstrip("."), measure.name)
    assert table.rows[1][4:] == ("not said", "not said")


def test_a_rating_is_told_with_who_gave_it() -> None:
    mime = oba.load_example("mime")
    idea = oba.Idea(
        id="ring", text="Ring everybody who was invited.", leverage=Level.HIGH, rated=JUDGED
    )
    ideas = write_plans(gather_material(attrs.evolve(mime, ideas=[idea, *mime.ideas]))).sections[1]
    (listed,) = (block for block in ideas.blocks if isinstance(block, Bullets))
    told = listed.items[0]
    assert told == (
        "Ring everybody who was invited. Rated: leverage high. "
        "Who rated it: The parents' group, 1 March 2026: We talked it over."
    )
