"""Does every note have one number, and is it known where it belongs?"""

from obamodel.report.workbook.noting import Notes, write_markers


def test_the_same_words_have_the_same_number_in_every_table() -> None:
    notes = Notes()
    assert notes.refer(["first", "second", "first"], 1) == [1, 2]
    assert notes.refer(["second", "", "third"], 2) == [2, 3]
    assert notes.places == {1: [1], 2: [1, 2], 3: [2]}
    assert write_markers([2, 3]) == "[note 2] [note 3]"
    assert write_markers([]) == ""
