"""Does a reader see what was chosen, by whom and why?"""

import attrs

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.report.document import Bullets, Paragraph, Table
from obamodel.report.material import gather_material
from obamodel.report.sections.chosen import write_chosen

JUDGED = oba.Judgement(
    author="The parents' group", on=PartialDate.parse("2026-03-01"), reason="We talked it over."
)


def test_nothing_chosen_makes_no_section() -> None:
    new = oba.Evaluation(id="new", title="New")
    assert write_chosen(gather_material(new)).is_empty


def test_the_powers_are_told_in_words_with_who_judged_them() -> None:
    mime = oba.load_example("mime")
    (table,) = (
        block for block in write_chosen(gather_material(mime)).blocks if isinstance(block, Table)
    )
    judged = [one for one in mime.measures if one.powers is not None]
    assert [row[0] for row in table.rows] == [one.name for one in judged]
    assert table.rows[0][1:4] == ("high", "high", "low")
    assert table.rows[0][4].startswith("obamodel maintainers, 23 November 2026: ")


def test_a_forced_choice_names_what_it_was_chosen_before() -> None:
    mime = oba.load_example("mime")
    first, second, third = mime.indicators[:3]
    choice = oba.Choice(chosen=first.id, over=[second.id, third.id], judged=JUDGED)
    chosen = write_chosen(gather_material(attrs.evolve(mime, choices=[choice])))
    table = [block for block in chosen.blocks if isinstance(block, Table)][-1]
    assert table.rows == (
        (
            first.statement.rstrip("."),
            f"{second.statement.rstrip('.')}; {third.statement.rstrip('.')}",
            "The parents' group, 1 March 2026: We talked it over.",
        ),
    )


def test_headline_measures_are_listed_in_the_words_of_the_group() -> None:
    mime = oba.load_example("mime")
    measure = mime.measures[0]
    service = attrs.evolve(mime.services[0], headline_measures=[measure.id])
    words = oba.Vocabulary(
        id="ours",
        title="Our words",
        words=[
            oba.Word(
                idea="performance_measure", word="yardstick", plural="yardsticks", reason="Ours."
            )
        ],
    )
    changed = attrs.evolve(mime, services=[service], vocabulary=words)
    title, names, *_ = write_chosen(gather_material(changed)).blocks
    assert isinstance(title, Paragraph)
    assert isinstance(names, Bullets)
    assert title.text == f"Yardsticks of {service.name} to look at first:"
    assert names.items == (measure.name,)
