"""What was delivered, and what made it possible to take part."""

from obamodel.domain.activities import (
    Activity,
    ActivityKind,
    ActivityStatus,
    Eligibility,
    GroupReached,
    Representative,
)
from obamodel.domain.dates import PartialDate
from tests.domain.building import make, refuse


def test_an_activity_can_have_stopped_and_say_why() -> None:
    # Fact sheet, section 7.8.
    lay_assessing = Activity(
        id="lay-assessing",
        name="Lay assessing",
        kind=ActivityKind.INSPECTION,
        status=ActivityStatus.STOPPED,
        reason="The council recruited later than planned and then wanted something else.",
    )
    assert str(lay_assessing.status) == "stopped"
    assert lay_assessing.reason.startswith("The council")


def test_an_activity_whose_state_nobody_wrote_down_is_not_taken_for_done() -> None:
    assert make(Activity).status is ActivityStatus.NOT_RECORDED


def test_who_spoke_at_an_activity_is_chosen_from_these() -> None:
    assert [str(word) for word in Representative] == [
        "service users",
        "carers",
        "staff",
        "not recorded",
    ]
    faults = refuse(Activity, represented_by=[Representative.STAFF, "carrers"])
    assert [str(fault) for fault in faults] == [
        'represented_by[1]: found "carrers"; did you mean "carers"? [unknown-choice]'
    ]


def test_an_activity_keeps_its_places_in_their_order() -> None:
    # The six places of the initial training: fact sheet, section 7.4.
    places = ["Colchester", "Chelmsford", "Harlow", "Southend", "Clacton", "Grays"]
    assert make(Activity, places=places).places == tuple(places)


def test_a_group_keeps_the_words_of_its_source_with_their_date() -> None:
    group = make(GroupReached, name="BME communities", worded=PartialDate.parse("2011"))
    assert (group.name, str(group.worded)) == ("BME communities", "2011")


def test_who_was_invited_is_told_for_a_named_activity_one_criterion_at_a_time() -> None:
    assert [fault.path for fault in refuse(Eligibility, activity="")] == [("activity",)]
    # One sentence would be read as a list of letters.
    (fault,) = refuse(Eligibility, criteria="lives in North Essex")
    assert str(fault) == 'criteria: found "lives in North Essex"; give a list [wrong-type]'
