"""Background: why the work began, and what it was up against."""

from obamodel import plots
from obamodel.domain.stories import Effect, Force, Origin
from obamodel.report.document import (
    Block,
    Bullets,
    Section,
    list_if_any,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material


def write_background(material: Material) -> Section:
    """Write why the work began, the curve to turn, the forces at work and the partners."""
    evaluation = material.evaluation
    return Section(
        id="background",
        title="Background",
        blocks=write_paragraphs(evaluation.background),
        sections=[
            _write_services(material),
            _list_section("hopes", "What people hoped to make better", evaluation.drivers),
            _write_curves(material),
            _write_stories(material),
            _list_section("challenges", "What was expected to be hard", evaluation.challenges),
            _write_partners(material),
        ],
    )


def _list_section(name: str, title: str, items: tuple[str, ...]) -> Section:
    return Section(id=name, title=title, blocks=[list_if_any(items)])


def _write_curves(material: Material) -> Section:
    figures = [
        make_figure(
            plots.schematic,
            curve,
            material.vocabulary,
            title=curve.title,
            note=curve.note or "A sketch in words: there are no figures in this line.",
        )
        for curve in material.evaluation.curves
    ]
    what = (
        "A curve shows how something goes over time. To turn it is to do better than where "
        "things were heading."
    )
    return Section(
        id="curve",
        title="The curve to turn",
        blocks=[*write_paragraphs(what), *figures] if figures else (),
    )


def _write_stories(material: Material) -> Section:
    sections = []
    for story in material.evaluation.stories:
        tellers = [
            f"{teller.who} (lived experience)" if teller.lived_experience else teller.who
            for teller in story.told_by
        ]
        sections.append(
            Section(
                id=story.id,
                title="The forces at work",
                blocks=[
                    *write_paragraphs(story.text),
                    tabulate_words(
                        "What pushes the curve, and which way",
                        ("What", "Helps or hinders", "Where from"),
                        [_tell_force(force) for force in story.forces],
                    ),
                    *_titled("What lies underneath: ", story.root_causes),
                    *_titled("Who told this story: ", tellers),
                    *_titled("What we still need to find out: ", story.still_to_find_out),
                ],
            )
        )
    return Section(
        id="story",
        title="The story of the curve",
        blocks=sections[0].blocks if len(sections) == 1 else (),
        sections=sections if len(sections) > 1 else (),
    )


def _tell_force(force: Force) -> tuple[object, ...]:
    origin = "inside the service" if force.origin is Origin.INTERNAL else "around the service"
    return (force.text, "helps" if force.effect is Effect.HELPS else "hinders", origin)


def _titled(title: str, items: list[str] | tuple[str, ...]) -> tuple[Block, ...]:
    if not items:
        return ()
    return (*write_paragraphs(title), Bullets(items))


def _write_services(material: Material) -> Section:
    blocks: list[Block | None] = []
    for service in material.evaluation.services:
        blocks += write_paragraphs(service.description)
        facts = []
        if service.funded_by:
            facts.append(f"Paid for by: {service.funded_by}")
        if service.delivered_by:
            facts.append("Run by: " + "; ".join(service.delivered_by))
        if service.staff:
            facts.append("Posts: " + "; ".join(service.staff))
        if service.governed_by:
            facts.append("Guided by: " + "; ".join(service.governed_by))
        if service.started is not None:
            facts.append(f"Began: {service.started.in_words()}")
        if service.ended is not None:
            facts.append(f"Ends: {service.ended.in_words()}")
        blocks.append(list_if_any(facts))
        served = [one.name for one in material.evaluation.customers if one.service == service.id]
        if served:
            blocks += write_paragraphs(f"Those it serves: {'; '.join(served)}.")
        blocks += write_paragraphs(service.note)
    return Section(id="service", title="The service", blocks=blocks)


def _write_partners(material: Material) -> Section:
    partners = material.evaluation.partners
    network = plots.Network.from_evaluation(material.evaluation)
    figure = None
    if network.partners:
        figure = make_figure(
            plots.network,
            network,
            material.vocabulary,
            title="The network",
        )
    return Section(
        id="partners",
        title="Who has a part to play",
        blocks=[
            figure,
            tabulate_words(
                "Partners and their part",
                ("Partner", "Part", "Named as key at the start"),
                [
                    (one.name, one.part or "not recorded", "yes" if one.named_as_key else "no")
                    for one in partners
                ],
            ),
        ],
    )
