"""Tables of a report as they may leave the house, together and one after another."""

import itertools
from typing import Any

import pytest
from attrs import evolve

from obamodel.disclosure.auditing import find_ranges
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.disclosure.shapes import plain
from obamodel.domain.breakdowns import Overlap, Trait
from obamodel.domain.periods import Period
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import PublishedTable
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release
from obamodel.domain.tables import Adding, CountCell, CountTable, Dimension, Grouping
from obamodel.errors import InvalidError
from tests.disclosure.attacker import Attacker, Seen, read_crosstab
from tests.disclosure.small_tables import (
    choose,
    find_hidden,
    make_crosstab,
    make_lines,
    make_list,
    make_whole,
)

CMS = choose(Preset.CMS11)


def read(table: PublishedTable) -> dict[str, str]:
    return {row.cells[0]: row.cells[1] for row in table.rows}


def attack(tables: list[CountTable], release: Release) -> dict[frozenset[tuple[str, str]], int]:
    """Attack all tables of a release together, with code that is not the library's."""
    seen = [
        read_crosstab(published, make_lines(table))
        for table, published in zip(tables, release.tables, strict=True)
    ]
    return Attacker(seen, str(release.protection.preset)).recover()


# --- one table -----------------------------------------------------------------------------------


def test_the_story_of_the_friends_and_family_test_does_not_come_true() -> None:
    # 232 replies, 150 and 80 shown: so the third is 2 (NHS England's fft_pipeline, its own story).
    table = make_list({"A": 150, "B": 80, "C": 2})
    release = publish_tables([table], CMS)
    assert read(release.tables[0]) == {"A": "150", "B": "*", "C": "*", "Total": "232"}
    assert attack([table], release) == {}


def test_a_single_hidden_number_takes_the_next_smallest_along_as_the_pipeline_does() -> None:
    # NHS England's second level: of a group of three whose first is hidden, the second goes too.
    first = make_list({"A1": 3, "A2": 12, "A3": 40})
    assert find_hidden(publish_tables([first], CMS)) == {"A1", "A2"}
    second = make_list({"B1": 12, "B2": 40})
    assert find_hidden(publish_tables([second], CMS)) == set()


def test_a_total_that_is_not_shown_gives_nothing_away() -> None:
    table = make_list({"A": 150, "B": 80, "C": 2})
    without = evolve(table, cells=table.cells[:-1])
    assert find_hidden(publish_tables([without], CMS)) == {"C"}


def test_two_small_numbers_whose_total_settles_both_are_hidden_with_their_total() -> None:
    # 1 + 1 = 2: hiding both hides neither.
    table = make_list({"A": 1, "B": 1})
    release = publish_tables([table], CMS)
    assert find_hidden(release) == {"A", "B", "Total"}
    assert all(row.number is None for row in release.tables[0].rows)


def test_nobody_is_shown_as_0_unless_nobody_gives_people_away() -> None:
    table = make_list({"A": 150, "B": 80, "C": 0})
    assert find_hidden(publish_tables([table], CMS)) == set()
    sensitive = choose(Preset.CMS11, sensitive=True)
    release = publish_tables([table], sensitive)
    assert find_hidden(release) == {"B", "C"}


def test_everybody_in_one_category_is_hidden_where_that_gives_people_away() -> None:
    # All 50 refugees answered "no": the zeros are hidden, and 50 of 50 would give them back.
    table = make_crosstab([[50, 0], [60, 70]])
    release = publish_tables([table], choose(Preset.CMS11, sensitive=True))
    assert "g0 | p1" in find_hidden(release)
    assert {"g0 | p0", "g0 | Total"} & find_hidden(release)


def test_rounded_numbers_are_round_everywhere_and_the_totals_too() -> None:
    table = make_list({"A": 151, "B": 83, "C": 9})
    release = publish_tables([table], choose(Preset.HES))
    assert read(release.tables[0]) == {"A": "150", "B": "85", "C": "10", "Total": "245"}
    assert [row.number for row in release.tables[0].rows] == [150, 85, 10, 245]
    assert release.tables[0].rounded_to == 5


def test_counts_of_things_and_of_people_by_nothing_sensitive_are_shown_as_counted() -> None:
    things = make_list({"A": 2, "B": 1}, counted=Counted.THINGS, id="meetings")
    months = make_list({"May": 3, "June": 40}, name="month", trait=Trait.OTHER, id="months")
    release = publish_tables([things, months], choose(Preset.HES))
    assert read(release.tables[0]) == {"A": "2", "B": "1", "Total": "3"}
    assert read(release.tables[1]) == {"May": "3", "June": "40", "Total": "43"}


