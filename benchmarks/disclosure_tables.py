"""How long does protecting a table take, and does an attacker recover anything from very many?

The first part times protecting and auditing a table of 12 by 8 with its totals, the audit of what
is published included. The second protects random tables and attacks each with the attacker of the
tests, who shares no code with the protector: once as a reader who knows the rule, and once as one
who has guessed right which of the hidden numbers are the small ones. The third lets the same
attacker loose on the same tables hidden in two usual ways: only the small numbers, and so many
more that every row and column that hides anything hides two.

Run from the top of the project: python -m benchmarks.disclosure_tables --tables 10000
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

import numpy as np

from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.protection import Preset
from obamodel.domain.tables import CountTable
from tests.disclosure.attacker import Attacker, read_crosstab
from tests.disclosure.small_tables import choose, draw_table, make_crosstab, make_lines
from tests.disclosure.test_random_tables import ROUNDED_AWAY, find_small
from tests.disclosure.usual_ways import At, hide_small, hide_two, print_hidden

PRESETS = tuple(preset for preset in Preset if preset is not Preset.NONE)
SHAPES = ((3, 3), (4, 3), (5, 4), (7, 4), (2, 8))
RESULTS = Path(__file__).parent / "results" / "disclosure_tables.md"
# What the page on disclosure shows of it.
PAGE = Path(__file__).parent.parent / "docs" / "_disclosure" / "attacked.md"


def time_protection(rounds: int) -> Iterator[str]:
    """Time the protection of tables of 12 by 8 with totals."""
    yield "| rule | tables | median seconds | most seconds |"
    yield "|---|--:|--:|--:|"
    for preset in PRESETS:
        seconds = []
        for number in range(rounds):
            table = make_crosstab(draw_table(np.random.default_rng([8, number]), 12, 8))
            start = time.perf_counter()
            publish_tables([table], choose(preset))
            seconds.append(time.perf_counter() - start)
        middle, most = statistics.median(seconds), max(seconds)
        yield f"| {preset} | {rounds} | {middle:.2f} | {most:.2f} |"


def draw(number: int) -> CountTable:
    """Draw one of the random tables with its totals."""
    shape = SHAPES[number // len(PRESETS) % len(SHAPES)]
    return make_crosstab(draw_table(np.random.default_rng([9, number]), *shape))


def count_rounded(table: CountTable, preset: Preset) -> int:
    """Count the small numbers that a rule only rounds, where it hides none."""
    if preset is not Preset.HESA:
        return 0
    return sum(1 <= (cell.number or 0) <= ROUNDED_AWAY for cell in table.cells)


def attack_published(tables: int) -> Iterator[str]:
    """Protect random tables, attack them and say what was recovered."""
    yield (
        "| rule | tables | withheld whole | small | hidden | under three values | recovered | "
        "recovered by a guess |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for place, preset in enumerate(PRESETS):
        done = withheld = small = hidden = narrow = recovered = guessed = 0
        for number in range(place, tables, len(PRESETS)):
            table = draw(number)
            release = publish_tables([table], choose(preset))
            done += 1
            if not release.tables:
                withheld += 1
                continue
            seen = read_crosstab(release.tables[0], make_lines(table))
            truth = find_small(table, preset)
            reader = Attacker([seen], str(preset))
            small += sum(truth.values()) or count_rounded(table, preset)
            hidden += len(reader.hidden)
            narrow += len(reader.find_narrow(3))
            recovered += len(reader.recover()) + len(reader.recover_rounded(ROUNDED_AWAY))
            guesser = Attacker([seen], str(preset), truth)
            guessed += sum(truth[at] for at in guesser.recover())
        row = (done, withheld, small, hidden, narrow, recovered, guessed)
        yield f"| {preset} | {' | '.join(f'{each:,}' for each in row)} |"


def is_leaky(table: CountTable, hidden: Set[At]) -> bool:
    """Say whether the attacker recovers any number of a table hidden like that."""
    return bool(Attacker([print_hidden(table, hidden)], "under5").recover())


USUAL = {
    "what is under five": hide_small,
    "what is under five, and two in every row and column that hides one": hide_two,
}


def attack_usual(tables: int) -> Iterator[str]:
    """Attack the same tables hidden in the usual ways."""
    yield "| way | tables that hide something | of these give a number away (%) |"
    yield "|---|--:|--:|"
    for name, hide in USUAL.items():
        found = [
            is_leaky(table, hidden) for table in map(draw, range(tables)) if (hidden := hide(table))
        ]
        yield f"| {name} | {len(found):,} | {100 * sum(found) / max(len(found), 1):.1f} |"


def write_results(options: argparse.Namespace) -> Iterator[str]:
    """Say everything, a line at a time."""
    yield "# Protected tables, attacked"
    yield ""
    yield (
        f"Written by `python -m benchmarks.disclosure_tables --tables {options.tables} "
        f"--usual {options.usual}`: random tables with all their totals, most cells small."
    )
    yield ""
    yield "## Protecting and auditing a table of 12 by 8 with totals"
    yield ""
    yield from time_protection(options.rounds)
    yield ""
    yield f"## {options.tables:,} random tables, the rules in turn"
    yield ""
    yield (
        "The attacker is that of the tests: written apart from the protector, it knows the rule "
        "and the rounding. *Under three values*: hidden numbers that it can narrow down to one or "
        "two. *Recovered*: known exactly; so are small numbers that are only rounded. *Recovered "
        "by a guess*: small numbers found by one who has also guessed right which of the hidden "
        "numbers are small."
    )
    yield ""
    yield from attack_published(options.tables)
    yield ""
    yield "## The same attacker, and tables hidden in the usual ways"
    yield ""
    yield from attack_usual(options.usual)


def tell_page(lines: Sequence[str]) -> Iterator[str]:
    """Say in short what was found, for readers of the documentation."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    usual = [row for row in rows if len(row) == 3 and row[0] in USUAL]
    ours = [row for row in rows if len(row) == 8 and row[0] in [str(preset) for preset in PRESETS]]
    yield "| how it was hidden | tables | of these give a number away (%) |"
    yield "|---|--:|--:|"
    yield from (f"| {' | '.join(row)} |" for row in usual)
    for row in ours:
        if row[6] != "0":
            raise SystemExit(f"{row[0]}: {row[6]} numbers were recovered; the page is not written")
        yield f"| by this library, with the rules `{row[0]}` | {row[1]} | 0.0 |"


def main() -> None:
    """Time the protection, attack what comes of it, and keep the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--tables", type=int, default=10_000)
    parser.add_argument("--usual", type=int, default=2_000)
    lines = []
    for line in write_results(parser.parse_args()):
        print(line, flush=True)
        lines.append(line)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(tell_page(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
