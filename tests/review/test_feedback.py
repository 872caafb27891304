"""Do the rules on what people said ask when they should, and only then?"""

from obamodel.domain.changes import Told
from obamodel.domain.dates import PartialDate
from obamodel.domain.feedback import Rating
from obamodel.review import review_evaluation
from tests.review.building import UNKNOWN_DAY, build, change, feedback, indicator
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

TEN = Rating(value=10, lowest=0, highest=10)
OPEN_ENDED = Rating(value=10)

ASKS = [
    Asks(
        "feedback-undated",
        "one of two has no date",
        build(feedback=[feedback(1), feedback(2, given=UNKNOWN_DAY)]),
        "1 of 2 pieces of feedback has no date.",
        ("feedback-2",),
    ),
    Asks(
        "feedback-without-selection",
        "nothing says how any was chosen",
        build(feedback=[feedback(1, selected=""), feedback(2, selected="")]),
        "For both pieces of feedback, nothing says how the choice was made",
        ("feedback-1", "feedback-2"),
    ),
    Asks(
        "feedback-without-bearing",
        "it bears on nothing",
        build(feedback=[feedback()]),
        "The only piece of feedback bears on no indicator, factor or measure",
        ("feedback-1",),
    ),
    Asks(
        "one-rating-only",
        "one of two gives a number",
        build(feedback=[feedback(1, rating=TEN), feedback(2)]),
        "Only one piece of feedback gives a number",
        ("feedback-1",),
    ),
    Asks(
        "rating-without-scale",
        "it does not say out of how many",
        build(feedback=[feedback(1, rating=OPEN_ENDED), feedback(2, rating=TEN)]),
        "For 1 of 2 ratings, it is not written from what number to what number",
        ("feedback-1",),
    ),
    Asks(
        "rating-without-scale",
        "it says how far down the scale goes, and not how far up",
        build(feedback=[feedback(1, rating=Rating(value=10, lowest=0))]),
        "For the only rating, it is not written from what number to what number",
        ("feedback-1",),
    ),
    Asks(
        "changes-only-observed",
        "another tells the only one",
        build(changes=[change(1, told=Told.OBSERVED)]),
        "The only personal story of change was told by somebody else",
        ("change-1",),
    ),
    Asks(
        "changes-only-observed",
        "others tell all of them",
        build(changes=[change(1, told=Told.OBSERVED), change(2, told=Told.OBSERVED)]),
        "Both personal stories of change were told by somebody else",
        ("change-1", "change-2"),
    ),
]

SILENT = [
    Silent(
        "feedback-undated",
        "only the season is known",
        build(feedback=[feedback(given=PartialDate.parse("summer 2011"))]),
    ),
    Silent("feedback-without-selection", "it says how", build(feedback=[feedback()])),
    Silent(
        "feedback-without-bearing",
        "it bears on an indicator",
        build(indicators=[indicator()], feedback=[feedback(bears_on=["indicator-1"])]),
    ),
    Silent(
        "one-rating-only",
        "two give a number",
        build(feedback=[feedback(1, rating=TEN), feedback(2, rating=TEN)]),
    ),
    Silent("one-rating-only", "nobody was asked for a number", build(feedback=[feedback()])),
    Silent("rating-without-scale", "the scale is known", build(feedback=[feedback(rating=TEN)])),
    Silent(
        "changes-only-observed",
        "one is told by the person",
        build(changes=[change(1, told=Told.OBSERVED), change(2)]),
    ),
    Silent("changes-only-observed", "there are none", build()),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)


def test_what_people_said_is_never_repeated() -> None:
    gist = "Cried on the day."
    said = build(
        feedback=[
            feedback(1, gist=gist, given=UNKNOWN_DAY, selected="", rating=OPEN_ENDED),
        ],
        changes=[change(1, gist=gist, told=Told.OBSERVED)],
    )
    review = review_evaluation(said)
    assert {"feedback-undated", "changes-only-observed"} <= {one.code for one in review.findings}
    assert "Cried" not in str(review)
