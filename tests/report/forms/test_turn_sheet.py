"""Does the sheet lead a meeting from the curve through the five steps, with room to write?"""

import pytest

import obamodel as oba
from obamodel.errors import InvalidError
from obamodel.files.filled_forms import parse_filled_form
from obamodel.files.filled_forms.turning import list_turning_rooms
from obamodel.report.document import Figure, Kind
from obamodel.report.forms import write_turn_sheet
from obamodel.report.forms.turn_sheet import MINUTES
from obamodel.report.markdown import print_markdown

MEASURE = "children-cautioned-or-sentenced"


@pytest.fixture(scope="module")
def trafford() -> oba.Evaluation:
    return oba.load_example("trafford")


def test_the_meeting_takes_an_hour_and_a_half_at_most() -> None:
    assert 60 <= sum(MINUTES.values()) + 15 <= 90


def test_the_chart_comes_first_and_its_numbers_last(trafford: oba.Evaluation) -> None:
    sheet = write_turn_sheet(trafford, MEASURE)
    assert sheet.kind is Kind.FORM
    order = [section.id for section in sheet.sections]
    assert order == ["curve", "meeting", *MINUTES, "behind", "desk"]
    first = sheet.sections[0].blocks
    assert any(isinstance(block, Figure) for block in first)
    assert all(block.table is None for block in first if isinstance(block, Figure))


def test_the_places_are_those_that_are_read_back(trafford: oba.Evaluation) -> None:
    printed = print_markdown(write_turn_sheet(trafford, MEASURE)).encode("utf-8")
    form = parse_filled_form(printed, "sheet.md")
    stem = form.rooms[0].partition(".")[0]
    assert form.rooms == tuple(list_turning_rooms(stem, (1, 2, 3, 4)))
    assert dict(form.answers) == {f"{stem}.about": MEASURE}


def test_a_title_is_said_in_the_words_of_the_curve(trafford: oba.Evaluation) -> None:
    sheet = write_turn_sheet(trafford, MEASURE)
    assert sheet.title == "Turning the curve: Few children are cautioned or sentenced"


def test_a_curve_that_is_not_there_has_no_sheet(trafford: oba.Evaluation) -> None:
    with pytest.raises(InvalidError, match=MEASURE):
        write_turn_sheet(trafford, "burglaries")
