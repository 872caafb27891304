"""What consent lets be shown."""

import pytest

from obamodel.disclosure.consent import decide_showing, reduce_consent
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate

SHOWN = ("named", "publish", "anonymous", "already published")
KEPT = ("internal", "no", "not recorded")


def make_consent(state: str, withdrawn: PartialDate | None = None) -> Consent:
    source = "a report" if state == "already published" else ""
    return Consent(state=ConsentState(state), source=source, withdrawn=withdrawn)


def test_the_states_are_those_the_design_names_and_no_others() -> None:
    assert {str(state) for state in ConsentState} == {*SHOWN, *KEPT}


@pytest.mark.parametrize("state", SHOWN)
def test_what_people_agreed_to_or_is_already_public_may_print(state: str) -> None:
    assert decide_showing(make_consent(state)).may_print


@pytest.mark.parametrize("state", KEPT)
def test_everything_else_may_not(state: str) -> None:
    assert not decide_showing(make_consent(state)).may_print


@pytest.mark.parametrize("state", [*SHOWN, *KEPT])
def test_consent_taken_back_shows_nothing(state: str) -> None:
    taken_back = make_consent(state, withdrawn=PartialDate.parse("2012-03-01"))
    assert not decide_showing(taken_back).may_print


def test_who_said_it_is_shown_only_to_those_who_agreed_to_be_named() -> None:
    with_who = {state for state in SHOWN if decide_showing(make_consent(state)).with_who}
    assert with_who == {"named"}


def test_already_published_says_that_the_words_are_ours_and_after_what() -> None:
    assert decide_showing(make_consent("already published")).caveat == "Our words, after: a report."


def test_a_release_keeps_a_state_and_a_source_only_of_what_was_public_before() -> None:
    # What else stands in a consent is between a person and those who asked.
    agreed = Consent(state=ConsentState.PUBLISH, source="Robin, on the phone", note="called twice")
    assert reduce_consent(agreed) == Consent(state=ConsentState.PUBLISH)
    public = make_consent("already published")
    assert reduce_consent(public) == public
