"""One observation: a value with its limits, or a reason why there is none."""

import pytest
from hypothesis import given

from obamodel.domain.series import Flag, Observation
from tests.domain.building import make, refuse
from tests.strategies import nouns


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        (
            {"value": None},
            (
                "value: there is no value, and nothing says why; write the value, or under missing "
                "the reason; an empty place is not zero [number-missing]"
            ),
        ),
        (
            {"value": 54, "missing": "nobody asked"},
            (
                "missing: it is said to be missing, yet has the value 54; "
                "take one of the two away [number-of-a-missing]"
            ),
        ),
        (
            {"value": None, "missing": "nobody asked", "upper": 3},
            (
                "upper: there is a limit and no value; "
                "take the limits away, or write the value [limits-of-nothing]"
            ),
        ),
        (
            {"lower": 54.1},
            (
                "lower: 54.1 is above the value, 54; "
                "check the value and its limits [limits-out-of-order]"
            ),
        ),
        (
            {"upper": 53},
            (
                "upper: 53 is below the value, 54; "
                "check the value and its limits [limits-out-of-order]"
            ),
        ),
        (
            {"denominator": 0},
            (
                "denominator: found 0; write out of how many: more than 0; "
                "where there was nobody, the value is missing [bad-denominator]"
            ),
        ),
        ({"denominator": -3}, "denominator: found -3; write out of how many"),
        ({"value": float("inf")}, "value: found inf; write an ordinary number [not-finite]"),
        ({"numerator": float("nan")}, "numerator: found nan; write an ordinary number"),
        ({"value": 10**400}, "value: found a number of more than 300 digits; check the number"),
        ({"value": "54"}, 'value: found "54"; write a number [wrong-type]'),
        ({"value": True}, "value: found True; write a number [wrong-type]"),
    ],
    ids=range(12),
)
def test_what_does_not_fit_together_is_refused_by_place(
    parts: dict[str, object], fault: str
) -> None:
    (found,) = refuse(Observation, **parts)
    assert str(found).startswith(fault)


def test_several_faults_of_one_observation_are_named_at_once() -> None:
    faults = refuse(Observation, lower=60, upper=50, denominator=0)
    assert [fault.path for fault in faults] == [("lower",), ("upper",), ("denominator",)]


def test_zero_is_a_value() -> None:
    assert not make(Observation, value=0).is_missing
    assert make(Observation, value=None, missing="nobody asked").is_missing


def test_limits_may_be_given_on_one_side_and_may_touch_the_value() -> None:
    assert make(Observation, value=54, lower=54).upper is None
    assert make(Observation, value=54, upper=54, flags=[Flag.REVISED]).flags == (Flag.REVISED,)


@given(nouns(Observation, {}))
def test_one_of_value_and_reason_is_there_and_never_both(observation: Observation) -> None:
    assert (observation.value is None) == bool(observation.missing)
