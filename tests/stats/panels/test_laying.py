"""Whether a long frame becomes one row for each series, with nothing doubled and nothing lost."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.panels.laying import Laid, lay_out_panel
from obamodel.stats.panels.reading import Columns
from tests.stats.panels.building import FIRST, make_frame, make_values

COLUMNS = Columns(by=("series",), period="period", value="value")

rows = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(2000, 2006)), unique=True, max_size=28
)


def lay(frame: pd.DataFrame) -> Laid:
    return lay_out_panel(frame, COLUMNS)


def make(pairs: list[tuple[str, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(pairs, columns=["series", "period"])
    return frame.assign(value=np.arange(len(frame), dtype=float)).astype({"series": "str"})


@given(rows, st.booleans(), st.sampled_from(["str", "category"]))
def test_every_value_lands_where_a_pivot_puts_it(
    pairs: list[tuple[str, int]], in_order: bool, kind: str
) -> None:
    frame = make(sorted(pairs) if in_order else pairs).astype({"series": kind})
    laid = lay(frame)
    if not pairs:
        assert laid.values.shape == (0, 0)
        return
    wanted = frame.astype({"series": "str"}).pivot(index="series", columns="period", values="value")
    there = [year for _, year in pairs]
    years = range(min(there), max(there) + 1)
    wanted = wanted.reindex(columns=years)
    assert laid.names["series"].tolist() == wanted.index.tolist()
    np.testing.assert_array_equal(laid.values, wanted.to_numpy())
    is_there = wanted.notna().to_numpy()
    assert laid.has_gaps == (not is_there.all())
    assert (laid.is_there is None) == is_there.all()
    if laid.is_there is not None:
        np.testing.assert_array_equal(laid.is_there, is_there)
    assert str(laid.periods[laid.first]) == str(years[0])


@given(rows, st.data())
def test_a_missing_value_is_not_a_missing_row(
    pairs: list[tuple[str, int]], data: st.DataObject
) -> None:
    frame = make(pairs)
    gone = data.draw(st.lists(st.booleans(), min_size=len(frame), max_size=len(frame)))
    frame.loc[gone, "value"] = np.nan
    laid, full = lay(frame), lay(make(pairs))
    np.testing.assert_array_equal(
        np.ones(laid.values.shape, bool) if laid.is_there is None else laid.is_there,
        np.ones(full.values.shape, bool) if full.is_there is None else full.is_there,
    )
    assert np.count_nonzero(~np.isnan(laid.values)) == gone.count(False)


@given(rows.filter(lambda pairs: len(pairs) > 0), st.data())
def test_a_row_that_is_there_twice_is_refused_wherever_it_stands(
    pairs: list[tuple[str, int]], data: st.DataObject
) -> None:
    again = data.draw(st.sampled_from(pairs))
    place = data.draw(st.integers(0, len(pairs)))
    for frame in (make([*pairs[:place], again, *pairs[place:]]), make(sorted([*pairs, again]))):
        for values in (frame, frame.assign(value=np.nan)):
            with pytest.raises(InvalidError) as caught:
                lay(values)
            assert str(caught.value) == (
                "assess_panel: 1 problem to mend\n"
                f"  {again[0]} has 2 rows for {again[1]}; keep one of them [named-twice]"
            )


@pytest.mark.parametrize(
    "names",
    [
        # Each would pass for blocks of three if only some of its rows were looked at.
        "aabbbb",
        "abaabb",
        "aabbab",
        "aaabba",
        "bbbaaa",
        "abcabc",
    ],
)
def test_rows_that_are_not_quite_in_order_are_not_taken_for_it(names: str) -> None:
    count: dict[str, int] = {}
    pairs = []
    for one in names:
        count[one] = count.get(one, 1999) + 1
        pairs.append((one, count[one]))
    for kind in ("str", "category", "object"):
        laid = lay(make(pairs).astype({"series": kind}))
        for place, one in enumerate(laid.names["series"]):
            held = laid.values[place][~np.isnan(laid.values[place])]
            assert held.tolist() == [row for row, name in enumerate(names) if name == one]


def test_periods_in_blocks_of_another_order_are_put_in_order() -> None:
    pairs = [(one, year) for one in "ab" for year in (2002, 2000, 2001)]
    assert lay(make(pairs)).values.tolist() == [[1.0, 2.0, 0.0], [4.0, 5.0, 3.0]]
    differing = [("a", 2000), ("a", 2001), ("b", 2001), ("b", 2002)]
    np.testing.assert_array_equal(
        lay(make(differing)).values, [[0.0, 1.0, np.nan], [np.nan, 2.0, 3.0]]
    )


def test_every_other_year_in_order_has_the_years_between_as_gaps() -> None:
    laid = lay(make([(one, year) for one in "ab" for year in (2000, 2002, 2004)]))
    assert laid.values.shape == (2, 5)
    assert laid.is_there is not None
    assert laid.is_there[0].tolist() == [True, False, True, False, True]
    assert laid.write_period(1) == "2001"


def test_doubled_rows_are_all_named_with_their_periods() -> None:
    frame = make_frame(make_values(3, 8))
    twice = pd.concat([frame, frame.iloc[[3, 12, 12]]])
    with pytest.raises(InvalidError) as caught:
        lay(twice)
    assert str(caught.value) == (
        "assess_panel: 2 problems to mend\n"
        f"  area 0000 has 2 rows for {FIRST + 3}; keep one of them [named-twice]\n"
        f"  area 0001 has 3 rows for {FIRST + 4}; keep one of them [named-twice]"
    )


def test_a_series_named_by_two_columns_is_named_by_both_in_a_message() -> None:
    frame = make([("a", 2000), ("b", 2000), ("a", 2000)]).assign(sex=["f", "f", "f"])
    with pytest.raises(InvalidError, match="  a, f has 2 rows for 2000; keep one of them"):
        lay_out_panel(frame, Columns(by=("series", "sex"), period="period", value="value"))


def test_pooled_years_that_share_years_are_refused() -> None:
    frame = make([("a", year) for year in range(2000, 2006)])
    rolling = frame.assign(period=[f"{year}-{year + 2}" for year in frame["period"]])
    with pytest.raises(InvalidError) as caught:
        lay(rolling)
    assert str(caught.value) == (
        "assess_panel: 1 problem to mend\n"
        "  period: 2000-2002 and 2001-2003 share days, so their values move together; use yearly "
        "values, or periods that follow each other, the same for all series [overlapping-periods]"
    )
