"""How the evaluation was made."""

from obamodel import plots
from obamodel.domain.questions import QuestionSetKind
from obamodel.files import find_question_set
from obamodel.report.document import (
    Block,
    Section,
    list_if_any,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material


def write_method(material: Material) -> Section:
    """Write the framework, who evaluated whom, the stages and the versions."""
    evaluation = material.evaluation
    framework = f"The framework is {evaluation.framework}. {evaluation.framework_reason}"
    return Section(
        id="method",
        title="How the evaluation was made",
        blocks=write_paragraphs(framework),
        sections=[
            Section(
                id="who-evaluated",
                title="Who evaluated whom",
                blocks=[
                    tabulate_words(
                        "Evaluations made, or suggested",
                        ("By", "Of", "Kind", "What became of it", "Drawing on", "Why"),
                        [
                            (
                                one.by,
                                one.of,
                                one.kind,
                                one.status,
                                "; ".join(one.draws_on) or "nothing recorded",
                                one.reason or "not recorded",
                            )
                            for one in evaluation.assessments
                        ],
                    )
                ],
            ),
            Section(
                id="stages",
                title="The stages",
                blocks=[list_if_any((stage.text for stage in evaluation.stages), ordered=True)],
            ),
            _write_question_sets(material),
            Section(
                id="versions",
                title="Versions of the report",
                blocks=[
                    tabulate_words(
                        "Versions",
                        ("Version", "Presented to", "When", "What is different"),
                        [
                            (
                                one.name,
                                one.presented_to or "nobody recorded",
                                one.presented_on.in_words() if one.presented_on else "not recorded",
                                "; ".join(one.changes) or "nothing recorded",
                            )
                            for one in evaluation.versions
                        ],
                    )
                ],
            ),
        ],
    )


def _write_question_sets(material: Material) -> Section:
    blocks: list[Block] = []
    seen: set[str] = set()
    for cycle in material.evaluation.cycles:
        if cycle.question_set in seen:
            continue
        seen.add(cycle.question_set)
        questions = find_question_set(material.evaluation, cycle.question_set)
        if questions.kind is QuestionSetKind.CYCLE:
            blocks.append(
                make_figure(
                    plots.cycle,
                    questions,
                    material.vocabulary,
                    title=questions.title,
                    note=f"{questions.attribution.rstrip('.')}. The wording is ours.",
                )
            )
    return Section(id="questions", title="The questions asked when looking back", blocks=blocks)
