"""Has the curve turned? Every curve with its verdict, and what to weigh."""

from collections import Counter
from collections.abc import Iterator

from obamodel import plots
from obamodel.domain.series import Series
from obamodel.plots.card_curve import curve_alone
from obamodel.plots.observed import list_values, say_in_unit
from obamodel.plots.wording import capitalise
from obamodel.report.curves import say_size
from obamodel.report.document import (
    Block,
    Bullets,
    Note,
    Paragraph,
    Section,
    tabulate_words,
)
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.report.sections.judged import say_judged
from obamodel.stats.answers import join_names
from obamodel.stats.turning import CurveAnswer
from obamodel.stats.turning.saying import say_not_compared

_NO_BASELINE = (
    "Nobody has frozen a baseline for it yet, so nobody can say whether it has turned. A baseline "
    "is made by somebody, on a day, for a reason, before what it is held against."
)
_TARGETS = "A target is what somebody wishes for, with a date and a reason. It is no forecast."


def write_turned(material: Material) -> Section:
    """Write each curve with its verdict, the figures without a baseline, and the targets."""
    return Section(
        id="turned",
        title="Has the curve turned?",
        blocks=_write_brief(material),
        sections=[
            *(_write_curve(material, answer) for answer in material.answers),
            *(_write_series(material, series) for series in list_without_baseline(material)),
            _write_targets(material),
        ],
    )


def list_without_baseline(material: Material) -> tuple[Series, ...]:
    """List the series that have no baseline, and are not only there to compare others with."""
    evaluation = material.evaluation
    judged = {one.series.id for one in material.answers}
    compared = {name for one in evaluation.baselines for name in one.comparisons}
    return tuple(
        one
        for one in evaluation.series
        if one.id not in judged and (one.about or one.id not in compared)
    )


def _write_brief(material: Material) -> Iterator[Block]:
    answers = material.answers
    if answers:
        counted = Counter(str(answer.verdict) for answer in answers)
        said = join_names([f"{verdict} ({number})" for verdict, number in counted.items()])
        many = f"{len(answers)} baselines were" if len(answers) > 1 else "One baseline was"
        yield Paragraph(f"{many} held against what happened since: {said}.")
        yield Note("A verdict is about a curve. It does not say what bent it, or who.")
    if material.publication.left_out:
        number = len(material.publication.left_out)
        which = "One baseline is" if number == 1 else f"{number} baselines are"
        yield Note(
            f"{which} left out: too little of the history may be shown, as numbers are small."
        )


def _write_curve(material: Material, answer: CurveAnswer) -> Section:
    baseline, name = answer.baseline, answer.series.name
    title = f"{name}: baseline until {baseline.until}"
    return Section(
        id=f"curve-{baseline.id}",
        title=title,
        blocks=[
            make_figure(curve_alone, answer, material.vocabulary, title=title),
            *_tell_answer(material, answer),
        ],
    )


def _tell_answer(material: Material, answer: CurveAnswer) -> Iterator[Block]:
    yield Paragraph(answer.sentence)
    size = say_size(answer)
    if size:
        yield Paragraph(size)
    replaced = [one for one in material.evaluation.baselines if one.replaces == answer.baseline.id]
    for one in replaced:
        yield Note(f"This baseline was replaced by a later one by {say_judged(one.frozen)}")
    comparison = answer.comparison
    if comparison is not None:
        yield Paragraph(comparison.sentence)
        if comparison.left_out:
            names = say_not_compared(comparison.left_out)
            yield Paragraph(f"Left out of the comparison: {names}.")
    told = (
        ("Other ways of looking at it", [one.sentence for one in answer.evidence]),
        ("To weigh", list(answer.caveats)),
        ("What else may explain it", list(answer.rivals) if answer.points_after else []),
        ("What was corrected in the history since the baseline was frozen", list(answer.revisions)),
    )
    for heading, items in told:
        if items:
            yield Paragraph(f"{heading}:")
            yield Bullets(items)


def _write_series(material: Material, series: Series) -> Section:
    return Section(
        id=f"series-{series.id}",
        title=series.name,
        blocks=[
            make_figure(plots.series, series, material.vocabulary, title=series.name),
            Paragraph(_NO_BASELINE),
        ],
    )


def _write_targets(material: Material) -> Section:
    evaluation = material.evaluation
    if not evaluation.targets:
        return Section(id="targets", title="Targets")
    rows = []
    for target in evaluation.targets:
        series = evaluation.find(target.series)
        seen = list_values(series.observations)
        now = f"{say_in_unit(series, seen[-1][1])} in {seen[-1][0]}" if seen else "not known"
        rows.append(
            (series.name, say_in_unit(series, target.value), str(target.period), now, target.reason)
        )
    return Section(
        id="targets",
        title=capitalise(material.plural("target")),
        blocks=[
            Paragraph(_TARGETS),
            tabulate_words(
                "What is wished for, by when, and why",
                (
                    "What",
                    "Wished for",
                    "By when",
                    "The newest figure",
                    "Why this much, and by then",
                ),
                rows,
            ),
        ],
    )
