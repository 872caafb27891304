"""The evaluations that come with the library as examples."""

from importlib.resources import files

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.folder import read_texts
from obamodel.files.homes import HOMES, MAIN_FILE

_FOLDER = files("obamodel.examples")


def list_examples() -> tuple[str, ...]:
    """Return the names of the examples that come with the library.

    Examples
    --------
    >>> list_examples()
    ('mime', 'trafford')
    """
    return tuple(sorted(each.name for each in _FOLDER.iterdir() if (each / MAIN_FILE).is_file()))


def read_example(name: str) -> dict[str, bytes]:
    """Read the bytes of each file of an example's evaluation folder.

    Raises
    ------
    InvalidError
        When there is no such example; the nearest name is given.
    """
    known = list_examples()
    if name not in known:
        nearest = find_nearest(name, known)
        mend = f'did you mean "{nearest}"?' if nearest else "there are: " + ", ".join(known)
        fault = Fault("unknown-example", f"there is no example called {show(name)}", mend)
        raise InvalidError("example", [fault])
    folder = _FOLDER / name
    return {file: (folder / file).read_bytes() for file in HOMES if (folder / file).is_file()}


def load_example(name: str = "mime") -> Evaluation:
    """Load an evaluation that comes with the library.

    Parameters
    ----------
    name
        The example's name.

    Raises
    ------
    InvalidError
        When there is no such example; the nearest name is given.

    Examples
    --------
    >>> len(load_example("mime").indicators)
    5
    """
    reading = read_texts(read_example(name))
    if reading.evaluation is None:
        raise InvalidError(f"the example {name}", reading.faults)
    return reading.evaluation
