"""Do two evaluations that differ only in what is hidden give the same files, byte for byte?

Each pair is made by changing the hidden numbers of an evaluation, and words that nobody agreed to
show, so that what is published stays the same. If anything written differed, a reader could tell
the two apart, and would know something that is hidden.
"""

import datetime
import json
import random
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from obamodel import plots, report
from obamodel.disclosure.evaluations import publish_curves
from obamodel.disclosure.publishing import publish
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure, Quadrant
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.quantities import Count, Counted
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.domain.services import Service
from obamodel.domain.traits import Trait
from obamodel.files.data_package import write_data_package
from obamodel.files.iati import (
    IatiOrganisation,
    IatiResultType,
    describe_activity,
    write_iati,
)
from obamodel.files.open_sdg import write_open_sdg
from obamodel.files.releases import write_release
from obamodel.files.scorecard import write_scorecard
from obamodel.report.cards import write_performance_card, write_population_card
from obamodel.report.curves import describe, write_text
from obamodel.report.document import Document
from obamodel.report.forms import write_cycle_comparison, write_reflection_form, write_turn_sheet
from obamodel.report.markdown import print_markdown
from obamodel.report.plain import write_plain
from obamodel.report.saving import PRINTERS, print_document
from obamodel.report.scorecard import make_scorecard, print_interactive
from obamodel.report.scorecard import write_scorecard as write_scorecard_document
from obamodel.stats.forecasting import freeze_baseline

CHARITY = IatiOrganisation(name="A charity", ref="GB-CHC-123456", type="22", role="4")
ACTIVITY = describe_activity(
    identifier="GB-CHC-123456-1",
    title="Clinics",
    description="Small clinics are run.",
    reporter=CHARITY,
    partners=[CHARITY],
    status="2",
    dates={"2": datetime.date(2008, 1, 1)},
)
PAIRS = 200
PARTS = 8
MOST = {Preset.HES: 7, Preset.HESA: 2, Preset.NHS5: 4, Preset.CMS11: 10, Preset.SDE10: 9}
PRESETS = tuple(MOST)
WORDS = ("It was hard.", "Ring 01632 960123, ask for Kim.", "Nobody listened at first.")


def make_documents(evaluation: Evaluation) -> dict[str, Document]:
    """Make every document there is of an evaluation."""
    return {
        "report": report.evaluation(evaluation),
        "plain": write_plain(evaluation),
        "population": write_population_card(evaluation, "well"),
        "performance": write_performance_card(evaluation, "clinic"),
        "scorecard": write_scorecard_document(make_scorecard(evaluation, as_of="2017")),
        "form": write_reflection_form(evaluation),
        "comparison": write_cycle_comparison(evaluation, "first", "second"),
        "sheet": write_turn_sheet(evaluation, "soon"),
        "measure": write_turn_sheet(evaluation, "came"),
    }


def print_papers(documents: Mapping[str, Document]) -> dict[str, bytes]:
    """Print documents in every form there is."""
    printed: dict[str, bytes] = {}
    for name, document in documents.items():
        for ending in PRINTERS:
            content = print_document(document, ending)
            printed[name + ending] = content if isinstance(content, bytes) else content.encode()
    return printed


def write_files(evaluation: Evaluation) -> dict[str, str]:
    """Write every file for other programs, and the page that is not printed from a document."""
    files = {"page.html": print_interactive(make_scorecard(evaluation, as_of="2017"))}
    for answer in publish_curves(evaluation):
        name = answer.baseline.id
        files[f"{name}.json"] = json.dumps(describe(answer))
        files[f"{name}.txt"] = write_text(answer)
        files[f"{name}.svg"] = plots.curve.svg(answer)
    publication = publish(evaluation)
    files["release.json"] = write_release(publication.release)
    series, tables = publication.evaluation.series, publication.release.tables
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if series or tables:
            write_data_package(place, name="a", title="A", series=series, tables=tables)
        if series:
            types = {one.id: "i" for one in series}
            write_scorecard(series, place / "scorecard.csv", types=types)
            write_open_sdg(place, indicators={"1.1": series[:1]})
            write_iati(series, place / "iati.xml", into=ACTIVITY, result_type=IatiResultType.OUTPUT)
        for file in sorted(one for one in place.rglob("*") if one.is_file()):
            files[f"out/{file.relative_to(place)}"] = file.read_text(encoding="utf-8")
    return files


