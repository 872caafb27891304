"""A set of questions: round a circle where it is one, and as a list where it is not."""

from collections.abc import Iterator, Sequence

import attrs
from attrs import frozen

from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Box, Drawing, Line, Point, draw_arrow
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.observed_table import NOTHING, make_table
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.ring import place_in_columns, place_round
from obamodel.plots.style import (
    BLUE,
    EARTH,
    FAINT,
    GAP,
    HEADING,
    PALE,
    SMALL,
    SOFT,
    TITLE,
)
from obamodel.plots.wording import end_sentence, join

TO_ACTION = "Answers become actions."
ROUND_AGAIN = "and round again"
GOES_ROUND = "Each leads to the next, and the last leads back to the first."
_PADDING = 7.0
_MIDDLE = 120.0
_BOX_WIDTHS = (150.0, 134.0, 118.0)
_SHORTEST_PATH = 16.0


@frozen(kw_only=True)
class _Placed:
    """The stages' words and boxes, and the arrows between them, round a middle at (0, 0)."""

    texts: Sequence[Sequence[Paragraph]]
    boxes: Sequence[Box]
    paths: Sequence[tuple[Point, ...]]

    @property
    def top(self) -> float:
        return min(y for _, y in self._reach())

    @property
    def bottom(self) -> float:
        return max(y for _, y in self._reach())

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def _reach(self) -> Iterator[Point]:
        for box in self.boxes:
            yield box.x, box.y
            yield box.x, box.y + box.height
        for path in self.paths:
            yield from path


def describe_cycle(questions: QuestionSet, _words: Vocabulary) -> str:
    """Say what the stages are, and whether they go round."""
    stages = join(_name_stages(questions), most=12)
    number = len(questions.questions)
    if questions.kind is QuestionSetKind.CYCLE:
        steps = "one question" if number == 1 else f"{number} questions"
        said = (
            f"{end_sentence(questions.title)} A circle of {steps}, each leading to the next and "
            f"the last back to the first: {end_sentence(stages)}"
        )
    else:
        steps = "one entry" if number == 1 else f"{number} entries"
        said = (
            f"{end_sentence(questions.title)} A list of {steps}, in this order: "
            f"{end_sentence(stages)}"
        )
    to_action = [question.stage for question in questions.questions if question.leads_to_action]
    return said + (f" Answers to {join(to_action)} become actions." if to_action else "")


def tabulate_cycle(questions: QuestionSet, _words: Vocabulary) -> PictureTable | None:
    """List the stages in their order, each with its question and what becomes of answers."""
    round_again = questions.kind is QuestionSetKind.CYCLE and len(questions.questions) > 1
    return make_table(
        ("Order", "Stage", "Question", "What comes of it"),
        [
            (f"{place}", one.stage, one.text, TO_ACTION if one.leads_to_action else NOTHING)
            for place, one in enumerate(questions.questions, start=1)
        ],
        [*([GOES_ROUND] if round_again else []), _say_from(questions)],
    )


@picture(describe_cycle, takes=QuestionSet, tabulate=tabulate_cycle)
def cycle(questions: QuestionSet, _words: Vocabulary, width: float) -> Drawing:
    """Draw a cycle of questions with its stages round a circle; any other set is a list.

    Examples
    --------
    >>> stages = [
    ...     Question(id="look", stage="Look", text="What do we see?"),
    ...     Question(id="act", stage="Act", text="What next?", leads_to_action=True),
    ... ]
    >>> ours = QuestionSet(
    ...     id="ours", title="Look and act", kind=QuestionSetKind.CYCLE, attribution="us",
    ...     wording=Wording.OURS, questions=stages,
    ... )
    >>> print(cycle.alt_text(ours))
    Look and act. A circle of 2 questions, each leading to the next and the last back to the
    first: Look and Act. Answers to Act become actions.
    """
    page = Page(max(width, 440.0))
    if questions.kind is QuestionSetKind.CYCLE:
        _add_circle(page, questions)
    else:
        page.add_title(questions.title)
        _add_list(page, questions)
    page.add_notes([_say_from(questions)])
    return page.finish()


def _say_from(questions: QuestionSet) -> str:
    ours = "The questions are in our own words, after: "
    before = ours if questions.wording is Wording.OURS else "From: "
    return before + end_sentence(questions.attribution)


def _name_stages(questions: QuestionSet) -> list[str]:
    """Name each stage once, where several questions in a row belong to one."""
    stages: list[str] = []
    for question in questions.questions:
        if not stages or stages[-1] != question.stage:
            stages.append(question.stage)
    return stages


