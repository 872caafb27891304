"""Whether a panel is judged whatever its frame looks like, and the frame is left as it was."""

from typing import Any

import dask
import dask.dataframe
import numpy as np
import pandas as pd
import pytest

from obamodel.stats.panels import assess_panel
from obamodel.stats.turning.judging import ENDINGS, VERDICTS
from tests.stats.panels.building import FIRST, make_frame, make_values, name

HOW: dict[str, Any] = {"starts": FIRST + 12, "high_is_good": True}
COLUMNS = [
    "series",
    "points_before",
    "points_after",
    "observed",
    "expected",
    "departure",
    "lower",
    "upper",
    "verdict",
]


@pytest.fixture
def frame() -> pd.DataFrame:
    return make_frame(make_values(8, 18, gaps=0.04, seed=7))


def test_the_answer_has_one_row_a_series_and_the_columns_it_promises(frame: pd.DataFrame) -> None:
    found = assess_panel(frame, **HOW)
    assert list(found.columns) == COLUMNS
    assert found.index.tolist() == list(range(8))
    assert found["series"].tolist() == [name(place) for place in range(8)]
    assert list(found["verdict"].cat.categories) == [str(one) for one in VERDICTS]


def test_what_is_asked_for_adds_its_columns(frame: pd.DataFrame) -> None:
    families = {name(place): place % 2 for place in range(8)}
    found = assess_panel(frame, **HOW, ended=FIRST + 14, family=families, variation=True)
    added = ["looked_at", "after_end", "centre", "lower_limit", "upper_limit", "signals"]
    assert list(found.columns) == [*COLUMNS, *added, "last_signal"]
    assert list(found["after_end"].cat.categories) == [str(one) for one in ENDINGS]
    assert found["looked_at"].tolist() == [4] * 8


@pytest.mark.parametrize("kept", [slice(0, 0), slice(0, 1)])
def test_an_empty_frame_and_one_of_a_single_row_have_the_same_columns_of_the_same_kinds(
    frame: pd.DataFrame, kept: slice
) -> None:
    how = HOW | {"ended": FIRST + 14, "variation": True}
    whole = assess_panel(frame, **how)
    found = assess_panel(frame[kept], **how)
    assert len(found) == len(frame[kept])
    pd.testing.assert_series_equal(found.dtypes, whole.dtypes)


def test_a_series_without_a_single_value_has_too_few_points(frame: pd.DataFrame) -> None:
    frame.loc[frame["series"] == name(3), "value"] = np.nan
    found = assess_panel(frame, **HOW, variation=True)
    assert found.loc[3, "verdict"] == "too few points"
    assert (found.loc[3, "points_before"], found.loc[3, "signals"]) == (0, 0)
    others = [place for place in range(8) if place != 3]
    assert found.loc[others, "centre"].notna().all()


