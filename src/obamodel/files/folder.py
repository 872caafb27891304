"""An evaluation as a folder of files that a person can read and edit."""

from collections.abc import Callable, Collection, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from types import MappingProxyType

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.counts import edit_counts, write_counts
from obamodel.files.document import DocumentReading, check_frozen, check_kept, read_document
from obamodel.files.editing import edit_toml, write_part
from obamodel.files.homes import (
    BASELINES_FILE,
    COUNTS_FILE,
    HOMES,
    MAIN_FILE,
    POINTS_FILE,
    SCHEMA_KEY,
)
from obamodel.files.placing import arrange_faults
from obamodel.files.points import edit_points, leave_out_points, write_points
from obamodel.files.reading import decode, read_file, refuse_path, refuse_strange
from obamodel.files.shelf import Shelf
from obamodel.files.steady import read_steady
from obamodel.files.writing import hold_folder

_MISSING = Fault(
    "not-there",
    "there is no such file in the folder, and it is the one that every evaluation has",
    f"write it, beginning with {SCHEMA_KEY} = 1, or give the folder in which it lies",
    file=MAIN_FILE,
)
_MARK = b"\xef\xbb\xbf"
# For each table, whose rows it holds, and how it is written and written over.
_TABLES: Mapping[str, tuple[str, Callable[..., str], Callable[..., str]]] = MappingProxyType(
    {
        COUNTS_FILE: ("counts", write_counts, edit_counts),
        POINTS_FILE: ("series", write_points, edit_points),
    }
)


# --- reading -----------------------------------------------------------------------------


def read_folder(folder: Path) -> Evaluation:
    """Read an evaluation from its folder.

    Raises
    ------
    InvalidError
        With every fault in every file, in the order of their places.
    """
    contents, faults = _gather(folder)
    reading = read_texts(contents, faults)
    if reading.evaluation is None:
        raise InvalidError(str(folder), reading.faults)
    return reading.evaluation


def read_texts(contents: Mapping[str, bytes], faults: Collection[Fault] = ()) -> DocumentReading:
    r"""Read an evaluation from the bytes of its files.

    Parameters
    ----------
    contents
        The bytes of each file that could be opened, by its name.
    faults
        What is known to be wrong already: the files that could not be opened.

    Examples
    --------
    >>> reading = read_texts({"evaluation.toml": b'schema_version = 1\nid = "a"\ntitel = "A"\n'})
    >>> print(*reading.faults, sep="\n")
    evaluation.toml:1 title: it is missing; write it: The title a report gets. [missing]
    evaluation.toml:3 titel: "titel" is not a key here; did you mean "title"? [unknown-key]
    """
    shelf = Shelf()
    for fault in faults:
        if fault.file in HOMES:
            shelf.leave_unread(fault.file)
    texts: dict[str, str] = {}
    told = list(faults)
    for name, content in contents.items():
        try:
            texts[name] = decode(content, name)
        except InvalidError as error:
            told += error.faults
            shelf.leave_unread(name)
    for name, text in texts.items():
        told += shelf.read_file(name, text)
    told += shelf.take_in_strays()
    told += shelf.share_out_points()
    if MAIN_FILE not in contents and not any(fault.file == MAIN_FILE for fault in faults):
        shelf.unread.update(HOMES[MAIN_FILE])
        told.append(_MISSING)
    reading = read_document(shelf.document, shelf.unread)
    found = [shelf.place(fault) for fault in reading.faults]
    if any(fault.code == "newer-schema" for fault in found):
        return DocumentReading(None, tuple(found))
    known = {(fault.file, fault.path) for fault in told if fault.path}
    for fault in found:
        if (fault.file, fault.path) not in known and not shelf.is_told(fault):
            told.append(fault)
    return DocumentReading(None if told else reading.evaluation, arrange_faults(told))


def _gather(folder: Path) -> tuple[dict[str, bytes], list[Fault]]:
    """Open every file of an evaluation; whatever else lies in the folder is left alone."""
    return read_steady(folder, (".toml", ".csv"), _open_all)


