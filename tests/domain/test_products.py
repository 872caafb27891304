"""What was made, and what had to wait."""

import pytest

from obamodel.domain.products import Embargo, Product
from tests.domain.building import make, refuse


@pytest.mark.parametrize("part", ["until", "reason"])
def test_an_embargo_says_until_when_and_why(part: str) -> None:
    assert [(fault.path, fault.code) for fault in refuse(Embargo, **{part: ""})] == [
        ((part,), "blank")
    ]


def test_a_product_is_free_unless_it_has_an_embargo() -> None:
    assert make(Product).embargo is None
    # Fact sheet, section 7.10: held until the tender had closed.
    assert make(Product, embargo=make(Embargo)).embargo.until == "the tender had closed"


def test_an_embargo_is_never_only_yes() -> None:
    (fault,) = refuse(Product, embargo=True)
    assert (fault.path, fault.found, fault.code) == (("embargo",), "found True", "wrong-type")
