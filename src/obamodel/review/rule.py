"""A rule: one query of a seasoned practitioner, as a small function with a stable code."""

from collections.abc import Callable, Iterator

from attrs import frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.review.findings import Finding, Severity
from obamodel.review.noticing import Noticed
from obamodel.review.wording import start

Notice = Callable[[Evaluation], Iterator[Noticed]]


@frozen(kw_only=True)
class Rule:
    """One query, with a stable code.

    Parameters
    ----------
    code
        Its stable code, by which it is waived.
    severity
        How much its findings weigh.
    source
        Who asks for it.
    asks
        What a seasoned practitioner would ask, in words.
    notice
        The function that looks for it.
    """

    code: str
    severity: Severity
    source: str
    asks: str
    notice: Notice

    def review(self, evaluation: Evaluation) -> tuple[Finding, ...]:
        """Return what this rule finds in an evaluation."""
        return tuple(
            Finding(
                code=self.code,
                severity=self.severity,
                source=self.source,
                place=noticed.place,
                sentence=noticed.sentence,
                mend=noticed.mend,
                about=noticed.about,
                concerns=noticed.concerns,
            )
            for noticed in self.notice(evaluation)
        )


def rule(code: str, *, severity: Severity, source: str) -> Callable[[Notice], Rule]:
    """Make a rule of the function below: its docstring says what a practitioner would ask."""

    def make_rule(notice: Notice) -> Rule:
        return Rule(
            code=code,
            severity=severity,
            source=source,
            asks=start((notice.__doc__ or "").strip().removeprefix("Ask: ")),
            notice=notice,
        )

    return make_rule
