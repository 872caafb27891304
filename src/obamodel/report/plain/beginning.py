"""The first parts: what it is about, who it is for, what people want, how we would know."""

from obamodel.domain.indicators import DataState
from obamodel.domain.population import PopulationRole
from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Bullets, Paragraph, Section
from obamodel.report.material import Material
from obamodel.report.plain.telling import Telling, say_each, start_section

ABOUT = (
    "This paper tells you what we found out.",
    "It has short words and pictures.",
    "You can read it with someone.",
    "There is a list of hard words near the end.",
    "There is also a long report.",
)
IN_A_BOX = "Words in a box are people's own. We did not change them."
WORK = "We looked at this work:"
FOR_WHOM = "This is about these people:"
TAKE_PART = "These people use the service or take part:"
PLACES = "These are the places:"
WANTED = "This is what people want:"
SIGNS = "We look for these signs:"


def write_about(material: Material, telling: Telling) -> Section | None:
    """Write what the paper is, and what it is about."""
    services = material.evaluation.services
    blocks: list[Block] = [*say_each(ABOUT)]
    blocks += say_each([telling.say("")])
    blocks += telling.tell(WORK, services, "name")
    return start_section("about", "What is this about?", Sign.PAPER, blocks)


def write_for_whom(material: Material, telling: Telling) -> Section | None:
    """Write for whom something is wanted, where, and who takes part."""
    evaluation = material.evaluation
    main = [one for one in evaluation.populations if one.role is PopulationRole.MAIN]
    blocks: list[Block] = [*telling.tell(FOR_WHOM, main, "name", "who")]
    places = list(dict.fromkeys(place for one in main for place in one.places))
    if 0 < len(places) <= 6 and not any(telling.has(one) for one in main):
        blocks += [Paragraph(PLACES), Bullets(places)]
    blocks += telling.tell(TAKE_PART, evaluation.customers, "name")
    return start_section("who", "Who is it for?", Sign.PEOPLE, blocks)


def write_wanted(material: Material, telling: Telling) -> Section | None:
    """Write what people want, in plain words or as people would notice it."""
    told = telling.tell(WANTED, material.evaluation.outcomes, "experience", "statement")
    return start_section("wanted", "What do people want?", Sign.WISH, told)


def write_signs(material: Material, telling: Telling) -> Section | None:
    """Write how we would know, and for how many of the signs there are numbers."""
    indicators = material.evaluation.indicators
    told = telling.tell(SIGNS, indicators, "statement")
    if told:
        held = sum(one.data in (DataState.HELD, DataState.WEAK) for one in indicators)
        told = (*told, Paragraph(say_held(held, len(indicators))))
    return start_section("know", "How would we know?", Sign.LOOKING, told)


def say_held(held: int, number: int) -> str:
    """Say for how many of the signs there are numbers.

    Examples
    --------
    >>> say_held(0, 5), say_held(5, 5), say_held(1, 5)
    ('We have no numbers for these signs.', 'We have numbers for them.', \
'We have numbers for 1 of 5 signs.')
    """
    if not held:
        return "We have no numbers for these signs." if number > 1 else "We have no numbers for it."
    if held == number:
        return "We have numbers for them." if number > 1 else "We have numbers for it."
    return f"We have numbers for {held} of {number} signs."
