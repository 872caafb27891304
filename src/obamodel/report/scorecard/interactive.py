"""A scorecard as one page that can be searched and sorted, small enough to send by e-mail."""

import base64
import hashlib
from collections.abc import Callable
from importlib.resources import files

import jinja2
import markupsafe
from attrs import frozen

from obamodel import __version__
from obamodel.plots.small_curve import small_curve
from obamodel.report.characters import make_visible
from obamodel.report.document import NOT_FOR_PUBLICATION
from obamodel.report.scorecard.document import (
    HOW_TO_READ_A_ROW,
    PICTURE,
    list_columns,
    say_subtitle,
)
from obamodel.report.scorecard.rows import Scorecard, ScorecardPart, ScorecardRow
from obamodel.report.scorecard.saying import (
    NOTHING,
    count_verdicts,
    list_open,
    say_counts,
    say_name,
    say_order,
    say_word,
)
from obamodel.report.scorecard.small_svg import write_small_svg

LANGUAGE = "en-GB"


@frozen
class _Cell:
    """What a cell says, what it is called, and the number by which it is sorted."""

    label: str
    text: str
    number: str = ""


@frozen(kw_only=True)
class _Row:
    """A row as the page holds it."""

    cells: tuple[_Cell, ...]
    picture: markupsafe.Markup
    verdict: str
    area: str
    group: str
    is_stale: bool
    misses_owner: bool


@frozen
class _Column:
    """A heading, and in which words its order is told, upwards and downwards."""

    label: str
    up: str = "A to Z"
    down: str = "Z to A"


@frozen(kw_only=True)
class _Part:
    """A part of the scorecard as the page holds it: one table."""

    id: str
    title: str
    only: str
    counts: str
    order: str
    columns: tuple[_Column, ...]
    rows: tuple[_Row, ...]
    has_pictures: bool


def print_interactive(scorecard: Scorecard) -> str:
    """Print a scorecard as one HTML page whose rows can be searched, chosen and sorted.

    The page fetches nothing. Its one script, which only hides and moves rows that are there, is
    allowed by its hash; without it the page is a plain table. The same scorecard gives the same
    text, and whatever people wrote is shown as text and never read as markup.

    Parameters
    ----------
    scorecard
        As made by :func:`make_scorecard` or :func:`make_area_scorecard`.

    Returns
    -------
    str
        The page: a few hundred kilobytes for hundreds of rows.

    Examples
    --------
    >>> from obamodel.files import load_example
    >>> from obamodel.report.scorecard import make_scorecard
    >>> page = print_interactive(make_scorecard(load_example("trafford"), as_of="2024-05"))
    >>> page.count("<script>"), "://" in page
    (1, False)
    """
    shelf = files("obamodel") / "templates" / "report"
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (shelf / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (shelf / "interactive.css").read_text(encoding="utf-8").strip()
    script = (shelf / "interactive.js").read_text(encoding="utf-8").strip()
    groups = _list_groups(scorecard)
    rows = scorecard.rows
    page = environment.get_template("interactive.html.jinja")
    return (
        page.render(
            scorecard=scorecard,
            subtitle=say_subtitle(scorecard),
            language=LANGUAGE,
            stamp=NOT_FOR_PUBLICATION if scorecard.internal else "",
            style=markupsafe.Markup(style),
            script=markupsafe.Markup(script),
            style_hash=find_hash(style),
            script_hash=find_hash(script),
            parts=[_lay_out(part, scorecard, groups) for part in scorecard.parts],
            verdict_options=[(word, f"{word} ({number})") for word, number in count_verdicts(rows)],
            area_options=[(area, area) for area in sorted({row.area for row in rows if row.area})],
            group_options=[(str(place), name) for place, name in enumerate(groups)],
            group_label=" or ".join(
                dict.fromkeys(part.group_column for part in scorecard.parts if part.group_column)
            ),
            any_stale=any(row.is_stale for row in rows),
            any_unowned=any(row.misses_owner for row in rows),
            reading=HOW_TO_READ_A_ROW,
            picture_label=PICTURE,
            open_questions=list(list_open(scorecard)),
            version=__version__,
        )
        + "\n"
    )


def find_hash(text: str) -> str:
    """Find the hash by which a page allows its one script, or its style.

    Parameters
    ----------
    text
        All that stands between the tags, to the letter.

    Examples
    --------
    >>> find_hash("alert('Hello, world.');")
    'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='
    """
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _finalize(value: object) -> object:
    # Our own markup is left as it is; anybody's words are shown with what hides in them.
    if isinstance(value, str) and not isinstance(value, markupsafe.Markup):
        return make_visible(value)
    return value


def _list_groups(scorecard: Scorecard) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.belongs_to for row in scorecard.rows if row.belongs_to))


