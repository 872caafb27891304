"""What the evaluation report tells its reader."""

import re

import attrs
import pytest

import obamodel as oba
from obamodel import report
from obamodel.report.document import Document, Figure, Paragraph, Section, Table
from obamodel.report.html import print_html
from obamodel.report.markdown import print_markdown


@pytest.fixture(scope="module")
def mime() -> oba.Evaluation:
    return oba.load_example("mime")


@pytest.fixture(scope="module")
def document(mime: oba.Evaluation) -> Document:
    return report.evaluation(mime)


@pytest.fixture(scope="module")
def text(document: Document) -> str:
    return re.sub(r"\\(.)", r"\1", print_markdown(document))


def test_the_chapters_come_in_the_order_such_reports_have(document: Document) -> None:
    assert [section.id for section in document.sections] == [
        "in-brief",
        "background",
        "method",
        "wanted",
        "how-much",
        "difference",
        "turned",
        "reflection",
        "plans",
        "recommendations",
        "not-shown",
        "gaps",
        "about",
        "every-number",
    ]


def test_what_is_worked_out_says_why_there_is_nothing_of_it() -> None:
    empty = report.evaluation(oba.Evaluation(id="new", title="New"))
    said = {name: empty.find(name).blocks for name in ("turned", "not-shown", "every-number")}
    assert said == {
        "turned": (
            Paragraph("There are no figures over time here, so there is no curve to judge."),
        ),
        "not-shown": (Paragraph("There is too little here yet to read too much into."),),
        "every-number": (Paragraph("There is no number in this report."),),
    }


def test_no_table_of_words_leaves_a_reader_with_a_dash(document: Document) -> None:
    def list_tables(section: Section) -> list[Table]:
        inner = [table for one in section.sections for table in list_tables(one)]
        return [one for one in section.blocks if isinstance(one, Table)] + inner

    tables = [table for section in document.sections for table in list_tables(section)]
    assert len(tables) > 20
    assert [table.title for table in tables for row in table.rows if "-" in row] == []


def test_all_nineteen_gists_are_printed(mime: oba.Evaluation, text: str) -> None:
    assert len(mime.feedback) == 19
    for said in mime.feedback:
        assert " ".join(said.gist.split()) in text


def test_the_report_says_in_its_own_name_that_nobody_recorded_asking(text: str) -> None:
    assert "We have no record of asking these people" in text
    assert "Asking them was our job." in text


# Section 7 of the fact sheet: every count the source states.
@pytest.mark.parametrize(
    "stated",
    [
        "65",
        "about 150",
        "about 45",
        "about 20",
        "About 106 places were taken on 8 counted courses. 1 more course was not counted.",
        "between about 45 and about 102",
    ],
)
def test_every_count_that_mime_states_appears(stated: str, text: str) -> None:
    assert stated in text


def test_the_small_counts_appear_because_they_were_already_public(text: str) -> None:
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [row.split(" | ")[1] for row in rows if row.count(" | ") >= 2]
    assert cells.count("4") >= 3
    assert cells.count("12") >= 2
    assert "5" in cells


def test_lay_assessing_is_said_to_have_stopped_with_its_reason(
    mime: oba.Evaluation, text: str
) -> None:
    stopped = [one for one in mime.activities if one.status is oba.ActivityStatus.STOPPED]
    assert len(stopped) == 1
    assert f"{stopped[0].name} stopped. {' '.join(stopped[0].reason.split())}" in text


def test_lost_charts_and_footnotes_appear_as_lost(mime: oba.Evaluation, text: str) -> None:
    assert sum(loss.kind is oba.LossKind.CHART for loss in mime.losses) == 2
    assert sum(loss.kind is oba.LossKind.FOOTNOTE for loss in mime.losses) == 3
    for loss in mime.losses:
        assert " ".join(loss.title.split()) in text


