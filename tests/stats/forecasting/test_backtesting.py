"""How well each method would have forecast a series in the past."""

from typing import Any

import attrs
import numpy as np
import pytest
from scipy import stats

from obamodel.domain.baselines import Method
from obamodel.domain.series import Flag, Series, Standing
from obamodel.errors import InvalidError
from obamodel.stats.forecasting import Backtest, backtest, forecast_values
from obamodel.stats.forecasting.widening import widen_method
from tests.stats.forecasting.building import make_series, see
from tests.stats.forecasting.examples import DEATHS, LAKE

HURON = LAKE[:40]


def find(answer: Backtest, method: str) -> Any:
    (found,) = [one for one in answer.records if one.method == method]
    return found


def refuse(series: Series, **about: Any) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        backtest(series, **about)
    return [str(fault) for fault in caught.value.faults]


@pytest.fixture(scope="module")
def huron() -> Backtest:
    return backtest(make_series(HURON))


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        # l <- ts(LakeHuron[1:40]); moves <- abs(diff(l))
        # s <- sapply(20:39, function(k) mean(moves[1:(k-1)]))
        # mean(abs(tsCV(l, naive, h=4)[20:39, ]) / s, na.rm=TRUE); the same with rwf(drift=TRUE),
        # meanf, and function(y, h) forecast(tslm(y ~ trend), h=h)
        ("last", 1.26181775039),
        ("drift", 1.37106813993),
        ("mean", 1.98818510746),
        ("trend", 1.43550961399),
    ],
)
def test_the_error_is_that_of_time_series_cross_validation_in_r(
    huron: Backtest, method: str, expected: float
) -> None:
    assert find(huron, method).error == pytest.approx(expected, rel=1e-9)


def test_the_share_held_is_counted_within_the_widened_limits(huron: Backtest) -> None:
    # In R, 74 of the 74 values lie within naive's limits times 1.7, of 80% as of 95%.
    found = find(huron, "last")
    assert (found.held_80, found.held_95) == (1.0, 1.0)
    assert (huron.origins, huron.forecasts) == (20, 74)


def test_every_method_is_tried_from_every_origin_by_a_plain_loop(huron: Backtest) -> None:
    errors: dict[Method, dict[int, list[float]]] = {}
    held: dict[Method, list[bool]] = {}
    for method in [one.method for one in huron.records]:
        for origin in range(20, 40):
            past, later = HURON[:origin], HURON[origin : origin + 4]
            found = forecast_values(past, len(later), method=method)
            scale = np.mean(np.abs(np.diff(past)))
            echo = 0.0 if found.echo is None else found.echo[0]
            for step, value in enumerate(later):
                off = abs(value - found.mean[0, step])
                errors.setdefault(method, {}).setdefault(origin, []).append(off / scale)
                deviation = found.find_covariance()[0, step, step] ** 0.5
                freedom = found.freedom[0]
                quantile = stats.norm.ppf(0.9) if np.isinf(freedom) else stats.t.ppf(0.9, freedom)
                wide = float(widen_method(method, origin, step + 1, echo))
                held.setdefault(method, []).append(off <= quantile * wide * deviation)
    assert set(errors) == set(Method) - {Method.GIVEN, Method.SEASONAL_LAST}
    default = errors[Method.AVERAGE]
    for record in huron.records:
        own = errors[record.method]
        apart = [
            [one - other for one, other in zip(own[origin], default[origin], strict=True)]
            for origin in own
        ]
        assert record.error == pytest.approx(np.mean(np.concatenate(list(own.values()))))
        assert record.held_80 == pytest.approx(np.mean(held[record.method]))
        assert record.difference == pytest.approx(np.mean(np.concatenate(apart)), abs=1e-12)
        by_origin = [np.mean(one) for one in apart]
        assert record.difference_error == pytest.approx(stats.sem(by_origin), abs=1e-12)


def test_the_smallest_error_stands_first_and_nothing_switches_to_it(huron: Backtest) -> None:
    errors = [one.error for one in huron.records]
    assert errors == sorted(errors)
    assert huron.would_choose is huron.records[0].method
    assert huron.caveats == (
        (
            "The default is kept whatever this says. Choosing the best of many on one short series "
            "mostly chooses luck: on series whose later values are known it did no better, and its "
            "limits held less often."
        ),
        "It rests on 74 forecasts from 20 origins, which overlap.",
    )


