"""Does a review say what it found, to people and to programs?"""

import pytest

from obamodel.domain.services import Service
from obamodel.domain.waivers import Waiver
from obamodel.review import Review, Severity, review_evaluation
from tests.review.building import action, build, judged, outcome

EVALUATION = build(
    actions=[action(1), action(2)],
    outcomes=[outcome("Reduce <b>harm</b> & fear.")],
    waivers=[Waiver(rule="action-without-date", judged=judged())],
)


@pytest.fixture(scope="module")
def review() -> Review:
    return review_evaluation(EVALUATION)


def test_a_review_is_neither_true_nor_false(review: Review) -> None:
    with pytest.raises(TypeError, match=r"ask for its \.findings or its \.open"):
        bool(review)


def test_findings_are_open_or_waived_and_nothing_else(review: Review) -> None:
    assert sorted(finding.code for finding in (*review.open, *review.waived)) == sorted(
        finding.code for finding in review.findings
    )


def test_the_rules_that_were_asked_are_listed(review: Review) -> None:
    assert "action-without-owner" in review.rules_run
    assert len(review.rules_run) >= 25


def test_the_same_evaluation_has_the_same_review(review: Review) -> None:
    assert review_evaluation(EVALUATION) == review


def test_the_sentence_counts_what_was_found(review: Review) -> None:
    gaps = sum(finding.severity is Severity.GAP for finding in review.open)
    asking = sum(finding.severity is Severity.WORTH_ASKING for finding in review.open)
    notes = sum(finding.severity is Severity.NOTE for finding in review.open)
    assert review.sentence == (
        f"The review asked {len(review.rules_run)} questions and found {gaps} gaps, "
        f"{asking} thing worth asking and {notes} note. 1 finding is let stand, with a reason."
    )


def test_it_is_listed_under_headings_with_what_is_let_stand_last(review: Review) -> None:
    lines = str(review).splitlines()
    headings = [line for line in lines[1:] if line and not line.startswith((" ", "-"))]
    assert headings == ["Gaps", "Worth asking", "Notes", "Let stand, with a reason"]
    assert "- Both actions have no owner. [" in str(review)
    assert "  Name a role or a group for each." in lines


def test_headings_with_nothing_under_them_are_left_out() -> None:
    nothing = review_evaluation(build(outcomes=[], services=[]))
    assert [heading for heading, _ in nothing.group()] == ["Gaps"]


def test_a_frame_has_one_row_for_each_finding_and_stable_columns(review: Review) -> None:
    frame = review.to_frame()
    assert list(frame.columns) == [
        "code",
        "severity",
        "place",
        "about",
        "sentence",
        "mend",
        "source",
        "concerns",
        "waived",
        "waived_because",
    ]
    assert len(frame) == len(review.findings)
    let_stand = frame.set_index("code").loc["action-without-date"]
    assert bool(let_stand["waived"])
    assert let_stand["waived_because"] == "We talked it over."
    assert let_stand["concerns"] == "action-1 action-2"
    assert frame.set_index("code").loc["action-without-owner", "waived_because"] == ""


def test_a_frame_without_findings_keeps_its_columns() -> None:
    frame = Review(findings=(), rules_run=()).to_frame()
    assert len(frame) == 0
    assert "sentence" in frame.columns


def test_in_a_notebook_nothing_is_taken_for_markup(review: Review) -> None:
    shown = review._repr_html_()
    assert "<b>harm" not in shown
    assert "Reduce &lt;b&gt;harm&lt;/b&gt; &amp; fear" in shown


def test_a_name_that_looks_like_markup_is_escaped_too() -> None:
    named = build(services=[Service(id="service", name="<script>", description="A drop-in.")])
    assert "<script>" not in review_evaluation(named)._repr_html_()


def test_it_says_how_to_weigh_it(review: Review) -> None:
    assert any("a question, not a mark" in caveat for caveat in review.caveats)
