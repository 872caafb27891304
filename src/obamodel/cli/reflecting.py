"""The command for looking back in rounds: a form to fill in, and the form read back."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

import obamodel
from obamodel.errors import Fault, InvalidError, make_visible
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import ReadBack
from obamodel.report.document import Document

_DONE = 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a round."""
    parser.add_argument("folder", help="an evaluation folder, or one .json or .xlsx file")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--read", metavar="FORM", help="read a filled-in form, .docx or .md, into the evaluation"
    )
    what.add_argument(
        "--compare",
        nargs=2,
        metavar=("EARLIER", "LATER"),
        help="say what came of one round by another, by their names",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to print, ending in .docx, .md or .html"
    )
    parser.add_argument(
        "--set", metavar="NAME", help="the questions to ask, such as rolfe; else those of last time"
    )
    parser.add_argument(
        "--after", metavar="ROUND", help="the round before; else the last of the evaluation"
    )
    parser.add_argument("--id", metavar="NAME", help="the name of the new round")
    parser.add_argument("--title", help="what the new round is called")
    add_internal(parser)


def add_internal(parser: argparse.ArgumentParser) -> None:
    """Let a command show what may not be published."""
    parser.add_argument(
        "--internal",
        action="store_true",
        help="show what may not be published; every page says that it is not for publication",
    )


def run(options: argparse.Namespace) -> int:
    """Print a form, read one back, or compare two rounds."""
    if options.read is not None:
        return _read(options)
    if options.compare is not None:
        return _compare(options)
    return _print_form(options)


def _print_form(options: argparse.Namespace) -> int:
    from obamodel.report.forms import write_reflection_form

    target = find_target(options)
    form = write_reflection_form(
        obamodel.load(options.folder),
        options.after,
        question_set=options.set,
        id=options.id,
        title=options.title,
        internal=options.internal,
    )
    save_new(form, target, internal=options.internal)
    tell_how_to_read(target, f"obamodel reflect {options.folder}")
    return _DONE


def _compare(options: argparse.Namespace) -> int:
    from obamodel.report.forms import write_cycle_comparison

    target = find_target(options)
    evaluation = obamodel.load(options.folder)
    compared = write_cycle_comparison(evaluation, *options.compare, internal=options.internal)
    obamodel.report.save(compared, target)
    print(f"Wrote {target}{_say_internal(options.internal)}")
    return _DONE


def _read(options: argparse.Namespace) -> int:
    from obamodel.files.filled_forms.reflection import add_reflection
    from obamodel.files.filled_forms.rooms import find_round_name, name_room
    from obamodel.report.forms import write_reflection_form

    refuse_output(options)
    evaluation = obamodel.load(options.folder)

    def print_again(form: FilledForm, internal: bool) -> Document:
        said = {"set": options.set, "follows": options.after, "id": options.id}
        if form.rooms:
            stem = find_round_name(form)
            found = {part: form.say(name_room(stem, part)) for part in ("set", "follows")}
            said = {**said, **{part: word for part, word in found.items() if word}, "id": stem}
        names = [cycle.id for cycle in evaluation.cycles]
        before = said["follows"] if said["follows"] in names else None
        return write_reflection_form(
            evaluation, before, question_set=said["set"], id=said["id"], internal=internal
        )

    form, empty = open_form(options.read, print_again)
    keep(add_reflection(evaluation, form), form, empty, options.folder)
    return _DONE


def find_target(options: argparse.Namespace) -> Path:
    """Find where to print, before any work is done.

    Raises
    ------
    InvalidError
        When nothing is given, or there is no printer for it.
    """
    if options.output is None:
        mend = "give -o and a file ending in .docx or .md"
        fault = Fault("no-output", "it is not said where to print", mend)
        raise InvalidError("the command", [fault])
    target = Path(options.output)
    obamodel.report.check_ending(target.suffix)
    return target


def refuse_output(options: argparse.Namespace) -> None:
    """Refuse to read a form and to print one at the same time.

    Raises
    ------
    InvalidError
        When both are asked for.
    """
    if options.output is not None:
        fault = Fault("two-at-once", "--read and -o are both given", "leave one of them out")
        raise InvalidError("the command", [fault])


def save_new(form: Document, target: Path, *, internal: bool) -> None:
    """Save a form where there is no file yet: one that is there may be filled in already.

    Raises
    ------
    InvalidError
        When something is there.
    """
    if os.path.lexists(target):
        found = "something is there already, and it may be a form with answers"
        fault = Fault("not-empty", found, "give another name", file=target.name)
        raise InvalidError(str(target), [fault])
    obamodel.report.save(form, target)
    print(f"Wrote {target}{_say_internal(internal)}")


def tell_how_to_read(target: Path, command: str) -> None:
    """Say what to do with a form once it is filled in."""
    if target.suffix.lower() in (".docx", ".md"):
        print(f"When it is filled in: {command} --read {target}")
    else:
        print("This form is for paper; only one in .docx or .md can be read back.")


def open_form(
    path: str, print_again: Callable[[FilledForm, bool], Document]
) -> tuple[FilledForm, FilledForm | None]:
    """Open a filled-in form, and beside it the same form as it is printed.

    Parameters
    ----------
    path
        The file.
    print_again
        Writes the form anew, from what can be read of it, for publication or not.

    Returns
    -------
    tuple
        What people wrote, and the empty form; none where it cannot be printed any more, such as
        after the form was read already.

    Raises
    ------
    InvalidError
        Naming what is wrong with the file.
    """
    from obamodel.files.filled_forms import parse_filled_form
    from obamodel.files.filled_forms.reading import (
        check_form_ending,
        check_places,
        read_form_bytes,
    )
    from obamodel.files.filled_forms.recovering import recover_answers

    place = Path(path)
    check_form_ending(place)
    form = parse_filled_form(read_form_bytes(place), place.name)
    empties = []
    for internal in (False, True):
        try:
            printed = obamodel.report.print_document(print_again(form, internal), place.suffix)
        except InvalidError:
            # What is wrong is said when the answers are put in their places.
            continue
        content = printed.encode("utf-8") if isinstance(printed, str) else printed
        empties.append(parse_filled_form(content, place.name))
    # Nobody has to say whether the form was one for the desk: its words tell.
    empty = min(empties, key=lambda one: len(form.find_additions(one)), default=None)
    if empty is not None:
        form = recover_answers(form, empty)
    check_places(form)
    return form, empty


def keep(read: ReadBack, form: FilledForm, empty: FilledForm | None, folder: str) -> None:
    """Save what a form has become, and say what is new and what to look at."""
    obamodel.save(read.evaluation, folder)
    for line in read.added:
        print(line)
    for note in read.notes:
        print(f"To look at: {note}")
    for line in () if empty is None else form.find_additions(empty):
        print(f"Written beside the places for answers, and not kept: {make_visible(line)}")
    print(f"Saved {folder}")


def _say_internal(internal: bool) -> str:
    return ", which is not for publication" if internal else ""
