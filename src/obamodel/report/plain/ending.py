"""The last parts: what we do not know, and what happens next."""

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.quantities import Precision
from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Bullets, Paragraph, Section
from obamodel.report.material import Material
from obamodel.report.plain.reading import MOST_WORDS, count_words
from obamodel.report.plain.telling import MORE, Telling, is_short, list_or_say, quote, start_section

ALWAYS = "We do not know how things would be without this work."
HOW_MANY = "We do not know how many:"
LOST = "Some charts or notes are lost."
OWN_GAPS = "This is more that we do not know:"
STATUSES = {
    ActionStatus.UNDER_WAY: "We are doing this now:",
    ActionStatus.PLANNED: "This is the plan:",
    ActionStatus.NOT_RECORDED: "We do not know if this was done:",
    ActionStatus.DONE: "This is done:",
    ActionStatus.STOPPED: "This has stopped:",
}
_OPEN = (ActionStatus.UNDER_WAY, ActionStatus.PLANNED, ActionStatus.NOT_RECORDED)
NO_OWNER = "We do not know who will do it."
NO_DATE = "We do not know when it will be done."
ASK = "This is what people ask for:"


def write_unknown(material: Material, telling: Telling) -> Section | None:
    """Write what nobody knows, or what was lost."""
    evaluation = material.evaluation
    blocks: list[Block] = [Paragraph(ALWAYS)]
    unknown = [one for one in evaluation.counts if one.precision is Precision.UNKNOWN]
    plain = [telling.say(one.id).rstrip(".") for one in unknown if telling.has(one)]
    if plain:
        blocks += [Paragraph(HOW_MANY), Bullets([f"{said}." for said in plain])]
    elif short := [one.of for one in unknown if is_short(one.of)][:5]:
        blocks += [Paragraph(HOW_MANY), Bullets(f'"{said}"' for said in short)]
    if evaluation.losses:
        blocks.append(Paragraph(LOST))
        lost = [telling.say(one.id) for one in evaluation.losses if telling.has(one)]
        blocks += list_or_say(lost) if lost else ()
    still = [said for one in evaluation.stories for said in one.still_to_find_out]
    if short := [said for said in still if is_short(said)][:5]:
        blocks += [Paragraph(OWN_GAPS), quote((said, "") for said in short)]
    return start_section("not-known", "What do we not know?", Sign.NOT_KNOWN, blocks)


def write_next(material: Material, telling: Telling) -> Section | None:
    """Write what was decided, who does it by when, and what is asked for."""
    evaluation = material.evaluation
    chosen, left = telling.choose(evaluation.actions, "text")
    blocks: list[Block] = []
    for status, heading in STATUSES.items():
        of_status = [one for one in chosen if one.status is status]
        blocks += telling.tell(heading, of_status, "text", after=_say_who_and_when)
    if blocks and left:
        blocks.append(Paragraph(MORE))
    open_ones = [one for one in chosen if one.status in _OPEN]
    if open_ones and not any(one.owner for one in open_ones):
        blocks.append(Paragraph(NO_OWNER))
    if open_ones and not any(one.by is not None and one.by.is_known for one in open_ones):
        blocks.append(Paragraph(NO_DATE))
    blocks += telling.tell(ASK, (*evaluation.recommendations, *evaluation.requests), "text")
    return start_section("next", "What happens next?", Sign.NEXT, blocks)


def _say_who_and_when(action: Action) -> list[str]:
    said = []
    if action.owner and count_words(action.owner) < MOST_WORDS - 3:
        said.append(f'Who does it: "{action.owner.rstrip(".")}".')
    if action.by is not None and action.by.is_known:
        said.append(f"By when: {action.by.in_words()}.")
    return said
