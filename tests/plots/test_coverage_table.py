"""Does the table say what the grid of factors and indicators says?"""

from obamodel.plots import coverage
from tests.plots.things import MIME_FACTORS, make_coverage


def test_the_table_says_of_each_factor_and_indicator_whether_they_are_joined() -> None:
    table = coverage.table(make_coverage())
    assert table is not None
    assert table.columns == ("Factor", "Group", *(f"Indicator {n}" for n in range(1, 6)))
    for row, (label, _, informed) in zip(table.rows, MIME_FACTORS, strict=False):
        assert row[0].startswith(f"{label} ")
        assert [n for n in range(1, 6) if row[n + 1] == "yes"] == list(informed)
    # The totals of section 6 of the MIME fact sheet: 13 links, and none to the fifth.
    assert table.rows[-2][2:] == ("7", "3", "1", "2", "0")
    assert table.rows[-1][2:] == ("no", "no", "no", "no", "yes")
    assert table.notes[-1].endswith("Some evidence, no factor.")


def test_factors_stand_in_the_table_as_in_the_grid_and_the_open_ones_are_named() -> None:
    answer = make_coverage([("B1", "b", ()), ("A1", "a", (1,))], indicators=1, name="Thing")
    table = coverage.table(answer)
    assert table is not None
    assert [row[0] for row in table.rows[:2]] == ["A1 Thing", "B1 Thing"]
    assert "B1 Thing: informs no indicator." in table.notes
    assert coverage.table(make_coverage([])) is None
