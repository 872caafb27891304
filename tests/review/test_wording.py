"""Are things named and counted as people would?"""

import attrs
import pytest

from obamodel.domain.activities import Eligibility
from obamodel.domain.baselines import Baseline
from obamodel.domain.changes import Change
from obamodel.domain.contributions import Contribution
from obamodel.domain.evaluation import Evaluation, kinds_with_names
from obamodel.domain.factors import Factor
from obamodel.domain.feedback import Feedback
from obamodel.domain.fields import rule_of
from obamodel.domain.indicators import Indicator
from obamodel.domain.targets import Target
from obamodel.review.wording import (
    join_names,
    list_part,
    list_things,
    name_indicators,
    name_thing,
    quote,
    say_part,
    say_them,
    say_they,
)
from tests.domain.building import make
from tests.review.building import (
    change,
    contribution,
    count,
    curve,
    factor,
    feedback,
    indicator,
    influence,
    judged,
    measure,
    outcome,
    service,
    story,
)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (list("abcde"), "a, b, c, d and e"),
        (list("abcdefghi"), "a, b, c, d and 5 others"),
    ],
)
def test_names_are_listed_as_people_say_them(names: list[str], said: str) -> None:
    assert join_names(names) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (1, 1, "the only action"),
        (1, 5, "1 of 5 actions"),
        (2, 2, "both actions"),
        (5, 5, "all 5 actions"),
    ],
)
def test_a_part_is_said_with_its_whole(part: int, whole: int, said: str) -> None:
    assert say_part(part, whole, "action", "actions") == said


def test_long_words_are_cut_between_two_words() -> None:
    assert quote("one two, three", longest=10) == "“one two …”"


def test_words_as_long_as_they_may_be_are_not_cut() -> None:
    assert quote("one two", longest=7) == "“one two”"
    assert quote("one two", longest=6) == "“one …”"


def test_a_part_is_listed_and_the_whole_is_not() -> None:
    two = [indicator(1), indicator(2)]
    assert list_part(two[:1], two) == ": indicator 1"
    assert list_part(two, two) == ""


def test_indicators_are_named_by_their_labels() -> None:
    assert name_indicators([indicator(2)]) == "indicator 2"
    assert name_indicators([indicator(2), indicator(3)]) == "indicators 2 and 3"


def test_one_thing_is_it_and_several_are_they() -> None:
    assert (say_they(["a"]), say_them(["a"])) == ("it", "it")
    assert (say_they(["a", "b"]), say_them(["a", "b"])) == ("they", "them")


def test_what_would_lead_to_a_person_is_not_quoted() -> None:
    said = "Write to a.person@example.org about it."
    assert "person@" not in quote(said)
    assert "a.per" not in quote(said, longest=20)


def test_a_text_on_two_lines_is_quoted_on_one() -> None:
    assert quote("one\n  two.") == "“one two”"


@pytest.mark.parametrize(
    ("thing", "name", "short"),
    [
        (outcome(), "the outcome “Adults in Essex are heard”", "“Adults in Essex are heard”"),
        (indicator(5), "indicator 5", "indicator 5"),
        (factor(1), "factor A1 (Surveys)", "A1 (Surveys)"),
        (measure(1), "the measure “Measure 1”", "“Measure 1”"),
        (service(), "Open Door", "Open Door"),
        (count(1), "“people at the first day”", "“people at the first day”"),
        (curve(), "the curve “Being heard”", "“Being heard”"),
        (story(), "the story “Few were asked”", "“Few were asked”"),
        (influence(1), "“View 1”", "“View 1”"),
    ],
)
def test_things_have_names_that_readers_know(thing: object, name: str, short: str) -> None:
    assert name_thing(thing) == name
    assert list_things([thing]) == short


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        (feedback(gist="I was in tears."), "a piece of feedback"),
        (change(gist="She was in tears."), "a personal story of change"),
        (contribution(), "a contribution"),
        (Eligibility(id="who", activity="a", criteria=["local"]), "the list of who was invited"),
    ],
)
def test_what_people_told_is_never_a_name(thing: object, name: str) -> None:
    assert name_thing(thing) == name_thing(thing, briefly=True) == name


def test_a_name_on_two_lines_is_said_on_one() -> None:
    assert name_thing(service(name="Open\nDoor")) == "Open Door"
    assert name_thing(indicator(label="1\na")) == "indicator 1 a"


@pytest.mark.parametrize("kind", kinds_with_names())
def test_everything_that_can_be_waived_has_a_name_for_readers(kind: str) -> None:
    noun = rule_of(getattr(attrs.fields(Evaluation), kind)).part
    assert noun is not None
    nameless = (Baseline, Change, Contribution, Eligibility, Feedback, Indicator, Factor, Target)
    named_by = {"name", "title", "statement", "text", "view", "short", "of"}
    assert noun in nameless or named_by.intersection(attrs.fields_dict(noun))


def test_a_target_is_named_by_its_number_and_its_date() -> None:
    assert name_thing(make(Target)) == "the target of 40 for 2018"


def test_a_thing_without_a_name_for_readers_is_refused() -> None:
    with pytest.raises(TypeError, match="no reader has a name for a Judgement"):
        name_thing(judged())
