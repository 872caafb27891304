"""The command that says what is wrong with a file from elsewhere."""

import argparse
from pathlib import Path

from obamodel.cli.telling import gather_told, list_faults, print_json
from obamodel.files.recognising import FileForm


def check_foreign(form: FileForm, options: argparse.Namespace) -> None:
    """Say that a file can be read, and what has to be known of it; or raise what is wrong."""
    from obamodel.files import load_release
    from obamodel.files.foreign import check_file

    told: dict[str, object] = {"faults": [], "findings": [], "form": str(form)}
    if form is FileForm.RELEASE:
        load_release(options.folder)
        said = f"{Path(options.folder).name}: {form}, and it can be read."
    else:
        checked = check_file(options.folder, **gather_told(options))
        told["decided"] = list_faults(checked.answer.decided)
        told["left_behind"] = list_faults(checked.answer.left_behind)
        told["ask"] = list(checked.ask)
        said = str(checked)
    if options.json:
        print_json(told)
    else:
        print(said)
