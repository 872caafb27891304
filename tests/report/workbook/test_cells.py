"""Is a number written as a number, and everything else as the words it is?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.report.workbook.cells import Number, Shorthand, clean, read_number, read_rows


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("0", 0, "0"),
        ("45", 45, "0"),
        ("-4", -4, "0"),
        ("1,250", 1250, "#,##0"),
        ("1,234,567.50", 1234567.5, "#,##0.00"),
        ("12.50", 12.5, "0.00"),
        ("0.05", 0.05, "0.00"),
        ("31%", 0.31, "0%"),
        ("12 %", 0.12, "0 %"),
        ("12.5%", 0.125, "0.0%"),
    ],
)
def test_a_number_keeps_its_decimals_thousands_and_per_cent(
    text: str, value: float, form: str
) -> None:
    assert read_number(text) == Number(value, form)


@pytest.mark.parametrize(
    "text",
    [
        *("about 40", "at least 8", "40 to 45", "5 % u", "10, from one form", "2012/13", "007"),
        *("01632 960123", "1,25", "12,34,567", "1.", ".5", "+4", "1e5", "\u0661\u0662", "4\n", ""),
        *("1234567890123456", "-", "nan", "inf", "=1", "3 per 100"),
    ],
)
def test_whatever_is_not_a_number_and_nothing_else_stays_words(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(-(10**12), 10**12), st.booleans())
def test_every_whole_number_is_read_as_itself(number: int, apart: bool) -> None:
    found = read_number(f"{number:,}" if apart else f"{number}")
    assert found is not None
    assert found.value == number


@given(st.decimals(-(10**6), 10**6, places=2))
def test_every_decimal_is_read_as_itself(number: object) -> None:
    found = read_number(f"{number}".replace("-0.00", "0.00"))
    assert found == Number(float(str(number)), "0.00")


def test_the_first_column_and_columns_of_names_stay_words() -> None:
    read = read_rows(["Order", "Period", "Seen"], [["1", "2012", "4"]])
    assert read.rows == (("1", "2012", Number(4, "0")),)
    labels = read_rows(["Factor", "Indicators"], [["A1", "4"], ["A2", "1, 4"]])
    assert labels.rows == (("A1", "4"), ("A2", "1, 4"))


@pytest.mark.parametrize(
    ("text", "shorthand"),
    [
        ("*", Shorthand.CONFIDENTIAL),
        ("a small number, not shown", Shorthand.CONFIDENTIAL),
        ("present, number withheld", Shorthand.CONFIDENTIAL),
        ("number withheld", Shorthand.CONFIDENTIAL),
        ("not shown", Shorthand.CONFIDENTIAL),
        ("out of too few people to be shown", Shorthand.CONFIDENTIAL),
        ("no value", Shorthand.NOT_AVAILABLE),
        ("not known", Shorthand.NOT_AVAILABLE),
        ("reached, not counted", Shorthand.NOT_AVAILABLE),
        ("-", Shorthand.NOT_AVAILABLE),
    ],
)
def test_the_marks_of_published_tables_become_shorthand_among_numbers(
    text: str, shorthand: Shorthand
) -> None:
    read = read_rows(["Place", "People"], [["Harlow", "40"], ["Thurrock", text]])
    assert read.rows[1] == ("Thurrock", shorthand)
    assert read.used == (shorthand,)


def test_what_shorthand_stands_for_is_kept_word_for_word() -> None:
    rows = [["a", "4"], ["b", "number withheld"], ["c", "number withheld"], ["d", "*"]]
    assert read_rows(["Place", "People"], rows).meant == (
        "[c] in this table stands for \u201cnumber withheld\u201d at: b; c.",
    )


def test_words_stay_words_in_columns_of_words_and_nothing_is_left_empty() -> None:
    read = read_rows(["What", "Known"], [["a", "not known"], ["b", "-"], ["c", ""]])
    assert [row[1] for row in read.rows] == ["not known", "nothing recorded", "nothing recorded"]
    drawn = read_rows(["What", "Known"], [["a", "-"]], drawn=True)
    assert drawn.rows == (("a", Shorthand.NOT_APPLICABLE),)


@given(st.text())
def test_nothing_in_a_text_is_unseen(text: str) -> None:
    shown = clean(text)
    assert shown == " ".join(shown.split())
    kinds = {unicodedata.category(sign) for sign in shown if sign not in "\u200c\u200d"}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def test_a_text_longer_than_a_cell_can_be_says_that_it_goes_on() -> None:
    assert len(clean("x" * 100_000)) < 32_767
    assert clean("x" * 100_000).endswith("(the rest of this text is in the report)")
