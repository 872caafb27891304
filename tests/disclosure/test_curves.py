"""Is a curve that leaves the house judged from what may be shown, and does it say so?"""

from typing import Any

import attrs
import pytest

from obamodel.disclosure.curves import AGAIN, publish_baseline, publish_curve
from obamodel.disclosure.series import publish_series
from obamodel.disclosure.standing_rule import NOTHING_HIDDEN, STANDING
from obamodel.domain.baselines import Baseline, Method
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.errors import InvalidError
from obamodel.stats.forecasting import freeze_baseline
from obamodel.stats.turning import assess_curve

PAST = [41, 52, 47, 55, 44, 51, 48, 53, 49]
SINCE = [31, 28, 33]


def make(values: list[int], **about: Any) -> Series:
    return Series.from_dict(
        {str(2005 + place): value for place, value in enumerate(values)},
        id="waited",
        name="People who waited",
        kind=SeriesKind.COUNT,
        unit="people",
        polarity=Polarity.LOW,
        **about,
    )


def freeze(series: Series, method: Method = Method.AVERAGE, until: str = "2013") -> Baseline:
    given = {"given": [48, 48, 48], "agreed_by": "partners"} if method is Method.GIVEN else {}
    return freeze_baseline(
        series,
        until=until,
        periods=3,
        as_of=f"{int(until) + 1}-02",
        author="the data group",
        because="No new money.",
        method=method,
        **given,  # type: ignore[arg-type]  # both are words of one function
    )


def test_a_published_curve_is_what_somebody_would_find_who_has_the_published_numbers_only() -> None:
    series = make([*PAST, *SINCE])
    shown = publish_series(series, STANDING)
    again = assess_curve(freeze(shown), shown)
    answer = publish_curve(freeze(series), series, STANDING)
    assert (answer.verdict, answer.points) == (again.verdict, again.points)
    assert answer.sentence == again.sentence
    assert answer.caveats == (*again.caveats, AGAIN)


def test_the_history_and_forecast_of_the_desk_are_not_in_it() -> None:
    series = make([*PAST, *SINCE])
    answer = publish_curve(freeze(series), series, STANDING)
    assert [one.value for one in answer.baseline.history] == [40, 50, 45, 55, 45, 50, 50, 55, 50]
    assert answer.baseline.forecast != freeze(series).forecast
    assert answer.baseline.frozen == freeze(series).frozen


def test_what_partners_agreed_stays_as_they_agreed_it() -> None:
    series = make([*PAST, *SINCE])
    answer = publish_curve(freeze(series, Method.GIVEN), series, STANDING)
    assert [one.value for one in answer.baseline.forecast] == [48, 48, 48]
    assert answer.baseline.history[0].value == 40


def test_a_curve_that_is_public_stays_as_it_was_frozen() -> None:
    series = make([*PAST, *SINCE], published="the annual report")
    baseline = freeze(series)
    answer = publish_curve(baseline, series, STANDING)
    assert answer.baseline is baseline
    assert AGAIN not in answer.caveats
    kept = make([*PAST, *SINCE])
    assert AGAIN not in publish_curve(freeze(kept), kept, NOTHING_HIDDEN).caveats


def test_a_curve_of_small_numbers_alone_is_refused_with_what_would_help() -> None:
    series = make([3, 4, 2, 5, 3, 4, 3, 2, 3, 1, 1, 2])
    baseline = freeze(series)
    assert publish_baseline(baseline, publish_series(series, STANDING)) is None
    with pytest.raises(InvalidError) as caught:
        publish_curve(baseline, series, STANDING)
    (fault,) = caught.value.faults
    assert fault.found == 'too little of the history of "People who waited" may be shown'
    assert fault.mend == "pool years or places, so that the numbers are larger"


def test_curves_that_differ_only_where_they_are_hidden_come_out_the_same() -> None:
    one, other = ([*PAST[:3], few, *PAST[4:], *SINCE] for few in (2, 6))
    answers = [publish_curve(freeze(make(each)), make(each), STANDING) for each in (one, other)]
    assert attrs.asdict(answers[0]) == attrs.asdict(answers[1])
