"""Do the shipped vocabularies give one word to one idea?"""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

# The ideas of the approach that a group may want its own word for.
IDEAS = {
    "population",
    "outcome",
    "indicator",
    "service",
    "customers",
    "performance_measure",
    "factor",
    "baseline",
    "starting_value",
    "target",
    "turning_the_curve",
    "story",
    "force",
    "partner",
    "idea",
    "action",
    "activity",
    "feedback",
    "influence",
    "change",
    "contribution",
    "effort",
    "effect",
    "quantity",
    "quality",
    "how_much",
    "how_well",
    "better_off",
    "data_development_agenda",
    "headline",
    "attendances",
    "places_taken",
    "people",
}

# The three questions of performance accountability, as everybody who uses the approach asks them.
QUESTIONS = {
    "how_much": "How much did we do?",
    "how_well": "How well did we do it?",
    "better_off": "Is anyone better off?",
}

REQUIRED_KEYS = {"id", "title", "attribution", "words"}
OPTIONAL_KEYS = {"note", "to_check", "plurals"}

FOLDER = files("obamodel.templates") / "vocabularies"
NAMES = sorted(entry.name for entry in FOLDER.iterdir())
IDS = [name.removesuffix(".toml") for name in NAMES]


def read(vocabulary_id: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{vocabulary_id}.toml").read_text(encoding="utf-8"))


def words_as_shown(vocabulary_id: str) -> dict[str, str]:
    """Give the words of a vocabulary, with the UK word for each idea it leaves out."""
    return {**read("uk")["words"], **read(vocabulary_id)["words"]}


def test_welsh_uk_and_us_words_are_shipped_and_nothing_else_lies_beside_them() -> None:
    assert NAMES == ["cy.toml", "uk.toml", "us.toml"]


@pytest.mark.parametrize("vocabulary_id", ["cy", "uk"])
def test_the_words_of_a_language_cover_every_idea(vocabulary_id: str) -> None:
    assert read(vocabulary_id)["words"].keys() == IDEAS


def test_the_welsh_words_of_the_act_are_those_of_its_welsh_text() -> None:
    # Well-being of Future Generations (Wales) Act 2015, section 10.
    words = read("cy")["words"]
    assert words["indicator"] == "dangosydd"
    assert words["outcome"] == "canlyniad"
    assert words["performance_measure"] == "mesur perfformiad"


def test_the_welsh_words_say_that_no_speaker_has_checked_them_yet() -> None:
    assert read("cy")["to_check"] == "Not yet checked by a speaker of Welsh."
    assert "to_check" not in read("uk")


@pytest.mark.parametrize("vocabulary_id", IDS)
def test_more_than_one_has_a_word_only_where_one_has(vocabulary_id: str) -> None:
    assert read(vocabulary_id).get("plurals", {}).keys() <= read(vocabulary_id)["words"].keys()


def test_no_welsh_word_is_given_the_s_of_english() -> None:
    # What is never more than one needs no word for it: a quality, a question, turning the curve.
    without = read("cy")["words"].keys() - read("cy")["plurals"].keys()
    assert without == {
        "turning_the_curve",
        "effort",
        "effect",
        "quantity",
        "quality",
        "headline",
        *QUESTIONS,
    }


def test_customers_are_people_who_use_the_service_in_the_uk() -> None:
    assert read("uk")["words"]["customers"] == "people who use the service"


def test_the_rows_of_the_quadrants_are_effort_and_effect() -> None:
    words = read("uk")["words"]
    assert (words["effort"], words["effect"]) == ("effort", "effect")


def test_the_three_performance_questions_are_asked_as_questions() -> None:
    words = read("uk")["words"]
    assert {idea: words[idea] for idea in QUESTIONS} == QUESTIONS


def test_a_baseline_a_starting_value_and_a_target_keep_three_names() -> None:
    words = read("uk")["words"]
    names = (words["baseline"], words["starting_value"], words["target"])
    assert names == ("baseline", "starting value", "target")


def test_the_us_words_are_those_of_results_based_accountability() -> None:
    expected = {"outcome": "result", "service": "program", "customers": "customers"}
    assert read("us")["words"] == expected


@pytest.mark.parametrize("vocabulary_id", IDS)
def test_the_file_is_named_for_its_vocabulary(vocabulary_id: str) -> None:
    assert read(vocabulary_id)["id"] == vocabulary_id


@pytest.mark.parametrize("vocabulary_id", IDS)
def test_a_vocabulary_has_the_agreed_keys_and_no_others(vocabulary_id: str) -> None:
    vocabulary = read(vocabulary_id)
    assert vocabulary.keys() >= REQUIRED_KEYS
    assert vocabulary.keys() <= REQUIRED_KEYS | OPTIONAL_KEYS
    assert vocabulary["words"].keys() <= IDEAS


@pytest.mark.parametrize("vocabulary_id", IDS)
def test_no_word_stands_for_two_ideas(vocabulary_id: str) -> None:
    words = list(words_as_shown(vocabulary_id).values())
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("vocabulary_id", IDS)
def test_a_word_is_lower_case_without_an_article_unless_it_is_a_question(
    vocabulary_id: str,
) -> None:
    for idea, word in read(vocabulary_id)["words"].items():
        assert word == word.strip() != ""
        if idea not in QUESTIONS:
            assert word == word.lower()
            assert word.split()[0] not in {"a", "an", "the"}


@pytest.mark.parametrize("vocabulary_id", IDS)
def test_the_attribution_names_friedman_whose_words_these_are(vocabulary_id: str) -> None:
    assert "Friedman, M. (2005)" in read(vocabulary_id)["attribution"]
