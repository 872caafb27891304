"""What can be said on the command line beside a file from elsewhere, which does not say it."""

import argparse
import json
from collections.abc import Iterable
from typing import Any

from obamodel.errors import Fault

_WORDS = (
    ("period", "the column of the periods"),
    ("value", "the column of the values"),
    ("kind", "count, share, rate, mean or score"),
    ("unit", "such as people or %%"),
    ("polarity", "which way is good: 'high is good', 'low is good' or 'no judgement'"),
    ("calendar", "when a year begins: calendar, financial or academic"),
    ("frequency", "how long a period is: year, quarter, month, week or day"),
    ("sheet", "the sheet of a workbook"),
    ("encoding", "how a text is kept: utf-8, cp1252 or utf-16"),
    ("decimal", "what comes before decimals: a point or a comma"),
    ("activity", "of a file of IATI with several activities, the one that is meant"),
)
_OTHERS = ("by", "layout", "per", "skip_rows", "footnote_rows")


def add_telling(parser: argparse.ArgumentParser) -> None:
    """Let a command be told what a file from elsewhere does not say."""
    told = parser.add_argument_group("what a file from elsewhere does not say")
    for name, says in _WORDS:
        told.add_argument(f"--{name}", help=says)
    told.add_argument("--by", action="append", help="a column that tells series apart")
    told.add_argument(
        "--wide",
        dest="layout",
        action="store_const",
        const="wide",
        help="the periods go across, one column for each",
    )
    told.add_argument("--per", type=float, help="what 1 out of 1 would be, such as 100 for %%")
    told.add_argument("--skip-rows", type=int, help="how many rows stand above the heading")
    told.add_argument("--footnote-rows", type=int, help="how many rows stand below the table")


def gather_told(options: argparse.Namespace) -> dict[str, Any]:
    """Gather what was said."""
    names = (*(name for name, _ in _WORDS), *_OTHERS)
    told = {name: getattr(options, name) for name in names}
    return {name: said for name, said in told.items() if said is not None}


def list_faults(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """List problems for other programs to read."""
    return [
        {"code": one.code, "place": one.place, "found": one.found, "mend": one.mend}
        for one in faults
    ]


def print_json(told: object) -> None:
    """Print an answer for other programs to read."""
    print(json.dumps(told, indent=2, ensure_ascii=False))
