"""What would a practitioner ask about the words?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import join_names, quote, say_on_one_line, say_part

FRAMEWORK = "framework"


@rule("one-word-for-two-ideas", severity=Severity.WORTH_ASKING, source=sources.LANGUAGE)
def one_word_for_two_ideas(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: which of the two do you mean?"""
    ideas: dict[str, list[str]] = {}
    for word, idea in _pair_words(evaluation):
        ideas.setdefault(word.casefold(), []).append(idea)
    for word, _ in _pair_words(evaluation):
        meant = sorted(set(ideas.pop(word.casefold(), ())))
        if len(meant) > 1:
            yield Noticed(
                place="words",
                sentence=f"One word, {quote(word)}, is used for {len(meant)} ideas: "
                f"{join_names(_say_idea(idea) for idea in meant)}.",
                mend="Choose a word of its own for each, and use it everywhere.",
            )


@rule("two-words-for-one-idea", severity=Severity.WORTH_ASKING, source=sources.LANGUAGE)
def two_words_for_one_idea(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is that the same thing again under another name?"""
    words: dict[str, dict[str, str]] = {}
    for word, idea in _pair_words(evaluation):
        words.setdefault(idea, {}).setdefault(word.casefold(), word)
    for idea, used in words.items():
        if len(used) > 1:
            yield Noticed(
                place="words",
                sentence=f"One idea, {_say_idea(idea)}, has {len(used)} names: "
                f"{join_names(quote(word) for word in used.values())}.",
                mend="Choose one of them together, and use it everywhere.",
            )


@rule("word-of-its-own", severity=Severity.NOTE, source=sources.LANGUAGE)
def word_of_its_own(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: will a reader from elsewhere know what you call it?"""
    if evaluation.vocabulary is None:
        return
    # Reading the default words from their file is put off until a group has words of its own.
    from obamodel.files import read_vocabulary

    usual = read_vocabulary()
    differing = [
        f"{quote(word.word)} for what most call {quote(most)}"
        for word in evaluation.vocabulary.words
        if (most := usual.find_word(word.idea)) is not None
        and most.casefold() != word.word.casefold()
    ]
    if differing:
        yield Noticed(
            place="words",
            sentence=f"This group says {join_names(differing)}.",
            mend="Keep the words if they are your own, and explain them where they come first.",
        )


@rule("short-form-unexplained", severity=Severity.NOTE, source=sources.PRACTICE)
def short_form_unexplained(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what does that stand for?"""
    without = [each for each in evaluation.abbreviations if not each.stands_for]
    if without:
        part = say_part(len(without), len(evaluation.abbreviations), "short form", "short forms")
        yield notice_some(
            "words",
            f"For {part}, it is not written what the letters stand for: "
            f"{join_names(say_on_one_line(each.short) for each in without)}.",
            "Write each out in full once, or use plain words instead.",
            without,
        )


def _pair_words(evaluation: Evaluation) -> list[tuple[str, str]]:
    if evaluation.vocabulary is None:
        return []
    chosen = [(word.word, word.idea) for word in evaluation.vocabulary.words]
    found = [(word.word, word.idea) for word in evaluation.vocabulary.found]
    # The evaluation has a name for its framework, whether or not it is among the words.
    if any(idea == FRAMEWORK for _, idea in found):
        chosen.append((evaluation.framework, FRAMEWORK))
    return chosen + found


def _say_idea(idea: str) -> str:
    return idea.replace("_", " ")
