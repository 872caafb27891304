"""An empty frame for what is lost: shown as lost, never made up."""

from obamodel.domain.losses import Loss
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Box, Drawing
from obamodel.plots.lettering import put_stack, set_text, stack
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.style import GAP, HEADING, RULE, SMALL, SOFT
from obamodel.plots.wording import capitalise, end_sentence, without_stop

_NOT_KNOWN = "What it showed is not known."
_PADDING = 16.0
_SMALLEST_HEIGHT = 120.0


def describe_lost(loss: Loss, _words: Vocabulary) -> str:
    """Say what is lost, what it showed and what cannot be said without it."""
    said = [f"An empty frame where a {loss.kind} is lost: {end_sentence(loss.title)}"]
    said.append(f"What is known of it: {end_sentence(loss.showed)}" if loss.showed else _NOT_KNOWN)
    if loss.means:
        said.append(f"What its loss means: {end_sentence(loss.means)}")
    return " ".join(said)


@picture(describe_lost, takes=Loss)
def lost(loss: Loss, _words: Vocabulary, width: float) -> Drawing:
    """Draw an empty frame that says what was there and what cannot be said without it.

    Examples
    --------
    >>> from obamodel.domain.losses import LossKind
    >>> chart = Loss(id="spread", title="Spread by area", kind=LossKind.CHART)
    >>> lost.alt_text(chart)
    'An empty frame where a chart is lost: Spread by area. What it showed is not known.'
    """
    page = Page(max(width, 220.0))
    page.add_title(without_stop(loss.title))
    add_lost_frame(page, loss)
    return page.finish()


def add_lost_frame(page: Page, loss: Loss) -> None:
    """Put an empty frame on a page that says what was there, where a picture of it would stand."""
    room = page.inner_width - 2 * _PADDING
    parts = [[set_text(f"This {loss.kind} is lost", room, size=HEADING, bold=True)]]
    for label, text in (
        ("What is known of it:", loss.showed or _NOT_KNOWN),
        ("What its loss means:", loss.means),
    ):
        if text:
            said = set_text(end_sentence(capitalise(text)), room)
            parts.append([set_text(label, room, size=SMALL, colour=SOFT), said])
    heights = [stack(part, gap=0) for part in parts]
    inside = sum(heights) + GAP * (len(parts) - 1)
    height = max(inside + 2 * _PADDING, _SMALLEST_HEIGHT)
    frame = Box(
        x=page.left,
        y=page.y,
        width=page.inner_width,
        height=height,
        edge=RULE,
        weight=1.2,
        dashed=True,
    )
    page.add([frame])
    y = page.y + (height - inside) / 2
    for part, high in zip(parts, heights, strict=True):
        page.add(put_stack(part, page.left + _PADDING, y, gap=0))
        y += high + GAP
    page.y += height + GAP
