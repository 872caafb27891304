"""Is a scorecard made whole, in order, and only from what may be published?"""

from typing import Any

import attrs
import pytest

from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.series import Series, SeriesKind
from obamodel.domain.services import Service
from obamodel.errors import InvalidError
from obamodel.report.scorecard import Band, Scorecard, make_area_scorecard, make_scorecard
from obamodel.stats.turning.words import Verdict
from tests.report.scorecard.things import (
    BETTER,
    FLAT,
    SAME,
    WORSE,
    freeze,
    make_answer,
    make_evaluation,
    make_family,
    make_series,
)

JUDGED = Judgement(author="the board", on=PartialDate.parse("2020"), reason="The plan.")


def name_rows(scorecard: Scorecard, part: int = 0) -> list[str]:
    return [row.name for row in scorecard.parts[part].rows]


def make_curves() -> tuple[list[Series], list[Any]]:
    series = [
        make_series("Falls", (*FLAT, *BETTER), id="s-falls", about=["falls"]),
        make_series("Smoking", (*FLAT, *WORSE), id="s-smoking", about=["smoking"]),
    ]
    return series, [freeze(one) for one in series]


# --- of an evaluation --------------------------------------------------------------------


def test_every_indicator_is_there_with_its_curve_or_without_figures() -> None:
    series, baselines = make_curves()
    made = make_scorecard(make_evaluation(series, baselines=baselines), as_of="2021")
    assert name_rows(made) == [
        "1. Few people fall",
        "3. Few people are lonely",
        "2. Few people smoke",
    ]
    assert [row.verdict for row in made.rows] == [Verdict.TURNED, None, Verdict.WORSE]
    assert made.rows[1].remarks == ("the figures are lost",)


def test_rows_stand_by_outcome_and_within_each_the_worst_first() -> None:
    series = [
        make_series("A", (*FLAT, *BETTER), id="a", about=["falls"]),
        make_series("B", (*FLAT, *WORSE), id="b", about=["falls"]),
        make_series("C", (*FLAT, 50), id="c", about=["falls"]),
        make_series("D", (*FLAT, *SAME), id="d", about=["falls"]),
        make_series("E", FLAT, id="e", about=["falls"]),
    ]
    evaluation = make_evaluation(series, baselines=[freeze(one) for one in series[:4]])
    rows = make_scorecard(evaluation, as_of="2021").rows
    assert [row.belongs_to for row in rows] == ["People are safe"] * 6 + ["People are well"]
    told = [row.name.rpartition(": ")[2] for row in rows[:5]]
    assert told == ["B", "D", "A", "C", "E"]


def test_indicators_and_measures_are_never_in_one_part() -> None:
    measure = PerformanceMeasure(
        id="calls", name="Calls answered", service="line", quadrant=Quadrant.HOW_MUCH, placed=JUDGED
    )
    service = Service(id="line", name="The line", description="It answers calls.")
    evaluation = make_evaluation(measures=[measure], services=[service])
    made = make_scorecard(evaluation, as_of="2021")
    assert [part.id for part in made.parts] == ["indicators", "measures"]
    assert [row.belongs_to for row in made.parts[1].rows] == ["The line"]


def test_series_about_nothing_have_a_part_of_their_own_and_comparisons_none() -> None:
    series, _ = make_curves()
    other, alike = make_series("Other", FLAT), make_series("Alike", (*FLAT, *SAME))
    frozen = freeze(series[0], comparisons=["alike"])
    evaluation = make_evaluation([*series, other, alike], baselines=[frozen])
    made = make_scorecard(evaluation, as_of="2021")
    assert made.parts[-1].id == "others"
    assert name_rows(made, -1) == ["Other"]
    assert not made.parts[-1].rows[0].asks_for_owner


