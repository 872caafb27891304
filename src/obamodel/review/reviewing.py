"""What would a seasoned practitioner query in an evaluation?"""

import html
from typing import TYPE_CHECKING, NoReturn

from attrs import frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.review.findings import Finding, Severity
from obamodel.review.own_words import put_in_own_words
from obamodel.review.rules import RULES
from obamodel.review.waivers import apply_waivers, check_waivers
from obamodel.stats.answers import say_number

if TYPE_CHECKING:
    import pandas as pd

HEADINGS = {
    Severity.GAP: "Gaps",
    Severity.WORTH_ASKING: "Worth asking",
    Severity.NOTE: "Notes",
}
LET_STAND = "Let stand, with a reason"


@frozen(kw_only=True)
class Review:
    """What a review found, in the order of its rules.

    Parameters
    ----------
    findings
        Every finding, those that are let stand among them.
    rules_run
        The codes of the rules that were asked.
    """

    findings: tuple[Finding, ...]
    rules_run: tuple[str, ...]

    def __bool__(self) -> NoReturn:
        """Refuse to stand for yes or no: a review is read, not passed or failed.

        Raises
        ------
        TypeError
            Always; it says what to ask instead.
        """
        raise TypeError("a Review is neither true nor false; ask for its .findings or its .open")

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has let stand."""
        return tuple(finding for finding in self.findings if not finding.is_waived)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that are let stand, with who did so, when and why."""
        return tuple(finding for finding in self.findings if finding.is_waived)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return (
            "A finding is a question, not a mark: people decide what to do about it.",
            "Where words are read rather than facts, a finding says “may”.",
        )

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        counted = [
            say_number(sum(finding.severity is severity for finding in self.open), thing)
            for severity, thing in (
                (Severity.GAP, "gap"),
                (Severity.WORTH_ASKING, "thing"),
                (Severity.NOTE, "note"),
            )
        ]
        said = (
            f"The review asked {say_number(len(self.rules_run), 'question')} and found "
            f"{counted[0]}, {counted[1]} worth asking and {counted[2]}."
        )
        if self.waived:
            verb = "is" if len(self.waived) == 1 else "are"
            said += f" {say_number(len(self.waived), 'finding')} {verb} let stand, with a reason."
        return said

    def group(self) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """Group the findings under headings: open ones by how much they weigh, then the others.

        Headings with nothing under them are left out.
        """
        groups = [
            (heading, tuple(found for found in self.open if found.severity is severity))
            for severity, heading in HEADINGS.items()
        ]
        return tuple(
            (heading, found) for heading, found in [*groups, (LET_STAND, self.waived)] if found
        )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each finding.

        Returns
        -------
        pandas.DataFrame
            Columns ``code``, ``severity``, ``place``, ``about``, ``sentence``, ``mend``,
            ``source``, ``concerns`` (the names of all the things concerned, with spaces between
            them), ``waived`` (true or false) and ``waived_because`` (empty where it is open).
        """
        import pandas as pd

        rows = [
            (
                finding.code,
                str(finding.severity),
                finding.place,
                finding.about,
                finding.sentence,
                finding.mend,
                finding.source,
                " ".join(finding.concerns),
                finding.is_waived,
                "; ".join(waiver.judged.reason for waiver in finding.waivers)
                if finding.is_waived
                else "",
            )
            for finding in self.findings
        ]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def __str__(self) -> str:
        lines = [self.sentence]
        for heading, findings in self.group():
            lines += ["", heading]
            for finding in findings:
                first, *rest = str(finding).splitlines()
                lines += [f"- {first}", *(f"  {line.strip()}" for line in rest)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [f"<p>{html.escape(self.sentence)}</p>"]
        for heading, findings in self.group():
            items = "".join(
                "<li>" + "<br>".join(map(html.escape, str(finding).splitlines())) + "</li>"
                for finding in findings
            )
            parts.append(f"<h4>{html.escape(heading)}</h4><ul>{items}</ul>")
        return "".join(parts)


COLUMNS = (
    "code",
    "severity",
    "place",
    "about",
    "sentence",
    "mend",
    "source",
    "concerns",
    "waived",
    "waived_because",
)


def review_evaluation(evaluation: Evaluation) -> Review:
    """Ask of an evaluation what a seasoned practitioner would ask.

    Nothing is refused: what departs from strict outcomes-based accountability is found and said,
    with a way to mend it, in the words of the group. A finding can be let stand by a waiver in the
    evaluation, and shows.

    Examples
    --------
    >>> review = review_evaluation(Evaluation(id="empty", title="Nothing written yet"))
    >>> [finding.code for finding in review.findings]
    ['no-outcome']
    """
    codes = tuple(rule.code for rule in RULES)
    found = apply_waivers(
        evaluation, (finding for rule in RULES for finding in rule.review(evaluation))
    )
    findings = (*found, *check_waivers(evaluation, found, codes))
    return Review(findings=put_in_own_words(evaluation, findings), rules_run=codes)
