"""A curve in words, for when there are no numbers."""

import typing

import attrs

from obamodel.domain.curves import SchematicCurve, WantedDirection
from tests.domain.building import make, refuse


def test_a_schematic_curve_has_no_place_for_a_number() -> None:
    types = typing.get_type_hints(SchematicCurve)
    assert set(types.values()) == {str, tuple[str, ...], WantedDirection}
    assert set(types) == {part.name for part in attrs.fields(SchematicCurve)}


def test_a_number_in_place_of_a_state_in_words_is_refused() -> None:
    faults = refuse(SchematicCurve, start=3, wanted=12.5)
    assert [str(fault) for fault in faults] == [
        "start: found 3; write words in quotation marks [wrong-type]",
        "wanted: found 12.5; write words in quotation marks [wrong-type]",
    ]


def test_a_schematic_curve_goes_from_a_start_to_what_is_wanted() -> None:
    # The picture of the MIME report, in our words: fact sheet, section 3.
    curve = make(
        SchematicCurve,
        upwards="flow of evidence of views",
        start="now and then, not always representative",
        wanted="steady and representative",
    )
    assert (curve.across, str(curve.direction)) == ("time", "up")


def test_the_wanted_curve_may_go_down() -> None:
    assert [str(word) for word in WantedDirection] == ["up", "down"]


def test_the_level_axis_always_has_a_label() -> None:
    assert [fault.path for fault in refuse(SchematicCurve, across="")] == [("across",)]
