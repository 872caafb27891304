"""The commands that write for a reader: report, card and scorecard."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import obamodel
from obamodel.cli.choosing import add_evaluation, choose_evaluation
from obamodel.domain.dates import PartialDate
from obamodel.errors import Fault, InvalidError

if TYPE_CHECKING:
    from obamodel.report import Document


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a report."""
    add_evaluation(parser)
    _add_output(parser)
    parser.add_argument(
        "--plain",
        action="store_true",
        help="in plain words: short sentences, one idea each, with pictures",
    )
    _add_publishing(parser)
    parser.add_argument(
        "--keep",
        metavar="FILE",
        help="keep what is published in this .json file, for --earlier the next time",
    )


def add_card(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a report card."""
    add_evaluation(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--outcome", metavar="ID", help="a population card, for this outcome")
    which.add_argument("--service", metavar="ID", help="a performance card, for this service")
    _add_output(parser)
    _add_publishing(parser)


def add_scorecard(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a scorecard."""
    add_evaluation(parser)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        required=True,
        help="the day it is made for, such as 2024-05-03: what is old by then is marked",
    )
    parser.add_argument(
        "--interactive",
        action="store_true",
        help="a page that can be searched and sorted; for .html only",
    )
    _add_output(parser)
    _add_publishing(parser)


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="where to, ending in .html, .docx (Word), .xlsx (the tables) or .md",
    )
    parser.add_argument(
        "--template", metavar="FILE", help="for Word: a .docx of your house, for its styles"
    )


def _add_publishing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--internal",
        action="store_true",
        help="show what may not be published; every page says that it is not for publication",
    )
    parser.add_argument(
        "--earlier",
        metavar="FILE",
        action="append",
        default=[],
        help="what was kept of an earlier report, so that the two together give nothing away",
    )


def report(options: argparse.Namespace) -> None:
    """Write the report, or its edition in plain words."""
    from obamodel import report as room
    from obamodel.files import save_release

    if options.keep and options.internal:
        fault = Fault(
            "nothing-published",
            "--keep and --internal are both given, and an internal report is not published",
            "leave one of them out",
        )
        raise InvalidError("the command", [fault])
    evaluation, earlier = _open(options)
    write = room.plain if options.plain else room.evaluation
    document = write(evaluation, internal=options.internal, earlier=earlier)
    if options.keep:
        # First: nothing is to leave the house of which there is no record.
        save_release(obamodel.publish(evaluation, earlier=earlier).release, options.keep)
    _save(document, options)
    if options.plain:
        for sentence in room.find_long_sentences(document):
            print(f"More than fifteen words: {sentence}", file=sys.stderr)


def card(options: argparse.Namespace) -> None:
    """Write one of the two report cards."""
    from obamodel import report as room

    evaluation, earlier = _open(options)
    internal = options.internal
    if options.service is not None:
        document = room.performance_card(
            evaluation, options.service, internal=internal, earlier=earlier
        )
    elif options.outcome is not None:
        document = room.population_card(
            evaluation, options.outcome, internal=internal, earlier=earlier
        )
    else:
        found = "there are two kinds of card, and it is not said which one is wanted"
        outcomes = [f"--outcome {one.id}" for one in evaluation.outcomes]
        services = [f"--service {one.id}" for one in evaluation.services]
        mend = f"add one of: {', '.join([*outcomes, *services])}"
        if not (outcomes or services):
            mend = "write an outcome or a service first"
        raise InvalidError("the command", [Fault("which-card", found, mend)])
    _save(document, options)


def scorecard(options: argparse.Namespace) -> None:
    """Write the scorecard."""
    from obamodel import report as room
    from obamodel.files.writing import write_files

    target = Path(options.output)
    if options.interactive and target.suffix.lower() != ".html":
        found = "--interactive makes a web page, and the name does not end in .html"
        raise InvalidError("the command", [Fault("not-a-page", found, "end it in .html")])
    as_of = PartialDate.parse(options.as_of)
    evaluation, earlier = _open(options)
    made = room.make_scorecard(evaluation, as_of=as_of, internal=options.internal, earlier=earlier)
    if options.interactive:
        write_files(target.parent, {target.name: room.print_interactive(made).encode("utf-8")})
        _tell(options)
    else:
        _save(room.scorecard(made), options)


def _open(options: argparse.Namespace) -> tuple[obamodel.Evaluation, list[obamodel.Release]]:
    """Open the evaluation, once it is sure that there is a printer for what is wanted."""
    from obamodel import report as room
    from obamodel.files import load_release

    room.check_ending(Path(options.output).suffix)
    evaluation = choose_evaluation(options)
    return evaluation, [load_release(file) for file in options.earlier]


def _save(document: "Document", options: argparse.Namespace) -> None:
    from obamodel import report as room

    room.save(document, options.output, template=options.template)
    _tell(options)


def _tell(options: argparse.Namespace) -> None:
    target = Path(options.output)
    print(f"Wrote {target}" + (", which is not for publication" if options.internal else ""))
