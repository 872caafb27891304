"""Changes to a text are made all at once."""

import pytest

from obamodel.files.splicing import OverlapError, Splices


def test_changes_are_made_at_the_places_of_the_text_as_it_was() -> None:
    splices = Splices()
    splices.add(4, 7, "second")
    splices.add(0, 3, "first")
    assert splices.apply("one two") == "first second"


def test_what_is_put_in_before_a_stretch_comes_before_what_replaces_it() -> None:
    splices = Splices()
    splices.add(4, 7, "")
    splices.add(4, 4, "new ")
    splices.add(4, 4, "words")
    assert splices.apply("one two") == "one new words"


def test_changes_that_reach_into_each_other_are_refused() -> None:
    splices = Splices()
    splices.add(0, 5, "")
    splices.add(3, 7, "")
    with pytest.raises(OverlapError):
        splices.apply("one two")


def test_a_stretch_can_be_taken_with_its_changes() -> None:
    splices = Splices()
    splices.add(4, 7, "2")
    assert splices.apply("one two three", 4, 13) == "2 three"
