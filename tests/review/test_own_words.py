"""A review speaks in the words of the group."""

import attrs
import pytest

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.services import Service
from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.review import review_evaluation

PEOPLE = Population(id="people", name="People here", who="everybody here")
HEARD = Outcome(id="heard", statement="People are heard.", population="people")


def use(*words: tuple[str, str, str], based_on: str = "") -> Vocabulary:
    return Vocabulary(
        id="ours",
        title="Ours",
        based_on=based_on,
        words=[Word(idea=idea, word=word, plural=plural) for idea, word, plural in words],
    )


def say(evaluation: Evaluation, code: str) -> tuple[str, str]:
    found = next(one for one in review_evaluation(evaluation).findings if one.code == code)
    return found.sentence, found.mend


@pytest.mark.parametrize(
    ("vocabulary", "mend"),
    [
        (None, "Write one outcome: how life should be for everybody in the population."),
        (
            use(based_on="us"),
            "Write one result: how life should be for everybody in the population.",
        ),
        (
            use(("outcome", "hope", ""), ("population", "community", "communities")),
            "Write one hope: how life should be for everybody in the community.",
        ),
        (
            use(based_on="cy"),
            "Write one canlyniad: how life should be for everybody in the poblogaeth.",
        ),
    ],
)
def test_what_to_do_is_said_with_the_words_of_the_group(
    vocabulary: Vocabulary | None, mend: str
) -> None:
    empty = Evaluation(id="empty", title="Empty", vocabulary=vocabulary)
    assert say(empty, "no-outcome")[1] == mend


def test_more_than_one_has_its_own_word() -> None:
    made = Evaluation(
        id="a",
        title="A",
        vocabulary=use(("indicator", "dangosydd", "dangosyddion")),
        populations=[PEOPLE],
        outcomes=[HEARD],
        indicators=[
            Indicator(
                id=f"no-{label}",
                label=label,
                statement="Seen.",
                outcome="heard",
                data=DataState.HELD,
            )
            for label in "12"
        ],
    )
    said = " ".join(say(made, "indicator-without-definition"))
    assert "dangosyddion 1 and 2" in said
    assert "indicator" not in said


def test_a_and_an_fit_the_word_behind_them() -> None:
    made = Evaluation(
        id="a",
        title="A",
        populations=[PEOPLE],
        outcomes=[attrs.evolve(HEARD, statement="Nine in 10 are heard, or 90%.")],
        vocabulary=use(("indicator", "sign", "")),
    )
    assert say(made, "outcome-with-number")[1] == (
        "Take the number out, and keep it for a sign or a target."
    )


def test_what_people_wrote_stays_as_they_wrote_it() -> None:
    made = Evaluation(
        id="a",
        title="A",
        populations=[PEOPLE],
        outcomes=[attrs.evolve(HEARD, statement="The outcome of a service is good.")],
        services=[Service(id="us", name="Outcome service", description="It helps.")],
        indicators=[
            Indicator(
                id="one", label="1", statement="Seen.", outcome="heard", data=DataState.MISSING
            )
        ],
        vocabulary=use(("outcome", "hope", ""), ("service", "team", "")),
    )
    texts = [f"{found.sentence} {found.mend}" for found in review_evaluation(made).findings]
    assert any("“The outcome of a service is good”" in text for text in texts)
    assert any("Outcome service" in text for text in texts)
    assert not any("hope service" in text.lower() for text in texts)


def test_the_code_and_whom_it_is_about_stay_the_same() -> None:
    ours = Evaluation(id="a", title="A", vocabulary=use(("outcome", "hope", "")))
    usual = Evaluation(id="a", title="A", vocabulary=use())
    codes = [
        [(one.code, one.about) for one in review_evaluation(each).findings]
        for each in (ours, usual)
    ]
    assert [each for each in codes[0] if each[0] != "word-of-its-own"] == codes[1]
