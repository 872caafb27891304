"""What `import obamodel as oba` offers."""

import subprocess
import sys

import pytest

import obamodel

# Typed by hand: a name that appears or goes is a decision, with a line in the changelog.
NAMES = """
Abbreviation AccessAdjustment Action ActionStatus Activity ActivityKind ActivityStatus AnswerState
Assessment AssessmentKind AssessmentStatus Basis BetterOff Change Citation Consent ConsentState
Contribution Cost Count Counted Coverage Customers DataState DatePrecision DocumentVersion Effect
Eligibility Embargo Evaluation EvaluationStage Event Factor FactorGroup Fault Feedback
FeedbackSource Force GroupReached Idea Indicator Influence InvalidError Judgement Lesson Level Loss
LossKind ObamodelError Origin Outcome PartialDate Partner PerformanceMeasure Population
PopulationRole Powers Precision Product PublishedRow PublishedTable Quadrant Quantity Question
QuestionSet QuestionSetKind Rating Recollection Recommendation ReflectiveCycle Reply
Representative Request Response ResponsibleBody Review Risk Safeguard SchematicCurve Season Service
Story SuccessFactor Teller Told Vocabulary Waiver WantedDirection Word WordFound Wording
bound_people choose_counts draft_actions list_question_sets load load_example map_coverage plots
publish_counts publish_measures publish_totals publish_voices read_question_set read_vocabulary
report review_evaluation save start_folder start_next_cycle total_places
""".split()


def test_the_front_door_offers_these_names_and_no_others() -> None:
    assert sorted(obamodel.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_opens(name: str) -> None:
    assert getattr(obamodel, name) is not None


def test_dir_lists_what_opens_on_use() -> None:
    assert set(NAMES) <= set(dir(obamodel))


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="obamodel has no name 'forecast_everything'"):
        getattr(obamodel, "forecast_" + "everything")


def test_importing_loads_neither_matplotlib_nor_scipy_nor_jinja2_nor_the_file_formats() -> None:
    heavy = (
        "matplotlib scipy jinja2 pandas numpy cattrs tomlkit docx xlsxwriter statsmodels".split()
    )
    script = f"import sys, obamodel;print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
