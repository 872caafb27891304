"""The answer to: for which groups has the curve turned?"""

import html
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.breakdowns import Part, PartState
from obamodel.stats.answers import join_names, refuse_truth, say_number
from obamodel.stats.turning.curves import CurveAnswer
from obamodel.stats.turning.judging import rank_verdict
from obamodel.stats.turning.words import Verdict

if TYPE_CHECKING:
    import pandas as pd


# From the best to the worst, and then those that are no answer yet.
_IN_ORDER = sorted(Verdict, key=lambda one: -1 if (rank := rank_verdict(one)) is None else rank)[
    ::-1
]


def _as_read_only(answers: Mapping[str, CurveAnswer]) -> Mapping[str, CurveAnswer]:
    return MappingProxyType(dict(answers))


@frozen(kw_only=True)
class GroupCurves:
    """Whether the curve of each group has turned, with the groups that have no curve.

    Parameters
    ----------
    name
        What the groups share, such as the measure.
    answers
        For each group, by its name, in the order given: its verdict among as many as were judged.
    uncounted
        The groups without a number.
    """

    name: str
    answers: Mapping[str, CurveAnswer] = field(converter=_as_read_only, hash=False)
    uncounted: tuple[Part, ...]

    __bool__ = refuse_truth

    @property
    def looked_at(self) -> int:
        """How many curves were judged together."""
        return len(self.answers)

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict on each group, by its name."""
        found = {group: answer.verdict for group, answer in self.answers.items()}
        return MappingProxyType(found)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh: what holds for all the groups first, then what is of one."""
        said = []
        if self.looked_at > 1:
            said.append(
                f"{self.looked_at} groups were looked at; a turn is said to be there only if it "
                "stands out among as many (Holm 1979)."
            )
            said.append(
                "That one group's curve turned and another's did not does not show that the two "
                "differ."
            )
        each = [answer.caveats for answer in self.answers.values()]
        shared = [one for one in (each[0] if each else ()) if all(one in other for other in each)]
        said += shared
        said += [
            f"{group}: {caveat}"
            for group, answer in self.answers.items()
            for caveat in answer.caveats
            if caveat not in shared
        ]
        return tuple(said)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        return " ".join(self._say())

    def _say(self) -> Iterator[str]:
        verb = "was judged" if self.looked_at == 1 else "were judged together"
        yield f"{self.name}: {say_number(self.looked_at, 'group')} {verb}."
        for verdict in _IN_ORDER:
            named = [group for group, found in self.verdicts.items() if found is verdict]
            if named:
                yield f"{verdict[0].upper()}{verdict[1:]}: {join_names(named)}."
        for part in self.uncounted:
            yield f"{part.name}: {part.state} ({part.reason})."
        if any(part.state is PartState.WITHHELD for part in self.uncounted):
            yield (
                "Taking several years together (pool_years), or groups or areas (pool_parts), may "
                "give numbers that can be shown."
            )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each group, those without a curve last.

        Returns
        -------
        pandas.DataFrame
            Columns ``group``, ``verdict`` (for a group without a curve, what is known of it),
            ``alone`` (the verdict it would have had alone; empty without a curve),
            ``looked_at``, ``points_before``, ``points_after`` and ``sentence``.
        """
        import pandas as pd

        rows: list[tuple[object, ...]] = []
        for group, answer in self.answers.items():
            alone = answer.verdict if answer.family is None else answer.family.alone
            numbers = (self.looked_at, answer.points_before, answer.points_after)
            rows.append((group, str(answer.verdict), str(alone), *numbers, answer.sentence))
        rows += [
            (part.name, str(part.state), "", self.looked_at, 0, 0, part.reason)
            for part in self.uncounted
        ]
        columns = [
            *("group", "verdict", "alone", "looked_at", "points_before", "points_after"),
            "sentence",
        ]
        return pd.DataFrame(rows, columns=columns)

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{html.escape(group)}</th><td>{html.escape(str(answer.verdict))}</td>"
            f"<td>{html.escape(answer.sentence)}</td></tr>"
            for group, answer in self.answers.items()
        )
        return f"<p>{html.escape(self.sentence)}</p><table>{rows}</table>"
