"""How much was done?"""

from collections.abc import Iterable

from obamodel import plots
from obamodel.disclosure import publish_counts, publish_totals
from obamodel.domain.activities import Activity, ActivityKind, ActivityStatus, Safeguard
from obamodel.domain.factors import FactorGroup
from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.publishing import PublishedTable
from obamodel.domain.quantities import Counted
from obamodel.report.document import (
    Block,
    Bullets,
    Figure,
    Note,
    Section,
    Table,
    list_if_any,
    tabulate_published,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.report.sections.by_group import write_by_group
from obamodel.stats import choose_counts
from obamodel.stats.answers import join_names


def write_delivered(material: Material) -> Section:
    """Write what was delivered, group by group of factors, with every count and its honesty."""
    evaluation = material.evaluation
    shown: set[str] = set()
    groups = [_write_group(material, group, shown) for group in evaluation.factor_groups]
    no_factor = [one for one in evaluation.activities if not one.factors]
    return Section(
        id="how-much",
        title=material.word("how_much"),
        sections=[
            *groups,
            _write_added_up(material),
            Section(
                id="other-activities",
                title="Other things that were done",
                blocks=_write_activities(material, no_factor, "Other things", shown),
            ),
            _write_groups_reached(material, shown),
            write_by_group(material),
            _write_taking_part(material),
            _write_products(material),
            _write_other_counts(material, shown),
        ],
    )


def _write_group(material: Material, group: FactorGroup, shown: set[str]) -> Section:
    evaluation = material.evaluation
    sections = []
    for factor in evaluation.factors:
        if factor.group != group.id:
            continue
        # What serves several factors is told once, under the first of them.
        activities = [
            one for one in evaluation.activities if one.factors and one.factors[0] == factor.id
        ]
        losses = [one for one in evaluation.losses if factor.id in one.factors]
        sections.append(
            Section(
                id=factor.id,
                title=f"{factor.label} {factor.name}",
                blocks=[
                    *write_paragraphs(factor.what_happened),
                    *_write_activities(material, activities, factor.name, shown),
                    *_draw_lost_charts(material, losses),
                    *write_paragraphs(factor.note),
                ],
            )
        )
    return Section(
        id=group.id, title=f"{group.label}. {group.section or group.name}", sections=sections
    )


def _write_activities(
    material: Material, activities: Iterable[Activity], title: str, shown: set[str]
) -> tuple[Block | None, ...]:
    listed = tuple(activities)
    blocks: list[Block | None] = []
    kinds = list(dict.fromkeys(one.kind for one in listed))
    for kind in kinds:
        of_kind = [one for one in listed if one.kind is kind]
        if len(kinds) > 1 and kind is not ActivityKind.OTHER:
            blocks += write_paragraphs(f"{str(kind).capitalize()} ({len(of_kind)}):")
        blocks.append(list_if_any(_tell(one) for one in of_kind))
    blocks += [Note(_tell_stopped(one)) for one in listed if one.status is ActivityStatus.STOPPED]
    names = {one.id for one in listed}
    counts = [count for count in material.evaluation.counts if count.activity in names]
    shown.update(count.id for count in counts)
    for kind in kinds:
        held = {one.id for one in listed if one.kind is kind}
        # Things are left out: one chart of both would compare days with members.
        people = [
            one for one in counts if one.activity in held and one.counted is not Counted.THINGS
        ]
        if len(people) > 2:
            who_came = f"Who came: {kind}"
            blocks.append(
                _draw_counts(
                    material, publish_counts(people, title=who_came, protection=material.protection)
                )
            )
    if counts:
        published = publish_counts(
            counts, title=f"What was counted: {title}", protection=material.protection
        )
        blocks.append(tabulate_published(published))
    return tuple(blocks)


def _draw_counts(material: Material, published: PublishedTable) -> Figure:
    return make_figure(
        plots.counts,
        published,
        material.vocabulary,
        title=published.title,
    )


def _tell(activity: Activity) -> str:
    # Most of what a report tells of was done; only what was not needs saying.
    status = [] if activity.status is ActivityStatus.DONE else [str(activity.status)]
    if activity.when is not None and activity.when.is_known:
        status.append(activity.when.in_words())
    named = f"{activity.name} ({', '.join(status)})" if status else activity.name
    said = [f"{named}.", activity.what_happened]
    if activity.places:
        said.append(f"Where: {'; '.join(activity.places)}.")
    if activity.asked_for_by:
        said.append(f"Asked for by: {activity.asked_for_by}.")
    if activity.represented_by:
        said.append(f"Who spoke for those who use services: {join_names(activity.represented_by)}.")
    if activity.methods:
        said.append(f"How: {'; '.join(activity.methods)}.")
    if activity.led_to:
        said.append(f"What came of it: {activity.led_to}")
    said.append(activity.note)
    return " ".join(part for part in said if part)


def _tell_stopped(activity: Activity) -> str:
    reason = activity.reason or "The reason is not recorded."
    return f"{activity.name} stopped. {reason}"


def _draw_lost_charts(material: Material, losses: Iterable[Loss]) -> tuple[Figure, ...]:
    return tuple(
        make_figure(
            plots.lost,
            loss,
            material.vocabulary,
            title=loss.title,
        )
        for loss in losses
        if loss.kind is LossKind.CHART
    )


def _write_groups_reached(material: Material, shown: set[str]) -> Section:
    evaluation = material.evaluation
    counts = [count for count in evaluation.counts if count.group]
    shown.update(count.id for count in counts)
    counted = {count.group for count in counts}
    worded = list(
        dict.fromkeys(
            group.worded.in_words() if group.worded else "a time not recorded"
            for group in evaluation.groups_reached
        )
    )
    table = tabulate_words(
        f"Groups reached, in the source's own words of {join_names(worded)}",
        ("Group", "Counted"),
        [
            (group.name, "yes, see below" if group.id in counted else "reached, not counted")
            for group in evaluation.groups_reached
        ],
    )
    numbers = (
        tabulate_published(
            publish_counts(
                counts, title="Groups reached that were counted", protection=material.protection
            )
        )
        if counts
        else None
    )
    notes = [group.note for group in evaluation.groups_reached if group.note]
    return Section(
        id="groups-reached",
        title="Groups seldom heard that were reached",
        blocks=[table, numbers, list_if_any(notes)],
    )


def _write_taking_part(material: Material) -> Section:
    evaluation = material.evaluation
    names = {activity.id: activity.name for activity in evaluation.activities}
    eligibility: list[Block] = []
    for one in evaluation.eligibility:
        eligibility += write_paragraphs(f"{names[one.activity]}. {one.note}")
        eligibility.append(Bullets(one.criteria))
    return Section(
        id="taking-part",
        title="Making it easier and safer to take part",
        sections=[
            Section(
                id="access",
                title="What was done differently so that people could take part",
                blocks=[list_if_any(one.text for one in evaluation.access_adjustments)],
            ),
            Section(
                id="safety",
                title="What kept people safe",
                blocks=[list_if_any(_tell_safeguard(one) for one in evaluation.safeguards)],
            ),
            Section(id="invited", title="Who was invited", blocks=eligibility),
        ],
    )


def _tell_safeguard(safeguard: Safeguard) -> str:
    with_whom = f" Made with: {safeguard.made_with}." if safeguard.made_with else ""
    return safeguard.text + with_whom


def _write_added_up(material: Material) -> Section:
    counts = choose_counts(material.evaluation, ActivityKind.TRAINING)
    blocks: list[Block] = []
    if counts:
        for said in publish_totals(counts, occasion="course", protection=material.protection):
            blocks += write_paragraphs(said)
        blocks.append(
            Note(
                "Places taken add up, even where the same people came again. People do not: "
                "somebody who came three times is still one person."
            )
        )
    return Section(id="added-up", title="Training, added up", blocks=blocks)


def _write_products(material: Material) -> Section:
    blocks: list[Block | None] = [
        tabulate_words(
            "What was made",
            ("What", "Kind", "Given to", "Had to wait"),
            [
                (
                    one.title,
                    one.kind,
                    "; ".join(one.given_to) or "nobody recorded",
                    f"until {one.embargo.until}: {one.embargo.reason}" if one.embargo else "no",
                )
                for one in material.evaluation.products
            ],
        )
    ]
    return Section(id="products", title="What was made", blocks=blocks)


def _write_other_counts(material: Material, shown: set[str]) -> Section:
    rest = [count for count in material.evaluation.counts if count.id not in shown]
    table: Table | None = None
    if rest:
        table = tabulate_published(
            publish_counts(
                rest, title="Other things that were counted", protection=material.protection
            )
        )
    return Section(id="other-counts", title="Other counts", blocks=[table])
