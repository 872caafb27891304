"""How places and people are added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.activities import Activity, ActivityKind
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.errors import InvalidError
from obamodel.stats import bound_people, choose_counts, total_places


def count(name: str, value: int | None, **more: object) -> Count:
    parts: dict[str, object] = {"counted": Counted.PEOPLE, "of": f"people at {name}"} | more
    if value is None:
        parts |= {"precision": Precision.UNKNOWN, "reason": "nobody counted"}
    return Count(id=name, value=value, **parts)  # type: ignore[arg-type]  # mixed on purpose


# The nine training rows of the MIME evaluation, as the fact sheet gives them.
MIME_TRAINING = (
    count("initial", 45, precision=Precision.ABOUT),
    count("carers", 5),
    count("module", 20, precision=Precision.ABOUT),
    count("facilitation", 12),
    count("practice", 4, subset_of="facilitation"),
    count("day-services", 12),
    count("interviewers", None),
    count("meetings", 4),
    count("interviews", 4),
)


def test_mime_took_about_106_places_on_eight_counted_occasions_with_one_uncounted() -> None:
    places = total_places(MIME_TRAINING)
    assert (places.quantity.value, places.quantity.precision) == (106, Precision.ABOUT)
    assert (len(places.counted), len(places.uncounted)) == (8, 1)
    assert str(places) == (
        "About 106 places were taken on 8 counted occasions. 1 more occasion was not counted."
    )


def test_mime_reached_between_about_45_and_about_102_different_people() -> None:
    people = bound_people(MIME_TRAINING)
    assert (people.lowest.value, people.lowest.precision) == (45, Precision.ABOUT)
    assert (people.highest.value, people.highest.precision) == (102, Precision.ABOUT)
    assert "between about 45 and about 102 if only the stated overlap is assumed" in str(people)


def test_twelve_and_then_four_of_those_twelve_are_sixteen_places_and_twelve_people() -> None:
    both = [count("first", 12), count("again", 4, subset_of="first")]
    assert total_places(both).quantity.value == 16
    people = bound_people(both)
    assert people.lowest == people.highest
    assert str(people) == "12 different people came."


def test_a_part_of_a_count_at_the_same_activity_is_a_breakdown_and_not_added() -> None:
    whole = count("all", 12, activity="course")
    part = count("women", 7, activity="course", subset_of="all")
    places = total_places([whole, part])
    assert places.quantity.value == 12
    assert places.left_out == (part,)
    assert any("left out" in caveat for caveat in places.caveats)


def test_a_part_of_a_part_is_still_among_the_same_people() -> None:
    chain = [
        count("first", 12),
        count("second", 6, subset_of="first"),
        count("third", 2, subset_of="second"),
    ]
    assert bound_people(chain).highest.value == 12


def test_the_people_of_a_part_count_where_the_whole_has_no_number() -> None:
    people = bound_people([count("all", None), count("some", 7, subset_of="all")])
    assert (people.lowest.value, people.highest.value) == (7, 7)
    assert "not counted may add to this" in str(people)


def test_attendances_stand_for_at_least_one_person_and_at_most_one_each() -> None:
    people = bound_people([count("visits", 65, counted=Counted.ATTENDANCES)])
    assert (people.lowest.value, people.highest.value) == (1, 65)


def test_a_count_that_is_open_upwards_leaves_no_upper_limit() -> None:
    people = bound_people([count("many", 30, precision=Precision.AT_LEAST), count("few", 5)])
    assert people.lowest.value == 30
    assert not people.highest.is_known
    assert "no upper limit can be given" in str(people)


def test_an_at_least_count_makes_the_sum_at_least() -> None:
    places = total_places([count("many", 30, precision=Precision.AT_LEAST), count("few", 5)])
    assert str(places.quantity) == "at least 35"


def test_nothing_counted_is_an_answer_and_not_a_zero() -> None:
    places, people = total_places([count("a", None)]), bound_people([count("a", None)])
    assert not places.quantity.is_known
    assert "not known" in str(places)
    assert "not known" in str(people)


def test_things_are_not_places_and_are_refused_by_name() -> None:
    forms = count("forms", 150, counted=Counted.THINGS)
    with pytest.raises(InvalidError, match='forms: "people at forms" counts things, not people'):
        total_places([forms])
    with pytest.raises(InvalidError, match="leave it out of the sum"):
        bound_people([forms])


def test_only_people_and_attendances_at_activities_of_the_kind_are_chosen() -> None:
    evaluation = Evaluation(
        id="small",
        title="Small",
        activities=[
            Activity(id="course", name="A course", kind=ActivityKind.TRAINING),
            Activity(id="fair", name="A fair", kind=ActivityKind.HEALTH_PROMOTION),
        ],
        counts=[
            count("learners", 12, activity="course"),
            count("days", 4, activity="course", counted=Counted.THINGS),
            count("visitors", 60, activity="fair"),
            count("members", 90),
        ],
    )
    chosen = choose_counts(evaluation, ActivityKind.TRAINING)
    assert [one.id for one in chosen] == ["learners"]


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="PlacesTotal is neither true nor false"):
        bool(total_places(MIME_TRAINING))
    with pytest.raises(TypeError, match="PeopleRange is neither true nor false"):
        bool(bound_people(MIME_TRAINING))


def test_an_answer_shows_its_sentence_in_a_notebook_with_markup_made_inert() -> None:
    # A sentence holds no words of people; this guards the day it does.
    assert total_places(MIME_TRAINING)._repr_html_().startswith("<p>About 106")


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8))
def test_the_order_of_counts_changes_no_total(values: list[int]) -> None:
    counts = [count(f"c{place}", value) for place, value in enumerate(values)]
    turned = counts[::-1]
    assert total_places(counts).quantity == total_places(turned).quantity
    assert bound_people(counts).lowest == bound_people(turned).lowest
    assert bound_people(counts).highest == bound_people(turned).highest


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8))
def test_people_lie_between_the_largest_count_and_the_sum(values: list[int]) -> None:
    people = bound_people(count(f"c{place}", value) for place, value in enumerate(values))
    assert (people.lowest.value, people.highest.value) == (max(values), sum(values))


@given(st.data())
def test_the_true_number_of_people_is_never_outside_the_bounds(data: st.DataObject) -> None:
    # Real sessions are made of real people; the library sees only their sizes and one overlap.
    sessions = data.draw(st.lists(st.frozensets(st.integers(0, 30)), min_size=1, max_size=5))
    again = data.draw(st.sets(st.sampled_from(sorted(sessions[0])))) if sessions[0] else set()
    counts = [count(f"c{place}", len(session)) for place, session in enumerate(sessions)]
    counts.append(count("again", len(again), subset_of="c0"))
    people = bound_people(counts)
    true_number = len(frozenset().union(*sessions))
    assert people.lowest.value is not None
    assert people.highest.value is not None
    assert people.lowest.value <= true_number <= people.highest.value


def test_an_occasion_goes_by_the_name_it_is_given() -> None:
    assert "8 counted courses. 1 more course was" in str(
        total_places(MIME_TRAINING, occasion="course")
    )
    assert "1 course not counted may add" in str(bound_people(MIME_TRAINING, occasion="course"))
