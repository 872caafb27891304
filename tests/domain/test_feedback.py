"""What people said, as a gist, with what may be done with it."""

import pytest

from obamodel.domain.consent import ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating, Recollection
from tests.domain.building import make, refuse


def test_feedback_has_a_date_or_says_why_it_has_none() -> None:
    with pytest.raises(TypeError, match="given"):
        Feedback(id="a", gist="Useful.", came_by=FeedbackSource.EVENT)  # type: ignore[call-arg]
    (fault,) = refuse(Feedback, given=None)
    assert str(fault) == "given: found None; give a PartialDate [wrong-type]"
    undated = make(Feedback, given=PartialDate.parse("unknown: the form was not dated"))
    assert not undated.given.is_known


def test_nobody_is_taken_to_have_agreed_that_feedback_is_shown() -> None:
    assert make(Feedback).consent.state is ConsentState.NOT_RECORDED


def test_two_people_may_remember_the_same_thing_differently() -> None:
    # Fact sheet, section 8, no. 13.
    versions = [
        Recollection(who="the narrator", says="There were several."),
        Recollection(who="the facilitator", says="There were a great many."),
    ]
    assert make(Feedback, recollections=versions).recollections == tuple(versions)


def test_a_rating_without_its_scale_is_kept_with_what_is_known_of_it() -> None:
    # The only score in MIME: fact sheet, section 8, no. 6.
    rating = Rating(value=10, note="The scale is not stated.")
    assert (rating.value, rating.lowest, rating.highest) == (10, None, None)


@pytest.mark.parametrize(
    ("value", "lowest", "highest"),
    [(10, 1, 10), (1, 1, 10), (0, 0, 5), (-1, -3, 3), (4.5, 0, 5), (7, None, 10), (7, 1, None)],
)
def test_a_rating_may_lie_anywhere_on_its_scale_and_at_its_ends(
    value: float, lowest: float | None, highest: float | None
) -> None:
    assert refuse(Rating, value=value, lowest=lowest, highest=highest) == ()


@pytest.mark.parametrize(
    ("value", "lowest", "highest", "shown"),
    [
        (11, 1, 10, "11"),
        (0, 1, 10, "0"),
        (5.5, None, 5, "5.5"),
        (-1, 0, None, "-1"),
        # Ends given the wrong way round leave no room for any number.
        (5, 10, 1, "5"),
    ],
)
def test_a_rating_off_its_scale_is_refused(
    value: float, lowest: float | None, highest: float | None, shown: str
) -> None:
    assert [
        str(fault) for fault in refuse(Rating, value=value, lowest=lowest, highest=highest)
    ] == [
        (
            f"value: the rating {shown} lies outside its scale;"
            " check the number and the ends of the scale [off-the-scale]"
        )
    ]


def test_a_rating_is_a_number() -> None:
    assert [fault.code for fault in refuse(Rating, value="10")] == ["wrong-type"]
    assert [fault.code for fault in refuse(Rating, value=float("nan"))] == ["not-finite"]


def test_the_made_up_name_of_a_person_is_a_short_one_and_may_be_left_out() -> None:
    assert make(Feedback).person == ""
    assert make(Feedback, person="wren").person == "wren"
    # A name with capitals and spaces may be the person's own.
    assert [fault.code for fault in refuse(Feedback, person="Mary Jones")] == ["bad-name"]
