"""Nothing is coerced and nothing guessed on the way from a file to a noun."""

import datetime
from typing import Any

import pytest

from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating
from obamodel.domain.indicators import Indicator
from obamodel.domain.observations import Observation
from obamodel.domain.partners import Partner
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Quantity
from obamodel.errors import Fault, InvalidError
from obamodel.files.conversion import structure, unstructure


def refuse(value: Any, noun: type) -> tuple[Fault, ...]:
    with pytest.raises(InvalidError) as caught:
        structure(value, noun)
    return caught.value.faults


@pytest.mark.parametrize(
    ("noun", "field", "value", "code"),
    [
        # What cattrs makes of these when it is left to itself stands beside them.
        (Partner, "name", None, "nothing"),  # "None"
        (Partner, "name", True, "wrong-type"),  # "True"
        (Partner, "name", 5, "wrong-type"),  # "5"
        (Partner, "in_network", 1, "wrong-type"),  # true
        (Partner, "in_network", "no", "wrong-type"),  # true
        (Quantity, "value", "12", "wrong-type"),  # 12
        (Quantity, "value", "1_0", "wrong-type"),  # 10
        (Quantity, "value", 3.9, "wrong-type"),  # 3
        (Quantity, "value", 12.0, "wrong-type"),  # 12
        (Quantity, "value", True, "wrong-type"),  # 1
        (Quantity, "value", 10**19, "too-large"),
        (Rating, "value", "nan", "wrong-type"),  # a number that is none
        (Rating, "value", True, "wrong-type"),  # 1.0
        (Rating, "value", float("nan"), "not-finite"),
        (Indicator, "data", "Missing", "unknown-choice"),
        (Feedback, "bears_on", "indicator-1", "wrong-type"),  # a letter each
        (Feedback, "bears_on", {"indicator-1": 1}, "wrong-type"),  # its keys
        (Feedback, "given", 2011, "bad-date"),
        (Observation, "period", 2011, "bad-period"),
        (Observation, "period", 2011.5, "bad-period"),
        (Observation, "period", "2011-12-13T10:00", "bad-period"),
        (Observation, "period", datetime.datetime(2011, 8, 5), "bad-period"),  # noqa: DTZ001
        (Observation, "value", "12", "wrong-type"),
        (Observation, "value", "12 %", "wrong-type"),
        (Observation, "flags", "estimated", "wrong-type"),
        (Feedback, "given", datetime.datetime(2011, 8, 5), "bad-date"),  # noqa: DTZ001
        (Feedback, "consent", [], "many-for-one"),
        (Feedback, "recollections", {"who": "a", "says": "b"}, "one-for-many"),
    ],
)
def test_a_value_of_another_kind_is_refused_and_not_turned_into_this_one(
    noun: type, field: str, value: object, code: str
) -> None:
    assert [fault.code for fault in refuse({field: value}, noun) if fault.path == (field,)] == [
        code
    ]


def test_a_whole_number_stays_whole_where_any_number_may_stand() -> None:
    rating = structure({"value": 4, "highest": 5.0}, Rating)
    assert (type(rating.value), type(rating.highest)) == (int, float)


def test_all_faults_of_a_thing_are_named_even_those_of_its_sound_looking_fields() -> None:
    faults = refuse(
        {
            "id": "Form 1",
            "gist": " ",
            "came_by": "metting",
            "given": "05/08/2011",
            "consent": {"stat": "no", "withdrawn": "soon"},
            "better_off": ["behavior"],
            "weather": "fine",
        },
        Feedback,
    )
    assert sorted((fault.path, fault.code) for fault in faults) == [
        (("better_off", 0), "unknown-choice"),
        (("came_by",), "unknown-choice"),
        (("consent", "stat"), "unknown-key"),
        (("consent", "withdrawn"), "bad-date"),
        (("gist",), "blank"),
        (("given",), "bad-date"),
        (("id",), "bad-name"),
        (("weather",), "unknown-key"),
    ]


def test_every_item_of_a_list_is_looked_at() -> None:
    faults = refuse({"recollections": [{"who": "a"}, 5, {"who": "b", "says": ""}]}, Feedback)
    assert [fault.path for fault in faults if fault.path[0] == "recollections"] == [
        ("recollections", 0, "says"),
        ("recollections", 1),
        ("recollections", 2, "says"),
    ]


def test_what_must_fit_together_is_asked_once_each_part_is_sound() -> None:
    assert [fault.code for fault in refuse({"precision": "unknown"}, Quantity)] == [
        "unknown-without-reason"
    ]


def test_a_bare_date_is_read_as_a_day() -> None:
    said = structure(
        {"id": "a", "gist": "b", "came_by": "event", "given": datetime.date(2011, 8, 5)}, Feedback
    )
    assert said.given == PartialDate.parse("2011-08-05")


def test_what_says_nothing_new_is_left_out_even_where_each_thing_gets_a_default_of_its_own() -> (
    None
):
    said = Feedback(id="a", gist="b", came_by=FeedbackSource.EVENT, given=PartialDate.parse("2011"))
    assert unstructure(said) == {"id": "a", "gist": "b", "came_by": "event", "given": "2011"}
    assert structure(unstructure(said), Feedback) == said


@pytest.mark.parametrize(
    ("written", "calendar", "kept"),
    [
        ("2014/15", None, "2014/15"),
        ("FYE Mar 2015", None, "FYE Mar 2015"),
        ("w/e 2011-01-07", None, "w/e 2011-01-07"),
        # What could be read in two ways gets what it takes to be read in one.
        ("2014/15", "academic", "2014/15 (academic)"),
        ("2014-15", "financial", "2014-15 (financial)"),
        ("w/e 07/01/2011", None, "w/e 07/01/2011 (day first)"),
    ],
)
def test_a_period_is_kept_as_its_source_prints_it_as_far_as_it_can_be_read_alone(
    written: str, calendar: str | None, kept: str
) -> None:
    period = Period.parse(written, calendar)
    assert unstructure(Observation(period=period, value=1))["period"] == kept
    read = structure(kept, Period)
    assert (read, str(read)) == (period, written)


def test_a_bare_day_is_a_period_of_a_day() -> None:
    assert structure(datetime.date(2011, 8, 5), Period) == Period.parse("2011-08-05")


def test_a_period_that_could_be_several_is_answered_with_how_to_write_each() -> None:
    (fault,) = refuse({"period": "2014-15", "value": 1}, Observation)
    assert (fault.path, fault.code) == (("period",), "ambiguous-period")
    assert fault.mend == 'write "2014/15" or "2014/15 (academic)" or "2014-2015 (pooled)"'


def test_of_a_list_of_very_many_wrong_things_a_thousand_are_told_and_that_there_are_more() -> None:
    with pytest.raises(InvalidError) as caught:
        structure({"id": "all", "title": "All", "outcomes": [{}] * 2_000}, Evaluation)
    *told, last = caught.value.faults
    # Three things are missing from each.
    assert [fault.path[1] for fault in told] == [index for index in range(334) for _ in range(3)]
    assert (last.code, last.path) == ("more-problems", ("outcomes", 333))


def test_of_very_many_strange_keys_a_thousand_are_told_and_that_there_are_more() -> None:
    with pytest.raises(InvalidError) as caught:
        structure({f"key{number}": 1 for number in range(2_000)}, Partner)
    codes = [fault.code for fault in caught.value.faults]
    assert codes.count("unknown-key") == 1_001
    assert codes.count("more-problems") == 1
