"""From one form of an evaluation to another, saying what does not come along."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.evaluations import load, save
from obamodel.files.foreign import read_foreign, start_evaluation
from obamodel.files.homes import HOMES
from obamodel.files.limits import split_tokens
from obamodel.files.reading import decode, is_folder, read_file
from obamodel.files.recognising import FileForm, recognise


def convert(
    source: str | os.PathLike[str], target: str | os.PathLike[str], **told: Any
) -> Exported:
    """Save an evaluation in another form: as a folder, as one file or as one workbook.

    Parameters
    ----------
    source
        Where the evaluation is: anything that :func:`load` opens. Or a file from elsewhere, which
        becomes the start of an evaluation: see :func:`~obamodel.files.foreign.read_foreign`.
    target
        Where it is to be, in the form that the name says: see :func:`save`. Nothing may be there.
    **told
        What a file from elsewhere does not say.

    Returns
    -------
    Exported
        What was written, and what stays behind: one file has no place for the notes that people
        wrote between the lines of a folder, and no evaluation for all that a file from elsewhere
        may say.

    Raises
    ------
    InvalidError
        When the evaluation cannot be read, or something is there already; nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> from obamodel.files import start_folder
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     start_folder(f"{folder}/ours")
    ...     answer = convert(f"{folder}/ours", f"{folder}/ours.json")
    >>> answer.files, answer.dropped[0].code
    (('ours.json',), 'notes-stay-behind')
    """
    before, after = Path(source), Path(target)
    if os.path.lexists(after):
        found, mend = "something is there already", "give a name that nothing has"
        fault = Fault("not-empty", found, mend, file=after.name or str(after))
        raise InvalidError(str(after), [fault])
    if recognise(before) is FileForm.EVALUATION:
        _refuse_told(before, told)
        save(load(before), after)
        dropped = list(_find_notes(before)) if is_folder(before) else []
    else:
        evaluation, left = start_evaluation(read_foreign(before, **told))
        save(evaluation, after)
        dropped = list(left)
    return Exported(files=[after.name], dropped=dropped)


def _refuse_told(source: Path, told: Mapping[str, Any]) -> None:
    faults = [
        Fault("unknown-key", f"an evaluation says its own {name}", "leave it out", path=(name,))
        for name, said in told.items()
        if said is not None
    ]
    if faults:
        raise InvalidError(str(source), faults)


def _find_notes(folder: Path) -> Iterator[Fault]:
    for name in HOMES:
        if name.endswith(".toml") and os.path.lexists(folder / name):
            text = decode(read_file(folder / name), name)
            number = sum(token.startswith("#") for token, _ in split_tokens(text))
            if number:
                lines = f"{number} line{'s' if number > 1 else ''} of notes"
                mend = "keep the folder, or write them into the evaluation itself"
                yield Fault("notes-stay-behind", f"{lines} (after #)", mend, file=name)
