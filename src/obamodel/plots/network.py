"""Who works together: one in the middle, and those around it."""

from collections.abc import Iterator, Sequence

import attrs
from attrs import field, frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import check, documented, many, prose, to_tuple
from obamodel.domain.partners import Partner
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Box, Drawing, Item, Line, Point
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.observed_table import NOTHING, make_table
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.ring import place_in_columns, place_round
from obamodel.plots.style import BLUE, EARTH, GAP, HEADING, LIGHT_BLUE, RULE, SMALL, SOFT, WHITE
from obamodel.plots.wording import join, say, say_first, without_stop

_PADDING = 7.0
_MOST_ROUND = 8
_SPOKE = 1.4

# The words of the hub and of each partner, the box in the middle, the others, and the lines.
_Placed = tuple[
    list[Paragraph],
    list[list[Paragraph]],
    Box,
    tuple[Box, ...],
    tuple[tuple[Point, Point], ...],
]


@documented
@frozen(kw_only=True)
class Network:
    """One project or service, and the partners it works with."""

    hub: str = field(metadata=prose("The name of what stands in the middle."))
    partners: tuple[Partner, ...] = field(
        converter=to_tuple, default=(), metadata=many(Partner, "Those around it, in order.")
    )

    __attrs_post_init__ = check

    @classmethod
    def from_evaluation(cls, evaluation: Evaluation, hub: str = "") -> "Network":
        """Take the partners that stand in the picture of an evaluation's network.

        Parameters
        ----------
        evaluation
            The evaluation.
        hub
            What stands in the middle; left out, it is the service, where there is just one, and
            the evaluation itself where there are several or none.
        """
        service = evaluation.services[0].name if len(evaluation.services) == 1 else ""
        return cls(
            hub=hub or service or evaluation.title,
            partners=[partner for partner in evaluation.partners if partner.in_network],
        )


def describe_network(network: Network, words: Vocabulary) -> str:
    """Name what stands in the middle and what is round it."""
    hub = without_stop(network.hub)
    if not network.partners:
        return _say_empty(network, words)
    names = join((partner.name for partner in network.partners), most=12)
    number = len(network.partners)
    lines = "a line to one other" if number == 1 else f"lines to {number} others"
    said = f"{hub} stands in the middle, with {lines}: {names}."
    key = [partner.name for partner in network.partners if partner.named_as_key]
    return said + (f" Named as key from the start: {join(key)}." if key else "")


def tabulate_network(network: Network, words: Vocabulary) -> PictureTable | None:
    """List each partner, what it is joined to, and which were named as key."""
    hub = without_stop(network.hub)
    other = "no" if any(one.named_as_key for one in network.partners) else NOTHING
    return make_table(
        (say_first(words, "partner"), "How it is joined", "Named as key from the start"),
        [
            (one.name, f"works with {hub}", "yes" if one.named_as_key else other)
            for one in network.partners
        ],
    )


@picture(describe_network, takes=Network, tabulate=tabulate_network)
def network(network: Network, words: Vocabulary, width: float) -> Drawing:
    """Draw one project or service in the middle and its partners around it.

    Examples
    --------
    >>> forums = Partner(id="forums", name="Forums")
    >>> network.alt_text(Network(hub="MIME", partners=[forums]))
    'MIME stands in the middle, with a line to one other: Forums.'
    """
    page = Page(max(width, 440.0))
    page.add_title(f"Who {without_stop(network.hub)} works with")
    if not network.partners:
        page.add_paragraphs([set_text(_say_empty(network, words), page.inner_width, colour=SOFT)])
        return page.finish()
    _add_network(page, network, words)
    return page.finish()


def _say_empty(network: Network, words: Vocabulary) -> str:
    return f"No {say(words, 'partner')} of {without_stop(network.hub)} has been named yet."


