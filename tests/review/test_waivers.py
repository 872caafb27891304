"""Do waivers show, and is one with nothing to waive found?"""

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.waivers import Waiver
from obamodel.review import Finding, review_evaluation
from tests.review.building import DAY, action, build, feedback, judged
from tests.review.cases import find

OWNED = action(1, owner="The forum")


def waive(rule: str, about: str = "") -> Waiver:
    return Waiver(rule=rule, about=about, judged=judged())


def plan(*waivers: Waiver) -> Evaluation:
    return build(actions=[OWNED, action(2), action(3)], waivers=waivers)


def find_dateless(evaluation: Evaluation) -> Finding:
    (finding,) = find("action-without-date", evaluation)
    return finding


def test_a_waived_finding_still_shows_with_its_reason() -> None:
    review = review_evaluation(plan(waive("action-without-date")))
    (finding,) = review.waived
    assert finding.code == "action-without-date"
    assert finding not in review.open
    assert finding in review.findings
    assert "Let stand by Steering group, 28 October 2011: We talked it over." in str(review)


def test_other_findings_stay_open() -> None:
    review = review_evaluation(plan(waive("action-without-date")))
    assert "action-without-owner" in [finding.code for finding in review.open]


def test_a_waiver_for_one_action_leaves_the_question_open_for_the_others() -> None:
    finding = find_dateless(plan(waive("action-without-date", "action-2")))
    assert not finding.is_waived
    assert [waiver.about for waiver in finding.waivers] == ["action-2"]


def test_waivers_for_all_the_actions_concerned_let_it_stand() -> None:
    waivers = [waive("action-without-date", f"action-{number}") for number in (1, 2, 3)]
    assert find_dateless(plan(*waivers)).is_waived


def test_a_waiver_of_a_rule_that_does_not_exist_is_found_with_the_nearest_name() -> None:
    (finding,) = find("waiver-of-unknown-rule", plan(waive("action-without-dates")))
    assert finding.sentence == (
        "A finding called “action-without-dates” is let stand, and there is no such finding."
    )
    assert finding.mend == "Write “action-without-date” if that is meant, or take the line out."


def test_a_waiver_of_a_rule_like_no_other_is_found_too() -> None:
    (finding,) = find("waiver-of-unknown-rule", plan(waive("zzz")))
    assert finding.mend == "Check the name of the finding, or take the line out."
    assert finding.concerns == ()


def test_a_waiver_with_nothing_left_to_waive_is_found() -> None:
    evaluation = build(
        actions=[action(1, owner="The forum", by=DAY)], waivers=[waive("action-without-owner")]
    )
    (finding,) = find("waiver-matches-nothing", evaluation)
    assert finding.sentence == (
        "The finding “action-without-owner” is let stand, and it is not found there any more."
    )


def test_a_waiver_for_a_thing_that_has_been_mended_is_found() -> None:
    (finding,) = find("waiver-matches-nothing", plan(waive("action-without-owner", "action-1")))
    assert "is let stand for “Do thing 1”, and it is not found there" in finding.sentence
    assert finding.about == "action-1"
    assert finding.concerns == ("action-1",)


def test_a_waiver_for_feedback_does_not_repeat_what_was_said() -> None:
    evaluation = build(
        feedback=[feedback(1, gist="I was in tears.")],
        waivers=[waive("feedback-undated", "feedback-1")],
    )
    (finding,) = find("waiver-matches-nothing", evaluation)
    assert "is let stand for a piece of feedback, and" in finding.sentence
    assert "tears" not in str(finding)


def test_a_waiver_that_waives_something_is_not_queried() -> None:
    evaluation = plan(waive("action-without-owner", "action-2"))
    assert find("waiver-matches-nothing", evaluation) == []
    assert find("waiver-of-unknown-rule", evaluation) == []
