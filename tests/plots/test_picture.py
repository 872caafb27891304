"""Is every picture drawn on what it is given, told in words, and no trouble to others?"""

import inspect
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import html5lib
import matplotlib
import pytest
from matplotlib import pyplot

from obamodel import plots
from obamodel.domain.vocabulary import Vocabulary, Word
from tests.plots.artists import find_smallest_size, find_texts, find_trouble, make_axes, read
from tests.plots.things import DANGEROUS, HOSTILE, MIME_WORDS, ORDINARY, make_coverage, make_series

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(ORDINARY)
# The code words and cold words that design.md keeps from readers.
UNSAID = ("orphan", "proxy", "attacker", "rejected", "PublishedTable", "None", "_", "cause ")


def find_picture(name: str) -> "plots.Picture[Any]":
    found = getattr(plots, name)
    assert isinstance(found, plots.Picture)
    return found


def test_there_is_an_ordinary_and_a_dangerous_thing_for_every_picture() -> None:
    pictures = {name for name in plots.__all__ if isinstance(getattr(plots, name), plots.Picture)}
    assert pictures == set(ORDINARY) == set(DANGEROUS)


@pytest.mark.parametrize("name", NAMES)
def test_the_axes_that_were_given_are_drawn_on_and_returned(name: str) -> None:
    ax = make_axes()
    before = pyplot.get_fignums()
    settings = dict(matplotlib.rcParams)
    assert find_picture(name)(ORDINARY[name], ax=ax) is ax
    assert find_texts(ax)
    assert pyplot.get_fignums() == before
    assert dict(matplotlib.rcParams) == settings


@pytest.mark.parametrize("name", NAMES)
def test_without_axes_pyplot_has_one_more_figure_that_everything_fits(name: str) -> None:
    before = pyplot.get_fignums()
    settings = dict(matplotlib.rcParams)
    ax = find_picture(name)(ORDINARY[name])
    try:
        assert len(pyplot.get_fignums()) == len(before) + 1
        assert dict(matplotlib.rcParams) == settings
        assert find_trouble(ax) == []
        assert find_smallest_size(ax) >= 9
    finally:
        pyplot.close(ax.get_figure(root=True))


@pytest.mark.parametrize("name", NAMES)
def test_ordinary_axes_hold_the_whole_picture(name: str) -> None:
    figure = make_axes(6.4, 4.8).get_figure()
    assert figure is not None
    ax = figure.add_subplot()
    find_picture(name)(ORDINARY[name], ax=ax)
    assert find_trouble(ax) == []


@pytest.mark.parametrize("name", NAMES)
def test_words_too_small_to_read_are_warned_of_with_the_size_that_is_needed(name: str) -> None:
    ax = make_axes(1.0, 0.6)
    with pytest.warns(UserWarning, match=r"1\.0 by 0\.6 inches.*give them 6\.5 by \d+\.\d"):
        find_picture(name)(ORDINARY[name], ax=ax)


@pytest.mark.parametrize("name", NAMES)
def test_people_s_words_are_never_taken_for_anything_but_words(name: str) -> None:
    picture, thing = find_picture(name), DANGEROUS[name]
    ax = picture(thing, ax=make_axes(7, 60))
    assert find_trouble(ax) == []
    ax.get_figure(root=True).canvas.draw()  # type: ignore[union-attr]
    assert "".join("<script>alert('x')</script>".split()) in "".join(read(ax).split())
    page = f"<!DOCTYPE html><title>x</title>{picture.svg(thing)}"
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert document.find("body/{*}svg") is not None
    assert not [element for element in document.iter() if "script" in str(element.tag)]
    for unseen in ("\n", "\u202e"):
        assert unseen not in picture.alt_text(thing)
        assert unseen not in picture.svg(thing)


@pytest.mark.parametrize("name", NAMES)
def test_the_svg_says_what_the_axes_say_and_the_alt_text_with_it(name: str) -> None:
    picture, thing = find_picture(name), ORDINARY[name]
    root = ElementTree.fromstring(picture.svg(thing, MIME_WORDS))
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    ax = picture(thing, ax=make_axes(6.5, 60), vocabulary=MIME_WORDS)
    assert texts == [text.get_text() for text in find_texts(ax)]
    assert root.get("role") == "img"
    assert root.get("aria-label") == picture.alt_text(thing, MIME_WORDS)


@pytest.mark.parametrize("name", NAMES)
def test_the_alt_text_is_a_few_plain_sentences(name: str) -> None:
    said = find_picture(name).alt_text(ORDINARY[name])
    assert said.endswith((".", "?"))
    assert ".." not in said
    assert 1 <= sum(said.count(f"{end} ") for end in ".?") + 1 <= 4
    assert not [word for word in UNSAID if word in said]


@pytest.mark.parametrize("name", NAMES)
def test_another_kind_of_thing_is_refused_by_name(name: str) -> None:
    picture = find_picture(name)
    for ask in (picture, picture.alt_text, picture.svg):
        with pytest.raises(TypeError, match=rf"{name} draws one \w+; found list"):
            ask([])