def test_attendances_are_protected_like_people() -> None:
    table = make_list({"A": 2, "B": 80, "C": 90}, counted=Counted.ATTENDANCES)
    assert "A" in find_hidden(publish_tables([table], CMS))


def test_without_protection_everything_is_shown_and_the_reason_is_said() -> None:
    table = make_list({"A": 2, "B": 80})
    release = publish_tables([table], choose(Preset.NONE))
    assert read(release.tables[0]) == {"A": "2", "B": "80", "Total": "82"}
    assert release.notes == ("Small numbers are shown as they are. Why: Few people came.",)
    assert release.tables[0].notes == release.notes


def test_numbers_that_are_public_already_are_shown_and_said_to_be() -> None:
    table = make_list({"A": 2, "B": 80}, published="the 2011 report, page 4")
    release = publish_tables([table], CMS)
    assert read(release.tables[0]) == {"A": "2", "B": "80", "Total": "82"}
    assert release.tables[0].notes == (
        "These numbers were already public: the 2011 report, page 4",
    )


def test_the_rule_what_was_hidden_and_the_audit_are_told_beside_the_table() -> None:
    release = publish_tables([make_list({"A": 150, "B": 80, "C": 2})], CMS)
    assert release.tables[0].notes == (
        (
            "Counts of people from 1 to 10 are not shown (*), nor any number from which one of "
            "them could be worked out."
        ),
        (
            "Where a hidden number could have been worked out from the others, one more is hidden; "
            "the mark is the same, so nobody can tell which."
        ),
        (
            "Audited: 2 hidden here; each could be at least 3 different values, even for a reader "
            "who knows the rule and has every table of this report."
        ),
    )


def test_a_number_nobody_knows_is_called_so_and_not_made_up() -> None:
    table = make_list({"A": 150, "B": 80, "C": 30})
    cells = [evolve(cell, number=None) if cell.at == ("C",) else cell for cell in table.cells]
    release = publish_tables([evolve(table, cells=cells)], CMS)
    assert read(release.tables[0])["C"] == "not known"


def test_a_crosstab_is_laid_out_with_its_second_dimension_across() -> None:
    release = publish_tables([make_crosstab([[20, 30], [40, 50]])], CMS)
    table = release.tables[0]
    assert table.columns == ("group", "p0", "p1", "Total")
    assert [row.cells for row in table.rows] == [
        ("g0", "20", "30", "50"),
        ("g1", "40", "50", "90"),
        ("Total", "60", "80", "140"),
    ]


def test_the_order_of_rows_and_tables_makes_no_difference() -> None:
    one = make_crosstab([[20, 3, 31], [40, 50, 66], [2, 71, 18]], id="one")
    other = make_list(
        {"g0": 54, "g1": 156, "g2": 91}, name="group", id="two", trait=Trait.CHARACTERISTIC
    )
    expected = publish_tables([one, other], CMS)
    turned = evolve(one, cells=one.cells[::-1])
    again = publish_tables([other, turned], CMS)
    assert again.tables == expected.tables[::-1]


# --- several tables ------------------------------------------------------------------------------

LEAVES = {"A": 2, "B": 2, "I": 80, "J": 80, "K": 3, "L": 3, "M": 9, "N": 70}


def make_linked(name: str, groupings: dict[str, str]) -> CountTable:
    """Make one of sdcTable's linked tables, with counts that fit the rule of eleven."""
    table = make_list(
        LEAVES,
        id=name,
        parts={"groupings": [Grouping(name=n, categories=list(c)) for n, c in groupings.items()]},
    )
    sums = [CountCell(at=[n], number=sum(LEAVES[each] for each in c)) for n, c in groupings.items()]
    return evolve(table, cells=[*table.cells, *sums])


def test_two_tables_that_are_safe_alone_are_protected_together() -> None:
    # sdcTable's linked tables: small minus county-1 is K + N, so that N shown gives K away.
    counties = make_linked("counties", {"county-1": "ABIJ", "county-2": "KLMN"})
    sizes = make_linked("sizes", {"small": "ABIJKN", "big": "LM"})
    alone = publish_tables([counties], CMS)
    assert "N" not in find_hidden(alone)
    together = publish_tables([counties, sizes], CMS)
    assert attack([counties, sizes], together) == {}
    shown_apart = evolve(
        together,
        tables=[alone.tables[0], publish_tables([sizes], CMS).tables[0]],
    )
    assert frozenset({("place", "K")}) in attack([counties, sizes], shown_apart)


