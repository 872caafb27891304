"""Which reader reads a form that was filled in?"""

import os
from pathlib import Path

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.markdown_forms import read_markdown_form
from obamodel.files.filled_forms.recovering import recover_answers
from obamodel.files.filled_forms.word_forms import read_word_form
from obamodel.files.reading import read_file

LARGEST_FORM = 30_000_000
"""The most bytes that a form may have: people put photographs into them."""

_READERS = {".docx": read_word_form, ".md": read_markdown_form}


def read_filled_form(
    path: str | os.PathLike[str], *, empty: FilledForm | None = None
) -> FilledForm:
    """Read a form that people have filled in: a Word document, or Markdown.

    Nothing is done with the answers yet; each is kept under the name of its place.

    Parameters
    ----------
    path
        The file, which ends in .docx or .md.
    empty
        The same form as it is printed, where it can be had: with it, places that another program
        took away are found again by the words around them.

    Raises
    ------
    InvalidError
        Naming all that is wrong with it, or saying that it has no places to write in.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "form.md"
    ...     _ = file.write_text("<!-- answer: now -->Go on.<!-- end of answer -->")
    ...     read_filled_form(file).say("now")
    'Go on.'
    """
    place = Path(path)
    check_form_ending(place)
    form = parse_filled_form(read_form_bytes(place), place.name)
    if empty is not None:
        form = recover_answers(form, empty)
    check_places(form)
    return form


def read_form_bytes(place: Path) -> bytes:
    """Read the bytes of a form: an ordinary file, and not too large a one.

    Raises
    ------
    InvalidError
        Naming what it is instead.
    """
    return read_file(place, largest=LARGEST_FORM)


def check_places(form: FilledForm) -> None:
    """Refuse a form in which no place to write in was found.

    Raises
    ------
    InvalidError
        When there is none.
    """
    if not form.rooms:
        found = "it has no place for an answer that can be found"
        mend = (
            "fill in the very file that was printed, and save it in the same form; some programs "
            "take the places away"
        )
        raise InvalidError(form.file, [Fault("no-places", found, mend, file=form.file)])


def parse_filled_form(content: bytes, name: str) -> FilledForm:
    """Read a form from its bytes, whether or not it has places; its name says what they are.

    Raises
    ------
    InvalidError
        Naming all that is wrong with it.
    """
    check_form_ending(Path(name))
    return _READERS[Path(name).suffix.lower()](content, name)


def check_form_ending(place: Path) -> None:
    """Refuse a form that no reader reads.

    Raises
    ------
    InvalidError
        When its name ends otherwise than in .docx or .md.
    """
    if place.suffix.lower() not in _READERS:
        found = f"a form whose name ends in {show(place.suffix)} cannot be filled in or read back"
        mend = f"end the name in {' or '.join(_READERS)}; save it in that form where it is another"
        fault = Fault("unknown-ending", found, mend, file=place.name)
        raise InvalidError(str(place), [fault])
