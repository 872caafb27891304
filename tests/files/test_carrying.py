"""What came over from another form, and what was left behind, is said."""

import pytest

from obamodel.domain.targets import Target
from obamodel.errors import Fault
from obamodel.files.carrying import Exported, Imported
from tests.domain.building import make

LEFT = Fault("no-place", "it has a map", "keep the map beside it", file="a.csv", line=3)
SETTLED = Fault("in-percent", "every value is in %", "give per= if not", file="a.csv")


def test_one_thing_was_read_and_two_were() -> None:
    target = make(Target)
    assert Imported(source="a.csv", targets=[target]).sentence == (
        "a.csv: 1 target was read, and nothing was left behind."
    )
    both = Imported(source="a.csv", targets=[target, target], left_behind=[LEFT, LEFT])
    assert both.sentence == "a.csv: 2 targets were read, and 2 things were left behind."


def test_everything_decided_and_left_behind_is_said_with_its_place() -> None:
    answer = Imported(source="a.csv", decided=[SETTLED], left_behind=[LEFT])
    assert str(answer).splitlines() == [
        "a.csv: nothing was read, and 1 thing was left behind.",
        "  a.csv: every value is in %; give per= if not [in-percent]",
        "  a.csv:3: it has a map; keep the map beside it [no-place]",
    ]
    frame = answer.to_frame()
    assert list(frame["what"]) == ["decided", "left behind"]
    assert list(frame["place"]) == ["a.csv", "a.csv:3"]


def test_words_from_a_file_stay_words_in_a_notebook() -> None:
    sly = Fault("no-place", "<script>", "keep it")
    assert "<script>" not in Imported(source="a", left_behind=[sly])._repr_html_()
    assert "<script>" not in Exported(files=["<script>"])._repr_html_()


def test_an_export_says_what_was_dropped() -> None:
    answer = Exported(files=["a.csv", "b.json"], dropped=[LEFT])
    assert answer.sentence == "a.csv, b.json: written, and 1 thing was dropped."
    assert str(answer).endswith("it has a map; keep the map beside it [no-place]")


@pytest.mark.parametrize("answer", [Imported(source="a"), Exported(files=["a"])])
def test_an_empty_account_has_an_empty_list(answer: Imported | Exported) -> None:
    assert "<ul>" not in answer._repr_html_()
