"""A view, who answered it, what changed, and when people were told."""

from obamodel.domain.dates import PartialDate
from obamodel.domain.influences import Influence, Reply
from tests.domain.building import make


def test_what_became_of_a_view_is_one_of_these() -> None:
    assert [str(word) for word in Reply] == [
        "adopted",
        "partly",
        "not taken up",
        "pending",
        "not recorded",
    ]


def test_a_view_is_not_taken_to_be_answered_or_told_back() -> None:
    influence = make(Influence)
    assert (influence.reply, influence.told_back) == (Reply.NOT_RECORDED, None)


def test_an_influence_goes_from_the_view_to_telling_people() -> None:
    # Fact sheet, section 9, no. 3.
    influence = make(
        Influence,
        view="The draft specification for support plans should be changed.",
        put_by="two members",
        answered_by="the county council",
        reply=Reply.ADOPTED,
        what_changed="The specification was changed.",
        told_back=PartialDate.parse("2011-04"),
        told_how="in the newsletter",
    )
    assert influence.told_back.in_words() == "April 2011"
