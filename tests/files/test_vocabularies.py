"""Vocabularies that come with the library."""

import tomllib
from importlib.resources import files

import pytest

from obamodel.errors import InvalidError
from obamodel.files import list_vocabularies, read_vocabulary


@pytest.mark.parametrize("name", ["uk", "us"])
def test_every_word_of_the_file_is_read(name: str) -> None:
    path = files("obamodel.templates") / "vocabularies" / f"{name}.toml"
    words = tomllib.loads(path.read_text("utf-8"))["words"]
    vocabulary = read_vocabulary(name)
    assert vocabulary.id == name
    assert {word.idea: word.word for word in vocabulary.words} == words


def test_the_uk_words_are_the_default() -> None:
    assert read_vocabulary() == read_vocabulary("uk")
    assert list_vocabularies() == ("uk", "us")


def test_unknown_words_are_answered_with_those_there_are() -> None:
    with pytest.raises(InvalidError, match="choose one of: uk, us"):
        read_vocabulary("welsh")
