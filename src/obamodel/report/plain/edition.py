"""The plain-words edition of an evaluation, from the same facts as its report."""

from collections.abc import Sequence

from attrs import evolve

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.releases import Release
from obamodel.report.document import Cards, Document, Kind, Section
from obamodel.report.material import gather_material
from obamodel.report.plain.beginning import (
    ABOUT,
    IN_A_BOX,
    write_about,
    write_for_whom,
    write_signs,
    write_wanted,
)
from obamodel.report.plain.better import write_better
from obamodel.report.plain.checked import EASY_READ, PLAIN_WORDS, find_check, write_checked
from obamodel.report.plain.done import write_done
from obamodel.report.plain.ending import write_next, write_unknown
from obamodel.report.plain.hard_words import write_hard_words
from obamodel.report.plain.reading import find_mark
from obamodel.report.plain.said import write_changed, write_said
from obamodel.report.plain.telling import make_telling, say_each


def write_plain(
    evaluation: Evaluation, *, internal: bool = False, earlier: Sequence[Release] = ()
) -> Document:
    """Write the plain-words edition: short sentences, one idea each, with pictures.

    It tells what was published and nothing else. What people wrote about their evaluation is told
    in the plain words they gave for it; where they gave none, it stands in a box as it is where
    it is short, and is left to the report where it is not. It calls itself Easy Read only when
    people with learning disabilities have checked this very text.

    Parameters
    ----------
    evaluation
        The evaluation.
    internal
        Whether to show what may not be published. Every page is then marked as not for
        publication.
    earlier
        What left the house before about the same people.

    Examples
    --------
    >>> edition = write_plain(Evaluation(id="new", title="A new start"))
    >>> edition.subtitle
    'In plain words'
    >>> print(*(part.title for part in edition.sections[:3]), sep=" ")
    What is this about? Is it getting better? What do we not know?
    """
    material = gather_material(evaluation, internal=internal, earlier=earlier)
    telling = make_telling(material.evaluation)
    said = write_said(material, telling)
    sections = [
        write_about(material, telling),
        write_for_whom(material, telling),
        write_wanted(material, telling),
        write_signs(material, telling),
        write_done(material, telling),
        said,
        write_changed(material, telling, had_voices=said is not None),
        write_better(material, telling),
        write_unknown(material, telling),
        write_next(material, telling),
    ]
    edition = Document(
        title=material.evaluation.title, internal=internal, kind=Kind.PLAIN, sections=sections
    )
    edition = _say_what_boxes_are(edition)
    edition = evolve(edition, sections=[*edition.sections, write_hard_words(edition, material)])
    mark = find_mark(edition)
    checks = material.evaluation.easy_read_checks
    return evolve(
        edition,
        subtitle=PLAIN_WORDS if find_check(checks, mark) is None else EASY_READ,
        sections=[*edition.sections, write_checked(checks, mark)],
    )


def _say_what_boxes_are(edition: Document) -> Document:
    """Say at the start what a box means, where there is one."""
    first, *others = edition.sections
    if not any(_has_box(section) for section in edition.sections):
        return edition
    place = 1 + len(ABOUT)  # after the picture, and what the paper is
    told = [*first.blocks[:place], *say_each([IN_A_BOX]), *first.blocks[place:]]
    explained = evolve(first, blocks=told)
    return evolve(edition, sections=[explained, *others])


def _has_box(section: Section) -> bool:
    own = any(isinstance(block, Cards) for block in section.blocks)
    return own or any(_has_box(one) for one in section.sections)
