"""What left the house together."""

from obamodel.domain.publishing import Mark
from obamodel.domain.releases import ReleasedCell
from tests.domain.building import refuse


def test_a_withheld_number_is_not_kept() -> None:
    assert [fault.code for fault in refuse(ReleasedCell, mark=Mark.WITHHELD, number=3)] == [
        "hidden-number"
    ]
    assert [fault.code for fault in refuse(ReleasedCell, mark=Mark.SHOWN)] == ["number-missing"]
