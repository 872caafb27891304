"""Which further numbers must be hidden, so that no small one can be worked out?

As few as possible are chosen, the smaller ones first where that leaves a choice, with a solver that
is told step by step what the attacker can do (Fischetti and Salazar 2001). What a small number is
never enters the choice, only that it is small; so the choice gives no more away than it must.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from obamodel.disclosure.exposing import Readers
from obamodel.disclosure.situation import Situation
from obamodel.disclosure.worlds import UnfinishedError

MOST_ROUNDS = 40
MOST_NODES = 5000
MARGIN_WEIGHT = 1.5
"""A total is worth more to a reader than a part: it is hidden where that saves two parts."""


class UnreachableError(Exception):
    """However much is hidden, some numbers can still be worked out.

    Parameters
    ----------
    exposed
        The places of those numbers.
    """

    def __init__(self, exposed: Iterable[int]) -> None:
        self.exposed: tuple[int, ...] = tuple(exposed)
        super().__init__(self.exposed)


def choose_hidden(situation: Situation, *, guessed: bool = True) -> frozenset[int]:
    """Choose what is hidden: what the rule hides, and as little more as keeps that hidden.

    Parameters
    ----------
    situation
        What a reader knows of each number.
    guessed
        Whether to guard also against a reader who has guessed right which of the hidden numbers
        are small: that is always done for what leaves the house.

    Returns
    -------
    frozenset of int
        The places of all hidden cells. Every one of them can have three values or more; and none
        that is small can be known exactly, even where it has been guessed which are small.

    Raises
    ------
    UnreachableError
        When nothing that may be hidden is enough.
    UnfinishedError
        When the audit cannot come to an end.
    """
    readers = Readers(situation, (True, False) if guessed else (False,))
    if not readers.find_exposed(situation.small):
        return situation.small
    able = _find_able(situation, readers)
    return _Choice(evolve(situation, may_hide=able), readers).run()


def _find_able(situation: Situation, readers: Readers) -> frozenset[int]:
    """Find what may be hidden and would stay so: some numbers follow from what has to be shown.

    The fewer are hidden, the more a reader knows. So what can be worked out even where everything
    is hidden can never be hidden, and is left to be shown.
    """
    able = situation.may_hide
    while exposed := {index for index, _ in readers.find_exposed(situation.small | able)}:
        if exposed - able:
            raise UnreachableError(sorted(exposed))
        able -= exposed
    return able


class _Choice:
    def __init__(self, situation: Situation, readers: Readers) -> None:
        self.situation = situation
        self.readers = readers
        self.candidates = sorted(situation.may_hide)
        self.column = {index: column for column, index in enumerate(self.candidates)}
        self.cost = self._weigh()
        self.cuts: dict[tuple[tuple[tuple[int, float], ...], float], None] = {}
        self.forced: frozenset[int] = frozenset()
        self._prepare()

    def _weigh(self) -> NDArray[np.float64]:
        """Say what it costs to hide each: first how many, then how much is lost."""
        cells = self.situation.links.cells
        numbers = [self.situation.numbers[index] or 0 for index in self.candidates]
        whole = float(sum(numbers)) or 1.0
        deepest = max(len(cell.at) for cell in cells)
        return np.array(
            [
                (1.0 if len(cells[index].at) == deepest else MARGIN_WEIGHT) + 0.4 * number / whole
                for index, number in zip(self.candidates, numbers, strict=True)
            ]
        )

    def run(self) -> frozenset[int]:
        situation = self.situation
        for turn in range(MOST_ROUNDS + len(self.candidates) + 1):
            chosen = self._solve()
            hidden = situation.small | chosen
            exposed = self.readers.find_exposed(hidden)
            if not exposed:
                return self._trim(hidden) if turn > MOST_ROUNDS else hidden
            for index, told in exposed:
                self._cut(index, hidden, told=told)
            if turn >= MOST_ROUNDS:
                self.forced |= chosen  # from here on it only grows, and so comes to an end
        raise UnfinishedError("the choice came to no end")

    def _trim(self, hidden: frozenset[int]) -> frozenset[int]:
        """Show again what need not be hidden, the largest first."""
        order = sorted(
            hidden & self.situation.may_hide,
            key=lambda index: (-(self.situation.numbers[index] or 0), index),
        )
        for index in order:
            fewer = hidden - {index}
            if not self.readers.find_exposed(fewer):
                hidden = fewer
        return hidden

    def _solve(self) -> frozenset[int]:
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        size = len(self.candidates)
        lower = np.zeros(size)
        lower[[self.column[index] for index in sorted(self.forced)]] = 1
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        right = []
        for row, (terms, needed) in enumerate(self.cuts):
            rows += [row] * len(terms)
            columns += [column for column, _ in terms]
            values += [value for _, value in terms]
            right.append(needed)
        limits = []
        if right:
            matrix = csr_array((values, (rows, columns)), shape=(len(right), size))
            limits = [LinearConstraint(matrix, np.array(right))]
        result: Any = milp(
            self.cost,
            integrality=np.ones(size, dtype=np.int64),
            bounds=Bounds(lower, np.ones(size)),
            constraints=limits,
            options={"node_limit": MOST_NODES, "mip_rel_gap": 1e-6},
        )
        if result.x is None:
            raise UnfinishedError("the solver came to no end")
        return frozenset(index for index in self.candidates if result.x[self.column[index]] > 0.5)

    # --- what the attacker could do, told to the solver --------------------------------------

    def _prepare(self) -> None:
        """Write down the relations for the attacker's sums, without the numbers nobody can hide."""
        from scipy.sparse import csr_array

        situation = self.situation
        size = len(situation.numbers)
        rows, columns, values = [], [], []
        for row, terms in enumerate(situation.relations):
            for index, times in terms:
                rows.append(row)
                columns.append(index)
                values.append(float(times))
        self.matrix = csr_array((values, (rows, columns)), shape=(len(situation.relations), size))
        self.shown = np.array([situation.open_lower, situation.open_upper])
        self.veiled = {
            True: np.array([situation.told_lower, situation.told_upper]),
            False: np.array([situation.hidden_lower, situation.hidden_upper]),
        }
        self._cut_lines()

    def _cut_lines(self) -> None:
        """Tell at once what is plain: who is hidden alone in an exact sum is not hidden."""
        situation = self.situation
        exact = situation.open_lower == situation.open_upper
        hideable = situation.small | situation.may_hide
        for terms in situation.relations:
            members = [index for index, _ in terms]
            if all(exact[index] or index in hideable for index in members):
                for index in members:
                    if index in hideable and not any(
                        other in situation.small for other in members if other != index
                    ):
                        others = [other for other in members if other != index]
                        self._add(index, [(other, 1.0) for other in others], 1.0)

    def _cut(self, index: int, hidden: frozenset[int], *, told: bool) -> None:
        """Tell the solver why a number is exposed, and what would have to be hidden against it."""
        from scipy.optimize import linprog

        # It takes sparse tables, which its types do not know.
        solve_freely: Any = linprog

        situation = self.situation
        lower, upper = situation.bound(hidden, told=told)
        veiled = self.veiled[told]
        bounds = np.column_stack([lower, upper]).astype(float)
        right = np.zeros(self.matrix.shape[0])
        fixed = 0.0
        gains = np.zeros(len(situation.numbers))
        for sign in (-1.0, 1.0):
            wanted = np.zeros(len(situation.numbers))
            wanted[index] = sign
            result: Any = solve_freely(wanted, A_eq=self.matrix, b_eq=right, bounds=bounds)
            if result.status != 0:
                self._cut_plainly(index, hidden)
                return
            low, high = result.lower.marginals, result.upper.marginals
            fixed -= float(low @ self.shown[0] + high @ self.shown[1])
            gains -= low * (veiled[0] - self.shown[0]) + high * (veiled[1] - self.shown[1])
        wanted_range = situation.find_wanted(index, hidden, told=told) - 1
        always = sum(gains[each] for each in situation.small)
        if index in situation.may_hide and index in hidden:
            always += gains[index]
        needed = wanted_range - fixed - always
        others = [
            (each, float(min(gains[each], needed)))
            for each in self.candidates
            if (each != index or index not in hidden) and gains[each] > 1e-6
        ]
        reached = sum(gain for each, gain in others if each in hidden)
        if needed < 1e-6 or reached > needed - 1e-6:
            # In whole people less is possible than in fractions of them.
            self._cut_plainly(index, hidden)
            return
        self._add(index, [(each, gain / needed) for each, gain in others], 1.0)

    def _cut_plainly(self, index: int, hidden: frozenset[int]) -> None:
        others = [(each, 1.0) for each in self.candidates if each not in hidden]
        self._add(index, others, 1.0)

    def _add(self, index: int, terms: Sequence[tuple[int, float]], needed: float) -> None:
        row = {self.column[each]: round(value, 9) for each, value in terms if each in self.column}
        conditional = index in self.column and index not in self.situation.blurred
        if conditional:
            row[self.column[index]] = -needed  # only where it is hidden itself
            needed = 0.0
        self.cuts[tuple(sorted(row.items())), needed] = None
