"""Are all the words of a noun found, and only words?"""

from obamodel.disclosure.words import change_words, find_words
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating, Recollection
from obamodel.domain.measures import BetterOff
from obamodel.domain.stories import Story, Teller

SAID = Feedback(
    id="form-1",
    gist="gist",
    came_by=FeedbackSource.MEETING,
    given=PartialDate.parse("2011-01-26"),
    who="who",
    person="wren",
    caveat="caveat",
    selected="selected",
    rating=Rating(value=3, note="scale"),
    recollections=[Recollection(who="Jo", says="many"), Recollection(who="Al", says="few")],
    bears_on=["indicator-1"],
    better_off=[BetterOff.BEHAVIOUR],
    consent=Consent(state=ConsentState.ALREADY_PUBLISHED, source="report", note="note"),
    source="page 3",
)


def test_words_are_found_with_the_way_to_them_and_names_lists_and_sources_are_not() -> None:
    assert dict(find_words(SAID)) == {
        ("gist",): "gist",
        ("who",): "who",
        ("selected",): "selected",
        ("caveat",): "caveat",
        ("rating", "note"): "scale",
        ("recollections", 0, "who"): "Jo",
        ("recollections", 0, "says"): "many",
        ("recollections", 1, "who"): "Al",
        ("recollections", 1, "says"): "few",
    }


def test_every_word_that_is_found_is_changed_and_nothing_else() -> None:
    changed = change_words(SAID, lambda words: f"<{words}>")
    assert dict(find_words(changed)) == {path: f"<{words}>" for path, words in find_words(SAID)}
    assert change_words(changed, lambda words: words[1:-1]) == SAID


def test_lists_of_words_and_parts_of_parts_are_reached() -> None:
    story = Story(id="why", text="a", root_causes=["b", "c"], told_by=[Teller(who="d")])
    changed = change_words(story, str.upper)
    assert (changed.text, changed.root_causes, changed.told_by[0].who) == ("A", ("B", "C"), "D")
    assert changed.id == "why"


def test_a_noun_in_which_nothing_changes_is_the_same_one() -> None:
    assert change_words(SAID, lambda words: words) is SAID