@pytest.mark.parametrize("name", NAMES)
def test_python_and_the_documentation_see_a_function_with_its_words(name: str) -> None:
    picture = find_picture(name)
    assert picture.__name__ == name  # type: ignore[attr-defined]
    assert callable(picture.__wrapped__)  # type: ignore[attr-defined]
    assert list(inspect.signature(picture).parameters) == ["thing", "ax", "vocabulary"]
    assert isinstance(ORDINARY[name], inspect.signature(picture).parameters["thing"].annotation)
    seen: object = picture
    assert inspect.isroutine(seen)
    documentation = inspect.getdoc(picture) or ""
    assert documentation.startswith("Draw ")
    assert "matplotlib.axes.Axes" in documentation


def test_a_group_s_own_word_is_used_and_the_usual_one_where_it_has_none() -> None:
    own = Vocabulary(id="own", title="Ours", words=[Word(idea="factor", word="yardstick")])
    said = plots.coverage.alt_text(make_coverage(), own)
    assert "Indicator 5 is informed by no yardstick" in said
    assert "factor" not in said
    assert "Which yardstick informs which indicator?" in read(
        plots.coverage(make_coverage(), ax=make_axes(), vocabulary=own)
    )


def test_a_style_that_somebody_set_does_not_change_a_picture() -> None:
    plain = plots.coverage.svg(make_coverage())
    with matplotlib.rc_context({"font.size": 30, "text.color": "red", "lines.linewidth": 9}):
        ax = plots.coverage(make_coverage(), ax=make_axes())
        assert plots.coverage.svg(make_coverage()) == plain
    assert find_trouble(ax) == []
    assert {text.get_color() for text in find_texts(ax)}.isdisjoint({"red"})


PROGRAM = """
import sys
from tests.plots.things import DANGEROUS, ORDINARY
from obamodel import plots

for things in (ORDINARY, DANGEROUS):
    for name in sorted(things):
        print(getattr(plots, name).alt_text(things[name]))
assert "matplotlib" not in sys.modules, "alt text needs no matplotlib"
for things in (ORDINARY, DANGEROUS):
    for name in sorted(things):
        print(getattr(plots, name).svg(things[name]))
assert "matplotlib.pyplot" not in sys.modules, "SVG needs no pyplot"
"""


def test_every_svg_is_the_same_at_every_run_and_holds_no_date_path_or_shared_name() -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    text = printed[0].decode()
    assert text.count("<svg") == 2 * len(NAMES)
    for unwanted in (" id=", "url(", "metadata", "date", "matplotlib", str(sys.prefix), "<!--"):
        assert unwanted not in text
    assert HOSTILE not in text


@pytest.mark.parametrize("name", ["series", "curve", "run_chart", "control_chart"])
def test_a_picture_of_numbers_that_are_not_public_says_so_in_letters_and_in_words(
    name: str,
) -> None:
    thing: Any = ORDINARY[name]
    at_the_desk = (
        attrs.evolve(thing, published="")
        if name == "series"
        else attrs.evolve(thing, series=attrs.evolve(thing.series, published=""))
    )
    drawn = find_picture(name)
    assert drawn.alt_text(at_the_desk) == f"Not for publication. {drawn.alt_text(thing)}"
    assert "Not for publication." in drawn.svg(at_the_desk).split("</title>")[-1]
    assert "ot for publication" not in drawn.svg(thing)
    shown = [text.get_text() for text in find_texts(drawn(at_the_desk, ax=make_axes()))]
    assert shown[0] == "Not for publication."


# The pictures that have no table, and why.
NO_TABLE = {
    "direction": "it is one arrow and one sentence, and its alt text has both",
    "lost": "an empty frame holds nothing but two sentences, and its alt text has both",
}


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_has_a_table_or_a_reason_why_not(name: str) -> None:
    for thing in (ORDINARY[name], DANGEROUS[name]):
        table = find_picture(name).table(thing, MIME_WORDS)
        assert (table is None) == (name in NO_TABLE)
        if table is None:
            continue
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.columns)}
        cells = [cell for row in (table.columns, *table.rows) for cell in row]
        assert all(cells)
        assert not [cell for cell in (*cells, *table.notes) if "\u202e" in cell or "\n" in cell]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_says_nothing_that_is_kept_from_readers(name: str) -> None:
    table = find_picture(name).table(ORDINARY[name])
    if table is None:
        return
    said = " ".join(cell for row in (table.columns, *table.rows, table.notes) for cell in row)
    assert not [word for word in UNSAID if word in said]


def test_a_table_of_numbers_that_are_not_public_says_so_first() -> None:
    table = plots.series.table(make_series(published=""))
    assert table is not None
    assert table.notes[0] == "Not for publication."


def test_a_table_is_refused_for_another_kind_of_thing() -> None:
    with pytest.raises(TypeError, match="series draws one Series; found list"):
        plots.series.table([])  # type: ignore[arg-type]
