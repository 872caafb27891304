"""Do the rules on words ask when they should, and only then?"""

from typing import Any

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.method import Abbreviation
from obamodel.domain.vocabulary import Vocabulary, Word, WordFound
from tests.review.building import build
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def say(chosen: dict[str, str], *found: tuple[str, str], **parts: Any) -> Evaluation:
    return build(
        vocabulary=Vocabulary(
            id="ours",
            title="Our words",
            words=[Word(idea=idea, word=word) for idea, word in chosen.items()],
            found=[WordFound(word=word, idea=idea) for word, idea in found],
        ),
        **parts,
    )


ASKS = [
    Asks(
        "two-words-for-one-idea",
        "one idea was found under two words",
        say({}, ("measures", "factor"), ("criteria", "factor")),
        "One idea, factor, has 2 names: “measures” and “criteria”.",
        (),
    ),
    Asks(
        "two-words-for-one-idea",
        "a document does not use the chosen word",
        say({"performance_measure": "measure"}, ("KPI", "performance_measure")),
        "One idea, performance measure, has 2 names: “measure” and “KPI”.",
        (),
    ),
    Asks(
        "two-words-for-one-idea",
        "the framework is found under another name than its own",
        say({}, ("Outcomes Based Assessment", "framework")),
        "“Outcomes Based Accountability” and “Outcomes Based Assessment”.",
        (),
    ),
    Asks(
        "one-word-for-two-ideas",
        "one word was found for two ideas",
        say({}, ("Performance measure", "performance_measure"), ("performance measure", "factor")),
        "One word, “Performance measure”, is used for 2 ideas: factor and performance measure.",
        (),
    ),
    Asks(
        "word-of-its-own",
        "the group says cause for effort",
        say({"effort": "cause", "outcome": "outcome"}),
        "This group says “cause” for what most call “effort”.",
        (),
    ),
    Asks(
        "short-form-unexplained",
        "one of two is not written out",
        build(
            abbreviations=[
                Abbreviation(id="cpa", short="CPA"),
                Abbreviation(id="pct", short="PCT", stands_for="primary care trust"),
            ]
        ),
        "For 1 of 2 short forms, it is not written what the letters stand for: CPA.",
        ("cpa",),
    ),
]

SILENT = [
    Silent(
        "two-words-for-one-idea",
        "the same word differs only in its capitals",
        say({"factor": "criterion"}, ("Criterion", "factor")),
    ),
    Silent(
        "two-words-for-one-idea",
        "the framework goes by its own name",
        say({}, ("Outcomes Based Accountability", "framework")),
    ),
    Silent("two-words-for-one-idea", "nobody looked at the words", build()),
    Silent(
        "one-word-for-two-ideas",
        "one word was found twice for one idea",
        say({}, ("measure", "factor"), ("measure", "factor")),
    ),
    Silent(
        "word-of-its-own",
        "the words are the usual ones, or for ideas of its own",
        say({"effort": "effort", "framework": "OBA"}),
    ),
    Silent("word-of-its-own", "the group chose no words", build()),
    Silent(
        "short-form-unexplained",
        "all are written out",
        build(abbreviations=[Abbreviation(id="pct", short="PCT", stands_for="primary care trust")]),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)
