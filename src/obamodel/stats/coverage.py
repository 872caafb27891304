"""Which factors inform which indicators, and what is left open?"""

import html
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.indicators import Indicator
from obamodel.stats.answers import refuse_truth, say_number

if TYPE_CHECKING:
    import pandas as pd


class Informed(StrEnum):
    """What an indicator is informed by."""

    FACTOR = "a factor"
    EVIDENCE_ONLY = "evidence only"
    NOTHING = "nothing"


def _as_read_only(evidence: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(dict(evidence))


@frozen(kw_only=True)
class Coverage:
    """Factors against indicators, with the gaps in both directions.

    Parameters
    ----------
    indicators
        Every indicator, in the evaluation's order.
    factors
        Every factor, in the evaluation's order.
    groups
        The groups the factors belong to.
    evidence
        For each indicator, by its name: the feedback, influences and changes that bear on it.
    """

    indicators: tuple[Indicator, ...]
    factors: tuple[Factor, ...]
    groups: tuple[FactorGroup, ...]
    evidence: Mapping[str, tuple[str, ...]] = field(converter=_as_read_only, hash=False)

    __bool__ = refuse_truth

    @property
    def links(self) -> int:
        """How many times a factor informs an indicator."""
        return sum(len(factor.indicators) for factor in self.factors)

    def factors_for(self, indicator: str) -> tuple[Factor, ...]:
        """Return the factors that inform an indicator."""
        return tuple(factor for factor in self.factors if indicator in factor.indicators)

    def informed_by(self, indicator: str) -> Informed:
        """Say what an indicator is informed by: a factor, evidence only, or nothing."""
        if self.factors_for(indicator):
            return Informed.FACTOR
        return Informed.EVIDENCE_ONLY if self.evidence[indicator] else Informed.NOTHING

    @property
    def factors_without_indicator(self) -> tuple[Factor, ...]:
        """The factors that inform no indicator."""
        return tuple(factor for factor in self.factors if not factor.indicators)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return ("A link says a factor was meant to inform an indicator, not how well it did so.",)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        factors = say_number(len(self.factors), "factor")
        verb = "informs" if len(self.factors) == 1 else "inform"
        reached = sum(bool(self.factors_for(indicator.id)) for indicator in self.indicators)
        indicators = say_number(len(self.indicators), "indicator")
        links = say_number(self.links, "link")
        return " ".join(
            [f"{factors} {verb} {reached} of {indicators}, through {links}.", *self.gaps]
        )

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is left open, a sentence each."""
        said = []
        for indicator in self.indicators:
            informed = self.informed_by(indicator.id)
            if informed is Informed.EVIDENCE_ONLY:
                said.append(
                    f"No factor informs indicator {indicator.label}, "
                    "but some of what people said and what changed bears on it."
                )
            elif informed is Informed.NOTHING:
                said.append(f"Nothing in this evaluation informs indicator {indicator.label}.")
        said += [
            f"Factor {factor.label} ({factor.name}) informs no indicator."
            for factor in self.factors_without_indicator
        ]
        return tuple(said)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each factor and indicator.

        Returns
        -------
        pandas.DataFrame
            Columns ``factor``, ``factor_name``, ``group``, ``indicator`` and ``informs``
            (true or false).
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (factor.label, factor.name, factor.group, indicator.label, informs)
                for factor in self.factors
                for indicator in self.indicators
                for informs in (indicator.id in factor.indicators,)
            ],
            columns=["factor", "factor_name", "group", "indicator", "informs"],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def map_coverage(evaluation: Evaluation) -> Coverage:
    """Map which factors inform which indicators, and which have only evidence, or nothing.

    An indicator may be informed by a *factor*, by *evidence only* (feedback, influences and
    changes that bear on it, with no factor to gather more), or by *nothing*.

    Examples
    --------
    >>> from obamodel.domain.outcomes import Outcome
    >>> from obamodel.domain.population import Population
    >>> evaluation = Evaluation(
    ...     id="small",
    ...     title="A small evaluation",
    ...     populations=[Population(id="adults", name="Adults", who="all adults")],
    ...     outcomes=[Outcome(id="heard", statement="Views are heard.", population="adults")],
    ...     indicators=[
    ...         Indicator(id="one", label="1", statement="Views are on file.", outcome="heard"),
    ...         Indicator(id="two", label="2", statement="People are told.", outcome="heard"),
    ...     ],
    ...     factor_groups=[FactorGroup(id="ways", label="A", name="Ways in")],
    ...     factors=[Factor(id="a1", label="A1", name="Surveys", group="ways", indicators=["one"])],
    ... )
    >>> print(map_coverage(evaluation))  # doctest: +NORMALIZE_WHITESPACE
    1 factor informs 1 of 2 indicators, through 1 link.
    Nothing in this evaluation informs indicator 2.
    """
    evidence: dict[str, list[str]] = {indicator.id: [] for indicator in evaluation.indicators}
    bearing = [(feedback.id, feedback.bears_on) for feedback in evaluation.feedback]
    bearing += [(influence.id, influence.indicators) for influence in evaluation.influences]
    bearing += [(change.id, change.bears_on) for change in evaluation.changes]
    for source, names in bearing:
        for name in names:
            if name in evidence:
                evidence[name].append(source)
    return Coverage(
        indicators=evaluation.indicators,
        factors=evaluation.factors,
        groups=evaluation.factor_groups,
        evidence={name: tuple(found) for name, found in evidence.items()},
    )
