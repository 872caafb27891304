"""Looking ahead: plans, ideas, the data still wanted, and risks."""

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Basis, Cost, Idea
from obamodel.report.document import (
    Note,
    Section,
    Table,
    list_if_any,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.material import Material
from obamodel.report.sections.judged import say_judged


def write_plans(material: Material) -> Section:
    """Write what is planned, what might work, which data are wanted and what might go wrong."""
    evaluation = material.evaluation
    return Section(
        id="plans",
        title="Looking ahead",
        sections=[
            Section(id="actions", title="Plans", blocks=[_tabulate_actions(evaluation)]),
            Section(
                id="ideas",
                title="What might work",
                blocks=[list_if_any(_tell_idea(idea) for idea in evaluation.ideas)],
            ),
            _write_data_wanted(material),
            Section(
                id="risks",
                title="What might go wrong",
                blocks=[
                    tabulate_words(
                        "Risks",
                        ("What might happen", "Why", "What it would do", "What eases it"),
                        [
                            (
                                one.name,
                                one.cause or "not recorded",
                                one.effect or "not recorded",
                                "; ".join(one.eased_by) or "nothing recorded",
                            )
                            for one in evaluation.risks
                        ],
                    )
                ],
            ),
        ],
    )


def _tabulate_actions(evaluation: Evaluation) -> Table | None:
    """List who does what by when; what it is for and how it will be seen, where that is said."""
    actions = evaluation.actions
    further = {
        "What it is for": [_name_all(evaluation, one.indicators) for one in actions],
        "What will show whether it helped": [
            _name_all(evaluation, one.measured_by) for one in actions
        ],
    }
    said = {heading: cells for heading, cells in further.items() if any(cells)}
    return tabulate_words(
        "What is planned",
        ("What", "Who", "By when", "How far it has come", *said),
        [
            (
                one.text,
                one.owner or "nobody named",
                one.by.in_words() if one.by else "no date given",
                f"{one.status}. {one.reason}" if one.reason else one.status,
                *(cells[row] or "not said" for cells in said.values()),
            )
            for row, one in enumerate(actions)
        ],
    )


def _name_all(evaluation: Evaluation, names: tuple[str, ...]) -> str:
    return "; ".join(_name(evaluation, name) for name in names)


def _tell_idea(idea: Idea) -> str:
    said = [idea.text]
    if idea.cost is not Cost.NOT_KNOWN:
        said.append(f"({str(idea.cost).capitalize()}.)")
    if idea.basis is not Basis.NOT_RECORDED:
        said.append(f"It rests on {idea.basis}.")
    if idea.who_benefits:
        said.append(f"It would help: {idea.who_benefits}")
    ratings = [
        f"{name} {level}"
        for name, level in (
            ("specificity", idea.specificity),
            ("leverage", idea.leverage),
            ("values", idea.values),
            ("reach", idea.reach),
        )
        if level is not None
    ]
    if ratings:
        said.append(f"Rated: {', '.join(ratings)}.")
    if idea.rated is not None:
        said.append(f"Who rated it: {say_judged(idea.rated)}")
    return " ".join(said)


def _name(evaluation: Evaluation, name: str) -> str:
    one = evaluation.find(name)
    return (getattr(one, "name", "") or one.statement).rstrip(".")


def _write_data_wanted(material: Material) -> Section:
    evaluation = material.evaluation
    agendas = [outcome.data_development_agenda for outcome in evaluation.outcomes]
    agendas += [service.data_development_agenda for service in evaluation.services]
    wanted = [evaluation.find(name) for agenda in agendas for name in agenda]
    judges = dict.fromkeys(one.powers.judged.author for one in wanted if one.powers is not None)
    return Section(
        id="data-wanted",
        title="Figures still wanted",
        blocks=[
            *(
                write_paragraphs(
                    "These would tell most, and there are no good data for them yet. "
                    "They come in the order in which they are wanted."
                )
                if wanted
                else ()
            ),
            list_if_any((_tell_wanted(evaluation, one.id) for one in wanted), ordered=True),
            *(Note(f"Chosen and put in order by: {judge}.") for judge in judges),
        ],
    )


def _tell_wanted(evaluation: Evaluation, name: str) -> str:
    note = getattr(evaluation.find(name), "data_note", "")
    return f"{_name(evaluation, name)}. {note}".strip()
