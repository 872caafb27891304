"""What is known to have existed and is no longer to be had."""

from obamodel.domain.losses import Loss, LossKind
from tests.domain.building import make, refuse


def test_what_can_be_lost_is_one_of_these() -> None:
    assert [str(word) for word in LossKind] == ["chart", "figure", "footnote", "number"]


def test_a_loss_has_no_place_for_the_numbers_that_are_lost() -> None:
    # The two charts of MIME stay lost: fact sheet, section 0.
    loss = make(Loss, showed="how many joined over time", means="no target can be checked")
    assert not any(isinstance(getattr(loss, name), int | float) for name in type(loss).__slots__)
    assert [fault.path for fault in refuse(Loss, showed=106)] == [("showed",)]
