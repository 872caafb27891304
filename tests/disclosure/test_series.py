"""Is a series shown only as far as the group's rules allow?"""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.disclosure.series import publish_series
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.observations import Observation
from obamodel.domain.periods import Period
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.domain.traits import Trait

FIRST = Period.parse("2010")


def by(preset: Preset, *, sensitive: bool = False) -> Protection:
    return Protection(preset=preset, judged=STANDING.judged, sensitive=sensitive)


def count(values: Sequence[float], **about: Any) -> Series:
    kept = [Observation(period=FIRST.shift(n), value=value) for n, value in enumerate(values)]
    return make(kept, SeriesKind.COUNT, "people", **about)


def share(*parts: tuple[int, int], kind: SeriesKind = SeriesKind.SHARE) -> Series:
    kept = [
        Observation(
            period=FIRST.shift(n),
            value=100 * of / out_of,
            numerator=of,
            denominator=out_of,
            lower=0,
            upper=100,
        )
        for n, (of, out_of) in enumerate(parts)
    ]
    return make(kept, kind, "%", per=100)


def make(kept: list[Observation], kind: SeriesKind, unit: str, **about: Any) -> Series:
    return Series(
        id="seen",
        name="Seen",
        kind=kind,
        unit=unit,
        polarity=Polarity.HIGH,
        observations=kept,
        **about,
    )


def test_counts_are_hidden_and_rounded_by_each_set_of_rules() -> None:
    series = count([0, 3, 8, 12, 57])
    shown = {preset: publish_series(series, by(preset)).values for preset in Preset}
    assert shown == {
        Preset.HES: (0, None, 10, 10, 55),
        Preset.HESA: (0, 5, 10, 10, 55),
        Preset.NHS5: (None, None, 10, 10, 55),
        Preset.CMS11: (0, None, None, 12, 57),
        Preset.SDE10: (None, None, None, 12, 57),
        Preset.NONE: (0, 3, 8, 12, 57),
    }


def test_a_hidden_value_has_a_reason_and_nothing_else() -> None:
    (hidden,) = publish_series(count([3]), STANDING).observations
    assert hidden == Observation(period=FIRST, missing="a small number, not shown")


@pytest.mark.parametrize(
    "about",
    [
        {"counted": Counted.THINGS},
        {"trait": Trait.LARGE_PLACE},
        {"trait": Trait.OTHER},
        {"published": "the annual report"},
    ],
)
def test_what_needs_no_protection_stays_as_it_is(about: dict[str, Any]) -> None:
    series = count([3], **about)
    assert publish_series(series, STANDING) is series


def test_what_is_shown_is_marked_as_public_with_the_rule_in_words() -> None:
    shown = publish_series(count([43]), STANDING)
    assert shown.is_public
    assert "rounded to the nearest 5" in shown.published
    assert publish_series(shown, STANDING) is shown


def test_a_share_is_worked_out_from_its_rounded_counts_and_has_no_limits() -> None:
    # 17 of 41 is 41.5%; 15 of 40 is 37.5%.
    (shown,) = publish_series(share((17, 41)), STANDING).observations
    assert (shown.value, shown.numerator, shown.denominator) == (37.5, 15, 40)
    assert (shown.lower, shown.upper) == (None, None)


def test_a_share_out_of_few_or_of_few_is_hidden() -> None:
    shown = publish_series(share((9, 22), (3, 60), (9, 23)), STANDING)
    assert [one.missing for one in shown.observations] == [
        "out of too few people to be shown",
        "a small number, not shown",
        "",
    ]
    assert all(one.numerator is None for one in shown.observations if one.value is None)
    assert all(one.denominator is None for one in shown.observations if one.value is None)


def test_without_rounding_a_share_of_nearly_all_is_hidden() -> None:
    shown = publish_series(share((48, 50), (30, 50), (50, 50)), by(Preset.CMS11))
    assert list(shown.values) == [None, 60, 100]
    rounded = publish_series(share((48, 50)), STANDING)
    assert list(rounded.values) == [100]  # 50 of 50, each off by 2


def test_where_numbers_are_sensitive_nobody_and_everybody_are_hidden() -> None:
    shown = publish_series(share((0, 50), (50, 50), (30, 50)), by(Preset.HES, sensitive=True))
    assert shown.values == (None, None, 60)


def test_a_percentage_whose_numbers_are_not_known_is_hidden() -> None:
    series = make([Observation(period=FIRST, value=50)], SeriesKind.SHARE, "%", per=100)
    (shown,) = publish_series(series, STANDING).observations
    assert shown.missing == "not shown, since the numbers it is worked out from are not known"


def test_a_mean_over_few_is_hidden() -> None:
    kept = [
        Observation(period=FIRST.shift(n), value=3.4, denominator=over)
        for n, over in enumerate((6, 8))
    ]
    shown = publish_series(make(kept, SeriesKind.MEAN, "points"), STANDING)
    assert shown.values == (None, 3.4)
    assert shown.denominators == (None, 10)


def test_a_running_total_that_is_not_rounded_does_not_tell_how_few_came_since() -> None:
    series = count([40, 43, 55, 55], running_total=True)
    assert publish_series(series, by(Preset.CMS11)).values == (40, None, 55, 55)


@given(st.lists(st.integers(1, 7), min_size=6, max_size=6))
def test_series_that_differ_only_where_they_are_hidden_become_the_same(few: list[int]) -> None:
    first = [few[0], 50, few[1], 31, few[2]]
    other = [few[3], 50, few[4], 31, few[5]]
    assert publish_series(count(first), STANDING) == publish_series(count(other), STANDING)
