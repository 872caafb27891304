"""Is who is missing shown from published numbers only?"""

from typing import Any

from obamodel.disclosure.breakdowns import publish_breakdowns
from obamodel.disclosure.curves import AGAIN
from obamodel.disclosure.presence import PublishedComparison, publish_presence
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.breakdowns import Breakdown, Part, PartState
from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark
from tests.disclosure.small_tables import choose
from tests.disclosure.test_breakdowns import make

ADULTS = make(
    {"Basildon": 140_000, "Harlow": 70_000, "Thurrock": 130_000, "Uttlesford": 60_000},
    id="adults",
    of="adults",
    published="Census 2021",
)


def publish(*parts: Part, protection: Protection = STANDING, **about: Any) -> PublishedComparison:
    came = make({}, parts=parts, **about)
    (shown, reference) = publish_breakdowns([came, ADULTS], protection).breakdowns
    return publish_presence(shown, reference, protection)


def rows(found: PublishedComparison) -> dict[str, tuple[float | None, float | None, str, Mark]]:
    return {
        row.group: (row.share, row.reference_share, row.words, row.mark) for row in found.chart.rows
    }


def test_shares_are_of_rounded_numbers_and_have_no_decimals() -> None:
    found = publish(
        Part(name="Basildon", number=41),
        Part(name="Harlow", number=22),
        Part(name="Thurrock", number=32),
        Part(name="Uttlesford", number=8),
        whole=103,
    )
    # 40, 20, 30 and 10 of 105.
    assert [row.share for row in found.chart.rows] == [38, 19, 29, 10]
    assert [row.reference_share for row in found.chart.rows] == [35, 17.5, 32.5, 15]
    assert AGAIN in found.caveats


def test_a_group_too_small_to_be_shown_has_no_bar_and_one_nobody_came_from_has_nought() -> None:
    found = rows(publish(Part(name="Basildon", number=41), Part(name="Harlow", number=3), whole=44))
    assert found["Harlow"] == (None, 17.5, "present, number withheld", Mark.WITHHELD)
    assert found["Uttlesford"] == (0, 15, "nobody", Mark.SHOWN)


def test_a_group_that_was_reached_and_not_counted_is_there() -> None:
    reached = Part(name="Thurrock", state=PartState.REACHED, reason="nobody kept a list")
    found = rows(publish(Part(name="Basildon", number=41), reached, whole=60, complete=False))
    assert found["Thurrock"] == (None, 32.5, "reached, not counted", Mark.UNKNOWN)
    assert found["Uttlesford"] == (None, 15, "not known", Mark.UNKNOWN)


def test_out_of_too_few_people_no_share_is_shown_and_nothing_is_concluded() -> None:
    found = publish(Part(name="Basildon", number=9), Part(name="Harlow", number=8), whole=17)
    assert found.answer is None
    assert found.chart.rows[0].words == "out of too few people to be shown"


def test_where_the_rules_hide_nobody_too_a_group_left_out_is_not_said_to_be_nobody() -> None:
    parts = (Part(name="Basildon", number=41), Part(name="Thurrock", number=43))
    found = publish(*parts, whole=84, protection=choose(Preset.SDE10))
    assert rows(found)["Uttlesford"] == (None, 15, "not shown", Mark.WITHHELD)
    assert found.answer is None


def test_what_is_said_is_worked_out_from_the_published_numbers() -> None:
    found = publish(Part(name="Basildon", number=41), Part(name="Thurrock", number=43), whole=84)
    assert found.answer is not None
    assert [one.number for one in found.answer.groups] == [40, 0, 45, 0]


def test_a_chart_whose_numbers_are_lost_says_so_and_draws_none() -> None:
    lost = Loss(id="spread", title="Spread by area", kind=LossKind.CHART)
    came = make({"Basildon": 40}, whole=40)
    found = publish_presence(came, ADULTS, STANDING, lost=lost)
    assert {row.words for row in found.chart.rows} == {"lost"}
    assert found.answer is None


def test_without_the_number_of_those_who_did_not_say_the_parts_are_the_base() -> None:
    found = publish(
        Part(name="Basildon", number=40), Part(name="Thurrock", number=60), whole=103, not_stated=3
    )
    assert [row.share for row in found.chart.rows] == [40, 0, 60, 0]


def test_nothing_is_concluded_where_the_two_cannot_be_compared() -> None:
    other: Breakdown = make({"Men": 50, "Women": 50}, id="sexes", of="adults", published="Census")
    found = publish_presence(make({"Basildon": 40}), other, STANDING)
    assert found.answer is None
