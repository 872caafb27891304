"""The nouns of the format are valid or not made, and say everything at once."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from obamodel.errors import InvalidError
from obamodel.files.iati import (
    IatiBaseline,
    IatiDocument,
    IatiIndicator,
    IatiMeasure,
    IatiNarrative,
    IatiPeriod,
    IatiRaw,
    IatiReference,
    IatiResult,
    IatiResultType,
    IatiValue,
)

ONE: Any = "1"
DAY = datetime.date(2020, 1, 1)
INDICATOR = IatiIndicator(measure=IatiMeasure.UNIT, title="Visits")


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda: IatiPeriod(start=DAY, end=datetime.date(2019, 1, 1)), "before it starts"),
        (lambda: IatiBaseline(year=10_000), "four digits"),
        (lambda: IatiBaseline(year=0), "1 or more"),
        (lambda: IatiNarrative(text="a", language="not a code"), "write a code such as"),
        (lambda: IatiIndicator(measure=IatiMeasure.UNIT, title=[]), "it has no words"),
        (lambda: IatiIndicator(measure=ONE, title="a"), "give IatiMeasure.UNIT"),
        (
            lambda: IatiResult(type=IatiResultType.OTHER, title="a", indicators=[]),
            "give at least one indicator",
        ),
        (
            lambda: IatiResult(type=IatiResultType.OTHER, title="", indicators=[INDICATOR]),
            "title: it has no words",
        ),
        (lambda: IatiReference(vocabulary="1", code="2", uri="a b"), "without spaces"),
        (lambda: IatiRaw(name="a", xml="<a>\x00</a>"), "U+0000"),
        (lambda: IatiValue(value=5), "words in quotation marks"),
    ],
)
def test_what_is_not_right_is_not_made(make: Callable[[], object], part: str) -> None:
    with pytest.raises(InvalidError) as caught:
        make()
    assert part in str(caught.value)


def test_everything_wrong_with_a_document_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as caught:
        IatiDocument(url="a b", format="application/pdf", title=[], categories=[])
    assert [fault.path for fault in caught.value.faults] == [("title",), ("url",), ("categories",)]


def test_the_line_in_the_file_is_no_part_of_the_meaning() -> None:
    assert IatiValue(value="1", line=4) == IatiValue(value=" 1 ", line=9)