def test_a_number_is_shown_in_one_way_wherever_it_stands() -> None:
    table = make_crosstab([[20, 3], [2, 18]], id="by-both")
    groups = make_list(
        {"g0": 23, "g1": 20}, name="group", id="by-group", trait=Trait.CHARACTERISTIC
    )
    total = make_whole(43)
    release = publish_tables([table, groups, total], choose(Preset.HES))
    both = {row.cells[0]: row.cells[-1] for row in release.tables[0].rows}
    assert both == read(release.tables[1])
    assert release.tables[2].rows[0].cells == ("Everybody", both["Total"])


def make_ring() -> list[CountTable]:
    """Sex by age, age by place and sex by place of the same people; found by looking for one.

    No number in any of the three is from 1 to 10, and yet they say together that two women of
    middle age live in the north.
    """
    names = {"sex": ("f", "m"), "age": ("young", "middle", "old"), "place": ("north", "south")}
    numbers = (25, 12, 2, 40, 0, 25, 40, 0, 12, 0, 25, 12)
    people = dict(zip(itertools.product(*names.values()), numbers, strict=True))
    tables = []
    for one, other in (("sex", "age"), ("age", "place"), ("sex", "place")):
        first, second = list(names).index(one), list(names).index(other)
        inner = [
            [
                sum(n for who, n in people.items() if (who[first], who[second]) == (row, column))
                for column in names[other]
            ]
            for row in names[one]
        ]
        tables.append(
            make_crosstab(
                inner,
                rows=names[one],
                columns=names[other],
                names=(one, other),
                id=f"{one}-{other}",
            )
        )
    return tables


def read_all(tables: list[CountTable], release: Release) -> list[Seen]:
    shown = {table.id: table for table in tables}
    return [
        read_crosstab(published, make_lines(shown[record.id]))
        for record, published in zip(release.counts, release.tables, strict=True)
    ]


def test_tables_that_go_round_in_a_ring_are_audited_by_the_people_they_all_count() -> None:
    tables = make_ring()
    as_they_are = publish_tables(tables, choose(Preset.NONE))
    exposed = Attacker(read_all(tables, as_they_are), "cms11").recover_small_groups(10)
    assert exposed == {2: 2}
    release = publish_tables(tables, CMS)
    attacker = Attacker(read_all(tables, release), "cms11")
    assert attacker.recover() == {}
    assert attacker.recover_small_groups(10) == {}
    assert len(release.counts) == 3
    assert 0 < read_stars(release) < 12


def read_stars(release: Release) -> int:
    return sum(cell == "*" for table in release.tables for row in table.rows for cell in row.cells)


def test_two_tables_that_say_different_things_about_the_same_people_are_refused() -> None:
    one, other = make_list({"A": 30, "B": 40}), make_list({"A": 31, "B": 40}, id="u")
    with pytest.raises(InvalidError) as caught:
        publish_tables([one, other], CMS)
    assert [str(fault) for fault in caught.value.faults] == [
        (
            'u.cells[0]: A is 31, and 30 in "t"; the same words mean the same people: correct one, '
            "or change the words [two-numbers]"
        ),
        (
            'u.cells[2]: Total is 71, and 70 in "t"; the same words mean the same people: correct '
            "one, or change the words [two-numbers]"
        ),
    ]


def test_two_tables_of_one_name_are_refused() -> None:
    with pytest.raises(InvalidError, match="named-twice"):
        publish_tables([make_list({"A": 30}), make_list({"A": 30})], CMS)


def test_what_overlaps_may_not_be_worked_out_from_the_whole() -> None:
    # 48 of 50 ticked "art": two did not, though no number says so.
    table = CountTable(
        id="ticked",
        title="What people ticked",
        of="people who answered",
        counted=Counted.PEOPLE,
        dimensions=[
            Dimension(
                name="needs",
                categories=["art", "garden"],
                trait=Trait.CHARACTERISTIC,
                overlap=Overlap.OVERLAPPING,
                complete=False,
            )
        ],
        cells=[
            CountCell(at=["art"], number=48),
            CountCell(at=["garden"], number=30),
            CountCell(at=["Total"], number=50),
        ],
    )
    assert find_hidden(publish_tables([table], CMS)) & {"art", "Total"}


def test_those_in_no_category_may_not_be_worked_out_from_the_whole() -> None:
    table = make_list({"A": 40, "B": 30}, total=72, parts={"complete": False})
    assert find_hidden(publish_tables([table], CMS))


# --- periods and running totals ------------------------------------------------------------------


def make_quarter(period: str, numbers: dict[str, int], **about: Any) -> CountTable:
    name = "t-" + plain(period).replace("/", "-").replace(" ", "-")
    return make_list(numbers, id=name, period=Period.parse(period), **about)


