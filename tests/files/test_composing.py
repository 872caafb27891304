"""What is written as TOML reads back equal, by Python's reader and by another one."""

import tomllib

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.evaluation import Evaluation
from obamodel.files.composing import write_assignment, write_inline, write_table, write_value
from obamodel.files.document import write_document
from tests.strategies import AWKWARD, evaluations, texts


@given(texts())
def test_a_text_reads_back_equal_however_it_is_written(text: str) -> None:
    for written in (write_value(text), write_inline(text)):
        assert tomllib.loads(f"key = {written}") == {"key": text}
        assert tomlkit.parse(f"key = {written}").unwrap() == {"key": text}


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_reads_back_equal_inside_lists_and_tables(text: str) -> None:
    value = {"words": [text, text], "inner": {"text": text}}
    assert tomllib.loads(write_assignment("key", value)) == {"key": value}


@given(evaluations(most=3))
def test_a_whole_evaluation_reads_back_equal_by_two_readers(evaluation: Evaluation) -> None:
    document = write_document(evaluation)
    written = write_table(document)
    assert tomllib.loads(written) == document
    assert tomlkit.parse(written).unwrap() == document


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans())
def test_a_number_keeps_its_value_and_its_kind(value: float | bool) -> None:
    read = tomllib.loads(f"key = {write_value(value)}")["key"]
    assert (read, type(read)) == (value, type(value))


def test_signs_that_turn_or_hide_the_line_are_written_out() -> None:
    assert write_value("a\u202eb\ufeffc\u2028d") == '"a\\u202eb\\ufeffc\\u2028d"'


def test_a_text_of_several_lines_is_written_as_it_would_be_printed() -> None:
    assert write_value('He said "yes".\nThen he left.') == ('"""\nHe said "yes".\nThen he left."""')


def test_a_long_list_gets_a_line_for_each_item() -> None:
    written = write_assignment("drivers", ["x" * 60, "y" * 60])
    assert written == f'drivers = [\n  "{"x" * 60}",\n  "{"y" * 60}",\n]'


def test_what_is_said_of_periods_gets_a_line_for_each_however_short() -> None:
    table = {"baselines": [{"id": "a", "forecast": [{"period": "2014", "value": 12.3}]}]}
    assert write_table(table) == (
        '[[baselines]]\nid = "a"\nforecast = [\n  {period = "2014", value = 12.3},\n]\n'
    )
    assert write_assignment("values", []) == "values = []"


def test_the_lower_triangle_of_a_matrix_is_written_row_by_row() -> None:
    written = write_assignment("covariance", [1.0, 0.5, 2.0, 0.25, 1.5, 3])
    assert written == "covariance = [\n  1.0,\n  0.5, 2.0,\n  0.25, 1.5, 3,\n]"
    assert write_assignment("covariance", [1.0]) == "covariance = [1.0]"
    assert write_assignment("widening", [1.2, 1.5]) == "widening = [1.2, 1.5]"


def test_a_short_table_stays_on_its_line_and_a_long_one_gets_a_heading() -> None:
    short = {"feedback": [{"id": "a", "consent": {"state": "no"}}]}
    assert write_table(short) == '[[feedback]]\nid = "a"\nconsent = {state = "no"}\n'
    long = {"feedback": [{"id": "a", "consent": {"note": "x" * 100}}]}
    assert write_table(long) == (
        f'[[feedback]]\nid = "a"\n\n[feedback.consent]\nnote = "{"x" * 100}"\n'
    )


def test_keys_of_a_thing_come_before_the_things_inside_it() -> None:
    table = {"cycles": [{"id": "a", "responses": [{"text": "x"}], "source": "p. 3"}]}
    assert write_table(table) == (
        '[[cycles]]\nid = "a"\nsource = "p. 3"\n\n[[cycles.responses]]\ntext = "x"\n'
    )
