"""A project, programme, agency or service system, and the people it serves."""

from obamodel.domain.dates import PartialDate
from obamodel.domain.services import Customers, Service
from tests.domain.building import make, refuse


def test_a_service_may_have_begun_on_a_day_that_nobody_knows_for_sure() -> None:
    # MIME: fact sheet, section 1.
    service = make(
        Service,
        started=PartialDate.parse("about autumn 2009"),
        ended=PartialDate.parse("2012-08-31"),
    )
    assert service.started.in_words() == "about autumn 2009"
    assert service.ended.in_words() == "31 August 2012"


def test_the_lists_of_measures_keep_the_order_in_which_they_were_declared() -> None:
    names = ["trained", "attendances", "confident"]
    service = make(Service, headline_measures=names, data_development_agenda=names[::-1])
    assert service.headline_measures == ("trained", "attendances", "confident")
    assert service.data_development_agenda == ("confident", "attendances", "trained")


def test_customers_belong_to_a_service() -> None:
    assert [fault.path for fault in refuse(Customers, service="")] == [("service",)]