def test_the_answer_says_which_would_have_been_best_and_that_the_default_stays() -> None:
    answer = backtest(make_series(HURON), methods=["last", "mean"])
    best, default = answer.records[0], find(answer, "average")
    assert best.method == "last"
    assert str(answer) == (
        f"People heard: last would have forecast best (error {best.error:.2f}, the default "
        f"{default.error:.2f}), from 20 origins. The default stays unless you choose another."
    )
    assert answer._repr_html_().startswith(f"<p>{answer}</p><table")


def test_where_the_default_is_best_that_is_all_there_is_to_say() -> None:
    answer = backtest(make_series(HURON), methods=["mean"])
    assert str(answer) == ("People heard: the default would have forecast best, from 20 origins.")


def test_the_table_has_a_row_for_each_method() -> None:
    table = backtest(make_series(HURON), methods=["last"]).to_frame()
    assert list(table) == [
        "method", "error", "held_80", "held_95", "difference", "difference_error",
    ]  # fmt: skip
    assert table.method.tolist() == ["last", "average"]
    assert table.difference.tolist()[1] == 0.0


def test_an_answer_is_neither_true_nor_false(huron: Backtest) -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(huron)


def test_months_try_the_last_season_too_once_a_year_was_seen() -> None:
    answer = backtest(make_series([float(one) for one in DEATHS], first="Jan 1976"))
    season = find(answer, "seasonal_last")
    # From after 18 of 36 months on, against the same month of the year before, by hand.
    wanted = []
    for origin in range(18, 36):
        scale = np.mean(np.abs(np.diff(DEATHS[:origin])))
        reached = range(origin, min(origin + 4, 36))
        wanted += [abs(DEATHS[place] - DEATHS[place - 12]) / scale for place in reached]
    assert season.error == pytest.approx(np.mean(wanted))
    assert season.error < find(answer, "last").error


def test_a_season_is_not_tried_where_the_first_origin_has_none_behind_it() -> None:
    answer = backtest(make_series([float(one) for one in DEATHS[:20]], first="Jan 1976"))
    assert Method.SEASONAL_LAST not in [one.method for one in answer.records]


def test_missing_values_are_not_forecast_and_not_counted() -> None:
    values: list[float | None] = [*HURON[:12]]
    values[9] = None
    answer = backtest(make_series(values), methods=["last"])
    # Origins after 6 to 11; of the 18 places forecast, four are that of the missing value.
    assert (answer.origins, answer.forecasts) == (6, 14)


def test_what_lies_before_a_break_is_not_used() -> None:
    observations = see([0.0, 99.0, *HURON])
    observations[2] = attrs.evolve(observations[2], flags=[Flag.BREAK])
    broken = attrs.evolve(make_series(HURON), observations=observations)
    plain = backtest(make_series(HURON), methods=["last"])
    assert backtest(broken, methods=["last"]).records == plain.records


def test_one_origin_has_no_error_of_its_difference() -> None:
    assert refuse(make_series(HURON[:7])) == [
        "observations: 7 values; a backtest needs 8 or more [too-few-points]"
    ]
    two = backtest(make_series(HURON[:8]), methods=["last"])
    assert (two.origins, two.forecasts) == (2, 3)


def test_a_series_that_never_changes_has_nothing_to_compare() -> None:
    assert refuse(make_series([5.0] * 12)) == [
        (
            "observations: no value could be forecast from earlier ones that vary; "
            "give a longer series, or one that varies [nothing-to-compare]"
        )
    ]


def test_methods_that_cannot_be_tried_are_refused() -> None:
    assert refuse(make_series(HURON), methods=["given"]) == [
        "a given forecast has no method; leave it out [unknown-choice]"
    ]
    (found,) = refuse(make_series(HURON), methods=["best"])
    assert found.startswith('methods: found "best"; choose one of: average, given, last, ')


def test_what_was_not_seen_in_the_world_is_refused() -> None:
    (found,) = refuse(make_series(HURON, standing=Standing.ILLUSTRATIVE))
    assert found.startswith("standing: it is illustrative")


def test_periods_that_share_days_are_refused() -> None:
    (found,) = refuse(make_series(HURON, first="1900-1902"))
    assert found.endswith("[overlapping-periods]")
