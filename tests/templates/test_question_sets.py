"""Do the shipped question sets keep to their format and to the published sources?"""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

# Names of stages as the published sources give them, in their order. Where a source gives no
# names (MIME's four questions, Friedman's seven and seven) only the number is published.
PUBLISHED_STAGES = {
    # Gibbs (1988)
    "gibbs": (
        "Description",
        "Feelings",
        "Evaluation",
        "Analysis",
        "Conclusion",
        "Action plan",
    ),
    # Kolb (1984)
    "kolb": (
        "Concrete experience",
        "Reflective observation",
        "Abstract conceptualisation",
        "Active experimentation",
    ),
    # Borton (1970), Driscoll (1994), Rolfe and others (2001)
    "rolfe": ("What?", "So what?", "Now what?"),
    # Jasper (2003, 2013)
    "era": ("Experience", "Reflection", "Action"),
    # Langley and others (1996, 2009): three questions, then the cycle
    "pdsa": ("Aim", "Measure", "Change", "Plan", "Do", "Study", "Act"),
    # NSUN (2013)
    "four-pi": ("Principles", "Purpose", "Presence", "Process", "Impact"),
    # Staniszewska and others (2017), table 2
    "gripp2-short": (
        "Aim",
        "Methods",
        "Study results",
        "Discussion and conclusions",
        "Reflections/critical perspective",
    ),
    # UK Public Involvement Standards Development Partnership (2019)
    "uk-standards": (
        "Inclusive opportunities",
        "Working together",
        "Support and learning",
        "Communications",
        "Impact",
        "Governance",
    ),
    # Arnstein (1969), from the bottom rung up
    "arnstein": (
        "Manipulation",
        "Therapy",
        "Informing",
        "Consultation",
        "Placation",
        "Partnership",
        "Delegated power",
        "Citizen control",
    ),
}

PUBLISHED_NUMBERS = {
    "mime": 4,  # the reflective cycle of the MIME report
    "population-seven": 7,  # Friedman (2005)
    "performance-seven": 7,  # Friedman (2005)
    "turn-the-curve": 5,  # Friedman (2005)
    "cube": 4,  # Gibson, Welsman and Britten (2017), table 1
    "piiaf": 8,  # Popay and Collins (2014): four areas, then four phases
}

# Both ends of each slider, in the lay words of Gibson, Welsman and Britten (2017), table 1.
CUBE_ENDS = {
    "voice": ("weak", "strong"),
    "ways": ("one way", "many ways"),
    "concerns": ("organisation's concerns", "public's concerns"),
    "change": ("resist", "change"),
}

KINDS = {"cycle", "questions", "scale"}
REQUIRED_KEYS = {"id", "title", "kind", "attribution", "wording", "questions"}
OPTIONAL_KEYS = {"note"}
REQUIRED_QUESTION_KEYS = {"id", "stage", "text"}
OPTIONAL_QUESTION_KEYS = {"help", "leads_to_action"}

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
YEAR = re.compile(r"\b(19|20)\d\d\b")

FOLDER = files("obamodel.templates") / "question_sets"
NAMES = sorted(entry.name for entry in FOLDER.iterdir())
IDS = [name.removesuffix(".toml") for name in NAMES]