def _add_circle(page: Page, questions: QuestionSet) -> None:
    middle = [
        set_text(questions.title, _MIDDLE, size=TITLE, bold=True),
        set_text(ROUND_AGAIN, _MIDDLE, size=SMALL, colour=SOFT),
    ]
    placed = min(
        filter(None, (_place_round(page, questions, middle, wide) for wide in _BOX_WIDTHS)),
        key=lambda placed: placed.height,
        default=None,
    )
    if placed is None:
        page.add_title(questions.title)
        middle = []
        placed = _place_in_columns(page, questions)
    x, y = page.width / 2, page.y - placed.top
    for path in placed.paths:
        points = [(x + across, y + down) for across, down in path]
        page.add(draw_arrow(points, weight=2.0, size=9, colour=BLUE))
    page.add(put_stack(middle, x, y - stack(middle) / 2, "center"))
    for box, text in zip(placed.boxes, placed.texts, strict=True):
        moved = attrs.evolve(box, x=box.x + x, y=box.y + y, fill=PALE, edge=BLUE, weight=1.0)
        page.add([moved])
        page.add(put_stack(text, moved.x + _PADDING, moved.y + _PADDING))
    page.y = y + placed.bottom + GAP


def _place_round(
    page: Page, questions: QuestionSet, middle: list[Paragraph], wide: float
) -> _Placed | None:
    """Place the stages round an ellipse, if they find room on one."""
    texts = _set_stages(questions, wide)
    ring = place_round(
        _find_sizes(texts, wide),
        page.inner_width,
        (_MIDDLE, stack(middle)),
        shortest_path=_SHORTEST_PATH,
    )
    if ring is None:
        return None
    return _Placed(texts=texts, boxes=ring.boxes, paths=ring.find_paths())


def _place_in_columns(page: Page, questions: QuestionSet) -> _Placed:
    """Place the stages down one side and up the other, where there are too many for a ring."""
    wide = page.inner_width * 0.34
    texts = _set_stages(questions, wide)
    boxes = place_in_columns(_find_sizes(texts, wide), page.inner_width, gap=26.0)
    ends = [*boxes[1:], boxes[0]]
    paths = [
        _join(box, following)
        for box, following in zip(boxes, ends, strict=True)
        if box is not following
    ]
    return _Placed(texts=texts, boxes=boxes, paths=paths)


def _join(box: Box, following: Box) -> tuple[Point, ...]:
    """Go from a box to the next, straight up or down in a column and straight across between."""
    (x0, y0), (x1, y1) = box.centre, following.centre
    if x0 == x1:
        down = following.y > box.y
        start = box.y + box.height + 3 if down else box.y - 3
        end = following.y - 3 if down else following.y + following.height + 3
        return (x0, start), (x0, end)
    side = 1 if x1 > x0 else -1
    half = box.width / 2 + 3
    return (x0 + side * half, y0), (x1 - side * half, y1)


def _set_stages(questions: QuestionSet, wide: float) -> list[list[Paragraph]]:
    return [
        _set_stage(place, question, wide - 2 * _PADDING)
        for place, question in enumerate(questions.questions, start=1)
    ]


def _find_sizes(texts: list[list[Paragraph]], wide: float) -> list[tuple[float, float]]:
    return [(wide, stack(text) + 2 * _PADDING) for text in texts]


def _set_stage(number: int, question: Question, room: float) -> list[Paragraph]:
    text = [
        set_text(f"{number}  {question.stage}", room, size=HEADING, bold=True),
        set_text(question.text, room, size=SMALL),
    ]
    if question.leads_to_action:
        text.append(set_text(TO_ACTION, room, size=SMALL, bold=True, colour=EARTH))
    return text


def _add_list(page: Page, questions: QuestionSet) -> None:
    stage_width = page.inner_width * 0.32
    left = page.left + stage_width + 12
    before = ""
    for question in questions.questions:
        stage = [set_text(question.stage, stage_width, bold=True)]
        text = [set_text(question.text, page.right - left)]
        if question.leads_to_action:
            text.append(set_text(TO_ACTION, page.right - left, size=SMALL, bold=True, colour=EARTH))
        if question.stage == before:
            stage = []
        else:
            line = ((page.left, page.y - 4), (page.right, page.y - 4))
            page.add([Line(points=line, colour=FAINT, weight=0.8)])
        page.add(put_stack(stage, page.left, page.y))
        page.add(put_stack(text, left, page.y))
        page.y += max(stack(stage), stack(text)) + 9
        before = question.stage
    page.y += GAP - 6
