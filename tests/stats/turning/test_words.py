"""In which words a curve is judged."""

from obamodel.stats.turning.words import AfterEnd, Verdict


def test_the_verdicts_are_those_that_were_agreed_from_the_worst_to_the_best() -> None:
    # The words of the project's plan, in its order.
    assert [str(word) for word in list(Verdict)[:8]] == [
        "worse than the baseline",
        "signs of worsening",
        "no turn shown",
        "no worthwhile turn",
        "signs of a turn",
        "turned",
        "too early to say",
        "too few points",
    ]


def test_against_a_forecast_that_was_agreed_there_are_three_words() -> None:
    assert [str(word) for word in list(Verdict)[8:]] == [
        "worse than the forecast agreed",
        "as the forecast agreed",
        "better than the forecast agreed",
    ]


def test_after_the_end_the_words_are_those_that_were_agreed() -> None:
    assert {"sustained", "fading or unclear", "reverted", "turned late"} <= set(AfterEnd)


def test_no_word_speaks_of_causes_or_probabilities() -> None:
    told = " ".join([*Verdict, *AfterEnd])
    for word in ("cause", "probab", "significan", "effect", "impact"):
        assert word not in told
