"""Better, worse or not sure: one large arrow for a curve."""

from collections.abc import Iterator
from enum import StrEnum

from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Drawing, Item, Point, Shape
from obamodel.plots.lettering import set_text
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import BLUE, INK, SOFT, WHITE
from obamodel.plots.wording import end_sentence
from obamodel.stats.turning import CurveAnswer, Verdict

UP_IS_BETTER = "Up means better. It does not mean more."
_LARGE = 20.0
_MIDDLE = 15.0
_HIGH = 96.0
_ARROW = ((0, -46), (40, 0), (17, 0), (17, 46), (-17, 46), (-17, 0), (-40, 0))


class Direction(StrEnum):
    """Which way a curve went against its forecast, in the words of a child of nine."""

    BETTER = "It is better than we thought."
    MAYBE_BETTER = "It may be better. We are not sure."
    SAME = "It is about what we thought."
    NOT_MUCH_BETTER = "It did not get much better."
    NO_CHANGE_SEEN = "We see no clear change."
    MAYBE_WORSE = "It may be worse. We are not sure."
    WORSE = "It is worse than we thought."
    NOT_KNOWN = "We cannot tell yet."


_DIRECTIONS = {
    Verdict.TURNED: Direction.BETTER,
    Verdict.BETTER_THAN_AGREED: Direction.BETTER,
    Verdict.SIGNS_OF_A_TURN: Direction.MAYBE_BETTER,
    Verdict.NO_WORTHWHILE_TURN: Direction.NOT_MUCH_BETTER,
    Verdict.AS_AGREED: Direction.SAME,
    Verdict.NO_TURN_SHOWN: Direction.NO_CHANGE_SEEN,
    Verdict.SIGNS_OF_WORSENING: Direction.MAYBE_WORSE,
    Verdict.WORSE: Direction.WORSE,
    Verdict.WORSE_THAN_AGREED: Direction.WORSE,
    Verdict.TOO_EARLY: Direction.NOT_KNOWN,
    Verdict.TOO_FEW: Direction.NOT_KNOWN,
}


def find_direction(verdict: Verdict) -> Direction:
    """Find which way a verdict points, in everyday words.

    Examples
    --------
    >>> print(find_direction(Verdict.SIGNS_OF_A_TURN))
    It may be better. We are not sure.
    """
    return _DIRECTIONS[verdict]


def describe_direction(answer: CurveAnswer, _words: Vocabulary) -> str:
    """Say which way the arrow points, and what that means."""
    direction = find_direction(answer.verdict)
    return f"{end_sentence(answer.series.name)} {_name_arrow(direction)}. {direction}"


def _name_arrow(direction: Direction) -> str:
    return {
        Direction.BETTER: "An arrow points up",
        Direction.MAYBE_BETTER: "A pale arrow points up",
        Direction.SAME: "An arrow points to the side",
        Direction.NOT_MUCH_BETTER: "An arrow points to the side",
        Direction.NO_CHANGE_SEEN: "A pale arrow points to the side",
        Direction.MAYBE_WORSE: "A pale arrow points down",
        Direction.WORSE: "An arrow points down",
        Direction.NOT_KNOWN: "A big question mark",
    }[direction]


def tabulate_direction(_answer: CurveAnswer, _words: Vocabulary) -> PictureTable | None:
    """Say that there is nothing to set in rows: the picture is one sign and one sentence."""
    return None


@picture(
    describe_direction,
    takes=CurveAnswer,
    shows=lambda answer: (answer.series,),
    tabulate=tabulate_direction,
)
def direction(answer: CurveAnswer, _words: Vocabulary, width: float) -> Drawing:
    """Draw one large arrow: up for better than the forecast, down for worse, pale where not sure.

    What cannot be told yet has a question mark.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, Series, SeriesKind
    >>> from obamodel.stats import assess_curve, freeze_baseline
    >>> series = Series.from_dict(
    ...     {str(2010 + year): 40 + year % 2 for year in range(9)},
    ...     id="waited", name="People who waited", kind=SeriesKind.COUNT, unit="people",
    ...     polarity=Polarity.LOW, published="a table",
    ... )
    >>> baseline = freeze_baseline(
    ...     series, until="2017", periods=3, as_of="2018", author="us", because="so", id="now",
    ... )
    >>> print(direction.alt_text(assess_curve(baseline, series)))
    People who waited. A big question mark. We cannot tell yet.
    """
    page = Page(max(width, 260.0))
    found = find_direction(answer.verdict)
    name = set_text(answer.series.name, page.inner_width, size=_MIDDLE)
    page.add_paragraphs([name])
    page.add(_draw_sign(found, (page.left + 52, page.y + _HIGH / 2)))
    said = set_text(found, page.inner_width - 120, size=_LARGE, bold=True)
    page.add(said.put(page.left + 120, page.y + max((_HIGH - said.height) / 2, 0)))
    page.y += max(_HIGH, said.height) + 8
    if found is not Direction.NOT_KNOWN:
        note = set_text(UP_IS_BETTER, page.inner_width, size=_MIDDLE, colour=SOFT)
        page.add_paragraphs([note])
    return page.finish()


def _draw_sign(found: Direction, centre: Point) -> Iterator[Item]:
    if found is Direction.NOT_KNOWN:
        mark = set_text("?", 80, size=84, bold=True, colour=BLUE)
        x, y = centre
        yield from mark.put(x, y - _HIGH / 2 - 6, "center")
        return
    pale = found in (Direction.MAYBE_BETTER, Direction.MAYBE_WORSE, Direction.NO_CHANGE_SEEN)
    yield Shape(
        points=[_turn(point, found, centre) for point in _ARROW],
        fill=WHITE if pale else BLUE,
        edge=INK,
        weight=3.0,
    )


def _turn(point: Point, found: Direction, centre: Point) -> Point:
    """Turn a corner of the arrow the way it points, and put it in its place."""
    x, y = point
    if found in (Direction.WORSE, Direction.MAYBE_WORSE):
        x, y = -x, -y
    elif found not in (Direction.BETTER, Direction.MAYBE_BETTER):
        x, y = -y, x
    return centre[0] + x, centre[1] + y
