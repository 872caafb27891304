"""The command line: report, card, scorecard, check, curve, reflect, turn, convert and new."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import obamodel
from obamodel.cli import converting, reflecting, reporting, turning
from obamodel.cli.choosing import add_evaluation, choose_evaluation
from obamodel.cli.telling import add_telling, list_faults, print_json
from obamodel.errors import InvalidError

FINE, OPEN_QUESTIONS, REFUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 open questions, 2 refused."""
    options = _make_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except InvalidError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Whoever reads our lines has had enough, as `| head` does.
        return FINE


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="obamodel", description="Outcomes-based accountability: check and report evaluations."
    )
    parser.add_argument("--version", action="version", version=f"obamodel {obamodel.__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    report = commands.add_parser("report", help="write the report of an evaluation")
    reporting.add_report(report)
    report.set_defaults(run=_finish(reporting.report))

    card = commands.add_parser(
        "card",
        help="write one page: of an outcome for everybody in a place, or of a service",
        description="The two kinds of card are never one: choose --outcome or --service.",
    )
    reporting.add_card(card)
    card.set_defaults(run=_finish(reporting.card))

    scorecard = commands.add_parser(
        "scorecard", help="write a table of all indicators and measures, each with its verdict"
    )
    reporting.add_scorecard(scorecard)
    scorecard.set_defaults(run=_finish(reporting.scorecard))

    check = commands.add_parser(
        "check",
        help="say what is wrong in an evaluation, or in any other file that can be read",
        description=(
            "Of an evaluation: what is wrong, and what a practitioner would ask. Of a table "
            "(.csv, .xlsx, .ods and others), a table of Scorecard or from Fingertips, a file of "
            "IATI, a Data Package or a release that was kept: what is wrong. "
            "Exit code 0: nothing open. 1: open questions. 2: it cannot be read."
        ),
    )
    check.add_argument("folder", nargs="?", help="an evaluation, or a file from elsewhere")
    check.add_argument("--example", metavar="NAME", help="a shipped example instead, such as mime")
    check.add_argument("--json", action="store_true", help="for other programs to read")
    add_telling(check)
    check.set_defaults(run=_check)

    curve = commands.add_parser(
        "curve",
        help="say of every frozen baseline whether the curve has turned",
        description=(
            "Small numbers are hidden by the rules that the evaluation chose, and each curve is "
            "judged from what is left; --internal shows every number. "
            "Exit code 0: every curve was judged. 2: one or more cannot be."
        ),
    )
    add_evaluation(curve)
    curve.add_argument("--json", action="store_true", help="for other programs to read")
    curve.add_argument(
        "--pictures", metavar="FOLDER", help="also draw each curve, as SVG, into this folder"
    )
    curve.add_argument(
        "--internal",
        action="store_true",
        help="show what may not be published; each curve of which something is hidden says so",
    )
    curve.set_defaults(run=_judge_curves)

    reflect = commands.add_parser(
        "reflect",
        help="print a form for the next round of reflection, or read one back",
        description=(
            "A form in .docx or .md can be filled in by people at a meeting, and read back with "
            "--read. --compare says what came of one round by another."
        ),
    )
    reflecting.add_options(reflect)
    reflect.set_defaults(run=reflecting.run)

    turn = commands.add_parser(
        "turn",
        help="print the sheet for a meeting about one curve, or read one back",
        description=(
            "The chart comes first, then five steps with room to write, for 60 to 90 minutes. "
            "A sheet in .docx or .md is read back with --read."
        ),
    )
    turning.add_options(turn)
    turn.set_defaults(run=turning.run)

    convert = commands.add_parser(
        "convert",
        help="save an evaluation in another form: a folder, one .json file, one .xlsx workbook",
        description=(
            "What has no place in the other form is named. Nothing is overwritten. A may also be a "
            "file from elsewhere, which becomes the start of an evaluation. With --to, B is for "
            "others to read: small numbers are hidden by the rules that the evaluation chose."
        ),
    )
    converting.add_options(convert)
    convert.set_defaults(run=_finish(converting.convert))

    new = commands.add_parser("new", help="start a folder for an evaluation")
    new.add_argument("folder", help="the folder to make; it must not exist, or be empty")
    new.add_argument("--example", metavar="NAME", help="start from a shipped example, such as mime")
    new.set_defaults(run=_start)
    return parser


def _finish(command: Callable[[argparse.Namespace], None]) -> Callable[[argparse.Namespace], int]:
    """Say that all is fine when a command has come to its end."""

    def run(options: argparse.Namespace) -> int:
        command(options)
        return FINE

    return run


def _check(options: argparse.Namespace) -> int:
    from obamodel.cli.checking import check_foreign
    from obamodel.files.recognising import FileForm, recognise

    try:
        form = FileForm.EVALUATION if options.folder is None else recognise(options.folder)
        if form is not FileForm.EVALUATION:
            check_foreign(form, options)
            return FINE
        evaluation = choose_evaluation(options)
    except InvalidError as error:
        if not options.json:
            raise
        print_json({"faults": list_faults(error.faults), "findings": []})
        return REFUSED
    review = obamodel.review_evaluation(evaluation)
    if options.json:
        findings = [
            {
                "code": one.code,
                "severity": str(one.severity),
                "about": one.about,
                "place": one.place,
                "sentence": one.sentence,
                "mend": one.mend,
                "source": one.source,
                "waived": None if one.waiver is None else one.waiver.judged.reason,
            }
            for one in review.findings
        ]
        print_json({"faults": [], "findings": findings})
    else:
        print(review)
    return OPEN_QUESTIONS if review.open else FINE


def _judge_curves(options: argparse.Namespace) -> int:
    from obamodel.report import curves

    evaluation = choose_evaluation(options)
    if options.internal:
        answers = obamodel.assess_evaluation(evaluation)
    else:
        answers = obamodel.publish_curves(evaluation)
    judged = {answer.baseline.id for answer in answers}
    for baseline in evaluation.baselines:
        if baseline.id not in judged:
            left = f"{baseline.id} is left out: too little of its history may be published."
            print(left, file=sys.stderr)
    if options.json:
        told = [curves.describe(answer) for answer in answers]
        print_json(told)
    elif not evaluation.baselines:
        print("No baseline is frozen in this evaluation, so there is no curve to judge.")
    else:
        print("\n\n".join(curves.write_text(answer) for answer in answers))
    if options.pictures is not None:
        for target in curves.save_pictures(answers, Path(options.pictures)):
            print(f"Wrote {target}", file=sys.stderr if options.json else sys.stdout)
    return FINE


def _start(options: argparse.Namespace) -> int:
    obamodel.start_folder(options.folder, example=options.example)
    print(f"Made {options.folder}. Next: obamodel check {options.folder}")
    return FINE
