"""Does a finding say when it is let stand, and in what words?"""

from typing import Any

import pytest

from obamodel.domain.waivers import Waiver
from obamodel.review import Finding, Severity
from tests.review.building import judged


def waive(about: str = "") -> Waiver:
    return Waiver(rule="action-without-date", about=about, judged=judged())


def find(**parts: Any) -> Finding:
    given: dict[str, Any] = {
        "code": "action-without-date",
        "severity": Severity.GAP,
        "sentence": "Both actions have no date.",
        "mend": "Write one.",
        "source": "practice in the field",
        "place": "actions",
        "concerns": ("visit", "train"),
    }
    return Finding(**(given | parts))


def test_a_finding_is_open_without_a_waiver() -> None:
    assert not find().is_waived
    assert find().waiver is None


def test_a_waiver_of_the_rule_lets_the_whole_finding_stand() -> None:
    finding = find(waivers=(waive(),))
    assert finding.is_waived
    assert finding.waiver == waive()


def test_a_waiver_for_one_of_two_things_leaves_the_finding_open_and_shows() -> None:
    finding = find(waivers=(waive("visit"),))
    assert not finding.is_waived
    assert finding.waiver is None
    assert "Let stand for visit by Steering group, 28 October 2011: We talked it over." in str(
        finding
    )


def test_waivers_for_each_of_the_things_let_the_finding_stand() -> None:
    assert find(waivers=(waive("visit"), waive("train"))).is_waived


def test_a_waiver_for_the_one_thing_it_is_about_lets_it_stand() -> None:
    finding = find(about="visit", concerns=("visit",), waivers=(waive("visit"),))
    assert finding.is_waived
    assert "Let stand by Steering group" in str(finding)


def test_a_waiver_of_the_rule_lets_a_finding_about_one_thing_stand() -> None:
    assert find(about="visit", concerns=("visit",), waivers=(waive(),)).is_waived


def test_a_finding_about_nothing_in_particular_is_waived_by_its_rule_only() -> None:
    assert not find(concerns=()).is_waived
    assert find(concerns=(), waivers=(waive(),)).is_waived


def test_it_is_written_with_its_code_and_its_mend() -> None:
    assert str(find()) == "Both actions have no date. [action-without-date]\n  Write one."


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (Severity.GAP, "gap"),
        (Severity.WORTH_ASKING, "worth asking"),
        (Severity.NOTE, "note"),
    ],
)
def test_severities_are_plain_words(severity: Severity, word: str) -> None:
    assert str(severity) == word