def test_everything_with_words_in_it_reaches_the_reader(mime: oba.Evaluation, text: str) -> None:
    for said in (
        *(indicator.statement for indicator in mime.indicators),
        *(factor.name for factor in mime.factors),
        *(activity.name for activity in mime.activities),
        *(group.name for group in mime.groups_reached),
        *(one.text for one in mime.access_adjustments),
        *(one.text for one in mime.safeguards),
        *(one.title for one in mime.products),
        *(one.view for one in mime.influences),
        *(one.text for one in mime.actions),
        *(one.text for one in mime.ideas),
        *(one.name for one in mime.risks),
        *(one.text for one in mime.recommendations),
        *(one.text.rstrip(".") for one in mime.requests),
        *(one.text for one in mime.lessons),
        *(one.text for one in mime.success_factors),
        *(one.text for one in mime.stages),
        *(one.text for one in mime.timeline),
        *(one.name for one in mime.partners),
        *(one.name for one in mime.responsible_bodies),
        *(response.text for cycle in mime.cycles for response in cycle.responses),
        *(force.text for story in mime.stories for force in story.forces),
        *mime.drivers,
        *mime.challenges,
        *(criterion for one in mime.eligibility for criterion in one.criteria),
    ):
        assert " ".join(said.split()) in text, said


CODE_WORDS = (
    "orphan|proxy power|attacker|DDA|schema|null|None(?! of)|enum|slug|RAG rating|"
    "rejected|failed|failure|poor performance|lagging|caused by the project"
)


def test_code_words_and_cold_words_never_reach_a_reader(document: Document, text: str) -> None:
    assert re.findall(rf"\b(?:{CODE_WORDS})\b", text) == []


def test_identifiers_of_the_files_never_reach_a_reader(mime: oba.Evaluation, text: str) -> None:
    names = {thing.id for _, thing in mime.each() if "-" in thing.id and thing.id[-1].isdigit()}
    assert [name for name in sorted(names) if re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_no_contact_detail_appears(text: str) -> None:
    assert not re.search(r"[\w.]+@[\w.]+\.\w+", text)
    assert not re.search(r"\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b", text)
    assert "www." not in text


def test_a_voice_without_consent_is_nowhere_in_the_page(mime: oba.Evaluation) -> None:
    secret = attrs.evolve(mime.feedback[0], gist="XYZZY told in confidence.", consent=oba.Consent())
    changed = attrs.evolve(mime, feedback=(secret, *mime.feedback[1:]))
    page = print_html(report.evaluation(changed))
    assert "XYZZY" not in page
    assert "What somebody did not agree to, took back or was never asked about is left out." in page


def test_a_small_count_that_is_not_public_is_nowhere_in_the_report(mime: oba.Evaluation) -> None:
    private = tuple(
        attrs.evolve(count, value=7, published="", reason="") if count.subset_of else count
        for count in mime.counts
    )
    changed = attrs.evolve(mime, counts=private, protection=None)
    made = re.sub(r"\\(.)", r"\1", print_markdown(report.evaluation(changed)))
    assert "a small number, not shown" in made
    assert "The total is not shown, because a small number in it is not." in made
    # 106 - 4 + 7: the total that would give the withheld seven back.
    assert "109" not in made


def test_the_gaps_are_written_from_what_is_missing(mime: oba.Evaluation, text: str) -> None:
    review = oba.review_evaluation(mime)
    assert len(review.open) >= 10
    for finding in review.open:
        assert " ".join(finding.sentence.split()) in text


def test_the_groups_own_words_are_used(text: str) -> None:
    assert "cause" in text


def test_each_voice_says_which_indicators_it_bears_on(text: str) -> None:
    # Fact sheet, section 8: the second piece bears on indicators 1 and 5.
    assert "3 March 2011. Bears on indicators 1 and 5" in text


def test_each_measure_is_shown_with_the_reason_for_its_place(
    mime: oba.Evaluation, text: str
) -> None:
    for measure in mime.measures:
        assert " ".join(measure.placed.reason.split()) in text


def test_what_the_group_concludes_is_told(mime: oba.Evaluation, text: str) -> None:
    assert mime.conclusion
    for paragraph in mime.conclusion.split("\n\n"):
        assert " ".join(paragraph.split()) in text


def test_who_we_are_in_a_note_is_said_at_the_start(document: Document) -> None:
    assert 'Where a note says "we"' in str(document.find("in-brief"))


def test_a_chart_of_people_has_no_things_in_it(document: Document) -> None:
    charts = [
        block
        for group in document.find("how-much").sections
        for section in group.sections
        for block in section.blocks
        if isinstance(block, Figure) and block.title.startswith("Who came")
    ]
    assert [chart.title for chart in charts] == ["Who came: training"]
    assert "days" not in charts[0].alt
