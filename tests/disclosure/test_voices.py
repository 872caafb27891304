"""Whose words are shown, to whom they are put down, and what is said of the others."""

import itertools
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.disclosure import publish_voices
from obamodel.disclosure.voices import LEFT_OUT
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating, Recollection
from obamodel.domain.measures import BetterOff

PUBLISHED = Consent(state=ConsentState.ALREADY_PUBLISHED, source="the 2011 report")
AGREED = Consent(state=ConsentState.PUBLISH)
NAMED = Consent(state=ConsentState.NAMED)
DAY = PartialDate.parse("2012-01-01")
HIDDEN = [
    Consent(),
    Consent(state=ConsentState.NO),
    Consent(state=ConsentState.INTERNAL),
    Consent(state=ConsentState.PUBLISH, withdrawn=DAY),
    Consent(state=ConsentState.NAMED, withdrawn=DAY),
    Consent(state=ConsentState.ALREADY_PUBLISHED, source="a report", withdrawn=DAY),
]


def say(consent: Consent, gist: str = "It helped.", **parts: Any) -> Feedback:
    given: dict[str, Any] = {
        "id": "said",
        "gist": gist,
        "who": "a member",
        "came_by": FeedbackSource.TRAINING_FORM,
        "given": PartialDate.parse("2011-01-26"),
        "consent": consent,
    }
    return Feedback(**(given | parts))


def tell(consent: Consent, **parts: Any) -> Change:
    given: dict[str, Any] = {
        "id": "story",
        "whose": "a carer",
        "gist": "Finished a course.",
        "kinds": [BetterOff.SKILLS_KNOWLEDGE],
        "told": Told.BY_THEMSELVES,
        "consent": consent,
    }
    return Change(**(given | parts))


def evaluate(*feedback: Feedback, changes: tuple[Change, ...] = ()) -> Evaluation:
    named = [attrs.evolve(one, id=f"said-{place}") for place, one in enumerate(feedback)]
    told = [attrs.evolve(one, id=f"story-{place}") for place, one in enumerate(changes)]
    return Evaluation(id="small", title="Small", feedback=named, changes=told)


@pytest.mark.parametrize("consent", HIDDEN)
def test_a_voice_nobody_agreed_to_leaves_no_trace(consent: Consent) -> None:
    voices = publish_voices(evaluate(say(consent, "SECRET"), changes=(tell(consent),)))
    assert voices == publish_voices(evaluate())
    assert "SECRET" not in str(voices)


def test_what_is_said_of_those_left_out_is_the_same_whether_there_are_any_or_not() -> None:
    alone = publish_voices(evaluate(say(AGREED), changes=(tell(AGREED),)))
    assert alone.notes == alone.change_notes == (LEFT_OUT,)
    for consent in HIDDEN:
        among = publish_voices(
            evaluate(say(consent, "SECRET"), say(AGREED), changes=(tell(AGREED), tell(consent)))
        )
        assert among == alone
    # It owns up to what may be our fault, and gives no number.
    assert "Asking people was our job." in LEFT_OUT
    assert not any(character.isdigit() for character in LEFT_OUT)


def test_taking_a_consent_back_leaves_what_would_be_there_without_the_voice() -> None:
    others = [say(AGREED, f"Gist {place}.", person=f"bird-{place}") for place in range(3)]
    taken_back = attrs.evolve(others[1], consent=Consent(state=ConsentState.PUBLISH, withdrawn=DAY))
    before = publish_voices(evaluate(others[0], taken_back, others[2]))
    assert before == publish_voices(evaluate(others[0], others[2]))
    assert [one.said.split(",")[0] for one in before.feedback] == ["Person A", "Person B"]


def test_what_was_already_published_is_a_gist_with_its_source_and_without_a_role() -> None:
    voices = publish_voices(evaluate(say(PUBLISHED)))
    assert voices.feedback[0].gist == "It helped."
    assert "a member" not in str(voices.feedback)
    assert any("the 2011 report" in note for note in voices.notes)
    assert any("no record of asking these people" in note for note in voices.notes)
    assert any("was our job" in note for note in voices.notes)


def test_where_only_some_were_published_before_that_is_said() -> None:
    voices = publish_voices(evaluate(say(PUBLISHED), say(AGREED)))
    assert voices.notes[0].startswith("Some of these voices were published before, in: the 2011")


def test_only_somebody_who_agreed_to_be_named_is_shown_with_who_they_are() -> None:
    anonymous = say(Consent(state=ConsentState.ANONYMOUS))
    shown, hidden = publish_voices(evaluate(say(NAMED), anonymous)).feedback
    assert shown.said == "a member, From: training form, 26 January 2011"
    assert hidden.said == "From: training form, 26 January 2011"
    carer, somebody = publish_voices(evaluate(changes=(tell(NAMED), tell(AGREED)))).changes
    assert carer.said == "a carer, told by the person"
    assert somebody.said == "told by the person"


