"""The command for a meeting about one curve: a sheet to fill in, and the sheet read back."""

import argparse

import obamodel
from obamodel.cli.reflecting import (
    add_internal,
    find_target,
    keep,
    open_form,
    refuse_output,
    save_new,
    tell_how_to_read,
)
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.report.document import Document

_DONE = 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a meeting about one curve."""
    parser.add_argument("folder", help="an evaluation folder, or one .json or .xlsx file")
    parser.add_argument("measure", metavar="MEASURE", help="the name of an indicator or a measure")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to print, ending in .docx, .md or .html"
    )
    parser.add_argument(
        "--read", metavar="SHEET", help="read a filled-in sheet, .docx or .md, into the evaluation"
    )
    add_internal(parser)


def run(options: argparse.Namespace) -> int:
    """Print a sheet, or read one back."""
    from obamodel.report.forms import write_turn_sheet

    if options.read is not None:
        return _read(options)
    target = find_target(options)
    evaluation = obamodel.load(options.folder)
    sheet = write_turn_sheet(evaluation, options.measure, internal=options.internal)
    save_new(sheet, target, internal=options.internal)
    tell_how_to_read(target, f"obamodel turn {options.folder} {options.measure}")
    return _DONE


def _read(options: argparse.Namespace) -> int:
    from obamodel.files.filled_forms.turning import add_turning
    from obamodel.report.forms import write_turn_sheet

    refuse_output(options)
    evaluation = obamodel.load(options.folder)

    def print_again(_form: FilledForm, internal: bool) -> Document:
        return write_turn_sheet(evaluation, options.measure, internal=internal)

    form, empty = open_form(options.read, print_again)
    keep(add_turning(evaluation, form, options.measure), form, empty, options.folder)
    return _DONE
