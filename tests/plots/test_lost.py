"""Is what is lost shown as lost, with nothing made up?"""

import pytest

from obamodel.domain.losses import Loss, LossKind
from obamodel.plots import lost
from tests.plots.artists import find_lines, find_rectangles, find_trouble, make_axes, read
from tests.plots.things import LONG, WORDY, make_loss


def test_the_empty_frame_says_what_was_there_and_what_cannot_be_said() -> None:
    ax = lost(make_loss("how membership grew", "whether more joined"), ax=make_axes())
    said = read(ax)
    assert "Recruitment over time" in said
    assert "This chart is lost" in said
    assert "How membership grew." in said
    assert "Whether more joined." in said


def test_there_is_nothing_in_the_frame_but_words() -> None:
    ax = lost(make_loss("how membership grew"), ax=make_axes())
    assert len(find_rectangles(ax)) == 1
    assert find_lines(ax) == []


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    assert "What it showed is not known." in read(lost(make_loss(), ax=make_axes()))
    assert "What it showed is not known." in lost.alt_text(make_loss())


@pytest.mark.parametrize("kind", list(LossKind))
def test_each_kind_of_loss_is_named(kind: LossKind) -> None:
    loss = Loss(id="gone", title="Note 1", kind=kind)
    assert lost.alt_text(loss).startswith(f"An empty frame where a {kind} is lost: Note 1.")
    assert f"This {kind} is lost" in read(lost(loss, ax=make_axes()))


@pytest.mark.parametrize("words", ["x", WORDY, LONG])
def test_long_words_stay_in_the_frame(words: str) -> None:
    assert find_trouble(lost(make_loss(words, words, title=words), ax=make_axes())) == []


def test_an_empty_frame_has_no_table() -> None:
    assert lost.table(make_loss("growth")) is None