def _open_all(places: Mapping[str, Path]) -> tuple[dict[str, bytes], list[Fault]]:
    contents: dict[str, bytes] = {}
    faults: list[Fault] = []
    for name, place in sorted(places.items()):
        if name.startswith((".", "~")):
            continue
        try:
            if name in HOMES:
                contents[name] = read_file(place)
                continue
            refuse_strange(place)
        except InvalidError as error:
            faults += error.faults
        except OSError as error:
            faults += refuse_path(place, error).faults
        if name not in HOMES:
            stems = {home.partition(".")[0]: home for home in HOMES}
            nearest = find_nearest(name.lower().partition(".")[0], stems)
            known = (
                f'did you mean "{stems[nearest]}"?'
                if nearest
                else "the files are: " + ", ".join(HOMES)
            )
            mend = f"{known} Put a file that is not part of the evaluation elsewhere"
            found = "an evaluation has no file of this name"
            faults.append(Fault("unknown-file", found, mend, file=name))
    return contents, faults


# --- writing -----------------------------------------------------------------------------


def write_folder(evaluation: Evaluation, folder: Path) -> None:
    """Write an evaluation into a folder, changing only what says something new.

    Parameters
    ----------
    evaluation
        What the folder is to hold.
    folder
        A folder that holds an evaluation without fault, or none, or that is not there yet.

    Raises
    ------
    InvalidError
        When what is in the folder now cannot be read, so that something of it might be lost, or
        when a file cannot be written.
    """
    with hold_folder(folder, make=True) as held:
        contents, faults = _gather(folder)
        old = None
        if contents or faults:
            reading = read_texts(contents, faults)
            if reading.evaluation is None:
                what = f"{folder}: what is there now cannot be read, so nothing was written"
                raise InvalidError(what, reading.faults)
            old = reading.evaluation
            check_frozen(old, evaluation, str(folder), BASELINES_FILE)
        changed = _find_changed(contents, old, evaluation)
        check_kept(evaluation, read_texts({**contents, **changed}), str(folder))
        held.write(changed, before=contents)


def _find_changed(
    contents: Mapping[str, bytes], old: Evaluation | None, evaluation: Evaluation
) -> dict[str, bytes]:
    """Find what each file is to hold in which something changes."""
    bare_old, bare = leave_out_points(old) if old else None, leave_out_points(evaluation)
    written = {
        name: _write_file(name, contents.get(name), old, evaluation)
        if name in _TABLES
        else _write_file(name, contents.get(name), bare_old, bare)
        for name in HOMES
    }
    # A table can stay as it is where only the words about its rows changed.
    return {
        name: content
        for name, content in written.items()
        if content is not None and content != contents.get(name)
    }


def _write_file(
    name: str, content: bytes | None, old: Evaluation | None, new: Evaluation
) -> bytes | None:
    """Return what a file is to hold; nothing where it can stay as it is, or need not be."""
    if content is None or old is None:
        return _write_anew(name, new).encode() or None
    keys = (_TABLES[name][0],) if name in _TABLES else HOMES[name]
    if all(key == SCHEMA_KEY or getattr(old, key) == getattr(new, key) for key in keys):
        return None
    text = decode(content, name)
    if name in _TABLES:
        key, _, edit = _TABLES[name]
        edited = edit(text, getattr(old, key), getattr(new, key))
    else:
        edited = edit_toml(text.replace("\r\n", "\n"), old, new, keys)
        edited = _restore_line_ends(text, edited)
    return (_MARK if content.startswith(_MARK) else b"") + edited.encode()


def _write_anew(name: str, evaluation: Evaluation) -> str:
    if name not in _TABLES:
        return write_part(evaluation, HOMES[name])
    key, write, _ = _TABLES[name]
    text = write(getattr(evaluation, key))
    # A table with nothing but its heading says nothing.
    return text if "\n" in text.rstrip("\n") else ""


def _restore_line_ends(before: str, edited: str) -> str:
    """Give each line the end it had; a new one, the end that most have."""
    if "\r\n" not in before:
        return edited
    old_lines = before.split("\n")
    lines = edited.split("\n")
    usual = "\r" if 2 * before.count("\r\n") > before.count("\n") else ""
    ends = [usual] * (len(lines) - 1) + [""]
    matcher = SequenceMatcher(None, [line.removesuffix("\r") for line in old_lines], lines, False)
    for _, old_start, old_end, start, end in matcher.get_opcodes():
        # A line that was changed stands where an old one stood, and takes its end.
        for old, new in zip(range(old_start, old_end), range(start, end), strict=False):
            if old < len(old_lines) - 1 and new < len(lines) - 1:
                ends[new] = "\r" if old_lines[old].endswith("\r") else ""
    return "\n".join(line + end for line, end in zip(lines, ends, strict=True))
