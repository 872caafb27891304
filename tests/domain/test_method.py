"""How the evaluation was made: who evaluated whom, in what stages, in what versions."""

from obamodel.domain.dates import PartialDate
from obamodel.domain.method import (
    Abbreviation,
    Assessment,
    AssessmentKind,
    AssessmentStatus,
    DocumentVersion,
    Event,
)
from tests.domain.building import make, refuse


def test_who_evaluates_and_whether_it_took_place_are_chosen_from_these() -> None:
    # MIME has three of each: fact sheet, section 0.
    assert [str(word) for word in AssessmentKind] == [
        "by the service itself",
        "by the funder",
        "by people who use services, independently",
        "independent",
    ]
    assert [str(word) for word in AssessmentStatus] == [
        "this evaluation",
        "made separately",
        "agreed, to be made separately",
        "suggested, not made",
    ]


def test_an_evaluation_that_was_suggested_and_not_made_says_why() -> None:
    assessment = make(
        Assessment,
        kind=AssessmentKind.USER_LED,
        status=AssessmentStatus.NOT_MADE,
        reason="Commissioners thought that it was not needed.",
    )
    assert assessment.reason == "Commissioners thought that it was not needed."


def test_an_event_has_a_date_and_says_whether_it_is_worked_out() -> None:
    # The start of MIME is inferred from its end: fact sheet, section 1.
    start = make(Event, when=PartialDate.parse("about autumn 2009"), inferred=True)
    assert (str(start.when), start.inferred) == ("about autumn 2009", True)
    assert make(Event).inferred is False
    assert [fault.path for fault in refuse(Event, when=None)] == [("when",)]


def test_an_abbreviation_that_nobody_explained_stays_unexplained() -> None:
    # NERIL is never written out: fact sheet, section 15.
    assert make(Abbreviation, short="NERIL").stands_for == ""


def test_a_version_lists_what_is_different_in_it() -> None:
    version = make(
        DocumentVersion,
        presented_on=PartialDate.parse("2011-10-28"),
        changes=["Recommendations moved to an appendix."],
    )
    assert version.changes == ("Recommendations moved to an appendix.",)
