"""Would somebody be singled out by the way they are spoken of?"""

from typing import Any

import attrs
import pytest

from obamodel.disclosure.small_groups import Clue, find_small_parts, warn_of_small_groups
from obamodel.domain.activities import Activity, ActivityKind, GroupReached
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState, Trait
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Recollection
from obamodel.domain.influences import Influence
from obamodel.domain.protection import Preset
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.series import SeriesKind
from obamodel.domain.stories import Story, Teller
from tests.disclosure.small_tables import choose
from tests.disclosure.test_voices import AGREED, HIDDEN, NAMED, say, tell

DEAF = GroupReached(id="reached-deaf", name="People who are deaf")


def count(value: int | None, name: str = "count", **parts: Any) -> Count:
    given: dict[str, Any] = {"of": "people who came", "counted": Counted.PEOPLE, "value": value}
    return Count(id=name, **(given | parts))


def evaluate(**parts: Any) -> Evaluation:
    return Evaluation(id="small", title="Small", **parts)


def with_deaf(value: int | None, **parts: Any) -> Evaluation:
    """Build an evaluation in which so many deaf people were counted."""
    counts = [] if value is None else [count(value, group="reached-deaf")]
    return evaluate(**({"groups_reached": [DEAF], "counts": counts} | parts))


def find(evaluation: Evaluation, **options: int) -> list[tuple[str, str, Clue, str]]:
    return [
        (one.about, one.place, one.clue, one.group)
        for one in warn_of_small_groups(evaluation, **options)
    ]


SAID = say(NAMED, who="a deaf member")
WARNED = [("said", "who", Clue.WHO, "reached-deaf")]


@pytest.mark.parametrize("value", [1, 3, 9])
def test_who_said_it_as_one_of_a_counted_group_of_few_is_warned_about(value: int) -> None:
    assert find(with_deaf(value, feedback=[SAID])) == WARNED


@pytest.mark.parametrize("value", [10, 65])
def test_a_group_of_ten_or_more_singles_nobody_out(value: int) -> None:
    assert find(with_deaf(value, feedback=[SAID])) == []


def test_the_threshold_can_be_moved() -> None:
    assert find(with_deaf(9, feedback=[SAID]), threshold=5) == []
    assert find(with_deaf(15, feedback=[SAID]), threshold=20) == WARNED


def test_rules_that_hide_ten_move_the_threshold() -> None:
    assert not find(with_deaf(10, feedback=[SAID], protection=choose(Preset.SDE10)))
    assert find(with_deaf(10, feedback=[SAID], protection=choose(Preset.CMS11)))
    assert not find(with_deaf(11, feedback=[SAID], protection=choose(Preset.CMS11)))


def test_a_group_is_as_large_as_its_largest_count() -> None:
    counts = [count(3, "first", group="reached-deaf"), count(30, "second", group="reached-deaf")]
    assert find(with_deaf(None, counts=counts, feedback=[SAID])) == []


def test_attendances_by_few_are_by_fewer_people_still_and_things_are_no_people() -> None:
    visits = [count(4, group="reached-deaf", counted=Counted.ATTENDANCES)]
    forms = [count(4, group="reached-deaf", counted=Counted.THINGS)]
    assert find(with_deaf(None, counts=visits, feedback=[SAID])) == WARNED
    assert find(with_deaf(None, counts=forms, feedback=[SAID])) == []


def test_a_group_nobody_counted_is_not_known_to_be_small() -> None:
    unknown = [count(None, group="reached-deaf", precision=Precision.UNKNOWN, reason="no list")]
    assert find(with_deaf(None, counts=unknown, feedback=[SAID])) == []


def test_a_small_number_that_is_public_still_singles_out() -> None:
    public = [count(3, group="reached-deaf", published="the 2011 report")]
    assert find(with_deaf(None, counts=public, feedback=[SAID])) == WARNED


def test_a_count_that_names_its_people_itself_is_a_group() -> None:
    carers = count(5, "carers", of="carers at the research skills training")
    said = say(NAMED, who="one of the carers at the training in research skills")
    assert find(evaluate(counts=[carers], feedback=[said])) == [("said", "who", Clue.WHO, "carers")]


@pytest.mark.parametrize("consent", [AGREED, *HIDDEN])
def test_who_said_it_is_no_clue_where_it_is_not_shown(consent: Consent) -> None:
    assert find(with_deaf(3, feedback=[attrs.evolve(SAID, consent=consent)])) == []


def test_words_that_speak_of_the_group_are_a_clue_in_whatever_is_shown() -> None:
    said = say(
        AGREED,
        "As a deaf person I was heard.",
        caveat="The only deaf member there.",
        recollections=[Recollection(who="the deaf member", says="Many deaf people came.")],
    )
    told = tell(
        AGREED, gist="A deaf member leads now.", caveat="By the deaf member herself.", id="told"
    )
    assert find(with_deaf(3, feedback=[said], changes=[told])) == [
        ("said", "gist", Clue.WORDS, "reached-deaf"),
        ("said", "caveat", Clue.WORDS, "reached-deaf"),
        ("said", "recollections[0].who", Clue.WHO, "reached-deaf"),
        ("said", "recollections[0].says", Clue.WORDS, "reached-deaf"),
        ("told", "gist", Clue.WORDS, "reached-deaf"),
        ("told", "caveat", Clue.WORDS, "reached-deaf"),
    ]