def read(set_id: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{set_id}.toml").read_text(encoding="utf-8"))


def distinct_stages(question_set: dict[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question["stage"] for question in question_set["questions"]))


def words_for_readers(question_set: dict[str, Any]) -> list[str]:
    questions = question_set["questions"]
    return [question_set.get("note", "")] + [
        words for question in questions for words in (question["text"], question.get("help", ""))
    ]


def test_all_fifteen_sets_are_shipped_and_nothing_else_lies_beside_them() -> None:
    expected = {*PUBLISHED_STAGES, *PUBLISHED_NUMBERS}
    assert len(expected) == 15
    assert set(NAMES) == {f"{set_id}.toml" for set_id in expected}


@pytest.mark.parametrize("set_id", sorted(PUBLISHED_STAGES))
def test_stages_and_their_order_are_those_of_the_published_source(set_id: str) -> None:
    assert distinct_stages(read(set_id)) == PUBLISHED_STAGES[set_id]


@pytest.mark.parametrize("set_id", sorted(PUBLISHED_STAGES.keys() - {"four-pi"}))
def test_each_published_stage_has_one_question(set_id: str) -> None:
    assert len(read(set_id)["questions"]) == len(PUBLISHED_STAGES[set_id])


def test_each_part_of_four_pi_has_a_question_or_more_numbered_from_one() -> None:
    numbered: dict[str, list[str]] = {}
    for question in read("four-pi")["questions"]:
        numbered.setdefault(question["stage"].lower(), []).append(question["id"])
    for stage, ids in numbered.items():
        assert ids == [f"{stage}-{number}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize(("set_id", "number"), sorted(PUBLISHED_NUMBERS.items()))
def test_there_are_as_many_questions_as_in_the_published_source(set_id: str, number: int) -> None:
    question_set = read(set_id)
    assert len(question_set["questions"]) == number
    assert len(distinct_stages(question_set)) == number


def test_piiaf_explores_four_areas_and_then_goes_through_four_phases() -> None:
    parts = [stage.split(":")[0] for stage in distinct_stages(read("piiaf"))]
    assert parts == ["Part 1"] * 4 + [f"Part 2, phase {number}" for number in (1, 2, 3, 4)]


def test_each_slider_of_the_cube_names_both_its_ends() -> None:
    texts = {question["id"]: question["text"] for question in read("cube")["questions"]}
    assert texts.keys() == CUBE_ENDS.keys()
    for slider, (one_end, other_end) in CUBE_ENDS.items():
        assert one_end in texts[slider]
        assert other_end in texts[slider]


@pytest.mark.parametrize("set_id", ["population-seven", "performance-seven", "turn-the-curve"])
def test_friedmans_sets_ask_for_an_idea_that_costs_little_or_nothing(set_id: str) -> None:
    what_works = [q for q in read(set_id)["questions"] if q["stage"] == "What works"]
    assert len(what_works) == 1
    assert "little or nothing" in what_works[0]["text"]


@pytest.mark.parametrize("set_id", ["arnstein", "cube"])
def test_ladders_and_sliders_are_scales(set_id: str) -> None:
    assert read(set_id)["kind"] == "scale"


@pytest.mark.parametrize("set_id", ["mime", "gibbs", "kolb", "rolfe", "era", "pdsa"])
def test_models_of_reflection_are_cycles(set_id: str) -> None:
    assert read(set_id)["kind"] == "cycle"


def test_what_so_what_now_what_is_credited_to_everyone_it_is_credited_to() -> None:
    attribution = read("rolfe")["attribution"]
    for credit in ("Borton, T. (1970)", "Driscoll, J. (1994)", "Rolfe, G.", "(2001)"):
        assert credit in attribution


@pytest.mark.parametrize("set_id", IDS)
def test_the_file_is_named_for_its_set(set_id: str) -> None:
    assert read(set_id)["id"] == set_id


@pytest.mark.parametrize("set_id", IDS)
def test_a_set_has_the_agreed_keys_and_no_others(set_id: str) -> None:
    keys = read(set_id).keys()
    assert keys >= REQUIRED_KEYS
    assert keys <= REQUIRED_KEYS | OPTIONAL_KEYS


@pytest.mark.parametrize("set_id", IDS)
def test_a_question_has_the_agreed_keys_and_no_others(set_id: str) -> None:
    for question in read(set_id)["questions"]:
        assert question.keys() >= REQUIRED_QUESTION_KEYS
        assert question.keys() <= REQUIRED_QUESTION_KEYS | OPTIONAL_QUESTION_KEYS


@pytest.mark.parametrize("set_id", IDS)
def test_every_value_is_words_except_the_mark_of_a_question_that_leads_to_action(
    set_id: str,
) -> None:
    question_set = read(set_id)
    words = [value for key, value in question_set.items() if key != "questions"]
    for question in question_set["questions"]:
        words += [value for key, value in question.items() if key != "leads_to_action"]
        assert question.get("leads_to_action", True) is True
    assert all(isinstance(value, str) and value == value.strip() != "" for value in words)


@pytest.mark.parametrize("set_id", IDS)
def test_the_kind_of_set_is_a_known_one(set_id: str) -> None:
    assert read(set_id)["kind"] in KINDS


@pytest.mark.parametrize("set_id", IDS)
def test_identifiers_are_slugs_and_each_is_used_once(set_id: str) -> None:
    ids = [question["id"] for question in read(set_id)["questions"]]
    assert all(SLUG.fullmatch(identifier) for identifier in [set_id, *ids])
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("set_id", IDS)
def test_the_attribution_names_someone_and_a_year(set_id: str) -> None:
    attribution = read(set_id)["attribution"]
    assert attribution[0].isupper()
    assert YEAR.search(attribution)


@pytest.mark.parametrize("set_id", IDS)
def test_the_wording_is_marked_as_ours(set_id: str) -> None:
    assert read(set_id)["wording"] == "ours"


@pytest.mark.parametrize("set_id", [set_id for set_id in IDS if read(set_id)["kind"] == "cycle"])
def test_a_cycle_ends_with_its_one_question_that_leads_to_action(set_id: str) -> None:
    marks = [question.get("leads_to_action", False) for question in read(set_id)["questions"]]
    assert marks == [False] * (len(marks) - 1) + [True]


@pytest.mark.parametrize("set_id", ["population-seven", "performance-seven", "turn-the-curve"])
def test_friedmans_sets_end_with_the_question_that_leads_to_action(set_id: str) -> None:
    marks = [question.get("leads_to_action", False) for question in read(set_id)["questions"]]
    assert marks == [False] * (len(marks) - 1) + [True]


@pytest.mark.parametrize("set_id", [set_id for set_id in IDS if read(set_id)["kind"] == "scale"])
def test_a_place_on_a_scale_leads_to_no_action(set_id: str) -> None:
    assert not any("leads_to_action" in question for question in read(set_id)["questions"])


@pytest.mark.parametrize("set_id", IDS)
def test_each_text_is_one_plain_question_or_a_statement_on_a_scale(set_id: str) -> None:
    question_set = read(set_id)
    for question in question_set["questions"]:
        text = question["text"]
        ends = "?." if question_set["kind"] == "scale" else "?"
        assert text[-1] in ends
        assert not set(text[:-1]) & set("?!.;:")
        assert len(text.split()) <= 25


@pytest.mark.parametrize("set_id", IDS)
def test_no_cold_word_and_no_claim_of_cause_reaches_a_reader(set_id: str) -> None:
    unwanted = re.compile(r"\b(reject\w*|behind|orphan\w*|attack\w*|proxy|fail\w*|caus\w*)\b", re.I)
    for words in words_for_readers(read(set_id)):
        assert not unwanted.search(words)


@pytest.mark.parametrize("set_id", IDS)
def test_the_file_opens_with_a_line_saying_what_the_set_is_for(set_id: str) -> None:
    first = (FOLDER / f"{set_id}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"# For [^.]+\.", first)