@pytest.mark.parametrize("order", ["as it is", "shuffled"])
@pytest.mark.parametrize("kind", ["object", "str", "string", "category", "whole numbers", "two"])
def test_a_series_may_be_named_by_texts_categories_numbers_or_several_columns(
    frame: pd.DataFrame, kind: str, order: str
) -> None:
    wanted = assess_panel(frame, **HOW, variation=True)
    number = frame["series"].str[-4:].astype(int)
    by: str | list[str] = "series"
    if kind == "two":
        frame = frame.assign(county=number // 3, town=np.char.add("t", (number % 3).astype(str)))
        by = ["county", "town"]
    elif kind == "whole numbers":
        frame = frame.assign(series=number)
    else:
        frame = frame.astype({"series": kind})
    if order == "shuffled":
        frame = frame.sample(frac=1, random_state=1)
    found = assess_panel(frame, by=by, **HOW, variation=True)
    names = [by] if isinstance(by, str) else by
    assert list(found.columns[: len(names)]) == names
    for column in names:
        assert found[column].dtype == frame[column].dtype
    assert found[names].apply(tuple, axis=1).is_unique
    pd.testing.assert_frame_equal(
        found.drop(columns=names), wanted.drop(columns="series"), check_exact=True
    )


def test_series_stand_in_the_order_of_their_categories_and_those_without_rows_nowhere(
    frame: pd.DataFrame,
) -> None:
    names = sorted(frame["series"].unique(), reverse=True)
    ordered = frame.assign(series=pd.Categorical(frame["series"], ["before", *names, "after"]))
    wanted = assess_panel(frame, **HOW).iloc[::-1].reset_index(drop=True)
    for rows in (
        ordered,
        ordered.sort_values(["series", "period"]),
        ordered.sample(frac=1, random_state=1),
    ):
        found = assess_panel(rows, **HOW)
        assert found["series"].tolist() == names
        pd.testing.assert_frame_equal(found.drop(columns="series"), wanted.drop(columns="series"))


@pytest.mark.parametrize("order", ["as it is", "shuffled"])
@pytest.mark.parametrize(
    "kind", ["int16", "Int64", "str", "category", "object", "pandas periods", "dates", "financial"]
)
def test_periods_may_be_numbers_texts_pandas_periods_or_dates(
    frame: pd.DataFrame, kind: str, order: str
) -> None:
    wanted = assess_panel(frame, **HOW)
    years, how = frame["period"].astype(str), dict(HOW)
    if kind == "pandas periods":
        periods: Any = pd.PeriodIndex(years, freq="Y")
        how["starts"] = pd.Period(f"{FIRST + 12}", freq="Y")
    elif kind == "dates":
        periods = pd.to_datetime(years)
        how |= {"starts": pd.Timestamp(f"{FIRST + 12}"), "frequency": "year"}
    elif kind == "financial":
        periods = [f"{year}-{(year + 1) % 100:02d}" for year in frame["period"]]
        how |= {"starts": f"{FIRST + 12}/{(FIRST + 13) % 100:02d}", "calendar": "financial"}
    else:
        periods = years.astype("category") if kind == "category" else frame["period"].astype(kind)  # type: ignore[call-overload]  # any of them
    frame = frame.assign(period=periods)
    if order == "shuffled":
        frame = frame.sample(frac=1, random_state=2)
    pd.testing.assert_frame_equal(assess_panel(frame, **how), wanted, check_exact=True)


def test_pooled_years_that_follow_each_other_are_judged_step_by_step() -> None:
    values = make_values(3, 18, seed=7)
    frame = make_frame(values)
    pooled = frame.assign(
        period=[f"{1960 + 3 * place}-{1962 + 3 * place}" for place in frame["period"] - FIRST]
    )
    found = assess_panel(pooled, starts="1996-1998", high_is_good=True)
    pd.testing.assert_frame_equal(found, assess_panel(frame, **HOW), check_exact=True)


def test_values_may_stand_in_a_nullable_column_and_columns_may_have_other_names(
    frame: pd.DataFrame,
) -> None:
    wanted = assess_panel(frame, **HOW)
    other = frame.astype({"value": "Float64"})
    other.columns = pd.Index(["area", "year", "rate"])
    other.index = pd.Index([0] * len(other))
    found = assess_panel(other, by="area", period="year", value="rate", **HOW)
    pd.testing.assert_frame_equal(found.rename(columns={"area": "series"}), wanted)


@pytest.mark.parametrize("kind", ["str", "category"])
@pytest.mark.parametrize("order", ["as it is", "shuffled"])
def test_the_frame_is_left_as_it_was_and_the_answer_shares_nothing_with_it(
    kind: str, order: str
) -> None:
    frame = make_frame(make_values(5, 18, seed=7)).astype({"series": kind})
    if order == "shuffled":
        frame = frame.sample(frac=1, random_state=3)
    before = frame.copy(deep=True)
    found = assess_panel(frame, **HOW, variation=True)
    for column in found.columns[1:-1]:
        if found[column].dtype.kind in "if":
            found[column] = 0
    found["series"] = found["series"].to_numpy()[::-1]
    pd.testing.assert_frame_equal(frame, before)


def test_a_frame_in_dask_is_judged_partition_by_partition() -> None:
    frame = make_frame(make_values(30, 18, gaps=0.05, seed=7))
    question = HOW | {"variation": True, "ended": FIRST + 15}
    wanted = assess_panel(frame, **question)
    with dask.config.set({"dataframe.convert-string": False}):
        mixed = frame.sample(frac=1, random_state=1)
        whole = dask.dataframe.from_pandas(mixed, npartitions=3)  # type: ignore[no-untyped-call]
        data = whole.set_index("series", npartitions=4).reset_index()
        assert data.npartitions > 1
        answer = data.map_partitions(
            assess_panel, **question, meta=assess_panel(data.head(0), **question)
        )
        found = answer.compute(scheduler="threads")
    pd.testing.assert_frame_equal(found.reset_index(drop=True), wanted, check_exact=True)


def test_very_many_rows_out_of_order_are_laid_out_as_those_in_order() -> None:
    # More rows than are worked on at a time.
    values = make_values(30_000, 15, seed=2)
    codes = np.repeat(np.arange(30_000), 15)
    frame = pd.DataFrame(
        {"series": codes, "period": np.tile(np.arange(15), 30_000) + FIRST, "value": values.ravel()}
    )
    how = {"starts": FIRST + 10, "high_is_good": True, "method": "trend", "variation": True}
    wanted = assess_panel(frame, **how)  # type: ignore[arg-type]  # each of its own kind
    for kind in ("int64", "category"):
        mixed = frame.sample(frac=1, random_state=1).astype({"series": kind})
        found = assess_panel(mixed, **how)  # type: ignore[arg-type]  # each of its own kind
        pd.testing.assert_frame_equal(found.astype({"series": "int64"}), wanted, check_exact=True)