def test_tellers_of_stories_views_and_answers_are_looked_at() -> None:
    evaluation = with_deaf(
        3,
        stories=[Story(id="why", text="Few came.", told_by=[Teller(who="deaf members")])],
        influences=[Influence(id="view", view="More signs.", put_by="a deaf member")],
        changes=[tell(NAMED, whose="a deaf member", id="told")],
        cycles=[
            ReflectiveCycle(
                id="round",
                title="A round",
                question_set="rolfe",
                responses=[Response(question="what", text="Much.", role="deaf members")],
            )
        ],
    )
    assert [(about, place) for about, place, _, _ in find(evaluation)] == [
        ("told", "whose"),
        ("why", "told_by[0].who"),
        ("view", "put_by"),
        ("round", "responses[0].role"),
    ]


@pytest.mark.parametrize("value", [1, 4, 9])
def test_the_day_of_something_few_came_to_is_a_clue(value: int) -> None:
    day = PartialDate.parse("2011-01-26")
    session = Activity(id="session", name="A session", kind=ActivityKind.TRAINING, when=day)
    few = count(value, activity="session")
    assert find(evaluate(activities=[session], counts=[few], feedback=[say(AGREED)])) == [
        ("said", "given", Clue.DAY, "count")
    ]
    assert find(evaluate(counts=[count(value, when=day)], changes=[tell(AGREED, when=day)])) == [
        ("story", "when", Clue.DAY, "count")
    ]


def test_a_month_another_day_or_a_well_attended_day_is_none() -> None:
    day, month = PartialDate.parse("2011-01-26"), PartialDate.parse("2011-01")
    assert find(evaluate(counts=[count(40, when=day)], feedback=[say(AGREED)])) == []
    assert find(evaluate(counts=[count(4, when=month)], feedback=[say(AGREED, given=month)])) == []
    other = PartialDate.parse("2011-01-27")
    assert find(evaluate(counts=[count(4, when=other)], feedback=[say(AGREED)])) == []


def test_a_warning_says_what_to_do_and_neither_the_group_nor_its_number() -> None:
    (warning,) = warn_of_small_groups(with_deaf(3, feedback=[SAID]))
    assert warning.sentence == (
        "It is put down to somebody in a way that only very few people share."
    )
    assert 'as in "a member of a community group"' in warning.mend
    for words in (warning.sentence, warning.mend):
        assert "deaf" not in words
        assert "3" not in words


def break_down(*parts: Part, **more: Any) -> Breakdown:
    given: dict[str, Any] = {
        "id": "by-group",
        "name": "Who came",
        "of": "people who came",
        "counted": Counted.PEOPLE,
        "by": "group",
        "trait": Trait.CHARACTERISTIC,
        "overlap": Overlap.EXCLUSIVE,
        "complete": False,
        "parts": parts,
    }
    return Breakdown(**(given | more))


FEW = Part(name="Roma", number=3)
PARTS = (
    FEW,
    Part(name="Deaf people", number=30),
    Part(name="Sikhs", state=PartState.WITHHELD, reason="few"),
    Part(name="Somali", state=PartState.REACHED, reason="no list"),
    Part(name="Tamil", number=0),
)


def list_words(breakdown: Breakdown, threshold: int = 10) -> list[list[str]]:
    found = find_small_parts([breakdown], threshold)
    return [sorted(words) for group in found for words in group.words]


def test_parts_of_few_and_parts_withheld_are_small_groups() -> None:
    assert list_words(break_down(*PARTS)) == [["roma"], ["sikh"]]
    assert list_words(break_down(*PARTS), threshold=3) == [["sikh"]]
    assert list_words(break_down(*PARTS, counted=Counted.THINGS)) == []


def test_a_part_with_a_share_has_as_many_people_as_the_share_is_out_of() -> None:
    shares = break_down(
        Part(name="Roma", number=3, out_of=40),
        Part(name="Sikhs", number=4, out_of=8),
        kind=SeriesKind.SHARE,
        per=100,
    )
    assert list_words(shares) == [["sikh"]]


def test_the_breakdowns_of_an_evaluation_are_looked_at() -> None:
    said = say(NAMED, who="a Roma member")
    assert find(evaluate(breakdowns=[break_down(*PARTS)], feedback=[said])) == [
        ("said", "who", Clue.WHO, "by-group")
    ]


def test_mime_points_to_no_small_group() -> None:
    # Its roles were chosen so that many people share them.
    import obamodel as oba

    assert warn_of_small_groups(oba.load_example("mime")) == ()


def test_only_a_person_who_may_be_shown_can_be_warned_about() -> None:
    hidden = say(Consent(state=ConsentState.NO), "As a deaf person I was heard.")
    assert find(with_deaf(3, feedback=[hidden])) == []
