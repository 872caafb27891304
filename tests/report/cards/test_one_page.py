"""Is what fits on one page chosen by one rule, and is the rest counted?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.report.cards.one_page import CUT, OnePage, count_lines, fit
from obamodel.report.document import Bullets, Document, Kind, Paragraph, Section


def read_note(page: OnePage) -> str:
    note = page.say()
    return "" if note is None else note.text


def test_the_first_few_are_taken_and_the_others_are_counted_by_what_they_are() -> None:
    page = OnePage()
    assert page.take("abcde", 3, "partner") == ("a", "b", "c")
    assert page.take("ab", 1, "story", "stories") == ("a",)
    assert page.take("a", 1, "idea") == ("a",)
    assert read_note(page) == (
        "2 more partners and 1 more story did not fit on one page. The report has all of it."
    )


def test_those_of_one_kind_are_counted_together() -> None:
    page = OnePage()
    page.take("abc", 2, "curve")
    page.take("abc", 1, "curve")
    assert read_note(page).startswith("3 more curves did")


def test_where_everything_fits_nothing_is_said() -> None:
    page = OnePage()
    assert page.take("ab", 2, "partner") == ("a", "b")
    assert page.shorten("It grew.", 2) == "It grew."
    assert page.say() is None


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("It grew. Then it fell.", 5, "It grew. Then it fell."),
        ("It grew. Then it fell.", 4, f"It grew. {CUT}"),
        ("Why did it grow? Nobody knows!", 4, f"Why did it grow? {CUT}"),
        ("It grew and then it fell.", 3, f"It grew and {CUT}"),
        ("  It\n grew. ", 2, "It grew."),
    ],
)
def test_a_text_is_cut_after_whole_sentences_where_one_fits(
    text: str, most: int, kept: str
) -> None:
    page = OnePage()
    assert page.shorten(text, most) == kept
    assert (CUT in kept) == ("A text ends in" in read_note(page))


@given(st.text(), st.integers(1, 40))
def test_no_text_has_more_words_than_there_is_room_for(text: str, most: int) -> None:
    kept = OnePage().shorten(text, most)
    assert len(kept.removesuffix(CUT).split()) <= most
    assert " ".join(text.split()).startswith(kept.removesuffix(CUT).rstrip())


def test_less_room_means_fewer_things_and_fewer_words_but_never_none() -> None:
    page = OnePage(0.5)
    assert page.take("abcde", 4, "partner") == ("a", "b")
    assert page.shorten("One two three four.", 4) == f"One two {CUT}"
    assert OnePage(0.3).take("ab", 1, "partner") == ("a",)


def test_a_card_is_written_with_as_much_as_fits() -> None:
    tried: list[int] = []

    def write(page: OnePage) -> Document:
        items = page.take(["word " * 100] * 30, 30, "line")
        tried.append(len(items))
        section = Section(id="a", title="A", blocks=[Bullets(items)])
        return Document(title="Card", kind=Kind.CARD, sections=[section])

    card = fit(write)
    assert tried == sorted(tried, reverse=True)
    # 500 letters are nine lines of 59; of two columns of sixty lines, thirteen such items take 117.
    assert count_lines(card) <= 120
    assert tried[-1] < tried[0]


def test_a_line_is_counted_for_as_many_letters_as_a_column_is_wide() -> None:
    def count(letters: int) -> float:
        section = Section(id="a", title="A", blocks=[Paragraph("m" * letters)])
        return count_lines(Document(title="Card", kind=Kind.CARD, sections=[section]))

    assert count(63) == count(1)
    assert count(64) == pytest.approx(count(63) + 1)
