"""Whose words are shown, and what is said of the others."""

import attrs

from obamodel.disclosure import publish_voices
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating, Recollection
from obamodel.domain.measures import BetterOff

PUBLISHED = Consent(state=ConsentState.ALREADY_PUBLISHED, source="the 2011 report")


def say(consent: Consent, gist: str = "It helped.") -> Feedback:
    return Feedback(
        id="said",
        gist=gist,
        who="a member",
        came_by=FeedbackSource.TRAINING_FORM,
        given=PartialDate.parse("2011-01-26"),
        consent=consent,
    )


def evaluate(*feedback: Feedback, changes: tuple[Change, ...] = ()) -> Evaluation:
    named = [attrs.evolve(one, id=f"said-{place}") for place, one in enumerate(feedback)]
    return Evaluation(id="small", title="Small", feedback=named, changes=changes)


def test_a_voice_nobody_asked_about_is_left_out_and_the_omission_is_ours() -> None:
    voices = publish_voices(evaluate(say(Consent(), "SECRET")))
    assert voices.feedback == ()
    assert "SECRET" not in str(voices)
    assert voices.notes == (
        "Left out: 1 for which we have no record of asking the person. Asking them was our job.",
    )


def test_a_refusal_or_withdrawal_is_respected_without_saying_whose_or_how_many() -> None:
    refused = say(Consent(state=ConsentState.NO))
    taken_back = say(Consent(state=ConsentState.PUBLISH, withdrawn=PartialDate.parse("2012-01-01")))
    voices = publish_voices(evaluate(refused, taken_back))
    assert voices.feedback == ()
    assert voices.notes == (
        "Others are not shown, because that is what the people concerned decided.",
    )


def test_what_was_already_published_is_a_gist_with_its_source_and_without_a_role() -> None:
    voices = publish_voices(evaluate(say(PUBLISHED)))
    assert voices.feedback[0].gist == "It helped."
    assert "a member" not in str(voices.feedback)
    assert any("the 2011 report" in note for note in voices.notes)
    assert any("no record of asking these people" in note for note in voices.notes)
    assert any("was our job" in note for note in voices.notes)


def test_only_somebody_who_agreed_to_be_named_is_shown_with_who_they_are() -> None:
    named = say(Consent(state=ConsentState.NAMED))
    anonymous = say(Consent(state=ConsentState.ANONYMOUS))
    shown, hidden = publish_voices(evaluate(named, anonymous)).feedback
    assert shown.said == "a member, From: training form, 26 January 2011"
    assert hidden.said == "From: training form, 26 January 2011"


def test_caveats_ratings_and_other_recollections_travel_with_the_voice() -> None:
    said = attrs.evolve(
        say(PUBLISHED),
        caveat="Do not generalise.",
        rating=Rating(value=10, note="the scale is not stated"),
        recollections=[Recollection(who="the narrator", says="several people")],
    )
    assert publish_voices(evaluate(said)).feedback[0].caveats == (
        "Do not generalise.",
        "Rated 10: the scale is not stated",
        "As told by the narrator: several people",
    )


def test_an_address_in_a_gist_is_taken_out() -> None:
    voices = publish_voices(evaluate(say(PUBLISHED, "Write to me@example.org")))
    assert voices.feedback[0].gist == "Write to [e-mail address removed]"


def test_a_story_of_change_needs_consent_as_well() -> None:
    story = Change(
        id="story",
        whose="a member",
        gist="Finished a course.",
        kinds=[BetterOff.SKILLS_KNOWLEDGE],
        told=Told.OBSERVED,
    )
    assert publish_voices(evaluate(changes=(story,))).changes == ()
    agreed = attrs.evolve(story, consent=Consent(state=ConsentState.PUBLISH))
    shown = publish_voices(evaluate(changes=(agreed,))).changes
    assert [(one.gist, one.said) for one in shown] == [
        ("Finished a course.", "seen by others, not told by the person")
    ]
