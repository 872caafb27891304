"""What was done: the work, and the numbers that may be shown."""

from collections.abc import Sequence

from attrs import evolve

from obamodel import plots
from obamodel.disclosure import publish_counts
from obamodel.domain.activities import Activity, ActivityStatus
from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Bullets, Paragraph, Section
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.report.plain.reading import count_words
from obamodel.report.plain.telling import MORE, Telling, start_section

HIDDEN = (
    "We hide some small numbers.",
    "That way no one can be picked out.",
)
WORK = "This is the work:"
TWICE = "The same person may be in more than one of these numbers."
HOW_MANY = "How many people"
OTHER_NUMBERS = "Here are more numbers:"
ABOUT = '"About" means that the number is close, but may not be exact.'
AT_LEAST = '"At least" means that there may be more.'
STATUS = {
    ActivityStatus.STOPPED: "This work has stopped.",
    ActivityStatus.PLANNED: "This is a plan. It is not done yet.",
}
_LONGEST = 11
_MOST_PEOPLE = 5
_MOST_OTHERS = 8


def write_done(material: Material, telling: Telling) -> Section | None:
    """Write what was done, and how much of it, from the numbers that were published."""
    blocks = [*_tell_activities(material, telling), *_tell_counts(material, telling)]
    return start_section("done", "What did we do?", Sign.DONE, blocks)


def _tell_activities(material: Material, telling: Telling) -> list[Block]:
    activities = material.evaluation.activities
    return [*telling.tell(WORK, activities, "name", after=_say_status)]


def _say_status(activity: Activity) -> list[str]:
    said = STATUS.get(activity.status)
    return [said] if said else []


def _tell_counts(material: Material, telling: Telling) -> list[Block]:
    counts = material.evaluation.counts
    known = [one for one in counts if one.value is not None]
    chosen = [one for one in known if telling.has(one)]
    chosen = chosen or [one for one in known if count_words(one.of) <= _LONGEST]
    people = [one for one in chosen if one.counted is Counted.PEOPLE][:_MOST_PEOPLE]
    others = [one for one in chosen if one.counted is not Counted.PEOPLE][:_MOST_OTHERS]
    blocks: list[Block] = []
    if people:
        title = HOW_MANY
        table = _publish(material, telling, people, title)
        blocks.append(make_figure(plots.people, table, material.vocabulary, title=title))
        if len(people) > 1:
            blocks.append(Paragraph(TWICE))
    if others:
        table = _publish(material, telling, others, OTHER_NUMBERS)
        said = [f"{row.cells[1].capitalize()} {row.cells[0]}." for row in table.rows]
        blocks += [Paragraph(OTHER_NUMBERS), Bullets(said)]
    if blocks and len(people) + len(others) < len(known):
        blocks.append(Paragraph(MORE))
    told = {one.precision for one in (*people, *others)}
    if Precision.ABOUT in told:
        blocks.append(Paragraph(ABOUT))
    if Precision.AT_LEAST in told:
        blocks.append(Paragraph(AT_LEAST))
    if any(one.precision is Precision.WITHHELD for one in counts):
        blocks += [Paragraph(said) for said in HIDDEN]
    return blocks


def _publish(
    material: Material, telling: Telling, counts: Sequence[Count], title: str
) -> PublishedTable:
    """Make the table of some counts, in plain words where there are any."""
    published = publish_counts(counts, title=title, protection=material.protection)
    rows = [
        PublishedRow(cells=(_name(telling, count), row.cells[1]), number=row.number)
        for count, row in zip(counts, published.rows, strict=True)
    ]
    return evolve(published, columns=("Who or what", "How many"), rows=rows, notes=())


def _name(telling: Telling, count: Count) -> str:
    """Say what was counted, in words that can follow the number."""
    said = telling.say(count.id).rstrip(".")
    return said or f'"{count.of.rstrip(".")}"'
