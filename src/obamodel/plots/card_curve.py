"""A curve without its words, for a page or a column where they stand beside it as text."""

from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.curve import NARROWEST, describe_curve, draw_on_page, tabulate_curve
from obamodel.plots.drawing import Drawing
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.stats.turning.curves import CurveAnswer

_HEIGHT, _HEIGHT_IN_COLUMN = 170.0, 104.0


@picture(
    describe_curve,
    takes=CurveAnswer,
    shows=lambda answer: (answer.series,),
    tabulate=tabulate_curve,
)
def curve_alone(answer: CurveAnswer, _words: Vocabulary, width: float) -> Drawing:
    """Draw a curve as :func:`curve` does, without its name and its verdict."""
    page = Page(max(width, NARROWEST))
    draw_on_page(answer, page, height=_HEIGHT)
    return page.finish()


@picture(
    describe_curve,
    takes=CurveAnswer,
    shows=lambda answer: (answer.series,),
    tabulate=tabulate_curve,
)
def card_curve(answer: CurveAnswer, _words: Vocabulary, _width: float) -> Drawing:
    """Draw a curve lower, and as narrow as one can be: its letters stay large in a column."""
    page = Page(NARROWEST)
    draw_on_page(answer, page, height=_HEIGHT_IN_COLUMN)
    return page.finish()
