"""Which evaluation is a command about?"""

import argparse

import obamodel
from obamodel.errors import Fault, InvalidError


def add_evaluation(parser: argparse.ArgumentParser) -> None:
    """Let a command be told its evaluation."""
    parser.add_argument(
        "folder", nargs="?", help="an evaluation folder, or one .json or .xlsx file"
    )
    parser.add_argument("--example", metavar="NAME", help="a shipped example instead, such as mime")


def choose_evaluation(options: argparse.Namespace) -> obamodel.Evaluation:
    """Open the evaluation that a command was told.

    Raises
    ------
    InvalidError
        When none is told or two are, or it cannot be opened.
    """
    if (options.folder is None) == (options.example is None):
        fault = Fault(
            "one-evaluation",
            "name one evaluation" if options.folder is None else "two evaluations are named",
            "give either a folder or --example NAME",
        )
        raise InvalidError("the command", [fault])
    if options.example is not None:
        return obamodel.load_example(options.example)
    return obamodel.load(options.folder)
