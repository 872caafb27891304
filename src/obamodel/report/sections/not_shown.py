"""What this does not show: written from what is in the evaluation, and from what is not."""

from collections.abc import Iterator

from obamodel.disclosure import publish_measures
from obamodel.domain.indicators import DataState
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Precision
from obamodel.plots.wording import join, without_stop
from obamodel.report.document import Section, list_if_any
from obamodel.report.material import Material
from obamodel.report.sections.turned import list_without_baseline
from obamodel.stats.turning import Verdict

_MOST_NAMES = 6
_MOVED = {
    Verdict.TURNED,
    Verdict.SIGNS_OF_A_TURN,
    Verdict.WORSE,
    Verdict.SIGNS_OF_WORSENING,
}
# Too few points before: they do not grow, so another baseline is needed.
_NEW = {Verdict.TOO_FEW: "from a new baseline ", Verdict.TOO_EARLY: ""}


def write_not_shown(material: Material) -> Section:
    """Write what a reader must not conclude, each with what it comes from."""
    parts = (
        ("not-shown-why", "What brought it about", _list_why(material)),
        ("not-shown-too-little", "What there is too little of to say", _list_too_little(material)),
        ("not-shown-people", "Whose voices and numbers are not in it", _list_people(material)),
        ("not-shown-hidden", "What is known and not shown", _list_hidden(material)),
    )
    return Section(
        id="not-shown",
        title="What this does not show",
        sections=[
            Section(id=name, title=title, blocks=[list_if_any(said)]) for name, title, said in parts
        ],
    )


def _list_why(material: Material) -> Iterator[str]:
    evaluation = material.evaluation
    verdicts = {answer.verdict for answer in material.answers if answer.points_after}
    if verdicts & _MOVED:
        yield "A curve that turned says that something bent it. It does not say what."
    if verdicts - _MOVED:
        yield (
            "A curve that is not shown to have turned does not say that nothing helped: without "
            "help, things might have got worse."
        )
    others = {name for one in evaluation.contributions for name in one.other_contributors}
    if evaluation.contributions:
        named = f" Named are: {'; '.join(sorted(map(without_stop, others)))}." if others else ""
        yield (
            "How much of what got better is owed to one helper cannot be told from this: others "
            f"helped too.{named}"
        )
    if evaluation.changes and material.voices.changes:
        yield (
            "Stories of change say what some people lived through. They do not say how many "
            "others had the same, or what their lives would have been otherwise."
        )


def _list_too_little(material: Material) -> Iterator[str]:
    evaluation = material.evaluation
    for answer in material.answers:
        if answer.verdict in (Verdict.TOO_FEW, Verdict.TOO_EARLY):
            when = (
                f" There can be an answer {_NEW[answer.verdict]}with {answer.possible_from}."
                if answer.possible_from
                else ""
            )
            yield (
                f"{without_stop(answer.series.name)} (baseline until {answer.baseline.until}): "
                f"{answer.verdict}.{when}"
            )
    without = list_without_baseline(material)
    if without:
        names = join([one.name for one in without], most=_MOST_NAMES)
        yield f"Whether it has turned, where nobody has frozen a baseline: {names}."
    for curve in evaluation.curves:
        yield f"{without_stop(curve.title)} is a sketch: there are no figures in that line."
    word, words = material.word("indicator"), material.plural("indicator")
    weak = [one.label for one in evaluation.indicators if one.data is not DataState.HELD]
    if weak:
        which = f"{word} {weak[0]}" if len(weak) == 1 else f"{words} {join(weak)}"
        yield f"How things stand with {which}: good figures are not there."
    unknown = [
        row.cells[1]
        for row in publish_measures(evaluation).rows
        if row.cells[2].lower().startswith(("not known", "not measured", "the data are lost"))
    ]
    if unknown:
        yield f"Not measured, or the figures are not there: {join(unknown, most=_MOST_NAMES)}."


def _list_people(material: Material) -> Iterator[str]:
    evaluation = material.evaluation
    uncounted = [one.of for one in evaluation.counts if one.precision is Precision.UNKNOWN]
    if uncounted:
        yield f"Nobody counted, or wrote down: {join(uncounted, most=_MOST_NAMES)}."
    unasked = [one for one in evaluation.feedback if not one.selected]
    if unasked:
        yield (
            "How the voices in this report were chosen is not recorded"
            + ("" if len(unasked) == len(evaluation.feedback) else f" for {len(unasked)} of them")
            + ". They show what some people felt, not how many felt it."
        )
    alone = [one for one in evaluation.breakdowns if not one.reference]
    if alone:
        names = join([one.name for one in alone], most=_MOST_NAMES)
        yield f"Who is missing, where there is no population to hold the numbers against: {names}."
    lost = [one.title for one in evaluation.losses]
    if lost:
        names = join(lost, most=_MOST_NAMES)
        yield f"What stood in charts, figures or notes that are lost: {names}."


def _list_hidden(material: Material) -> Iterator[str]:
    evaluation, publication = material.evaluation, material.publication
    hidden = sum(one.precision is Precision.WITHHELD for one in evaluation.counts)
    hidden += sum(
        mark is Mark.WITHHELD
        for table in publication.release.tables
        for row in table.rows
        for mark in row.marks
    )
    if hidden:
        hidden_ones = "One number" if hidden == 1 else f"{hidden} numbers"
        yield f"{hidden_ones} about few people, or that would give these away. Hidden is not none."
    left_out = len(publication.left_out)
    if left_out:
        curves = "one curve" if left_out == 1 else f"{left_out} curves"
        yield f"The verdict of {curves}: too little of the history may be shown."
    # What people said and what changed for them are noted alike; once is enough.
    for note in dict.fromkeys((*material.voices.notes, *material.voices.change_notes)):
        if "not shown" in note or "left out" in note:
            yield note