def _add_network(page: Page, network: Network, words: Vocabulary) -> None:
    few = len(network.partners) <= _MOST_ROUND
    placed = _place_round(page, network, words) if few else None
    hub, texts, middle, boxes, spokes = placed or _place_beside(page, network, words)
    every = [middle, *boxes]
    top, bottom = min(box.y for box in every), max(box.y + box.height for box in every)
    x, y = page.width / 2, page.y - top

    def move(box: Box) -> Box:
        return attrs.evolve(box, x=box.x + x, y=box.y + y)

    page.add(
        Line(points=[(x + px, y + py) for px, py in spoke], colour=RULE, weight=_SPOKE)
        for spoke in spokes
    )
    for box, text, partner in zip(boxes, texts, network.partners, strict=True):
        weight = 2.2 if partner.named_as_key else 0.9
        page.add([attrs.evolve(move(box), fill=WHITE, edge=BLUE, weight=weight)])
        page.add(_put_inside(text, move(box)))
    page.add([attrs.evolve(move(middle), fill=LIGHT_BLUE, edge=BLUE, weight=1.6)])
    page.add(_put_inside(hub, move(middle)))
    page.y = y + bottom + GAP


def _place_round(page: Page, network: Network, words: Vocabulary) -> _Placed | None:
    """Place a few round the middle, if no line to one of them has to cross another."""
    room = min(128.0, page.inner_width * 0.28)
    hub, middle = _set_hub(network, room)
    texts = _set_partners(network, words, room)
    around = (middle.width + 24, middle.height + 24)
    ring = place_round(_find_sizes(texts, room), page.inner_width, around)
    if ring is None:
        return None
    spokes = tuple((_leave(middle, box.centre), _leave(box, middle.centre)) for box in ring.boxes)
    if any(_crosses(spoke, box) for spoke in spokes for box in ring.boxes):
        return None
    return hub, texts, middle, ring.boxes, spokes


def _place_beside(page: Page, network: Network, words: Vocabulary) -> _Placed:
    """Place many in two columns beside the middle; lines run only in between."""
    hub, middle = _set_hub(network, page.inner_width * 0.22)
    room = page.inner_width * 0.34
    texts = _set_partners(network, words, room)
    boxes = place_in_columns(_find_sizes(texts, room), page.inner_width, gap=GAP)
    spokes = []
    for box in boxes:
        inner = box.x if box.x > 0 else box.x + box.width
        end = (inner, box.centre[1])
        spokes.append((_leave(middle, end), end))
    return hub, texts, middle, boxes, tuple(spokes)


def _set_hub(network: Network, room: float) -> tuple[list[Paragraph], Box]:
    name = without_stop(network.hub)
    hub = [set_text(name, room - 2 * _PADDING, size=HEADING, bold=True)]
    high = stack(hub) + 2 * _PADDING
    return hub, Box(x=-room / 2, y=-high / 2, width=room, height=high)


def _set_partners(network: Network, words: Vocabulary, room: float) -> list[list[Paragraph]]:
    inner = room - 2 * _PADDING
    key = f"key {say(words, 'partner')}"
    return [
        [
            set_text(partner.name, inner),
            *(
                [set_text(key, inner, size=SMALL, bold=True, colour=EARTH)]
                if partner.named_as_key
                else []
            ),
        ]
        for partner in network.partners
    ]


def _find_sizes(texts: Sequence[Sequence[Paragraph]], room: float) -> list[tuple[float, float]]:
    return [(room, stack(text) + 2 * _PADDING) for text in texts]


def _crosses(spoke: tuple[Point, Point], box: Box) -> bool:
    (x0, y0), (x1, y1) = spoke
    return any(
        box.holds((x0 + (x1 - x0) * step / 40, y0 + (y1 - y0) * step / 40)) for step in range(40)
    )


def _leave(box: Box, towards: Point) -> Point:
    """Find where the line from a box's middle to a point leaves the box."""
    (x, y), (tx, ty) = box.centre, towards
    dx, dy = tx - x, ty - y
    parts = [half / abs(d) for half, d in ((box.width / 2, dx), (box.height / 2, dy)) if d]
    part = min(parts, default=0.0)
    return x + dx * part, y + dy * part


def _put_inside(text: Sequence[Paragraph], box: Box) -> Iterator[Item]:
    x, y = box.centre
    return put_stack(text, x, y - stack(text) / 2, "center")
