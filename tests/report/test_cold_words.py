"""Is there a cold word anywhere that is ours?"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import obamodel as oba
from obamodel.report.document import Document
from obamodel.report.markdown import print_markdown

SOURCE = Path(oba.__file__).resolve().parent
COLD = re.compile(
    r"\b(reject(?:s|ed|ion)?|failed|failing|failures?|lagging|underperform\w*|(?:fell|falls?|are|is|lag)"
    r" behind|non-compliant|hard[- ]to[- ]reach|victims?)\b",
    re.IGNORECASE,
)
# A service contributes; nobody says that it brought something about. What looks for the word in
# the texts of a group (a pattern) has to name it.
CAUSING = re.compile(r"\bcaus(?:es|ed|ing)\b|\bcause of\b", re.IGNORECASE)
VOCABULARIES = ("uk", "us", "cy")
# What a reader sees is written in these rooms; in the others an answer has its own words.
ROOMS = ("report", "review", "plots", "stats", "disclosure", "domain")


def list_sentences(path: Path) -> Iterator[tuple[int, str]]:
    """List the texts in a file that are not its documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_no_text_of_ours_has_a_cold_word() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {text}"
        for room in ROOMS
        for path in sorted((SOURCE / room).rglob("*.py"))
        for line, text in list_sentences(path)
        if COLD.search(text)
    ]
    assert found == []


def test_no_text_of_ours_says_that_something_caused_something() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {text}"
        for room in ROOMS
        for path in sorted((SOURCE / room).rglob("*.py"))
        for line, text in list_sentences(path)
        if CAUSING.search(text) and " " in text and "\\b" not in text
    ]
    assert found == []


def test_no_shipped_word_or_question_is_cold() -> None:
    for path in sorted((SOURCE / "templates").rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        tomllib.loads(text)
        assert not COLD.search(text), path.name


def test_the_check_would_notice_one() -> None:
    for text in ("The idea was rejected.", "You are behind.", "It failed."):
        assert COLD.search(text)
    for text in ("The story behind the curve", "What stands behind the picture"):
        assert not COLD.search(text)


def make_documents() -> Iterator[Document]:
    for name in ("mime", "trafford"):
        evaluation = oba.load_example(name)
        yield oba.report.evaluation(evaluation)
        yield oba.report.plain(evaluation)
        yield oba.report.scorecard(oba.report.make_scorecard(evaluation, as_of="2025-05-03"))
        yield from (oba.report.population_card(evaluation, one.id) for one in evaluation.outcomes)
        yield from (oba.report.performance_card(evaluation, one.id) for one in evaluation.services)
        yield oba.report.reflection_form(evaluation, question_set="rolfe")
        yield oba.report.turn_sheet(evaluation, evaluation.indicators[0].id)


def test_no_paper_about_an_example_has_a_cold_word() -> None:
    for document in make_documents():
        found = [one[0] for one in COLD.finditer(print_markdown(document))]
        assert found == [], document.title


def test_what_was_not_taken_up_is_said_with_the_reason() -> None:
    mime = oba.load_example("mime")
    text = print_markdown(oba.report.evaluation(mime))
    if any(one.reply is oba.Reply.NOT_TAKEN_UP for one in mime.influences):
        assert "not taken up, because" in text
    assert str(oba.Reply.NOT_TAKEN_UP) == "not taken up"


def load_starter(folder: Path) -> oba.Evaluation:
    oba.start_folder(folder)
    return oba.load(folder)


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("example", ["mime", "trafford", "starter"])
def test_no_report_has_a_cold_word_in_any_shipped_language(
    name: str, example: str, tmp_path: Path
) -> None:
    evaluation = (
        load_starter(tmp_path / "new") if example == "starter" else oba.load_example(example)
    )
    spoken = attrs.evolve(evaluation, vocabulary=oba.read_vocabulary(name))
    text = print_markdown(oba.report.evaluation(spoken))
    assert COLD.findall(text) == []
    assert CAUSING.findall(text) == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_papers_speak_each_shipped_vocabulary(name: str) -> None:
    words = oba.read_vocabulary(name)
    mime = attrs.evolve(oba.load_example("mime"), vocabulary=words)
    text = print_markdown(oba.report.evaluation(mime))
    assert f"{(words.find_word('outcome') or 'outcome').capitalize()}: The strategy" in text
    assert (words.find_plural("indicator") or "indicators") in text
    assert ("Not yet checked by a speaker of Welsh." in text) == (name == "cy")
