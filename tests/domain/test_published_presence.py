"""A published chart of who is missing cannot hold what may not be shown."""

import pytest

from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.published_presence import PublishedPresence, PublishedShare
from obamodel.domain.publishing import Mark
from tests.domain.building import make, refuse

LOST = Loss(id="spread", title="Spread by area", kind=LossKind.CHART)


def test_a_group_without_a_share_says_why() -> None:
    (fault,) = refuse(PublishedShare, share=None)
    assert str(fault) == (
        'words: "Thurrock" has no share, and nothing says why; say it in a few words, such as '
        '"present, number withheld" [unshown-without-words]'
    )
    assert refuse(PublishedShare, share=None, words="present, number withheld") == ()


@pytest.mark.parametrize("name", ["share", "reference_share"])
@pytest.mark.parametrize("value", [-0.1, 100.1])
def test_a_share_is_a_percentage(name: str, value: float) -> None:
    (fault,) = refuse(PublishedShare, **{name: value})
    assert (fault.code, fault.path) == ("not-a-percentage", (name,))


@pytest.mark.parametrize("name", ["share", "reference_share"])
def test_a_share_finer_than_its_figure_is_refused_because_a_bar_can_be_measured(name: str) -> None:
    # 2 of 17 is 11.76%, and of all numbers under 50 only 17 and 34 give just that.
    (fault,) = refuse(PublishedShare, **{name: 11.76})
    assert (fault.code, fault.path) == ("too-fine", (name,))
    assert refuse(PublishedShare, **{name: 11.8}) == ()


@pytest.mark.parametrize("mark", [Mark.WITHHELD, Mark.UNKNOWN])
def test_a_share_that_is_withheld_or_not_known_is_not_there_to_draw(mark: Mark) -> None:
    (fault,) = refuse(PublishedShare, mark=mark)
    assert (fault.code, fault.path) == ("hidden-number", ("share",))
    assert "5" not in fault.found


def test_the_words_beside_a_withheld_share_have_no_figure_in_them() -> None:
    (fault,) = refuse(PublishedShare, share=None, mark=Mark.WITHHELD, words="just 3 of them")
    assert (fault.code, fault.path) == ("hidden-number", ("words",))
    assert "3" not in str(fault)


def test_what_is_lost_has_no_share() -> None:
    rows = [make(PublishedShare)]
    (fault,) = refuse(PublishedPresence, rows=rows, lost=LOST)
    assert str(fault) == (
        'rows[0].share: "Thurrock" has the share 5, and the shares are lost; take the share away, '
        "or say nothing of a loss [share-of-what-is-lost]"
    )
    unknown = make(PublishedShare, share=None, reference_share=12.5, words="not known")
    assert make(PublishedPresence, rows=[unknown], lost=LOST).rows[0].reference_share == 12.5


def test_each_group_has_one_row() -> None:
    (fault,) = refuse(PublishedPresence, rows=[make(PublishedShare)] * 2)
    assert (fault.code, fault.path) == ("named-twice", ("rows", 1, "group"))
