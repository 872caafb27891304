"""Which findings does a group let stand, and does each waiver still have something to waive?"""

from collections.abc import Collection, Iterable, Iterator

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.waivers import Waiver
from obamodel.errors import find_nearest
from obamodel.review import sources
from obamodel.review.findings import Finding, Severity
from obamodel.review.wording import name_thing

UNKNOWN_RULE = "waiver-of-unknown-rule"
MATCHES_NOTHING = "waiver-matches-nothing"


def apply_waivers(evaluation: Evaluation, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put beside each finding the waivers that bear on it; the finding itself still shows."""
    return tuple(
        attrs.evolve(
            finding,
            waivers=tuple(waiver for waiver in evaluation.waivers if _bears_on(waiver, finding)),
        )
        for finding in findings
    )


def check_waivers(
    evaluation: Evaluation, findings: Collection[Finding], codes: Collection[str]
) -> Iterator[Finding]:
    """Find waivers of rules that do not exist, and waivers with nothing left to waive.

    Parameters
    ----------
    evaluation
        The evaluation with its waivers.
    findings
        What the rules found in it.
    codes
        The codes of all the rules that were asked.
    """
    for waiver in evaluation.waivers:
        if waiver.rule not in codes:
            nearest = find_nearest(waiver.rule, codes)
            yield _find(
                UNKNOWN_RULE,
                waiver,
                f"A finding called “{waiver.rule}” is let stand, and there is no such finding.",
                f"Write “{nearest}” if that is meant, or take the line out."
                if nearest
                else "Check the name of the finding, or take the line out.",
            )
        elif not any(_bears_on(waiver, finding) for finding in findings):
            which = (
                f" for {name_thing(evaluation.find(waiver.about), briefly=True)}"
                if waiver.about
                else ""
            )
            yield _find(
                MATCHES_NOTHING,
                waiver,
                f"The finding “{waiver.rule}” is let stand{which}, "
                "and it is not found there any more.",
                "Take the line out, since there is nothing left to let stand.",
            )


def _bears_on(waiver: Waiver, finding: Finding) -> bool:
    return waiver.rule == finding.code and waiver.about in ("", finding.about, *finding.concerns)


def _find(code: str, waiver: Waiver, sentence: str, mend: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WORTH_ASKING,
        sentence=sentence,
        mend=mend,
        source=sources.PRACTICE,
        place="what is let stand",
        about=waiver.about,
        concerns=(waiver.about,) if waiver.about else (),
    )
