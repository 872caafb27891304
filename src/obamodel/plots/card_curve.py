"""A curve for one column of a page: the picture, and not the words that stand beside it."""

from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.curve import NARROWEST, describe_curve, draw_on_page, tabulate_curve
from obamodel.plots.drawing import Drawing
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.stats.turning.curves import CurveAnswer

_HEIGHT = 104.0


@picture(
    describe_curve,
    takes=CurveAnswer,
    shows=lambda answer: (answer.series,),
    tabulate=tabulate_curve,
)
def card_curve(answer: CurveAnswer, _words: Vocabulary, _width: float) -> Drawing:
    """Draw a curve as :func:`curve` does, lower, and without its name and its verdict.

    It is always as narrow as a curve can be, so that its letters stay large in a narrow column.
    """
    page = Page(NARROWEST)
    draw_on_page(answer, page, height=_HEIGHT)
    return page.finish()
