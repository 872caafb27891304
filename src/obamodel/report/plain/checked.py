"""About this paper: who has checked it, and may it call itself Easy Read?"""

from collections.abc import Sequence

from obamodel.domain.easy_read import EasyReadCheck
from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Paragraph, Section
from obamodel.report.plain.reading import CHECKED_PART
from obamodel.report.plain.telling import quote, say_each, start_section

EASY_READ = "Easy Read"
PLAIN_WORDS = "In plain words"
NOT_CHECKED = (
    "No group of people with learning disabilities has checked this paper.",
    "So we do not call it Easy Read.",
)
EARLIER = (
    "These words were checked as they were before.",
    "Then the words changed.",
    "So we do not call this one Easy Read.",
)
CHECKED = "They are people with learning disabilities. They checked this paper."
SAID = "This is what they said:"
CHANGED = "This is what we changed:"


def find_check(checks: Sequence[EasyReadCheck], mark: str) -> EasyReadCheck | None:
    """Find the last check of a text with this very mark; none where no such text was checked.

    Examples
    --------
    >>> find_check((), "0a1b-2c3d-4e5f") is None
    True
    """
    return next((one for one in reversed(checks) if one.mark == mark), None)


def write_checked(checks: Sequence[EasyReadCheck], mark: str) -> Section:
    """Write who has checked this text, or that nobody has."""
    found = find_check(checks, mark)
    blocks: list[Block] = []
    if found is not None:
        blocks += _tell_check(found)
        blocks.append(Paragraph(CHECKED))
        if found.said:
            blocks += [Paragraph(SAID), quote((said, "") for said in found.said)]
        if found.changed:
            blocks += [Paragraph(CHANGED), quote((said, "") for said in found.changed)]
    elif checks:
        blocks += [Paragraph(EARLIER[0]), *_tell_check(checks[-1])]
        blocks += [Paragraph(said) for said in EARLIER[1:]]
    else:
        blocks += [Paragraph(said) for said in NOT_CHECKED]
    blocks += say_each([f"The mark of this text is {mark}. If the words change, so does the mark."])
    made = start_section(CHECKED_PART, "Who checked this paper?", Sign.CHECKED, blocks)
    assert made is not None
    return made


def _tell_check(check: EasyReadCheck) -> list[Block]:
    return [Paragraph(f"Who: {check.group}."), Paragraph(f"When: {check.on.in_words()}.")]
