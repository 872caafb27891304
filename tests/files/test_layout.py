"""Where things stand in a TOML text is found without reading it otherwise than others do."""

import random
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import Step
from obamodel.files.document import write_document
from obamodel.files.layout import Layout, Value, lay_out
from tests.files.handwriting import Hand
from tests.strategies import evaluations


def look_up(document: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


def go_through(value: Value) -> Iterator[Value]:
    yield value
    for part in value.parts:
        yield from go_through(part)


def check_every_value(layout: Layout) -> None:
    document = tomllib.loads(layout.text)
    for statement in layout.statements:
        if statement.value is None:
            assert isinstance(look_up(document, statement.path), dict)
            continue
        for value in go_through(statement.value):
            written = layout.text[value.start : value.end]
            assert tomllib.loads(f"key = {written}")["key"] == look_up(document, value.path)


@given(evaluations(most=3), st.randoms(use_true_random=False))
def test_each_stretch_holds_what_pythons_reader_finds_at_its_path(
    evaluation: Evaluation, chance: random.Random
) -> None:
    hand = Hand(chance)
    text = hand.write(write_document(evaluation))
    layout = lay_out(text)
    check_every_value(layout)
    assert [text[start:end] for start, end in layout.comments] == hand.comments


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a remark",
        "a.\"b c\".'d.e' = 1\n",
        '[ x . "y z" ]\nq=1',
        "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2\n[[a]]\n[[a.b]]\nc = 3\n",
        "[[a]]\n[b]\nx = 1\n[a.c]\nd = 1\n",
        "a = [ # one\n  [1, 2], # two\n  {b = [3,\n4]}\n# three\n]\n",
        "a = [\n]\nb = {}\nc = {d = {}, e.f = 1}\n",
        "a = 2011-08-05 10:00:00\nb = 2011-08-05\nc = 10:00:00 # hour\n",
        "a = '''\n'quoted''''\nb = \"\"\"\n\"quoted\"\"\"\"\n",
        'a = "x # not a remark" # a remark\n',
        "a = -1_000.5e+3\nb = 0xff\nc = +inf\n",
    ],
)
def test_every_way_of_writing_is_followed(text: str) -> None:
    check_every_value(lay_out(text))


def test_a_part_that_is_not_there_is_looked_for_where_it_would_stand() -> None:
    layout = lay_out(
        '[[risks]]\nid = "a"\n\n[[risks]]\nid = "b"\neased_by = [\n  "x",\n  "y",\n]\n'
    )
    assert layout.find_line(("risks", 1, "eased_by", 1)) == 8
    assert layout.find_line(("risks", 1, "name")) == 4
    assert layout.find_line(("risks", 7)) == 1
    assert layout.find_line(("factors",)) is None
