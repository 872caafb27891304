"""Does the paper on two rounds say what was promised, what happened, and what people were told?"""

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.report.forms import write_cycle_comparison
from obamodel.report.markdown import print_markdown
from tests.stats.test_cycles import hold, make, promise


def write(**parts: object) -> str:
    return print_markdown(write_cycle_comparison(make(**parts), "first", "second"))


def test_promises_are_shown_with_how_far_they_came_and_why() -> None:
    text = write(
        actions=[
            promise("rung", "first", "done"),
            promise("built", "first", "stopped", "no room was found"),
            promise("asked", "first", "under way"),
            promise("new", "second", "planned"),
        ]
    )
    assert "stopped: no room was found" in text
    assert "- asked (nobody named yet, no date yet)" in text
    carried, new = text.split("**New in: Second**")
    assert "| 1 | new |" in new
    assert "| new |" not in carried


def test_a_curve_that_is_judged_otherwise_is_told_with_its_sentence() -> None:
    text = write()
    (answer,) = oba.publish_curves(make())
    assert "| Calls that nobody answered | too early to say | turned | yes |" in text
    assert f"- {answer.sentence}" in text
    assert "may have contributed to a curve. Other things did too." in text


def test_a_view_not_taken_up_is_told_with_why() -> None:
    view = oba.Influence(
        id="view",
        view="Open later.",
        reply=oba.Reply.NOT_TAKEN_UP,
        because="the building is let",
        told_back=PartialDate.parse("2015-05"),
        told_how="by letter",
    )
    told = write(influences=[view])
    assert "not taken up, because the building is let." in told
    assert "May 2015, by letter" in told


def test_nothing_is_made_up_where_nothing_was_written_down() -> None:
    text = write(cycles=[hold("first"), hold("second", follows="first")], series=[], baselines=[])
    assert "No action was written down." in text
    assert "Nothing was promised, so nothing is carried over." in text
    assert "No curve could be judged at either round." in text
    assert "When the rounds were held is not written down, so this cannot be said." in text
