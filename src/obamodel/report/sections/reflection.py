"""Looking back: the questions asked, what was learned and what helped."""

from obamodel.domain.reflection import ReflectiveCycle
from obamodel.files import find_question_set
from obamodel.report.document import Block, Section, list_if_any, write_paragraphs
from obamodel.report.material import Material


def write_reflection(material: Material) -> Section:
    """Write each round of reflection, then the lessons and what helped."""
    evaluation = material.evaluation
    return Section(
        id="reflection",
        title="Looking back",
        sections=[
            *(_write_cycle(material, cycle) for cycle in evaluation.cycles),
            Section(
                id="lessons",
                title="What was learned",
                blocks=[list_if_any(lesson.text for lesson in evaluation.lessons)],
            ),
            _write_success(material),
            Section(
                id="conclusion",
                title="What it comes to",
                blocks=write_paragraphs(evaluation.conclusion),
            ),
        ],
    )


def _write_cycle(material: Material, cycle: ReflectiveCycle) -> Section:
    questions = find_question_set(material.evaluation, cycle.question_set)
    sections = []
    for question in questions.questions:
        answers = [one for one in cycle.responses if one.question == question.id]
        blocks: list[Block | None] = []
        if len(answers) > 1:
            blocks.append(list_if_any(answer.text for answer in answers))
        for answer in answers[:1] if len(answers) == 1 else ():
            blocks += write_paragraphs(answer.text)
        if not answers:
            blocks += write_paragraphs("Not answered.")
        sections.append(Section(id=f"{cycle.id}-{question.id}", title=question.text, blocks=blocks))
    told_by = list(dict.fromkeys(answer.role for answer in cycle.responses if answer.role))
    who = write_paragraphs(f"Whose answers these are: {'; '.join(told_by)}.") if told_by else ()
    return Section(id=cycle.id, title=cycle.title, blocks=who, sections=sections)


def _write_success(material: Material) -> Section:
    factors = material.evaluation.success_factors
    abouts = list(dict.fromkeys(factor.about for factor in factors))
    blocks: list[Block | None] = []
    for about in abouts:
        if about:
            blocks += write_paragraphs(f"{about[0].upper()}{about[1:].rstrip('.')}:")
        blocks.append(list_if_any(factor.text for factor in factors if factor.about == about))
    return Section(id="success", title="What people put the success down to", blocks=blocks)
