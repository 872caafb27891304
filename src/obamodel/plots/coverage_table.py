"""Which factor informs which indicator, in a table."""

from collections.abc import Iterator

from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.observed_table import NOTHING, make_table
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.wording import end_sentence, say, say_first
from obamodel.stats.coverage import Coverage, Informed

EVIDENCE = "what people said or what changed"


def tabulate_coverage(answer: Coverage, words: Vocabulary) -> PictureTable | None:
    """List each factor with the indicators it informs, and what else bears on each indicator."""
    if not answer.indicators or not answer.factors:
        return None
    indicator = say_first(words, "indicator")
    groups = {group.id: group for group in answer.groups}
    rows = [
        (
            f"{factor.label} {factor.name}".strip(),
            _name_group(groups.get(factor.group)),
            *("yes" if one.id in factor.indicators else "no" for one in answer.indicators),
        )
        for factor in _sort_factors(answer)
    ]
    rows.append(
        (
            "Marks in the column",
            NOTHING,
            *(f"{len(answer.factors_for(one.id))}" for one in answer.indicators),
        )
    )
    rows.append(
        (
            f"Other evidence: {EVIDENCE}",
            NOTHING,
            *("yes" if answer.evidence[one.id] else "no" for one in answer.indicators),
        )
    )
    return make_table(
        (
            say_first(words, "factor"),
            "Group",
            *(f"{indicator} {one.label}" for one in answer.indicators),
        ),
        rows,
        _list_openings(answer, words),
    )


def _name_group(group: FactorGroup | None) -> str:
    return NOTHING if group is None else f"{group.label} {group.name}".strip()


def _sort_factors(answer: Coverage) -> list[Factor]:
    """Sort factors as they stand in the grid: by their groups, and last those without one."""
    order = [group.id for group in answer.groups]
    return sorted(
        answer.factors,
        key=lambda factor: order.index(factor.group) if factor.group in order else len(order),
    )


def _list_openings(answer: Coverage, words: Vocabulary) -> Iterator[str]:
    """List what each indicator says, and what is open in either direction."""
    indicator, factor = say_first(words, "indicator"), say(words, "factor")
    said = say_open(words)
    for one in answer.indicators:
        is_open = said.get(answer.informed_by(one.id), "")
        yield f"{indicator} {one.label}: {end_sentence(one.statement)} {is_open}".rstrip()
    for idle in answer.factors_without_indicator:
        yield f"{idle.label} {idle.name}: informs no {say(words, 'indicator')}."
    used = {one.group for one in answer.factors}
    for group in answer.groups:
        if group.id not in used:
            yield f"{_name_group(group)}: no {factor} yet."


def say_open(words: Vocabulary) -> dict[Informed, str]:
    """Say of an indicator that no factor informs what there is of it, if anything."""
    return {
        Informed.EVIDENCE_ONLY: f"Some evidence, no {say(words, 'factor')}.",
        Informed.NOTHING: "Nothing informs it yet.",
    }
