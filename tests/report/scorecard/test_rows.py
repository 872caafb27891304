"""Is a row whole, and is a scorecard that would show too much not made?"""

import pytest

from obamodel.domain.dates import PartialDate
from obamodel.errors import InvalidError
from obamodel.plots.wording import choose_words
from obamodel.report.scorecard.rows import VERDICT_ORDER, Scorecard, ScorecardPart, ScorecardRow
from obamodel.stats.turning.words import Verdict
from tests.report.scorecard.things import BETTER, make_answer, make_series


def make(*rows: ScorecardRow, internal: bool = False) -> Scorecard:
    return Scorecard(
        title="All",
        as_of=PartialDate.parse("2024"),
        vocabulary=choose_words(None),
        parts=[ScorecardPart(id="all", title="All", first_column="Area", rows=rows)],
        internal=internal,
    )


def make_row(published: str = "a report") -> ScorecardRow:
    answer = make_answer("Falls", BETTER, published=published)
    return ScorecardRow(id="falls", name="Falls", series=answer.series, answer=answer)


def test_every_verdict_has_its_place_and_the_worst_is_first() -> None:
    assert set(VERDICT_ORDER) == set(Verdict)
    assert VERDICT_ORDER[0] is Verdict.WORSE
    assert VERDICT_ORDER.index(Verdict.TURNED) < VERDICT_ORDER.index(Verdict.TOO_EARLY)
    # As design.md lists them: worse, signs of it, none, none worthwhile, signs of a turn, turned.
    six = [one for one in VERDICT_ORDER if one in list(Verdict)[:6]]
    assert six == list(Verdict)[:6]


def test_a_row_holds_its_newest_value_and_what_was_forecast_for_the_same_time() -> None:
    row = make_row()
    assert row.current is not None
    assert row.forecast is not None
    assert (str(row.current.period), row.current.value) == ("2020", 31)
    assert row.forecast.period == row.current.period


def test_a_row_without_figures_comes_after_one_without_a_baseline() -> None:
    series = make_series("Falls", (1, 2, 3))
    empty = ScorecardRow(id="a", name="A")
    waiting = ScorecardRow(id="b", name="B", series=series)
    assert make_row().rank < waiting.rank < empty.rank
    assert (empty.current, empty.forecast, empty.verdict, empty.departure) == (None,) * 4


def test_a_series_that_may_not_be_published_is_refused_by_name() -> None:
    with pytest.raises(InvalidError) as refused:
        make(make_row(), make_row(published=""))
    (fault,) = refused.value.faults
    assert (fault.code, fault.path) == ("not-published", ("falls",))
    assert "internal=True" in fault.mend


def test_every_such_series_is_named_at_once_and_an_internal_scorecard_shows_them() -> None:
    rows = [make_row(published=""), make_row(published="")]
    with pytest.raises(InvalidError) as refused:
        make(*rows)
    assert len(refused.value.faults) == 2
    assert make(*rows, internal=True).rows == tuple(rows)


def test_an_owner_is_missing_only_where_one_is_asked_for() -> None:
    row = ScorecardRow(id="a", name="A")
    asked = ScorecardRow(id="a", name="A", asks_for_owner=True)
    named = ScorecardRow(id="a", name="A", asks_for_owner=True, owner="the hub")
    assert [one.misses_owner for one in (row, asked, named)] == [False, True, False]