def test_the_owners_of_the_actions_that_are_not_over_are_named() -> None:
    actions = [
        Action(id="a", text="Ask.", owner="The hub", indicators=["falls"]),
        Action(id="b", text="Tell.", owner="The board.", indicators=["falls"]),
        Action(
            id="c", text="Stop.", owner="Others", indicators=["falls"], status=ActionStatus.DONE
        ),
        Action(id="d", text="Wait.", indicators=["smoking"]),
    ]
    evaluation = make_evaluation(actions=actions)
    rows = {row.id: row for row in make_scorecard(evaluation, as_of="2021").rows}
    assert rows["falls"].owner == "The hub; The board"
    assert rows["smoking"].misses_owner
    named = make_scorecard(evaluation, as_of="2021", owners={"smoking": "Public health"})
    assert {row.id: row.owner for row in named.rows}["smoking"] == "Public health"


def test_a_baseline_that_was_replaced_gives_its_place_up_and_is_not_forgotten() -> None:
    series, (first, _) = make_curves()
    second = freeze(series[0], id="second", replaces=first.id)
    evaluation = make_evaluation(series, baselines=[first, second])
    rows = [row for row in make_scorecard(evaluation, as_of="2021").rows if row.answer is not None]
    assert [row.id for row in rows] == ["second"]
    assert rows[0].remarks == (
        "an earlier baseline (February 2018), which this one replaces: turned",
    )


def test_small_numbers_are_hidden_before_anything_is_made() -> None:
    counted = {"kind": SeriesKind.COUNT, "unit": "people", "per": None, "published": ""}
    series = make_series(
        "Few", (41, 52, 47, 55, 44, 51, 48, 53, 31, 28, 3), about=["falls"], **counted
    )
    evaluation = make_evaluation([series], baselines=[freeze(series)])
    (row, *_) = make_scorecard(evaluation, as_of="2021").rows
    assert row.series is not None
    assert row.series.is_public
    # By the standing rule 3 is hidden, and all else is to the nearest 5.
    assert row.series.values[-2:] == (30, None)
    assert any("rounded" in one for one in row.remarks)
    (internal, *_) = make_scorecard(evaluation, as_of="2021", internal=True).rows
    assert internal.series is not None
    assert internal.series.values[-1] == 3


def test_where_too_little_may_be_shown_it_says_so_and_gives_no_verdict() -> None:
    counted = {"kind": SeriesKind.COUNT, "unit": "people", "per": None, "published": ""}
    series = make_series("Few", (1, 2, 3, 1, 2, 3, 2, 1, 40, 45, 50), about=["falls"], **counted)
    evaluation = make_evaluation([series], baselines=[freeze(series)], protection=STANDING)
    (row, *_) = make_scorecard(evaluation, as_of="2021").rows
    assert row.answer is None
    assert row.no_verdict == "no verdict: too little of its history may be shown"


# --- of areas ----------------------------------------------------------------------------


def test_areas_stand_by_their_verdict_and_then_by_the_gap_the_worst_first() -> None:
    answers = [
        make_answer("Bury", SAME),
        make_answer("Wigan", (45, 45, 46)),
        make_answer("Bolton", WORSE),
        make_answer("Salford", (53, 52, 53)),
    ]
    made = make_area_scorecard(answers, as_of="2021", title="Falls", measured="Falls")
    (part,) = made.parts
    ranks = [(row.rank, row.departure.value) for row in part.rows if row.departure]
    assert ranks == sorted(ranks)
    assert part.rows[0].area == "Bolton"
    assert part.title == "Falls"


def test_an_area_without_a_baseline_is_shown_too() -> None:
    made = make_area_scorecard(
        [make_answer("Bury")],
        as_of="2021",
        title="Falls",
        without_baseline=[make_series("New", (50, 51))],
    )
    assert [row.area for row in made.rows] == ["Bury", "New"]
    assert made.rows[1].answer is None


def test_areas_may_be_named_grouped_and_given_an_owner() -> None:
    answers = [make_answer("Falls", id="e1"), make_answer("Smoking", id="e2")]
    made = make_area_scorecard(
        answers,
        as_of="2021",
        title="All",
        areas={"e1": "Bury", "e2": "Bury"},
        outcome={"e1": "People are safe.", "e2": "People are well."},
        owners={"e1": "The board"},
    )
    assert [(row.area, row.name, row.belongs_to, row.owner) for row in made.rows] == [
        ("Bury", "Falls", "People are safe", "The board"),
        ("Bury", "Smoking", "People are well", ""),
    ]
    assert [row.misses_owner for row in made.rows] == [False, True]
    assert made.parts[0].group_column == "Outcome"