def _lay_out(part: ScorecardPart, scorecard: Scorecard, groups: tuple[str, ...]) -> _Part:
    columns = list_columns(part)
    # A column in which each row says the same tells nothing: the heading of the part does.
    grouped = part.group_column if len({row.belongs_to for row in part.rows}) > 1 else ""
    headings = [part.first_column, *([grouped] if grouped else [])]
    headings += [heading for heading, _ in columns]

    only = part.rows[0].belongs_to if part.rows and part.group_column and not grouped else ""

    def lay_out(row: ScorecardRow) -> _Row:
        cells = [_Cell(part.first_column, say_name(row, part))]
        if grouped:
            cells.append(_Cell(grouped, row.belongs_to or NOTHING))
        cells += [_Cell(heading, say(row), _find_number(heading, row)) for heading, say in columns]
        return _Row(
            cells=tuple(cells),
            picture=_draw(row, scorecard),
            verdict=str(row.verdict) if row.verdict is not None else say_word(row),
            area=row.area,
            group=str(groups.index(row.belongs_to)) if row.belongs_to else "",
            is_stale=row.is_stale,
            misses_owner=row.misses_owner,
        )

    return _Part(
        id=part.id,
        title=part.title,
        only=f"{part.group_column}: {only}" if only else "",
        counts=say_counts(part.rows),
        order=f"At first, {say_order(part)[:1].lower()}{say_order(part)[1:]}",
        columns=tuple(map(_head, headings)),
        rows=tuple(map(lay_out, part.rows)),
        has_pictures=any(row.answer is not None for row in part.rows),
    )


def _draw(row: ScorecardRow, scorecard: Scorecard) -> markupsafe.Markup:
    if row.answer is None:
        return markupsafe.Markup("")
    words = scorecard.vocabulary
    drawing = small_curve.drawing(row.answer, words)
    # Written letter by letter from numbers, and the words in it escaped.
    return markupsafe.Markup(write_small_svg(drawing, small_curve.alt_text(row.answer, words)))


_ORDERS: dict[str, tuple[str, str, Callable[[ScorecardRow], float | None]]] = {
    "Now": (
        "lowest first",
        "highest first",
        lambda row: None if row.current is None else row.current.value,
    ),
    "Forecast for that time": (
        "lowest first",
        "highest first",
        lambda row: None if row.forecast is None else row.forecast.value,
    ),
    "Mean gap from the forecast (95% interval)": (
        "worst first",
        "best first",
        lambda row: None if row.departure is None else row.departure.value,
    ),
    "Verdict": ("worst first", "worst last", lambda row: row.rank),
    "Values it rests on": (
        "fewest since the start first",
        "most since the start first",
        lambda row: None if row.answer is None else row.answer.points_after,
    ),
    "How new": (
        "old ones first",
        "old ones last",
        lambda row: None if row.freshness is None else not row.is_stale,
    ),
}
"""How a column is sorted that holds more than words: in which words it is told, and by what."""


def _head(heading: str) -> _Column:
    found = _ORDERS.get(heading)
    return _Column(heading) if found is None else _Column(heading, found[0], found[1])


def _find_number(heading: str, row: ScorecardRow) -> str:
    """Find the number by which a cell is sorted; nothing where it is sorted by its words."""
    found = _ORDERS.get(heading)
    if found is None:
        return ""
    number = found[2](row)
    return NOTHING if number is None else f"{float(number):.6g}"