def make_numbers(rng: random.Random, preset: Preset) -> dict[str, list[int]]:
    """Make numbers of which some are hidden."""
    parts = rng.randint(2, 4)
    numbers = {
        name: [rng.choice((rng.randint(0, 9), rng.randint(10, 80))) for _ in range(parts)]
        for name in ("age", "place")
    }
    numbers["counts"] = [rng.randint(1, 30) for _ in range(3)]
    if preset is not Preset.HESA:
        numbers["series"] = [rng.randint(30, 60) for _ in range(11)]
        numbers["series"][rng.randrange(6)] = rng.randint(1, 4)
    return numbers


def change_hidden(
    rng: random.Random, numbers: dict[str, list[int]], preset: Preset
) -> dict[str, list[int]]:
    """Change small numbers into other small ones, two at a time where they are parts of a whole."""
    most = MOST[preset]
    changed = {name: list(values) for name, values in numbers.items()}
    for name, values in changed.items():
        few = [place for place, value in enumerate(values) if 1 <= value <= most]
        if name in ("age", "place"):
            if len(few) >= 2:
                first, second = rng.sample(few, 2)
                step = min(values[first] - 1, most - values[second])
                values[first] -= step
                values[second] += step
        else:
            for place in few:
                values[place] = rng.randint(1, most)
    return changed


def build(numbers: dict[str, list[int]], preset: Preset, words: str) -> Evaluation:
    protection = Protection(preset=preset, judged=STANDING.judged)
    series, baselines = [], []
    if "series" in numbers:
        waited = make_series(numbers["series"])
        series.append(waited)
        baselines.append(
            freeze_baseline(
                waited, until="2012", periods=3, as_of="2013", author="us", because="so", id="curve"
            )
        )
    return Evaluation(
        id="small",
        title="Small",
        protection=protection,
        populations=[Population(id="all", name="Everybody here", who="all who live here")],
        outcomes=[
            Outcome(
                id="well",
                statement="Everybody here feels well.",
                population="all",
                headline_indicators=["soon"],
            )
        ],
        indicators=[Indicator(id="soon", label="1", statement="Help comes soon.", outcome="well")],
        services=[Service(id="clinic", name="The clinic", description="It helps.")],
        measures=[
            PerformanceMeasure(
                id="came",
                name="People who came",
                service="clinic",
                quadrant=Quadrant.HOW_MUCH,
                placed=STANDING.judged,
                counts=["count-0"],
            )
        ],
        cycles=[
            ReflectiveCycle(
                id=name,
                title=f"The {name} round",
                question_set="rolfe",
                follows=before,
                responses=[
                    Response(
                        question="what",
                        text="We met.",
                        on=PartialDate.parse(on),
                        evidence=["kept", *(["curve"] if baselines else [])],
                    )
                ],
            )
            for name, before, on in (("first", "", "2013"), ("second", "first", "2016"))
        ],
        breakdowns=[make_breakdown(name, numbers[name]) for name in ("age", "place")],
        counts=[
            Count(id=f"count-{n}", of=f"people at course {n}", counted=Counted.PEOPLE, value=value)
            for n, value in enumerate(numbers["counts"])
        ],
        series=series,
        baselines=baselines,
        feedback=[
            make_feedback("shown", "We were heard.", ConsentState.PUBLISH),
            make_feedback("kept", words, ConsentState.NO),
        ],
    )


def make_series(values: list[int]) -> Series:
    return Series.from_dict(
        {str(2005 + place): value for place, value in enumerate(values)},
        id="waited",
        name="People who waited",
        kind=SeriesKind.COUNT,
        unit="people",
        polarity=Polarity.LOW,
        about=["soon"],
    )


