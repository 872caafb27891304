"""Every key has one home."""

from collections import Counter

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.files.homes import HOMES, MAIN_FILE, SCHEMA_KEY, find_home, suggest_key


def test_every_field_of_an_evaluation_lives_in_exactly_one_file() -> None:
    homes = Counter(key for keys in HOMES.values() for key in keys)
    assert homes == Counter([SCHEMA_KEY, *attrs.fields_dict(Evaluation)])


def test_the_version_lives_in_the_main_file_and_comes_first() -> None:
    assert HOMES[MAIN_FILE][0] == SCHEMA_KEY
    assert find_home(SCHEMA_KEY) == MAIN_FILE


def test_a_key_of_no_file_has_no_home() -> None:
    assert find_home("weather") is None


def test_a_key_unlike_any_other_is_answered_with_all_there_are() -> None:
    assert suggest_key("weather", ["id", "name"]) == "the keys here are: id, name"
