"""Examples that come with the library."""

from pathlib import Path

import pytest

import obamodel
from obamodel.errors import InvalidError
from obamodel.files import list_examples, load, load_example
from obamodel.files.examples import read_example

MIME = Path(obamodel.__file__).parent / "examples" / "mime"


def test_the_mime_example_is_its_folder() -> None:
    assert load_example("mime") == load_example() == load(MIME)


def test_only_the_files_of_the_evaluation_are_taken_from_the_example() -> None:
    lying = {path.name for path in MIME.iterdir() if path.suffix in (".toml", ".csv")}
    assert set(read_example("mime")) == lying
    assert all((MIME / name).read_bytes() == text for name, text in read_example("mime").items())


def test_an_unknown_example_is_answered_with_the_nearest() -> None:
    with pytest.raises(InvalidError, match=r'did you mean "mime"\?'):
        load_example("mine")
    with pytest.raises(InvalidError, match="there are: mime, trafford"):
        load_example("../../secret")
    assert list_examples() == ("mime", "trafford")