def test_a_year_and_three_of_its_quarters_do_not_give_the_fourth_away() -> None:
    quarters = [
        make_quarter(f"2014/15 Q{n}", {"A": a, "B": 40}, counted=Counted.ATTENDANCES)
        for n, a in ((1, 20), (2, 30), (3, 25))
    ]
    year = make_quarter("2014/15", {"A": 78, "B": 160}, counted=Counted.ATTENDANCES)
    # 78 less 20, 30 and 25 is 3: the fourth quarter is not shown, and is small.
    release = publish_tables([*quarters, year], CMS)
    hidden = [find_hidden(release, index) for index in range(len(release.counts))]
    assert any("A" in each for each in hidden)
    # People may come again: nobody can take one quarter's from the year's.
    again = [evolve(table, counted=Counted.PEOPLE) for table in (*quarters, year)]
    release = publish_tables(again, CMS)
    assert all(not find_hidden(release, index) for index in range(len(release.counts)))


def test_a_running_total_does_not_give_away_who_was_new() -> None:
    april, may = Period.parse("2014-04"), Period.parse("2014-05")
    until_april = make_list({"A": 40, "B": 60}, id="april", period=april, since=april)
    until_may = make_list({"A": 43, "B": 90}, id="may", period=may, since=april)
    release = publish_tables([until_april, until_may], CMS)
    assert find_hidden(release, 0) | find_hidden(release, 1)
    alone = publish_tables([until_april], CMS)
    assert find_hidden(alone) == set()
    later = publish_tables([until_may], CMS, earlier=[alone])
    assert "A" in find_hidden(later)


def test_people_counted_once_add_up_over_the_months_like_attendances() -> None:
    april, may = Period.parse("2014-04"), Period.parse("2014-05")
    tables = [
        make_list({"A": 40, "B": 60}, id="april", period=april, adding=Adding.ADDS),
        make_list({"A": 3, "B": 30}, id="may", period=may, adding=Adding.ADDS),
        make_list({"A": 43, "B": 90}, id="both", period=may, since=april, adding=Adding.ADDS),
    ]
    release = publish_tables(tables, CMS)
    assert "A" in find_hidden(release, 1)
    assert find_hidden(release, 0) | find_hidden(release, 2)


# --- where nothing helps -------------------------------------------------------------------------


def test_a_total_that_follows_from_what_must_be_shown_is_shown() -> None:
    # Everybody knows that 90 came, and nobody of the first group did, which is shown as 0: that
    # all 90 are of the second group cannot be hidden, and need not be.
    table = make_crosstab([[0, 0], [88, 2]])
    release = publish_tables([table, make_whole(90, published="the minutes of May")], CMS)
    assert release.withheld == ()
    assert find_hidden(release) == {"g1 | p0", "g1 | p1", "Total | p0", "Total | p1"}


def test_a_table_that_cannot_be_protected_is_withheld_and_coarser_ones_are_offered() -> None:
    total = make_whole(2, published="the minutes of May")
    # Everybody knows there were two; by age and sex, that leaves one value too few.
    table = make_crosstab([[1, 0], [0, 1]], id="by-both")
    release = publish_tables([table, total], CMS)
    assert [each.id for each in release.counts] == ["all"]
    assert release.withheld == (
        "Who came: whatever is hidden in it, small numbers could still be worked out.",
    )
    assert 'Who came: Leave "place" out.' in release.offers
    assert release.notes[-1].startswith("Not shown as a whole: Who came")


def test_the_ranges_that_readers_can_find_are_wide_enough() -> None:
    release = publish_tables([make_crosstab([[20, 3, 31], [40, 50, 66], [2, 71, 18]])], CMS)
    ranges = find_ranges(release)
    assert len(ranges) == read_stars(release)
    assert all(each.found >= 3 for each in ranges.values())


@pytest.mark.parametrize("preset", list(Preset))
def test_no_hidden_number_is_anywhere_in_a_release(preset: Preset) -> None:
    # The hidden numbers are told apart from all others by what they are: 1 to 4 and their kin.
    table = make_crosstab([[1013, 3, 1031], [1040, 1050, 1066], [2, 1071, 1018]])
    release = publish_tables([table], choose(preset))
    if preset in (Preset.NONE, Preset.HESA):
        return
    cells = [cell.number for each in release.counts for cell in each.cells]
    assert 3 not in cells
    assert 2 not in cells
    texts = [cell for each in release.tables for row in each.rows for cell in row.cells]
    assert not {"2", "3"} & set(texts)
