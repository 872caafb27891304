"""For whom and where a value is, whatever the order in which it is told."""

from obamodel.files.iati import IatiActivity, IatiRaw, IatiSlice, IatiValue
from obamodel.files.iati.slices import find_places
from tests.files.iati.building import COMPLETE, read


def test_a_slice_is_the_same_in_any_order_and_comes_back_from_a_value() -> None:
    one = IatiSlice(locations=["B", "A"], dimensions=[("sex", "f"), ("age", "old")])
    other = IatiSlice(locations=["A", "B"], dimensions=[("age", "old"), ("sex", "f")])
    assert one == other
    assert hash(one) == hash(other)
    assert IatiSlice.of(IatiValue(value="1", **one.make_parts())) == one
    assert IatiSlice().is_everybody
    assert not one.is_everybody


def test_a_place_that_is_told_twice_is_not_the_place_told_once() -> None:
    assert IatiSlice(locations=["A", "A"]) != IatiSlice(locations=["A"])


def test_places_are_called_as_the_activity_calls_them() -> None:
    (activity,) = read(COMPLETE).activities
    places = find_places(activity)
    assert places == {"NORTH": "The north (NORTH)"}
    where = IatiSlice(locations=["SOUTH", "NORTH"]).in_words(places)
    assert where == "at The north (NORTH) and SOUTH"


def test_a_place_that_cannot_be_read_has_no_other_name() -> None:
    broken = IatiRaw(name="location", xml="<location")
    assert find_places(IatiActivity(identifier="A", parts=[broken])) == {}
