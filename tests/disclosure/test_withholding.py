"""What is left when the voices that may not be shown are taken out?"""

from typing import Any

import attrs
import pytest

import obamodel as oba
from obamodel.disclosure import publish_voices
from obamodel.disclosure.withholding import FOR_THE_DESK_ONLY, withhold_voices
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.contributions import Contribution
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.influences import Influence
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.risks import Risk
from obamodel.domain.stories import Story, Teller
from obamodel.domain.waivers import Waiver
from tests.disclosure.test_voices import AGREED, HIDDEN, NAMED, say, tell
from tests.review.building import build, factor, indicator, judged

SECRET = "kim@example.org"


def surround(*, feedback: Any = (), changes: Any = (), stories: Any = (), seen: Any) -> Evaluation:
    """Build an evaluation in which other things rest on voices."""
    return build(
        indicators=[indicator()],
        factors=[factor()],
        feedback=feedback,
        changes=changes,
        stories=stories,
        contributions=[
            Contribution(id="link", of="a1", to="indicator-1", reasoning="It helps.", evidence=seen)
        ],
        cycles=[
            ReflectiveCycle(
                id="round",
                title="A round",
                question_set="rolfe",
                responses=[Response(question="what", text="Much.", evidence=seen)],
            )
        ],
    )


@pytest.mark.parametrize("consent", HIDDEN)
def test_what_may_not_be_shown_is_gone_with_every_reference_to_it(consent: Consent) -> None:
    own = Story(id="whose", text="SECRET", told_by=[Teller(who="a carer", lived_experience=True)])
    evaluation = surround(
        feedback=[say(consent, "SECRET", id="hidden"), say(AGREED, id="shown")],
        changes=[tell(consent, gist="SECRET", id="kept")],
        stories=[own],
        seen=["hidden", "shown", "kept", "whose", "a1"],
    )
    withheld = withhold_voices(evaluation)
    assert withheld == withhold_voices(
        surround(feedback=[say(AGREED, id="shown")], seen=["shown", "a1"])
    )
    assert withheld.contributions[0].evidence == ("voice-1", "a1")
    assert withheld.cycles[0].responses[0].evidence == ("voice-1", "a1")
    for trace in ("SECRET", "'hidden'", "'kept'", "'whose'"):
        assert trace not in repr(withheld)


def test_what_is_shown_is_cleaned_and_says_who_only_of_those_who_agreed() -> None:
    evaluation = surround(
        feedback=[
            say(AGREED, f"Ask {SECRET}", id="one", person="wren"),
            say(NAMED, id="two", person="wren", caveat=SECRET),
        ],
        changes=[tell(AGREED, id="three", person="wren")],
        seen=["one", "two", "three"],
    )
    withheld = withhold_voices(evaluation)
    assert [(one.who, one.person) for one in withheld.feedback] == [
        ("", "person-a"),
        ("a member", ""),
    ]
    assert [(one.whose, one.person) for one in withheld.changes] == [("somebody", "person-a")]
    assert withheld.contributions[0].evidence == ("voice-1", "voice-2", "change-1")
    assert SECRET not in repr(withheld)
    assert "wren" not in repr(withheld)


def test_what_was_agreed_and_when_stays_at_the_desk() -> None:
    consent = Consent(state=ConsentState.NAMED, note="Kim said yes.", source="form 7")
    withheld = withhold_voices(surround(feedback=[say(consent)], seen=[]))
    assert withheld.feedback[0].consent == Consent(state=ConsentState.NAMED)


def test_it_makes_no_difference_to_what_is_published_and_doing_it_twice_changes_nothing() -> None:
    evaluation = surround(
        feedback=[
            say(one, id=f"said-{at}", person="wren")
            for at, one in enumerate([*HIDDEN, AGREED, NAMED])
        ],
        changes=[tell(AGREED, id="told", person="robin")],
        seen=["said-0", "told"],
    )
    withheld = withhold_voices(evaluation)
    assert publish_voices(withheld) == publish_voices(evaluation)
    assert withhold_voices(withheld) == withheld


def test_waivers_that_speak_of_what_is_gone_are_gone() -> None:
    evaluation = attrs.evolve(
        surround(feedback=[say(Consent(), id="hidden"), say(AGREED, id="shown")], seen=[]),
        waivers=[
            Waiver(rule="feedback-without-selection", about="hidden", judged=judged()),
            Waiver(rule="feedback-without-selection", about="shown", judged=judged()),
            Waiver(rule="no-actions", judged=judged()),
            *(Waiver(rule=code, judged=judged()) for code in FOR_THE_DESK_ONLY),
        ],
    )
    assert [(one.rule, one.about) for one in withhold_voices(evaluation).waivers] == [
        ("feedback-without-selection", "voice-1"),
        ("no-actions", ""),
    ]


def test_a_new_name_is_never_the_name_of_something_else() -> None:
    evaluation = attrs.evolve(
        surround(feedback=[say(AGREED, id="one"), say(AGREED, id="two")], seen=["two"]),
        risks=[Risk(id="voice-2", name="Nobody listens.")],
    )
    withheld = withhold_voices(evaluation)
    assert [one.id for one in withheld.feedback] == ["voice-shown-1", "voice-shown-2"]
    assert withheld.contributions[0].evidence == ("voice-shown-2",)
    assert withheld.find("voice-2").name == "Nobody listens."


def test_views_that_were_put_forward_are_cleaned() -> None:
    evaluation = build(
        influences=[Influence(id="view", view=f"Write to {SECRET}", put_by=f"Kim, {SECRET}")]
    )
    assert SECRET not in repr(withhold_voices(evaluation))


def test_an_evaluation_without_anything_to_withhold_is_only_named_anew() -> None:
    mime = oba.load_example("mime")
    withheld = withhold_voices(mime)
    assert [one.gist for one in withheld.feedback] == [one.gist for one in mime.feedback]
    assert [one.gist for one in withheld.changes] == [one.gist for one in mime.changes]
    assert withheld.measures == mime.measures
    assert withheld.counts == mime.counts
    evidence = oba.map_coverage(withheld).evidence
    assert {name: len(found) for name, found in evidence.items()} == {
        name: len(found) for name, found in oba.map_coverage(mime).evidence.items()
    }
