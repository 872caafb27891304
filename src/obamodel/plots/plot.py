"""A picture with time across and numbers upright: lines, marks and the words at their ends."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from obamodel.plots.drawing import Box, Item, Line, Point, Shape
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.marks import Mark, draw_mark
from obamodel.plots.page import Page
from obamodel.plots.placing import Obstacles, spread
from obamodel.plots.scale import Scale, write_value
from obamodel.plots.style import GAP, INK, PALE, RULE, SMALL, SOFT
from obamodel.plots.timeline import Timeline

_LABEL_GAP = 5.0
HEADROOM = 11.0
"""How much room is left free above a plot, for words beside its highest values."""

Place = tuple[float, float]
"""The number of a period (a part of one is a place between two), and a value."""


@frozen(kw_only=True)
class Label:
    """Words at the end of a line."""

    place: Point
    words: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        """How high they are."""
        return stack(self.words, gap=0)

    @property
    def width(self) -> float:
        """How wide they are."""
        return max(paragraph.width for paragraph in self.words)


@define(kw_only=True)
class Plot:
    """The part of a page where values stand over time; it is put there when it is closed.

    Parameters
    ----------
    page
        The page it is on.
    timeline, scale
        What stands across it and upright.
    top, bottom
        Between which heights it stands.
    gutter
        Where the column for words at the ends of lines begins; the page ends it.
    signed
        Whether the numbers below 0 are written with their sign.
    """

    page: Page
    timeline: Timeline
    scale: Scale
    top: float
    bottom: float
    gutter: float
    signed: bool = True
    behind: list[Item] = field(factory=list)
    ink: list[Item] = field(factory=list)
    labels: list[Label] = field(factory=list)
    obstacles: Obstacles = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.obstacles = Obstacles(
            inside=Box(
                x=self.timeline.left + 2,
                y=self.top - HEADROOM + 2,
                width=self.timeline.right - self.timeline.left - 2,
                height=self.bottom - self.top + HEADROOM - 4,
            )
        )

    # --- places --------------------------------------------------------------------------

    def across(self, ordinal: float) -> float:
        """Find where the period of a number stands."""
        return self.timeline.place(ordinal)

    def upright(self, value: float) -> float:
        """Find at which height a value stands, held within the picture."""
        part = self.scale.find_part(self.scale.hold(value))
        return self.bottom - part * (self.bottom - self.top)

    def find(self, place: Place) -> Point:
        """Find where a value of a period stands."""
        return self.across(place[0]), self.upright(place[1])

    @property
    def gutter_width(self) -> float:
        """How wide the column for words at the ends of lines is."""
        return self.page.right - self.gutter

    # --- drawing -------------------------------------------------------------------------

    def draw_line(
        self,
        places: Sequence[Place],
        *,
        colour: str = INK,
        weight: float = 1.2,
        dashed: bool = False,
        dotted: bool = False,
    ) -> None:
        """Draw a line through values."""
        points = tuple(self.find(place) for place in places)
        if len(points) > 1:
            self.obstacles.lines.append(points)
            self.ink.append(
                Line(points=points, colour=colour, weight=weight, dashed=dashed, dotted=dotted)
            )

    def draw_band(self, lower: Sequence[Place], upper: Sequence[Place], *, fill: str) -> None:
        """Draw a band between lower and upper values, with its edges."""
        below, above = ([self.find(place) for place in edge] for edge in (lower, upper))
        self.behind.append(Shape(points=(*above, *reversed(below)), fill=fill))
        for edge in (above, below):
            self.obstacles.lines.append(edge)
            self.behind.append(Line(points=edge, colour=RULE, weight=0.7))

    def draw_mark(self, place: Place, mark: Mark, *, size: float = 2.6, colour: str = INK) -> None:
        """Draw a shape at a value."""
        x, y = self.find(place)
        self.put_mark(x, y, mark, size=size, colour=colour)

    def put_mark(
        self, x: float, y: float, mark: Mark, *, size: float = 2.6, colour: str = INK
    ) -> None:
        """Draw a shape at a place on the page."""
        reach = size * (2.1 if mark is Mark.HALO else 1.45)
        self.obstacles.boxes.append(
            Box(x=x - reach, y=y - reach, width=2 * reach, height=2 * reach)
        )
        self.ink.extend(draw_mark(mark, x, y, size=size, colour=colour))

    def label_end(
        self, place: Place, name: str, told: Iterable[str] = (), *, colour: str = INK
    ) -> None:
        """Ask for words beside the end of a line: a name, and what is told of it under it."""
        room = self.gutter_width
        words = (
            set_text(name, room, size=SMALL, bold=True, colour=colour, most_lines=5),
            *(set_text(line, room, size=SMALL, colour=SOFT) for line in told),
        )
        self.labels.append(Label(place=self.find(place), words=words))

    def name_mark(self, place: Place, text: str) -> bool:
        """Put a few letters beside a mark, if there is room for them near it."""
        words = set_text(text, 60, size=SMALL, bold=True)
        room = self.obstacles.find_room(self.find(place), words.width, words.height)
        x, y = self.find(place)
        if room is None or abs(room.centre[0] - x) + abs(room.centre[1] - y) > 20 + room.width / 2:
            return False
        self.obstacles.boxes.append(room)
        self.ink.extend(words.put(room.x, room.y))
        return True

    # --- closing -------------------------------------------------------------------------

    def close(self) -> None:
        """Put everything on the page: axes under bands under lines under words."""
        labels, below = self._place_labels()
        words, foot = self._name_periods()
        self.page.add(self._draw_axes())
        self.page.add(self.behind)
        self.page.add(self.ink)
        self.page.add(labels)
        self.page.add(words)
        self.page.y = max(foot, below) + GAP

    def _draw_axes(self) -> Iterator[Item]:
        timeline, decimals = self.timeline, self.scale.decimals
        taken = self.obstacles.boxes
        for tick in self.scale.ticks:
            y = self.upright(tick)
            for start, end in _cut_gaps(timeline.left, timeline.right, y, taken):
                yield Line(points=((start, y), (end, y)), colour=PALE, weight=0.8)
            number = write_value(tick if self.signed else abs(tick), decimals)
            text = set_text(number, 90, size=SMALL, colour=SOFT)
            yield from text.put(timeline.left - 5, y - text.height / 2 - 0.5, "right")
        yield Line(
            points=((timeline.left, self.bottom), (timeline.right, self.bottom)),
            colour=RULE,
            weight=1.0,
        )
        yield Line(points=tuple(self._draw_upright()), colour=RULE, weight=1.0)

    def _draw_upright(self) -> Iterator[Point]:
        """Draw the upright axis, with a zigzag at its foot where it is cut."""
        left, bottom = self.timeline.left, self.bottom
        yield left, self.top
        if self.scale.cut:
            yield left, bottom - 14
            yield left + 4, bottom - 11.5
            yield left - 4, bottom - 6.5
            yield left, bottom - 4
        yield left, bottom

    def _name_periods(self) -> tuple[list[Item], float]:
        items: list[Item] = []
        foot = self.bottom
        for start, text in self.timeline.name_periods():
            items.extend(text.put(start, self.bottom + 5))
            foot = max(foot, self.bottom + 5 + text.height)
        for number in range(self.timeline.steps + 1):
            x = self.across(self.timeline.first.ordinal + number)
            if self.timeline.step >= 4:
                items.append(Line(points=((x, self.bottom), (x, self.bottom + 3)), colour=RULE))
        return items, foot

    def _place_labels(self) -> tuple[list[Item], float]:
        """Put words beside the ends of lines where there is room, and the others in the gutter."""
        outside = [label for label in self.labels if self._ends_at_the_edge(label)]
        while True:
            items, leaders, below = self._put_in_gutter(outside)
            inside, homeless = self._put_inside(outside, leaders)
            if not homeless:
                return [*items, *inside], below
            outside = [label for label in self.labels if label in (*outside, homeless[0])]

    def _ends_at_the_edge(self, label: Label) -> bool:
        return label.place[0] >= self.timeline.find_place(self.timeline.last) - 7

    def _put_in_gutter(self, labels: Sequence[Label]) -> tuple[list[Item], list[Line], float]:
        tops = spread(
            [label.place[1] for label in labels],
            [label.height for label in labels],
            top=self.top - 4,
            gap=_LABEL_GAP,
            bottom=self.bottom + 4,
        )
        items: list[Item] = []
        leaders = []
        for label, top in zip(labels, tops, strict=True):
            level = top + label.words[0].size * 0.66  # the middle of its first line
            leaders.append(self._lead(label.place, level))
            items.extend(put_stack(label.words, self.gutter, top, gap=0))
        ends = [top + label.height for label, top in zip(labels, tops, strict=True)]
        return [*leaders, *items], leaders, max(ends, default=self.bottom)

    def _lead(self, place: Point, level: float) -> Line:
        """Draw a line from a place to words in the gutter, past the names of the periods."""
        x, y = place
        # Words that go on below the plot are led to from above, in a lane of their own.
        lane = self.gutter - 5
        last = ((lane, self.bottom), (lane, level)) if level > self.bottom else ()
        points = ((x + 5, y), *last, (self.gutter - 3, level))
        return Line(points=points, colour=RULE, weight=0.7)

    def _put_inside(
        self, outside: Sequence[Label], leaders: Sequence[Line]
    ) -> tuple[list[Item], list[Label]]:
        room = Obstacles(
            inside=self.obstacles.inside,
            lines=[*self.obstacles.lines, *(leader.points for leader in leaders)],
            boxes=[*self.obstacles.boxes],
        )
        items: list[Item] = []
        taken = []
        for label in self.labels:
            if label in outside:
                continue
            box = room.find_room(label.place, label.width, label.height)
            if box is None:
                return [], [label]
            items.extend(put_stack(label.words, box.x, box.y, gap=0))
            taken.append(box)
            room.boxes.append(box)
        self.obstacles.boxes.extend(taken)
        return items, []


def _cut_gaps(
    left: float, right: float, y: float, boxes: Sequence[Box]
) -> Iterator[tuple[float, float]]:
    """Cut a level line where words or marks stand on it."""
    start = left
    for box in sorted(boxes, key=lambda one: one.x):
        if box.y - 1 < y < box.y + box.height + 1:
            if box.x - 2 > start:
                yield start, box.x - 2
            start = max(start, box.x + box.width + 2)
    if start < right:
        yield start, right
