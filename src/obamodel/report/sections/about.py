"""About this report: dates, sources, short forms and words."""

from obamodel.disclosure.presets import find_rule
from obamodel.domain.method import Abbreviation
from obamodel.domain.protection import Preset
from obamodel.plots.wording import without_stop
from obamodel.report.document import Note, Section, list_if_any, tabulate_words, write_paragraphs
from obamodel.report.material import Material


def write_about(material: Material) -> Section:
    """Write the timeline, the sources, the short forms and the words used."""
    evaluation = material.evaluation
    source = (
        f"The facts are taken from: {evaluation.source.rstrip('.')}." if evaluation.source else ""
    )
    return Section(
        id="about",
        title="About this report",
        blocks=write_paragraphs(source),
        sections=[
            Section(
                id="timeline",
                title="What happened when",
                blocks=[
                    tabulate_words(
                        "Timeline",
                        ("When", "What", "How sure"),
                        [
                            (
                                event.when.in_words(),
                                event.text,
                                "worked out" if event.inferred else "stated",
                            )
                            for event in evaluation.timeline
                        ],
                    )
                ],
            ),
            Section(
                id="sources",
                title="Sources",
                blocks=[
                    list_if_any(
                        ", ".join(
                            part for part in (one.author, one.title, one.year, one.used_for) if part
                        )
                        for one in evaluation.citations
                    )
                ],
            ),
            Section(
                id="abbreviations",
                title="Short forms",
                blocks=[
                    tabulate_words(
                        "Short forms",
                        ("Short form", "Stands for"),
                        [(one.short, _expand(one)) for one in evaluation.abbreviations],
                    )
                ],
            ),
            _write_words(material),
            _write_protection(material),
        ],
    )


def _expand(short: Abbreviation) -> str:
    said = short.stands_for or "not explained in the source"
    return f"{said} ({without_stop(short.note)})" if short.note else said


def _write_words(material: Material) -> Section:
    vocabulary = material.evaluation.vocabulary
    if vocabulary is None:
        return Section(id="words", title="Words")
    # Words that others are based on may wait to be checked too.
    to_check = material.vocabulary.to_check
    return Section(
        id="words",
        title="Words",
        blocks=[
            Note(f"About these words: {to_check}") if to_check else None,
            tabulate_words(
                "Words this group uses",
                ("Idea", "Word", "Why"),
                [
                    (one.idea.replace("_", " "), one.word, one.reason or "not recorded")
                    for one in vocabulary.words
                ],
            ),
            tabulate_words(
                "Words found in the documents",
                ("Word", "What it stands for there", "Where"),
                [
                    (one.word, one.idea.replace("_", " "), one.where or "not recorded")
                    for one in vocabulary.found
                ],
            ),
        ],
    )


def _write_protection(material: Material) -> Section:
    evaluation, release = material.evaluation, material.publication.release
    counted = evaluation.counts or evaluation.breakdowns or evaluation.series
    said = [find_rule(material.protection).sentence.replace(" (*)", "")]
    if material.protection.preset is Preset.NONE:
        said.append(material.protection.judged.reason)
    elif release.counts:
        said += release.notes[1:]
    return Section(
        id="protection",
        title="How few people are kept from being picked out",
        blocks=[*write_paragraphs(" ".join(said)), list_if_any(release.offers)] if counted else [],
    )
