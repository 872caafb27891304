"""Does every number stand once more in the appendix, with its source, its time and its rule?"""

from collections.abc import Iterator

import attrs

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.report.document import Section, Table
from obamodel.report.material import gather_material
from obamodel.report.sections.every_number import write_every_number


def list_tables(section: Section) -> Iterator[Table]:
    yield from (block for block in section.blocks if isinstance(block, Table))
    for inner in section.sections:
        yield from list_tables(inner)


def write(evaluation: oba.Evaluation) -> list[Table]:
    return list(list_tables(write_every_number(gather_material(evaluation))))


def test_each_count_says_what_was_done_to_it_and_where_it_comes_from() -> None:
    about: dict[str, object] = {"counted": Counted.PEOPLE}
    counts = [
        Count(id="few", of="people at one", value=3, source="page 4", **about),  # type: ignore[arg-type]
        Count(
            id="many",
            of="people at two",
            value=42,
            when=PartialDate.parse("2011"),
            **about,  # type: ignore[arg-type]
        ),
        Count(id="open", of="people at three", value=5, published="our leaflet", **about),  # type: ignore[arg-type]
        Count(id="days", of="days", value=3, counted=Counted.THINGS),
        Count(
            id="lost",
            of="people at four",
            precision=Precision.UNKNOWN,
            reason="nobody wrote it down",
            **about,  # type: ignore[arg-type]
        ),
    ]
    (table,) = write(oba.Evaluation(id="small", title="Small", counts=counts))
    found = {row[0]: row[1:] for row in table.rows}
    # By the rule that stands where none was chosen: 1 to 7 hidden, the rest to the nearest 5.
    assert found["People at one"] == (
        "a small number, not shown",
        "people",
        "not recorded",
        "hidden, because it is about few people",
        "page 4",
    )
    assert found["People at two"][0] == "about 40"
    assert found["People at two"][2:4] == ("2011", "rounded to the nearest 5")
    assert found["People at three"][0] == "5"
    assert found["People at three"][3:] == ("as it is: public already", "our leaflet")
    assert found["Days"][3] == "as it is: it is about no people"
    assert found["People at four"][3] == "not known"


def test_every_count_and_measure_of_mime_is_there() -> None:
    mime = oba.load_example("mime")
    counts, measures = write(mime)
    assert len(counts.rows) == len(mime.counts)
    assert {row[0] for row in measures.rows} == {one.name for one in mime.measures}
    assert all(row[-1] for row in (*counts.rows, *measures.rows))


def test_series_told_alike_share_one_table_with_their_source_and_rule() -> None:
    trafford = oba.load_example("trafford")
    tables = write(trafford)
    told: dict[str, tuple[str, ...]] = {}
    for number, table in enumerate(tables, start=1):
        assert table.title.endswith(f"({number} of {len(tables)})")
        periods, *columns = zip(*table.rows, strict=True)
        assert periods == tuple(str(one.period) for one in trafford.series[0].observations)
        told.update(zip(table.columns[1:], columns, strict=True))
        assert (
            "Rule: shown as it is, because it is public already (Trafford Data Lab)." in table.notes
        )
        assert any(note.startswith("Source: Youth Justice Board") for note in table.notes)
    assert told == {
        series.name: tuple(f"{value:g}" for value in series.values) for series in trafford.series
    }
    assert [len(table.columns) for table in tables] == [5, 5, 4]


def test_a_series_of_its_own_kind_has_a_table_of_its_own() -> None:
    trafford = oba.load_example("trafford")
    other = attrs.evolve(trafford.series[0], id="other", definition="Counted in another way.")
    *_, table = write(attrs.evolve(trafford, series=(*trafford.series, other)))
    assert table.title == f"{other.name}: every value"
    assert [row[1] for row in table.rows] == [f"{value:g}" for value in other.values]


def test_when_no_count_has_a_date_this_is_said_once() -> None:
    count = Count(id="days", of="days", value=3, counted=Counted.THINGS)
    (table,) = write(oba.Evaluation(id="small", title="Small", counts=[count]))
    assert "When" not in table.columns
    assert table.notes == ("When it was is not recorded for any of these.",)
    assert len(table.rows[0]) == len(table.columns)


def test_a_count_is_as_old_as_the_activity_it_is_about() -> None:
    course = oba.Activity(
        id="course",
        name="A course",
        kind=oba.ActivityKind.TRAINING,
        when=PartialDate.parse("2011-05"),
    )
    count = Count(id="days", of="days", value=3, counted=Counted.THINGS, activity="course")
    (table,) = write(oba.Evaluation(id="small", title="Small", counts=[count], activities=[course]))
    assert table.rows[0][3] == "May 2011"


def test_numbers_by_group_say_when_and_by_which_rule() -> None:
    breakdown = oba.Breakdown(
        id="by-age",
        name="Who came, by age",
        of="people who came",
        counted=Counted.PEOPLE,
        by="age",
        trait=oba.Trait.CHARACTERISTIC,
        overlap=oba.Overlap.EXCLUSIVE,
        complete=True,
        whole=60,
        parts=[oba.Part(name="young", number=20), oba.Part(name="old", number=40)],
        source="our forms",
    )
    chapter = write_every_number(
        gather_material(oba.Evaluation(id="small", title="Small", breakdowns=[breakdown]))
    )
    (part,) = (one for one in chapter.sections if one.id == "number-groups")
    said = [block.text for block in part.blocks if hasattr(block, "text")]
    assert said[0].startswith("When: not recorded. Source: our forms. Rule: ")


def test_an_evaluation_without_a_number_has_no_appendix() -> None:
    new = oba.Evaluation(id="new", title="New")
    assert write_every_number(gather_material(new)).is_empty
