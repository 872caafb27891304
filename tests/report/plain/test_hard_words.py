"""Is each hard word of an edition explained, once, in the order of the alphabet?"""

import attrs
import pytest

import obamodel as oba
from obamodel.domain.method import Abbreviation
from obamodel.report.document import Document, Table
from obamodel.report.plain import write_plain
from obamodel.report.plain.hard_words import FORMS, HARD_WORDS, find_hard_words
from tests.report.plain.drawn import make_evaluation


def list_rows(document: Document) -> list[tuple[str, ...]]:
    (table,) = [block for block in document.find("hard-words").blocks if isinstance(block, Table)]
    return list(table.rows)


def test_every_form_of_a_word_is_found_and_no_part_of_another_word() -> None:
    assert find_hard_words("Carers met at the COURT.") == ("carer", "court")
    assert find_hard_words("a scarer in the courtyard") == ()
    assert find_hard_words("peer support") == ("peer support",)


def test_no_two_words_share_a_form() -> None:
    forms = [form for each in FORMS.values() for form in each]
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("word", HARD_WORDS)
def test_no_word_is_explained_by_itself(word: str) -> None:
    assert word not in find_hard_words(HARD_WORDS[word])


def test_the_list_has_each_hard_word_once_in_the_order_of_the_alphabet() -> None:
    words = [word for word, _ in list_rows(write_plain(oba.load_example("mime")))]
    assert {"carer", "commissioner", "peer support", "webchat"} <= set(words)
    assert words == sorted(set(words), key=str.casefold)


def test_what_the_last_part_says_is_explained_too() -> None:
    words = [word for word, _ in list_rows(write_plain(make_evaluation()))]
    assert {"Easy Read", "learning disabilities", "mark of a text"} <= set(words)


def test_a_short_form_that_is_used_is_spelt_out() -> None:
    used = Abbreviation(id="bus", short="HB", stands_for="Hill Bus")
    unused = Abbreviation(id="tram", short="DT", stands_for="Dale Tram")
    unknown = Abbreviation(id="hall", short="HH")
    evaluation = attrs.evolve(
        make_evaluation(), title="The HB and the HH", abbreviations=[used, unused, unknown]
    )
    rows = list_rows(write_plain(evaluation))
    assert ("HB", "Hill Bus") in rows
    assert not [row for row in rows if row[0] in ("DT", "HH")]
