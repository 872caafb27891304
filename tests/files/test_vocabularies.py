"""Vocabularies that come with the library."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.errors import InvalidError
from obamodel.files import (
    complete_vocabulary,
    list_vocabularies,
    load,
    read_vocabulary,
    save,
)


@pytest.mark.parametrize("name", ["cy", "uk", "us"])
def test_every_word_of_the_file_is_read(name: str) -> None:
    path = files("obamodel.templates") / "vocabularies" / f"{name}.toml"
    words = tomllib.loads(path.read_text("utf-8"))["words"]
    vocabulary = read_vocabulary(name)
    assert vocabulary.id == name
    assert {word.idea: word.word for word in vocabulary.words} == words


def test_the_uk_words_are_the_default() -> None:
    assert read_vocabulary() == read_vocabulary("uk")
    assert list_vocabularies() == ("cy", "uk", "us")


def test_unknown_words_are_answered_with_those_there_are() -> None:
    with pytest.raises(InvalidError, match="choose one of: cy, uk, us"):
        read_vocabulary("welsh")


def test_a_group_may_choose_welsh_terms_and_keep_its_own() -> None:
    own = Vocabulary(
        id="ours", title="Ours", based_on="cy", words=[Word(idea="customers", word="aelodau")]
    )
    words = complete_vocabulary(own)
    assert words.find_word("customers") == "aelodau"
    assert words.find_word("outcome") == "canlyniad"
    assert words.find_plural("outcome") == "canlyniadau"
    assert words.to_check == "Not yet checked by a speaker of Welsh."


def test_words_based_on_none_are_the_uk_words_and_need_no_check() -> None:
    assert complete_vocabulary(None) == read_vocabulary("uk")
    own = Vocabulary(id="ours", title="Ours")
    assert complete_vocabulary(own).find_word("outcome") == "outcome"
    assert complete_vocabulary(own).to_check == ""
    based = Vocabulary(id="ours", title="Ours", based_on="us")
    assert complete_vocabulary(based).find_word("outcome") == "result"
    assert complete_vocabulary(based).find_plural("activity") == "activities"


def test_words_nobody_ships_are_refused_when_read_and_when_saved(tmp_path: Path) -> None:
    (tmp_path / "evaluation.toml").write_text('schema_version = 1\nid = "a"\ntitle = "A"\n')
    (tmp_path / "words.toml").write_text(
        '[vocabulary]\nid = "ours"\ntitle = "Ours"\nbased_on = "welsh"\n'
    )
    with pytest.raises(InvalidError, match="there are no words called") as caught:
        load(tmp_path)
    (fault,) = caught.value.faults
    assert fault.file == "words.toml"
    assert fault.path[-1] == "based_on"
    made = Evaluation(
        id="a", title="A", vocabulary=Vocabulary(id="ours", title="Ours", based_on="welsh")
    )
    with pytest.raises(InvalidError, match="choose one of: cy, uk, us"):
        save(made, tmp_path / "other.json")


def test_based_on_is_kept_when_saved(tmp_path: Path) -> None:
    own = Vocabulary(id="ours", title="Ours", based_on="cy")
    save(Evaluation(id="a", title="A", vocabulary=own), tmp_path / "a.json")
    assert load(tmp_path / "a.json").vocabulary == own
