"""Is a figure called old exactly when a newer one should be there?"""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.periods import Period
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind
from obamodel.report.scorecard.freshness import Freshness, find_freshness


def make(*periods: str, missing: tuple[str, ...] = (), **how: object) -> Series:
    first = Period.parse(periods[0], **how)  # type: ignore[arg-type]
    return Series(
        id="seen",
        name="Seen",
        kind=SeriesKind.MEAN,
        unit="points",
        polarity=Polarity.HIGH,
        observations=[
            Observation(period=period, missing="no survey")
            if text in missing
            else Observation(period=period, value=1.0)
            for text, period in (
                (text, first if text == periods[0] else Period.parse(text, **how))  # type: ignore[arg-type]
                for text in periods
            )
        ],
    )


# Each day was found on a calendar: the last day on which the newest is new enough.
LAST_DAYS = [
    (("2021", "2022"), datetime.date(2024, 12, 31), "2023"),
    (("2021/22", "2022/23"), datetime.date(2025, 3, 31), "2023/24"),
    (("2023 Q4", "2024 Q1"), datetime.date(2024, 9, 30), "2024 Q2"),
    (("2024-01", "2024-02"), datetime.date(2024, 4, 30), "2024-03"),
    (("2024-02-27", "2024-02-28"), datetime.date(2024, 3, 1), "2024-02-29"),
    # Three years together that roll on by one, and that do not overlap.
    (("2009-2011", "2010-2012"), datetime.date(2014, 12, 31), "2011-2013"),
    (("2006-2008", "2009-2011"), datetime.date(2017, 12, 31), "2012-2014"),
]


@pytest.mark.parametrize(("periods", "day", "expected"), LAST_DAYS)
def test_it_is_old_from_the_day_after_the_next_period_and_one_more_have_ended(
    periods: tuple[str, ...], day: datetime.date, expected: str
) -> None:
    series = make(*periods)
    assert find_freshness(series, day) == Freshness(newest=Period.parse(periods[-1]))
    late = find_freshness(series, day + datetime.timedelta(days=1))
    assert late is not None
    assert late.is_stale
    assert str(late.expected) == expected


def test_of_a_figure_long_out_of_date_the_newest_that_should_be_there_is_named() -> None:
    found = find_freshness(make("2011", "2012"), datetime.date(2025, 11, 23))
    assert found is not None
    # 2023 ended almost two years earlier; for 2024 there is a year from its end.
    assert str(found.expected) == "2023"


def test_one_who_does_not_wait_asks_for_the_next_period_as_soon_as_it_has_ended() -> None:
    series = make("2022", "2023")
    for day, stale in ((datetime.date(2024, 12, 31), False), (datetime.date(2025, 1, 1), True)):
        found = find_freshness(series, day, wait=0)
        assert found is not None
        assert found.is_stale is stale


def test_a_period_without_a_value_is_not_the_newest() -> None:
    found = find_freshness(
        make("2021", "2022", "2023", missing=("2022", "2023")), datetime.date(2023, 12, 31)
    )
    assert found == Freshness(newest=Period.parse("2021"))


def test_a_series_without_a_value_has_no_age() -> None:
    assert find_freshness(make("2021", missing=("2021",)), datetime.date(2024, 1, 1)) is None


@given(
    st.integers(1950, 2050),
    st.integers(0, 3),
    st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 12, 31)),
)
def test_waiting_longer_or_asking_earlier_never_makes_a_figure_old(
    year: int, wait: int, day: datetime.date
) -> None:
    series = make(str(year - 1), str(year))
    found = find_freshness(series, day, wait=wait)
    patient = find_freshness(series, day, wait=wait + 1)
    earlier = find_freshness(series, day - datetime.timedelta(days=200), wait=wait)
    assert found is not None
    assert patient is not None
    assert earlier is not None
    assert patient.is_stale <= found.is_stale
    assert earlier.is_stale <= found.is_stale
    # A year without a figure is old when it is further back than those that are waited for.
    assert found.is_stale == (day.year - year - 1 > wait)
