"""Short names and words in the language asked for."""

import pytest

from obamodel.files.iati import IatiNarrative
from obamodel.files.iati.titles import choose_words, find_language, name_results
from obamodel.files.naming import Names
from tests.files.iati.building import COMPLETE, read

PLAIN, FRENCH, EMPTY = (
    IatiNarrative(text="Clinics"),
    IatiNarrative(text="Cliniques", language="fr"),
    IatiNarrative(text="", language="es"),
)


@pytest.mark.parametrize(
    ("narratives", "language", "expected"),
    [
        ([PLAIN, FRENCH], "fr", "Cliniques"),
        ([PLAIN, FRENCH], "FR", "Cliniques"),
        ([FRENCH, PLAIN], "en", "Clinics"),
        ([FRENCH], "en", "Cliniques"),
        ([EMPTY, FRENCH], "es", "Cliniques"),
        ([EMPTY], "es", ""),
    ],
)
def test_words_are_in_the_language_asked_for_or_the_next_best(
    narratives: list[IatiNarrative], language: str, expected: str
) -> None:
    assert choose_words(narratives, language) == expected


def test_results_and_indicators_are_named_after_their_titles() -> None:
    activities = read(COMPLETE).activities
    assert find_language(activities[0]) == "en"
    results = name_results(activities, Names())
    assert [one.key for one in results] == ["clinics-are-open", "people-live-well"]
    assert [one.key for one in results[0].indicators] == [
        "clinics-opened",
        "patients-seen-in-a-week",
    ]
