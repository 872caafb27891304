"""What stands in each cell of a scorecard, in words."""

from collections.abc import Iterable, Iterator

from obamodel.domain.observations import Flag
from obamodel.domain.series import Standing
from obamodel.plots.curve_lines import say_verdict
from obamodel.plots.observed import BANNERS, say_amount, say_in_unit
from obamodel.report.scorecard.rows import (
    NO_FIGURES,
    Scorecard,
    ScorecardPart,
    ScorecardRow,
)
from obamodel.stats.turning.curves import Departure
from obamodel.stats.turning.saying import say_period, say_value

NOBODY = "nobody is named yet"
NOTHING = "-"
_MARKED = (Flag.PROVISIONAL, Flag.ESTIMATED, Flag.REVISED)


def say_current(row: ScorecardRow) -> str:
    """Say the newest value with its unit and period, and why there is no newer one."""
    if row.series is None:
        return NO_FIGURES
    current = row.current
    if current is None or current.value is None:
        missing = [one.missing for one in row.series.observations if one.missing]
        return f"no value to show ({missing[-1].rstrip('.')})" if missing else NO_FIGURES
    marks = [str(flag) for flag in _MARKED if flag in current.flags]
    told = f" ({', '.join(marks)})" if marks else ""
    said = f"{say_in_unit(row.series, current.value)} in {say_period(current.period)}{told}"
    later = [one for one in row.series.observations if one.period.ordinal > current.period.ordinal]
    if later:
        last = later[-1]
        said += f"; no value for {say_period(last.period)} ({last.missing.rstrip('.')})"
    return said


def say_forecast(row: ScorecardRow) -> str:
    """Say what was forecast for the period of the newest value, between which limits."""
    if row.answer is None:
        return NOTHING
    baseline = row.answer.baseline
    series = row.answer.series
    expected = row.forecast
    if expected is None:
        first, last = (say_period(baseline.forecast[place].period) for place in (0, -1))
        if row.current is None or row.current.period.ordinal < baseline.starts.ordinal:
            return f"begins with {first}"
        return f"ended with {last}"
    said = say_amount(series, expected.value, worked_out=True)
    if expected.lower is None or expected.upper is None:
        return f"{said}, without limits"
    low, high = (
        say_amount(series, limit, worked_out=True) for limit in (expected.lower, expected.upper)
    )
    return f"{said} ({low} to {high})"


def say_gap(row: ScorecardRow) -> str:
    """Say how far it lies from the forecast on average, with its interval: better or worse."""
    departure = row.departure
    if row.answer is None:
        return NOTHING
    if departure is None:
        return "nothing seen since the start"
    said = _say_size(row, departure.value, unit=True)
    return f"{said} ({_say_interval(row, departure)})"


def _say_interval(row: ScorecardRow, departure: Departure) -> str:
    if departure.lower is None or departure.upper is None:
        return "no interval"
    return f"{_say_size(row, departure.lower)} to {_say_size(row, departure.upper)}"


def _say_size(row: ScorecardRow, value: float, *, unit: bool = False) -> str:
    answer = row.answer
    assert answer is not None
    size = say_value(answer, abs(value), digits=1, unit=False).rstrip("%")
    if float(size.replace(",", "")) == 0:
        return "as forecast" if unit else "0"
    if unit and answer.series.unit == "%":
        size += " percentage points"
    elif unit and answer.series.unit:
        size += f" {answer.series.unit}"
    return f"{size} {'better' if value > 0 else 'worse'}"


def say_word(row: ScorecardRow) -> str:
    """Say the verdict, and what became of it after the end; or why there is none."""
    if row.answer is not None:
        return say_verdict(row.answer)
    return NO_FIGURES if row.current is None else row.no_verdict


def say_points(row: ScorecardRow) -> str:
    """Say how many values the verdict rests on."""
    if row.answer is None:
        return NOTHING
    return f"{row.answer.points_before} before, {row.answer.points_after} since"


def say_freshness(row: ScorecardRow) -> str:
    """Say whether a newer figure should be there."""
    if row.freshness is None:
        return NOTHING
    if row.freshness.expected is None:
        return "up to date"
    return f"old: one for {say_period(row.freshness.expected)} should be there by now"


def say_owner(row: ScorecardRow) -> str:
    """Say who is to act, or that nobody is named."""
    return row.owner or (NOBODY if row.asks_for_owner else NOTHING)


def say_name(row: ScorecardRow, part: ScorecardPart) -> str:
    """Say what a row is called in its part."""
    if not row.area:
        return row.name
    return f"{row.area}: {row.name}" if part.has_names else row.area


def list_remarks(row: ScorecardRow) -> Iterator[str]:
    """List what else a reader should know of a row."""
    if row.series is not None and row.series.standing is not Standing.OBSERVED:
        yield BANNERS[row.series.standing].lower()
    yield from row.remarks


def count_verdicts(rows: Iterable[ScorecardRow]) -> tuple[tuple[str, int], ...]:
    """Count how many rows have each verdict, the worst first."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        word = str(row.verdict) if row.verdict is not None else say_word(row)
        rank, number = found.get(word, (row.rank, 0))
        found[word] = (rank, number + 1)
    ordered = sorted(found.items(), key=lambda one: one[1][0])
    return tuple((word, number) for word, (_, number) in ordered)


def say_counts(rows: Iterable[ScorecardRow]) -> str:
    """Say how many rows there are and how many have each verdict, the worst first."""
    given = tuple(rows)
    told = "; ".join(f"{word}: {number}" for word, number in count_verdicts(given))
    shown = "1 row" if len(given) == 1 else f"{len(given)} rows"
    return f"{shown}. {told[:1].upper()}{told[1:]}." if given else "There is no row yet."


def say_order(part: ScorecardPart) -> str:
    """Say in which order the rows of a part stand, of their own accord."""
    group = part.group_column[:1].lower() + part.group_column[1:]
    grouped = f"by {group}, and within each {group} " if group else ""
    return (
        f"The rows stand {grouped}with the worst verdict first; then come those for which it is "
        "too early to say, and last those without a baseline or without figures."
    )


def list_open(scorecard: Scorecard) -> Iterator[str]:
    """List what is missing of the whole: old figures, and rows nobody is named for."""
    rows = scorecard.rows
    old = [row for row in rows if row.is_stale]
    if old:
        yield f"{_count(old)} {_has(old)} figures that are old."
    unowned = [row for row in rows if row.misses_owner]
    if unowned:
        yield f"For {_count(unowned)}, {NOBODY} who is to act."
    empty = [row for row in rows if row.current is None]
    if empty:
        yield f"{_count(empty)} {_has(empty)} no figures to show."


def _count(rows: list[ScorecardRow]) -> str:
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def _has(rows: list[ScorecardRow]) -> str:
    return "has" if len(rows) == 1 else "have"
