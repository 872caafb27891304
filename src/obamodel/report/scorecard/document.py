"""The scorecard as a document, for any printer."""

from collections.abc import Callable, Iterator

from obamodel.plots.small_curve import HOW_TO_READ, small_curve
from obamodel.plots.wording import capitalise
from obamodel.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Kind,
    Note,
    Paragraph,
    Section,
    Table,
    list_if_any,
)
from obamodel.report.scorecard.rows import Scorecard, ScorecardPart, ScorecardRow
from obamodel.report.scorecard.saying import (
    NOTHING,
    list_open,
    list_remarks,
    say_counts,
    say_current,
    say_forecast,
    say_freshness,
    say_gap,
    say_name,
    say_order,
    say_owner,
    say_points,
    say_word,
)

PICTURE = "Picture"


def say_band(row: ScorecardRow) -> str:
    """Say in which band its value lies."""
    return row.band or NOTHING


def say_remarks(row: ScorecardRow) -> str:
    """Say whatever else a reader should know of a row."""
    return capitalise("; ".join(list_remarks(row))) or NOTHING


COLUMNS: tuple[tuple[str, Callable[[ScorecardRow], str]], ...] = (
    ("Now", say_current),
    ("Forecast for that time", say_forecast),
    ("Mean gap from the forecast (95% interval)", say_gap),
    ("Verdict", say_word),
    ("Values it rests on", say_points),
    ("Band", say_band),
    ("How new", say_freshness),
    ("Who is to act", say_owner),
    ("Good to know", say_remarks),
)
"""The columns after the first, with what stands in each."""
ALWAYS = ("Now", "Verdict")


HOW_TO_READ_A_ROW = (
    (
        "Forecast: where it was heading if nothing changed (its baseline), with the limits between "
        "which it would lie 19 times in 20."
    ),
    "Gap: how much better or worse than forecast it has been on average since the start.",
    "Verdict: what can be said of it so far. It is about the curve, and not about anybody's work.",
    HOW_TO_READ,
)
"""What a reader must know to read a row."""


def write_scorecard(scorecard: Scorecard) -> Document:
    """Write a scorecard as a document, with a small picture in each row that has a curve.

    Parameters
    ----------
    scorecard
        As made by :func:`make_scorecard` or :func:`make_area_scorecard`.

    Examples
    --------
    >>> from obamodel.files import load_example
    >>> from obamodel.report.scorecard import make_scorecard
    >>> made = make_scorecard(load_example("trafford"), as_of="2024-05")
    >>> document = write_scorecard(made)
    >>> str(document.kind), document.title
    ('scorecard', 'Scorecard: Children cautioned or sentenced in Trafford')
    """
    return Document(
        title=scorecard.title,
        subtitle=say_subtitle(scorecard),
        internal=scorecard.internal,
        kind=Kind.SCORECARD,
        sections=[
            _write_reading(scorecard),
            *(_write_part(part, scorecard) for part in scorecard.parts),
        ],
    )


def say_subtitle(scorecard: Scorecard) -> str:
    """Say what it is about, and for which day it was made."""
    day = f"As of {scorecard.as_of.in_words()}"
    return f"{scorecard.subtitle.rstrip('.')}. {day}" if scorecard.subtitle else day


def list_columns(part: ScorecardPart) -> tuple[tuple[str, Callable[[ScorecardRow], str]], ...]:
    """List the columns of a part after the first: those that say nothing of any row are left out.

    Parameters
    ----------
    part
        The part.
    """
    return tuple(
        (heading, say)
        for heading, say in COLUMNS
        if heading in ALWAYS or any(say(row) != NOTHING for row in part.rows)
    )


def _write_part(part: ScorecardPart, scorecard: Scorecard) -> Section:
    tables = list(_write_tables(part, scorecard))
    return Section(
        id=part.id,
        title=part.title,
        blocks=[Paragraph(f"{say_counts(part.rows)} {say_order(part)}"), *tables],
    )


def _write_tables(part: ScorecardPart, scorecard: Scorecard) -> Iterator[Block]:
    """Write one table for each outcome or service, so that its words stand once and over it."""
    columns = list_columns(part)
    names = list(dict.fromkeys(row.belongs_to for row in part.rows))
    for name in names:
        rows = [row for row in part.rows if row.belongs_to == name]
        pictures = [_draw(row, part, scorecard) for row in rows]
        title = f"{part.group_column}: {name}" if name and part.group_column else part.title
        yield Table(
            title=title,
            columns=(part.first_column, *(heading for heading, _ in columns)),
            rows=[(say_name(row, part), *(say(row) for _, say in columns)) for row in rows],
            pictures=pictures if any(pictures) else (),
            picture_column=PICTURE,
        )


def _draw(row: ScorecardRow, part: ScorecardPart, scorecard: Scorecard) -> Figure | None:
    if row.answer is None:
        return None
    return Figure(
        title=say_name(row, part),
        drawing=small_curve.drawing(row.answer, scorecard.vocabulary),
        alt=small_curve.alt_text(row.answer, scorecard.vocabulary),
    )


def _write_reading(scorecard: Scorecard) -> Section:
    blocks: list[Block | None] = [Bullets(HOW_TO_READ_A_ROW)]
    if scorecard.bands:
        blocks.append(Paragraph("The bands were asked for; they say nothing of the baseline:"))
        blocks.append(list_if_any(band.sentence for band in scorecard.bands))
    blocks += [Note(note) for note in (*list_open(scorecard), *scorecard.notes)]
    return Section(id="reading", title="How to read this", blocks=blocks)
