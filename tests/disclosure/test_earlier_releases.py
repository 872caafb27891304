"""What is published is held against what was published before."""

from attrs import evolve

from obamodel.disclosure.auditing import audit_release
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.breakdowns import Trait
from obamodel.domain.periods import Period
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release
from obamodel.domain.tables import CountTable
from obamodel.files.releases import read_release, write_release
from tests.disclosure.small_tables import (
    choose,
    find_hidden,
    make_crosstab,
    make_list,
    make_whole,
)

CMS = choose(Preset.CMS11)


def leave_total_out(table: CountTable) -> CountTable:
    return evolve(table, cells=table.cells[:-1])


def test_what_was_hidden_before_is_not_given_away_by_what_comes_after() -> None:
    first = publish_tables([leave_total_out(make_list({"A": 150, "B": 80, "C": 2}))], CMS)
    assert find_hidden(first) == {"C"}
    # 232 less 150 and 80 is 2: now the total itself has to be hidden.
    second = publish_tables([make_whole(232)], CMS, earlier=[first])
    assert [row.cells for row in second.tables[0].rows] == [("Everybody", "*")]
    assert audit_release(second, [first]).is_safe


def test_what_was_rounded_before_is_not_pinned_down_by_what_comes_after() -> None:
    # Four places of 7, each printed as 5: beside a total of 28 each could only be 7.
    hesa = choose(Preset.HESA)
    first = publish_tables([leave_total_out(make_list(dict.fromkeys("ABCD", 7)))], hesa)
    assert [row.number for row in first.tables[0].rows] == [5, 5, 5, 5]
    second = publish_tables([make_whole(28)], hesa, earlier=[first])
    assert [row.cells for row in second.tables[0].rows] == [("Everybody", "*")]


def test_a_total_that_pins_earlier_numbers_down_does_not_pass_an_audit() -> None:
    # It has no characteristic in it; the release before had.
    first = publish_tables([leave_total_out(make_list({"A": 150, "B": 80, "C": 2}))], CMS)
    careless = publish_tables([make_whole(232)], choose(Preset.NONE))
    later = evolve(careless, protection=CMS)
    assert audit_release(later).is_safe
    assert audit_release(later, [first]).exposed == ("place: c",)


def test_a_small_number_nobody_wrote_down_is_not_given_away_either() -> None:
    # C was left out of the first table altogether, and nothing in it was hidden.
    table = make_list({"A": 150, "B": 80, "C": 2})
    first = publish_tables([evolve(table, cells=table.cells[:2])], CMS)
    assert find_hidden(first) == set()
    second = publish_tables([make_whole(232)], CMS, earlier=[first])
    assert [row.cells for row in second.tables[0].rows] == [("Everybody", "*")]


def test_a_table_that_was_published_whole_can_be_published_again() -> None:
    table = make_list({"A": 150, "B": 80, "C": 2})
    first = publish_tables([table], CMS)
    again = publish_tables([table], CMS, earlier=[first])
    assert again.tables == first.tables


def test_numbers_that_changed_since_are_not_published_beside_the_old_ones() -> None:
    first = publish_tables([make_list({"A": 150, "B": 80})], CMS)
    later = publish_tables([make_list({"A": 153, "B": 80})], CMS, earlier=[first])
    assert later.tables == ()
    assert "published before have changed" in later.withheld[0]


def test_what_follows_from_earlier_releases_is_shown_and_keeps_nothing_back() -> None:
    april, may = Period.parse("2014-04"), Period.parse("2014-05")
    tables = [
        make_list({"A": 150, "B": 80, "C": 2}, period=april, counted=Counted.ATTENDANCES),
        make_list(
            {"A": 300, "B": 170, "C": 5}, period=may, since=april, counted=Counted.ATTENDANCES
        ),
        make_list({"A": 150, "B": 90, "C": 3}, period=may, counted=Counted.ATTENDANCES),
    ]
    earlier: list[Release] = []
    for table in tables:
        earlier.append(publish_tables([table], CMS, earlier))
    # 300 less 150: anybody can work out how often A came in May, and so hiding it would be no use.
    assert [find_hidden(release) for release in earlier] == [{"B", "C"}] * 3


def test_a_hidden_number_that_was_shown_before_is_not_called_safe() -> None:
    table = make_crosstab([[20, 3, 31], [40, 50, 66]])
    before = publish_tables([table], choose(Preset.NONE))
    again = publish_tables([table], CMS, [before])
    assert len(find_hidden(again)) == 1
    known = "of which 1 can be known from what was released earlier."
    assert again.notes[1] == f"Audited: 1 hidden in all tables together, {known}"
    (note,) = (each for each in again.tables[0].notes if each.startswith("Audited"))
    assert note == f"Audited: 1 hidden here, {known}"


def test_earlier_releases_that_give_a_number_away_do_not_keep_all_later_ones_back() -> None:
    # Two reports of another program say 232 - 150 - 80 = 2 between them: that cannot be undone.
    table = make_list({"A": 150, "B": 80, "C": 2})
    first = publish_tables([leave_total_out(table)], CMS)
    second = publish_tables([make_whole(232)], choose(Preset.NONE))
    ages = make_list({"young": 100, "old": 132}, name="age", trait=Trait.CHARACTERISTIC, id="ages")
    third = publish_tables([ages], CMS, [first, second])
    assert third.withheld == ()
    assert find_hidden(third) == set()


def test_a_release_is_the_same_after_a_trip_through_a_file() -> None:
    table = make_crosstab([[20, 3, 31], [40, 50, 66]], period=Period.parse("2014/15"))
    release = publish_tables([table], CMS)
    assert any(cell.mark is Mark.WITHHELD for cell in release.counts[0].cells)
    assert read_release(write_release(release)) == release
