"""Do the words of a group come first, and read well in a sentence?"""

import pytest

from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.plots.wording import choose_words, end_sentence, join, say, say_first


def test_a_group_s_own_word_comes_before_the_usual_one() -> None:
    own = Vocabulary(id="own", title="Ours", words=[Word(idea="effort", word="cause")])
    words = choose_words(own)
    assert say(words, "effort") == "cause"
    assert say_first(words, "effect") == "Effect"
    assert say(choose_words(None), "effort") == "effort"


@pytest.mark.parametrize(
    "idea",
    [
        *("quantity", "quality", "effort", "effect", "how_much", "how_well", "better_off"),
        *("factor", "indicator", "partner"),
    ],
)
def test_there_is_a_usual_word_for_each_idea_in_a_picture(idea: str) -> None:
    assert say(choose_words(None), idea)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["forums"], "forums"),
        (["forums", "carers."], "forums and carers"),
        (["a", "b", "c", "d"], "a, b and 2 more"),
    ],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], said: str) -> None:
    assert join(names, most=2) == said


def test_a_sentence_is_closed_once() -> None:
    assert end_sentence("Views are heard") == "Views are heard."
    assert end_sentence("Views are heard.") == "Views are heard."
    assert end_sentence("Are views\nheard?") == "Are views heard?"
