"""How much of the ups and downs of a series is known to be sampling error."""

from typing import Any

import numpy as np
import pytest

from obamodel.domain.baselines import Scale
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind
from obamodel.stats.forecasting.sampling import find_sampling_variances, put_on_scale
from obamodel.stats.forecasting.scales import make_ruler


def find(kind: SeriesKind, per: float | None = None, *, random: bool = False, **of: Any) -> float:
    one = Observation(period=Period.parse("2014"), **of)
    series = Series(
        id="s", name="S", kind=kind, unit="u", polarity=Polarity.HIGH, per=per, observations=[one]
    )
    return float(find_sampling_variances(series, (one,), events_at_random=random)[0])


@pytest.mark.parametrize(
    ("per", "value", "out_of", "expected"),
    [
        # value x (per - value) / out of how many
        (100, 50, 100, 25.0),
        (100, 20, 400, 4.0),
        (1, 0.2, 400, 0.0004),
        # None of 16, and all of 16: two more of each kind are added first, so 2 of 20.
        (100, 0, 16, 100**2 * 0.1 * 0.9 / 16),
        (100, 100, 16, 100**2 * 0.9 * 0.1 / 16),
    ],
)
def test_a_share_varies_as_so_many_of_its_denominator_do(
    per: float, value: float, out_of: float, expected: float
) -> None:
    assert find(SeriesKind.SHARE, per, value=value, denominator=out_of) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        # 36 events among 20,000 people, per 10,000: the rate is 18, its standard error 6/2 = 3
        ({"value": 18, "numerator": 36, "denominator": 20_000}, 9.0),
        # The same with the people unknown: the rate squared over the events
        ({"value": 18, "numerator": 36}, 9.0),
        # None among 20,000 is as unsure as one would be.
        ({"value": 0, "numerator": 0, "denominator": 20_000}, 0.25),
        ({"value": 0, "numerator": 0}, np.nan),
        ({"value": 18}, np.nan),
        ({"value": 18, "denominator": 20_000}, np.nan),
    ],
)
def test_a_rate_varies_as_its_number_of_events_does(of: dict[str, Any], expected: float) -> None:
    found = find(SeriesKind.RATE, 10_000, **of)
    assert found == pytest.approx(expected, nan_ok=True)


def test_a_count_varies_at_random_only_where_that_is_said() -> None:
    assert np.isnan(find(SeriesKind.COUNT, value=49))
    assert find(SeriesKind.COUNT, value=49, random=True) == 49
    assert find(SeriesKind.COUNT, value=0, random=True) == 1


def test_limits_that_the_source_gives_come_before_all() -> None:
    # A normal value has limits 2 x 1.96 standard errors apart.
    found = find(SeriesKind.SHARE, 100, value=50, lower=45, upper=55, denominator=9)
    assert found == pytest.approx((10 / 3.92) ** 2, rel=1e-4)
    assert find(SeriesKind.MEAN, value=50, lower=45, upper=55) == pytest.approx(found)


@pytest.mark.parametrize("kind", [SeriesKind.MEAN, SeriesKind.SCORE])
def test_nothing_is_known_of_a_mean_or_a_score_by_itself(kind: SeriesKind) -> None:
    assert np.isnan(find(kind, value=50))


def test_nothing_is_known_of_a_value_that_is_missing() -> None:
    assert np.isnan(find(SeriesKind.SHARE, 100, missing="no survey", denominator=100))


def test_on_a_scale_a_variance_is_multiplied_by_the_square_of_the_slope() -> None:
    values, variances = np.array([25.0, 50.0]), np.array([4.0, 9.0])

    def put(scale: Scale) -> Any:
        ruler = make_ruler(scale, lowest=0, highest=100)
        return put_on_scale(variances, values, ruler, scale).tolist()

    assert put(Scale.NATURAL) == [4.0, 9.0]
    # The log moves by 1/value, the square root by 1/(2 root), the logit by 100/(value (100-value)).
    assert put(Scale.LOG) == pytest.approx([4 / 25**2, 9 / 50**2])
    assert put(Scale.SQUARE_ROOT) == pytest.approx([4 / (4 * 25), 9 / (4 * 50)])
    assert put(Scale.LOGIT) == pytest.approx([4 * (100 / 1875) ** 2, 9 * (100 / 2500) ** 2])


def test_the_square_root_of_a_count_varies_by_a_quarter_even_of_none() -> None:
    # Bartlett (1936): the square root of a Poisson count has a variance of about 1/4.
    counts = np.array([0.0, 1.0, 4.0, 100.0])
    variances = np.maximum(counts, 1)
    ruler = make_ruler(Scale.SQUARE_ROOT, lowest=0)
    found = put_on_scale(variances, counts, ruler, Scale.SQUARE_ROOT)
    assert found.tolist() == pytest.approx([0.25] * 4)