def make_breakdown(by: str, numbers: list[int]) -> Breakdown:
    return Breakdown(
        id=f"by-{by}",
        name=f"Who came, by {by}",
        of="people who came" if by == "age" else "people who stayed",
        counted=Counted.PEOPLE,
        by=by,
        trait=Trait.CHARACTERISTIC,
        overlap=Overlap.EXCLUSIVE,
        complete=True,
        whole=sum(numbers),
        parts=[Part(name=f"{by} {n}", number=number) for n, number in enumerate(numbers)],
    )


def make_feedback(name: str, gist: str, state: ConsentState) -> Feedback:
    return Feedback(
        id=name,
        gist=gist,
        came_by=FeedbackSource.MEETING,
        given=PartialDate.parse("2011"),
        consent=Consent(state=state),
    )


def make_pairs(wanted: int, *, first: int = 0) -> Iterator[tuple[Evaluation, Evaluation]]:
    """Make pairs that differ in something hidden, and publish the same tables."""
    made = 0
    for seed in range(first, first + 20 * wanted):
        rng = random.Random(seed)
        preset = PRESETS[seed % len(PRESETS)]
        numbers = make_numbers(rng, preset)
        others = change_hidden(rng, numbers, preset)
        if others == numbers:
            continue
        one = build(numbers, preset, WORDS[seed % 3])
        other = build(others, preset, WORDS[(seed + 1) % 3])
        if publish(one).release != publish(other).release:
            continue
        yield one, other
        made += 1
        if made == wanted:
            return


def check(
    pairs: Iterator[tuple[Evaluation, Evaluation]], *, every: int = 1, printed: int = 0
) -> int:
    """Check pairs: the report and the files of each, every few all papers, and print the first.

    A paper is made from its document and from nothing else, and the same document is printed as
    the same bytes, so it is enough that the documents are the same.
    """
    number = 0
    for one, other in pairs:
        assert one != other
        files, others = write_files(one), write_files(other)
        assert files.keys() == others.keys()
        for name, text in files.items():
            assert text == others[name], name
            assert "Kim" not in text
        shown = report.evaluation(one)
        assert shown == report.evaluation(other)
        assert "Kim" not in print_markdown(shown)
        if number % every == 0:
            documents, other_documents = make_documents(one), make_documents(other)
            for name, document in documents.items():
                assert document == other_documents[name], name
            if number < printed:
                papers, other_papers = print_papers(documents), print_papers(other_documents)
                assert papers.keys() == other_papers.keys()
                for name, content in papers.items():
                    assert content == other_papers[name], name
        number += 1
    return number


@pytest.mark.parametrize("part", range(PARTS))
def test_pairs_that_differ_in_hidden_numbers_or_words_give_the_same_files(part: int) -> None:
    # In parts, so that they can be run side by side.
    each = PAIRS // PARTS
    assert check(make_pairs(each, first=1000 * part), every=5, printed=1) == each


@pytest.mark.slow
def test_many_more_pairs_give_the_same_files() -> None:
    assert check(make_pairs(10 * PAIRS, first=10_000), printed=PAIRS) == 10 * PAIRS


def test_the_check_would_notice_a_number_that_is_shown() -> None:
    numbers: dict[str, Any] = {"age": [40, 3], "place": [50, 20], "counts": [30]}
    one = build(numbers, Preset.HES, WORDS[0])
    other = attrs.evolve(one, counts=[attrs.evolve(one.counts[0], value=60)])
    assert make_documents(one)["report"] != make_documents(other)["report"]
    before = [38, 41, 40, 43, 39, 42, 40, 41]
    numbers = {**numbers, "series": [*before, 40, 40, 40]}
    one, other = (build({**numbers, "counts": [n]}, Preset.HES, WORDS[0]) for n in (30, 60))
    for name in ("report", "plain", "performance"):
        assert make_documents(one)[name] != make_documents(other)[name], name
    other = build({**numbers, "series": [*before, 40, 90, 90]}, Preset.HES, WORDS[0])
    for name in ("scorecard", "sheet", "comparison", "population"):
        assert make_documents(one)[name] != make_documents(other)[name], name
    assert write_files(one) != write_files(other)
