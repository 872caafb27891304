"""What a person said may be shown of what they told."""

import pytest

from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from tests.domain.building import make, refuse


def test_consent_is_one_of_these_seven() -> None:
    assert [str(word) for word in ConsentState] == [
        "named",
        "publish",
        "anonymous",
        "internal",
        "no",
        "already published",
        "not recorded",
    ]


def test_consent_that_nobody_wrote_down_is_not_recorded_rather_than_given() -> None:
    assert Consent().state is ConsentState.NOT_RECORDED


def test_what_is_already_published_names_where() -> None:
    assert [str(fault) for fault in refuse(Consent, state=ConsentState.ALREADY_PUBLISHED)] == [
        "source: it says already published and not where; name the published source [no-source]"
    ]
    there = make(Consent, state=ConsentState.ALREADY_PUBLISHED, source="evaluation report, 2011")
    assert there.source == "evaluation report, 2011"


@pytest.mark.parametrize(
    "state", [state for state in ConsentState if state is not ConsentState.ALREADY_PUBLISHED]
)
def test_any_other_consent_needs_no_source(state: ConsentState) -> None:
    assert make(Consent, state=state).source == ""


@pytest.mark.parametrize("state", list(ConsentState))
def test_any_consent_can_be_withdrawn_even_when_nobody_knows_the_day(state: ConsentState) -> None:
    for written in ("2012-01-09", "unknown: told on the phone"):
        day = PartialDate.parse(written)
        consent = make(Consent, state=state, source="report, 2011", withdrawn=day)
        assert consent.withdrawn == day


def test_a_withdrawal_is_a_date_and_not_yes_or_no() -> None:
    (fault,) = refuse(Consent, withdrawn=True)
    assert str(fault) == "withdrawn: found True; give a PartialDate [wrong-type]"