def test_one_person_has_one_letter_wherever_they_speak() -> None:
    voices = publish_voices(
        evaluate(
            say(AGREED, person="wren"),
            say(AGREED, person="robin"),
            say(AGREED, person="wren"),
            changes=(tell(AGREED, person="robin"), tell(AGREED, person="lark")),
        )
    )
    said = [one.said.split(",")[0] for one in (*voices.feedback, *voices.changes)]
    assert said == ["Person A", "Person B", "Person A", "Person B", "Person C"]


@pytest.mark.parametrize("state", [ConsentState.NAMED, ConsentState.ANONYMOUS])
def test_a_letter_is_not_joined_to_what_is_named_or_anonymous(state: ConsentState) -> None:
    other = Consent(state=state)
    voices = publish_voices(
        evaluate(say(other, person="wren"), say(AGREED, person="wren"))
    ).feedback
    assert "Person" not in voices[0].said
    assert voices[1].said.startswith("Person A, ")


def test_a_letter_says_nothing_of_the_made_up_name_and_the_name_is_nowhere() -> None:
    one = publish_voices(evaluate(say(AGREED, person="wren")))
    assert one == publish_voices(evaluate(say(AGREED, person="zoe-of-basildon")))
    assert "wren" not in str(one)


def test_the_name_a_voice_has_in_the_evaluation_is_not_its_name_in_a_release() -> None:
    named = attrs.evolve(evaluate(), feedback=[say(AGREED, id="mrs-jones-2")])
    assert "jones" not in str(publish_voices(named))
    voices = publish_voices(evaluate(say(Consent()), say(AGREED), say(Consent()), say(AGREED)))
    assert [one.id for one in voices.feedback] == ["voice-1", "voice-2"]


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


def test_an_address_is_taken_out_wherever_it_stands() -> None:
    secret = "kim@example.org"
    said = say(
        NAMED,
        f"Write to {secret}",
        who=f"Kim, {secret}",
        caveat=f"Ask {secret}.",
        rating=Rating(value=1, note=f"see {secret}"),
        recollections=[Recollection(who=f"Jo ({secret})", says=secret)],
    )
    told = tell(NAMED, whose=f"Kim, {secret}", gist=f"Ask {secret}.", caveat=secret)
    voices = publish_voices(evaluate(said, changes=(told,)))
    assert voices.feedback[0].gist == "Write to [e-mail address removed]"
    assert secret not in str(voices)
    assert str(voices).count("[e-mail address removed]") == 9


def test_a_story_of_change_needs_consent_as_well() -> None:
    story = tell(Consent(), told=Told.OBSERVED)
    assert publish_voices(evaluate(changes=(story,))).changes == ()
    agreed = attrs.evolve(story, consent=AGREED)
    shown = publish_voices(evaluate(changes=(agreed,))).changes
    assert [(one.gist, one.said) for one in shown] == [
        ("Finished a course.", "seen by others, not told by the person")
    ]


def test_the_order_of_those_shown_is_the_order_of_the_evaluation() -> None:
    said = [say(AGREED, f"Gist {place}.") for place in range(4)]
    for order in itertools.permutations(said):
        shown = publish_voices(evaluate(*order)).feedback
        assert [one.gist for one in shown] == [one.gist for one in order]


PEOPLE = st.sampled_from(["", "wren", "robin", "lark"])
SHOWN = st.builds(
    say,
    st.sampled_from([AGREED, NAMED, PUBLISHED, Consent(state=ConsentState.ANONYMOUS)]),
    gist=st.sampled_from(["It helped.", "It did not.", "Ring 01632 960123."]),
    person=PEOPLE,
)
KEPT = st.builds(
    say,
    st.sampled_from(HIDDEN),
    gist=st.text("abc ", min_size=1).filter(str.strip),
    person=PEOPLE,
    who=st.sampled_from(["", "a deaf member", "the chair"]),
    caveat=st.sampled_from(["", "Told in tears."]),
)


@given(st.lists(SHOWN, max_size=5), st.lists(KEPT, max_size=4), st.data())
def test_what_is_not_shown_changes_nothing_wherever_it_stands(
    shown: list[Feedback], kept: list[Feedback], data: st.DataObject
) -> None:
    mixed = list(shown)
    for one in kept:
        mixed.insert(data.draw(st.integers(0, len(mixed))), one)
    assert publish_voices(evaluate(*mixed)) == publish_voices(evaluate(*shown))
    assert repr(publish_voices(evaluate(*mixed))) == repr(publish_voices(evaluate(*shown)))
