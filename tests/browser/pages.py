"""Every page the library makes, in one place: whoever adds a kind of page adds it here."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import attrs

import obamodel
from obamodel.domain.evaluation import Evaluation
from obamodel.files.starting import start_folder
from obamodel.report import performance_card, population_card
from obamodel.report.document import Document
from obamodel.report.forms import write_cycle_comparison, write_reflection_form, write_turn_sheet
from obamodel.report.html import print_html
from obamodel.report.plain import write_plain
from obamodel.report.saving import print_document
from obamodel.report.scorecard import Scorecard, make_scorecard, print_interactive, write_scorecard
from tests.report.cards.full import make_full_population, make_full_service

Maker = Callable[[], Document]


def load(name: str) -> Evaluation:
    return obamodel.load_example(name)


def load_starter() -> Evaluation:
    """Start an evaluation as a newcomer does, with a comment on everything and little in it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ours"
        start_folder(place)
        return obamodel.load(place)


def load_two_rounds() -> Evaluation:
    """Load an evaluation in which people looked back a second time."""
    evaluation = load("mime")
    (first,) = evaluation.cycles
    again = attrs.evolve(first, id="cycle-2012", title="A year later", follows=first.id)
    return attrs.evolve(evaluation, cycles=[first, again])


def make_trafford_scorecard() -> Scorecard:
    return make_scorecard(load("trafford"), as_of="2024-05")


DOCUMENTS: dict[str, Maker] = {
    "report-mime": lambda: obamodel.report.evaluation(load("mime")),
    "report-mime-internal": lambda: obamodel.report.evaluation(load("mime"), internal=True),
    "report-trafford": lambda: obamodel.report.evaluation(load("trafford")),
    "report-starter": lambda: obamodel.report.evaluation(load_starter()),
    "plain-mime": lambda: write_plain(load("mime")),
    "plain-trafford": lambda: write_plain(load("trafford")),
    "plain-starter": lambda: write_plain(load_starter()),
    "population-card-mime": lambda: population_card(load("mime"), "views-inform-commissioning"),
    "population-card-trafford": lambda: population_card(load("trafford"), "a-good-start"),
    "population-card-full": lambda: population_card(make_full_population(), "a-good-start"),
    "performance-card-mime": lambda: performance_card(load("mime"), "mime-project"),
    "performance-card-full": lambda: performance_card(make_full_service(), "mime-project"),
    "scorecard-trafford": lambda: write_scorecard(make_trafford_scorecard()),
    "reflection-mime": lambda: write_reflection_form(load("mime")),
    "rounds-mime": lambda: write_cycle_comparison(load_two_rounds(), "cycle-2011", "cycle-2012"),
    "turn-trafford": lambda: write_turn_sheet(load("trafford"), "children-cautioned-or-sentenced"),
}
"""The documents that every printer prints."""

PAGES: dict[str, Callable[[], str]] = {
    "interactive-trafford": lambda: print_interactive(make_trafford_scorecard()),
}
"""The pages that are not printed from a document."""

ON_ONE_SHEET = frozenset(name for name in DOCUMENTS if "-card-" in name)
"""The names of what fits on one page of A4."""

WITH_A_SCRIPT = frozenset({"interactive-trafford"})
"""The names of the pages that run a script of their own."""

NAMES = (*DOCUMENTS, *PAGES)


@cache
def make_document(name: str) -> Document:
    """Make one of the documents."""
    return DOCUMENTS[name]()


@cache
def make_page(name: str) -> str:
    """Make one of the pages."""
    return print_html(make_document(name)) if name in DOCUMENTS else PAGES[name]()


def make_pages(folder: Path) -> dict[str, Path]:
    """Write every page into a folder; return where each is."""
    written = {}
    for name in NAMES:
        written[name] = folder / f"{name}.html"
        written[name].write_text(make_page(name), "utf-8")
    return written


def make_file(name: str, ending: str, folder: Path) -> Path:
    """Write one of the documents in another form; return where it is."""
    printed = print_document(make_document(name), ending)
    path = folder / f"{name}{ending}"
    path.write_bytes(printed if isinstance(printed, bytes) else printed.encode("utf-8"))
    return path
