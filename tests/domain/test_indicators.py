"""How we would recognise an outcome: population accountability."""

from obamodel.domain.indicators import DataState, Indicator
from tests.domain.building import make, refuse


def test_an_indicator_may_be_a_statement_without_any_number() -> None:
    # None of MIME's five is quantified: fact sheet, section 5.
    assert make(Indicator).data is DataState.STATEMENT_ONLY


def test_what_data_there_are_is_chosen_from_these() -> None:
    assert [str(word) for word in DataState] == [
        "held",
        "weak",
        "missing",
        "lost",
        "statement only",
    ]


def test_an_indicator_belongs_to_an_outcome() -> None:
    assert [fault.path for fault in refuse(Indicator, outcome="")] == [("outcome",)]


def test_an_indicator_knows_nothing_of_services() -> None:
    # The two accountabilities are not mixed: a service has measures, not indicators.
    assert not hasattr(make(Indicator), "service")
