"""How long does protecting a table take, and does an attacker recover anything from very many?

The first part times protecting and auditing a table of 12 by 8 with its totals, the audit of what
is published included. The second protects random tables and attacks each with the attacker of the
tests, who shares no code with the protector: once as a reader who knows the rule, and once as one
who has guessed right which of the hidden numbers are the small ones.

Run from the top of the project: python -m benchmarks.disclosure_tables --tables 10000
"""

import argparse
import statistics
import time

import numpy as np

from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.protection import Preset
from tests.disclosure.attacker import Attacker, read_crosstab
from tests.disclosure.small_tables import choose, draw_table, make_crosstab, make_lines
from tests.disclosure.test_random_tables import find_small

PRESETS = tuple(preset for preset in Preset if preset is not Preset.NONE)
SHAPES = ((3, 3), (4, 3), (5, 4), (7, 4), (2, 8))


def measure(rounds: int) -> None:
    """Time the protection of tables of 12 by 8 with totals."""
    print(f"12 by 8 with totals, {rounds} tables a preset (aim: under 5 s):")
    for preset in PRESETS:
        seconds = []
        for number in range(rounds):
            table = make_crosstab(draw_table(np.random.default_rng([8, number]), 12, 8))
            start = time.perf_counter()
            publish_tables([table], choose(preset))
            seconds.append(time.perf_counter() - start)
        print(
            f"  {preset:6} median {statistics.median(seconds):5.2f} s, most {max(seconds):5.2f} s"
        )


def attack(tables: int) -> None:
    """Protect random tables, attack them and print what was recovered."""
    print(f"{tables} random tables, the presets in turn:")
    print("  preset  tables  withheld  small  hidden  recovered  recovered by a lucky guess")
    for place, preset in enumerate(PRESETS):
        done = withheld = small = hidden = recovered = guessed = 0
        for number in range(place, tables, len(PRESETS)):
            shape = SHAPES[number // len(PRESETS) % len(SHAPES)]
            table = make_crosstab(draw_table(np.random.default_rng([9, number]), *shape))
            release = publish_tables([table], choose(preset))
            done += 1
            if not release.tables:
                withheld += 1
                continue
            seen = read_crosstab(release.tables[0], make_lines(table))
            truth = find_small(table, preset)
            reader = Attacker([seen], str(preset))
            small += sum(truth.values())
            hidden += len(reader.hidden)
            recovered += len(reader.recover())
            guesser = Attacker([seen], str(preset), truth)
            guessed += sum(truth[at] for at in guesser.recover())
        print(
            f"  {preset:6} {done:7} {withheld:9} {small:6} {hidden:7} {recovered:10} {guessed:10}"
        )


def main() -> None:
    """Time the protection and attack what comes of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--tables", type=int, default=10_000)
    options = parser.parse_args()
    measure(options.rounds)
    attack(options.tables)


if __name__ == "__main__":
    main()
