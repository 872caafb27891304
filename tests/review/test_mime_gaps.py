"""Does the review of MIME find the gaps that its fact sheet lists?"""

import re

import pytest

import obamodel as oba
from obamodel.review import Finding, Review

# Section 13 of the fact sheet lists ten gaps that must come out and must not be hidden. For each:
# the finding that says so, and what it has to say of MIME.
GAPS = [
    # 1. No target, starting value or membership figures: the charts are lost.
    (1, "nothing-quantified", r"Not one of the 5 indicators has any figures"),
    (1, "count-unknown", r"“members”"),
    (1, "evidence-lost", r"membership"),
    # 2. No denominators, so no percentages, so one quadrant cannot be filled with numbers.
    (2, "no-share-better-off", r"^MIME cannot say what percentage of people are better off"),
    # 3. The fifth indicator has no factor, only some evidence.
    (3, "indicator-evidence-only", r"^Indicator 5 is informed by no factor"),
    # 4. Factors double as performance measures, and have no unit.
    (4, "one-word-for-two-ideas", r"“factor”.*: factor and performance measure"),
    (4, "factor-without-measure", r"of 11 factors .*no measure with a unit"),
    # 5. One numeric satisfaction score.
    (5, "one-rating-only", r"^Only one piece of feedback gives a number"),
    # 6. The outcome is about commissioning, and indicators 2 and 3 are about skills.
    (6, "outcome-about-services", r"may be about how services work"),
    (6, "indicator-may-be-performance", r"^Indicators .*2 and 3 may be about the people"),
    # 7. Plans without owner or date.
    (7, "action-without-owner", r"^All 5 actions have no owner"),
    (7, "action-without-date", r"^All 5 actions have no date"),
    # 8. 13 of 19 pieces of feedback undated; how they were selected is unknown.
    (8, "feedback-undated", r"^13 of 19 pieces of feedback have no date"),
    (8, "feedback-without-selection", r"^For all 19 pieces of feedback"),
    # 9. Approximate counts; attendances mixed with people.
    (9, "approximate-count", r"not exact.*members"),
    (9, "people-and-attendances", r"nobody can say how many different people took part"),
    # 10. Two names for the framework; cause for effort.
    (10, "two-words-for-one-idea", r"Accountability” and “Outcomes Based Assessment”"),
    (10, "word-of-its-own", r"“cause” for what most call “effort”"),
]


@pytest.fixture(scope="module")
def mime() -> oba.Evaluation:
    return oba.load_example("mime")


@pytest.fixture(scope="module")
def review(mime: oba.Evaluation) -> Review:
    return oba.review_evaluation(mime)


def find(review: Review, code: str) -> list[Finding]:
    return [finding for finding in review.findings if finding.code == code]


def test_all_ten_gaps_are_looked_for() -> None:
    assert {number for number, _, _ in GAPS} == set(range(1, 11))


@pytest.mark.parametrize(("number", "code", "says"), GAPS)
def test_the_review_finds_the_gap(review: Review, number: int, code: str, says: str) -> None:
    said = [finding.sentence for finding in find(review, code)]
    assert any(re.search(says, sentence) for sentence in said), (number, said)


def test_the_fifth_indicator_is_not_said_to_have_nothing(review: Review) -> None:
    assert find(review, "indicator-uninformed") == []


@pytest.mark.parametrize(
    ("code", "says"),
    [
        # Section 7.1: eight groups reached, of which one has a count.
        ("group-without-count", "7 of 8 groups reached have no count"),
        # Section 7.9: seven data collections, none with a number of participants.
        ("collection-without-numbers", "For all 7 data collections"),
        # Section 7.7: ten boards and groups; who spoke at which is not in the report.
        ("speaker-not-recorded", "For all 10 groups and meetings"),
        # Section 12: the recommendation was dealt with, and the answer is not recorded.
        ("recommendation-unanswered", "dealt with, and the answer is not on record"),
        # Section 10: one round of reflection.
        ("first-round-not-followed", "no second round has followed"),
    ],
)
def test_the_review_finds_what_else_the_fact_sheet_leaves_open(
    review: Review, code: str, says: str
) -> None:
    (finding,) = find(review, code)
    assert says in finding.sentence


@pytest.mark.parametrize(
    "code",
    [
        # Invitations went to the coordinator, which does not say that staff alone spoke.
        "only-staff-spoke",
        # Lay assessing stopped, and the report says why.
        "stopped-without-reason",
        # Feedback, influence and changes bear on the fifth; factors on the other four.
        "factor-without-indicator",
        # The goals of the last question became the five plans.
        "last-answers-without-action",
        # The four questions are all answered.
        "question-unanswered",
        # All nineteen voices were published before, and say where.
        "consent-not-recorded",
        # 65 attendances are recorded as attendances, about 45 members as people.
        "attendances-called-people",
        # The outcome carries no number and does not say increase or reduce.
        "outcome-with-number",
        "outcome-with-direction",
    ],
)
def test_no_false_alarm_is_raised(review: Review, code: str) -> None:
    assert find(review, code) == []


def test_what_people_said_is_not_repeated_in_a_finding(
    mime: oba.Evaluation, review: Review
) -> None:
    gists = [said.gist for said in mime.feedback] + [said.gist for said in mime.changes]
    for finding in review.findings:
        for gist in gists:
            assert gist.rstrip(".") not in finding.sentence


def test_readers_meet_plain_words_only(mime: oba.Evaluation, review: Review) -> None:
    names = {thing.id for _, thing in mime.each() if "-" in thing.id}
    for finding in review.findings:
        assert not names.intersection(re.findall(r"[a-z0-9-]+", finding.sentence))
        assert not re.search(r"\b(orphan|proxy|DDA|schema|reject\w*|fail\w*)\b", str(finding))
