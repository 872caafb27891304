"""The answer as a table and as an object."""

import numpy as np
import pandas as pd
import pytest

from obamodel.stats.its import fit_interrupted
from tests.stats.its.sicily import ADMISSIONS, make_series

VALUES = [None if month == 40 else one for month, one in enumerate(ADMISSIONS)]


def test_the_coefficients_are_a_table_with_a_row_each() -> None:
    found = fit_interrupted(make_series(VALUES), starts="2005-01", season=1)
    table = found.to_frame()
    assert table.columns.tolist() == [
        *("series", "method", "term", "value", "lower", "upper", "scale"),
        *("coefficient", "standard_error", "statistic", "freedom", "p_value"),
    ]
    assert table["term"].tolist() == [
        *("level", "slope", "level_change", "slope_change"),
        *("season_sine_1", "season_cosine_1"),
    ]
    assert set(table["method"]) == {"newey-west"}
    assert set(table["scale"]) == {"difference"}
    assert set(table["series"]) == {"admissions"}
    np.testing.assert_allclose(table["statistic"], table["coefficient"] / table["standard_error"])


def test_counts_are_a_table_of_ratios_and_of_their_logarithms() -> None:
    table = fit_interrupted(make_series(), starts="2005-01", method="poisson").to_frame()
    assert set(table["scale"]) == {"ratio"}
    np.testing.assert_allclose(table["value"], np.exp(table["coefficient"]))


def test_the_points_are_a_table_with_a_row_each() -> None:
    table = fit_interrupted(make_series(VALUES), starts="2005-01", ends="2005-12").points_frame()
    assert table.columns.tolist() == [
        *("series", "period", "part", "value", "fitted", "line"),
        *("counterfactual", "counterfactual_line"),
        *("counterfactual_lower", "counterfactual_upper"),
        *("difference", "difference_lower", "difference_upper", "residual"),
    ]
    assert len(table) == 59
    assert table["part"].value_counts().to_dict() == {
        "before": 36,
        "since the start": 12,
        "after the end": 11,
    }
    assert table["value"].isna().to_numpy().nonzero()[0].tolist() == [40]
    assert all(pd.api.types.is_float_dtype(table[name]) for name in table.columns[3:])
    assert table["counterfactual"].isna().sum() == 36
    seen = table.dropna(subset=["value"])
    np.testing.assert_allclose(seen["value"] - seen["fitted"], seen["residual"], atol=1e-9)


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="InterruptedSeries is neither true nor false"):
        bool(fit_interrupted(make_series(), starts="2005-01"))


def test_a_notebook_shows_the_sentence_with_markup_made_inert() -> None:
    found = fit_interrupted(make_series(name="Falls & <b>slips</b>"), starts="2005-01")
    assert found._repr_html_().startswith("<p>Falls &amp; &lt;b&gt;slips&lt;/b&gt;: at the start")


def test_a_term_that_was_not_fitted_is_none() -> None:
    found = fit_interrupted(make_series(), starts="2005-01")
    assert found.find("season_sine_1") is None
    assert found.level_change_after_end is None
    assert found.slope_change_after_end is None


def test_the_same_question_has_the_same_answer() -> None:
    one, other = (fit_interrupted(make_series(), starts="2005-01") for _ in range(2))
    assert one == other
