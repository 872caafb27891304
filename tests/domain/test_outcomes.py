"""What is wanted for a whole population, in plain words."""

from obamodel.domain.outcomes import Outcome
from tests.domain.building import make, refuse


def test_an_outcome_is_wanted_for_a_population() -> None:
    assert [fault.path for fault in refuse(Outcome, population="")] == [("population",)]


def test_the_lists_of_indicators_keep_the_order_in_which_they_were_declared() -> None:
    names = ["indicator-4", "indicator-1", "indicator-3"]
    outcome = make(
        Outcome,
        headline_indicators=names,
        secondary_indicators=reversed(names),
        data_development_agenda=names[:2],
    )
    assert outcome.headline_indicators == ("indicator-4", "indicator-1", "indicator-3")
    assert outcome.secondary_indicators == ("indicator-3", "indicator-1", "indicator-4")
    assert outcome.data_development_agenda == ("indicator-4", "indicator-1")


def test_an_indicator_stands_once_in_a_list() -> None:
    faults = refuse(Outcome, headline_indicators=["indicator-1", "indicator-1"])
    assert [str(fault) for fault in faults] == [
        'headline_indicators[1]: "indicator-1" is named twice; name it once [named-twice]'
    ]