def test_a_series_that_may_not_be_published_is_refused_unless_it_is_for_the_desk() -> None:
    answers = [make_answer("Bury", published=""), make_answer("Wigan", published="")]
    with pytest.raises(InvalidError, match="have not been made fit to be published") as refused:
        make_area_scorecard(answers, as_of="2021", title="Falls")
    assert len(refused.value.faults) == 2
    made = make_area_scorecard(answers, as_of="2021", title="Falls", internal=True)
    assert made.internal


def test_it_says_whether_the_curves_were_judged_together_or_alone() -> None:
    family = make_area_scorecard(make_family("A", "B", "C"), as_of="2021", title="All")
    assert any("3 curves, so that looking at many" in note for note in family.notes)
    alone = make_area_scorecard([make_answer("A"), make_answer("B")], as_of="2021", title="All")
    assert any("2 of these curves were each judged alone" in note for note in alone.notes)


# --- the day and the bands ---------------------------------------------------------------


def test_old_figures_are_marked_for_the_day_that_is_given() -> None:
    answers = [make_answer("Bury")]
    for day, stale in (
        ("2022-12-31", False),
        ("2023-01-01", True),
        ("2023", True),
        ("2022", False),
    ):
        (row,) = make_area_scorecard(answers, as_of=day, title="Falls").rows
        assert row.is_stale is stale, day
    (row,) = make_area_scorecard(answers, as_of="2023-01-01", title="Falls", wait=2).rows
    assert not row.is_stale


def test_a_day_that_is_not_known_or_before_the_figures_is_refused() -> None:
    answers = [make_answer("Bury")]
    with pytest.raises(InvalidError) as refused:
        make_area_scorecard(answers, as_of="unknown: lost", title="Falls", wait=-1)
    assert [fault.code for fault in refused.value.faults] == ["unknown-day", "too-small"]
    with pytest.raises(InvalidError) as refused:
        make_area_scorecard(answers, as_of="2019-12-31", title="Falls")
    assert [fault.code for fault in refused.value.faults] == ["seen-before-its-time"]


def make_bands(**about: Any) -> list[Band]:
    return [
        Band(name="few", definition="Few.", judged=JUDGED, below=40, **about),
        Band(name="many", definition="Many.", judged=JUDGED, at_least=50, **about),
    ]


def test_there_are_no_bands_unless_they_are_asked_for() -> None:
    answers = [make_answer("A", BETTER), make_answer("B", WORSE), make_answer("C", SAME)]
    without = make_area_scorecard(answers, as_of="2021", title="Falls")
    assert {row.band for row in without.rows} == {""}
    banded = make_area_scorecard(answers, as_of="2021", title="Falls", bands=make_bands())
    assert {row.area: row.band for row in banded.rows} == {
        "A": "few",
        "B": "many",
        "C": "in no band",
    }


def test_a_band_is_only_for_what_it_is_about() -> None:
    answers = [make_answer("A", BETTER), make_answer("B", BETTER)]
    made = make_area_scorecard(answers, as_of="2021", title="Falls", bands=make_bands(about=["a"]))
    assert {row.area: row.band for row in made.rows} == {"A": "few", "B": ""}


def test_a_band_for_everything_is_refused_where_there_are_two_units() -> None:
    answers = [make_answer("A"), make_answer("B", unit="per 100", per=100)]
    with pytest.raises(InvalidError) as refused:
        make_area_scorecard(answers, as_of="2021", title="Falls", bands=make_bands()[:1])
    (fault,) = refused.value.faults
    assert (fault.code, fault.path) == ("band-of-many-units", ("bands", 0))


def test_bands_that_overlap_are_refused() -> None:
    low, high = make_bands()
    with pytest.raises(InvalidError, match="bands-overlap"):
        make_area_scorecard(
            [make_answer("A")],
            as_of="2021",
            title="Falls",
            bands=[low, attrs.evolve(high, at_least=30)],
        )
