"""What a reader of the command line gets of each curve: text, a record, a picture."""

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from obamodel import plots
from obamodel.files.writing import write_folder_of_files
from obamodel.report.document import NOT_FOR_PUBLICATION
from obamodel.stats.turning import CurveAnswer, Departure
from obamodel.stats.turning.saying import say_value

_WIDTH = 88


def write_text(answer: CurveAnswer) -> str:
    """Write an answer as text: what was found, what supports it, and what to weigh."""
    heading = f"{answer.series.name} ({answer.baseline.id})"
    stamp = [] if answer.series.is_public else [NOT_FOR_PUBLICATION]
    lines = [*stamp, heading, "-" * min(len(heading), _WIDTH)]
    lines += textwrap.wrap(answer.sentence, _WIDTH)
    size = say_size(answer)
    if size:
        lines += textwrap.wrap(size, _WIDTH)
    if answer.comparison is not None:
        lines += textwrap.wrap(answer.comparison.sentence, _WIDTH)
        for name, reason in answer.comparison.left_out:
            lines += _list([f"{name} was left out: {reason}."])
    for title, told in (
        ("Other ways of looking at it:", [one.sentence for one in answer.evidence]),
        ("To weigh:", answer.caveats),
        ("What else may explain it:", answer.rivals if answer.points_after else ()),
    ):
        if told:
            lines += ["", title, *_list(told)]
    return "\n".join(lines)


def _list(told: Iterable[str]) -> Iterator[str]:
    for one in told:
        yield from textwrap.wrap(one, _WIDTH, initial_indent="- ", subsequent_indent="  ")


def say_size(answer: CurveAnswer) -> str:
    """Say how far it is from its forecast on average, with its interval; nothing without one."""
    departure = answer.departure
    if departure is None or departure.lower is None or departure.upper is None:
        return ""

    lower, upper = (
        _say_side(say_value(answer, abs(limit), digits=1, unit=False), limit)
        for limit in (departure.lower, departure.upper)
    )
    size = say_value(answer, abs(departure.value), digits=1)
    return (
        f"The gap: {_say_side(size, departure.value)} than forecast on average "
        f"(95% interval: {lower} to {upper})."
    )


def _say_side(size: str, value: float) -> str:
    return f"{size} {'better' if value >= 0 else 'worse'}"


def describe(answer: CurveAnswer) -> dict[str, Any]:
    """Describe an answer as plain values that other programs can read."""
    return {
        "baseline": answer.baseline.id,
        "series": answer.series.id,
        "may_be_published": answer.series.is_public,
        "verdict": str(answer.verdict),
        "after_end": None if answer.after_end is None else str(answer.after_end),
        "sentence": answer.sentence,
        "departure": _describe_departure(answer.departure),
        "during": _describe_departure(answer.during),
        "after": _describe_departure(answer.after),
        "change": _describe_departure(answer.change),
        "kept_share": answer.kept_share,
        "smallest_showable": answer.smallest_showable,
        "points_before": answer.points_before,
        "points_after": answer.points_after,
        "possible_from": None if answer.possible_from is None else str(answer.possible_from),
        "looked_at": None if answer.family is None else answer.family.looked_at,
        "comparison": None
        if answer.comparison is None
        else {
            "verdict": str(answer.comparison.verdict),
            "difference": _describe_departure(answer.comparison.difference),
            "sentence": answer.comparison.sentence,
            "left_out": [list(one) for one in answer.comparison.left_out],
        },
        "points": [{**attrs.asdict(point), "period": str(point.period)} for point in answer.points],
        "evidence": [one.sentence for one in answer.evidence],
        "revisions": list(answer.revisions),
        "rivals": list(answer.rivals),
        "caveats": list(answer.caveats),
    }


def _describe_departure(departure: Departure | None) -> dict[str, Any] | None:
    if departure is None:
        return None
    return {
        **attrs.asdict(departure, recurse=False),
        "periods": [str(period) for period in departure.periods],
    }


def save_pictures(answers: Iterable[CurveAnswer], folder: Path) -> list[Path]:
    """Draw each curve into a folder, as one SVG file named after its baseline.

    Raises
    ------
    InvalidError
        When a file cannot be written.
    """
    drawn = {
        f"{answer.baseline.id}.svg": plots.curve.svg(answer).encode("utf-8") for answer in answers
    }
    if drawn:
        write_folder_of_files(folder, drawn)
    return [folder / name for name in drawn]
