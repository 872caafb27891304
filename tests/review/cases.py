"""A case for a rule: an evaluation that makes it ask, or one that nearly does."""

from collections.abc import Iterable

import pytest
from attrs import frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.review import Finding, review_evaluation


@frozen
class Asks:
    """An evaluation about which a rule asks, and words that its finding says.

    Parameters
    ----------
    code
        The code of the rule.
    when
        What is so in the evaluation, as a test's name.
    evaluation
        The evaluation.
    says
        Words of the sentence.
    concerns
        The names of what it is about.
    """

    code: str
    when: str
    evaluation: Evaluation
    says: str
    concerns: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.code}: {self.when}"


@frozen
class Silent:
    """An evaluation about which a rule nearly asks, and does not."""

    code: str
    when: str
    evaluation: Evaluation

    def __str__(self) -> str:
        return f"{self.code}: {self.when}"


def each(cases: Iterable[Asks | Silent]) -> pytest.MarkDecorator:
    """Run a test once for each case, under its name."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=str(case)) for case in cases])


def find(code: str, evaluation: Evaluation) -> list[Finding]:
    """Find what one rule has to say about an evaluation."""
    return [finding for finding in review_evaluation(evaluation).findings if finding.code == code]


def expect_question(case: Asks) -> None:
    """Expect one finding, about the right things, that says the right words."""
    (finding,) = find(case.code, case.evaluation)
    assert case.says in finding.sentence
    assert finding.concerns == case.concerns


def expect_silence(case: Silent) -> None:
    """Expect no finding."""
    assert find(case.code, case.evaluation) == []
