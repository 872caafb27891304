"""Which word a group uses for which idea."""

from obamodel.domain.vocabulary import Vocabulary, Word, WordFound
from tests.domain.building import make, refuse


def words(**chosen: str) -> list[Word]:
    return [Word(idea=idea, word=word) for idea, word in chosen.items()]


# MIME labels the rows of its quadrant cause and effect: fact sheet, section 4.
OURS = make(Vocabulary, id="mime", title="MIME's words", words=words(effort="cause"))
USUAL = make(
    Vocabulary,
    id="uk",
    title="Usual words",
    words=words(effort="effort", customers="people who use the service", effect="effect"),
)


def test_the_word_for_an_idea_is_the_group_s_own() -> None:
    assert OURS.find_word("effort") == "cause"


def test_there_is_no_word_for_an_idea_the_group_chose_none_for() -> None:
    assert OURS.find_word("customers") is None
    assert make(Vocabulary).find_word("effort") is None


def test_two_words_for_one_idea_are_refused() -> None:
    twice = [*words(effort="cause"), *words(effect="effect"), *words(effort="effort")]
    assert [str(fault) for fault in refuse(Vocabulary, words=twice)] == [
        (
            'words[2].idea: there are two words for "effort"; choose one;'
            " note the other among the words found [named-twice]"
        )
    ]


def test_one_word_may_be_chosen_for_two_ideas() -> None:
    # That is for the review to ask about, not to refuse.
    assert refuse(Vocabulary, words=words(effort="work", activity="work")) == ()


def test_a_document_may_be_found_to_use_two_words_for_one_idea() -> None:
    # MIME names its framework in two ways: fact sheet, section 0.
    found = [
        WordFound(word="Outcomes Based Accountability", idea="framework", where="section 1"),
        WordFound(word="Outcomes Based Assessment", idea="framework", where="section 3"),
    ]
    assert make(Vocabulary, found=found).found == tuple(found)


def test_a_vocabulary_is_completed_with_the_usual_words_and_keeps_its_own() -> None:
    whole = OURS.complete(USUAL)
    assert [(word.idea, word.word) for word in whole.words] == [
        ("effort", "cause"),
        ("customers", "people who use the service"),
        ("effect", "effect"),
    ]
    assert (whole.id, whole.title) == ("mime", "MIME's words")


def test_completing_changes_neither_vocabulary_and_is_done_once_for_all() -> None:
    whole = OURS.complete(USUAL)
    assert len(OURS.words) == 1
    assert len(USUAL.words) == 3
    assert whole.complete(USUAL) == whole
