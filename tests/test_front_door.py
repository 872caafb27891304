"""What `import obamodel as oba` offers."""

import subprocess
import sys

import pytest

import obamodel

# Typed by hand: a name that appears or goes is a decision, with a line in the changelog.
NAMES = """
Abbreviation AccessAdjustment Accountability Action ActionStatus Activity ActivityKind
ActivityStatus Adding AfterEnd AnswerState Assessment AssessmentKind AssessmentStatus Backtest
Baseline Basis BetterOff Breakdown Calendar Change Choice Citation Composition Consent
ConsentState Contribution ControlChart Cost Count CountCell CountTable Counted Coverage
CurveAnswer Customers DataAgenda DataState DatePrecision Decided Dimension DocumentVersion
EasyReadCheck Effect Eligibility Embargo Evaluation EvaluationStage Event Expected Exported Factor
FactorGroup Fault Feedback FeedbackSource Flag Force ForcedChoice Frequency GroupGaps GroupReached
Grouping IatiActivity IatiFile IatiOrganisation IatiResultType IatiSlice Idea Imported Indicator
IndicatorPriorities Influence InterruptedSeries InvalidError Judgement Layout Lesson Level Listing
Loss LossKind Mark MeasurePriorities MeasureType Membership Method MissingExtraError ObamodelError
Observation Origin Outcome Overlap Part PartState PartialDate Partner PerformanceMeasure Period
PlainWords Polarity Population PopulationRole Powers Precision Presence Preset Product Protection
Publication PublishedPresence PublishedRow PublishedShare PublishedTable Quadrant Quantity
Question QuestionSet QuestionSetKind Rating Recollection Recommendation Reconciliation
ReflectiveCycle Release Reply Representative Request Response ResponsibleBody Review Risk RunChart
Safeguard Scale Scenario SchematicCurve Season Series SeriesKind Service StableShifts Standing
Story SuccessFactor Target Teller Told Trait Verdict Vocabulary Waiver WantedDirection Word
WordFound Wording assess_curve assess_evaluation assess_family assess_groups assess_panel
assess_presence backtest bound_people chart_run chart_variation choose_by_forced_choice
choose_counts combine_parts compare_composition compare_groups compare_rates compare_shares
complete_vocabulary convert count_members describe_activity draft_actions find_count_interval
find_identifiers find_mean_interval find_rate_interval find_share_interval find_slope_index
find_stable_shifts fit_interrupted freeze_baseline freeze_groups inspect list_choices_in_turn
list_question_sets list_readers list_writers load load_example load_release log_removals
make_data_agenda map_coverage mark_unreliable plots pool_parts pool_years protect_counts publish
publish_breakdowns publish_counts publish_curve publish_curves publish_measures publish_presence
publish_series publish_tables publish_totals publish_voices rank_indicators rank_measures
read_data_package read_fingertips read_fingertips_panel read_form read_iati read_iati_file
read_panel read_periods read_question_set read_scorecard read_series read_vocabulary
reconcile_breakdown reconcile_breakdowns remove_identifiers report review_evaluation save
save_release standardise_directly standardise_indirectly start_folder start_next_cycle sum_moving
sum_year_to_date total_places warn_of_small_groups withhold_voices write_data_package write_form
write_iati write_iati_file write_open_sdg write_scorecard
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
