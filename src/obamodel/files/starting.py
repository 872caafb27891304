"""A folder for somebody to start their own evaluation in."""

import os
from importlib.resources import files
from pathlib import Path

from obamodel.errors import Fault, InvalidError
from obamodel.files.examples import read_example
from obamodel.files.homes import HOMES
from obamodel.files.reading import refuse_path
from obamodel.files.writing import finish_saves, write_folder_of_files

_STARTER = files("obamodel.templates") / "starter"


def start_folder(path: str | os.PathLike[str], example: str | None = None) -> None:
    """Start a folder for an evaluation: a small one with a comment on everything, or an example.

    Parameters
    ----------
    path
        The folder; it must not be there yet, or be empty.
    example
        The name of an example to copy instead, such as ``"mime"``.

    Raises
    ------
    InvalidError
        When the folder holds something, or cannot be made; nothing has been written then.

    Examples
    --------
    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     start_folder(folder)
    ...     "counts.csv" in os.listdir(folder)
    True
    """
    folder = Path(path)
    if example is None:
        contents = {name: (_STARTER / name).read_bytes() for name in HOMES}
    else:
        contents = read_example(example)
    finish_saves(folder)
    try:
        held = sorted(each.name for each in folder.iterdir()) if os.path.lexists(folder) else []
    except (OSError, ValueError) as error:
        raise refuse_path(folder, error) from None
    if held:
        found = f"it is not empty: there is {held[0]}"
        fault = Fault("not-empty", found, "give the name of a new folder", file=folder.name)
        raise InvalidError(str(folder), [fault])
    write_folder_of_files(folder, contents)
