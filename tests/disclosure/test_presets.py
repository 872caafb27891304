"""The rules of public bodies, held to the answers they publish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.disclosure.presets import RULES, find_rule
from obamodel.domain.protection import Preset
from obamodel.errors import InvalidError
from tests.disclosure.small_tables import choose


@pytest.mark.parametrize(
    ("count", "written"),
    [
        *((0, "0"), (2, "*"), (5, "*"), (8, "10"), (16, "15"), (57, "55"), (10023, "10025")),
        *((3, "*"), (24, "25")),
    ],
)
def test_hes_writes_what_codonpython_writes(count: int, written: str) -> None:
    # NHSDigital/codonPython, its tests at 7e8d35d.
    assert RULES[Preset.HES].write(count) == written


@pytest.mark.parametrize("wrong", [-1, 4.2, 100_000_001, True, "8", None])
def test_what_is_no_count_of_people_is_refused(wrong: object) -> None:
    with pytest.raises(InvalidError, match="give a whole number from 0 to 100000000"):
        RULES[Preset.HES].show(wrong)  # type: ignore[arg-type]  # that is the test


def test_hesa_rounds_as_its_seven_rules_say() -> None:
    # HESA, rounding and suppression to anonymise statistics.
    rule = RULES[Preset.HESA]
    assert [rule.round(number) for number in (0, 1, 2, 2.4)] == [0, 0, 0, 0]
    assert [rule.round(number) for number in (2.5, 3, 7, 7.5, 22)] == [5, 5, 5, 10, 20]
    assert not any(rule.is_small(count) for count in range(20))
    assert (rule.share_base, rule.average_above) == (22.5, 7)


def test_the_first_level_of_the_friends_and_family_test_is_ours_for_one_to_four() -> None:
    # nhsengland/fft_pipeline, doctest of its first level, at 1a1acbb; it shows nobody as 0.
    rule = RULES[Preset.NHS5]
    flagged = [rule.is_small(count) for count in (3, 5, 10, 2)]
    assert flagged == [True, False, False, True]


@pytest.mark.parametrize(
    ("preset", "hidden", "shown"),
    [
        (Preset.HES, range(1, 8), (0, 8)),
        (Preset.HESA, (), (0, 1, 7)),
        (Preset.NHS5, range(5), (5, 6)),
        (Preset.CMS11, range(1, 11), (0, 11)),
        (Preset.SDE10, range(10), (10, 11)),
        (Preset.NONE, (), (0, 1, 7)),
    ],
)
def test_each_preset_hides_its_own_stretch(
    preset: Preset, hidden: range, shown: tuple[int, ...]
) -> None:
    rule = RULES[preset]
    assert all(rule.show(count) is None for count in hidden)
    assert all(rule.show(count) is not None for count in shown)


@pytest.mark.parametrize("preset", list(Preset))
@given(st.integers(0, 200))
def test_the_counts_behind_a_shown_number_are_those_that_are_shown_as_it(
    preset: Preset, count: int
) -> None:
    rule = RULES[preset]
    shown = rule.show(count)
    if shown is None:
        return
    least, most = rule.find_counts(shown)
    behind = [each for each in range(220) if rule.show(each) == shown]
    assert (least, most) == (behind[0], behind[-1])
    assert behind == list(range(least, most + 1))


def test_where_nobody_gives_people_away_nobody_is_hidden() -> None:
    assert find_rule(choose(Preset.HES, sensitive=True)).write(0) == "*"
    assert find_rule(choose(Preset.CMS11, sensitive=True)).write(0) == "*"
    assert find_rule(choose(Preset.NONE, sensitive=True)).write(0) == "0"


@pytest.mark.parametrize("preset", [preset for preset in Preset if preset is not Preset.NONE])
def test_every_rule_says_itself_and_where_it_comes_from(preset: Preset) -> None:
    rule = RULES[preset]
    assert rule.sentence.endswith(".")
    assert rule.source
