"""Which stories behind the curves may be told?"""

import pytest

from obamodel.disclosure.shown import choose_stories
from obamodel.disclosure.stories import is_own_story, may_tell, reduce_tellers
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.stories import Story, Teller

DAY = PartialDate.parse("2012-01-01")
ONE = [
    "a carer",
    "one of the members",
    "somebody who was there",
    "the carer of a member",
    "A member",
]
SEVERAL = [
    "carers",
    "service users who told the project about the earlier forums",
    "the Service User Advisory Group, in its recommendations",
    "a group of carers",
    "a small team of members",
    "an advisory panel",
    "the members",
    "the member panel",
]


def teller(who: str, consent: Consent | None = None, lived_experience: bool = True) -> Teller:
    return Teller(who=who, lived_experience=lived_experience, consent=consent or Consent())


def story(*tellers: Teller) -> Story:
    return Story(id="why", text="Few came.", told_by=tellers)


@pytest.mark.parametrize("who", ONE)
def test_one_persons_own_story_stays_in_until_they_were_asked(who: str) -> None:
    assert is_own_story(teller(who))
    assert not may_tell(story(teller(who)))
    assert may_tell(story(teller(who, Consent(state=ConsentState.PUBLISH))))


@pytest.mark.parametrize("who", SEVERAL)
def test_what_several_tell_together_is_nobodys_own_story(who: str) -> None:
    assert not is_own_story(teller(who))
    assert may_tell(story(teller(who)))


def test_somebody_who_tells_it_for_their_work_is_not_asked() -> None:
    assert may_tell(story(teller("a manager", lived_experience=False)))


@pytest.mark.parametrize(
    "consent",
    [
        Consent(state=ConsentState.NO),
        Consent(state=ConsentState.INTERNAL),
        Consent(withdrawn=DAY),
        Consent(state=ConsentState.NAMED, withdrawn=DAY),
    ],
)
@pytest.mark.parametrize("who", ["a carer", "carers", "a manager"])
def test_one_teller_who_says_no_or_takes_it_back_holds_the_whole_story_back(
    who: str, consent: Consent
) -> None:
    assert not may_tell(story(teller("members"), teller(who, consent)))


def test_a_story_without_tellers_is_the_groups_own() -> None:
    assert may_tell(story())


def test_only_who_agreed_to_be_named_is_said_to_have_told_their_own_story() -> None:
    told = reduce_tellers(
        story(
            teller("a carer from the group", Consent(state=ConsentState.NAMED, note="by phone")),
            teller("a member from Harwich", Consent(state=ConsentState.ANONYMOUS)),
            teller("carers"),
        )
    )
    assert [one.who for one in told.told_by] == ["a carer from the group", "somebody", "carers"]
    assert [one.consent.note for one in told.told_by] == ["", "", ""]
    assert all(one.lived_experience for one in told.told_by)


def test_stories_held_back_are_not_among_those_that_are_chosen() -> None:
    own = Story(id="own", text="SECRET", told_by=[teller("a carer")])
    evaluation = Evaluation(id="small", title="Small", stories=[own, story(teller("carers"))])
    assert [one.id for one in choose_stories(evaluation)] == ["why"]
