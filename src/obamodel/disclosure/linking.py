"""Which numbers of which tables are the same, or sums of one another?"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from obamodel.disclosure.shapes import (
    Cell,
    Shape,
    collect_groupings,
    cut_to_pieces,
    find_adding,
    find_categories,
    find_covers,
    find_dimensions,
    plain,
    reduce_dimensions,
)
from obamodel.domain.breakdowns import Overlap
from obamodel.domain.tables import Dimension

MOST_CORNERS = 3000
"""Above so many corners of three or more dimensions the tables cannot be audited together."""


Relation = tuple[tuple[Cell, int], ...]
"""Cells and what each is multiplied by; the sum is always nought."""


@frozen(kw_only=True)
class Links:
    """How the cells of several tables hang together.

    Parameters
    ----------
    cells
        Every cell that is in a table, or that can be worked out from those that are; sorted.
    relations
        What always adds up to nought.
    people
        The cells that count people by something sensitive; the others are only helps to reckon.
    too_many
        The names of the tables that hang together in too many ways to be audited exactly.
    """

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    people: frozenset[Cell]
    too_many: tuple[str, ...] = ()


def link_shapes(shapes: Sequence[Shape]) -> Links:
    """Find every number that tables share, and every sum that ties their numbers together.

    A reader who knows what the tables are about knows all of these: parts and wholes, places in
    two ways of grouping them, months and the year, running totals, and what is left when a
    published part is taken from a published whole.
    """
    linking = _Linking([*shapes, *cut_to_pieces(shapes)])
    for shape in linking.shapes:
        linking.link_table(shape)
    linking.link_groupings()
    linking.link_periods()
    linking.link_corners()
    cells = sorted(linking.cells)
    relations = sorted(linking.relations)
    people = frozenset(cell for cell in cells if linking.counts_people(cell))
    too_many = tuple(sorted(linking.too_many))
    return Links(cells=tuple(cells), relations=tuple(relations), people=people, too_many=too_many)


class _Linking:
    def __init__(self, shapes: Sequence[Shape]) -> None:
        self.shapes = shapes
        self.cells: set[Cell] = set()
        self.relations: set[Relation] = set()
        self.helps: set[Cell] = set()
        self.too_many: set[str] = set()
        self.sensitive = {
            plain(dimension.name)
            for shape in shapes
            for dimension in shape.dimensions
            if dimension.is_sensitive
        }
        self.groupings = collect_groupings(shapes)

    def counts_people(self, cell: Cell) -> bool:
        """Say whether a cell counts people by something sensitive."""
        return cell not in self.helps and any(name in self.sensitive for name, _ in cell.at)

    def relate(self, whole: Cell, parts: Iterable[Cell]) -> None:
        """Note that a cell is the sum of others."""
        terms = {whole: 1}
        for part in parts:
            terms[part] = terms.get(part, 0) - 1
        relation = tuple(sorted((cell, times) for cell, times in terms.items() if times))
        if relation:
            self.cells.update(terms)
            self.relations.add(relation)

    def help(self, *what: str, like: Cell) -> Cell:
        """Return a number that only helps to reckon: nobody is protected by hiding it."""
        cell = like._replace(at=(*like.at, ("~" + " ".join(what), "")))
        self.helps.add(cell)
        return cell

    def link_table(self, shape: Shape) -> None:
        names = [dimension.names for dimension in shape.dimensions]
        for at in itertools.product(*names):
            self.cells.add(shape.find_cell(at))
            for index, dimension in enumerate(shape.dimensions):
                if at[index] not in dimension.categories:
                    self._link_sum(shape, at, index, dimension)

    def _link_sum(
        self, shape: Shape, at: tuple[str, ...], index: int, dimension: Dimension
    ) -> None:
        whole = shape.find_cell(at)
        parts = [
            shape.find_cell((*at[:index], category, *at[index + 1 :]))
            for category in dimension.find_categories(at[index])
        ]
        complete = dimension.complete or at[index] != dimension.total
        if dimension.overlap is Overlap.EXCLUSIVE:
            rest = [] if complete else [_add_limit(whole, dimension.name, "~rest", parts)]
            self.relate(whole, [*parts, *rest])
            return
        for part in parts:
            self.relate(whole, [part, _add_limit(whole, dimension.name, "~not in", [part])])
        if complete:
            over = self.help("counted more than once", plain(dimension.name), like=whole)
            self.cells.add(over)
            terms = [(whole, -1), (over, -1), *((part, 1) for part in parts)]
            self.relations.add(tuple(sorted(terms)))

    def link_groupings(self) -> None:
        """Tie what one table groups to the parts that another shows."""
        todo = sorted(self.cells)
        while todo:
            cell = todo.pop()
            for index, (name, category) in enumerate(cell.at):
                members = self.groupings.get((name, category))
                if members is None:
                    continue
                parts = [
                    cell._replace(
                        at=tuple(sorted((*cell.at[:index], (name, each), *cell.at[index + 1 :])))
                    )
                    for each in members
                ]
                todo += sorted(set(parts) - self.cells)
                self.relate(cell, parts)

    def link_periods(self) -> None:
        """Tie months to the year, running totals to one another, and pooled years to theirs."""
        adds = find_adding(self.shapes)
        times: dict[tuple[str, tuple[tuple[str, str], ...]], set[tuple[str, str]]] = {}
        for cell in self.cells - self.helps:
            if cell.start:
                times.setdefault((cell.of, cell.at), set()).add((cell.start, cell.end))
        for (of, at), stretches in sorted(times.items()):
            if len(stretches) > 1:
                link = self._link_adding if adds.get(of, False) else self._link_same_again
                link(of, at, sorted(stretches))

    def _link_adding(
        self, of: str, at: tuple[tuple[str, str], ...], stretches: Sequence[tuple[str, str]]
    ) -> None:
        cuts = sorted({day for stretch in stretches for day in stretch})
        pieces = list(itertools.pairwise(cuts))
        for start, end in stretches:
            inside = [piece for piece in pieces if start <= piece[0] and piece[1] <= end]
            if len(inside) > 1:
                whole = Cell(of, start, end, at)
                self.relate(whole, [Cell(of, first, last, at) for first, last in inside])

    def _link_same_again(
        self, of: str, at: tuple[tuple[str, str], ...], stretches: Sequence[tuple[str, str]]
    ) -> None:
        for start, end in stretches:
            whole = Cell(of, start, end, at)
            within = [
                each
                for each in stretches
                if start <= each[0] and each[1] <= end and each != (start, end)
            ]
            for first, last in within:
                part = Cell(of, first, last, at)
                if first == start:  # a running total: what is added since is people who are new
                    self.relate(whole, [part, _add_limit(whole, "~time", f"new since {last}", ())])
                else:
                    rest = self.help("came only at another time than", first, last, like=whole)
                    self.relate(whole, [part, rest])
            for number, cover in enumerate(find_covers((start, end), within)):
                over = self.help("came again", str(number), like=whole)
                self.cells.add(over)
                parts = [(Cell(of, first, last, at), 1) for first, last in cover]
                self.relations.add(tuple(sorted([(whole, -1), (over, -1), *parts])))

    def link_corners(self) -> None:
        """Where tables go round in a ring, tie them to the people they all count.

        Age by sex, sex by place and place by age allow less together than their totals show. Where
        tables do not go round in a ring, their totals show all there is (Lauritzen 1996).
        """
        groups: dict[tuple[str, str, str], list[Shape]] = {}
        for shape in self.shapes:
            groups.setdefault((shape.of, shape.start, shape.end), []).append(shape)
        for (of, start, end), shapes in sorted(groups.items()):
            core = reduce_dimensions([find_dimensions(shape) for shape in shapes])
            if not core:
                continue
            names = sorted({name for each in core for name in each})
            categories = find_categories(shapes, names)
            corners = 1
            for those in categories.values():
                corners *= len(those)
            if not categories or corners > MOST_CORNERS:
                in_it = [shape for shape in shapes if find_dimensions(shape) & set(names)]
                self.too_many |= {shape.name for shape in in_it}
                continue
            for each in core:
                self._link_corner(Cell(of, start, end, ()), sorted(each), names, categories)

    def _link_corner(
        self,
        everybody: Cell,
        shown: Sequence[str],
        names: Sequence[str],
        categories: Mapping[str, tuple[str, ...]],
    ) -> None:
        others = [name for name in names if name not in shown]
        for at in itertools.product(*(categories[name] for name in shown)):
            whole = dict(zip(shown, at, strict=True))
            parts = [
                everybody._replace(
                    at=tuple(sorted({**whole, **dict(zip(others, rest, strict=True))}.items()))
                )
                for rest in itertools.product(*(categories[name] for name in others))
            ]
            self.relate(everybody._replace(at=tuple(sorted(whole.items()))), parts)


def _add_limit(cell: Cell, name: str, what: str, parts: Iterable[Cell]) -> Cell:
    """Return the people of a cell who are in none of its parts."""
    named = sorted(
        {
            value
            for part in parts
            for limit in part.at
            if limit not in cell.at
            for value in limit[1:]
        }
    )
    return cell._replace(at=tuple(sorted((*cell.at, (plain(name), f"{what} {named}")))))
